import type { DnsResolver } from '../dns/resolver.js';
import type { DomainFinding } from '../report/domain-finding.js';
import { checkMx } from './check-mx.js';

/** Where mail to the recipient's domain goes, and whether it asks for TLS (RFC 8461). */
export async function checkRecipient(
  domain: string,
  resolver: DnsResolver,
): Promise<{ recipient: DomainFinding; mtaSts: DomainFinding }> {
  const [found, policy] = await Promise.all([
    checkMx(domain, resolver),
    resolver.ask('TXT', `_mta-sts.${domain}`),
  ]);
  return { recipient: asRecipient(domain, found), mtaSts: describePolicy(domain, policy) };
}

function asRecipient(
  domain: string,
  { domain: existence, mx }: Awaited<ReturnType<typeof checkMx>>,
): DomainFinding {
  const base = { name: 'recipient' as const, evidence: mx.evidence, record: null };
  const none = { kind: 'recipient-takes-no-mail', domain } as const;
  if (existence.facts.kind === 'domain-unknown') {
    const facts = { ...none, isNullMx: false, exists: false, unusable: null };
    return { ...base, status: 'failed', facts };
  }
  // What is a warning about a sender's domain is one here: a server may listen at the address, or in the own network.
  if (mx.facts.kind === 'mx-missing' && mx.status === 'failed') {
    const { isNullMx, unusable } = mx.facts;
    const facts = { ...none, isNullMx, exists: true, unusable };
    return { ...base, status: 'failed', facts };
  }
  if (mx.facts.kind === 'dns-unavailable') return { ...base, status: 'unknown', facts: mx.facts };
  if (mx.facts.kind === 'mx-found') {
    const { exchanges } = mx.facts;
    return { ...base, status: 'ok', facts: { kind: 'recipient-found', domain, exchanges } };
  }
  const inside = mx.facts.kind === 'mx-missing' ? mx.facts.unusable?.exchanges : undefined;
  const facts = { kind: 'recipient-mx-missing', domain, exchanges: inside ?? [] } as const;
  return { ...base, status: 'warning', facts };
}

/**
 * Whether the domain has a policy for TLS, told by its record alone. The policy itself lies on a web server, which is not asked.
 */
function describePolicy(
  domain: string,
  policy: Awaited<ReturnType<DnsResolver['ask']>>,
): DomainFinding {
  const base = { name: 'mta-sts' as const, record: null };
  if (policy.status === 'error') {
    const facts = {
      kind: 'dns-unavailable',
      name: `_mta-sts.${domain}`,
      code: policy.code,
    } as const;
    return { ...base, status: 'unknown', facts, evidence: [] };
  }
  const texts = policy.status === 'found' ? policy.records.map(String) : [];
  const text = texts.find((record) => /^v=STSv1\s*;/.test(record));
  if (text === undefined) {
    return {
      ...base,
      status: 'ok',
      facts: { kind: 'recipient-without-policy', domain },
      evidence: [],
    };
  }
  const evidence = [`_mta-sts.${domain} TXT "${text}"`];
  return { ...base, status: 'ok', facts: { kind: 'recipient-requires-tls', domain }, evidence };
}
