import { appendFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Context } from '../context.js';
import { isGithubActions } from './ci.js';
import { defuseCommands } from './github.js';
import { isStepSummary, type ReportFile, STDOUT } from './report-format.js';
import { writeToName, writeToStream } from './write-to-name.js';

/** Makes the text of a report in a format. */
export type ReportMaker = (format: ReportFile['format']) => Promise<string>;

/**
 * Writes a report for another program into a file, or to stdout. It is added to what stands in the summary of a job already.
 *
 * @param signal ends the wait for the reader of a pipe
 * @throws the file system's error
 */
export async function writeReportFile(
  make: ReportMaker,
  wished: ReportFile,
  { cwd, env, stdout, stderr }: Pick<Context, 'cwd' | 'env' | 'stdout' | 'stderr'>,
  signal: AbortSignal,
): Promise<void> {
  const { format, file } = wished;
  const text = await make(format);
  if (file === STDOUT) {
    return await writeToStream(stdout, isGithubActions(env) ? defuseCommands(text) : text);
  }
  if (isStepSummary(wished, { cwd, env })) {
    const stats = await stat(resolve(cwd, file)).catch(() => undefined);
    // What stands there may not end with its line.
    if (stats?.isFile() && stats.size > 0) return await appendFile(resolve(cwd, file), `\n${text}`);
  }
  const path = resolve(cwd, file) + (/[^/]\/+$/.test(file) ? '/' : '');
  const isCollected = format === 'prometheus';
  await writeToName(path, text, { stdout, stderr }, { signal, isCollected });
}
