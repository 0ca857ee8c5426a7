import { randomBytes } from 'node:crypto';
import type { Context } from '../../context.js';
import { ExitCode } from '../../exit-codes.js';
import { atSeat, eventAtSeat } from '../../inside/at-seat.js';
import { readBundle } from '../../inside/bundle.js';
import { compare } from '../../inside/compare.js';
import { ContainerError } from '../../inside/container-error.js';
import { type FoundContainer, findContainer } from '../../inside/find-container.js';
import { heldInFiles } from '../../inside/held-in-files.js';
import { heldOutside } from '../../inside/held-outside.js';
import { type Place, projectHere, runningServices } from '../../inside/list-containers.js';
import { observe } from '../../inside/observe.js';
import { type InsideRequest, wordsWithPlaces } from '../../inside/protocol.js';
import { type InsideResult, runInside } from '../../inside/run-inside.js';
import { loadTexts } from '../../language/index.js';
import { checkReportMaker } from '../../output/make-report.js';
import { tellingOf } from '../../output/reporter.js';
import type { CheckCommand } from '../../report/check-command.js';
import type { ComparedLine, ContainerProblem } from '../../report/container.js';
import type { Facts } from '../../report/facts.js';
import type { Report } from '../../report/report.js';
import { stripControls } from '../../safety/control-characters.js';
import { findValues } from '../../settings/values.js';
import type { FoundListener, FoundReport } from '../../smtp/found-report.js';
import { runCheck } from '../../smtp/run.js';
import { describeReport, hearInWords } from '../../words/describe-report.js';
import type { CheckArguments } from './check-arguments.js';
import type { CheckRun } from './check-run.js';
import type { CommandRun } from './define-command.js';
import { deliverReport } from './deliver-report.js';
import { givenSender } from './given-values.js';
import { withInsideSteps } from './inside-steps.js';
import { readMessage } from './read-message.js';
import { reportNotRun } from './report-not-run.js';
import { showProgress } from './show-progress.js';
import { writeReportFiles } from './write-report-files.js';

/** The service that sends mail in Tailchat's own compose file. */
const USUAL_SERVICE = 'service-core';

/** The exit codes for runs that never began. */
const EXIT_CODES: Record<ContainerProblem, ExitCode> = {
  'no-client': ExitCode.unavailable,
  'engine-down': ExitCode.unavailable,
  'no-config': ExitCode.noPermission,
  'no-login': ExitCode.noPermission,
  'no-permission': ExitCode.noPermission,
  unknown: ExitCode.usage,
  'not-here': ExitCode.unavailable,
  'in-pod': ExitCode.usage,
  ambiguous: ExitCode.usage,
  'not-running': ExitCode.unavailable,
  'no-node': ExitCode.unavailable,
  'no-start': ExitCode.config,
  'old-node': ExitCode.config,
  gone: ExitCode.unavailable,
  killed: ExitCode.unavailable,
  lost: ExitCode.unavailable,
  failed: ExitCode.unavailable,
};

/**
 * A run of `verify` or `test` inside a container: the same check, from the place of Tailchat's own server.
 *
 * @returns the report's exit code; where the check could not be run, why is said on stderr
 * @throws UnreadableFileError for `--html`, InterruptedError when the person ends it
 */
export async function runInsideCommand(
  command: CheckCommand,
  args: CheckArguments,
  { context, signal, language }: CommandRun,
): Promise<ExitCode> {
  const texts = await loadTexts(language);
  const values = { recipients: [], remarks: [] };
  try {
    const report = await check({ command, args, context, signal, texts });
    return await deliverReport(report, { context, args, texts: texts.interface, values }, signal);
  } catch (error) {
    if (!(error instanceof ContainerError)) throw error;
    const words = texts.interface.inside.notRun[error.problem](error.facts);
    context.stderr.write(`${stripControls(words)}\n`);
    const exitCode = EXIT_CODES[error.problem];
    const report = reportNotRun(command, error, exitCode, texts.interface.inside);
    const options = { context, args, texts: texts.interface, values };
    // A name that fits no container is wrong use, for which there is no document. The files of monitors are not to say what was.
    if (args.isJson && exitCode !== ExitCode.usage) {
      return await deliverReport(report, options, signal);
    }
    const make = checkReportMaker(report, tellingOf(options));
    await writeReportFiles(args.reports, make, { context, texts: texts.interface, signal });
    return exitCode;
  }
}

async function check(run: CheckRun): Promise<Report> {
  const { args, context, signal, texts } = run;
  const { env, cwd } = context;
  const target = args.container
    ? { name: args.container }
    : await serviceHere(args, context, signal);
  if (args.reports.length > 0) {
    const { refuseReportFiles } = await import('./refuse-report-files.js');
    await refuseReportFiles(args.reports, context, texts.interface.language);
  }
  const container = await findContainer(target, { env, cwd, signal });
  const bundle = await readBundle();
  const request = await requestOf(run, container);
  const progress = await showProgress(args, context, texts);
  const seat = seatOf(container);
  const facts = { seat, isSentIn: true };
  const hear = hearInWords(progress.listener, texts, seat);
  const listener: FoundListener = (event) => hear(eventAtSeat(event, facts));
  const result = await runInside({
    ...{ container, bundle, request, listener, env, cwd, signal },
  }).finally(progress.end);
  const { engine, name } = container;
  const service = args.service ?? container.service;
  const outside =
    engine !== 'kubectl'
      ? await heldOutside(result.report, container, () =>
          findValues({ env: {}, cwd, service, signal }),
        )
      : {};
  const report = describeReport(atSeat(result.report, { ...outside, ...facts }), texts, seat);
  const { failure, settings } = report;
  const standing = { cwd, host: settings.host, isInside: true };
  return {
    ...report,
    failure: failure && (await withInsideSteps(failure, standing, texts.interface.inside)),
    container: { engine, name },
    ...(args.isComparing
      ? { comparison: await compareWithHere(result, { ...request, service }, run) }
      : {}),
  };
}

/** What the place is called. A container with the network of its machine is, for a mail, the machine. */
function seatOf({ engine, usesHostNetwork }: FoundContainer): Facts['seat'] {
  if (engine === 'kubectl') return 'pod';
  return usesHostNetwork ? undefined : 'container';
}

/**
 * The service that sends mail in the project here.
 *
 * @throws ContainerError where manifests are here: the cluster that they are for is nothing to guess
 */
async function serviceHere(
  { service }: CheckArguments,
  { env, cwd }: Context,
  signal: AbortSignal,
) {
  const running = service === undefined ? await startedByHand({ env, cwd, signal }) : [];
  const found = await findValues({ env, cwd, service, running, signal });
  if (found.isFromManifest) {
    throw new ContainerError('in-pod', { container: found.workload ?? '', engine: 'kubectl' });
  }
  return { service: service ?? found.service ?? USUAL_SERVICE };
}

/** The services here that run, where some are behind profiles: which of these are active is known only to whoever started them. */
async function startedByHand(place: Place): Promise<string[]> {
  const project = await projectHere(place);
  const isOpen = project?.services.some(({ isActive }) => !isActive);
  return isOpen ? await runningServices(place) : [];
}

async function requestOf(
  { command, args, context, signal, texts }: CheckRun,
  { service, usesHostNetwork }: FoundContainer,
): Promise<InsideRequest> {
  const salt = randomBytes(16).toString('hex');
  const { env, cwd } = context;
  // Only of its own project it is known what a container was made from.
  const inFiles = service ? heldInFiles(await findValues({ env, cwd, service, signal }), salt) : [];
  return {
    ...(await readMessage(args, context, signal, texts.interface.language)),
    command,
    mail: wordsWithPlaces(texts.interface.mail),
    sender: args.sender,
    recipients: args.recipients,
    timeoutMs: args.timeoutMs,
    waitMs: args.waitMs,
    isStrict: args.isStrict,
    isOffline: args.isOffline,
    mayConnectAgain: args.mayConnectAgain,
    controlHost: args.controlHost,
    showSecrets: args.showsSecrets,
    isComparing: args.isComparing,
    ...{ salt, inFiles, usesHostNetwork },
  };
}

/** The same check from here, of the same service: its surroundings, and the verdict over the settings found here, if there are any. */
async function compareWithHere(
  { report, observations }: InsideResult,
  request: InsideRequest & { service: string | undefined },
  { args, context, signal, texts }: CheckRun,
): Promise<ComparedLine[]> {
  const { host, port } = report.settings;
  if (!observations) return [];
  const { env, cwd, versions } = context;
  const { service, salt, subject, text, html, recipients } = request;
  const sender = givenSender(request);
  const values = await findValues({
    ...{ env, cwd, service, signal, recipients },
    ...(sender ? { sender } : {}),
  });
  const progress = await showProgress({ ...args, isVerbose: false }, context, texts);
  let isTold = false;
  const hear = hearInWords((event) => {
    // The steps that count are those in the container. A wait here is told all the same.
    if (event.type !== 'retry') return;
    isTold = true;
    progress.listener({ ...event, title: texts.interface.inside.fromHere(event.title) });
  }, texts);
  const [here, own] = await Promise.all([
    observe({ ...request, host, port, values, env, versions, salt, signal }),
    values.uri && !values.problem
      ? runCheck({
          ...request,
          ...{ values, signal, machine: context.machine(), message: { subject, text, html } },
          ...{ mailWords: texts.interface.mail, isCommandLine: true, showSecrets: false },
          listener: hear,
        })
      : undefined,
  ]);
  if (isTold) progress.end();
  return compare(
    { observations: here, verdict: own ? verdictOf(own) : '' },
    { observations, verdict: verdictOf(report) },
  );
}

function verdictOf({ failure }: FoundReport): string {
  return failure?.diagnosis.cause ?? 'ok';
}
