import type { Evidence } from '../diagnosis/evidence.js';
import type { Cause } from '../report/causes.js';
import type { Reply, StepName } from '../report/report.js';
import { beginningOf, isMailPort } from '../settings/uri/mail-ports.js';
import { guessStep } from './guess-step.js';
import type { LogLine } from './log-line.js';
import { LONGEST_REPLY, parseLoggedReply } from './logged-reply.js';
import { otherServiceOf } from './other-service.js';
import type { Weight } from './pattern.js';
import type { Properties } from './properties.js';
import { RUBY_FRAME, stepOfFrame } from './stack-frames.js';
import { unwrapped } from './wrapped-reply.js';

/** A failure that a log tells of. */
export interface LoggedFailure {
  /** The line where it begins, from 1. */
  line: number;
  evidence: Evidence;
  /** The cause itself, where the words leave nothing to weigh. */
  cause?: Cause;
  weight: Weight;
  /** It happened at a port that is not one of mail. */
  isElsewhere: boolean;
  /** The service beside Tailchat's that it is of, where that is known. */
  other: string | undefined;
  /** No line said at which step the reply was given: it was concluded from its words. */
  isStepGuessed: boolean;
}

/** What is known so far of the failure whose lines are being read. */
export interface Draft {
  line: number;
  step?: StepName | undefined;
  reply?: string;
  evidence?: Partial<Evidence> | undefined;
  cause?: Cause | undefined;
  weight: Weight;
  /** A reply whose end is still to come, in lines that somebody's window or mail has wrapped. */
  wrapped?: string | undefined;
  /** Its first line. */
  text: string;
  properties: Properties;
  /** How many braces of its properties are open, and how many lines were read since the first was. */
  depth: number;
  lines: number;
  /** The step that the trace behind it tells. */
  frame?: StepName | undefined;
  /** The line before was a frame, behind which some programs print the line of their own that it stands for. */
  isBehindFrame?: boolean;
}

const CONTINUATION =
  /^(?:at |[}\])]|\.\.\. \d+|\[(?:cause|errors?)\]|['"`][^:]*['"`] ?\+?,?$|(?:Error|AggregateError)\b.{0,40}\[)/;
export const OF_NODEMAILER =
  /\bnodemailer\b|\bsmtp-(?:connection|transport|pool)\b|\bSMTPConnection\b/i;
/** What transcripts put before what a server said. */
const TRANSCRIPT = /^(?:.{0,100}\s)?(?:S:|<{1,3}|<-|<~|SERVER -> CLIENT:) ?(?=\d{3}[ -])/;
/** The properties of an error with a long chain of certificates do not go on for longer. */
const MOST_PROPERTY_LINES = 400;

/** Whether a line goes on with the error before it; what it adds is noted. */
export function belongsTo(draft: Draft, logged: LogLine): boolean {
  const isInside = draft.depth > 0 && logged.indent > 0 && draft.lines < MOST_PROPERTY_LINES;
  const isPart = isPartOf(draft, logged) || isInside;
  if (!isPart) return false;
  const { text } = logged;
  draft.lines += 1;
  if (/^[}\]]/.test(text)) draft.depth = Math.max(0, draft.depth - 1);
  if (opens(text)) draft.depth += 1;
  return true;
}

/** Whether a line ends in a brace that a later one closes. */
export function opens(text: string): boolean {
  return /[{[]$/.test(text);
}

function isPartOf(draft: Draft, logged: LogLine): boolean {
  const more = draft.wrapped === undefined ? undefined : unwrapped(draft.wrapped, logged);
  if (more) {
    Object.assign(draft, more);
    return true;
  }
  const { text, indent } = logged;
  const { reply } = draft;
  if (isOfTrace(draft, logged)) return true;
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

/** What begins the error behind an error. */
const OF_NEXT_ERROR = /\bCaused by:|\bnested exception\b|^-{2,3}> /;

/** Whether a line is one of the trace behind the error; the step that it tells is noted. */
function isOfTrace(draft: Draft, { text, indent }: LogLine): boolean {
  const frame = OF_NEXT_ERROR.test(text) ? undefined : stepOfFrame(text);
  draft.frame ??= frame;
  const isFrame = frame !== undefined || RUBY_FRAME.test(text) || /^#\d{1,3} /.test(text);
  const isBehind = draft.isBehindFrame === true && indent > 0 && !isFrame;
  draft.isBehindFrame = isFrame;
  return isFrame || isBehind;
}

/** The failure that was read, when its last line was; undefined where it is none, or may be none and `isPossibleToo` is not set. */
export function toFailure(draft: Draft, isPossibleToo: boolean): LoggedFailure | undefined {
  const { properties, line } = draft;
  const text = properties.response ?? draft.reply;
  const known = draft.evidence ?? {};
  const cause = causeByFrame(draft);
  const port = properties.port ?? known.port;
  const host = properties.host ?? known.host;
  const isMail = properties.isNodemailer || isOfMail(host, port);
  // A summary without a reason stays one, whatever server it names: a line beside it may give the reason.
  const isReasonless =
    (draft.weight === 'summary' || draft.weight === 'generic') && cause === 'unknown';
  const weight = isMail && !isReasonless ? 'sure' : draft.weight;
  const isPossible = weight === 'possible';
  if (isPossible && text !== undefined && !isPossibleToo) return undefined;
  const other = isPossible && text === undefined ? otherServiceOf(draft.text, port) : undefined;
  const isElsewhere = isPossible && port !== undefined && !SPEAKS_OF_MAIL.test(draft.text);
  const place = { ...(host ? { host } : {}), ...(port ? { port } : {}) };
  const reply = text === undefined ? undefined : parseLoggedReply(text.slice(0, LONGEST_REPLY));
  // The server's log also tells of the mails that it has sent, in the same words.
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
  const failure = { line, evidence, weight, isElsewhere, other, isStepGuessed };
  return { ...failure, ...(cause && !reply ? { cause } : {}) };
}

/** A port may be any where a line says that it was for mail. */
const SPEAKS_OF_MAIL = /\bsmtp|\be-?mail|\bmailer/i;

/** Where it happened: what the line says, then what the trace does, then what the reply is likely to answer. */
function stepOf(draft: Draft, reply: Reply | undefined): StepName | undefined {
  const { properties, step, frame, evidence = {}, cause } = draft;
  if (properties.step) return properties.step;
  if (reply) return step ?? frame ?? guessStep(reply);
  // A connection that was not made has come to no step, wherever it was asked for.
  const isOpen = evidence.isClosed || (evidence.isTimedOut && step !== 'connect' && step !== 'dns');
  const isOfFrame = frame !== undefined && (isOpen || cause !== causeByFrame(draft));
  return isOfFrame && step !== 'tls' ? frame : step;
}

/** Whose address could not be read, the trace says. */
function causeByFrame({ cause, frame }: Draft): Cause | undefined {
  return cause === 'recipient-syntax' && frame === 'mail-from' ? 'sender-syntax' : cause;
}

/**
 * Whether a TLS error is one of STARTTLS (RFC 3207): its port begins in plain text. The wrong version
 * is what such a port answers to TLS from the first byte.
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
