import type { DmarcPolicy } from '../report/domain-finding.js';
import { DOMAIN_CHECKS } from '../report/domain-report.js';
import type { DomainView } from './check-domain.js';
import { foreseenFinding } from './misaligned.js';
import type { DomainQuestion } from './question.js';

/** The policy that the owner of a free-mail domain is known to publish. */
function policyOf({ domain, freeMailOwner }: DomainQuestion): DmarcPolicy | null {
  const facts = freeMailOwner?.delivery?.freeMail ?? [];
  return facts.find(({ value }) => value.domains.includes(domain))?.value.policy ?? null;
}

/** What can be told without DNS: an address of a free-mail provider is sent through somebody else. */
export function checkOffline(question: DomainQuestion): DomainView {
  const foreign = foreseenFinding(question, policyOf(question));
  const findings = DOMAIN_CHECKS.map((name) =>
    foreign?.name === name
      ? foreign
      : {
          ...{ name, status: 'skipped' as const, evidence: [], record: null },
          facts: { kind: 'skipped' as const, why: 'offline' as const },
        },
  );
  const result = foreign && question.loginDomain === undefined ? 'fail' : 'unknown';
  return {
    findings,
    alignment: { spf: result, dkim: result, dmarc: result },
    policy: null,
    receiversDiffer: [],
  };
}
