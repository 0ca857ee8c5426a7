import { resolve } from 'node:path';
import type { Context } from '../context.js';
import { isGithubActions } from './ci.js';
import { defuseCommands } from './github.js';
import { type ReportFile, STDOUT } from './report-format.js';
import { writeToName, writeToStream } from './write-to-name.js';

/** Makes the text of a report in a format. */
export type ReportMaker = (format: ReportFile['format']) => Promise<string>;

/**
 * Writes a report for another program into a file, or to stdout.
 *
 * @param signal ends the wait for the reader of a pipe
 * @throws the file system's error
 */
export async function writeReportFile(
  make: ReportMaker,
  { format, file }: ReportFile,
  { cwd, env, stdout, stderr }: Pick<Context, 'cwd' | 'env' | 'stdout' | 'stderr'>,
  signal: AbortSignal,
): Promise<void> {
  const text = await make(format);
  if (file === STDOUT) {
    return await writeToStream(stdout, isGithubActions(env) ? defuseCommands(text) : text);
  }
  const path = resolve(cwd, file) + (/[^/]\/+$/.test(file) ? '/' : '');
  await writeToName(path, text, { stdout, stderr }, signal);
}
