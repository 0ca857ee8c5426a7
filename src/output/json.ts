import type { DomainReport } from '../report/domain-report.js';
import type { Explanation } from '../report/explanation.js';
import type { Report } from '../report/report.js';

/** A report, an explanation or what is said about a domain as the one document that `--json` prints. */
export function formatJson(document: Report | Explanation | DomainReport): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
