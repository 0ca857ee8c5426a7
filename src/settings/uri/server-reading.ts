import { domainToASCII } from 'node:url';
import { splitAuthority } from './split-uri.js';

/** What Tailchat's server would take from a value that is no URI as it should be. */
export type ServerReading =
  /** It would look for a server of this name. */
  | { does: 'connects'; host: string }
  /** It finds no host in it and takes the machine itself, at port 587 or 465. */
  | { does: 'takes-localhost' }
  /** It ends with `URIError: URI malformed`. */
  | { does: 'throws' };

const SCHEME = /^[a-z0-9.+-]+:/i;
/** Where there is no scheme, only this is taken for a host. */
const HOST_WITHOUT_SCHEME = /^\/\/[^@/]+@[^@/]+/;
/** Text in brackets from one end to the other counts whole, also where it is no address. */
const IN_BRACKETS = /^\[(.*)\](?::\d*)?$/s;
/** Characters that end a host name (RFC 2396 section 2.4.3). */
const NO_HOST = /[ \t\r\n"%';<>^`{|}]/;

/**
 * What nodemailer 6.7.8 makes of a value: it uses Node's `url.parse`, by whose rules this goes.
 * `url.parse` itself is not called, for its warnings of bad URLs (DEP0170) print them with the password.
 *
 * @param value the variable's value, unchanged
 */
export function readAsServer(value: string): ServerReading {
  const text = withSlashes(value.trim());
  const scheme = SCHEME.exec(text)?.[0] ?? (HOST_WITHOUT_SCHEME.test(text) ? '' : undefined);
  if (scheme === undefined) return { does: 'takes-localhost' };
  const rest = text
    .slice(scheme.length)
    .replace(/[\t\r\n]/g, '')
    .replace(/^\/\//, '');
  const authority = /^[^/?#]*/.exec(rest)?.[0] ?? '';
  const { login = '', server } = splitAuthority(authority);
  try {
    decodeURIComponent(login);
  } catch {
    return { does: 'throws' };
  }
  const host = hostOf(server);
  return host === '' ? { does: 'takes-localhost' } : { does: 'connects', host };
}

/** Backslashes count as slashes, as far as the question mark. */
function withSlashes(text: string): string {
  const end = text.indexOf('?');
  const head = end < 0 ? text : text.slice(0, end);
  return head.replaceAll('\\', '/') + text.slice(head.length);
}

function hostOf(written: string): string {
  const [ended = ''] = written.split(NO_HOST, 1);
  const [clean = ''] = ended.split(/\s/, 1);
  const address = (IN_BRACKETS.exec(ended) ?? /^\[([^\]]*)\]/.exec(clean))?.[1];
  if (address !== undefined) return address.toLowerCase();
  const [name = ''] = clean.replace(/:\d*$/, '').split(':', 1);
  return asciiHost(name);
}

/**
 * A host as Tailchat's server asks DNS for it: a name in other letters as ASCII (RFC 5891), any other as it stands,
 * for a number is no address to it.
 */
export function asciiHost(name: string): string {
  if (!/[^\0-\x7f]/.test(name)) return name.toLowerCase();
  // A name that ends in a number is no domain for the URL standard, but for the server.
  const ascii = (label: string) => domainToASCII(`${label}.x`).slice(0, -2) || label;
  const byLabel = () =>
    name.split('.').map((label) => (/[^\0-\x7f]/.test(label) ? ascii(label) : label));
  return (domainToASCII(name) || byLabel().join('.')).toLowerCase();
}
