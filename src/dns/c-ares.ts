import dns, { promises } from 'node:dns';

/** How one resolver asks. */
export interface CAresOptions {
  /** `address` or `address:port`, IPv6 in brackets; the first is asked first. */
  servers: readonly string[];
  /** How long an answer may take, in milliseconds. Without a bound c-ares waits 23 to 28 seconds for a dead server. */
  timeoutMs: number;
  /** How often each server is asked. */
  tries: number;
}

/** The system's DNS servers, or those that a host program has set in their place. A new resolver does not know the latter. */
export function systemServers(): string[] {
  // `getServers` imported by name would keep returning the servers from before the change.
  return dns.getServers();
}

/**
 * A resolver of `node:dns` (c-ares), which asks the servers directly and knows no hosts file.
 *
 * @throws TypeError for a server that is no address
 */
export function createCAres({ servers, timeoutMs, tries }: CAresOptions): promises.Resolver {
  const resolver = new promises.Resolver({ timeout: timeoutMs, tries });
  resolver.setServers(servers);
  return resolver;
}
