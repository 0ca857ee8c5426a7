import { isFromWildcard } from '../dns/is-from-wildcard.js';
import type { DnsResolver } from '../dns/resolver.js';
import type { DomainFinding } from '../report/domain-finding.js';
import type { RecordPlace } from '../report/record-place.js';

/**
 * A finding that a record mends, and what is to be seen to where that is published.
 *
 * @param domain the sender's
 */
export async function withPlace(
  finding: DomainFinding,
  domain: string,
  resolver: DnsResolver,
): Promise<DomainFinding> {
  const name = finding.record?.name ?? nameOfMissingKey(finding);
  const place = name === undefined ? undefined : await placeOf(name, domain, resolver);
  if (!place) return finding;
  if (place.kind !== 'alias') return { ...finding, place };
  return { ...finding, place, evidence: [...finding.evidence, `${place.name} CNAME ${place.to}`] };
}

/** Where the first key of a domain will stand. */
function nameOfMissingKey({ facts }: DomainFinding): string | undefined {
  const isMissing =
    facts.kind === 'dkim-key-missing' || (facts.kind === 'dkim-unknown' && facts.hasKeys === false);
  return isMissing ? `_domainkey.${facts.domain}` : undefined;
}

async function placeOf(
  name: string,
  domain: string,
  resolver: DnsResolver,
): Promise<RecordPlace | undefined> {
  // A record at or below a name makes the name exist, and a wildcard no longer answers for it (RFC 4592 section 2.2.2).
  if (`.${name}`.endsWith(`.${domain}`)) {
    const types = ['CNAME', 'A', 'AAAA', 'MX', 'TXT'] as const;
    const ends = await Promise.all(types.map((type) => isFromWildcard(type, domain, resolver)));
    if (ends.includes(true)) return { kind: 'host-of-wildcard', name: domain };
  }
  if (name.startsWith('_domainkey.')) return undefined;
  const answer = await resolver.ask('CNAME', name);
  const to = answer.status === 'found' && answer.records[0];
  if (!to) return undefined;
  const isMade = await isFromWildcard('CNAME', name, resolver);
  return isMade ? { kind: 'wildcard', name } : { kind: 'alias', name, to };
}
