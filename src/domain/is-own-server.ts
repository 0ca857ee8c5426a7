import type { DnsResolver } from '../dns/resolver.js';
import { isIP } from '../safety/is-ip.js';

/**
 * Whether a server that belongs to no known provider is the sender's own, so that mail leaves from its
 * addresses as a rule: its name is in the sender's domain and leads nowhere else. A stranger's server takes mail at one
 * address and sends it on from others, and of an address without a name nobody knows whose it is.
 *
 * @param host as it stands in the settings
 * @param domain the sender's, in lower case and ASCII
 */
export async function isOwnServer(
  host: string,
  domain: string,
  resolver: DnsResolver,
): Promise<boolean> {
  if (isIP(host)) return false;
  const { getDomain } = await import('tldts');
  const ownerOf = (name: string) => getDomain(name, { allowPrivateDomains: true });
  const owner = ownerOf(domain);
  if (owner === null || ownerOf(host) !== owner) return false;
  const alias = await resolver.ask('CNAME', host);
  return alias.status !== 'found' || alias.records.every((name) => ownerOf(name) === owner);
}
