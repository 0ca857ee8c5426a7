import { resolve } from 'node:path';
import type { Context } from '../../context.js';
import { startDeadline, throwIfInterrupted } from '../../deadline.js';
import { errorCodeOf, UnreadableFileError } from '../../errors.js';
import { ExitCode } from '../../exit-codes.js';
import { commandLineTexts, loadTexts } from '../../language/index.js';
import type { Texts } from '../../language/texts.js';
import type { Progress } from '../../output/progress.js';
import type { ReportFile } from '../../output/report-format.js';
import { type ReporterOptions, tellingOf, writeReport } from '../../output/reporter.js';
import type { AskOptions } from '../../prompts/ask.js';
import { canAsk } from '../../prompts/can-ask.js';
import { type CheckCommand, NEEDED_VALUES } from '../../report/check-command.js';
import type { Report, Saved } from '../../report/report.js';
import { stripToLine } from '../../safety/control-characters.js';
import { shownPath } from '../../safety/shown-word.js';
import type { Sandbox } from '../../sandbox/server.js';
import { readTextFile } from '../../settings/env-files/text-file.js';
import { type FoundValues, isAnswered } from '../../settings/found-values.js';
import { findMissing } from '../../settings/settings.js';
import { findValues } from '../../settings/values.js';
import type { Cure } from '../../smtp/cure.js';
import type { MessageOptions } from '../../smtp/message.js';
import { runCheck } from '../../smtp/run.js';
import { describeReport, hearInWords } from '../../words/describe-report.js';
import type { CheckArguments } from './arguments.js';
import type { CommandRun } from './define-command.js';
import { findGivenValues } from './given-values.js';
import type { SaveOptions } from './save-settings.js';

/**
 * A run of `verify` or `test`: finds the values, asks for what is missing where it may, checks, and
 * writes the report.
 *
 * @returns the report's exit code
 * @throws UnreadableFileError for `--html`, InterruptedError when the person ends it
 */
export async function runCheckCommand(
  command: CheckCommand,
  args: CheckArguments,
  { context, signal, language }: CommandRun,
): Promise<ExitCode> {
  const texts = await loadTexts(language);
  const sandbox = args.isSandbox ? await startSandbox() : undefined;
  try {
    const { found, message, leftMs } = await gather(args, context, signal, sandbox, texts);
    const isAsking = canAsk(context, args) && (args.isInteractive || isIncomplete(found, command));
    const values = isAsking
      ? await ask({ found, command, args, context, signal, texts: texts.interface })
      : found;
    const progress = await openProgress(args, context, texts);
    let cure: Cure | undefined;
    const outcome = await runCheck({
      command,
      values,
      message,
      timeoutMs: leftMs,
      waitMs: args.waitMs,
      isCommandLine: true,
      isStrict: args.isStrict,
      isOffline: args.isOffline,
      mayLookFurther: args.mayLookFurther,
      controlHost: args.controlHost,
      showSecrets: args.showsSecrets,
      findCure: async (request) => {
        const { findCure } = await import('../../search/find-cure.js');
        const result = await findCure(request);
        cure = result.cure;
        return result;
      },
      mailWords: texts.interface.mail,
      machine: context.machine(),
      ca: sandbox?.ca,
      signal,
      listener: hearInWords(progress.listener, texts),
    }).finally(progress.end);
    const checked = describeReport(outcome, texts);
    const about = { report: checked, values, cure, args, context, signal, texts: texts.interface };
    const report = args.isWriting ? { ...checked, saved: await save(about) } : checked;
    const reporting = { context, args, texts: texts.interface, sandbox, values };
    // First of all: whether they could be written decides about the exit code, which stands in the document.
    const areWritten = await writeReportFiles(report, args.reports, reporting, signal);
    const exitCode = report.ok && !areWritten ? ExitCode.unavailable : report.exitCode;
    await writeReport({ ...report, exitCode }, reporting);
    const isOffered = !args.isWriting && !sandbox && !args.isQuiet && canAsk(context, args);
    if (isOffered) await save(about);
    return exitCode;
  } finally {
    await sandbox?.close();
  }
}

function isIncomplete(values: FoundValues, command: CheckCommand): boolean {
  return !values.problem && findMissing(values, NEEDED_VALUES[command]).length > 0;
}

/** Reads what the command line names: stdin, env files, the HTML file. It may take its time, but no more. */
async function gather(
  args: CheckArguments,
  context: Context,
  signal: AbortSignal,
  sandbox: Sandbox | undefined,
  texts: Texts,
) {
  const deadline = startDeadline(args.timeoutMs, signal);
  try {
    const message = await readMessage(args, context, deadline.signal, texts);
    const given = await findGivenValues(args, context, deadline.signal, sandbox, texts);
    const { env, cwd } = context;
    const { envFiles, envFormat, service } = args;
    const { signal } = deadline;
    const found = await findValues({ ...given, env, cwd, envFiles, envFormat, service, signal });
    return { found, message, leftMs: Math.max(deadline.remaining(), 1) };
  } finally {
    deadline.clear();
  }
}

async function startSandbox(): Promise<Sandbox> {
  const { startSandbox: start } = await import('../../sandbox/server.js');
  return await start();
}

const SILENT: Progress = { listener: () => {}, end: () => {} };

/** What shows the check while it goes on; where nothing is shown, nothing is loaded for it. */
async function openProgress(args: CheckArguments, context: Context, texts: Texts) {
  const showsSteps = !args.isQuiet && !args.isJson;
  const { isVerbose, isColorWanted } = args;
  if (!showsSteps && !isVerbose) return SILENT;
  const { openProgress: open } = await import('../../output/progress.js');
  return await open({
    context,
    isColorWanted,
    isVerbose,
    showsSteps,
    texts: texts.interface.output,
  });
}

/** @returns whether they could be written */
async function writeReportFiles(
  report: Report,
  reports: readonly ReportFile[],
  options: ReporterOptions,
  signal: AbortSignal,
): Promise<boolean> {
  if (reports.length === 0) return true;
  const { writeReportFile } = await import('../../output/report-file.js');
  const { context, texts } = options;
  const telling = tellingOf(options);
  let areWritten = true;
  for (const wished of reports) {
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

async function save(options: SaveOptions): Promise<Saved[]> {
  if (options.cure === undefined && !isAnswered(options.values)) return [];
  const { saveSettings } = await import('./save-settings.js');
  return await saveSettings(options);
}

async function ask(options: AskOptions): Promise<FoundValues> {
  const { askForValues } = await import('../../prompts/ask.js');
  return await askForValues(options);
}

async function readMessage(
  { subject, text, htmlFile }: CheckArguments,
  context: Context,
  signal: AbortSignal,
  texts: Texts,
): Promise<MessageOptions> {
  if (htmlFile === undefined) return { subject, text };
  const read = await readTextFile(resolve(context.cwd, htmlFile), signal);
  if (read.ok) return { subject, text, html: read.text };
  const { usage } = commandLineTexts(texts.interface.language);
  throw new UnreadableFileError(usage.unreadableFile('--html', shownPath(htmlFile)));
}
