import {
  createHash,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  X509Certificate,
} from 'node:crypto';
import { isIP } from '../safety/is-ip.js';
import { bitString, element, objectIdentifier, positiveInteger, TAG, time } from './der.js';

const DAY = 24 * 60 * 60 * 1000;
// Clocks in containers differ: a certificate that begins "now" is not yet valid for some of them.
const DEFAULT_AGE = DAY;
// Longer than the 30 days in which a check warns that a certificate expires soon.
const DEFAULT_LIFETIME = 90 * DAY;

/** A tag of the context in which it stands; `isMade` where it holds elements (X.690 section 8.1.2). */
const context = (number: number, isMade = false) => (isMade ? 0xa0 : 0x80) | number;

// The GeneralName tags of a subjectAltName (RFC 5280 section 4.2.1.6).
const DNS_NAME = context(2);
const IP_ADDRESS = context(7);

const YES = element(TAG.boolean, Buffer.from([0xff]));
const SHA256_WITH_RSA = sequence(
  objectIdentifier('1.2.840.113549.1.1.11'),
  element(0x05), // NULL: no parameters (RFC 4055 section 5)
);
const COMMON_NAME = objectIdentifier('2.5.4.3');
const SERVER_AUTHENTICATION = objectIdentifier('1.3.6.1.5.5.7.3.1');

/** A private key (PKCS #8) with its X.509 certificate, both as PEM. */
export interface Certificate {
  key: string;
  cert: string;
}

/** What a new certificate is to say. */
export interface CertificateRequest {
  commonName: string;
  /** DNS names and IP addresses it is made out to; the common name alone is no such name. */
  names: readonly string[];
  /** The begin of its validity, by default yesterday. */
  notBefore?: Date;
  /** The end of its validity, by default in 90 days. */
  notAfter?: Date;
  /** Who signs it, made here, too; without one it signs itself. */
  issuer?: Certificate;
  /** Whether it may sign other certificates instead of serving TLS. */
  isAuthority?: boolean;
  /** How long its RSA key is, by default 2048. */
  keyBits?: number;
}

/**
 * Makes a new key and a certificate for it (RFC 5280): RSA, signed with SHA-256. Takes some tenths of a second. Node makes keys
 * and signatures, but no certificates.
 */
export function createCertificate(request: CertificateRequest): Certificate {
  const { publicKey, privateKey: key } = generateKeyPairSync('rsa', {
    modulusLength: request.keyBits ?? 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const { issuer } = request;
  // What comes after "CN=": a certificate that was made here says nothing else of its subject.
  const issuerName = issuer ? new X509Certificate(issuer.cert).subject.slice(3) : undefined;
  const content = sequence(
    element(context(0, true), positiveInteger(Buffer.from([2]))), // version 3
    // A serial number is positive (RFC 5280 section 4.1.2.2).
    positiveInteger(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    SHA256_WITH_RSA,
    nameOf(issuerName ?? request.commonName),
    sequence(
      time(request.notBefore ?? new Date(Date.now() - DEFAULT_AGE)),
      time(request.notAfter ?? new Date(Date.now() + DEFAULT_LIFETIME)),
    ),
    nameOf(request.commonName),
    publicKey,
    element(context(3, true), sequence(...extensionsFor(request, key))),
  );
  const signature = sign('sha256', content, issuer?.key ?? key);
  const der = sequence(content, SHA256_WITH_RSA, bitString(signature));
  const lines = der.toString('base64').replace(/.{64}(?=.)/g, '$&\n');
  return { key, cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n` };
}

function sequence(...parts: readonly Uint8Array[]): Buffer {
  return element(TAG.sequence, ...parts);
}

/** A Name of one common name (RFC 5280 section 4.1.2.4). */
function nameOf(commonName: string): Buffer {
  const value = element(TAG.utf8String, Buffer.from(commonName));
  return sequence(element(TAG.set, sequence(COMMON_NAME, value)));
}

/** The extensions of RFC 5280 section 4.2.1. */
function extensionsFor(request: CertificateRequest, key: string): Buffer[] {
  const { isAuthority = false, issuer, names } = request;
  const extensions = isAuthority
    ? [
        extension('2.5.29.19', sequence(YES), true), // basicConstraints: an authority
        extension('2.5.29.15', bitString(Buffer.from([0b110]), 1), true), // keyUsage: keyCertSign, cRLSign
      ]
    : [
        extension('2.5.29.19', sequence(), true),
        extension('2.5.29.15', bitString(Buffer.from([0b10100000]), 5), true), // digitalSignature, keyEncipherment
        extension('2.5.29.37', sequence(SERVER_AUTHENTICATION)), // extKeyUsage
      ];
  extensions.push(extension('2.5.29.14', element(TAG.octetString, keyIdentifier(key)))); // subjectKeyIdentifier
  if (issuer) {
    const identifier = element(context(0), keyIdentifier(issuer.key));
    extensions.push(extension('2.5.29.35', sequence(identifier))); // authorityKeyIdentifier
  }
  if (names.length > 0) {
    extensions.push(extension('2.5.29.17', sequence(...names.map(altName)))); // subjectAltName
  }
  return extensions;
}

function extension(identifier: string, value: Buffer, isCritical = false): Buffer {
  const critical = isCritical ? [YES] : [];
  return sequence(objectIdentifier(identifier), ...critical, element(TAG.octetString, value));
}

/** What tells a key from others: 160 bits of a SHA-256 (RFC 7093 section 2). */
function keyIdentifier(key: string): Buffer {
  const publicKey = createPublicKey(key).export({ type: 'pkcs1', format: 'der' });
  return createHash('sha256').update(publicKey).digest().subarray(0, 20);
}

function altName(name: string): Buffer {
  const version = isIP(name);
  if (version === 0) return element(DNS_NAME, Buffer.from(name));
  return element(IP_ADDRESS, version === 4 ? Buffer.from(name.split('.').map(Number)) : ipv6(name));
}

/** The 16 octets of an IPv6 address. */
function ipv6(address: string): Buffer {
  // A URL writes an address that ends as an IPv4 address does without dots.
  const { hostname } = new URL(`http://[${address}]`);
  const [before = [], after = []] = hostname
    .slice(1, -1)
    .split('::')
    .map((part) => part.split(':').filter(Boolean));
  const zeros = Array<string>(8 - before.length - after.length).fill('0');
  const groups = [...before, ...zeros, ...after].map((group) => group.padStart(4, '0'));
  return Buffer.from(groups.join(''), 'hex');
}
