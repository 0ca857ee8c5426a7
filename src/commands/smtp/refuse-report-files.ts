import type { BigIntStats } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from '../../errors.js';
import { commandLineTexts } from '../../language/index.js';
import type { Language } from '../../language-codes.js';
import { type ReportFile, STDOUT } from '../../output/report-format.js';
import { shownPath } from '../../safety/shown-word.js';
import { isAlreadyRead } from '../../settings/env-files/text-file.js';

/** Names of files that hold settings. A check that ends early has not read all of them. */
const OF_SETTINGS =
  /(?:^|[._-])env(?:\.[\w-]+)*$|\.(?:ya?ml|sh|service|container|conf|ini|toml)$|^Dockerfile/i;

/**
 * Refuses reports that would replace a file that was read, any other with settings, or one another. To be asked once everything
 * is read, and before anything is checked.
 *
 * @param reports the reports that are asked for
 * @param cwd the folder that relative names start from
 * @throws UsageError naming the file
 */
export async function refuseReportFiles(
  reports: readonly ReportFile[],
  cwd: string,
  language: Language,
): Promise<void> {
  const { usage } = commandLineTexts(language);
  const taken = new Map<string, string>();
  for (const { format, file } of reports) {
    if (file === STDOUT) continue;
    const path = resolve(cwd, file);
    const stats = await stat(path, { bigint: true }).catch(() => undefined);
    // Pipes and devices take one report after the other.
    if (stats && !stats.isFile()) continue;
    if (stats && isAlreadyRead(stats))
      throw new UsageError(usage.reportOverRead('--report', shownPath(file)));
    if (stats && OF_SETTINGS.test(basename(path)))
      throw new UsageError(usage.reportOverSettings('--report', shownPath(file)));
    const key = await keyOf(path, stats);
    const words = `--report ${format} ${shownPath(file)}`;
    const first = taken.get(key);
    if (first !== undefined) throw new UsageError(usage.together(first, words));
    taken.set(key, words);
  }
}

/** What two names of one file have in common, also before there is such a file. */
async function keyOf(path: string, stats: BigIntStats | undefined): Promise<string> {
  if (stats) return `${stats.dev}:${stats.ino}`;
  const folder = await realpath(dirname(path)).catch(() => dirname(path));
  return join(folder, basename(path));
}
