import { type Raw, reveal, Secret } from '../../safety/secret.js';
import { beginningOf } from './mail-ports.js';
import { narrow } from './server-reading.js';
import { CUT_IN_QUOTES, parseSmtpUri, type SmtpUriResult } from './smtp-uri.js';
import { plainPath, splitUri } from './split-uri.js';
import { findTextBehind } from './text-behind.js';

// Straight and typographic quotes, and invisible characters that come with pasted values.
const QUOTES = '["\'`\u2018\u2019\u201c\u201d]';
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const WRAPPING = new RegExp(`^(?:\\s|\\\\?${QUOTES})+|(?:\\s|\\\\?${QUOTES}|[;,，；。])+$`, 'gu');
const ASSIGNMENT = /^\s*(?:(?:export\s+)?SMTP_URI\s*[=:：＝]\s*)?(?:[=＝]\s*)*/;
/** The mark of an item in a list, or of a quoted line. */
const LIST_MARK = /^(?:\d{0,2}[-+*·•>.)、．]\s{0,3})+(?=smtps?:\/\/)/i;
/** A URI as a page or a chat wraps it: `<…>`, `[…](…)`. */
const LINK = /^\s*(?:<([^<>]*)>|\[[^\][]*\]\(([^()]*)\))\s*$/;
/** A second scheme before the server, or behind the first one. */
const SECOND_SCHEME = /(?<=@)(?:https?|smtps?|imaps?|pop3?s?|ssl|tls):\/\/(?=[^@]*$)/i;
const DOUBLED_SCHEME =
  /^(?:(smtps?:\/\/)(?:(?:https?|smtps?|imaps?|pop3?s?|ssl|tls):\/\/)+|(?:(?:https?|imaps?|pop3?s?|ssl|tls):\/\/)+(?=smtps?:\/\/))/i;
/** A note behind the value, which the reader took for a part of it. */
const COMMENT = /(?<=:\d{1,5}\/?)\s+#[^@]*$/;
/** A quote before a value, and the quote behind it that more text follows. */
const OPENING = new RegExp(`^\\s*\\\\?${QUOTES}`, 'u');
const CLOSING = new RegExp(`\\\\?${QUOTES}[;,]?\\s`, 'u');

/** A miswritten scheme: one slash, no colon, swapped letters. */
const SCHEME_LIKE = /^(?:smtp|stmp|smpt|smt)(s?)(?::[/\\]{0,3}|\/\/)/i;
const ANY_SCHEME = /^(?:[a-z0-9+.-]+:\/\/|mailto:)/i;
/** Host, port and options behind the last `@`. */
const SERVER = /^(\[[\da-f:.]+\]|[\p{L}\p{N}\p{M}._-]+)(?::([^/?#\\]*))?([/?].*)?$/isu;
/** Quotes and white space before a value. */
const BEGINNING = new RegExp(`^(?:\\s|\\\\?${QUOTES})+`, 'u');
const LISTED =
  /^((?:[\p{L}\p{N}_-]{1,63}\.){1,8}[\p{L}\p{N}_-]{2,63}):(\d{2,5}):([^\s:@/]{1,64}@[^\s:@/]{1,255}\.[^\s:@/]{2,63}):([^\s@]+)$/u;
/** A host in the place of the user, told by its first word or by the port behind it. */
const HOST_FIRST =
  /^(?:(?:smtp|e?mail|mx|imap|pop|out|relay|send)[\w-]{0,60}(?:\.[\w-]{1,63}){2,8}:|[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}:(?:25|465|587|994|2525)(?:[:/@|,;\s]|$))/i;
/** URIs of databases, queues and the like, which are no mail servers. */
const NO_MAIL =
  /^["'`\s]*(?:mongodb(?:\+srv)?|rediss?|postgres(?:ql)?|mysql|mariadb|amqps?|nats|mqtts?|kafka|ldaps?|ftps?|sftp|ssh|wss?|s3|sqlite|jdbc|file|data):/i;
/** Schemes of other protocols in plain text. Those with TLS end in `s`. */
const NOT_TLS = /^(?:http|imap|pop3?|mailto):/i;

/** A repaired URI, and what it says. */
export interface RepairedUri {
  value: Secret;
  read: Extract<SmtpUriResult, { ok: true }>;
}

/**
 * The URI that a damaged one was surely meant to be: quotes, white space and punctuation around it taken
 * off, the scheme written out, the password percent-encoded (RFC 3986 section 2.1).
 *
 * @param raw the variable's value, unchanged; one that cannot be used as it is
 * @returns undefined where nobody can tell, such as for placeholders
 */
export function repairUri(raw: Raw): RepairedUri | undefined {
  if (CUT_IN_QUOTES.test(reveal(raw)) || NO_MAIL.test(reveal(raw))) return undefined;
  const text = withoutTextBehind(reveal(raw));
  if (text === undefined) return undefined;
  const clean = withoutNote(text)
    .replace(INVISIBLE, '')
    .replace(ASSIGNMENT, '')
    .replace(LINK, '$1$2')
    .replace(WRAPPING, '')
    .replace(LIST_MARK, '')
    .replace(COMMENT, '')
    .replace(DOUBLED_SCHEME, '$1');
  const { scheme, rest } = splitScheme(widthless(clean).replace(SECOND_SCHEME, ''));
  const parts = findListed(rest) ?? findServer(rest);
  if (!parts || !isSurely(parts, clean) || isHostAsUser(parts.login)) return undefined;
  const { login, host, port } = parts;
  const options = withoutStray(parts.options);
  if (options === undefined) return undefined;
  // What follows the figures of a port is a slip.
  const number = Number(/^\s*(\d{1,5})(?!\d)/.exec(port)?.[1] ?? 0);
  const isPort = number >= 1 && number <= 65535;
  // Without a login before it, the text in the port's place may be a password.
  const isDoubtful = /smtps?:\/\//i.test(login) || (login === '' && port !== '' && !isPort);
  if (isDoubtful) return undefined;
  const isTlsFirst = !isPort || port === '' || beginningOf(number) === 'tls';
  const chosen = scheme ?? (isTlsFirst ? 'smtps' : 'smtp');
  const server = isPort ? `${host}:${number}` : host;
  const repaired = `${chosen}://${encodeLogin(login)}${server}${options}`;
  const read = parseSmtpUri(repaired);
  return read.ok ? { value: new Secret(repaired), read } : undefined;
}

/** The text before another value or a note. Undefined where it cannot be told from the password. */
function withoutTextBehind(text: string): string | undefined {
  const start = text.replace(BEGINNING, '').replace(ASSIGNMENT, '').replace(BEGINNING, '');
  const { rest } = splitScheme(start);
  const behind = findTextBehind(rest);
  if (!behind) return text;
  return behind.isSure ? start.slice(0, start.length - rest.length) + behind.first : undefined;
}

/** A value in quotes without the text behind them. No `@` follows, so the text is no part of the password. */
function withoutNote(text: string): string {
  const opening = OPENING.exec(text)?.[0];
  if (opening === undefined) return text;
  const start = Math.max(text.lastIndexOf('@'), opening.length);
  const end = CLOSING.exec(text.slice(start))?.index;
  return end === undefined ? text : text.slice(0, start + end);
}

/** `host:port:user:password`, as lists of accounts have it. */
function findListed(rest: string) {
  const [, host, port = '', user, password] = LISTED.exec(rest) ?? [];
  if (host === undefined) return undefined;
  return { login: `${user}:${password}`, host, port, options: '/' };
}

/** Whether the server was written first. Any host behind an `@` is another one then. */
function isHostAsUser(login: string): boolean {
  return HOST_FIRST.test(login);
}

/** Path and options without a note or a quote, which the server ignores. Undefined where one is in the options. */
function withoutStray(options: string): string | undefined {
  const { path, query } = splitUri(options);
  if (/[\s"'`]/.test(query)) return undefined;
  return `${plainPath(path)}${query === '' ? '' : `?${query}`}`;
}

/** Whether a host is certain. A single word is one only where something else shows that the value is a URI. */
function isSurely({ host, port }: { host: string; port: string }, text: string): boolean {
  return /[.:]/.test(host) || port !== '' || SCHEME_LIKE.test(text);
}

/** Full-width characters, as Chinese keyboards type them, in the scheme and behind the last `@`. */
function widthless(text: string): string {
  const at = Math.max(text.lastIndexOf('@'), text.lastIndexOf('＠'));
  const scheme = /^[a-zａ-ｚ]{3,6}[:：][/／]{0,2}/i.exec(text)?.[0] ?? '';
  const login = text.slice(scheme.length, Math.max(at, scheme.length));
  // A user needs a colon behind it.
  const parted = login.includes(':') ? login : login.replace('：', ':');
  return narrow(scheme) + parted + narrow(text.slice(scheme.length + login.length));
}

function splitScheme(text: string): { scheme?: string; rest: string } {
  const like = SCHEME_LIKE.exec(text);
  if (like) {
    return { scheme: `smtp${(like[1] ?? '').toLowerCase()}`, rest: text.slice(like[0].length) };
  }
  const other = ANY_SCHEME.exec(text)?.[0] ?? '';
  if (other === '' || NOT_TLS.test(other)) return { rest: text.slice(other.length) };
  return { scheme: 'smtps', rest: text.slice(other.length) };
}

/** The login, which ends at the last `@` that a host follows. Others belong to the password or to options. */
function findServer(rest: string) {
  for (let at = rest.lastIndexOf('@'); at >= 0; at = rest.lastIndexOf('@', at - 1)) {
    const found = serverAt(rest, at);
    if (found) return found;
    if (at === 0) return undefined;
  }
  return rest.includes('@') ? undefined : serverAt(rest, -1);
}

function serverAt(rest: string, at: number) {
  const [, host, port = '', options = ''] = SERVER.exec(rest.slice(at + 1)) ?? [];
  if (host === undefined) return undefined;
  return { login: at < 0 ? '' : rest.slice(0, at), host, port, options };
}

function encodeLogin(login: string): string {
  if (login === '') return '';
  const colon = login.indexOf(':');
  const user = colon < 0 ? login : login.slice(0, colon);
  const password = colon < 0 ? '' : login.slice(colon + 1);
  // A single bare % shows that nothing in the login is encoded.
  const isEncoded = !/%(?![\da-f]{2})/i.test(login);
  return `${encodePart(user, isEncoded)}:${encodePart(password, isEncoded)}@`;
}

function encodePart(text: string, isEncoded: boolean): string {
  const kept = isEncoded ? /%[\da-f]{2}|[^%]/gisu : /./gsu;
  return text.replace(kept, (piece) =>
    piece.length === 3 && piece[0] === '%' ? piece : encode(piece),
  );
}

// An apostrophe is harmless in a URI, but in an env file it ends the quotes around it.
function encode(character: string): string {
  return character === "'" ? '%27' : encodeURIComponent(character);
}
