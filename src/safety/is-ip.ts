import { isIPv4, isIPv6 } from 'node:net';

/**
 * Whether a text is an IPv6 address. Node compiles a long expression when it is first asked, which takes as long as
 * to connect: only what has two colons is worth it (RFC 4291 section 2.2).
 */
export function isIpv6(text: string): boolean {
  return text.includes(':', text.indexOf(':') + 1) && isIPv6(text);
}

/** Of which version an IP address is; 0 for any other text. As Node's own `isIP`, but for the time that it takes. */
export function isIP(text: string): 0 | 4 | 6 {
  if (isIPv4(text)) return 4;
  return isIpv6(text) ? 6 : 0;
}
