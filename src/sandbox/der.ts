/** The tags of DER that a certificate needs (ITU-T X.680 section 8.4, X.690 section 8.1.2). */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectIdentifier: 0x06,
  utf8String: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** An element of DER (X.690 section 8.1): its tag, its length, and the octets of its parts. Pure. */
export function element(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, ...lengthOctets(body.length)]), body]);
}

/** Up to 127 one octet; else how many octets, and these (X.690 sections 8.1.3.4 and 8.1.3.5). */
function lengthOctets(length: number): number[] {
  if (length < 0x80) return [length];
  const octets = base(0x100, length);
  return [0x80 | octets.length, ...octets];
}

/** An INTEGER of octets without a sign (X.690 section 8.3): a first bit that is set would make it negative. */
export function positiveInteger(octets: Uint8Array): Buffer {
  return element(TAG.integer, Buffer.from([0]).subarray((octets[0] ?? 0) < 0x80 ? 1 : 0), octets);
}

/** An OBJECT IDENTIFIER, such as `2.5.4.3` (X.690 section 8.19). */
export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const octets = [first * 40 + second, ...rest].flatMap((arc) =>
    base(0x80, arc).map((digit, index, { length }) => digit | (index < length - 1 ? 0x80 : 0)),
  );
  return element(TAG.objectIdentifier, Buffer.from(octets));
}

/** A BIT STRING (X.690 section 8.6). */
export function bitString(octets: Uint8Array, unusedBits = 0): Buffer {
  return element(TAG.bitString, Buffer.from([unusedBits]), octets);
}

/** A time to the second in UTC; as certificates want it, years from 2050 on with four digits (RFC 5280 section 4.1.2.5). */
export function time(date: Date): Buffer {
  const digits = `${date.toISOString().replace(/\D/g, '').slice(0, 14)}Z`;
  const year = date.getUTCFullYear();
  return year >= 1950 && year < 2050
    ? element(TAG.utcTime, Buffer.from(digits.slice(2)))
    : element(TAG.generalizedTime, Buffer.from(digits));
}

/** The digits of a whole number from 0 on, the highest first. */
function base(radix: number, value: number): number[] {
  const rest = Math.floor(value / radix);
  return [...(rest > 0 ? base(radix, rest) : []), value % radix];
}
