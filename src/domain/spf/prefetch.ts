import type { DnsResolver, RecordType } from '../../dns/resolver.js';
import type { SpfRecord } from './parse-spf.js';

/** A record may use ten look-ups; what a hostile one names beyond twice that is not asked for. */
const MOST_TERMS = 20;

/** Asks for what the terms will want, side by side: the answers are read from the resolver's memory. */
export function prefetch(
  { mechanisms, redirect }: SpfRecord,
  domain: string,
  addressType: 'A' | 'AAAA',
  resolver: DnsResolver,
): void {
  // An answer that nobody waits for may fail unheard: whoever needs it asks again.
  const ask = (type: RecordType, name: string) => void resolver.ask(type, name).catch(() => {});
  for (const mechanism of mechanisms.slice(0, MOST_TERMS)) {
    if (mechanism.name === 'all') return;
    const name = ('domain' in mechanism ? mechanism.domain : undefined) ?? domain;
    if (name.includes('%')) continue;
    if (mechanism.name === 'include') ask('TXT', name);
    if (mechanism.name === 'mx') ask('MX', name);
    if (mechanism.name === 'a') ask(addressType, name);
  }
  if (redirect !== undefined && !redirect.includes('%')) ask('TXT', redirect);
}
