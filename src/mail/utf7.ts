/** A run of UTF-7 (RFC 2152): modified base64 of UTF-16 between `+` and `-`, or up to a character that ends it by itself. */
const SHIFTED = /\+([A-Za-z\d+/]{0,10000})(-?)/g;

/**
 * Decodes UTF-7 (RFC 2152), for which Node has no decoder: old Exchange servers write their reports in it.
 *
 * @param text ASCII; what is no valid run stays as it is
 */
export function decodeUtf7(text: string): string {
  return text.replace(SHIFTED, (whole, digits: string, end: string) => {
    if (digits === '') return end === '-' ? '+' : whole;
    const bytes = Buffer.from(digits, 'base64');
    const units = bytes.subarray(0, bytes.length - (bytes.length % 2));
    if (units.length === 0) return whole;
    return Buffer.from(units).swap16().toString('utf16le');
  });
}
