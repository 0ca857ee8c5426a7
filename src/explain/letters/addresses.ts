/** A mail address as reports write it, beyond ASCII as well (RFC 6531). */
export const ADDRESS =
  /(?:"[^"\s@]{1,64}"|[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]{1,128})@(?:[\p{L}\p{N}](?:[\p{L}\p{N}_-]{0,62})(?:\.[\p{L}\p{N}_-]{1,63}){0,9}|\[[\d.a-f:]{3,45}\])/u;

const ALL = new RegExp(ADDRESS, 'gu');

/** A character that belongs to the sentence, not to the address in it. */
const AROUND = /^['"`]+|['"`.]+$/g;

/** The addresses in a text, as they stand there, each once whatever its case. */
export function addressesIn(text: string): string[] {
  const found = new Map<string, string>();
  for (const [match] of text.matchAll(ALL)) {
    const address = match.replace(AROUND, '');
    if (!address.includes('@') || isMessageId(text, match)) continue;
    const key = address.toLowerCase();
    if (!found.has(key)) found.set(key, address);
  }
  return [...found.values()];
}

/** The first address in a text. */
export function addressIn(text: string | undefined): string | undefined {
  return text === undefined ? undefined : addressesIn(text)[0];
}

/** Whether two addresses name the same mailbox, as far as their letters tell. */
export function isSameAddress(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Who writes reports, and whom they say to ask: never who did not get a letter. */
export function isOfMailSystem(address: string): boolean {
  return /^(?:mailer-?daemon|poo?stmaster|mail-?master|abuse|no-?reply|bounces?|support|help-?desk)@/i.test(
    address,
  );
}

// `Message-ID: <…@…>` names no mailbox.
function isMessageId(text: string, match: string): boolean {
  const at = text.indexOf(match);
  return /message-?id\W{0,4}$/i.test(text.slice(Math.max(0, at - 16), at));
}
