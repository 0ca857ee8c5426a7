import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Certificate,
  type CertificateRequest,
  createCertificate,
} from '../../src/sandbox/certificate.js';

const DAY = 24 * 60 * 60 * 1000;
const LOCAL_NAMES = ['localhost', '127.0.0.1'];

// Making a key costs a tenth of a second and more: each is made when it is first asked for.
const made = new Map<string, Certificate>();
let authorityFile: string | undefined;

/**
 * Certificates for tests, made when first asked for and kept for the rest of the process. All but
 * `selfSigned` are signed by `authority`.
 */
export const certificates = {
  /** The test CA: give its `cert` as `ca`, or the file below as NODE_EXTRA_CA_CERTS. */
  get authority(): Certificate {
    return once('authority', { commonName: 'Test CA', names: [], isAuthority: true });
  },
  /** A file with the certificate of the test CA; removed when the process ends. */
  get authorityFile(): string {
    authorityFile ??= writeTemporary('ca.pem', this.authority.cert);
    return authorityFile;
  },
  /** Good for `localhost` and `127.0.0.1`. */
  get trusted(): Certificate {
    return issued('trusted');
  },
  get expired(): Certificate {
    return issued('expired', { notBefore: daysFromNow(-60), notAfter: daysFromNow(-2) });
  },
  get notYetValid(): Certificate {
    return issued('notYetValid', { notBefore: daysFromNow(2) });
  },
  /** Good for `mail.other.example` only. */
  get wrongName(): Certificate {
    const name = 'mail.other.example';
    return issued('wrongName', { commonName: name, names: [name] });
  },
  /** Good for these names. */
  forNames(...names: string[]): Certificate {
    return issued(names.join(' '), { commonName: names[0] ?? '', names });
  },
  /** Valid for ten more days. */
  get expiringSoon(): Certificate {
    return issued('expiringSoon', { notAfter: daysFromNow(10) });
  },
  /** Good for `localhost` and `127.0.0.1`, signed by nobody but itself. */
  get selfSigned(): Certificate {
    return once('selfSigned', { commonName: 'localhost', names: LOCAL_NAMES });
  },
};

function issued(id: string, request: Partial<CertificateRequest> = {}): Certificate {
  const issuer = certificates.authority;
  return once(id, { commonName: 'localhost', names: LOCAL_NAMES, issuer, ...request });
}

function once(id: string, request: CertificateRequest): Certificate {
  const certificate = made.get(id) ?? createCertificate(request);
  made.set(id, certificate);
  return certificate;
}

function daysFromNow(days: number): Date {
  return new Date(Date.now() + days * DAY);
}

function writeTemporary(name: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'tailchat-smtp-certificates-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}
