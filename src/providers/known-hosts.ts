import { PROVIDERS } from './index.js';
import type { Provider } from './provider.js';

/** By what the provider of a host is told. */
interface KnownHosts {
  id: string;
  hosts: readonly string[];
  domains: readonly string[];
}

/**
 * The hosts of all providers. `scripts/build.js` puts the finished list into the bundle, which then need
 * not read all that is known of eighty providers to find out that a host belongs to none.
 */
export const KNOWN_HOSTS: readonly KnownHosts[] = PROVIDERS.map(({ id, servers, domains }) => ({
  id,
  hosts: servers.map(({ host }) => host),
  domains: domains ?? [],
}));

/**
 * The id of the provider whose server a host is.
 *
 * @param host as it stands in the settings
 */
export function providerIdOfHost(host: string): string | undefined {
  const name = host.toLowerCase().replace(/\.$/, '');
  const known =
    KNOWN_HOSTS.find(({ hosts }) => hosts.includes(name)) ??
    KNOWN_HOSTS.find(({ domains }) => domains.some((domain) => `.${name}`.endsWith(`.${domain}`)));
  return known?.id;
}

/** What is known of the provider whose server a host is. It is read only where there is one. */
export async function loadProviderOfHost(host: string): Promise<Provider | undefined> {
  const id = providerIdOfHost(host);
  if (id === undefined) return undefined;
  const { PROVIDERS } = await import('./index.js');
  return PROVIDERS.find((provider) => provider.id === id);
}
