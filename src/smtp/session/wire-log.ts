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

/** What a session says while it goes on. */
export interface SessionObserver {
  /** A command goes out. Its secrets are masked. */
  onCommand(step: StepName | null, line: string): void;
  /** A reply came in, its lines separated by `\n`, otherwise as it came. */
  onReply(step: StepName | null, text: string): void;
  /** STARTTLS has made the connection a TLS one. Throwing ends the session before another word. */
  onSecured(socket: tls.TLSSocket): void;
  /** An empty line came, where a reply was to come. */
  onBlankLine?(): void;
}

/** Whom the log tells what it has heard. */
export interface WireLogOptions {
  observer: SessionObserver;
  /** Nodemailer's connection, once there is one. */
  internals: () => NodemailerInternals;
  /** The connection has become a TLS one. */
  onUpgrade: () => void;
  /** Told what the session cannot go on after. */
  onBroken: (error: unknown) => void;
}

/**
 * Nodemailer's log, which is its public way to tell what goes over the wire (option `transactionLog`): by it
 * every command and reply gets its step.
 */
export class WireLog {
  /** The step that is under way. */
  step: StepName = 'greeting';
  /** The step that was answered last. */
  answered: StepName | undefined;
  /** What is said now belongs to no step. */
  isAside = false;
  /** What had come of a reply when the connection ended. */
  #half = '';
  readonly #options: WireLogOptions;
  readonly #conversation = new Conversation();

  constructor(options: WireLogOptions) {
    this.#options = options;
  }

  /** What has come of a greeting that has not ended. Nothing later is told: half a secret may be in it. */
  get halfGreeting(): string {
    if (this.step !== 'greeting' || this.answered !== undefined) return '';
    return decodeReplyText(this.#half || halfReplyOf(this.#options.internals()));
  }

  /** The logger that nodemailer is given. */
  get logger() {
    const other = () => {};
    return {
      trace: other,
      debug: (entry: { tnx?: string }, line: unknown) => this.#onLine(entry.tnx, String(line)),
      info: (_entry: unknown, text: unknown) => this.#onNote(String(text)),
      // Nodemailer drops what came in plain text before the handshake; Tailchat's 6.7.8 takes it for
      // something said inside of TLS (CVE-2011-0411).
      warn: (entry: { discarded?: number }) => {
        if (entry.discarded) this.#guard(() => refuse('starttls'));
      },
      error: other,
      fatal: other,
    };
  }

  /**
   * Hears the replies that have come and were not looked at. Nodemailer looks at one a turn of the event loop: a
   * server that answers a pipelined envelope and hangs up is faster.
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

  /** An observer that throws would do so inside nodemailer's socket handler, and end the process. */
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
