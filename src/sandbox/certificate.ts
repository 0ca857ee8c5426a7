import { generateKeyPairSync, randomBytes } from 'node:crypto';
import forge from 'node-forge';
import { isIP } from '../safety/is-ip.js';

const DAY = 24 * 60 * 60 * 1000;
// Clocks in containers differ: a certificate that begins "now" is not yet valid for some of them.
const DEFAULT_AGE = DAY;
// Longer than the 30 days in which a check warns that a certificate expires soon.
const DEFAULT_LIFETIME = 90 * DAY;

// The GeneralName tags of a subjectAltName (RFC 5280 section 4.2.1.6).
const DNS_NAME = 2;
const IP_ADDRESS = 7;

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
  /** Who signs it; without one it signs itself. */
  issuer?: Certificate;
  /** Whether it may sign other certificates instead of serving TLS. */
  isAuthority?: boolean;
}

/**
 * Makes a new key and a certificate for it (RFC 5280): RSA with 2048 bits, signed with SHA-256.
 * Takes some tenths of a second.
 */
export function createCertificate(request: CertificateRequest): Certificate {
  // Node makes a key many times faster than node-forge; node-forge is here for the certificate,
  // which Node cannot make.
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const certificate = forge.pki.createCertificate();
  const issuer = request.issuer && forge.pki.certificateFromPem(request.issuer.cert);
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey);
  // A serial number is positive (RFC 5280 section 4.1.2.2): no first byte above 7f.
  certificate.serialNumber = `01${randomBytes(15).toString('hex')}`;
  certificate.validity.notBefore = request.notBefore ?? new Date(Date.now() - DEFAULT_AGE);
  certificate.validity.notAfter = request.notAfter ?? new Date(Date.now() + DEFAULT_LIFETIME);
  certificate.setSubject([{ name: 'commonName', value: request.commonName }]);
  certificate.setIssuer((issuer ?? certificate).subject.attributes);
  certificate.setExtensions(extensionsFor(request, issuer));
  const signingKey = forge.pki.privateKeyFromPem(request.issuer?.key ?? privateKey);
  certificate.sign(signingKey, forge.md.sha256.create());
  return { key: privateKey, cert: forge.pki.certificateToPem(certificate) };
}

/** The extensions of RFC 5280 section 4.2.1, in the form in which node-forge takes them. */
function extensionsFor(request: CertificateRequest, issuer?: forge.pki.Certificate): object[] {
  const extensions: object[] = request.isAuthority
    ? [
        { name: 'basicConstraints', critical: true, cA: true },
        { name: 'keyUsage', critical: true, keyCertSign: true, cRLSign: true },
      ]
    : [
        { name: 'basicConstraints', critical: true, cA: false },
        { name: 'keyUsage', critical: true, digitalSignature: true, keyEncipherment: true },
        { name: 'extKeyUsage', serverAuth: true },
      ];
  extensions.push({ name: 'subjectKeyIdentifier' });
  if (issuer !== undefined) {
    const keyIdentifier = issuer.generateSubjectKeyIdentifier().getBytes();
    extensions.push({ name: 'authorityKeyIdentifier', keyIdentifier });
  }
  if (request.names.length > 0) {
    extensions.push({ name: 'subjectAltName', altNames: request.names.map(altName) });
  }
  return extensions;
}

function altName(name: string): object {
  return isIP(name) === 0 ? { type: DNS_NAME, value: name } : { type: IP_ADDRESS, ip: name };
}
