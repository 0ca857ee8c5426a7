/** A string as a command has it in quotes (RFC 9051 section 4.3): without line ends, a character a byte. */
export function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
