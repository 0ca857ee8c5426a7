import type net from 'node:net';
import type { Readable } from 'node:stream';
import tls from 'node:tls';
import type { NodemailerError } from 'nodemailer/lib/errors';
import SMTPConnection, {
  type SMTPConnectionCallback,
  type SMTPConnectionSendInfo,
  type SMTPEnvelope,
} from 'nodemailer/lib/smtp-connection';
import { stepOfCommand } from '../../diagnosis/conversation.js';
import { StepFailure } from '../../diagnosis/evidence.js';
import { parseReply } from '../../diagnosis/reply.js';
import { decodeReplyText } from '../../mail/unknown-charset.js';
import type { Security, StepName } from '../../report/report.js';
import { systemEvidence } from './nodemailer-error.js';
import type { NodemailerInternals } from './nodemailer-internals.js';
import { watchBlankLines } from './watch-blank-lines.js';
import { type SessionObserver, WireLog } from './wire-log.js';

/** What a session needs to know. */
export interface SessionOptions {
  socket: net.Socket;
  host: string;
  security: Security;
  opportunisticTls: boolean;
  clientName?: string | undefined;
  tls: tls.ConnectionOptions;
  /** Bound on any one wait, in milliseconds. It only backs up the check's own deadline. */
  timeoutMs: number;
  /** The times in the settings for the greeting, and for silence later, in milliseconds. */
  greetingMs?: number | undefined;
  silenceMs?: number | undefined;
  observer: SessionObserver;
}

const LARGEST_REPLY = 256 * 1024;

/**
 * The adapter to nodemailer's SMTP client, and the only place that uses its inside. It speaks over a connection that is already
 * open. Its promises fail with a `StepFailure`.
 */
export class NodemailerSession {
  readonly #connection: SMTPConnection;
  readonly #log: WireLog;
  readonly #observer: SessionObserver;
  readonly #broken: Promise<never>;
  #break: (error: unknown) => void = () => {};
  #isCertificateChecked: boolean;

  constructor(options: SessionOptions) {
    const { socket, host, security, observer } = options;
    this.#observer = observer;
    // The certificate of implicit TLS was checked before the connection came here.
    this.#isCertificateChecked = security === 'tls';
    this.#log = new WireLog({
      observer,
      internals: () => this.#internals,
      onUpgrade: () => this.#checkCertificate(),
      onBroken: (error) => {
        this.#break(error);
        this.destroy();
      },
    });
    this.#connection = new SMTPConnection({
      connection: socket,
      host,
      secure: security === 'tls',
      secured: security === 'tls',
      requireTLS: security === 'starttls',
      ignoreTLS: security === 'none',
      ...(options.clientName ? { name: options.clientName } : {}),
      tls: options.tls,
      connectionTimeout: options.timeoutMs,
      greetingTimeout: options.greetingMs ?? options.timeoutMs,
      socketTimeout: options.silenceMs ?? options.timeoutMs,
      maxResponseSize: LARGEST_REPLY,
      transactionLog: true,
      logger: this.#log.logger,
    });
    // Tailchat's 6.7.8 goes on after a refused STARTTLS even where the settings demand it, too.
    this.#internals.options.opportunisticTLS = options.opportunisticTls;
    // Tailchat's 6.7.8 sends no SNI at STARTTLS, unless the settings do.
    this.#internals.servername = false;
    watchBlankLines(this.#internals, () => observer.onBlankLine?.());
    this.#broken = new Promise((_, reject) => {
      this.#break = reject;
    });
    this.#broken.catch(() => {});
    this.#connection.on('error', (error: NodemailerError) => {
      this.#log.hearOut();
      this.#break(this.#failure(error));
    });
    this.#connection.on('end', () => {
      // After a 421 nodemailer first ends the connection, then hands over the reply.
      const closed = new StepFailure({ step: this.#log.step, isClosed: true });
      queueMicrotask(() => this.#break(closed));
    });
  }

  /** Whether nodemailer would log in. After a refused STARTTLS it would not, whatever was offered before. */
  get allowsAuth(): boolean {
    return this.#connection.allowsAuth;
  }

  /** Whether the connection is encrypted now. */
  get isEncrypted(): boolean {
    return this.#connection.secure;
  }

  /** The beginning of an unfinished greeting. */
  get halfGreeting(): string {
    return this.#log.halfGreeting;
  }

  /** Greeting, EHLO and, where the settings ask for it, STARTTLS and EHLO again. */
  async open(): Promise<void> {
    await this.#await<void>((settle) => this.#connection.connect((error) => settle(error ?? null)));
    // One command at a time, as Tailchat's 6.7.8 sends them. A server that cannot handle a batch must not fail here.
    const { _supportedExtensions: extensions } = this.#internals;
    this.#internals._supportedExtensions = extensions.filter((name) => name !== 'PIPELINING');
    // A second check, in case nodemailer words the upgrade differently than the log expects. No password must go to a server with
    // an unchecked certificate.
    this.#checkCertificate();
  }

  /**
   * Logs in, once.
   *
   * @param mechanism the SASL mechanism, such as `PLAIN`
   */
  async login(user: string, password: string, mechanism: string): Promise<void> {
    this.#log.step = 'auth';
    const credentials = { user, pass: password };
    await this.#await<boolean>((settle) =>
      this.#connection.login(
        { ...credentials, credentials, method: mechanism },
        settle as SMTPConnectionCallback,
      ),
    );
  }

  /**
   * Asks whether the server takes a sender, and takes the question back: MAIL FROM, then RSET (RFC
   * 5321 sections 4.1.1.2 and 4.1.1.5). No mail is sent.
   */
  async askAboutSender(address: string, parameters: readonly string[]): Promise<void> {
    this.#log.step = 'mail-from';
    const reply = await this.#command(['MAIL', `FROM:<${address}>`, ...parameters].join(' '));
    if (!reply.startsWith('2')) throw this.#replyFailure('mail-from', reply);
    // The reply to RSET, or its absence, cannot change the answer any more.
    this.#connection.reset(() => {});
  }

  /** Whether the server takes another sender than the refused one. The question is no step of the check. */
  async takesSender(address: string): Promise<boolean | undefined> {
    this.#log.isAside = true;
    const reply = await this.#command(`MAIL FROM:<${address}>`);
    if (reply.startsWith('2')) return true;
    // A temporary reply, or one at the wrong moment, says nothing of the address.
    return /^55\d/.test(reply) ? false : undefined;
  }

  /** Sends a message. Recipients that the server refused are in the result, unless it refused all. */
  async send(envelope: SMTPEnvelope, message: Readable): Promise<SMTPConnectionSendInfo> {
    this.#log.step = 'mail-from';
    const sent = await this.#await<SMTPConnectionSendInfo>((settle) =>
      this.#connection.send(envelope, message, settle),
    );
    // RFC 5321 section 4.2.3: a server that replies 221 leaves, and takes no mail. Nodemailer looks only at the 2.
    if (parseReply(sent.response).code === 221) throw this.#replyFailure('data', sent.response);
    return { ...sent, response: decodeReplyText(sent.response) };
  }

  /** Sends QUIT and leaves, without waiting for the answer. */
  quit(): void {
    const socket = this.#connection._socket;
    this.#connection.quit();
    this.#connection.close();
    // The server's slow good-bye must not keep the process alive.
    if (socket) socket.unref();
  }

  /** Hangs up at once. */
  destroy(): void {
    const socket = this.#connection._socket;
    this.#connection.close();
    if (socket) socket.destroy();
  }

  #command(line: string): Promise<string> {
    const connection = this.#internals;
    return this.#await<string>((settle) => {
      connection._responseActions.push((reply) => settle(null, reply));
      connection._sendCommand(line);
    });
  }

  #await<T>(
    start: (settle: (error: NodemailerError | null, result?: T) => void) => void,
  ): Promise<T> {
    const outcome = new Promise<T>((resolve, reject) => {
      start((error, result) => (error ? reject(this.#failure(error)) : resolve(result as T)));
    });
    return Promise.race([outcome, this.#broken]);
  }

  get #internals(): NodemailerInternals {
    return this.#connection as unknown as NodemailerInternals;
  }

  /** Has the certificate of STARTTLS checked, once. */
  #checkCertificate(): void {
    const socket = this.#connection._socket;
    if (this.#isCertificateChecked || !(socket instanceof tls.TLSSocket)) return;
    this.#isCertificateChecked = true;
    this.#observer.onSecured(socket);
  }

  #replyFailure(step: StepName, text: string): StepFailure {
    const reply = parseReply(decodeReplyText(text));
    return new StepFailure({ step, reply, ...(reply.code === null ? { isMalformed: true } : {}) });
  }

  #failure(error: NodemailerError): StepFailure {
    // Nodemailer names the command that failed. `CONN` and `API` are no commands.
    const step = stepOfCommand(error.command ?? '');
    if (error.response) {
      return this.#replyFailure(step ?? this.#log.answered ?? this.#log.step, error.response);
    }
    return new StepFailure({ step: step ?? this.#log.step, ...systemEvidence(error) });
  }
}
