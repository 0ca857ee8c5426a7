import type { Localized } from '../../language-codes.js';
import { PROVIDERS } from '../../providers/index.js';
import type { SpfRecord } from './parse-spf.js';

/**
 * The known providers whose servers an SPF record lets send, where it lets nobody else; undefined where a term may be about any
 * server.
 */
export function providersIn({ mechanisms, redirect }: SpfRecord): Localized[] | undefined {
  const named: string[] = redirect === undefined ? [] : [redirect];
  for (const mechanism of mechanisms) {
    if (mechanism.name === 'all') continue;
    if (mechanism.name !== 'include') return undefined;
    named.push(mechanism.domain);
  }
  const owners = named.map((domain) => ownersOf(domain.toLowerCase().replace(/\.$/, '')));
  const isKnown = owners.length > 0 && owners.every((names) => names.length > 0);
  return isKnown ? [...new Set(owners.flat())] : undefined;
}

/** The providers that want this name in the records of their customers. */
function ownersOf(domain: string): Localized[] {
  return PROVIDERS.flatMap(({ name, delivery }) => (delivery?.spf?.value === domain ? name : []));
}
