import { type Raw, reveal, Secret } from '../../safety/secret.js';
import { behindName } from './behind-name.js';
import { looksLikeUri } from './looks-like-uri.js';
import { parseSender } from './mail-address.js';

const NARROW: Readonly<Record<string, string>> = {
  '＜': '<',
  '＞': '>',
  '〈': '<',
  '〉': '>',
  '《': '<',
  '》': '>',
  '＠': '@',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '\u00a0': ' ',
};
const LOOKALIKE = /[＜＞〈〉《》＠“”‘’\u00a0]/gu;
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\u200b-\u200d\u2060\ufeff]/gu;
/** The server takes its colon for the end of a group's name, unless brackets stand around the address. */
const AT_IPV6 = /^[^\s<>@]{1,64}@\[ipv6:[^\s<>[\]]{2,45}\]$/i;
/** A name, an address in brackets or without, and a note. */
const PARTS =
  /^(.{0,300}?)[\s<[(]*([^\s<>"'()[\]:;,@]{1,64}@[^\s<>"'()[\]:;,@]{1,253})[>\])"';,.]*(?:\s*(?:#.*|\(.*\)))?$/su;

/**
 * The sender that a value was surely meant to be, in the form that every mail program reads alike: `"Name" <address>`, or the
 * address alone (RFC 5322 section 3.4).
 *
 * @param raw the variable's value, unchanged
 * @returns undefined where nobody can tell, such as for two addresses
 */
export function repairSender(raw: Raw): Secret | undefined {
  const value = reveal(raw);
  const clean = (behindName(value) ?? value)
    .replace(INVISIBLE, '')
    .replace(LOOKALIKE, (character) => NARROW[character] ?? character)
    .replace(/^[\s=＝]+/, '')
    .trim()
    .replace(/^(["'`])(.*)\1$/su, unwrap)
    .replaceAll('\\"', '"')
    .replaceAll('mailto:', '');
  if (AT_IPV6.test(clean)) return ifRead(`<${clean}>`);
  const [, before = '', address = ''] = PARTS.exec(clean) ?? [];
  const name = before.replace(/["\\]/g, ' ').replace(/\s+/g, ' ').trim();
  const isColon = /[:：](?!\s+\S)/.test(name) && looksLikeUri(clean);
  const isClear = address !== '' && !isColon && !/@|／|\/\//.test(name);
  if (!isClear) return undefined;
  const repaired = name === '' ? address : `"${name}" <${address}>`;
  return ifRead(repaired);
}

function ifRead(repaired: string): Secret | undefined {
  return parseSender(repaired).ok ? new Secret(repaired) : undefined;
}

/** The value without quotes around all of it. Quotes around the name alone stay: `"a" <b>`, `'a@x' 'b'`. */
function unwrap(whole: string, quote: string, inner: string): string {
  return inner.replaceAll(`\\${quote}`, '').includes(quote) ? whole : inner;
}
