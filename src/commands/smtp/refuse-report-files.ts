import type { BigIntStats } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Context } from '../../context.js';
import { UsageError } from '../../errors.js';
import { commandLineTexts } from '../../language/index.js';
import type { Language } from '../../language-codes.js';
import { isStepSummary, type ReportFile, STDOUT } from '../../output/report-format.js';
import { ownStream } from '../../output/write-to-name.js';
import { shownPath } from '../../safety/shown-word.js';
import { isAlreadyRead } from '../../settings/env-files/text-file.js';
import { isOwnReport } from './is-own-report.js';

/** Names of files that hold settings. A check that ends early has not read all of them. */
const OF_SETTINGS =
  /(?:^|[._-])env(?:\.|$)|\.(?:ya?ml|sh|service|container|conf|ini|toml)$|^Dockerfile/i;

/**
 * Refuses reports that would replace a file that was read, the backup that is to be made of it, any other with settings, one
 * another, or a file that is no earlier report of that format alone, but for the summary of a job, which is added to. To be asked
 * once everything is read, and before anything is checked.
 *
 * @param reports the reports that are asked for
 * @param context with the folder that relative names start from, and our own streams, which are added to
 * @throws UsageError naming the file
 */
export async function refuseReportFiles(
  reports: readonly ReportFile[],
  { cwd, env, stdout, stderr }: Pick<Context, 'cwd' | 'env' | 'stdout' | 'stderr'>,
  language: Language,
): Promise<void> {
  const { usage } = commandLineTexts(language);
  const taken = new Map<string, string>();
  for (const report of reports) {
    const { format, file } = report;
    if (file === STDOUT) continue;
    const path = resolve(cwd, file);
    const stats = await stat(path, { bigint: true }).catch(() => undefined);
    // Pipes and devices take one report after the other.
    if (stats && !stats.isFile()) continue;
    if (stats && isAlreadyRead(stats))
      throw new UsageError(usage.reportOverRead('--report', shownPath(file)));
    if (stats ? OF_SETTINGS.test(basename(path)) : await isNameOfBackup(path))
      throw new UsageError(usage.reportOverSettings('--report', shownPath(file)));
    const key = await keyOf(path, stats);
    const words = `--report ${format} ${shownPath(file)}`;
    const first = taken.get(key);
    if (first !== undefined) throw new UsageError(usage.together(first, words));
    taken.set(key, words);
    if (!stats || stats.size === 0n || (await ownStream(await stat(path), { stdout, stderr })))
      continue;
    if (!isStepSummary(report, { cwd, env }) && !(await isOwnReport(path, format)))
      throw new UsageError(usage.reportOverOther('--report', format, shownPath(file)));
  }
}

/** What two names of one file have in common, also before there is such a file. */
async function keyOf(path: string, stats: BigIntStats | undefined): Promise<string> {
  if (stats) return `${stats.dev}:${stats.ino}`;
  const folder = await realpath(dirname(path)).catch(() => dirname(path));
  return join(folder, basename(path));
}

/** Whether `--write` would keep a file that was read under this name. */
async function isNameOfBackup(path: string): Promise<boolean> {
  const kept = path.replace(/\.bak\d{0,2}$/, '');
  const stats = await stat(kept, { bigint: true }).catch(() => undefined);
  return stats !== undefined && isAlreadyRead(stats);
}
