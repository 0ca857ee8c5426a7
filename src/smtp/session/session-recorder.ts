import type tls from 'node:tls';
import { type HeardReply, parseExtensions, readReply, replyClass } from '../../diagnosis/reply.js';
import type { StepName, TlsInfo } from '../../report/report.js';
import type { Redact } from '../../safety/redactor.js';
import { MASK } from '../../safety/secret.js';
import type { FoundListener } from '../found-report.js';
import type { Recorder } from '../recorder.js';
import type { SessionObserver } from './wire-log.js';

/** What the server said about one recipient. */
export interface RecipientReply {
  address: string;
  reply: HeardReply;
}

/** Whether the server takes mail for a recipient. The first digit is all that nodemailer looks at. */
export function isTaken({ reply }: RecipientReply): boolean {
  const isCoded = reply.code !== null || reply.enhanced !== null;
  return isCoded ? replyClass(reply) === 2 : reply.text.startsWith('2');
}

/** What a session recorder needs to know. */
export interface SessionRecorderOptions {
  recorder: Recorder;
  redact: Redact;
  listener: FoundListener;
  /** The recipients of the envelope, in the order in which they are named to the server. */
  recipients: readonly string[];
  /** Judges the certificate after STARTTLS; throws when it may not be trusted. */
  checkCertificate: (socket: tls.TLSSocket) => TlsInfo;
}

/** Turns what goes over the wire into steps and a transcript without secrets. */
export class SessionRecorder implements SessionObserver {
  /** The extensions of the last EHLO reply. */
  extensions: string[] = [];
  /** The name that was given in EHLO. */
  clientName = '';
  /** The server knows no EHLO and was greeted with HELO. */
  isHelo = false;
  /** The recipients that the server has answered about. */
  readonly recipientReplies: RecipientReply[] = [];
  /** The step at which the first empty line came in place of a reply. */
  blankLineStep: StepName | undefined;
  readonly #options: SessionRecorderOptions;
  /** The first refusal that was not followed by a success. */
  refusal: { step: StepName; reply: HeardReply } | undefined;
  #dataReplies = 0;

  constructor(options: SessionRecorderOptions) {
    this.#options = options;
  }

  onCommand(step: StepName | null, line: string): void {
    const { recorder, redact, listener } = this.#options;
    listener({ type: 'transcript', from: 'client', line: maskCommand(step, redact(line)) });
    if (step === 'ehlo') {
      this.clientName = redact(line).replace(/^\S+\s*/, '');
      this.isHelo = line.startsWith('HELO');
    }
    // A session that reaches the next step has overcome the refusal. The greeting is an exception: nodemailer reads only its
    // first line, and its last may refuse.
    const isOver = step !== this.refusal?.step && this.refusal?.step !== 'greeting';
    if (step && isOver) this.refusal = undefined;
    if (step) recorder.start(step);
  }

  onReply(step: StepName | null, text: string): void {
    const { redact, listener } = this.#options;
    const heard = readReply(text, redact);
    const reply = { ...heard, code: heard.code ?? leadingCode(text) };
    for (const line of reply.text.split('\n'))
      listener({ type: 'transcript', from: 'server', line });
    if (step === 'ehlo' && replyClass(reply) === 2) {
      this.#endGreeting();
      this.extensions = parseExtensions(text);
      this.refusal = undefined;
    } else if (step && replyClass(reply) >= 4) this.refusal ??= { step, reply };
    if (step) this.#answer(step, reply);
  }

  onBlankLine(): void {
    this.blankLineStep ??= this.#options.recorder.running[0];
  }

  onSecured(socket: tls.TLSSocket): void {
    // An offer in clear text may come from anybody (RFC 3207 section 6).
    this.extensions = [];
    this.#options.recorder.ok('starttls', this.#options.checkCertificate(socket));
  }

  /**
   * Ends a step by its reply. A refusal ends the session too, and then the check ends the step. Only the steps of a pipelined
   * envelope are ended here, since others follow them (RFC 2920).
   */
  #answer(step: StepName, reply: HeardReply): void {
    const { recorder } = this.#options;
    const isPositive = replyClass(reply) === 2;
    if (step === 'rcpt-to') this.#answerRecipient(reply);
    else if (step === 'data') this.#answerData(reply);
    else if (step === 'mail-from' && !isPositive) recorder.failed(step, { reply: reply.text });
    else if (step === 'ehlo' && isPositive) this.#answerEhlo(reply);
    else if (step === 'greeting' && reply.code === 220) {
      recorder.ok(step, { reply: reply.text });
      // The scheme works on this port, whatever is usual.
      recorder.retract('port-unlikely');
      recorder.retract('host-unlikely');
    } else if (step === 'mail-from') recorder.ok(step, { reply: reply.text });
  }

  /** Ends the greeting of a server that seemed to refuse and goes on. */
  #endGreeting(): void {
    const { refusal } = this;
    if (refusal?.step !== 'greeting') return;
    this.#options.recorder.ok('greeting', { reply: refusal.reply.text });
  }

  #answerEhlo({ text }: HeardReply): void {
    const { clientName } = this;
    this.#options.recorder.ok('ehlo', { extensions: parseExtensions(text), clientName });
  }

  #answerRecipient(reply: HeardReply): void {
    const { recorder, recipients, listener, redact } = this.#options;
    // After a refused sender there is no mail that could have recipients.
    if (recorder.hasFailed('mail-from')) return;
    const address = redact(recipients[this.recipientReplies.length] ?? '');
    this.recipientReplies.push({ address, reply });
    const answered = this.recipientReplies.length;
    if (answered < recipients.length) {
      listener({ type: 'recipient', answered, count: recipients.length });
      return;
    }
    const refused = this.recipientReplies.find((answer) => !isTaken(answer));
    if (refused) recorder.failed('rcpt-to', { reply: refused.reply.text });
    else recorder.ok('rcpt-to', { reply: reply.text });
  }

  // DATA is answered twice: before the message and after it (RFC 5321 section 4.1.1.4). Nodemailer takes a 250 for a 354.
  #answerData(reply: HeardReply): void {
    // A server that replies 221 (RFC 5321 section 4.2.3) leaves, and takes no mail.
    const digit = reply.code === 221 ? 5 : replyClass(reply);
    if (this.#dataReplies === 1 && digit === 2) {
      this.#options.recorder.ok('data', { reply: reply.text });
    }
    if (this.#dataReplies === 1 || digit === 2 || digit === 3) this.#dataReplies += 1;
  }

  /** The message went out, and nobody knows whether the server took it. */
  get isMessageUnanswered(): boolean {
    return this.#dataReplies === 1;
  }
}

/** The code that nodemailer reads where no blank is behind it: `220smtp ready`. */
function leadingCode(text: string): number | null {
  const [code] = /^[2-5]\d\d(?!\d)/.exec(text) ?? [];
  return code === undefined ? null : Number(code);
}

/** A command for the transcript. Of a login only the mechanism is shown. */
function maskCommand(step: StepName | null, line: string): string {
  if (step !== 'auth') return line;
  const words = line.split(' ');
  if (words[0]?.toUpperCase() !== 'AUTH') return MASK;
  return words.length > 2 ? `AUTH ${words[1]} ${MASK}` : line;
}
