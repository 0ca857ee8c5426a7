import type { DnsResolver } from '../../dns/resolver.js';
import type { DmarcPolicy, DomainFinding } from '../../report/domain-finding.js';
import { evidenceOf, findMeant } from '../meant-record.js';
import { dmarcAt, type FoundPolicy, type TreeWalk, walkTree } from './find-policy.js';
import { isDmarcRecord, isMeantAsDmarc } from './parse-dmarc.js';
import { repairedDmarc } from './write-dmarc.js';

/** What DMARC says of a domain, by both ways in which receivers look for it. */
export interface DmarcView {
  finding: DomainFinding;
  /** The policy for mail from this domain by RFC 9989. */
  policy: DmarcPolicy | null;
  /** The record that counts; null if there is none, or it could not be found out. */
  found: FoundPolicy | null;
  /** The domain of the organisation by RFC 9989 and by the list of public suffixes (RFC 7489). */
  organization: string;
  organizationByList: string;
  /** The two ways lead to different policies. */
  isDifferent: boolean;
}

/** Looks for the policy both up the tree (RFC 9989) and by the list of public suffixes. */
export async function checkDmarc(domain: string, resolver: DnsResolver): Promise<DmarcView> {
  const [tree, organizationByList] = await Promise.all([
    walkTree(domain, resolver),
    organizationOfList(domain),
  ]);
  const byList = await policyOfList(domain, organizationByList, tree, resolver);
  const policy = tree.policy && policyFor(domain, tree.policy);
  const listPolicy = byList && policyFor(domain, byList);
  const isDifferent = !tree.isUncertain && policy !== listPolicy;
  const described = describe(domain, tree, { policy, listPolicy, isDifferent, organizationByList });
  const finding =
    described.facts.kind === 'dmarc-missing'
      ? await withMeant(domain, described, resolver)
      : described;
  return {
    ...{ finding, policy, found: tree.policy, organization: tree.organization, organizationByList },
    isDifferent,
  };
}

/** A record's policy for mail from this domain: `sp` if the record belongs to a domain above. */
export function policyFor(domain: string, { domain: at, record }: FoundPolicy): DmarcPolicy {
  return at === domain ? record.policy : (record.subdomainPolicy ?? record.policy);
}

/** A missing record may stand at the domain itself, or where a panel has added the domain a second time. */
async function withMeant(
  domain: string,
  finding: DomainFinding,
  resolver: DnsResolver,
): Promise<DomainFinding> {
  const names = [domain, `_dmarc.${domain}.${domain}`, `dmarc.${domain}`];
  const isMeant = (text: string) => isDmarcRecord(text) || isMeantAsDmarc(text);
  const meant = await findMeant(names, isMeant, resolver);
  if (!meant) return finding;
  const facts = { kind: 'dmarc-missing', domain, meantAt: meant.name } as const;
  const value = isDmarcRecord(meant.text)
    ? meant.text
    : repairedDmarc(meant.text, { kind: 'bad-beginning' });
  const record = finding.record && value !== undefined ? { ...finding.record, value } : null;
  return { ...finding, facts, evidence: evidenceOf(meant), record };
}

/** The domain of the organisation by the list of public suffixes: one label below the suffix. */
export async function organizationOfList(domain: string): Promise<string> {
  const { getDomain } = await import('tldts');
  return getDomain(domain, { allowPrivateDomains: true }) ?? domain;
}

async function policyOfList(
  domain: string,
  organization: string,
  tree: TreeWalk,
  resolver: DnsResolver,
): Promise<FoundPolicy | null> {
  const { own } = tree;
  if (own.status === 'found') return { domain, text: own.text, record: own.record };
  if (own.status !== 'none' || organization === domain) return null;
  const at = await dmarcAt(organization, resolver);
  if (at.status !== 'found') return null;
  return { domain: organization, text: at.text, record: at.record };
}

interface Policies {
  policy: DmarcPolicy | null;
  listPolicy: DmarcPolicy | null;
  isDifferent: boolean;
  organizationByList: string;
}

/** The first faulty or repeated record on the way to the one that counts, or to the organisation. */
function findTrouble(
  { answers, policy }: TreeWalk,
  organizationByList: string,
): Omit<DomainFinding, 'name'> | undefined {
  const last = policy?.domain ?? organizationByList;
  const end = answers.findIndex(({ name }) => name === last);
  for (const { name: domain, at } of answers.slice(0, end + 1)) {
    const show = (text: string) => `_dmarc.${domain} TXT "${text}"`;
    if (at.status === 'several') {
      const { texts } = at;
      const facts = { kind: 'dmarc-multiple', domain, count: texts.length } as const;
      return { status: 'failed', facts, evidence: texts.map(show), record: null };
    }
    if ((at.status !== 'invalid' && at.status !== 'found') || !at.problem) continue;
    const { problem } = at;
    const counted = at.status === 'found' ? at.record.policy : null;
    const facts = { kind: 'dmarc-invalid', domain, problem, policy: counted } as const;
    const value = repairedDmarc(at.text, problem);
    return {
      ...{ status: counted ? 'warning' : 'failed', facts, evidence: [show(at.text)] },
      record: value === undefined ? null : { name: `_dmarc.${domain}`, type: 'TXT', value },
    };
  }
  return undefined;
}

function describe(domain: string, tree: TreeWalk, policies: Policies): DomainFinding {
  const { own, policy: found, isUncertain } = tree;
  const base = { name: 'dmarc' as const, record: null };
  const name = `_dmarc.${domain}`;
  const trouble = findTrouble(tree, policies.organizationByList);
  if (trouble) return { ...base, ...trouble };
  if (own.status === 'unknown' || (isUncertain && !found)) {
    const code = own.status === 'unknown' ? own.code : 'ETIMEOUT';
    return {
      ...base,
      ...{ status: 'unknown', facts: { kind: 'dns-unavailable', name, code }, evidence: [] },
    };
  }
  const evidence = found ? [`_dmarc.${found.domain} TXT "${found.text}"`] : [];
  if (policies.isDifferent) {
    const { policy: treePolicy, listPolicy } = policies;
    const facts = { kind: 'readers-differ', domain, treePolicy, listPolicy } as const;
    return { ...base, status: 'warning', facts, evidence };
  }
  if (!found || !policies.policy) {
    return {
      ...{
        name: 'dmarc',
        status: 'warning',
        facts: { kind: 'dmarc-missing', domain },
        evidence,
      },
      record: { name, type: 'TXT', value: 'v=DMARC1; p=none' },
    };
  }
  const facts = { kind: 'dmarc-found', domain, at: found.domain, policy: policies.policy } as const;
  return { ...base, status: 'ok', facts, evidence };
}
