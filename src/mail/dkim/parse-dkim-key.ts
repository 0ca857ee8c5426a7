import { createPublicKey, type KeyObject } from 'node:crypto';
import type { DkimKeyProblem } from '../../report/dkim-key-problem.js';
import { parseTagList, trimBlanks } from './tag-list.js';

/** A DKIM key record, read. */
export interface DkimKey {
  type: 'rsa' | 'ed25519';
  /** The length of an RSA key, in bits. */
  bits?: number;
  /** `t=y`: the domain is testing, receivers may treat its mail as unsigned. */
  isTesting: boolean;
  /** `t=s`: `i=` must be of exactly this domain. */
  isStrict: boolean;
  /** `h=`: the hashes that it may be used with; null for any. */
  hashes: readonly string[] | null;
  publicKey: KeyObject;
}

/** The key, or what is wrong with its record. */
export type DkimKeyReading = { key: DkimKey } | { problem: DkimKeyProblem };

const SHORTEST_RSA_BITS = 1024;
/** The prefix of the 32 octets of an Ed25519 key in the form that Node reads (RFC 8410). */
const ED25519_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/**
 * Reads a DKIM key record.
 *
 * @param text the TXT record at `<selector>._domainkey.<domain>`, its strings joined
 */
export function parseDkimKey(text: string): DkimKeyReading {
  const tags = parseTagList(text);
  if (!tags || tags.size === 0) return { problem: 'no-tags' };
  // The version is optional. If present, it must be DKIM1, and first.
  const version = tags.get('v');
  const isFirst = [...tags.keys()][0] === 'v';
  if (version !== undefined && (version !== 'DKIM1' || !isFirst))
    return { problem: 'wrong-version' };
  const type = tags.get('k') ?? 'rsa';
  if (type !== 'rsa' && type !== 'ed25519') return { problem: 'unknown-key-type' };
  const written = tags.get('p');
  if (written === undefined) return { problem: 'no-key' };
  const base64 = written.replace(/[ \t\r\n]+/g, '');
  if (base64 === '') return { problem: 'revoked' };
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return { problem: 'not-base64' };
  const services = (tags.get('s') ?? '*').split(':').map(trimBlanks);
  if (!services.some((service) => service === '*' || service === 'email')) {
    return { problem: 'not-for-mail' };
  }
  const flags = (tags.get('t') ?? '').split(':').map(trimBlanks);
  const hashes = listIn(tags.get('h'));
  if (hashes && !hashes.includes('sha256')) return { problem: 'no-sha256' };
  const octets = Buffer.from(base64, 'base64');
  const publicKey = type === 'rsa' ? readRsa(octets) : readEd25519(octets);
  if (!publicKey) return { problem: 'not-a-key' };
  const bits = publicKey.asymmetricKeyDetails?.modulusLength;
  if (type === 'rsa' && (bits ?? 0) < SHORTEST_RSA_BITS) return { problem: 'too-short' };
  const key = {
    type,
    isTesting: flags.includes('y'),
    isStrict: flags.includes('s'),
    hashes,
    publicKey,
  } as const;
  return { key: bits === undefined ? key : { ...key, bits } };
}

function listIn(value: string | undefined): string[] | null {
  return value?.split(':').map((word) => trimBlanks(word).toLowerCase()) ?? null;
}

/** The key in both forms that receivers accept. SubjectPublicKeyInfo is usual; RFC 6376 itself says RSAPublicKey. */
function readRsa(key: Buffer): KeyObject | undefined {
  for (const type of ['spki', 'pkcs1'] as const) {
    try {
      const publicKey = createPublicKey({ key, format: 'der', type });
      if (publicKey.asymmetricKeyType === 'rsa') return publicKey;
    } catch {}
  }
  return undefined;
}

function readEd25519(octets: Buffer): KeyObject | undefined {
  if (octets.length !== 32) return undefined;
  try {
    const key = Buffer.concat([ED25519_PREFIX, octets]);
    return createPublicKey({ key, format: 'der', type: 'spki' });
  } catch {
    return undefined;
  }
}
