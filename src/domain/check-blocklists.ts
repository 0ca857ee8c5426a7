import { isIPv4 } from 'node:net';
import type { DnsResolver } from '../dns/resolver.js';
import type { DomainFinding } from '../report/domain-finding.js';
import { reverseName } from './networks.js';

/** A list that is asked over DNS (RFC 5782). */
interface Blocklist {
  zone: string;
  /** Whether it lists addresses or domains. */
  of: 'address' | 'domain';
}

const LISTS: readonly Blocklist[] = [
  { zone: 'zen.spamhaus.org', of: 'address' },
  { zone: 'bl.spamcop.net', of: 'address' },
  { zone: 'b.barracudacentral.org', of: 'address' },
  { zone: 'psbl.surriel.com', of: 'address' },
  { zone: 'dbl.spamhaus.org', of: 'domain' },
];

/** Asks the lists that many receivers use. The lists are third parties, so this happens only when the person wants it. */
export async function checkBlocklists(
  { addresses, domain }: { addresses: readonly string[]; domain: string },
  resolver: DnsResolver,
): Promise<DomainFinding> {
  const questions = LISTS.flatMap(({ zone, of }) =>
    of === 'domain'
      ? [{ zone, what: domain, name: `${domain}.${zone}` }]
      : addresses.map((address) => ({ zone, what: address, name: nameOf(address, zone) })),
  );
  const answers = await Promise.all(
    questions.map(async (question) => ({ ...question, state: await ask(question.name, resolver) })),
  );
  const of = (state: Listing) => answers.filter((answer) => answer.state === state);
  const base = { name: 'blocklist' as const, record: null };
  const [listed] = of('listed');
  if (listed) {
    const lists = of('listed').filter(({ what }) => what === listed.what);
    return {
      ...base,
      status: 'failed',
      facts: { kind: 'blocklisted', what: listed.what, lists: lists.map(({ zone }) => zone) },
      evidence: of('listed').map(({ name }) => name),
    };
  }
  const refused = [...new Set([...of('refused'), ...of('unknown')].map(({ zone }) => zone))];
  const clear = [...new Set(of('clear').map(({ zone }) => zone))];
  if (clear.length === 0) {
    return {
      ...base,
      status: 'unknown',
      facts: { kind: 'blocklist-refused', lists: refused },
      evidence: [],
    };
  }
  const facts = { kind: 'not-listed', lists: clear, unanswered: refused } as const;
  return { ...base, status: 'ok', facts, evidence: [] };
}

type Listing = 'listed' | 'clear' | 'refused' | 'unknown';

async function ask(name: string, resolver: DnsResolver): Promise<Listing> {
  const answer = await resolver.ask('A', name);
  if (answer.status === 'no-name' || answer.status === 'no-data') return 'clear';
  if (answer.status !== 'found') return 'unknown';
  // 127.255.255.x says that the query was refused, which happens to public resolvers. 127.0.1.255 says that the query makes no
  // sense. Neither is a listing.
  const isRefused = answer.records.every((record) =>
    /^127\.(?:255\.255\.\d+|0\.1\.255)$/.test(record),
  );
  if (isRefused) return 'refused';
  // Any other address outside of 127.0.0.0/8 comes from a resolver that answers for names which do not exist.
  return answer.records.some((record) => /^127\.0\./.test(record)) ? 'listed' : 'unknown';
}

function nameOf(address: string, zone: string): string {
  const reversed = reverseName(address).replace(
    isIPv4(address) ? /\.in-addr\.arpa$/ : /\.ip6\.arpa$/,
    '',
  );
  return `${reversed}.${zone}`;
}
