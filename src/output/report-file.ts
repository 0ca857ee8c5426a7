import { resolve } from 'node:path';
import type { Context } from '../context.js';
import { loadPageTexts } from '../language/index.js';
import type { Report } from '../report/report.js';
import { readVersion } from '../version.js';
import { isGithubActions } from './ci.js';
import { defuseCommands, formatSummary } from './github.js';
import { formatJunit } from './junit.js';
import { formatPrometheus } from './prometheus.js';
import { type ReportFile, STDOUT } from './report-format.js';
import type { Telling } from './tested-lines.js';
import { writeToName, writeToStream } from './write-to-name.js';

/**
 * Writes a report for another program into a file, or to stdout.
 *
 * @param signal ends the wait for the reader of a pipe
 * @throws the file system's error
 */
export async function writeReportFile(
  report: Report,
  { format, file }: ReportFile,
  telling: Telling,
  { cwd, env, stdout, stderr }: Pick<Context, 'cwd' | 'env' | 'stdout' | 'stderr'>,
  signal: AbortSignal,
): Promise<void> {
  const text = await formatReport(report, format, telling);
  if (file === STDOUT) {
    return await writeToStream(stdout, isGithubActions(env) ? defuseCommands(text) : text);
  }
  const path = resolve(cwd, file) + (/[^/]\/+$/.test(file) ? '/' : '');
  await writeToName(path, text, { stdout, stderr }, signal);
}

/** A report in one of the formats. What no other needs is loaded for it alone. */
async function formatReport(
  report: Report,
  format: ReportFile['format'],
  telling: Telling,
): Promise<string> {
  switch (format) {
    case 'html': {
      const [{ formatPage }, page] = await Promise.all([
        import('./html/page.js'),
        loadPageTexts(telling.texts.language),
      ]);
      return formatPage(report, telling, page, { version: readVersion(), now: Date.now() });
    }
    case 'junit':
      return formatJunit(report, telling);
    case 'github':
      return formatSummary(report, telling);
    case 'prometheus':
      return formatPrometheus(report, Date.now());
  }
}
