/** Slashes, colons and an `@` as in a URI, also encoded or full-width. */
const OF_URI = /\/\/|／／|%(?:3a|2f|40)/i;
const COLON = /[:：]/;

/** A name with a colon in it, and an address in brackets. The server sends from that address. */
const NAMED =
  /^[^:：@/／<>"%]{1,100}[:：][^:：@/／<>"%]{0,100}<[^<>\s:/@]{1,100}@[^<>\s:/@]{1,100}>;?$/;

/** The same without brackets, where the address has letters alone, as no password has. */
const NAMED_BARE =
  /^(?=[^a-z])[^:@/<>"_]{1,100}: [a-z][a-z._-]{0,63}@(?:[\w-]{1,63}\.){1,8}[a-z]{2,24};?$/;

/** A full-width colon ends no name, and is a part of it. */
const WIDE_NAMED = /^[^:：@/<>"]{1,100}：\s?<[^<>\s:/@]{1,100}@[^<>\s:/@]{1,100}>$/;

/** An address as a page links to it (RFC 6068). The server reads it as a group of that name. */
const MAILTO = /^mailto:[^<>\s:/@]{1,100}@[^<>\s:/@]{1,100}$/i;

/** A mailbox at an IPv6 address (RFC 5321 section 4.1.3): none of its colons parts a password. */
const AT_IPV6 = /^[^<>\s:/@]{1,64}@\[ipv6:[\da-f:.]{2,45}\]$/i;

/**
 * Whether a value for an address may be a URI, or the rest of one: two slashes, a colon before an `@` without a space between
 * them, or a colon outside of quotes and brackets. The server takes such a colon for the end of a group's name (RFC 5322 section
 * 3.4), and the password for a mailbox.
 */
export function looksLikeUri(value: string): boolean {
  if ([NAMED, NAMED_BARE, WIDE_NAMED, MAILTO, AT_IPV6].some((form) => form.test(value.trim())))
    return false;
  if (OF_URI.test(value) || COLON.test(outsideOfQuotes(value))) return true;
  return value.split(/[\s"<>]/).some((word) => {
    const colon = word.search(COLON);
    return colon >= 0 && word.lastIndexOf('@') > colon;
  });
}

function outsideOfQuotes(value: string): string {
  let outside = '';
  let closer = '';
  for (let at = 0; at < value.length; at += 1) {
    const character = value[at] ?? '';
    if (closer === '"' && character === '\\') at += 1;
    else if (closer !== '') closer = character === closer ? '' : closer;
    else if (character === '"') closer = '"';
    else if (character === '<') closer = '>';
    else outside += character;
  }
  // A quote that is never closed is none.
  return closer === '' ? outside : value;
}
