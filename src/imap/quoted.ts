/** A string in quotes for a command (RFC 9051 section 4.3). The text has no line ends, and one character for each byte. */
export function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
