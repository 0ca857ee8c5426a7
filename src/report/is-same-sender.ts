/**
 * Whether two addresses are one for every server: of the part before the `@`, a server may tell capitals from small letters
 * (RFC 5321 section 2.4), and of the domain none does.
 */
export function isSameSender(one: string | undefined, other: string | undefined): boolean {
  return (
    one !== undefined && other !== undefined && withSmallDomain(one) === withSmallDomain(other)
  );
}

function withSmallDomain(address: string): string {
  return address.replace(/@[^@]*$/, (domain) => domain.toLowerCase());
}
