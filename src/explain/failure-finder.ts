import { stepOfCommand } from '../diagnosis/conversation.js';
import type { Evidence } from '../diagnosis/evidence.js';
import type { Cause } from '../report/causes.js';
import type { Reply, StepName } from '../report/report.js';
import { beginningOf, isMailPort } from '../settings/uri/mail-ports.js';
import { CLIENT_COMMAND } from './client-command.js';
import { placeIn } from './endpoint.js';
import { findFailure } from './find-failure.js';
import { guessStep } from './guess-step.js';
import { type Hints, mayFind, mayFindAny, RESPONSE } from './hints.js';
import { type LogLine, readLogLine, serviceOf } from './log-line.js';
import { LONGEST_REPLY, parseLoggedReply } from './logged-reply.js';
import { otherServiceOf } from './other-service.js';
import type { Weight } from './pattern.js';
import { Properties } from './properties.js';
import { wayOf } from './server-log.js';
import { isUnfinished, unwrapped } from './wrapped-reply.js';

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
}

/** What is known so far of the failure whose lines are being read. */
interface Draft {
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
}

const CONTINUATION =
  /^(?:at |[}\])]|\.\.\. \d+|\[(?:cause|errors?)\]|['"`][^:]*['"`] ?\+?,?$|(?:Error|AggregateError)\b.{0,40}\[)/;
const OF_NODEMAILER = /\bnodemailer\b|\bsmtp-(?:connection|transport|pool)\b|\bSMTPConnection\b/i;
/** What transcripts put before what a server said. */
const TRANSCRIPT = /^(?:.{0,100}\s)?(?:S:|<{1,3}|<-|<~|SERVER -> CLIENT:) ?(?=\d{3}[ -])/;
/** The properties of an error with a long chain of certificates do not go on for longer. */
const MOST_PROPERTY_LINES = 400;

/** No Compose file has more: beyond them it is not services that stand before a bar. */
const MOST_SERVICES = 200;

/** Finds the failures in a log, line by line: what one error says on many lines is one failure. */
export class FailureFinder {
  readonly #found: (failure: LoggedFailure) => void;
  readonly #mostPossible: number;
  /** Compose mixes the lines of several services: each has its own. */
  readonly #drafts = new Map<string, Draft>();
  readonly #steps = new Map<string, StepName>();
  /** How many lines were read. */
  lines = 0;

  /**
   * @param found is called for each failure, when its last line was read
   * @param mostPossible behind so many lines a reply is not told of that may be none
   */
  constructor(
    found: (failure: LoggedFailure) => void,
    mostPossible: number = Number.POSITIVE_INFINITY,
  ) {
    this.#found = found;
    this.#mostPossible = mostPossible;
  }

  /** Whether an error is being read that a further line may go on with. */
  get isOpen(): boolean {
    return this.#drafts.size > 0;
  }

  /** Passes over lines that tell of no failure, while none is being read. */
  skip(lines: number): void {
    this.lines += lines;
  }

  /**
   * Reads the next line.
   *
   * @param hints which expressions may find something in it, where that is known
   */
  push(line: string, hints?: Hints): void {
    this.lines += 1;
    if (!mayFindAny(hints) && !this.#goesOn(line)) return;
    const logged = readLogLine(line);
    if (logged.text === '') return;
    const draft = this.#drafts.get(logged.service);
    if (draft && belongsTo(draft, logged)) return;
    this.#flush(logged.service);
    this.#begin(logged, hints, line);
  }

  /** Tells of the failures whose last line was the log's. */
  end(): void {
    for (const service of [...this.#drafts.keys()]) this.#flush(service);
  }

  /** Whether an error is being read that the line could go on with. */
  #goesOn(line: string): boolean {
    return this.#drafts.size > 0 && this.#drafts.has(serviceOf(line));
  }

  #begin({ service, text }: LogLine, hints: Hints, line: string): void {
    const isCommand = mayFind(CLIENT_COMMAND, hints) ? CLIENT_COMMAND.exec(text) : undefined;
    const command = stepOfCommand(isCommand?.[1] ?? '');
    if (command) this.#noteStep(service, command);
    const { reply, known } = findFailure(text, hints);
    if (!reply && !known && !mayFind(RESPONSE, hints)) return;
    const properties = new Properties();
    properties.read(text);
    if (!reply && !known && properties.response === undefined) return;
    const step = reply?.step ?? known?.step ?? this.#steps.get(service);
    const weight = reply ? (reply.isSure ? 'sure' : 'possible') : (known?.weight ?? 'sure');
    const [oldest] = this.#drafts.keys();
    if (oldest !== undefined && this.#drafts.size >= MOST_SERVICES) this.#flush(oldest);
    this.#drafts.set(service, {
      line: this.lines,
      step,
      ...(reply ? { reply: reply.text } : {}),
      wrapped: reply && isUnfinished(text) ? reply.text : undefined,
      evidence: { ...known?.evidence, ...placeIn(text, known), ...wayOf(line) },
      cause: known?.cause,
      weight: OF_NODEMAILER.test(text) ? 'sure' : weight,
      text: service + text,
      properties,
      depth: opens(text) ? 1 : 0,
      lines: 0,
    });
  }

  #noteStep(service: string, step: StepName): void {
    if (this.#steps.size >= MOST_SERVICES) this.#steps.clear();
    this.#steps.set(service, step);
  }

  #flush(service: string): void {
    const draft = this.#drafts.get(service);
    if (!draft) return;
    this.#drafts.delete(service);
    const failure = toFailure(draft, this.lines <= this.#mostPossible);
    if (failure) this.#found(failure);
  }
}

/** Whether a line goes on with the error before it; what it adds is noted. */
function belongsTo(draft: Draft, logged: LogLine): boolean {
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
function opens(text: string): boolean {
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

function toFailure(draft: Draft, isPossibleToo: boolean): LoggedFailure | undefined {
  const { properties, line, cause } = draft;
  const text = properties.response ?? draft.reply;
  const known = draft.evidence ?? {};
  const port = properties.port ?? known.port;
  const host = properties.host ?? known.host;
  const isMail = properties.isNodemailer || isOfMail(host, port);
  // A summary without a reason stays one, whatever server it names: a line beside it may give the reason.
  const isReasonless = draft.weight === 'summary' && cause === 'unknown';
  const weight = isMail && !isReasonless ? 'sure' : draft.weight;
  const isPossible = weight === 'possible';
  if (isPossible && text !== undefined && !isPossibleToo) return undefined;
  const other = isPossible && text === undefined ? otherServiceOf(draft.text, port) : undefined;
  const isElsewhere = isPossible && port !== undefined;
  const place = { ...(host ? { host } : {}), ...(port ? { port } : {}) };
  const reply = text === undefined ? undefined : parseLoggedReply(text.slice(0, LONGEST_REPLY));
  // The server's log also tells of the mails that it has sent, in the same words.
  if (reply && isTaken(reply) && draft.reply === undefined) return undefined;
  const step = properties.step ?? draft.step ?? (reply ? guessStep(reply) : undefined);
  if (!step) return undefined;
  const evidence: Evidence = {
    ...known,
    ...place,
    ...(reply || !isUpgrade(known, port) ? { step } : { step: 'starttls', isImplicitTls: false }),
    ...(reply ? { reply } : {}),
  };
  return { line, evidence, weight, isElsewhere, other, ...(cause && !reply ? { cause } : {}) };
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
