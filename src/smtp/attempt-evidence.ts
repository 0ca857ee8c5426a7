import { DeadlineReached } from '../deadline.js';
import { type Evidence, StepFailure } from '../diagnosis/evidence.js';
import { cleanReply } from '../diagnosis/reply.js';
import { causeOfSystem } from '../diagnosis/rules/system-codes.js';
import type { StepName } from '../report/report.js';
import type { AttemptOptions } from './attempt-options.js';
import type { Situation } from './attempt-outcome.js';
import type { NodemailerSession } from './session/nodemailer-session.js';
import type { SessionRecorder } from './session/session-recorder.js';

/** The facts that an attempt has gathered, whatever fails next. */
export interface Known {
  addresses: readonly string[];
  session?: NodemailerSession | undefined;
  recorded?: SessionRecorder | undefined;
  isAuthenticated: boolean;
  /** What a second connection has shown of a silent port. */
  isTlsPort?: boolean | undefined;
}

/** The state of the session, for the diagnosis of any refusal. */
export function situationOf(options: AttemptOptions, known: Known): Situation {
  const { uri, sender } = options.settings;
  const { host, port, security, user } = uri;
  const greeting = options.recorder.steps.find(({ name }) => name === 'greeting')?.reply;
  return {
    host,
    port,
    ...(user === undefined ? {} : { user }),
    ...(sender ? { sender: sender.address } : {}),
    ...(greeting === undefined ? {} : { greeting }),
    ...(known.isTlsPort === undefined ? {} : { isTlsPort: known.isTlsPort }),
    isImplicitTls: security === 'tls',
    isStarttlsRequired: security === 'starttls',
    isEncrypted: known.session?.isEncrypted ?? false,
    isAuthenticated: known.isAuthenticated,
    isSenderEmpty: !options.message && !sender,
    extensions: known.recorded?.extensions ?? [],
  };
}

/**
 * Ends the failed step, and gathers what is known of the failure.
 *
 * @throws the error itself, where it is no failure of a step
 */
export function evidenceOf(error: unknown, options: AttemptOptions, known: Known): Evidence {
  const { recorder, redact } = options;
  const failure = preferRefusal(toFailure(error, options, known), known.recorded);
  const { evidence: raw, details } = failure;
  const reply = raw.reply && cleanReply(raw.reply, redact);
  // Without a reply, the first of the open commands is the unanswered one.
  const step = (raw.reply ? undefined : recorder.running[0]) ?? raw.step;
  if (!recorder.isRunning(step) && !recorder.hasEnded(step)) recorder.start(step);
  const begun = step === 'greeting' && !reply && redact(known.session?.halfGreeting ?? '');
  const seen = { ...(reply && { reply }), ...(begun ? { begun } : {}) };
  const evidence = { ...situationOf(options, known), ...raw, step, ...seen };
  if (recorder.isRunning(step)) {
    const shown = { ...(reply ? { reply: reply.text } : {}), ...details };
    recorder.failed(step, shown, reply ? undefined : causeOfSystem(evidence));
  }
  const ms = raw.isTimedOut ? recorder.steps.find(({ name }) => name === step)?.ms : undefined;
  return ms === undefined ? evidence : { ...evidence, silentMs: ms };
}

function toFailure(error: unknown, options: AttemptOptions, known: Known): StepFailure {
  if (error instanceof StepFailure) return error;
  if (!(error instanceof DeadlineReached)) throw error;
  const { running, steps } = options.recorder;
  const step: StepName = running[0] ?? steps.at(-1)?.name ?? 'dns';
  const { port } = options.settings.uri;
  const [address = ''] = known.addresses;
  const target = { address, port };
  return new StepFailure({ step, isTimedOut: true }, step === 'connect' ? target : {});
}

/** Evidence with the refusal of a server that refused and then hung up. The refusal counts. */
function preferRefusal(failure: StepFailure, recorded: SessionRecorder | undefined): StepFailure {
  const refusal = recorded?.refusal;
  const isSilent = failure.evidence.isClosed || failure.evidence.isTimedOut;
  if (!isSilent || !refusal || recorded.isMessageUnanswered) return failure;
  return new StepFailure(refusal);
}
