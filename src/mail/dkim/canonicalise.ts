/** How a signer prepared what it signed (RFC 6376 section 3.4). */
export type Canonicalisation = 'simple' | 'relaxed';

/**
 * The body as it is hashed (RFC 6376 sections 3.4.3 and 3.4.4).
 *
 * @param body a character a byte, its lines ended by CRLF
 */
export function canonicalBody(body: string, how: Canonicalisation): string {
  // White space becomes one space first, so that no pattern looks at a long run of it twice.
  const text = how === 'simple' ? body : body.replace(/[ \t]+/g, ' ').replaceAll(' \r\n', '\r\n');
  const end = how === 'relaxed' && text.endsWith(' ') ? text.length - 1 : text.length;
  let last = end;
  while (text.startsWith('\r\n', last - 2) && last >= 2) last -= 2;
  // An empty body is one line end in the simple form, and nothing at all in the relaxed one.
  if (last === 0) return how === 'simple' ? '\r\n' : '';
  return `${text.slice(0, last)}\r\n`;
}

/**
 * A field as it is signed, without the line end behind it (RFC 6376 sections 3.4.1 and 3.4.2).
 *
 * @param field name, colon and value as they stand in the mail, folded
 */
export function canonicalField(field: string, how: Canonicalisation): string {
  if (how === 'simple') return field;
  const colon = field.indexOf(':');
  const name = field.slice(0, colon).trimEnd().toLowerCase();
  const value = field
    .slice(colon + 1)
    .replaceAll('\r\n', '')
    .replace(/[ \t]+/g, ' ');
  return `${name}:${value.replace(/^ | $/g, '')}`;
}
