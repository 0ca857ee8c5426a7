import type { Explanation } from '../report/explanation.js';
import type { Report } from '../report/report.js';

/** A report or an explanation as the one document that `--json` prints. */
export function formatJson(document: Report | Explanation): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
