import { domainOf } from '../domain-of.js';

/**
 * The domain of the sender as a word of a command line, for a look at it that needs no settings.
 *
 * @param address null where no sender is known
 * @returns none, or one that no shell reads otherwise
 */
export function domainWord(address: string | null): [] | [domain: string] {
  const domain = address === null ? '' : domainOf(address);
  return /^\w[\w.-]*$/.test(domain) ? [domain] : [];
}
