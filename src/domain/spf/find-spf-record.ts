import type { DnsResolver } from '../../dns/resolver.js';
import type { SpfProblem } from '../../report/domain-finding.js';
import { isSpfRecord, parseSpf, type SpfRecord } from './parse-spf.js';

/** The SPF record of a domain, or what keeps it from having one (RFC 7208 section 4.5). */
export type FoundSpfRecord =
  | { status: 'none' }
  | { status: 'problem'; problem: SpfProblem }
  | { status: 'found'; record: SpfRecord; text: string };

/** Finds the one SPF record of a domain among its TXT records (RFC 7208 sections 4.3 to 4.6). */
export async function findSpfRecord(
  domain: string,
  resolver: DnsResolver,
): Promise<FoundSpfRecord> {
  if (!isDomainName(domain)) return { status: 'none' };
  const answer = await resolver.ask('TXT', domain);
  if (answer.status === 'error') {
    const { code } = answer;
    return { status: 'problem', problem: { kind: 'dns-error', name: domain, code } };
  }
  if (answer.status === 'unaskable') {
    return { status: 'problem', problem: { kind: 'unaskable', name: domain } };
  }
  const records = answer.status === 'found' ? answer.records.filter(isSpfRecord) : [];
  const [text] = records;
  if (text === undefined) return { status: 'none' };
  if (records.length > 1) {
    return { status: 'problem', problem: { kind: 'several-records', domain, records } };
  }
  const record = parseSpf(text);
  if (!('problem' in record)) return { status: 'found', record, text };
  return { status: 'problem', problem: { kind: 'syntax', domain, record: text, error: record } };
}

/** Whether a name has several labels, none of them empty or longer than 63 octets (RFC 7208 section 4.3). */
export function isDomainName(name: string): boolean {
  const labels = name.replace(/\.$/, '').split('.');
  const isShort = labels.every((label) => label.length > 0 && label.length <= 63);
  return labels.length > 1 && isShort && name.length <= 254;
}
