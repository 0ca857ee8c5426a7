import { resolve } from 'node:path';
import type { Context } from '../context.js';
import type { Report } from '../report/report.js';
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
  const text = {
    junit: () => formatJunit(report, telling),
    github: () => formatSummary(report, telling),
    prometheus: () => formatPrometheus(report, Date.now()),
  }[format]();
  if (file === STDOUT) {
    return await writeToStream(stdout, isGithubActions(env) ? defuseCommands(text) : text);
  }
  const path = resolve(cwd, file) + (/[^/]\/+$/.test(file) ? '/' : '');
  await writeToName(path, text, { stdout, stderr }, signal);
}
