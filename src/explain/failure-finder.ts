import { stepOfCommand } from '../diagnosis/conversation.js';
import type { Evidence } from '../diagnosis/evidence.js';
import type { StepName } from '../report/report.js';
import { CLIENT_COMMAND } from './client-command.js';
import {
  belongsTo,
  type Draft,
  type LoggedFailure,
  OF_NODEMAILER,
  opens,
  TRANSCRIPT,
  toFailure,
} from './draft.js';
import { placeIn } from './endpoint.js';
import { findFailure } from './find-failure.js';
import { type Hints, mayFind, mayFindAny, RESPONSE } from './hints.js';
import { type LogLine, readLogLine, serviceOf } from './log-line.js';
import { isOfServer, isOfService } from './mail-log.js';
import { NullSenderMails } from './null-sender-mails.js';
import { findInPaste, findReplyInPaste } from './patterns/paste-patterns.js';
import { Properties } from './properties.js';
import { PutOffMails } from './put-off-mails.js';
import { partsOfSentence } from './quoted-sentence.js';
import { isIntroduction, wayOf } from './server-log.js';
import { PYTHON_FRAME, stepOfFrame, stepOfPythonFrame } from './stack-frames.js';
import { type Turn, Turns } from './turns.js';
import { isUnfinished } from './wrapped-reply.js';

/** The most services that are told apart. No Compose file has more, so further words before a bar are not services. */
const MOST_SERVICES = 200;

/** The most lines from AUTH LOGIN to its reply: two challenges, each with its answer. */
const LONGEST_LOGIN = 5;

/** Finds the failures in a log, line by line. One error on many lines is one failure. */
export class FailureFinder {
  readonly #found: (failure: LoggedFailure) => void;
  readonly #mostPossible: number;
  readonly #mostPasted: number;
  /** The open failures by service, since Compose mixes the lines of several. */
  readonly #drafts = new Map<string, Draft>();
  readonly #steps = new Map<string, StepName>();
  /** The last line, where it says whose words the next one has. */
  readonly #speakers = new Map<string, string>();
  /** The last line with a client's command. */
  #commanded = Number.NEGATIVE_INFINITY;
  /** The step that an unfinished Python trace has reached. The error of a trace comes last. */
  readonly #traced = new Map<string, StepName>();
  /** The mails that a server has put off, and will try again. */
  readonly putOff = new PutOffMails();
  readonly #bounces = new NullSenderMails();
  #hasBegun = false;
  /** The conversations that the lines show. */
  readonly turns = new Turns();
  /** How many lines were read. */
  lines = 0;

  /**
   * @param found is called for each failure, when its last line was read
   * @param mostPossible behind so many lines, a merely possible reply is not told
   * @param mostPasted in so many lines, words are searched for that a long log is full of
   */
  constructor(
    found: (failure: LoggedFailure) => void,
    mostPossible: number = Number.POSITIVE_INFINITY,
    mostPasted = 0,
  ) {
    this.#found = found;
    this.#mostPossible = mostPossible;
    this.#mostPasted = mostPasted;
  }

  /** Whether an error is open that a further line may continue. */
  get isOpen(): boolean {
    return this.#drafts.size > 0;
  }

  /** Skips lines that tell of no failure, while no error is open. */
  skip(lines: number): void {
    this.lines += lines;
  }

  /**
   * Reads the next line.
   *
   * @param hints the expressions that may match in the line, where that is known
   */
  push(line: string, hints?: Hints): void {
    this.lines += 1;
    if (hints === undefined) {
      this.putOff.note(line);
      this.#bounces.note(line);
    }
    if (!mayFindAny(hints) && !this.#goesOn(line)) return;
    const logged = readLogLine(line);
    if (logged.text === '') return;
    const speaker = this.#speakers.get(logged.service);
    if (hints === undefined) this.#introduce(logged);
    const draft = this.#drafts.get(logged.service);
    if (draft && !this.#saysMore(draft, logged, hints) && belongsTo(draft, logged)) return;
    // The failure that a bounce is about was told before it.
    if (this.#hasBegun && this.#bounces.isAbout(line)) return;
    this.#beginAll(logged, hints, speaker === undefined ? line : `${speaker} ${line}`);
    if (hints === undefined) this.turns.read(logged.service, logged.text);
  }

  /** Notes who is said to speak in the next line. */
  #introduce({ service, text }: LogLine): void {
    if (isIntroduction(text)) note(this.#speakers, service, text);
    else this.#speakers.delete(service);
  }

  #beginAll(logged: LogLine, hints: Hints, line: string): void {
    const isPaste = hints === undefined && this.lines <= this.#mostPasted;
    for (const text of isPaste ? partsOfSentence(logged.text) : [logged.text]) {
      this.#flush(logged.service);
      this.#begin({ ...logged, text }, hints, line);
    }
  }

  /** Looks at lines that were read, for the end of mails that were put off before. */
  look(bytes: Buffer): void {
    this.putOff.look(bytes);
  }

  /** Reports the failures that the end of the log completes. */
  end(): void {
    for (const service of [...this.#drafts.keys()]) this.#flush(service);
  }

  /** Whether an error is open that the line could continue. */
  #goesOn(line: string): boolean {
    return this.#drafts.size > 0 && this.#drafts.has(serviceOf(line));
  }

  /** Whether a line gives the reason, where the one before said only that it failed. */
  #saysMore({ weight }: Draft, { text }: LogLine, hints: Hints): boolean {
    if (weight !== 'generic') return false;
    const { reply, known } = findFailure(text, hints);
    return reply !== undefined || known !== undefined;
  }

  #begin({ service, text }: LogLine, hints: Hints, line: string): void {
    const isCommand = mayFind(CLIENT_COMMAND, hints) ? CLIENT_COMMAND.exec(text) : undefined;
    const command = stepOfCommand(isCommand?.[1] ?? '');
    if (command) {
      note(this.#steps, service, command);
      this.#commanded = this.lines;
    }
    if (mayFind(PYTHON_FRAME, hints)) this.#trace(service, text);
    const found = findFailure(text, hints);
    const isPaste = hints === undefined && this.lines <= this.#mostPasted;
    const isFound = found.reply !== undefined || found.known !== undefined;
    const reply = isPaste && !isFound ? findReplyInPaste(text) : found.reply;
    const known = isPaste && !isFound && !reply ? findInPaste(text) : found.known;
    if (!reply && !known && !mayFind(RESPONSE, hints)) return;
    const properties = new Properties();
    properties.read(text);
    if (!reply && !known && properties.response === undefined) return;
    const traced = this.#traced.get(service);
    this.#traced.delete(service);
    const isOpen = known?.evidence?.isTimedOut === true || known?.evidence?.isClosed === true;
    const stepOfKnown = isOpen && known?.step !== 'tls' ? (traced ?? known?.step) : known?.step;
    const step = reply?.step ?? stepOfKnown ?? traced ?? this.#steps.get(service);
    const turn = reply && hints === undefined ? this.turns.turnIn(service, text) : undefined;
    const way = wayOf(line);
    const isAtServer = way.isPassedOn === true || isOfServer(line);
    const isOfMail = way.isPassedOn || (isPaste && (isAtServer || isOfService(line)));
    const ofKnown = known?.weight === 'possible' && isOfMail ? 'sure' : known?.weight;
    const isSure = reply?.isSure || this.#isAnswer(text);
    const weight = reply ? (isSure ? 'sure' : 'possible') : (ofKnown ?? 'sure');
    const [oldest] = this.#drafts.keys();
    if (oldest !== undefined && this.#drafts.size >= MOST_SERVICES) this.#flush(oldest);
    this.#hasBegun = true;
    this.#drafts.set(service, {
      line: this.lines,
      ...(way.isDeferred ? { putOff: this.putOff.mailIn(line) } : {}),
      step,
      ...(reply ? { reply: reply.text } : {}),
      wrapped: reply && isUnfinished(text) ? reply.text : undefined,
      turn,
      evidence: { ...known?.evidence, ...placeIn(text, known), ...way, ...clueOf(turn) },
      cause: known?.cause,
      weight: OF_NODEMAILER.test(text) && weight !== 'generic' ? 'sure' : weight,
      text,
      whole: `${service} ${text}`,
      isAtServer,
      properties,
      depth: opens(text) ? 1 : 0,
      lines: 0,
      frame: stepOfFrame(text),
    });
  }

  /** Whether a line answers a client's command: a reply there needs no further sign. A login takes some lines in between. */
  #isAnswer(text: string): boolean {
    const isNear = this.lines - this.#commanded <= LONGEST_LOGIN;
    return isNear && /^[45]\d\d[ -]/.test(text.replace(TRANSCRIPT, ''));
  }

  #trace(service: string, text: string): void {
    if (text.startsWith('Traceback (most')) this.#traced.delete(service);
    const step = stepOfPythonFrame(text, this.#traced.get(service));
    if (step) note(this.#traced, service, step);
  }

  #flush(service: string): void {
    const draft = this.#drafts.get(service);
    if (!draft) return;
    this.#drafts.delete(service);
    const failure = toFailure(draft, this.lines <= this.#mostPossible);
    if (failure) this.#found(failure);
  }
}

function clueOf(turn: Turn | undefined): Pick<Evidence, 'greeting' | 'isTyped'> {
  if (!turn) return {};
  const { greeting, isTyped } = turn;
  return { ...(greeting === undefined ? {} : { greeting }), ...(isTyped ? { isTyped } : {}) };
}

function note<T>(known: Map<string, T>, service: string, value: T): void {
  if (known.size >= MOST_SERVICES) known.clear();
  known.set(service, value);
}
