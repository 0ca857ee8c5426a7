import type { DnsResolver } from '../dns/resolver.js';
import type { DomainFinding } from '../report/domain-finding.js';
import type { DnsRecordToWrite } from '../report/domain-report.js';
import { isIP } from '../safety/is-ip.js';
import { addressNumber, reverseName } from './networks.js';

/** The most addresses of the user's own server that are checked. */
export const MOST_ADDRESSES = 10;

/**
 * Whether the addresses that mail leaves from have reverse names that lead back to them. Many receivers refuse addresses that have
 * none (RFC 1912 section 2.1). Nobody knows from which of several a mail will leave: a fault of some is a warning.
 *
 * @param addresses one at least
 * @param helo the name that the addresses should have, where it is known
 */
export async function checkReverseNames(
  addresses: readonly string[],
  resolver: DnsResolver,
  helo?: string,
): Promise<DomainFinding> {
  const found = await Promise.all(
    addresses.slice(0, MOST_ADDRESSES).map((one) => checkReverseName(one, resolver, helo)),
  );
  const base = {
    name: 'reverse-name' as const,
    evidence: found.flatMap(({ evidence }) => evidence).slice(0, MOST_ADDRESSES),
    record: found.find(({ record }) => record !== null)?.record ?? null,
  };
  const [first, ...others] = found.flatMap(({ facts }) => (facts.kind === 'missing' ? facts : []));
  if (first) {
    // One fault at a time: none at all, or a name that leads elsewhere.
    const alike = others.filter(({ name }) => (name === null) === (first.name === null));
    const isPartial = others.length + 1 < found.length;
    return {
      ...base,
      status: isPartial ? 'warning' : 'failed',
      facts: {
        ...{ kind: 'reverse-name-missing', name: first.name, isPartial },
        addresses: [first, ...alike].map(({ address }) => address),
      },
    };
  }
  const unanswered = found.find(({ facts }) => facts.kind === 'dns-unavailable')?.facts;
  if (unanswered?.kind === 'dns-unavailable') {
    return { ...base, status: 'unknown', facts: unanswered };
  }
  const led = found.flatMap(({ facts }) => (facts.kind === 'found' ? facts : []));
  const names = [...new Set(led.map(({ name }) => name))];
  const facts = {
    kind: 'reverse-name-found',
    addresses: led.map(({ address }) => address),
    names,
  } as const;
  return { ...base, status: 'ok', facts };
}

/** What DNS says of one address. */
interface ReverseName {
  facts:
    | { kind: 'found'; address: string; name: string }
    | { kind: 'missing'; address: string; name: string | null }
    | { kind: 'dns-unavailable'; name: string; code: string };
  evidence: string[];
  record: DnsRecordToWrite | null;
}

async function checkReverseName(
  address: string,
  resolver: DnsResolver,
  helo: string | undefined,
): Promise<ReverseName> {
  const question = reverseName(address);
  const answer = await resolver.ask('PTR', question);
  const base = { record: null };
  if (answer.status === 'error') {
    const facts = { kind: 'dns-unavailable', name: question, code: answer.code } as const;
    return { ...base, facts, evidence: [] };
  }
  if (answer.status !== 'found') {
    const facts = { kind: 'missing', address, name: null } as const;
    return { facts, evidence: [], record: pointer(question, helo) };
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
      return { ...base, facts: { kind: 'found', address, name }, evidence };
    }
  }
  if (unanswered) return { ...base, facts: { kind: 'dns-unavailable', ...unanswered }, evidence };
  const facts = { kind: 'missing', address, name: names[0] ?? null } as const;
  return { facts, evidence, record: pointer(question, helo) };
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
