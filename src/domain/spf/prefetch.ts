import type { DnsResolver, RecordType } from '../../dns/resolver.js';
import type { SpfRecord } from './parse-spf.js';
import { countingTerms, targetOf } from './terms.js';

/** The greatest number of terms that are asked about: a record may use ten look-ups, and a hostile one names thousands. */
const MOST_TERMS = 20;

/** Asks for the answers that the terms will need, all at once. The evaluation reads them from the resolver's memory. */
export function prefetch(
  record: SpfRecord,
  domain: string,
  addressType: 'A' | 'AAAA',
  resolver: DnsResolver,
): void {
  // An error may be dropped here: code that needs the answer asks again.
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
