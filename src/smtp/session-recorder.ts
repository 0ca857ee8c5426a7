import type tls from 'node:tls';
import type { Redact } from '../safety/redactor.js';
import { MASK } from '../safety/secret.js';
import type { SessionListener } from './nodemailer-session.js';
import type { Recorder } from './recorder.js';
import { parseExtensions, parseReply, replyClass } from './reply.js';
import type { CheckListener, Reply, StepName, TlsInfo } from './report.js';

/** What the server said about one recipient. */
export interface RecipientFate {
  address: string;
  reply: Reply;
}

/** What a session recorder needs to know. */
export interface SessionRecorderOptions {
  recorder: Recorder;
  redact: Redact;
  listener: CheckListener;
  recipients: readonly string[];
  /** Judges the certificate after STARTTLS; throws when it may not be trusted. */
  checkCertificate: (socket: tls.TLSSocket) => TlsInfo;
}

/** Turns what goes over the wire into steps and a transcript without secrets. */
export class SessionRecorder implements SessionListener {
  /** The extensions of the last EHLO reply. */
  extensions: string[] = [];
  /** The name that was given in EHLO. */
  clientName = '';
  /** The recipients that the server has answered about. */
  readonly fates: RecipientFate[] = [];
  readonly #options: SessionRecorderOptions;
  #isDataAccepted = false;

  constructor(options: SessionRecorderOptions) {
    this.#options = options;
  }

  onCommand(step: StepName | null, line: string): void {
    const { recorder, redact, listener } = this.#options;
    listener({ type: 'transcript', from: 'client', line: maskCommand(step, redact(line)) });
    if (step === 'ehlo') this.clientName = redact(line).replace(/^\S+\s*/, '');
    if (step) recorder.start(step);
  }

  onReply(step: StepName | null, text: string): void {
    const { redact, listener } = this.#options;
    const reply = parseReply(redact(text));
    for (const line of reply.text.split('\n'))
      listener({ type: 'transcript', from: 'server', line });
    if (step) this.#answer(step, reply);
  }

  onSecured(socket: tls.TLSSocket): void {
    // What was offered in clear text may have been put there by anybody (RFC 3207 section 6).
    this.extensions = [];
    this.#options.recorder.ok('starttls', this.#options.checkCertificate(socket));
  }

  /** Ends a step when its reply says yes. A refusal ends the session, and the check ends the step. */
  #answer(step: StepName, reply: Reply): void {
    const { recorder } = this.#options;
    const isPositive = replyClass(reply) === 2;
    if (step === 'rcpt-to') this.#answerRecipient(reply);
    else if (step === 'data') this.#answerData(reply);
    else if (step === 'ehlo' && isPositive) this.#answerEhlo(reply);
    else if (step === 'greeting' && isPositive) recorder.ok(step, { reply: reply.text });
    else if (step === 'mail-from' && isPositive) recorder.ok(step, { reply: reply.text });
  }

  #answerEhlo(reply: Reply): void {
    this.extensions = parseExtensions(reply.text);
    const { extensions, clientName } = this;
    this.#options.recorder.ok('ehlo', { extensions, clientName });
  }

  #answerRecipient(reply: Reply): void {
    const { recorder, recipients } = this.#options;
    this.fates.push({ address: recipients[this.fates.length] ?? '', reply });
    if (this.fates.length < recipients.length) return;
    const refused = this.fates.find((fate) => replyClass(fate.reply) !== 2);
    if (refused) recorder.failed('rcpt-to', { reply: refused.reply.text });
    else recorder.ok('rcpt-to', { reply: reply.text });
  }

  // DATA is answered twice: with 354, and when the message is through (RFC 5321 section 4.1.1.4).
  #answerData(reply: Reply): void {
    if (this.#isDataAccepted && replyClass(reply) === 2) {
      this.#options.recorder.ok('data', { reply: reply.text });
    }
    this.#isDataAccepted ||= replyClass(reply) === 3;
  }
}

/** A command for the transcript: of a login nothing is shown but the mechanism. */
function maskCommand(step: StepName | null, line: string): string {
  if (step !== 'auth') return line;
  const words = line.split(' ');
  if (words[0]?.toUpperCase() !== 'AUTH') return MASK;
  return words.length > 2 ? `AUTH ${words[1]} ${MASK}` : line;
}
