import type { Mechanism, SpfRecord } from './parse-spf.js';

/** Whether a mechanism uses one of the ten DNS look-ups (RFC 7208 section 4.6.4). */
export function costsLookup({ name }: Mechanism): boolean {
  return name !== 'all' && name !== 'ip4' && name !== 'ip6';
}

/**
 * The domain that a mechanism is about, as it is written: macros may stand in it.
 *
 * @param domain the one whose record it is, which counts where none is written
 */
export function targetOf(mechanism: Mechanism, domain: string): string {
  return ('domain' in mechanism ? mechanism.domain : undefined) ?? domain;
}

/** The terms of a record that take effect: none behind an `all`, and no `redirect=` beside one (RFC 7208 sections 5.1 and 6.1). */
export function countingTerms({ mechanisms, redirect }: SpfRecord): {
  /** The mechanisms without the `all` itself. */
  mechanisms: Mechanism[];
  all?: Mechanism;
  redirect?: string;
} {
  const end = mechanisms.findIndex(({ name }) => name === 'all');
  const all = mechanisms[end];
  if (all) return { mechanisms: mechanisms.slice(0, end), all };
  return { mechanisms, ...(redirect === undefined ? {} : { redirect }) };
}
