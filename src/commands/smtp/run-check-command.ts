import type { Context } from '../../context.js';
import { startDeadline } from '../../deadline.js';
import type { ExitCode } from '../../exit-codes.js';
import { atSeat } from '../../inside/at-seat.js';
import { commandLineTexts, loadTexts } from '../../language/index.js';
import type { Texts } from '../../language/texts.js';
import type { AskerOptions, AskOptions } from '../../prompts/ask.js';
import { canAsk } from '../../prompts/can-ask.js';
import { type CheckCommand, NEEDED_VALUES } from '../../report/check-command.js';
import type { Saved } from '../../report/report.js';
import type { Sandbox } from '../../sandbox/server.js';
import { type FoundValues, isAnswered } from '../../settings/found-values.js';
import { findMissing } from '../../settings/settings.js';
import { findValues } from '../../settings/values.js';
import type { Cure } from '../../smtp/cure.js';
import { runCheck } from '../../smtp/run.js';
import { describeReport, hearInWords } from '../../words/describe-report.js';
import type { CheckArguments } from './check-arguments.js';
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
  try {
    const gathered = await gather(args, context, signal, sandbox, texts);
    const { message, leftMs } = gathered;
    if (args.reports.length > 0) {
      const { refuseReportFiles } = await import('./refuse-report-files.js');
      await refuseReportFiles(args.reports, context, language);
    }
    const mayAsk = canAsk(context, args);
    const asking = { args, context, signal, texts: texts.interface };
    const names = mayAsk ? gathered.found.problem?.facts.services : undefined;
    const isUnclear = gathered.found.problem?.facts.detail === 'several-services';
    const found =
      names && isUnclear
        ? await gathered.findFor(await askForService(asking, names))
        : gathered.found;
    // No answer helps while a file that was named cannot be read.
    const isRefused = args.envFiles !== undefined && found.problem !== undefined;
    const isWanted = args.isInteractive && !isRefused;
    const isAsking = mayAsk && (isWanted || isIncomplete(found, command));
    if (args.isInteractive && !mayAsk) {
      const { usage } = commandLineTexts(language);
      context.stderr.write(`${usage.nobodyToAsk('--interactive')}\n`);
    }
    const values = isAsking ? await ask({ found, command, ...asking }) : found;
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
    const checked = describeReport(seat ? atSeat(outcome, { seat }) : outcome, texts, seat);
    const saving = { report: checked, values, cure, args, context, signal, texts: texts.interface };
    const { failure, settings } = checked;
    const standing = { cwd: context.cwd, envFiles: args.envFiles, host: settings.host };
    const report = {
      ...checked,
      failure:
        failure && !sandbox && !checked.arrival
          ? await withInsideSteps(failure, standing, texts.interface.inside)
          : failure,
      ...(args.isWriting ? { saved: await save(saving) } : {}),
    };
    const reporting = { context, args, texts: texts.interface, sandbox, values };
    const exitCode = await deliverReport(report, reporting, signal);
    const isOffered = !args.isWriting && !sandbox && !args.isQuiet && canAsk(context, args);
    const saved = isOffered ? await save(saving) : [];
    const isKept = saved.some(({ problem }) => problem === null);
    if (isOffered && isAnswered(values) && !isKept) {
      const { offerLines } = await import('./offer-lines.js');
      await offerLines(saving);
    }
    return exitCode;
  } finally {
    await sandbox?.close();
  }
}

function isIncomplete(values: FoundValues, command: CheckCommand): boolean {
  return !values.problem && findMissing(values, NEEDED_VALUES[command]).length > 0;
}

/** Reads what the command line names: stdin, env files, the HTML file. Reading counts against the time limit. */
async function gather(
  args: CheckArguments,
  context: Context,
  signal: AbortSignal,
  sandbox: Sandbox | undefined,
  texts: Texts,
) {
  const deadline = startDeadline(args.timeoutMs, signal);
  try {
    const message = await readMessage(args, context, deadline.signal, texts.interface.language);
    const given = await findGivenValues(args, context, deadline.signal, sandbox, texts);
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

async function startSandbox(): Promise<Sandbox> {
  const { startSandbox: start } = await import('../../sandbox/server.js');
  return await start();
}

async function save(options: SaveOptions): Promise<Saved[]> {
  if (options.cure === undefined && !isAnswered(options.values)) return [];
  const { saveSettings } = await import('./save-settings.js');
  return await saveSettings(options);
}

async function askForService(options: AskerOptions, names: readonly string[]): Promise<string> {
  const { askForChoice } = await import('../../prompts/ask.js');
  return await askForChoice(options, options.texts.prompts.service, names);
}

async function ask(options: AskOptions): Promise<FoundValues> {
  const { askForValues } = await import('../../prompts/ask.js');
  return await askForValues(options);
}
