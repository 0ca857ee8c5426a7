import type { DnsResolver } from '../dns/resolver.js';
import type {
  DmarcPolicy,
  DomainFinding,
  ReceiverDifference,
  UncheckedReason,
} from '../report/domain-finding.js';
import { DOMAIN_CHECKS, type DomainCheckName } from '../report/domain-report.js';
import { type Alignment, align } from './align.js';
import { checkBlocklists } from './check-blocklists.js';
import { checkMx } from './check-mx.js';
import { checkHelo, checkReverseNames } from './check-own-server.js';
import { checkRecipient } from './check-recipient.js';
import { checkDkim } from './dkim/check-dkim.js';
import { checkDmarc, type DmarcView } from './dmarc/check-dmarc.js';
import { misaligned } from './misaligned.js';
import type { DomainQuestion } from './question.js';
import { withPlace } from './record-place.js';
import { checkSpf } from './spf/check-spf.js';

/** The whole check, as data. */
export interface DomainView {
  findings: DomainFinding[];
  alignment: Alignment;
  policy: DmarcPolicy | null;
  receiversDiffer: ReceiverDifference[];
}

/**
 * What DNS says about mail from a domain: asks everything side by side, and nobody but the resolver.
 *
 * @throws the reason of the resolver's signal when it was interrupted
 */
export async function checkDomainOf(
  question: DomainQuestion,
  resolver: DnsResolver,
): Promise<DomainView> {
  const { domain } = question;
  const policy = checkDmarc(domain, resolver);
  const [found, spf, dkim, dmarc, ...others] = await Promise.all([
    checkMx(domain, resolver),
    checkSpf(question, resolver),
    checkDkim(question, policy, resolver),
    policy,
    checkOwnServer(question, resolver),
    lookAtBlocklists(question, resolver),
    lookAtRecipient(question, resolver),
  ]);
  const rest = others.flat();
  if (found.domain.facts.kind === 'domain-unknown') return onlyDomain([found.domain, ...rest]);
  const alignment = align(question, { spf, dkim, dmarc });
  const dmarcFinding = misaligned(question, alignment, dmarc) ?? dmarc.finding;
  const owned = await Promise.all(
    [found.mx, spf, dkim, dmarcFinding].map((finding) =>
      withPlace(asOwners(question, finding), domain, resolver),
    ),
  );
  return {
    findings: inOrder([found.domain, ...owned, ...rest]),
    alignment,
    policy: dmarc.policy,
    receiversDiffer: differences(spf, dmarc),
  };
}

async function checkOwnServer(
  { addresses, helo, provider, isUriUnread = false }: DomainQuestion,
  resolver: DnsResolver,
): Promise<DomainFinding[]> {
  const isProviders = provider !== undefined && provider.kind !== 'software';
  const why = isProviders ? 'provider-sends' : isUriUnread && 'uri-unread';
  const [reverse, name] = await Promise.all([
    addresses.length === 0
      ? skipped('reverse-name', why || 'no-address')
      : checkReverseNames(addresses, resolver, helo),
    helo === undefined ? skipped('helo', why || 'no-name') : checkHelo(helo, resolver),
  ]);
  return [reverse, name];
}

async function lookAtBlocklists(
  question: DomainQuestion,
  resolver: DnsResolver,
): Promise<DomainFinding[]> {
  if (!question.asksBlocklists) return [skipped('blocklist', 'not-asked')];
  return [await checkBlocklists(question, resolver)];
}

async function lookAtRecipient(
  { recipientDomain }: DomainQuestion,
  resolver: DnsResolver,
): Promise<DomainFinding[]> {
  if (recipientDomain === undefined) {
    return [skipped('recipient', 'no-recipient'), skipped('mta-sts', 'no-recipient')];
  }
  const { recipient, mtaSts } = await checkRecipient(recipientDomain, resolver);
  return [recipient, mtaSts];
}

function skipped(name: DomainCheckName, why: UncheckedReason): DomainFinding {
  return { name, status: 'skipped', facts: { kind: 'skipped', why }, evidence: [], record: null };
}

/** Drops advice on records of a free-mail domain, which only its owner can mend, and on records that would not help. */
function asOwners(
  { freeMailOwner, loginDomain }: DomainQuestion,
  finding: DomainFinding,
): DomainFinding {
  const { name, status, facts } = finding;
  const isBad = status === 'failed' || status === 'warning';
  // A record for that provider would let everybody else with an account there pass.
  if (isBad && loginDomain !== undefined && (name === 'spf' || name === 'dkim'))
    return skipped(name, 'login-decides');
  const isTheirs = freeMailOwner && isBad;
  return isTheirs && facts.kind !== 'dmarc-misaligned' ? skipped(name, 'owner-sets') : finding;
}

/** The findings for a domain that does not exist, of which there is nothing else to say. */
function onlyDomain(findings: readonly DomainFinding[]): DomainView {
  const isSaid = (name: DomainCheckName) => findings.some((finding) => finding.name === name);
  const others = DOMAIN_CHECKS.filter((name) => !isSaid(name));
  return {
    findings: inOrder([...findings, ...others.map((name) => skipped(name, 'domain-unknown'))]),
    alignment: { spf: 'unknown', dkim: 'unknown', dmarc: 'unknown' },
    policy: null,
    receiversDiffer: [],
  };
}

function inOrder(findings: readonly DomainFinding[]): DomainFinding[] {
  const rank = ({ name }: DomainFinding) => DOMAIN_CHECKS.indexOf(name);
  return [...findings].sort((a, b) => rank(a) - rank(b));
}

function differences(spf: DomainFinding, dmarc: DmarcView): ReceiverDifference[] {
  const policy = {
    kind: 'policy',
    treePolicy: dmarc.policy,
    listOrganization: dmarc.organizationByList,
  } as const;
  return [
    ...(dmarc.isDifferent ? [policy] : []),
    ...readOtherwise(dmarc),
    ...spfReadOtherwise(spf),
  ];
}

/** What rspamd does with a record that is an error: `test/deliverability/dns-trouble-cases.json`. */
function spfReadOtherwise({ facts, evidence, status }: DomainFinding): ReceiverDifference[] {
  const { kind } = facts;
  if (status !== 'failed') return [];
  const isRedirect = evidence.some((line) => / redirect=/i.test(line));
  if (kind === 'spf-invalid' && facts.problem.kind === 'no-record' && !isRedirect) {
    return [{ kind: 'spf-include-gone', domain: facts.problem.domain }];
  }
  const isError =
    kind === 'spf-invalid' || kind === 'spf-multiple' || kind === 'spf-too-many-lookups';
  return isError ? [{ kind: 'spf-read-on' }] : [];
}

/** What RFC 9989 and RFC 7489 tell receivers to do with the same record. */
function readOtherwise({ found, policy }: DmarcView): ReceiverDifference[] {
  const { isTesting = false, percent = 100 } = found?.record ?? {};
  if (policy === null || policy === 'none') return [];
  return [
    ...(isTesting ? [{ kind: 'dmarc-testing' as const, policy }] : []),
    ...(percent < 100 ? [{ kind: 'dmarc-percent' as const, percent }] : []),
  ];
}
