/** A domain in ASCII that ends where other letters begin; a domain in other scripts (RFC 6531); an address literal. */
const DOMAIN =
  '(?:[A-Za-z\\d](?:[\\w-]{0,62})(?:\\.[\\w-]{1,63}){0,9}(?!\\.[^!-~\\s])|[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,62}(?:\\.[\\p{L}\\p{N}_-]{1,63}){0,9}|\\[[\\d.a-f:]{3,45}\\])';

/** A mail address as reports write it, beyond ASCII as well. */
export const ADDRESS = new RegExp(
  `(?:"[^"\\s@]{1,64}"|[\\p{L}\\p{N}!#$%&'*+/=?^_\`{|}~.-]{1,128})@${DOMAIN}`,
  'u',
);

const ALL = new RegExp(ADDRESS, 'gu');

/** The addresses in a text, as they stand there, each once whatever its case. */
export function addressesIn(text: string): string[] {
  const found = new Map<string, string>();
  for (const match of text.matchAll(ALL)) {
    const address = tidy(match[0]);
    if (address.startsWith('@') || isMessageId(text, match.index)) continue;
    const key = address.toLowerCase();
    if (!found.has(key)) found.set(key, address);
  }
  return [...found.values()];
}

/** Strips the parts of the surrounding sentence from an address. */
function tidy(match: string): string {
  const at = match.lastIndexOf('@');
  const local = match.slice(0, at);
  const domain = match.slice(at + 1).replace(/(?<![.'`"-])[.'`"-]+$/, '');
  if (local.startsWith('"')) return `${local}@${domain}`;
  // X.400 writes an address behind the name of its kind.
  const plain = local.replace(/^['`]+|^SMTP=/i, '');
  // Chinese has no space before an address.
  const isAscii = !/[^\w.:[\]-]/.test(domain);
  return `${isAscii ? plain.replace(/^[^!-~]+(?=\w)/, '') : plain}@${domain}`;
}

/** The first address in a text. */
export function addressIn(text: string | undefined): string | undefined {
  return text === undefined ? undefined : addressesIn(text)[0];
}

/** Whether two addresses name the same mailbox, as far as their letters tell. */
export function isSameAddress(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Addresses of those who write reports, or can be asked. They never mean a recipient who got no letter. */
export function isOfMailSystem(address: string): boolean {
  return /^(?:mailer-?daemon|poo?stmaster|mail-?master|abuse|no-?reply|bounces?|support|help-?desk)@/i.test(
    address,
  );
}

// `Message-ID: <…@…>` names no mailbox.
function isMessageId(text: string, at: number): boolean {
  return /message-?id\W{0,4}$/i.test(text.slice(Math.max(0, at - 16), at));
}
