import { getDiffieHellman } from 'node:crypto';
import { type Certificate, createCertificate } from '../../src/sandbox/certificate.js';
import { element, positiveInteger, TAG } from '../../src/sandbox/der.js';
import { certificates } from './certificates.js';

/** A certificate for `localhost` with an RSA key of 1024 bits, signed by the tests' authority. */
export function weakCertificate(): Certificate {
  const issuer = certificates.authority;
  return createCertificate({
    commonName: 'localhost',
    names: ['localhost'],
    issuer,
    keyBits: 1024,
  });
}

/** Parameters for Diffie and Hellman with 1024 bits: group 2 of RFC 2409, in the form of PKCS #3. */
export function weakGroup(): string {
  const group = getDiffieHellman('modp2');
  const numbers = [group.getPrime(), group.getGenerator()].map(positiveInteger);
  const base64 = element(TAG.sequence, ...numbers).toString('base64');
  return `-----BEGIN DH PARAMETERS-----\n${base64}\n-----END DH PARAMETERS-----\n`;
}
