import type { DnsResolver } from '../dns/resolver.js';
import type { DomainFinding } from '../report/domain-finding.js';
import type { DnsRecordToWrite } from '../report/domain-report.js';
import { isIP } from '../safety/is-ip.js';
import { addressNumber, reverseName } from './networks.js';

/**
 * Whether an address that mail leaves from has a reverse name that leads back to it. Many receivers refuse addresses that have
 * none (RFC 1912 section 2.1).
 *
 * @param helo the name that the address should have, where it is known
 */
export async function checkReverseName(
  address: string,
  resolver: DnsResolver,
  helo?: string,
): Promise<DomainFinding> {
  const question = reverseName(address);
  const answer = await resolver.ask('PTR', question);
  const base = { name: 'reverse-name' as const, record: null };
  if (answer.status === 'error') {
    const facts = { kind: 'dns-unavailable', name: question, code: answer.code } as const;
    return { ...base, status: 'unknown', facts, evidence: [] };
  }
  if (answer.status !== 'found') {
    const facts = { kind: 'reverse-name-missing', address, name: null } as const;
    return { ...base, status: 'failed', facts, evidence: [], record: pointer(question, helo) };
  }
  const names = answer.records.slice(0, 10);
  const evidence = names.map((name) => `${question} PTR ${name}`);
  const type = isIP(address) === 6 ? 'AAAA' : 'A';
  const own = addressNumber(address)?.value;
  let unanswered: { name: string; code: string } | undefined;
  for (const name of names) {
    const back = await resolver.ask(type, name);
    if (back.status === 'error') unanswered = { name, code: back.code };
    if (back.status !== 'found') continue;
    if (back.records.some((found) => addressNumber(found)?.value === own)) {
      return {
        ...base,
        status: 'ok',
        facts: { kind: 'reverse-name-found', address, name },
        evidence,
      };
    }
  }
  if (unanswered) {
    return {
      ...base,
      status: 'unknown',
      facts: { kind: 'dns-unavailable', ...unanswered },
      evidence,
    };
  }
  const facts = { kind: 'reverse-name-missing', address, name: names[0] ?? null } as const;
  return { ...base, status: 'failed', facts, evidence, record: pointer(question, helo) };
}

function pointer(name: string, helo: string | undefined): DnsRecordToWrite | null {
  return helo === undefined ? null : { name, type: 'PTR', value: helo };
}

/** Whether the name that a server gives in EHLO is one that DNS knows (RFC 5321 section 4.1.4). */
export async function checkHelo(name: string, resolver: DnsResolver): Promise<DomainFinding> {
  const base = { name: 'helo' as const, evidence: [] as string[], record: null };
  if (/^\[.*\]$/.test(name) || !name.includes('.') || isIP(name)) {
    const facts = { kind: 'helo-unqualified', name, isInDns: false } as const;
    return { ...base, status: 'warning', facts };
  }
  const [four, six] = await Promise.all([resolver.ask('A', name), resolver.ask('AAAA', name)]);
  const isFound = four.status === 'found' || six.status === 'found';
  if (isFound) return { ...base, status: 'ok', facts: { kind: 'helo-found', name } };
  const failed = [four, six].find(({ status }) => status === 'error');
  if (failed?.status === 'error') {
    return {
      ...base,
      status: 'unknown',
      facts: { kind: 'dns-unavailable', name, code: failed.code },
    };
  }
  return { ...base, status: 'warning', facts: { kind: 'helo-unqualified', name, isInDns: false } };
}
