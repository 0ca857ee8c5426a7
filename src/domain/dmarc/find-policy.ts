import type { DnsResolver } from '../../dns/resolver.js';
import type { DmarcProblem } from '../../report/domain-finding.js';
import { type DmarcRecord, isDmarcRecord, isMeantAsDmarc, parseDmarc } from './parse-dmarc.js';

/** What DNS has at the DMARC name of one domain. */
export type DmarcAt =
  | { status: 'none' }
  | { status: 'unknown'; code: string }
  | { status: 'several'; texts: string[] }
  | { status: 'invalid'; text: string; problem: DmarcProblem }
  | { status: 'found'; text: string; record: DmarcRecord; problem?: DmarcProblem };

/** A record that was found on the way up the tree, with its domain. */
export interface FoundPolicy {
  domain: string;
  text: string;
  record: DmarcRecord;
}

/** What the walk up the tree has found (RFC 9989 section 4.10). */
export interface TreeWalk {
  /** The record that counts for the domain; null if there is none. */
  policy: FoundPolicy | null;
  /** The domain of the organisation. */
  organization: string;
  /** The records of the domain itself. */
  own: DmarcAt;
  /** The answer for each name that was asked, from the domain upwards. */
  answers: readonly { name: string; at: DmarcAt }[];
  /** A question on the way was not answered: another record may stand there. */
  isUncertain: boolean;
}

/** Names with more labels are cut to this many after the first question (RFC 9989 section 4.10). */
const MOST_LABELS = 8;

/** The DMARC records at `_dmarc.<domain>`. */
export async function dmarcAt(domain: string, resolver: DnsResolver): Promise<DmarcAt> {
  const answer = await resolver.ask('TXT', `_dmarc.${domain}`);
  if (answer.status === 'error') return { status: 'unknown', code: answer.code };
  const records = answer.status === 'found' ? answer.records : [];
  const texts = records.filter(isDmarcRecord);
  const [text] = texts;
  if (text === undefined) {
    const meant = records.find(isMeantAsDmarc);
    if (meant === undefined) return { status: 'none' };
    return { status: 'invalid', text: meant, problem: { kind: 'bad-beginning' } };
  }
  if (texts.length > 1) return { status: 'several', texts };
  const read = parseDmarc(text);
  return read.record ? { status: 'found', text, ...read } : { status: 'invalid', text, ...read };
}

/** The names that the walk asks about: the domain, then one label less each time, at most eight. */
export function treeNames(domain: string): string[] {
  const labels = domain.toLowerCase().replace(/\.$/, '').split('.');
  const above = labels.length > MOST_LABELS ? labels.slice(-(MOST_LABELS - 1)) : labels.slice(1);
  return [labels, ...above.map((_, index) => above.slice(index))].map((name) => name.join('.'));
}

/** Walks up the DNS tree (RFC 9989 section 4.10), with all questions asked side by side. */
export async function walkTree(domain: string, resolver: DnsResolver): Promise<TreeWalk> {
  const names = treeNames(domain);
  const answers = await Promise.all(
    names.map(async (name) => ({ name, at: await dmarcAt(name, resolver) })),
  );
  const own: DmarcAt = answers[0]?.at ?? { status: 'none' };
  const found: FoundPolicy[] = [];
  let isUncertain = false;
  for (const { name, at } of answers) {
    if (at.status === 'unknown') isUncertain = true;
    if (at.status !== 'found') continue;
    found.push({ domain: name, text: at.text, record: at.record });
    // The walk ends at a name that says whether it is a public suffix.
    if (at.record.publicSuffix !== undefined) break;
  }
  const organization = organizationOf(names, found);
  const policy =
    found.find((entry) => entry.domain === names[0]) ??
    found.find((entry) => entry.domain === organization) ??
    found.at(-1) ??
    null;
  return { policy, organization, own, answers, isUncertain };
}

/** The domain of the organisation (RFC 9989 section 4.10.2). */
function organizationOf(names: readonly string[], found: readonly FoundPolicy[]): string {
  const start = names[0] ?? '';
  for (const { domain, record } of found) {
    if (record.publicSuffix === false) return domain;
    if (record.publicSuffix === true && domain !== start) {
      return names[names.indexOf(domain) - 1] ?? start;
    }
  }
  return found.at(-1)?.domain ?? start;
}
