import { throwIfInterrupted } from '../../deadline.js';
import { errorCodeOf } from '../../errors.js';
import { ExitCode } from '../../exit-codes.js';
import { type ReporterOptions, tellingOf, writeReport } from '../../output/reporter.js';
import type { Report } from '../../report/report.js';
import { stripToLine } from '../../safety/control-characters.js';
import { shownPath } from '../../safety/shown-word.js';
import type { CheckArguments } from './check-arguments.js';

/**
 * Writes a report to whoever is to have it: programs first, for whether they could be written decides about
 * the exit code, which stands in the document.
 *
 * @returns what the command ends with
 * @throws InterruptedError while a pipe has no reader
 */
export async function deliverReport(
  report: Report,
  options: ReporterOptions & { args: CheckArguments },
  signal: AbortSignal,
): Promise<ExitCode> {
  const areWritten = await writeReportFiles(report, options, signal);
  const exitCode = report.ok && !areWritten ? ExitCode.unavailable : report.exitCode;
  await writeReport({ ...report, exitCode }, options);
  return exitCode;
}

/** @returns whether they could be written */
async function writeReportFiles(
  report: Report,
  options: ReporterOptions & { args: CheckArguments },
  signal: AbortSignal,
): Promise<boolean> {
  const { context, texts, args } = options;
  if (args.reports.length === 0) return true;
  const { writeReportFile } = await import('../../output/report-file.js');
  const telling = tellingOf(options);
  let areWritten = true;
  for (const wished of args.reports) {
    await writeReportFile(report, wished, telling, context, signal).catch((error: unknown) => {
      throwIfInterrupted(signal);
      areWritten = false;
      const why = errorCodeOf(error) ?? 'EIO';
      context.stderr.write(
        `${stripToLine(texts.output.reportFailed(shownPath(wished.file), why))}\n`,
      );
    });
  }
  return areWritten;
}
