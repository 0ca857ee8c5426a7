import type { DnsResolver, RecordType } from '../../dns/resolver.js';
import type { SpfRecord } from './parse-spf.js';
import { countingTerms, targetOf } from './terms.js';

/** A record may use ten look-ups; what a hostile one names beyond twice that is not asked for. */
const MOST_TERMS = 20;

/** Asks for what the terms will want, side by side: the answers are read from the resolver's memory. */
export function prefetch(
  record: SpfRecord,
  domain: string,
  addressType: 'A' | 'AAAA',
  resolver: DnsResolver,
): void {
  // An answer that nobody waits for may fail unheard: whoever needs it asks again.
  const ask = (type: RecordType, name: string) => void resolver.ask(type, name).catch(() => {});
  const { mechanisms, redirect } = countingTerms(record);
  for (const mechanism of mechanisms.slice(0, MOST_TERMS)) {
    const name = targetOf(mechanism, domain);
    if (name.includes('%')) continue;
    if (mechanism.name === 'include') ask('TXT', name);
    if (mechanism.name === 'mx') ask('MX', name);
    if (mechanism.name === 'a') ask(addressType, name);
  }
  if (redirect !== undefined && !redirect.includes('%')) ask('TXT', redirect);
}
