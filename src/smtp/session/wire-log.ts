import type tls from 'node:tls';
import { Conversation } from '../../diagnosis/conversation.js';
import { StepFailure } from '../../diagnosis/evidence.js';
import { decodeReplyText } from '../../mail/unknown-charset.js';
import type { StepName } from '../../report/report.js';
import {
  cutReplyIn,
  halfReplyOf,
  hasEarlyAnswer,
  isFlooded,
  type NodemailerInternals,
  takeHalfReply,
} from './nodemailer-internals.js';

/** Hears what a session says. */
export interface SessionObserver {
  /** A command goes out. Its secrets are masked. */
  onCommand(step: StepName | null, line: string): void;
  /** A reply came in, its lines separated by `\n`, otherwise as it came. */
  onReply(step: StepName | null, text: string): void;
  /** STARTTLS has encrypted the connection. Throwing ends the session before another word. */
  onSecured(socket: tls.TLSSocket): void;
  /** An empty line came in place of a reply. */
  onBlankLine?(): void;
}

/** The connection and the listeners of a log. */
export interface WireLogOptions {
  observer: SessionObserver;
  /** Nodemailer's connection, once there is one. */
  internals: () => NodemailerInternals;
  /** The connection became encrypted. */
  onUpgrade: () => void;
  /** Hears of an error that the session cannot survive. */
  onBroken: (error: unknown) => void;
}

/**
 * Nodemailer's log, which is its public way to report the conversation (option `transactionLog`). It assigns a step to every
 * command and reply.
 */
export class WireLog {
  /** The step that is under way. */
  step: StepName = 'greeting';
  /** The step that was answered last. */
  answered: StepName | undefined;
  /** The commands now belong to no step. */
  isAside = false;
  /** The beginning of a reply that the end of the connection cut off. */
  #half = '';
  readonly #options: WireLogOptions;
  readonly #conversation = new Conversation();

  constructor(options: WireLogOptions) {
    this.#options = options;
  }

  /** The beginning of an unfinished greeting. Later replies are not told, since half a secret may be in them. */
  get halfGreeting(): string {
    if (this.step !== 'greeting' || this.answered !== undefined) return '';
    return decodeReplyText(this.#half || halfReplyOf(this.#options.internals()));
  }

  /** The logger for nodemailer. */
  get logger() {
    const other = () => {};
    return {
      trace: other,
      debug: (entry: { tnx?: string }, line: unknown) => this.#onLine(entry.tnx, String(line)),
      info: (_entry: unknown, text: unknown) => this.#onNote(String(text)),
      // Nodemailer drops plain text that came before the handshake. Tailchat's 6.7.8 takes it for something said inside of TLS
      // (CVE-2011-0411).
      warn: (entry: { discarded?: number }) => {
        if (entry.discarded) this.#guard(() => refuse('starttls'));
      },
      error: other,
      fatal: other,
    };
  }

  /**
   * Hears the replies that have arrived and were not processed. Nodemailer processes one per turn of the event loop. A server
   * that answers a pipelined envelope and hangs up is faster.
   */
  hearOut(): void {
    const internals = this.#options.internals();
    this.#half = takeHalfReply(internals);
    const { _responseQueue: waiting } = internals;
    for (const reply of waiting.splice(0)) {
      this.#onLine('server', reply);
    }
  }

  #onLine(kind: string | undefined, line: string): void {
    this.#guard(() => {
      if (kind === 'client') this.#onCommand(line);
      else if (kind === 'server') this.#onReply(line);
    });
  }

  #onCommand(line: string): void {
    const { observer, internals } = this.#options;
    const step = this.isAside ? null : this.#conversation.command(line);
    if (step && hasEarlyAnswer(internals())) refuse(step);
    if (step) this.step = step;
    observer.onCommand(step, line);
  }

  #onReply(line: string): void {
    const { observer, internals } = this.#options;
    if (isFlooded(internals())) refuse(this.step);
    if (this.answered === undefined) this.#half ||= cutReplyIn(internals(), line);
    const isWhole = !this.isAside && this.#half === '';
    const step = isWhole ? this.#conversation.reply() : null;
    if (step) this.answered = step;
    observer.onReply(step, decodeReplyText(line));
  }

  #onNote(text: string): void {
    if (text.startsWith('Connection upgraded')) this.#guard(this.#options.onUpgrade);
  }

  /** Calls an observer and catches its errors. An error inside nodemailer's socket handler would end the process. */
  #guard(action: () => void): void {
    try {
      action();
    } catch (error) {
      this.#options.onBroken(error);
    }
  }
}

function refuse(step: StepName): never {
  throw new StepFailure({ step, isMalformed: true });
}
