import { forText } from '../../safety/any-script.js';
import { isPlausibleDomain } from '../../safety/plausible-domain.js';
import { type Raw, reveal } from '../../safety/secret.js';
import { SECRET_WORDS } from '../../safety/secret-words.js';
import { parseSender } from './mail-address.js';

/** Settings of something else in the place of a sender. The server may still find an address in them. */
const NAMES_SECRET = new RegExp(String.raw`(?:${SECRET_WORDS})\s*[=:]`, 'i');

/** A number in the place of a domain (RFC 5321 section 4.1.3). */
const IN_BRACKETS = /^\[[\da-fA-FIPv:.]{3,60}\]$/;
/** A host that mail is handed to or fetched from. Nobody has an address there: a piece of a URI stands in the sender's place. */
const OF_SERVER = /@(?:smtps?|imaps?|pop3?|submission)[.-]/i;
/** Usual characters before the `@`. Many more are allowed (RFC 5322 section 3.2.3), and used in passwords. */
const PLAIN_MAILBOX = /^(?:[\p{L}\p{M}\p{N}._+='&~-]{1,64}|"[\p{L}\p{N}._ -]{1,64}")$/u;

/** Half a bracket, or a domain without a dot: it may be a password as well as a sender. */
const DOTTED = /@[^@]*\./;

/** A note behind the address. Nobody writes a name there. */
const NOTE = /^[>＞〉》\])"'”’」』\\]*(?:[\s;,.。；，]*$|[\s;,.。；，]+(?:#|\/\/)|\s*[(（])/u;
/** Signs around an address in brackets. Nobody makes a password of what stands before them. */
const OPENING = /[<＜〈《]\s*$/u;
/** More than one of them is no name before an address: the server drops what stands between them. */
const OPENED = /[<＜〈《]/gu;
const CLOSING = /^\s*[>＞〉》]/u;
/** Quotation marks, brackets, and the ends of phrases. */
const AROUND =
  /^["'`“”‘’「」『』()（）[\]<>＜＞〈〉《》\\,;:.!?#|/&·•–—_+*-]+|["'`“”‘’「」『』()（）[\]<>＜＞〈〉《》\\,;:.!?|·•–—_*-]{1,40}$/gu;
/** Characters that names hardly contain and passwords often do. */
const ODD_IN_WORD = /[^\p{L}\p{M}\p{N}\p{S}.'’&_+|–—·-]|[$^`|=~<>]/u;
/** A variable that its reader did not fill in. */
const VARIABLE = /^\$(?:[A-Z_]{1,40}|\{[A-Z_]{1,40}\})$/;
const LONGEST_WORD = 40;

/**
 * Whether a text plainly is a sender, and may be shown: an address of an ordinary form, with a name of ordinary words, or with
 * one before an address in brackets. Any other text in which the server finds an address may be a password, or a damaged URI.
 *
 * @param raw the variable's value, unchanged
 */
export function isPlainSender(raw: Raw): boolean {
  const text = reveal(raw);
  const sender = parseSender(raw);
  if (!sender.ok || NAMES_SECRET.test(text)) return false;
  const { address } = sender.mailbox;
  if (!isPlainAddress(address) || OF_SERVER.test(address)) return false;
  if (hasHalfBracket(text) && !DOTTED.test(text)) return false;
  const at = text.lastIndexOf(address);
  if (at < 0) return false;
  const before = text.slice(0, at);
  const after = text.slice(at + address.length);
  const isBracketed =
    OPENING.test(before) && CLOSING.test(after) && before.match(OPENED)?.length === 1;
  if (!NOTE.test(after) || !isPlainText(after)) return false;
  if (isBracketed) return true;
  // A user and a password with a space between them look like a name without quotation marks, too.
  const isQuoted = /^[\s\\"'“‘「『<]*$|["”’」』][\s\\]*$/u.test(before);
  return (
    isPlainText(before) && (isQuoted || !isTurning(address.slice(0, address.lastIndexOf('@'))))
  );
}

function isPlainAddress(address: string): boolean {
  const at = address.lastIndexOf('@');
  const [mailbox, domain] = [address.slice(0, at), address.slice(at + 1)];
  const isVariable = mailbox.includes('=') && isTurning(mailbox);
  const isDomain = IN_BRACKETS.test(domain) || isPlausibleDomain(domain);
  return isDomain && isMatch(PLAIN_MAILBOX, mailbox) && !isVariable;
}

function isMatch(pattern: RegExp, text: string): boolean {
  return forText(pattern, text).test(text);
}

function isPlainText(text: string): boolean {
  return text.split(/\s+/).every((word) => {
    if (VARIABLE.test(word)) return true;
    const bare = word.replace(AROUND, '');
    return bare.length <= LONGEST_WORD && !isMatch(ODD_IN_WORD, bare) && !isTurning(bare);
  });
}

/** A change between a figure and a letter. */
const TURN = /(?<=\d)[\p{L}]|(?<=[\p{L}])\d/gu;

/** Whether a text changes often between letters and figures, as generated ones do. */
function isTurning(text: string): boolean {
  return (text.match(forText(TURN, text))?.length ?? 0) > 2;
}

function hasHalfBracket(text: string): boolean {
  return text.split('<').length !== text.split('>').length;
}
