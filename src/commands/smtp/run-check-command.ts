import { startDeadline } from '../../deadline.js';
import type { ExitCode } from '../../exit-codes.js';
import { atSeat } from '../../inside/at-seat.js';
import { commandLineTexts, loadTexts } from '../../language/index.js';
import type { AskerOptions, AskOptions } from '../../prompts/ask.js';
import { canAsk } from '../../prompts/can-ask.js';
import { type CheckCommand, NEEDED_VALUES } from '../../report/check-command.js';
import type { Report, Saved } from '../../report/report.js';
import type { Sandbox } from '../../sandbox/server.js';
import { type FoundValues, isAnswered } from '../../settings/found-values.js';
import { findMissing } from '../../settings/settings.js';
import { findValues } from '../../settings/values.js';
import type { Cure } from '../../smtp/cure.js';
import { runCheck } from '../../smtp/run.js';
import type { RunOptions } from '../../smtp/run-options.js';
import { describeReport, hearInWords } from '../../words/describe-report.js';
import type { CheckArguments } from './check-arguments.js';
import { askingOf, type CheckRun } from './check-run.js';
import type { CommandRun } from './define-command.js';
import { deliverReport } from './deliver-report.js';
import { findMailbox } from './find-mailbox.js';
import { findGivenValues } from './given-values.js';
import { withInsideSteps } from './inside-steps.js';
import { readMessage } from './read-message.js';
import { refuseService } from './refuse-service.js';
import type { SaveOptions } from './save-settings.js';
import { showProgress } from './show-progress.js';

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
  const awaiting = await findMailbox(args, context, signal, texts);
  const sandbox = args.isSandbox ? await startSandbox() : undefined;
  const run: CheckRun = { command, args, context, signal, texts, sandbox };
  const asking = askingOf(run);
  try {
    const gathered = await gather(run);
    if (args.reports.length > 0) {
      const { refuseReportFiles } = await import('./refuse-report-files.js');
      await refuseReportFiles(args.reports, context, language);
    }
    const values = await complete(gathered, run);
    const { checked, cure } = await check(values, { ...gathered, awaiting }, run);
    const saving = { report: checked, values, cure, ...asking };
    const report = {
      ...(await withPlace(checked, run)),
      ...(args.isWriting ? { saved: await save(saving) } : {}),
    };
    const exitCode = await deliverReport(report, { ...asking, sandbox, values }, signal);
    const isOffered = !args.isWriting && !sandbox && !args.isQuiet && canAsk(context, args);
    if (isOffered) await offer(saving);
    return exitCode;
  } finally {
    await sandbox?.close();
  }
}

type Gathered = Awaited<ReturnType<typeof gather>>;

/** Reads what the command line names: stdin, env files, the HTML file. Reading counts against the time limit. */
async function gather(run: CheckRun) {
  const { args, context, signal, texts } = run;
  const deadline = startDeadline(args.timeoutMs, signal);
  try {
    const message = await readMessage(args, context, deadline.signal, texts.interface.language);
    const given = await findGivenValues({ ...run, signal: deadline.signal });
    const { env, cwd } = context;
    const { envFiles, envFormat, service } = args;
    const sources = { ...given, env, cwd, envFiles, envFormat };
    const found = await findValues({ ...sources, service, signal: deadline.signal });
    refuseService(service, found, texts.interface.language);
    const findFor = (service: string) => findValues({ ...sources, service, signal });
    return { found, findFor, message, leftMs: Math.max(deadline.remaining(), 1) };
  } finally {
    deadline.clear();
  }
}

/** The values, after a person who may be asked has said which service is meant, and what is missing. */
async function complete(gathered: Gathered, run: CheckRun): Promise<FoundValues> {
  const { command, args, context, texts } = run;
  const asking = askingOf(run);
  const mayAsk = canAsk(context, args);
  const { services: names, detail } = gathered.found.problem?.facts ?? {};
  const isUnclear = mayAsk && names && detail === 'several-services';
  const found = isUnclear
    ? await gathered.findFor(await askForService(asking, names))
    : gathered.found;
  // No answer helps while a file that was named cannot be read.
  const isRefused = args.envFiles !== undefined && found.problem !== undefined;
  const isWanted = args.isInteractive && !isRefused;
  const isAsking = mayAsk && (isWanted || isIncomplete(found, command));
  if (args.isInteractive && !mayAsk) {
    const { usage } = commandLineTexts(texts.interface.language);
    context.stderr.write(`${usage.nobodyToAsk('--interactive')}\n`);
  }
  if (isAsking) return await ask({ found, command, ...asking });
  if (found.searchedFolder === undefined) return found;
  return { ...found, canBeAsked: canAsk(context, { isInputAllowed: true, isJson: false }) };
}

function isIncomplete(values: FoundValues, command: CheckCommand): boolean {
  return !values.problem && findMissing(values, NEEDED_VALUES[command]).length > 0;
}

/** Checks, shows how far it is, and puts what came out into words; with what a search found to work instead. */
async function check(
  values: FoundValues,
  {
    message,
    leftMs,
    awaiting,
  }: Pick<Gathered, 'message' | 'leftMs'> & Pick<RunOptions, 'awaiting'>,
  { command, args, context, signal, texts, sandbox }: CheckRun,
): Promise<{ checked: Report; cure: Cure | undefined }> {
  const progress = await showProgress(args, context, texts);
  const seat = context.env.KUBERNETES_SERVICE_HOST !== undefined && !sandbox ? 'pod' : undefined;
  let cure: Cure | undefined;
  const outcome = await runCheck({
    command,
    values,
    message,
    awaiting,
    timeoutMs: leftMs,
    waitMs: args.waitMs,
    isCommandLine: true,
    isStrict: args.isStrict,
    isOffline: args.isOffline,
    mayConnectAgain: args.mayConnectAgain,
    controlHost: args.controlHost,
    showSecrets: args.showsSecrets,
    lookEarly: async (request) => (await import('../../search/look-early.js')).lookEarly(request),
    findCure: async (request) => {
      const { findCure } = await import('../../search/find-cure.js');
      const result = await findCure(request);
      cure = result.cure;
      return result;
    },
    mailWords: sandbox ? texts.interface.sandboxMail : texts.interface.mail,
    machine: context.machine(),
    ca: sandbox?.ca,
    signal,
    listener: hearInWords(progress.listener, texts, seat),
  }).finally(progress.end);
  return { checked: describeReport(seat ? atSeat(outcome, { seat }) : outcome, texts, seat), cure };
}

/** The report, whose steps say where else to check from: no other place sees the sandbox, or who reads another's mailbox. */
async function withPlace(
  report: Report,
  { args, context, texts, sandbox }: CheckRun,
): Promise<Report> {
  const { failure, settings, arrival } = report;
  if (!failure || sandbox || arrival) return report;
  const standing = { cwd: context.cwd, envFiles: args.envFiles, host: settings.host };
  return {
    ...report,
    failure: await withInsideSteps(failure, standing, texts.interface.inside),
  };
}

async function startSandbox(): Promise<Sandbox> {
  const { startSandbox: start } = await import('../../sandbox/server.js');
  return await start();
}

async function save(options: SaveOptions): Promise<Saved[]> {
  if (options.cure === undefined && !isAnswered(options.values)) return [];
  const { saveSettings } = await import('./save-settings.js');
  return await saveSettings(options);
}

/** At the end, to a person: to write what works into its file, else to print it with its password. */
async function offer(saving: SaveOptions): Promise<void> {
  const saved = await save(saving);
  const isKept = saved.some(({ problem }) => problem === null);
  if (isKept || !isAnswered(saving.values)) return;
  const { offerLines } = await import('./offer-lines.js');
  await offerLines(saving);
}

async function askForService(options: AskerOptions, names: readonly string[]): Promise<string> {
  const { askForChoice } = await import('../../prompts/ask.js');
  return await askForChoice(options, options.texts.prompts.service, names);
}

async function ask(options: AskOptions): Promise<FoundValues> {
  const { askForValues } = await import('../../prompts/ask.js');
  return await askForValues(options);
}
