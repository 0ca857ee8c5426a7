import type { Canonicalisation } from './canonicalise.js';
import { parseTagList, trimBlanks } from './tag-list.js';

/** A DKIM signature, read (RFC 6376 section 3.5). */
export interface DkimSignature {
  /** `d=`, in lower case. */
  domain: string;
  selector: string;
  keyType: 'rsa' | 'ed25519';
  header: Canonicalisation;
  body: Canonicalisation;
  /** `h=`: names of fields in lower case, as often as they were signed. */
  signedFields: string[];
  /** `bh=`, SHA-256 in base64. */
  bodyHash: string;
  /** `l=`: how many bytes of the body were signed; null for all. */
  bodyLength: number | null;
  /** `x=`, in seconds since 1970; null where it does not expire. */
  expires: number | null;
  /** The domain of `i=`, or of `d=` where there is none. */
  identity: string;
  signature: Buffer;
}

const ALGORITHMS = { 'rsa-sha256': 'rsa', 'ed25519-sha256': 'ed25519' } as const;
const NAME = /^[a-z\d_](?:\.?[a-z\d_-]){0,252}$/i;
const BASE64 = /^[A-Za-z\d+/]+={0,2}$/;
const LONGEST_NAME = 253;

/**
 * Reads the value of a DKIM-Signature field. A signature with rsa-sha1 does not count (RFC 8301 section 3.1), and neither does
 * one that does not cover From (RFC 6376 section 6.1.1).
 *
 * @param value folded or not
 * @returns undefined where no receiver can verify it, whatever key there is
 */
export function parseSignature(value: string): DkimSignature | undefined {
  const tags = parseTagList(value.replaceAll('\r\n', ''));
  if (tags?.get('v') !== '1') return undefined;
  const packed = (name: string) => (tags.get(name) ?? '').replace(/\s+/g, '');
  const keyType = ALGORITHMS[packed('a').toLowerCase() as keyof typeof ALGORITHMS];
  const [header, body = 'simple', ...more] = (packed('c') || 'simple').toLowerCase().split('/');
  const domain = packed('d').toLowerCase();
  const identity = identityIn(tags.get('i'), domain);
  const selector = packed('s');
  const signedFields = packed('h').toLowerCase().split(':').filter(Boolean);
  const bodyHash = packed('bh');
  const signature = packed('b');
  const bodyLength = numberOf(tags.get('l'));
  const expires = numberOf(tags.get('x'));
  const signed = numberOf(tags.get('t'));
  const isReadable =
    keyType !== undefined &&
    isCanonicalisation(header) &&
    isCanonicalisation(body) &&
    more.length === 0 &&
    [domain, selector].every((name) => name.length <= LONGEST_NAME && NAME.test(name)) &&
    [bodyHash, signature].every((text) => BASE64.test(text)) &&
    signedFields.includes('from') &&
    identity !== undefined &&
    bodyLength !== undefined &&
    expires !== undefined &&
    signed !== undefined &&
    (expires === null || signed === null || expires > signed) &&
    isByDns(tags.get('q'));
  if (!isReadable) return undefined;
  return {
    ...{ domain, selector, keyType, header, body, signedFields, bodyHash, bodyLength },
    ...{ expires, identity, signature: Buffer.from(signature, 'base64') },
  };
}

function isCanonicalisation(word: string | undefined): word is Canonicalisation {
  return word === 'simple' || word === 'relaxed';
}

/** The number of a tag. Null without the tag; undefined where it is no number. */
function numberOf(text: string | undefined): number | null | undefined {
  if (text === undefined) return null;
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** The domain of `i=`, which must be `d=` or below it. */
function identityIn(text: string | undefined, domain: string): string | undefined {
  if (text === undefined) return domain;
  const named = /@([^@\s]{1,253})$/.exec(text)?.[1]?.toLowerCase();
  return named === domain || named?.endsWith(`.${domain}`) ? named : undefined;
}

/** Whether `q=` allows DNS, the only known way to get a key. */
function isByDns(text: string | undefined): boolean {
  const ways = text?.split(':').map((way) => trimBlanks(way).toLowerCase());
  return ways === undefined || ways.includes('dns/txt');
}
