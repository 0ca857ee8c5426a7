import { isIpv6 } from '../../safety/is-ip.js';

/** A server as it is written in a URI: an IPv6 address in brackets (RFC 3986 section 3.2.2). */
export function formatHostPort(host: string, port: number): string {
  return `${isIpv6(host) ? `[${host}]` : host}:${port}`;
}
