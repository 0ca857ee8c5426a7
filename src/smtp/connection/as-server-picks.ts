import { isIpv6 } from '../../safety/is-ip.js';

/**
 * The addresses of which Tailchat's nodemailer takes one: IPv4 ones, and IPv6 ones only where the host has no other, or the machine
 * has no IPv4 address but that of itself (`shared/index.js` of 6.7.8).
 *
 * @param families the machine's own, asked for only where they matter
 */
export function asServerPicks(
  addresses: readonly string[],
  families: () => ReadonlySet<4 | 6>,
): readonly string[] {
  const ofIpv6 = addresses.filter(isIpv6);
  const ofIpv4 = addresses.filter((address) => !isIpv6(address));
  if (ofIpv4.length === 0 || ofIpv6.length === 0) return addresses;
  const own = families();
  return own.has(6) && !own.has(4) ? ofIpv6 : ofIpv4;
}

/**
 * The family without which nodemailer 6.7.8 takes none of the addresses of a name: "Can not use IPv4 addresses with current
 * network". It takes those of the machine itself neither, where the machine has no others.
 *
 * @param tried what `asServerPicks` leaves
 */
export function lackedFamily(
  tried: readonly string[],
  families: ReadonlySet<4 | 6>,
): 4 | 6 | undefined {
  const needed = tried.map((address) => (isIpv6(address) ? 6 : 4));
  return needed.some((family) => families.has(family)) ? undefined : needed[0];
}
