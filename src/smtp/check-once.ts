import { startDeadline } from '../deadline.js';
import type { FoundFailure } from '../diagnosis/found-failure.js';
import type { RejectedRecipient, SentMessage } from '../report/report.js';
import { stripToLine } from '../safety/control-characters.js';
import { Secret } from '../safety/secret.js';
import { redactFor } from '../settings/redact-for.js';
import type { Settings } from '../settings/settings.js';
import { formatHostPort } from '../settings/uri/host-port.js';
import { shownHost } from '../settings/uri/shown-host.js';
import { runAttempt } from './attempt.js';
import type { AttemptOutcome } from './attempt-outcome.js';
import type { Recorder } from './recorder.js';
import type { RunOptions } from './run-options.js';
import { isTaken } from './session/session-recorder.js';
import type { Failed } from './suggest.js';
import { warnOfSlowness } from './warnings/slow-warning.js';

// A search takes five seconds, and the proof takes the rest.
const LONGEST_RESERVE_MS = 7000;
const LEAST_TIME_TO_SEARCH_MS = 4000;
/** A look that begins beside a silent server ends before the wait for that server. */
const LONGEST_LOOK_MS = 5500;

/** The results of a check so far. */
export interface Checked {
  recorder: Recorder;
  failure: FoundFailure | null;
  message: SentMessage | null;
  /** The server has taken the mail, or may have. Trying again would send it twice. */
  isMailOut: boolean;
  /** The starting point for the search of a cure. */
  failed?: Failed;
}

/**
 * One attempt on the settings, with its diagnosis.
 *
 * @param before what was recorded before the network was touched
 * @throws the signal's reason when the run is interrupted
 */
export async function checkOnce(
  options: RunOptions,
  settings: Settings,
  before: Recorder,
): Promise<Checked> {
  const { listener, ca, timeoutMs, signal, values, mayConnectAgain } = options;
  const recorder = before.copy();
  const end = performance.now() + timeoutMs;
  const deadline = startDeadline(timeoutMs - reserveFor(options), signal);
  try {
    const message = await createMessage(options, settings);
    const redact = redactFor(settings);
    const outcome = await runAttempt({
      settings,
      message,
      ca,
      deadline,
      mayConnectAgain,
      mayAskAboutLogin: mayConnectAgain,
      mayRaceAddresses: mayConnectAgain,
      lookEarly: earlyLook(options, settings, end),
      asksAboutEmptySender: options.command === 'verify' && !settings.sender,
      recorder,
      redact,
      listener,
    });
    const { failure, rejected } = await findRefusals(outcome, settings, timeoutMs);
    if (!failure) warnOfSlowness(settings, recorder);
    const sent = message ? describeMessage(redact(message.id), outcome, rejected) : null;
    const isSandbox = values.uri?.source.kind === 'sandbox';
    const host = shownHost(settings.uri);
    if (sent) {
      recorder.retract('sender-mismatch-likely');
      recorder.warn({ code: 'accepted-not-delivered', host, isSandbox, ...doubtIn(sent.reply) });
    }
    const isMailOut = sent !== null || outcome.isMessageUnanswered;
    const failed: Failed = {
      uri: values.uri?.value ?? new Secret(''),
      settings,
      addresses: outcome.addresses,
      certificate: outcome.certificate,
      early: outcome.early,
      takesLoginAsSender: outcome.takesLoginAsSender,
      hasSpoken: outcome.situation.greeting !== undefined || outcome.certificate !== undefined,
      hasLoggedIn: recorder.steps.some(
        ({ name, status }) => name === 'auth' && status !== 'skipped',
      ),
      leftMs: Math.max(end - performance.now(), 0),
    };
    // Without such a network no other port can be reached either, and none was looked at.
    const isSearched = outcome.evidence?.lackedFamily === undefined;
    return { recorder, failure, message: sent, isMailOut, ...(isSearched ? { failed } : {}) };
  } finally {
    deadline.clear();
  }
}

/** Begins the look at the other ports. Absent where no further connection is allowed, or nothing would be searched. */
function earlyLook(options: RunOptions, settings: Settings, end: number) {
  const { lookEarly, findCure, mayConnectAgain, ca, signal } = options;
  if (!lookEarly || !findCure || !mayConnectAgain) return undefined;
  return async (addresses: readonly string[]) => {
    // There is time now to load what a verdict takes; whoever needs it hears of a failure.
    void import('./outcome.js').catch(() => {});
    const leftMs = Math.min(LONGEST_LOOK_MS, end - performance.now());
    return await lookEarly({ settings, addresses, ca, deadline: startDeadline(leftMs, signal) });
  };
}

/** The time that an attempt leaves for the search of a cure, in milliseconds. A silent server would use all of it. */
function reserveFor({ findCure, mayConnectAgain, timeoutMs }: RunOptions): number {
  const isSearching = findCure && mayConnectAgain && timeoutMs >= LEAST_TIME_TO_SEARCH_MS;
  return isSearching ? Math.min(LONGEST_RESERVE_MS, timeoutMs / 4) : 0;
}

/** What was refused, and why. The diagnosis with its rules is loaded only after a refusal. */
async function findRefusals(
  outcome: AttemptOutcome,
  settings: Settings,
  timeoutMs: number,
): Promise<{ failure: FoundFailure | null; rejected: RejectedRecipient[] }> {
  const isWell = !outcome.evidence && outcome.recipientReplies.every(isTaken);
  if (isWell) return { failure: null, rejected: [] };
  const { describeRejected, failureOfOutcome } = await import('./outcome.js');
  const failure = failureOfOutcome(settings, outcome, timeoutMs);
  return { failure, rejected: describeRejected(outcome) };
}

/** Words of servers that take a mail and say that nobody will get it. */
const DOUBTS =
  /quarantin|discard|\bdropped\b|\bheld for\b|\bas (?:spam|junk)\b|blackhole|not (?:be )?(?:deliver|forward|relay)|隔离|丢弃|不会投递/i;

/** The server's words about a mail that it took, if they are no promise to deliver it. */
export function doubtIn(reply: string): { doubt?: string } {
  return DOUBTS.test(reply) ? { doubt: stripToLine(reply).slice(0, 300) } : {};
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
    token: options.awaiting?.token,
  };
  return composeMessage(facts, options.message ?? {}, options.mailWords);
}
