import { resolve } from 'node:path';

/** What a report can be written as: for people who were not there, and for other programs. */
export const REPORT_FORMATS = ['html', 'junit', 'github', 'prometheus'] as const;

/** The name that stands for stdout. */
export const STDOUT = '-';

/** The variable with the name of the file for the summary of a job of GitHub Actions. */
export const STEP_SUMMARY = 'GITHUB_STEP_SUMMARY';

/** The last line of a summary, which no reader sees: the report ends there, whatever else is in the file. */
export const SUMMARY_END = '<!-- tailchat smtp -->';

/** A report that is wished for. */
export interface ReportFile {
  format: (typeof REPORT_FORMATS)[number];
  /** The name of a file, or `STDOUT`. */
  file: string;
}

/** Whether a report is for the summary of the job, which all programs of a step add to. */
export function isStepSummary(
  { format, file }: ReportFile,
  { cwd, env }: { cwd: string; env: Readonly<Record<string, string | undefined>> },
): boolean {
  const summary = env[STEP_SUMMARY];
  return format === 'github' && !!summary && resolve(cwd, file) === resolve(cwd, summary);
}
