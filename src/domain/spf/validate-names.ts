import type { DnsAnswer, DnsResolver } from '../../dns/resolver.js';
import { addressNumber, isInBlock, reverseName } from '../networks.js';

/** The greatest number of names of an MX record, or of an address, that are looked at (RFC 7208 section 4.6.4). */
export const MOST_NAMES = 10;

/**
 * The reverse names of an address that lead back to it (RFC 7208 section 5.5).
 *
 * @returns the names in lower case, and what the question for them was answered with
 */
export async function validateNames(
  ip: string,
  resolver: DnsResolver,
): Promise<{ names: string[]; answer: DnsAnswer<string> }> {
  const answer = await resolver.ask('PTR', reverseName(ip));
  const type = addressNumber(ip)?.family === 6 ? 'AAAA' : 'A';
  const names: string[] = [];
  if (answer.status !== 'found') return { names, answer };
  for (const name of answer.records.slice(0, MOST_NAMES)) {
    const back = await resolver.ask(type, name);
    const isBack =
      back.status === 'found' && back.records.some((found) => isInBlock(ip, found, 128));
    if (isBack) names.push(name.toLowerCase().replace(/\.$/, ''));
  }
  return { names, answer };
}
