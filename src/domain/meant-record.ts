import { isFromWildcard } from '../dns/is-from-wildcard.js';
import type { DnsResolver } from '../dns/resolver.js';

/** A text that was meant as a record, and the name where it stands. */
export interface MeantRecord {
  name: string;
  text: string;
}

/**
 * Looks for a text that was meant as a record that is missing: one that receivers do not take for it, or that stands where they
 * do not look. A wildcard's text was meant for no name.
 *
 * @param names where it may stand, the likeliest first
 */
export async function findMeant(
  names: readonly string[],
  isMeant: (text: string) => boolean,
  resolver: DnsResolver,
): Promise<MeantRecord | undefined> {
  for (const name of names) {
    const answer = await resolver.ask('TXT', name);
    const text = answer.status === 'found' ? answer.records.find(isMeant) : undefined;
    if (text !== undefined && !(await isFromWildcard('TXT', name, resolver))) return { name, text };
  }
  return undefined;
}

/** What DNS has there, as evidence. */
export const evidenceOf = (meant: MeantRecord | undefined): string[] =>
  meant ? [`${meant.name} TXT "${meant.text}"`] : [];
