import { isIP } from '../../safety/is-ip.js';
import { isLoopback } from './is-loopback.js';

/** Addresses that only a local network reaches: RFC 1918, RFC 6598, RFC 4193, RFC 3927, RFC 4291. */
const PRIVATE =
  /^(?:0|10|127|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\.|^f[cd][\da-f]{2}:|^fe80:/i;
/** Names that only a local network knows: RFC 6762, RFC 8375, Docker's. */
const OWN_NAME = /\.(?:local|internal|lan|home\.arpa|localhost)\.?$/i;

/**
 * Whether a server is on this machine or in a local network. Where it passes mail on is unknown: to nobody, or through a
 * provider's server.
 */
export function isNearby(host: string): boolean {
  const isShort = isIP(host) === 0 && !host.includes('.');
  return isLoopback(host) || isShort || PRIVATE.test(host) || OWN_NAME.test(host);
}
