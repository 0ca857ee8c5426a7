import type { DnsResolver } from '../dns/resolver.js';
import type { DomainFinding } from '../report/domain-finding.js';

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
  if (exchanges.status === 'found') {
    const names = [...exchanges.records]
      .sort((a, b) => a.priority - b.priority)
      .map(({ exchange }) => exchange);
    const isNullMx = names.length === 1 && names[0] === '';
    const evidence = exchanges.records.map(
      ({ priority, exchange }) => `${domain} MX ${priority} ${exchange || '.'}`,
    );
    const facts = isNullMx
      ? ({ kind: 'mx-missing', domain, takesByAddress: false, isNullMx } as const)
      : ({ kind: 'mx-found', domain, exchanges: names } as const);
    return { domain: found, mx: { ...mx, status: isNullMx ? 'failed' : 'ok', facts, evidence } };
  }
  if (exchanges.status === 'error') {
    const facts = { ...unknown, code: exchanges.code };
    return { domain: found, mx: { ...mx, status: 'unknown', facts } };
  }
  // Without MX records the address of the domain itself takes its mail (RFC 5321 section 5.1).
  const takesByAddress = four.status === 'found' || six.status === 'found';
  const facts = { kind: 'mx-missing', domain, takesByAddress, isNullMx: false } as const;
  return { domain: found, mx: { ...mx, status: takesByAddress ? 'warning' : 'failed', facts } };
}
