import type { TlsOptions } from 'node:tls';
import { describe, it } from 'vitest';
import { certificates } from '../helpers/certificates.js';
import { type CauseCase, expectCause } from './cause-case.js';

/** A server that demands a certificate of whoever connects. */
const demanding = (version: 'TLSv1.2' | 'TLSv1.3'): TlsOptions => ({
  ...certificates.trusted,
  ca: certificates.authority.cert,
  requestCert: true,
  rejectUnauthorized: true,
  minVersion: version,
  maxVersion: version,
});

const LOGIN = /^(AUTH|MAIL)/;

const CASES: CauseCase[] = [
  {
    // The client has finished when the server judges: RFC 8446 section 4.4.2.4.
    name: 'TLS 1.3',
    script: { implicitTls: demanding('TLSv1.3') },
    cause: 'tls-failed',
    step: 'greeting',
    exitCode: 76,
    words: /wants a certificate from whoever connects.+CERTIFICATE_REQUIRED/s,
  },
  {
    name: 'TLS 1.2',
    script: { implicitTls: demanding('TLSv1.2') },
    cause: 'tls-version',
    step: 'tls',
    exitCode: 76,
    words: /alert 40.+or it wants a client certificate/s,
  },
];

describe.concurrent('a client certificate that is demanded', () => {
  it.each(CASES)('with $name is explained', async (test) => {
    await expectCause({ ...test, uri: { scheme: 'smtps' }, never: LOGIN });
  });
});
