import type { Provider } from './provider.js';

/**
 * The provider that gives everybody an address in a domain, such as QQ Mail for `qq.com`.
 *
 * @param domain in lower case
 */
export async function findFreeMailOwner(domain: string): Promise<Provider | undefined> {
  const { PROVIDERS } = await import('./index.js');
  return PROVIDERS.find(({ delivery }) =>
    delivery?.freeMail?.some(({ value }) => value.domains.includes(domain)),
  );
}
