import { KNOWN_HOSTS } from '../providers/known-hosts.js';
import { decodePercent } from '../safety/decode-percent.js';
import { isPlausibleDomain } from '../safety/plausible-domain.js';
import { FIXED_USERS, looksLikePassword } from '../safety/swapped.js';
import { isDoubtfulHost } from '../settings/uri/shown-host.js';

// What people put before a URI when they paste a line of an env file, and its scheme.
const BEFORE_USER =
  /^\s*(?:(?:export\s+)?SMTP_URI\s*[=:]\s*)?["'`]?(?:(?:smtps?|stmps?|smpts?):\/{1,2}|smtps?\/\/)/i;
const USER = /^[\p{L}\p{N}._%+@-]*(?=:)/u;

/**
 * A URI as it looks while it is typed or pasted. The scheme is shown, and the user once the colon behind it is there, but for a
 * token, which is the password as well. The rest is hidden, since nobody can tell yet where the password is.
 */
export function maskTypedUri(typed: string): string {
  const before = BEFORE_USER.exec(typed)?.[0] ?? '';
  const user = before === '' ? '' : (USER.exec(typed.slice(before.length))?.[0] ?? '');
  const isSecret = isToken(user) || looksLikePassword(decodePercent(user) ?? user);
  const shown = before.length + (user === '' || isSecret ? 0 : user.length + 1);
  return typed.slice(0, shown) + '*'.repeat(typed.length - shown);
}

/**
 * The answer to a question for an address while it is typed. It is hidden where it looks like a URI, encoded text or a password,
 * pasted at the wrong question.
 */
export function maskTypedAnswer(typed: string): string {
  const words = typed.split(/[\s<>"',;“”]+/).filter((word) => word !== '');
  const isHidden = isOfUri(typed) || (!IPV6.test(typed) && words.some(looksLikePassword));
  return isHidden ? hidden(typed) : typed;
}

/** An IPv6 address, as far as it is typed. */
const IPV6 = /^\[?[\da-f:.]*\]?$/i;

/** So much may be seen of a text before it is known what it is. */
const MOST_SEEN = 3;
/** The beginnings of addresses, as far as they tell an address from a name. */
const OF_ADDRESS = /^(?:\[?[\da-f]{0,4}:[\da-f:.]*\]?|\d{1,3}(?:\.\d{0,3}){0,3})$/i;

/** A host while it is typed. A password that was pasted there looks like nothing; a host is seen as soon as it looks like one. */
export function maskTypedHost(typed: string, isFinal: boolean): string {
  const host = typed.trim();
  const isKnown = () =>
    KNOWN_HOSTS.some(({ hosts }) => hosts.some((one) => one.startsWith(host.toLowerCase())));
  const isSeen =
    host.length <= MOST_SEEN || OF_ADDRESS.test(host) || isPlausibleDomain(host) || isKnown();
  const isSure =
    isFinal && !isOfUri(host) && !isDoubtfulHost(host, { hasLogin: true, hasPort: true });
  return isSeen || isSure ? typed : hidden(typed);
}

/** Users that many have. */
const USUAL_USERS = [
  ...FIXED_USERS,
  'admin',
  'info',
  'mailer',
  'noreply',
  'postmaster',
  'tailchat',
];

/** A user while it is typed, in the same way. */
export function maskTypedUser(typed: string, isFinal: boolean): string {
  const user = typed.trim();
  if (isOfUri(user)) return hidden(typed);
  const isSure = (isFinal || user.includes('@')) && !looksLikePassword(user);
  const isUsual = user.length <= MOST_SEEN || USUAL_USERS.some((one) => one.startsWith(user));
  return isSure || isUsual ? typed : hidden(typed);
}

/** Whether it looks like a URI, or like encoded text. */
function isOfUri(typed: string): boolean {
  return (!IPV6.test(typed) && /[:：{}]|\/\//.test(typed)) || isToken(typed);
}

/**
 * What is typed to search a list. Only what finds something is shown: the rest may be a URI or a password, pasted at the wrong
 * question.
 */
export function maskTypedSearch(typed: string, isFound: boolean): string {
  return isFound ? maskTypedAnswer(typed) : hidden(typed);
}

/** An answer that is one of a few words, as far as it is typed. */
export function maskTypedWord(typed: string, words: readonly string[]): string {
  const word = typed.trim().toLowerCase();
  return words.some((one) => one.startsWith(word)) ? typed : hidden(typed);
}

/** The number of a port, as far as it is typed. */
export function maskTypedPort(typed: string): string {
  return /^\d{0,5}$/.test(typed.trim()) ? typed : hidden(typed);
}

function hidden(typed: string): string {
  return '*'.repeat(typed.length);
}

/** Whether a text is as long as no name: a token, or encoded text. */
function isToken(text: string): boolean {
  return /[A-Za-z\d+/=_%-]{25,}/.test(text.replace(/(?:@|%40).*/is, ''));
}
