import { UsageError } from '../../errors.js';
import type { UsageTexts } from '../../language/interface-texts.js';
import { REPORT_FORMATS, type ReportFile, STDOUT } from '../../output/report-format.js';
import { shownPath } from '../../safety/shown-word.js';

/** The system's names for stdout. A file opened by such a name would be overwritten by stdout itself. */
const OWN_STDOUT = new Set(['/dev/stdout', '/dev/fd/1', '/proc/self/fd/1']);

/**
 * The reports that are asked for: `--report junit a.xml --report prometheus b.prom` comes as one list.
 *
 * @throws UsageError naming what is at fault
 */
export function readReports(
  words: readonly string[],
  isJson: boolean,
  usage: UsageTexts,
): ReportFile[] {
  const reports: ReportFile[] = [];
  for (let index = 0; index < words.length; index += 2) {
    const format = REPORT_FORMATS.find((name) => name === words[index]);
    const file = words[index + 1];
    if (!format || file === undefined) {
      throw new UsageError(usage.noFormat('--report', REPORT_FORMATS));
    }
    const isOption = file.startsWith('-') && file !== STDOUT;
    if (isOption) throw new UsageError(usage.optionForFile('--report', shownPath(file)));
    reports.push({ format, file: OWN_STDOUT.has(file) ? STDOUT : file });
  }
  const onStdout = reports.filter(({ file }) => file === STDOUT);
  if (onStdout.length > 0 && isJson) {
    throw new UsageError(usage.together(`--report ${onStdout[0]?.format} -`, '--json'));
  }
  if (onStdout.length > 1) {
    throw new UsageError(usage.repeated('--report … -'));
  }
  return reports;
}
