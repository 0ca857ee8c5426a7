import { UsageError } from '../../errors.js';
import { ExitCode } from '../../exit-codes.js';
import { commandLineTexts, loadDomainTexts, loadTexts } from '../../language/index.js';
import { domainReportMaker } from '../../output/make-report.js';
import { writeDomainReport } from '../../output/reporter.js';
import { findValues } from '../../settings/values.js';
import type { CommandRun } from './define-command.js';
import type { DomainArguments } from './domain-arguments.js';
import { findUri, givenSender } from './given-values.js';
import { refuseService } from './refuse-service.js';
import { writeReportFiles } from './write-report-files.js';

/**
 * A run of `domain`: finds the settings, asks DNS, and writes what it says.
 *
 * @returns the report's exit code
 * @throws UsageError for a selector of another organisation; InterruptedError when the person ends it
 */
export async function runDomainCommand(
  args: DomainArguments,
  { context, signal, language }: CommandRun,
): Promise<ExitCode> {
  const [texts, words, { foreignSelector, runDomainCheck }, { describeDomain }] = await Promise.all(
    [
      loadTexts(language),
      loadDomainTexts(language),
      import('../../domain/run-domain-check.js'),
      import('../../words/describe-domain.js'),
    ],
  );
  const { env, cwd } = context;
  const { envFiles, envFormat, service } = args;
  const uri = await findUri(
    { ...args, isInteractive: false, isSandbox: false },
    context,
    signal,
    texts,
  );
  const sender = givenSender(args);
  const values = await findValues({
    ...(uri ? { uri } : {}),
    ...(sender ? { sender } : {}),
    ...{ recipients: [], env, cwd, envFiles, envFormat, service, signal },
  });
  refuseService(service, values, language);
  const foreign = await foreignSelector({ ...args, values });
  if (foreign) {
    const { usage } = commandLineTexts(language);
    throw new UsageError(usage.selectorElsewhere('--selector', foreign.other, foreign.domain));
  }
  if (args.reports.length > 0) {
    const { refuseReportFiles } = await import('./refuse-report-files.js');
    await refuseReportFiles(args.reports, context, language);
  }
  const found = await runDomainCheck({
    ...args,
    ...{ values, signal, showSecrets: args.showsSecrets },
  });
  const report = describeDomain(found, words, language);
  const make = domainReportMaker(report, { texts: words, interface: texts.interface });
  const telling = { context, texts: texts.interface, signal };
  const areWritten = await writeReportFiles(args.reports, make, telling);
  const exitCode = report.ok && !areWritten ? ExitCode.unavailable : report.exitCode;
  const told = { ...report, exitCode };
  await writeDomainReport(told, { context, args, texts: texts.interface, words });
  return exitCode;
}
