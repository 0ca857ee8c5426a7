import type { DmarcPolicy, DomainFinding } from '../report/domain-finding.js';
import type { Alignment } from './align.js';
import type { DmarcView } from './dmarc/check-dmarc.js';
import type { DomainQuestion } from './question.js';

/**
 * What receivers will find, where an address of a free-mail provider is sent through somebody else: only
 * its owner can sign for it, or stands in its SPF record.
 */
export function freeMailFinding(
  { domain, provider, freeMailOwner, isThroughStranger }: DomainQuestion,
  policy: DmarcPolicy | null,
  isSoftened = false,
): DomainFinding | undefined {
  if (!freeMailOwner || !isThroughStranger) return undefined;
  const { name: owner } = freeMailOwner;
  const reason = { kind: 'free-mail', owner, through: provider?.name ?? null } as const;
  return {
    ...{ name: 'dmarc', status: 'failed', evidence: [], record: null },
    facts: { kind: 'dmarc-misaligned', domain, policy, isSoftened, reason },
  };
}

/** The finding where the provider takes no mail from the sender, whatever stands in DNS. */
export function boundLoginFinding(
  { domain, provider, loginDomain }: DomainQuestion,
  policy: DmarcPolicy | null,
): DomainFinding | undefined {
  if (!provider || loginDomain === undefined) return undefined;
  const reason = { kind: 'login', loginDomain, through: provider.name } as const;
  return {
    ...{ name: 'dmarc', status: 'failed', evidence: [], record: null },
    facts: { kind: 'dmarc-misaligned', domain, policy, isSoftened: false, reason },
  };
}

/** The finding of DMARC, where neither SPF nor DKIM can agree with the sender. */
export function misaligned(
  question: DomainQuestion,
  { dmarc: result }: Alignment,
  { finding, policy, found }: DmarcView,
): DomainFinding | undefined {
  const { isTesting = false, percent = 100 } = found?.record ?? {};
  const isSoftened = isTesting || percent < 100;
  const foreign =
    freeMailFinding(question, policy, isSoftened) ?? boundLoginFinding(question, policy);
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
