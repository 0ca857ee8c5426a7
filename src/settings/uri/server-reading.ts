import { domainToASCII } from 'node:url';
import { decodePercent } from '../../safety/decode-percent.js';
import { splitAuthority } from './split-uri.js';

/** The effect on Tailchat's server of a value that is no proper URI. */
export type ServerReading =
  /** The server would look for a host of this name, and use its usual port where it reads none. */
  | { does: 'connects'; host: string; port?: number }
  /** The server finds no host and uses the machine itself, at port 587 or 465. */
  | { does: 'takes-localhost' }
  /** The server ends with `URIError: URI malformed`. */
  | { does: 'throws' }
  /** The server ends with `TypeError [ERR_INVALID_URL]: Invalid URL`. */
  | { does: 'refuses' };

/** White space to the server's `url.parse`. */
const WHITE = '\t\n\f\r \u00a0\ufeff';

/** A value without the white space around it, which the server ignores. */
export function withoutEnds(value: string): string {
  let [start, end] = [0, value.length];
  while (start < end && WHITE.includes(value.charAt(start))) start += 1;
  while (end > start && WHITE.includes(value.charAt(end - 1))) end -= 1;
  return value.slice(start, end);
}

const SCHEME = /^[a-z0-9.+-]+:/i;
/** The only form of a host that counts without a scheme. */
const HOST_WITHOUT_SCHEME = /^\/\/[^@/]+@[^@/]+/;
/** A text in brackets from end to end, which counts as a whole even if it is no address. */
const IN_BRACKETS = /^\[(.*)\](?::\d*)?$/s;
/** An address with a zone, or in half a pair of brackets. */
const BAD_BRACKETS = /^\[(?:[^\]]*%|[^\]]*$)/;
/** Characters that end a host name (RFC 2396 section 2.4.3). */
const NO_HOST = /[ \t\r\n"%';<>^`{|}]/;

/**
 * What nodemailer 6.7.8 makes of a value. It uses Node's `url.parse`, whose rules are followed here. `url.parse` itself is not
 * called, since its warnings about bad URLs (DEP0170) print them with the password.
 *
 * @param value the variable's value, unchanged
 */
export function readAsServer(value: string): ServerReading {
  const text = withSlashes(withoutEnds(value));
  const scheme = SCHEME.exec(text)?.[0] ?? (HOST_WITHOUT_SCHEME.test(text) ? '' : undefined);
  if (scheme === undefined) return { does: 'takes-localhost' };
  const rest = text
    .slice(scheme.length)
    .replace(/[\t\r\n]/g, '')
    .replace(/^\/\//, '');
  const authority = /^[^/?#]*/.exec(rest)?.[0] ?? '';
  const { login = '', server } = splitAuthority(authority);
  if (decodePercent(login) === undefined) return { does: 'throws' };
  if (BAD_BRACKETS.test(server)) return { does: 'refuses' };
  const [ended = ''] = server.split(NO_HOST, 1);
  if (isRefused(ended)) return { does: 'refuses' };
  const host = hostOf(ended);
  if (host === '') return { does: 'takes-localhost' };
  // Only figures at the very end are a port, and 0 is none.
  const port = Number(/:(\d+)$/.exec(ended)?.[1] ?? 0);
  return { does: 'connects', host, ...(port > 0 ? { port } : {}) };
}

/** Whether the ASCII form of a host has a character that ends one, or nothing at all. Node 18 refuses it. */
function isRefused(ended: string): boolean {
  const bare = ended.replace(/:\d*$/, '');
  if (/^\[.*\]$/s.test(bare)) return false;
  const [name = ''] = bare.split(':', 1);
  const plain = name.normalize('NFKC').replace(IGNORED, '');
  return (plain === '' && name !== '') || /[\0 #%/:<>?@[\\\]^|]/.test(plain);
}

/** The text with backslashes as slashes, up to the question mark. */
function withSlashes(text: string): string {
  const end = text.indexOf('?');
  const head = end < 0 ? text : text.slice(0, end);
  return head.replaceAll('\\', '/') + text.slice(head.length);
}

function hostOf(ended: string): string {
  const [clean = ''] = ended.split(/\s/, 1);
  const address = (IN_BRACKETS.exec(ended) ?? /^\[([^\]]*)\]/.exec(clean))?.[1];
  if (address !== undefined) return address.toLowerCase();
  const [name = ''] = clean.replace(/:\d*$/, '').split(':', 1);
  return asciiHost(name);
}

/** Characters that IDNA drops from a host (UTS 46). */
const IGNORED = /\p{Default_Ignorable_Code_Point}/gu;

/** Full-width letters, figures and signs. */
const FULL_WIDTH = /[\uff01-\uff5e。｡]/gu;

/** A text with the usual characters in the place of full-width ones, as IDNA maps them in a host (UTS 46). */
export function narrow(text: string): string {
  return text.replace(FULL_WIDTH, (sign) => sign.normalize('NFKC').replace('。', '.'));
}

/**
 * A host as Tailchat's server asks DNS for it. A name in other scripts becomes ASCII (RFC 5891). Any other stays as it stands,
 * since a number is no address to the server.
 */
export function asciiHost(written: string): string {
  const name = narrow(written).replace(IGNORED, '');
  if (!/[^\0-\x7f]/.test(name)) return name.toLowerCase();
  // A name that ends in a number is no domain for the URL standard, but it is one for the server.
  const ascii = (label: string) => domainToASCII(`${label}.x`).slice(0, -2) || label;
  const byLabel = () =>
    name.split('.').map((label) => (/[^\0-\x7f]/.test(label) ? ascii(label) : label));
  return (domainToASCII(name) || byLabel().join('.')).toLowerCase();
}
