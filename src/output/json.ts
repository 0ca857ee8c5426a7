import type { DomainReport } from '../report/domain-report.js';
import type { Explanation } from '../report/explanation.js';
import type { ProviderList } from '../report/provider-list.js';
import type { Report } from '../report/report.js';

/** A report, an explanation, what is said about a domain, or a list of providers as the one document that `--json` prints. */
export function formatJson(document: Report | Explanation | DomainReport | ProviderList): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
