import PostalMime, { decodeWords, type Email } from 'postal-mime';
import { fieldOf, type HeaderFields, readFields, readGroups } from './header-fields.js';
import { htmlToText } from './html-text.js';
import { splitOriginal } from './original.js';
import { readSesNotification } from './ses-notification.js';
import { decodeUnknownBytes } from './unknown-charset.js';
import { decodeUtf7 } from './utf7.js';

/** A letter, read for what it tells; its texts come from outside and may hold control characters. */
export interface Letter {
  /** Its own header, the names in lower case, encoded words undone. */
  headers: HeaderFields;
  /** The text of the letter: its plain text, else that of its HTML, without a letter that it sends back. */
  text: string;
  /** The groups of its delivery status (RFC 3464): of the message, then one a recipient. */
  status: HeaderFields[];
  /** The fields of its feedback report (RFC 5965); null where the letter is none. */
  feedback: HeaderFields | null;
  /** The fields of its disposition notification (RFC 8098); null where the letter is none. */
  disposition: HeaderFields | null;
  /** The header of the letter that it sends back; empty without one. */
  original: HeaderFields;
  /** The text behind that header, which may be a bounce itself. */
  returned: string;
  /** MIME types of its parts, except those that are its text. */
  partTypes: readonly string[];
}

// Real letters are nested less deeply, and this depth costs little memory.
const LIMITS = { maxNestingDepth: 20, maxHeadersSize: 512 * 1024 } as const;

/** The most parts. Each costs some kilobytes, and a letter with more is read as text. */
const MOST_PARTS = 2000;

/** The most lines. Each costs a kilobyte while it is read, so a longer letter loses its middle. */
const FIRST_LINES = 6_000;
const LAST_LINES = 3_000;

/** The length of the longest lines together, in bytes. A real letter has far fewer. */
const FIRST_BYTES = 1024 * 1024;
const LAST_BYTES = 512 * 1024;

/** The longest text that is read, in characters, and the part that is read at its end. */
const LONGEST_TEXT = 512 * 1024;
const END_OF_TEXT = 128 * 1024;

const LF = 0x0a;

const STATUS_TYPES = ['message/delivery-status', 'message/global-delivery-status'];
const ORIGINAL_TYPES = [
  ...['message/rfc822', 'text/rfc822-headers', 'text/rfc822-header', 'message/rfc822-headers'],
  ...['message/global', 'message/global-headers', 'message/partial'],
];

/**
 * Reads a letter (RFC 5322, MIME). If its MIME is damaged, or costs more than a real letter's, its bytes are read as text.
 *
 * @param bytes the letter, lines separated by LF or CRLF
 */
export async function readLetter(bytes: Buffer): Promise<Letter> {
  const cut = withoutMiddle(bytes);
  const mail = hasFewParts(cut) ? await parse(cut) : undefined;
  return mail ? fromMail(mail, cut) : fromText(cut);
}

/** A mail for display, as far as it can be read. It is bounded as `readLetter` is. */
export async function readMail(
  bytes: Buffer,
): Promise<{ headers: HeaderFields; text: string; html: string }> {
  const cut = withoutMiddle(bytes);
  const mail = hasFewParts(cut) ? await parse(cut) : undefined;
  if (!mail) return { headers: fromText(cut).headers, text: bodyOf(cut).trim(), html: '' };
  return { headers: headersOf(mail), text: mail.text ?? '', html: mail.html ?? '' };
}

function headersOf(mail: Email): HeaderFields {
  return mail.headers.map(({ key, value }) => ({ name: key, value: words(value) }));
}

async function parse(bytes: Buffer): Promise<Email | undefined> {
  const options = { ...LIMITS, rfc822Attachments: true, forceRfc822Attachments: true };
  return await PostalMime.parse(bytes, options).catch(() => undefined);
}

function fromMail(mail: Email, bytes: Buffer): Letter {
  const headers = headersOf(mail);
  const partTypes = mail.attachments.map(({ mimeType }) => mimeType);
  const content = (types: readonly string[]) =>
    mail.attachments
      .filter(({ mimeType }) => types.includes(mimeType))
      .map((part) => decodeUnknownBytes(bytesOf(part.content)));
  const said = wordsOf(mail, bytes);
  const isEmpty = said.trim() === '' && !partTypes.some((type) => type.startsWith('message/'));
  const whole = isEmpty ? bodyOf(bytes) : said;
  const ses = readSesNotification(whole);
  const { text, returned } = splitOriginal(bounded(whole));
  const [returnedLetter = returned] = content(ORIGINAL_TYPES);
  return {
    headers,
    text,
    status: ses?.status ?? content(STATUS_TYPES).flatMap((report) => readGroups(bounded(report))),
    feedback: ses?.feedback ?? fieldsOf(content(['message/feedback-report'])),
    disposition: fieldsOf(content(['message/disposition-notification'])),
    original: headerOf(returnedLetter),
    returned: returned === '' ? bounded(returnedLetter) : returned,
    partTypes,
  };
}

/** The plain text, also of parts with a miswritten type. Without any, that of the HTML. */
function wordsOf(mail: Email, bytes: Buffer): string {
  const miswritten = mail.attachments
    .filter(({ mimeType, disposition }) => /^text\/plain\b/.test(mimeType) && !disposition)
    .map(({ content }) => decodeUnknownBytes(bytesOf(content)));
  const plain = [...miswritten, mendText(mail.text ?? '', bytes)].join('\n');
  return plain.trim() === '' && mail.html ? htmlToText(mail.html) : plain;
}

/** The undecoded text below the header, where a letter claims to have parts and has none. */
function bodyOf(bytes: Buffer): string {
  const whole = bounded(decodeUnknownBytes(bytes)).replaceAll('\r\n', '\n');
  return whole.slice(/\n[ \t]*\n/.exec(whole)?.index ?? 0);
}

function fromText(bytes: Buffer): Letter {
  const whole = bounded(decodeUnknownBytes(bytes)).replaceAll('\r\n', '\n');
  const end = /\n[ \t]*\n/.exec(whole)?.index ?? whole.length;
  const headers = readFields(whole.slice(0, end)).map(({ name, value }) => ({
    name,
    value: words(value),
  }));
  return withoutParts(headers, whole.slice(end));
}

function withoutParts(headers: Letter['headers'], body: string): Letter {
  const { text, returned } = splitOriginal(body);
  const original = headerOf(returned);
  const parts = { status: [], feedback: null, disposition: null, partTypes: [] };
  return { headers, text, original, returned, ...parts };
}

/**
 * Reads a text that is a letter without its header: forwarded, or pasted; HTML of a web mail as well.
 *
 * @param source as it came, its lines separated by LF
 */
export function readPastedLetter(source: string): Letter {
  const isHtml = /<(?:html|body|div|table|p|br)\b[^>]{0,2000}>/i.test(
    source.slice(0, LONGEST_TEXT),
  );
  const whole = bounded(isHtml ? htmlToText(source) : source);
  return withoutParts([], whole.replace(/^[ \t]*> ?/gm, ''));
}

/** Mends text in a character set that the letter does not name, and UTF-7. */
function mendText(text: string, bytes: Buffer): string {
  const decoded = isUtf7(bytes) ? decodeUtf7(text) : text;
  if (!decoded.includes('\ufffd')) return decoded.replaceAll('\r\n', '\n');
  const source = bytes.toString('latin1');
  const isBare = /[\x80-\xff]/.test(source);
  if (!isBare) return decoded.replaceAll('\r\n', '\n');
  // The lost characters are in the letter itself, undecoded.
  const body = source.indexOf('\n\n') >= 0 ? source.slice(source.indexOf('\n\n')) : source;
  return decodeUnknownBytes(Buffer.from(bounded(body), 'latin1')).replaceAll('\r\n', '\n');
}

function isUtf7(bytes: Buffer): boolean {
  return /charset="?(?:unicode-1-1-)?utf-7\b/i.test(bytes.toString('latin1', 0, 64 * 1024));
}

function words(value: string): string {
  return decodeWords(decodeUnknownBytes(Buffer.from(value)));
}

function bounded(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  return `${text.slice(0, LONGEST_TEXT - END_OF_TEXT)}\n${text.slice(-END_OF_TEXT)}`;
}

function fieldsOf(reports: readonly string[]): HeaderFields | null {
  const [report] = reports;
  return report === undefined ? null : readGroups(bounded(report)).flat();
}

function headerOf(letter: string): HeaderFields {
  const start = bounded(letter).trimStart();
  const end = /\r?\n[ \t]*\r?\n/.exec(start)?.index ?? start.length;
  const fields = readFields(start.slice(0, end)).map(({ name, value }) => ({
    name,
    value: words(value),
  }));
  return fieldOf(fields, 'from') || fieldOf(fields, 'to') || fieldOf(fields, 'subject')
    ? fields
    : [];
}

function bytesOf(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
}

function hasFewParts(bytes: Buffer): boolean {
  let count = 0;
  for (let at = bytes.indexOf('\n--'); at >= 0; at = bytes.indexOf('\n--', at + 3)) {
    count += 1;
    if (count > MOST_PARTS) return false;
  }
  return true;
}

/** The letter without its middle, where it is very long. A report stands at either end. */
function withoutMiddle(letter: Buffer): Buffer {
  const bytes = withoutMiddleLines(letter);
  if (bytes.length <= FIRST_BYTES + LAST_BYTES) return bytes;
  return Buffer.concat([bytes.subarray(0, FIRST_BYTES), bytes.subarray(-LAST_BYTES)]);
}

function withoutMiddleLines(bytes: Buffer): Buffer {
  let head = 0;
  for (let lines = 0; lines < FIRST_LINES; lines += 1) {
    const end = bytes.indexOf(LF, head);
    if (end < 0) return bytes;
    head = end + 1;
  }
  let tail = bytes.length;
  for (let lines = 0; lines < LAST_LINES && tail > head; lines += 1) {
    tail = bytes.lastIndexOf(LF, tail - 2) + 1;
  }
  return tail <= head ? bytes : Buffer.concat([bytes.subarray(0, head), bytes.subarray(tail)]);
}
