import type { DmarcPolicy, DomainFinding, Misalignment } from '../report/domain-finding.js';
import type { Alignment } from './align.js';
import type { DmarcView } from './dmarc/check-dmarc.js';
import type { DomainQuestion } from './question.js';

/**
 * What no record can mend: an address of a free-mail provider is sent through somebody else, and only its owner can sign for it or
 * stands in its SPF record; or the provider takes from the login no mail from this sender.
 */
export function foreseenFinding(
  { domain, provider, freeMailOwner, isThroughStranger, loginDomain }: DomainQuestion,
  policy: DmarcPolicy | null,
  isSoftened = false,
): DomainFinding | undefined {
  const failed = (reason: Misalignment, isSoft: boolean): DomainFinding => ({
    ...{ name: 'dmarc', status: 'failed', evidence: [], record: null },
    facts: { kind: 'dmarc-misaligned', domain, policy, isSoftened: isSoft, reason },
  });
  if (freeMailOwner && isThroughStranger) {
    const through = provider?.name ?? null;
    return failed({ kind: 'free-mail', owner: freeMailOwner.name, through }, isSoftened);
  }
  if (!provider || loginDomain === undefined) return undefined;
  return failed({ kind: 'login', loginDomain, through: provider.name }, false);
}

/** The finding of DMARC, where neither SPF nor DKIM can agree with the sender. */
export function misaligned(
  question: DomainQuestion,
  { dmarc: result }: Alignment,
  { finding, policy, found }: DmarcView,
): DomainFinding | undefined {
  const { isTesting = false, percent = 100 } = found?.record ?? {};
  const isSoftened = isTesting || percent < 100;
  const foreign = foreseenFinding(question, policy, isSoftened);
  if (foreign) return { ...foreign, evidence: finding.evidence };
  const { domain, provider } = question;
  const isRewritten = provider?.delivery?.envelope?.value === 'provider';
  // Without a record of DMARC its own absence is said first, but for what no record can mend.
  const isReadable =
    finding.status === 'ok' || (isRewritten && finding.facts.kind === 'dmarc-missing');
  if (result !== 'fail' || !isReadable) return undefined;
  const reason = isRewritten
    ? ({ kind: 'provider', provider: provider.name } as const)
    : ({ kind: 'records' } as const);
  return {
    ...finding,
    status: policy === 'quarantine' || policy === 'reject' ? 'failed' : 'warning',
    facts: { kind: 'dmarc-misaligned', domain, policy, isSoftened, reason },
    record: null,
  };
}
