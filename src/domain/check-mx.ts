import type { DnsResolver } from '../dns/resolver.js';
import type { DomainFinding, FindingFacts } from '../report/domain-finding.js';
import { isIP } from '../safety/is-ip.js';
import { isLoopback } from '../settings/addresses/is-loopback.js';
import { isNearby } from '../settings/addresses/is-nearby.js';

/** So many exchanges are looked up, the preferred ones. */
const MOST_EXCHANGES = 10;

/** Whether a domain exists and takes mail: receivers refuse senders that cannot be answered. */
export async function checkMx(
  domain: string,
  resolver: DnsResolver,
): Promise<{ domain: DomainFinding; mx: DomainFinding }> {
  const [exchanges, four, six] = await Promise.all([
    resolver.ask('MX', domain),
    resolver.ask('A', domain),
    resolver.ask('AAAA', domain),
  ]);
  const answers = [exchanges, four, six];
  const failed = answers.find(({ status }) => status === 'error');
  const name = { name: 'domain' as const, evidence: [], record: null };
  const mx = { name: 'mx' as const, evidence: [] as string[], record: null };
  if (answers.every(({ status }) => status === 'no-name')) {
    return {
      domain: { ...name, status: 'failed', facts: { kind: 'domain-unknown', domain } },
      mx: { ...mx, status: 'skipped', facts: { kind: 'skipped', why: 'domain-unknown' } },
    };
  }
  const unknown = {
    kind: 'dns-unavailable',
    name: domain,
    code: failed?.status === 'error' ? failed.code : 'EUNKNOWN',
  } as const;
  const isKnown = answers.some(({ status }) => status === 'found' || status === 'no-data');
  const found: DomainFinding = isKnown
    ? { ...name, status: 'ok', facts: { kind: 'domain-found', domain } }
    : { ...name, status: 'unknown', facts: unknown };
  const missing = {
    ...({ kind: 'mx-missing', domain, takesByAddress: false, isNullMx: false } as const),
    unusable: null,
  };
  if (exchanges.status === 'found') {
    const names = [...exchanges.records]
      .sort((a, b) => a.priority - b.priority)
      .map(({ exchange }) => exchange);
    const isNullMx = names.length === 1 && names[0] === '';
    const evidence = exchanges.records.map(
      ({ priority, exchange }) => `${domain} MX ${priority} ${exchange || '.'}`,
    );
    const judged = isNullMx
      ? ({ status: 'failed', facts: { ...missing, isNullMx } } as const)
      : await judgeExchanges(missing, names, resolver);
    return { domain: found, mx: { ...mx, ...judged, evidence } };
  }
  if (exchanges.status === 'error') {
    const facts = { ...unknown, code: exchanges.code };
    return { domain: found, mx: { ...mx, status: 'unknown', facts } };
  }
  // Without MX records the address of the domain itself takes its mail (RFC 5321 section 5.1).
  const takesByAddress = four.status === 'found' || six.status === 'found';
  const facts = { ...missing, takesByAddress };
  return { domain: found, mx: { ...mx, status: takesByAddress ? 'warning' : 'failed', facts } };
}

/** Whether one of the exchanges can take mail: DNS has an address for its name (RFC 5321 section 5.1). */
async function judgeExchanges(
  missing: Extract<FindingFacts, { kind: 'mx-missing' }>,
  names: readonly string[],
  resolver: DnsResolver,
): Promise<Pick<DomainFinding, 'status' | 'facts'>> {
  const asked = names.slice(0, MOST_EXCHANGES);
  const looks = await Promise.all(asked.map((name) => lookUp(name, resolver)));
  const exchanges = asked.filter((_, at) => looks[at] === 'found');
  if (exchanges.length > 0) {
    return { status: 'ok', facts: { kind: 'mx-found', domain: missing.domain, exchanges } };
  }
  const failed = looks.find((look) => typeof look === 'object');
  if (failed) return { status: 'unknown', facts: { kind: 'dns-unavailable', ...failed } };
  const areAddresses = asked.every((name) => isIP(name) !== 0);
  const areInside = looks.some((look) => look === 'own-network' || look === 'itself');
  return {
    // A resolver of the own network may give other addresses than one outside.
    status: looks.includes('own-network') ? 'warning' : 'failed',
    facts: { ...missing, unusable: { exchanges: asked, areAddresses, areInside } },
  };
}

/** Where the name of an exchange leads: to the outside, only to a local network, only to the machine itself, or nowhere. */
type Look = 'found' | 'own-network' | 'itself' | 'none' | { name: string; code: string };

async function lookUp(name: string, resolver: DnsResolver): Promise<Look> {
  if (name === '' || isIP(name) !== 0) return 'none';
  const answers = await Promise.all([resolver.ask('A', name), resolver.ask('AAAA', name)]);
  const addresses = answers.flatMap((answer) => (answer.status === 'found' ? answer.records : []));
  if (addresses.length > 0) {
    if (addresses.some((address) => !isNearby(address))) return 'found';
    return addresses.every((address) => isLoopback(address)) ? 'itself' : 'own-network';
  }
  // No mail server takes a name that Node does not ask for as that of a host.
  const failed = answers.find(({ status }) => status === 'error');
  return failed?.status === 'error' ? { name, code: failed.code } : 'none';
}
