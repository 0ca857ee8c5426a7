import { isIPv6 } from 'node:net';

/**
 * Whether a text is an IPv6 address. Node compiles a long expression when it is first asked, which takes as long as
 * to connect: only what has a colon is worth it.
 */
export function isIpv6(text: string): boolean {
  return text.includes(':') && isIPv6(text);
}
