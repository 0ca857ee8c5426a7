import { createPublicKey, X509Certificate } from 'node:crypto';
import tls from 'node:tls';
import {
  OLDER_AUTHORITIES,
  type OlderAuthority,
  SERVER_AUTHORITIES,
} from './server-authorities.js';

/** The end of a chain of certificates: the authority that vouches for it. */
export interface Authority {
  name: string;
  /** Tailchat's Node 18.18.0 knows the authority. */
  isOfServer: boolean;
  /** This Node knows the authority by itself. */
  isOfThisNode: boolean;
}

// A chain may lead in a circle, so its length is bounded.
const LONGEST_CHAIN = 10;

/** The authority behind a certificate that this Node believes. */
export function authorityOf(socket: tls.TLSSocket): Authority | undefined {
  const root = chainOf(socket).at(-1);
  if (!root) return undefined;
  const print = root.fingerprint256.replaceAll(':', '');
  const isOfServer = SERVER_AUTHORITIES.some((beginning) => print.startsWith(beginning));
  return {
    name: nameIn(root.subject),
    isOfServer,
    isOfThisNode: isOfServer || isAmongRoots(root),
  };
}

/**
 * The authority for which Tailchat's Node 18.18.0 would believe the certificate, where this newer Node no longer knows it.
 * Signatures, dates and the name are checked as Node does (RFC 5280 section 6).
 *
 * @param host the name that the certificate must have
 * @returns the authority's name; undefined where there is none
 */
export function olderAuthorityOf(
  socket: tls.TLSSocket,
  host: string,
  known: readonly OlderAuthority[] = OLDER_AUTHORITIES,
): string | undefined {
  const chain = chainOf(socket);
  const last = chain.at(-1);
  if (!last || tls.checkServerIdentity(host, socket.getPeerCertificate())) return undefined;
  const isSound = chain.every((certificate, index) => {
    const issuer = chain[index + 1];
    return isNow(certificate) && (!issuer || certificate.verify(issuer.publicKey));
  });
  const authority = known.find((one) => last.issuer === one.subject && isSignedBy(last, one));
  return isSound && authority ? nameIn(authority.subject) : undefined;
}

/** The chain, beginning with the server's certificate: the certificates that the server sent, and those that this Node added. */
function chainOf(socket: tls.TLSSocket): X509Certificate[] {
  const chain: X509Certificate[] = [];
  let next: tls.DetailedPeerCertificate | undefined = socket.getPeerCertificate(true);
  while (next?.raw && chain.length < LONGEST_CHAIN) {
    const certificate = new X509Certificate(next.raw);
    if (chain.some(({ fingerprint256 }) => fingerprint256 === certificate.fingerprint256)) break;
    chain.push(certificate);
    next = next.issuerCertificate;
  }
  return chain;
}

function isAmongRoots({ fingerprint256 }: X509Certificate): boolean {
  return tls.rootCertificates.some(
    (pem) => new X509Certificate(pem).fingerprint256 === fingerprint256,
  );
}

function isNow({ validFrom, validTo }: X509Certificate): boolean {
  const now = Date.now();
  return Date.parse(validFrom) <= now && now <= Date.parse(validTo);
}

function isSignedBy(certificate: X509Certificate, { publicKey, validTo }: OlderAuthority): boolean {
  const key = { key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' } as const;
  return Date.parse(validTo) >= Date.now() && certificate.verify(createPublicKey(key));
}

/** The part of a subject by which a person knows an authority. */
function nameIn(subject: string): string {
  const names = subject.split('\n').reverse();
  const [name = ''] = ['CN=', 'OU=', 'O='].flatMap(
    (key) => names.find((line) => line.startsWith(key))?.slice(key.length) ?? [],
  );
  return name;
}
