import type { Evidence } from '../diagnosis/evidence.js';
import type { Cause } from '../report/causes.js';
import type { Reply, StepName } from '../report/report.js';
import { beginningOf, isMailPort } from '../settings/uri/mail-ports.js';
import { guessStep } from './guess-step.js';
import type { LogLine } from './log-line.js';
import { LONGEST_REPLY, parseLoggedReply } from './logged-reply.js';
import { namesNearby } from './mail-log.js';
import type { Origin } from './origin.js';
import { otherServiceBehind, otherServiceOf } from './other-service.js';
import type { Weight } from './patterns/pattern.js';
import type { Properties } from './properties.js';
import type { PutOffMail } from './put-off-mails.js';
import { RUBY_FRAME, stepOfFrame } from './stack-frames.js';
import type { Turn } from './turns.js';
import { unwrapped } from './wrapped-reply.js';

/** A failure that a log tells of. */
export interface LoggedFailure {
  /** The line where it begins, from 1. */
  line: number;
  evidence: Evidence;
  /** The cause itself, where the words leave nothing to weigh. */
  cause?: Cause;
  weight: Weight;
  /** The failure happened at a port that is not one of mail. */
  isElsewhere: boolean;
  /** The other service that the failure belongs to, where that is known. */
  other: string | undefined;
  origin: Origin;
  /** The mail that was put off for it. */
  putOff?: PutOffMail | undefined;
  /** Where it stands in a conversation. */
  turn?: Turn | undefined;
}

/** What is known so far of the failure whose lines are being read. */
export interface Draft {
  line: number;
  step?: StepName | undefined;
  reply?: string;
  evidence?: Partial<Evidence> | undefined;
  cause?: Cause | undefined;
  weight: Weight;
  /** A reply whose end is still to come, because a window or a mail has wrapped it. */
  wrapped?: string | undefined;
  /** The mail that was put off, where the first line names it. */
  putOff?: PutOffMail | undefined;
  /** The command that the first line answers. */
  turn?: Turn | undefined;
  /** The first line of the failure. */
  text: string;
  /** The line is one of a mail server's log. */
  isAtServer: boolean;
  /** The service that wrote it, and the line. */
  whole: string;
  /** The service that the lines behind the first one tell of. */
  behind?: string | undefined;
  properties: Properties;
  /** How many braces of the properties are open, and how many lines were read since the first brace. */
  depth: number;
  lines: number;
  /** The step that the trace behind the failure names. */
  frame?: StepName | undefined;
  /** The last line was a frame. Some programs print the source line of a frame behind it. */
  isBehindFrame?: boolean;
}

const CONTINUATION =
  /^(?:at |[}\])]|\.\.\. \d+|\[(?:cause|errors?)\]|['"`][^:]*['"`] ?\+?,?$|(?:Error|AggregateError)\b.{0,40}\[)/;
/** What only nodemailer writes: its name, its files, its classes. */
export const OF_NODEMAILER =
  /\bnodemailer\b|\bsmtp-(?:connection|transport|pool)\b|\bSMTPConnection\b/i;
/** Marks that transcripts put before a server's words. */
export const TRANSCRIPT = /^(?:.{0,100}\s)?(?:S:|<{1,3}|<-|<~|SERVER -> CLIENT:) ?(?=\d{3}[ -])/;
/** The most lines of properties. An error with a long chain of certificates has no more. */
const MOST_PROPERTY_LINES = 400;

/** Whether a line continues the error before it. Facts that it adds are noted. */
export function belongsTo(draft: Draft, logged: LogLine): boolean {
  const isInside = draft.depth > 0 && logged.indent > 0 && draft.lines < MOST_PROPERTY_LINES;
  const isPart = isPartOf(draft, logged) || isInside;
  if (!isPart) return false;
  const { text } = logged;
  draft.lines += 1;
  draft.behind ??= otherServiceBehind(text);
  if (/^[}\]]/.test(text)) draft.depth = Math.max(0, draft.depth - 1);
  if (opens(text)) draft.depth += 1;
  return true;
}

/** Whether a line ends in a brace that a later line closes. */
export function opens(text: string): boolean {
  return /[{[]$/.test(text);
}

function isPartOf(draft: Draft, logged: LogLine): boolean {
  const more =
    draft.wrapped === undefined ? undefined : unwrapped(draft.wrapped, logged, draft.text);
  if (more) {
    Object.assign(draft, more);
    return true;
  }
  const { text, indent } = logged;
  const { reply } = draft;
  if (isOfTrace(draft, logged)) return true;
  if (OF_NEXT_ERROR.test(text) && isOfOther(draft)) return true;
  const said = text.replace(TRANSCRIPT, '');
  if (reply !== undefined && /^\d{3}[ -]/.test(said)) {
    const last = reply.slice(reply.lastIndexOf('\n') + 1);
    const code = last.slice(0, 3);
    if (!said.startsWith(code)) return false;
    const isOpen = last[3] === '-';
    if (isOpen && reply.length < LONGEST_REPLY) draft.reply = `${reply}\n${said}`;
    return isOpen;
  }
  if (draft.properties.read(text)) return true;
  if (!CONTINUATION.test(text)) return false;
  if (OF_NODEMAILER.test(text)) draft.weight = 'sure';
  return indent > 0 || /^[}\])]/.test(text);
}

/** Whether an error is another service's. The one behind it then is, too. */
function isOfOther({ reply, weight, whole, properties }: Draft): boolean {
  const isPossible = reply === undefined && weight === 'possible';
  return isPossible && otherServiceOf(whole, properties.port) !== undefined;
}

/** Words that introduce the error behind an error. */
const OF_NEXT_ERROR = /\bCaused by:|\bnested exception\b|^-{2,3}> /;

/** Whether a line belongs to the trace behind the error. The step that it names is noted. */
function isOfTrace(draft: Draft, { text, indent }: LogLine): boolean {
  const frame = OF_NEXT_ERROR.test(text) ? undefined : stepOfFrame(text);
  draft.frame ??= frame;
  const isFrame = frame !== undefined || RUBY_FRAME.test(text) || /^#\d{1,3} /.test(text);
  const isBehind = draft.isBehindFrame === true && indent > 0 && !isFrame;
  draft.isBehindFrame = isFrame;
  return isFrame || isBehind;
}

/**
 * The failure, once its last line was read. Undefined where the lines are no failure, or may be none and `isPossibleToo` is not
 * set.
 */
export function toFailure(draft: Draft, isPossibleToo: boolean): LoggedFailure | undefined {
  const { properties, line } = draft;
  const text = properties.response ?? draft.reply;
  const known = draft.evidence ?? {};
  const cause = causeByFrame(draft);
  const port = properties.port ?? known.port;
  const host = properties.host ?? known.host;
  const isMail = properties.isNodemailer || isOfMail(host, port);
  // A summary without a reason stays one, even if it names a server: a line beside it may give the reason.
  const isReasonless =
    (draft.weight === 'summary' || draft.weight === 'generic') &&
    (cause === 'unknown' || cause === 'tls-failed');
  const weight = isMail && !isReasonless ? 'sure' : draft.weight;
  const isPossible = weight === 'possible';
  if (isPossible && text !== undefined && !isPossibleToo) return undefined;
  const isOther = MAY_BE_OTHER.has(weight) && text === undefined && !known.isPassedOn;
  const other = isOther ? (otherServiceOf(draft.whole, port) ?? draft.behind) : undefined;
  const isElsewhere =
    isPossible && port !== undefined && !known.isPassedOn && !SPEAKS_OF_MAIL.test(draft.whole);
  const place = { ...(host ? { host } : {}), ...(port ? { port } : {}) };
  const reply = text === undefined ? undefined : parseLoggedReply(text.slice(0, LONGEST_REPLY));
  // The server's log uses the same words for mails that it has sent.
  if (reply && isTaken(reply) && draft.reply === undefined) return undefined;
  const step = stepOf(draft, reply);
  if (!step) return undefined;
  const evidence: Evidence = {
    ...known,
    ...place,
    ...(reply || !isUpgrade(known, port) ? { step } : { step: 'starttls', isImplicitTls: false }),
    ...(reply ? { reply } : {}),
  };
  const isStepGuessed =
    reply !== undefined && (properties.step ?? draft.step ?? draft.frame) === undefined;
  const { putOff, turn } = draft;
  const isLogin = reply === undefined || OF_LOGIN_AT_SERVER.test(draft.text);
  const origin: Origin = {
    isStepGuessed,
    isAtServer: draft.isAtServer,
    isOfStranger: step === 'auth' && isLogin && !namesNearby(draft.text),
    isNamedError: NAMED_ERROR.test(draft.text),
  };
  const failure = { line, evidence, weight, isElsewhere, other, origin, putOff, turn };
  return { ...failure, ...(cause && !reply ? { cause } : {}) };
}

/** The weights of what a program beside the mail client may have said. */
const MAY_BE_OTHER: ReadonlySet<Weight> = new Set<Weight>(['possible', 'summary', 'generic']);

/** A login that Exim refused, with its reply. */
const OF_LOGIN_AT_SERVER = /\bauthenticator failed for \S/;

const NAMED_ERROR = /^\w{0,40}Error: /;

/** Words about mail. With them any port may be one of mail. */
const SPEAKS_OF_MAIL = /\bsmtp|\be-?mail|\bmailer/i;

/** The step of a failure: as the line says, else as the trace does, else the likeliest one for the reply. */
function stepOf(draft: Draft, reply: Reply | undefined): StepName | undefined {
  const { properties, step, frame, evidence = {}, cause } = draft;
  if (properties.step) return properties.step;
  if (reply) return step ?? frame ?? guessStep(reply);
  // Without a connection no step was reached, wherever the program asked for one.
  const isOpen = evidence.isClosed || (evidence.isTimedOut && step !== 'connect' && step !== 'dns');
  const isOfFrame = frame !== undefined && (isOpen || cause !== causeByFrame(draft));
  return isOfFrame && step !== 'tls' ? frame : step;
}

/** The cause where the trace tells whose address could not be read. */
function causeByFrame({ cause, frame }: Draft): Cause | undefined {
  return cause === 'recipient-syntax' && frame === 'mail-from' ? 'sender-syntax' : cause;
}

/**
 * Whether a TLS error is one of STARTTLS (RFC 3207), whose port begins in plain text. Such a port answers TLS from the first byte
 * with the wrong version.
 */
function isUpgrade({ errorCode, isImplicitTls }: Partial<Evidence>, port = 0): boolean {
  return (
    isImplicitTls === true &&
    errorCode !== 'ERR_SSL_WRONG_VERSION_NUMBER' &&
    beginningOf(port) === 'plain'
  );
}

function isOfMail(host: string | undefined, port: number | undefined): boolean {
  return port === undefined ? /\bsmtp|\bmail|\bmx\d?\./i.test(host ?? '') : isMailPort(port);
}

function isTaken({ code }: Reply): boolean {
  return code !== null && code < 400;
}
