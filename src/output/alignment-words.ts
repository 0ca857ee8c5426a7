import type { DomainTexts } from '../language/domain-texts.js';
import type { DomainReport } from '../report/domain-report.js';

/** How SPF, DKIM and DMARC will agree with the sender, and what receivers do otherwise: one line each. */
export function alignmentWords({ alignment }: DomainReport, texts: DomainTexts): string[] {
  const { spf, dkim, dmarc } = texts.alignment;
  return [
    spf(alignment.spf),
    dkim(alignment.dkim),
    dmarc(alignment.dmarc, alignment.policy),
    ...alignment.receiversDiffer,
  ];
}
