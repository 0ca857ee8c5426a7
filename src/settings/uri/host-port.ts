import { isIPv6 } from 'node:net';

/** A server as it is written in a URI: an IPv6 address in brackets (RFC 3986 section 3.2.2). */
export function formatHostPort(host: string, port: number): string {
  return `${isIPv6(host) ? `[${host}]` : host}:${port}`;
}
