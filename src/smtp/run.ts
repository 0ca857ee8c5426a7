import { startDeadline } from '../deadline.js';
import { describeFailure, type NamedFailure } from '../diagnosis/describe-failure.js';
import { ExitCode } from '../exit-codes.js';
import type { Texts } from '../language/texts.js';
import { type Cause, diagnosisOf } from '../report/causes.js';
import type { Facts } from '../report/facts.js';
import {
  BEYOND_SETTINGS,
  type CheckListener,
  INEVITABLE_WARNING,
  type RejectedRecipient,
  type Report,
  type SentMessage,
  STEP_NAMES,
} from '../report/report.js';
import { createRedactor } from '../safety/redactor.js';
import { Secret } from '../safety/secret.js';
import type { FoundValues } from '../settings/found-values.js';
import { describeSettings, readSettings, type Settings } from '../settings/settings.js';
import { formatHostPort } from '../settings/uri/host-port.js';
import { runAttempt } from './attempt.js';
import type { AttemptOutcome } from './attempt-outcome.js';
import type { FindCure } from './cure.js';
import type { MessageOptions } from './message.js';
import { Recorder } from './recorder.js';
import { retryWhileFailing } from './retry.js';
import { isTaken } from './session/session-recorder.js';
import { type Failed, withSuggestion } from './suggest.js';
import { warnOfSettings } from './warnings/settings-warnings.js';
import { warnOfValues } from './warnings/value-warnings.js';

/** How to run a check. */
export interface RunOptions {
  command: 'verify' | 'test';
  values: FoundValues;
  message?: MessageOptions | undefined;
  /** Bound on one attempt, in milliseconds. */
  timeoutMs: number;
  /** How long to try again while the failure is retryable, in milliseconds. */
  waitMs: number;
  /** Values of kind `flag` come from a command line, which other users can see. */
  isCommandLine: boolean;
  isStrict: boolean;
  isOffline: boolean;
  /** Further connections may be opened to learn more of a failure. */
  mayLookFurther: boolean;
  showSecrets: boolean;
  texts: Texts;
  /** Looks for settings that work where these fail; without it nobody looks. */
  findCure?: FindCure | undefined;
  /** A host to compare with, where none of the server's ports answers. */
  controlHost?: string | undefined;
  /** The name of the machine, for the test mail. */
  machine: string;
  /** An authority to trust in place of the usual ones (the sandbox's). */
  ca?: string | undefined;
  signal: AbortSignal;
  listener: CheckListener;
}

// A search takes five seconds, the proof what is left.
const LONGEST_RESERVE_MS = 7000;
const LEAST_TIME_TO_SEARCH_MS = 4000;

/** What a run has brought so far. */
interface Result {
  recorder: Recorder;
  named: NamedFailure | null;
  message: SentMessage | null;
  /** The server has taken the mail, or may have: trying again would send it twice. */
  isMailOut: boolean;
  /** What a search for a cure sets out from. */
  failed?: Failed;
}

/**
 * The check: from values to a report. Prints nothing, asks nothing, ends nothing.
 *
 * @throws the signal's reason when the run is interrupted; everything else is in the report
 */
export async function runCheck(options: RunOptions): Promise<Report> {
  const { listener, values, command } = options;
  const start = performance.now();
  const settings = describeSettings(values, options.showSecrets);
  listener({ type: 'settings', settings });
  const result = strictly(options, await checkValues(options));
  const { recorder, named, message } = result;
  return {
    schemaVersion: 1,
    command,
    ok: named === null,
    exitCode: named?.exitCode ?? ExitCode.ok,
    settings,
    steps: recorder.steps,
    warnings: recorder.warnings,
    failure: named?.failure ?? null,
    message,
    ms: Math.round(performance.now() - start),
  };
}

async function checkValues(options: RunOptions): Promise<Result> {
  const { values, command, texts } = options;
  const recorder = new Recorder(options.listener);
  recorder.start('settings');
  warnOfValues(values.remarks, recorder, texts, options.showSecrets);
  const read = readSettings(values, command);
  if (!read.ok) {
    recorder.failed('settings');
    const { cause } = read.failing;
    const facts = { ...read.failing.facts, ...(await uriFacts(cause, options)) };
    const named = describeFailure(texts, diagnosisOf(cause), { step: 'settings' }, facts);
    const repaired = facts.envLine ? await repairedSettings(options) : undefined;
    return {
      ...{ recorder, message: null, isMailOut: false },
      named: repaired ? await suggest(options, named, repaired) : named,
    };
  }
  recorder.ok('settings');
  await warnOfSettings(options.isCommandLine, values, read.settings, recorder, texts);
  if (options.isOffline) return skipNetwork(recorder, texts);
  const { waitMs, signal, listener } = options;
  const result = await retryWhileFailing({
    waitMs,
    signal,
    run: () => checkOnce(options, read.settings, recorder),
    isWorthRetrying: ({ named, isMailOut }) => !isMailOut && (named?.failure.retryable ?? false),
    onRetry: ({ named }, delayMs) => {
      if (!named) return;
      const { cause, title } = named.failure;
      listener({ type: 'retry', cause, title, delayMs });
    },
  });
  const { named, failed } = result;
  return named && failed ? { ...result, named: await suggest(options, named, failed) } : result;
}

/** Looks for a cure, where that is wanted. */
async function suggest(options: RunOptions, named: NamedFailure, failed: Failed) {
  const { findCure, mayLookFurther, isOffline } = options;
  if (!findCure || !mayLookFurther || isOffline) return named;
  return await withSuggestion(named, failed, { ...options, findCure });
}

/** The settings with the repaired URI in place of the given one. */
async function repairedSettings({ values, command, timeoutMs }: RunOptions) {
  const { repairUri } = await import('../settings/uri/repair-uri.js');
  const uri = values.uri && repairUri(values.uri.value);
  if (!values.uri || uri === undefined) return undefined;
  const read = readSettings({ ...values, uri: { ...values.uri, value: uri } }, command);
  if (!read.ok) return undefined;
  const { settings } = read;
  const nothingKnown = { addresses: [], hasLoggedIn: false, takesLoginAsSender: undefined };
  return { uri, settings, ...nothingKnown, leftMs: timeoutMs };
}

/** What there is to say about a bad URI: only where one is. */
async function uriFacts(cause: Cause, { values, showSecrets }: RunOptions): Promise<Facts> {
  if (!values.uri || (cause !== 'uri-invalid' && cause !== 'uri-damaged')) return {};
  const { describeBadUri } = await import('../settings/uri/describe-bad-uri.js');
  return describeBadUri(values.uri.value, showSecrets, values.uri.reader);
}

function skipNetwork(recorder: Recorder, texts: Texts): Result {
  const ofVerify = STEP_NAMES.filter((step) => step !== 'rcpt-to' && step !== 'data');
  for (const step of ofVerify.slice(1)) {
    recorder.skipped(step, texts.interface.output.skipped.offline);
  }
  return { recorder, named: null, message: null, isMailOut: false };
}

async function checkOnce(
  options: RunOptions,
  settings: Settings,
  before: Recorder,
): Promise<Result> {
  const { listener, texts, ca, timeoutMs, signal, values } = options;
  const recorder = before.fork();
  const end = performance.now() + timeoutMs;
  const deadline = startDeadline(timeoutMs - reserveFor(options), signal);
  const redact = createRedactor(settings.uri);
  try {
    const message = await createMessage(options, settings);
    const { mayLookFurther } = options;
    const may = { mayLookFurther, mayAskAboutLogin: mayLookFurther };
    const about = { settings, message, ca, deadline, ...may };
    const context = { ...about, recorder, redact, texts, listener };
    const outcome = await runAttempt(context);
    const { named, rejected } = await judge(options, settings, outcome);
    const sent = message ? describeMessage(message.id, outcome, rejected) : null;
    if (sent) {
      const message = texts.warnings[INEVITABLE_WARNING]({
        host: settings.uri.host,
        isSandbox: values.uri?.source.kind === 'sandbox',
      });
      recorder.warn({ code: INEVITABLE_WARNING, message });
    }
    const isMailOut = sent !== null || outcome.isMessageUnanswered;
    const failed: Failed = {
      uri: values.uri?.value ?? new Secret(''),
      settings,
      addresses: outcome.addresses,
      certificate: outcome.certificate,
      takesLoginAsSender: outcome.takesLoginAsSender,
      hasLoggedIn: recorder.steps.some(
        ({ name, status }) => name === 'auth' && status !== 'skipped',
      ),
      leftMs: Math.max(end - performance.now(), 0),
    };
    return { recorder, named, message: sent, isMailOut, failed };
  } finally {
    deadline.clear();
  }
}

/** What of the time an attempt leaves for the search of a cure: a silent server would take it all. */
function reserveFor({ findCure, mayLookFurther, timeoutMs }: RunOptions): number {
  const isSearching = findCure && mayLookFurther && timeoutMs >= LEAST_TIME_TO_SEARCH_MS;
  return isSearching ? Math.min(LONGEST_RESERVE_MS, timeoutMs / 4) : 0;
}

/** What was refused, and why. Diagnosis, with all its rules, is loaded where something was. */
async function judge(
  { texts, timeoutMs }: RunOptions,
  settings: Settings,
  outcome: AttemptOutcome,
): Promise<{ named: NamedFailure | null; rejected: RejectedRecipient[] }> {
  const isWell = !outcome.evidence && outcome.recipientReplies.every(isTaken);
  if (isWell) return { named: null, rejected: [] };
  const { describeRejected, findFailure } = await import('./outcome.js');
  const named = findFailure(texts, settings, outcome, timeoutMs);
  return { named, rejected: describeRejected(outcome) };
}

/** What became of the mail; null when the server did not take it. */
function describeMessage(
  id: string,
  { accepted, recipientReplies }: AttemptOutcome,
  rejected: RejectedRecipient[],
): SentMessage | null {
  if (accepted === undefined) return null;
  const taken = recipientReplies.filter(isTaken).map(({ address }) => address);
  return { id, accepted: taken, rejected, reply: accepted };
}

async function createMessage(options: RunOptions, settings: Settings) {
  if (options.command !== 'test' || !settings.sender) return undefined;
  const { composeMessage } = await import('./message.js');
  const facts = {
    sender: settings.sender,
    recipients: settings.recipients,
    machine: options.machine,
    server: formatHostPort(settings.uri.host, settings.uri.port),
    date: new Date(),
  };
  return composeMessage(facts, options.message ?? {}, options.texts.interface.mail);
}

/** With `--strict`, warnings make a failure of a check that passed. */
function strictly(options: RunOptions, result: Result): Result {
  const codes = result.recorder.warnings
    .map(({ code }) => code)
    .filter((code) => !BEYOND_SETTINGS.includes(code));
  if (!options.isStrict || result.named || codes.length === 0) return result;
  const step = result.recorder.steps.at(-1)?.name ?? 'settings';
  const facts = { strictWarnings: codes };
  const named = describeFailure(options.texts, diagnosisOf('strict-warnings'), { step }, facts);
  return { ...result, named };
}
