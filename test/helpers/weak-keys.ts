import { generateKeyPairSync, getDiffieHellman, randomBytes } from 'node:crypto';
import forge from 'node-forge';
import type { Certificate } from '../../src/sandbox/certificate.js';
import { certificates } from './certificates.js';

const DAY_MS = 86_400_000;
const DNS_NAME = 2;

/** A certificate for `localhost` with an RSA key of 1024 bits, signed by the tests' authority. */
export function weakCertificate(): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 1024,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const issuer = certificates.authority;
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey);
  certificate.serialNumber = `01${randomBytes(15).toString('hex')}`;
  certificate.validity.notBefore = new Date(Date.now() - DAY_MS);
  certificate.validity.notAfter = new Date(Date.now() + 90 * DAY_MS);
  certificate.setSubject([{ name: 'commonName', value: 'localhost' }]);
  certificate.setIssuer(forge.pki.certificateFromPem(issuer.cert).subject.attributes);
  certificate.setExtensions([
    { name: 'subjectAltName', altNames: [{ type: DNS_NAME, value: 'localhost' }] },
  ]);
  certificate.sign(forge.pki.privateKeyFromPem(issuer.key), forge.md.sha256.create());
  return { key: privateKey, cert: forge.pki.certificateToPem(certificate) };
}

/** Parameters for Diffie and Hellman with 1024 bits: group 2 of RFC 2409, in the form of PKCS #3. */
export function weakGroup(): string {
  const group = getDiffieHellman('modp2');
  const body = Buffer.concat([integer(group.getPrime()), integer(group.getGenerator())]);
  const base64 = element(0x30, body).toString('base64');
  return `-----BEGIN DH PARAMETERS-----\n${base64}\n-----END DH PARAMETERS-----\n`;
}

/** An INTEGER of DER (X.690 section 8.3); a first bit that is set would make it negative. */
function integer(value: Buffer): Buffer {
  return element(2, Buffer.concat([Buffer.from([0]), value]));
}

function element(tag: number, body: Buffer): Buffer {
  const { length } = body;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}
