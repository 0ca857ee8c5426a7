/**
 * A text without its percent-encoding (RFC 3986 section 2.1).
 *
 * @returns undefined where a `%` begins no escape, or the octets are no UTF-8
 */
export function decodePercent(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
