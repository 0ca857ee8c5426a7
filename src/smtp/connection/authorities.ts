import { createPublicKey, X509Certificate } from 'node:crypto';
import tls from 'node:tls';
import {
  OLDER_AUTHORITIES,
  type OlderAuthority,
  SERVER_AUTHORITIES,
} from './server-authorities.js';

/** The end of a chain of certificates: who vouches for it in the end. */
export interface Authority {
  name: string;
  /** Tailchat's Node 18.18.0 knows it. */
  isOfServer: boolean;
  /** This Node knows it by itself. */
  isOfThisNode: boolean;
}

// A chain that leads in a circle must not be followed for ever.
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
 * The authority that Tailchat's Node 18.18.0 would believe the certificate for, where this Node, a newer one,
 * does not know it any more. Signatures, dates and the name are looked at as Node does (RFC 5280 section 6).
 *
 * @param host whom the certificate must name
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

/** The chain from the server's own certificate on: what the server sent, and what this Node added. */
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

/** The name in a subject that a person knows an authority by. */
function nameIn(subject: string): string {
  const names = subject.split('\n').reverse();
  const [name = ''] = ['CN=', 'OU=', 'O='].flatMap(
    (key) => names.find((line) => line.startsWith(key))?.slice(key.length) ?? [],
  );
  return name;
}
