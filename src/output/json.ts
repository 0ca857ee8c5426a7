import type { Report } from '../report/report.js';

/** The report as the one document that `--json` prints. */
export function formatJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
