import { ExitCode } from '../../exit-codes.js';
import { checkReportMaker } from '../../output/make-report.js';
import { type ReporterOptions, tellingOf, writeReport } from '../../output/reporter.js';
import type { withNamed } from '../../output/with-named.js';
import type { Report } from '../../report/report.js';
import type { CheckArguments } from './check-arguments.js';
import { writeReportFiles } from './write-report-files.js';

/**
 * Writes a report for all its readers. Programs come first: whether their files could be written decides the exit code, which is
 * part of the document.
 *
 * @returns what the command ends with
 * @throws InterruptedError while a pipe has no reader
 */
export async function deliverReport(
  told: Report,
  options: ReporterOptions & { args: CheckArguments },
  signal: AbortSignal,
): Promise<ExitCode> {
  const { context, texts, args, values } = options;
  const report = told.failure ? await naming(told, args, values) : told;
  const make = checkReportMaker(report, tellingOf(options));
  const areWritten = await writeReportFiles(args.reports, make, { context, texts, signal });
  const exitCode = report.ok && !areWritten ? ExitCode.unavailable : report.exitCode;
  await writeReport({ ...report, exitCode }, options);
  return exitCode;
}

async function naming(...given: Parameters<typeof withNamed>): Promise<Report> {
  return (await import('../../output/with-named.js')).withNamed(...given);
}
