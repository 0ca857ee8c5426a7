import { forText } from '../../safety/any-script.js';
import { type Raw, reveal } from '../../safety/secret.js';
import { SECRET_WORDS } from '../../safety/secret-words.js';
import { parseSender } from './mail-address.js';

/** Settings of something else that stand where a sender should: the server may still find an address in them. */
const NAMES_SECRET = new RegExp(String.raw`(?:${SECRET_WORDS})\s*[=:]`, 'i');

/** With a dot, a number in brackets, or a plain name: a password with an `@` in it reads like any other. */
const PLAIN_DOMAIN =
  /^(?:[\p{L}\p{M}\d_-]{1,63}(?:[.。．｡][\p{L}\p{M}\d_-]{1,63}){1,20}\.?|[a-z][a-z\d-]{0,62}|\[[\da-fA-FIPv:.]{3,60}\])$/u;
/** What people have before the `@`: much more is allowed (RFC 5322 section 3.2.3), and used in passwords. */
const PLAIN_MAILBOX = /^(?:[\p{L}\p{M}\p{N}._+='&~-]{1,64}|"[\p{L}\p{N}._ -]{1,64}")$/u;

/** Half a bracket, and a domain without a dot: a password reads like that as well as a sender. */
const DOTTED = /@[^@]*\./;

/** Nobody writes the name behind the address, but a note. */
const NOTE = /^[>＞〉》\])"'”’」』\\]*(?:[\s;,.。；，]*$|[\s;,.。；，]+(?:#|\/\/)|\s*[(（])/u;
/** What stands around an address that is in brackets: of what stands before them nobody makes a password. */
const OPENING = /[<＜〈《]\s*$/u;
const CLOSING = /^\s*[>＞〉》]/u;
/** Quotation marks, brackets, and what ends a phrase. */
const AROUND =
  /^["'`“”‘’「」『』()（）[\]<>＜＞〈〉《》\\,;:.!?#|/&·•–—_+*-]+|["'`“”‘’「」『』()（）[\]<>＜＞〈〉《》\\,;:.!?|·•–—_*-]{1,40}$/gu;
/** What hardly a name has in it, and many a password. */
const ODD_IN_WORD = /[^\p{L}\p{M}\p{N}\p{S}.'’&_+|–—·-]|[$^`|=~<>]/u;
/** A variable that its reader did not put in. */
const VARIABLE = /^\$(?:[A-Z_]{1,40}|\{[A-Z_]{1,40}\})$/;
const LONGEST_WORD = 40;

/**
 * Whether a text plainly is a sender, and may be shown: an address of an ordinary form, and a name of ordinary
 * words, or one before an address in brackets. What else the server finds an address in may be a password, or a
 * URI that was damaged.
 *
 * @param raw the variable's value, unchanged
 */
export function isPlainSender(raw: Raw): boolean {
  const text = reveal(raw);
  const sender = parseSender(raw);
  if (!sender.ok || NAMES_SECRET.test(text)) return false;
  const { address } = sender.mailbox;
  if (!isPlainAddress(address)) return false;
  if (hasHalfBracket(text) && !DOTTED.test(text)) return false;
  const at = text.lastIndexOf(address);
  if (at < 0) return false;
  const before = text.slice(0, at);
  const after = text.slice(at + address.length);
  const isBracketed = OPENING.test(before) && CLOSING.test(after);
  if (!NOTE.test(after) || !isPlainText(after)) return false;
  if (isBracketed) return true;
  // A user and a password with a space between them read as a name without quotation marks, too.
  const isQuoted = /^[\s\\"'“‘「『<]*$|["”’」』][\s\\]*$/u.test(before);
  return (
    isPlainText(before) && (isQuoted || !isTurning(address.slice(0, address.lastIndexOf('@'))))
  );
}

function isPlainAddress(address: string): boolean {
  const at = address.lastIndexOf('@');
  const mailbox = address.slice(0, at);
  const isVariable = mailbox.includes('=') && isTurning(mailbox);
  return (
    isMatch(PLAIN_DOMAIN, address.slice(at + 1)) && isMatch(PLAIN_MAILBOX, mailbox) && !isVariable
  );
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

/** Between a figure and a letter. */
const TURN = /(?<=\d)[\p{L}]|(?<=[\p{L}])\d/gu;

/** What a generator makes: many turns between letters and figures. */
function isTurning(text: string): boolean {
  return (text.match(forText(TURN, text))?.length ?? 0) > 2;
}

function hasHalfBracket(text: string): boolean {
  return text.split('<').length !== text.split('>').length;
}
