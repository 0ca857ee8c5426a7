// Loaded with `node --import`: this Node's own authorities are as TEST_ROOT, a file with a certificate, says, for
// that stands in the place of the first of them. It must also be believed: NODE_EXTRA_CA_CERTS.
import crypto from 'node:crypto';
import { readFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import tls from 'node:tls';

const [first] = tls.rootCertificates;
const root = readFileSync(process.env.TEST_ROOT ?? '', 'utf8');

crypto.X509Certificate = class extends crypto.X509Certificate {
  constructor(certificate) {
    super(certificate === first ? root : certificate);
  }
};
syncBuiltinESMExports();
