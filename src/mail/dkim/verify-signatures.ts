import { createHash, verify } from 'node:crypto';
import { canonicalBody, canonicalField } from './canonicalise.js';
import { type DkimKeyReading, parseDkimKey } from './parse-dkim-key.js';
import { type DkimSignature, parseSignature } from './parse-signature.js';
import { cutMail, type RawField, type RawMail } from './raw-mail.js';

/** The result for one signature. */
export interface VerifiedSignature {
  /** `d=`; null where it cannot be read. */
  domain: string | null;
  selector: string | null;
  /** Whether the body is still the signed one; null where that cannot be told. */
  isBodyIntact: boolean | null;
  /** RFC 8601 section 2.7.1; null where nobody asked for the key. */
  result: 'pass' | 'fail' | 'neutral' | 'permerror' | 'temperror' | null;
}

/**
 * Finds the texts of the records at `<selector>._domainkey.<domain>`.
 *
 * @returns an empty list where there are none, undefined where DNS did not answer
 */
export type FindKey = (name: string) => Promise<readonly string[] | undefined>;

/** The most signatures that are checked. Mails have one or two. */
const MOST_SIGNATURES = 10;

/**
 * Verifies the DKIM signatures of a mail (RFC 6376, RFC 8301, RFC 8463), from its top.
 *
 * @param bytes the whole mail, lines ended by LF or CRLF
 * @param findKey without it, only what needs no key is told: whether the body was changed
 * @param now in milliseconds since 1970
 */
export async function verifySignatures(
  bytes: Buffer,
  findKey?: FindKey,
  now = Date.now(),
): Promise<VerifiedSignature[]> {
  const mail = cutMail(bytes);
  if (!mail) return [];
  const hashes = new BodyHashes(mail.body);
  const fields = mail.fields.filter(({ name }) => name === 'dkim-signature');
  const verified: VerifiedSignature[] = [];
  for (const field of fields.slice(0, MOST_SIGNATURES)) {
    const signature = parseSignature(field.text.slice(field.text.indexOf(':') + 1));
    if (!signature) {
      const result = findKey ? 'permerror' : null;
      verified.push({ domain: null, selector: null, isBodyIntact: null, result });
      continue;
    }
    const { domain, selector } = signature;
    const isBodyIntact = hashes.of(signature) === signature.bodyHash;
    const result = findKey
      ? await verifyOne({ mail, field, signature, isBodyIntact }, findKey, now)
      : null;
    verified.push({ domain, selector, isBodyIntact, result });
  }
  return verified;
}

interface Candidate {
  mail: RawMail;
  field: RawField;
  signature: DkimSignature;
  isBodyIntact: boolean;
}

async function verifyOne(
  { mail, field, signature, isBodyIntact }: Candidate,
  findKey: FindKey,
  now: number,
): Promise<NonNullable<VerifiedSignature['result']>> {
  const { expires, selector, domain } = signature;
  const records = await findKey(`${selector}._domainkey.${domain}`);
  if (records === undefined) return 'temperror';
  const keys = records.map(parseDkimKey).filter((reading) => isUsable(reading, signature));
  if (keys.length === 0) return 'permerror';
  if (!isBodyIntact || (expires !== null && expires * 1000 < now)) return 'fail';
  const signed = Buffer.from(signedText(mail.fields, field, signature), 'latin1');
  return keys.some((reading) => isSignedWith(reading, signed, signature)) ? 'pass' : 'fail';
}

/** Whether the owner of a key lets it be used for this signature (RFC 6376 section 6.1.2). */
function isUsable(reading: DkimKeyReading, { keyType, identity, domain }: DkimSignature): boolean {
  if (!('key' in reading)) return false;
  const { type, hashes, isStrict } = reading.key;
  const isOfDomain = !isStrict || identity === domain;
  return type === keyType && isOfDomain && (hashes === null || hashes.includes('sha256'));
}

function isSignedWith(
  reading: DkimKeyReading,
  signed: Buffer,
  { keyType, signature }: DkimSignature,
): boolean {
  if (!('key' in reading)) return false;
  const { publicKey } = reading.key;
  try {
    // Ed25519 signs the hash, and hashes it once more (RFC 8463 section 3).
    return keyType === 'rsa'
      ? verify('sha256', signed, publicKey, signature)
      : verify(null, createHash('sha256').update(signed).digest(), publicKey, signature);
  } catch {
    return false;
  }
}

/** The fields that were signed, and the signature's own without its `b=` (RFC 6376 section 3.7). */
function signedText(
  fields: readonly RawField[],
  own: RawField,
  { signedFields, header }: DkimSignature,
): string {
  const left = new Map<string, string[]>();
  for (const { name, text } of fields) left.set(name, [...(left.get(name) ?? []), text]);
  // Of fields with the same name the lowest was signed first. A missing field counts as empty.
  const texts = signedFields.flatMap((name) => left.get(name)?.pop() ?? []);
  const emptied = own.text.replace(/([:;][ \t\r\n]{0,999}b[ \t\r\n]{0,999}=)[^;]*/, '$1');
  const lines = texts.map((text) => `${canonicalField(text, header)}\r\n`);
  return `${lines.join('')}${canonicalField(emptied, header)}`;
}

/** The hashes of one body, each made once. */
class BodyHashes {
  readonly #body: string;
  readonly #made = new Map<string, string>();

  constructor(body: string) {
    this.#body = body;
  }

  /** The hash of a body. Undefined where more was signed than there is. */
  of({ body: how, bodyLength }: DkimSignature): string | undefined {
    const key = `${how} ${bodyLength}`;
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const text = canonicalBody(this.#body, how);
    if (bodyLength !== null && bodyLength > text.length) return undefined;
    const signed = bodyLength === null ? text : text.slice(0, bodyLength);
    const hash = createHash('sha256').update(signed, 'latin1').digest('base64');
    this.#made.set(key, hash);
    return hash;
  }
}
