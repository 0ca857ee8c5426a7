import type { Socket } from 'node:net';
import { abortable, DeadlineReached, startDeadline } from '../deadline.js';
import { type Evidence, StepFailure } from '../diagnosis/evidence.js';
import type { StepName } from '../report/report.js';
import type { AttemptOptions } from './attempt-options.js';
import type { AttemptOutcome, Situation } from './attempt-outcome.js';
import { type AddressCheck, checkAddresses } from './connection/address-check.js';
import { awaitAnswer } from './connection/await-answer.js';
import { lossOf } from './connection/open-socket.js';
import { reachHost } from './connection/reach-host.js';
import type { TlsSettings } from './connection/tls-handshake.js';
import type { EarlyLook } from './cure.js';
import { askAboutSender } from './session/ask-about-sender.js';
import { logIn } from './session/log-in.js';
import type { NodemailerSession } from './session/nodemailer-session.js';
import { noteStarttls } from './session/note-starttls.js';
import { SessionRecorder } from './session/session-recorder.js';

/**
 * Goes through the steps over one connection, with at most one login: dns, connect, tls, greeting,
 * ehlo, starttls, auth, mail-from, and for a mail rcpt-to and data.
 *
 * @throws the outer signal's reason when the attempt is interrupted
 */
export async function runAttempt(options: AttemptOptions): Promise<AttemptOutcome> {
  const attempt = new Attempt(options);
  let evidence: Evidence | undefined;
  try {
    await attempt.run();
  } catch (error) {
    attempt.hangUp();
    evidence = attempt.fail(error);
  }
  await attempt.compareAddresses();
  const early = attempt.endLook(evidence);
  return { ...attempt.outcome(), ...(evidence ? { evidence } : {}), ...(early ? { early } : {}) };
}

type AfterConnect = typeof import('./session/after-connect.js').afterConnect;

class Attempt {
  readonly #options: AttemptOptions;
  readonly #tls: TlsSettings;
  #socket: Socket | undefined;
  #session: NodemailerSession | undefined;
  #recorded: SessionRecorder | undefined;
  #isAuthenticated = false;
  #takesLogin: boolean | undefined;
  #addressCheck: AddressCheck | undefined;
  #accepted: string | undefined;
  #addresses: string[] = [];
  /** The one that is connected to. */
  #address = '';
  #early: EarlyLook | undefined;
  /** What a second connection has shown of a silent port. */
  #isTlsPort: boolean | undefined;

  constructor(options: AttemptOptions) {
    this.#options = options;
    const { host, tls } = options.settings.uri;
    this.#tls = {
      host,
      options: tls,
      ca: options.ca,
      moreAuthorities: options.settings.trust?.pem,
    };
  }

  async run(): Promise<void> {
    const { settings, deadline } = this.#options;
    const connected = await this.#connect();
    const { afterConnect: parts } = await import('./session/after-connect.js');
    const socket = await this.#secure(connected, parts);
    const { host, security, opportunisticTls, clientName, waits } = settings.uri;
    const listener = this.#createSessionRecorder(parts);
    this.#recorded = listener;
    this.#options.recorder.start('greeting');
    if (socket.destroyed) throw new StepFailure(lossOf(socket));
    const session = new parts.NodemailerSession({
      socket,
      host,
      security,
      opportunisticTls,
      // What nodemailer says where the machine's name has no dot, as that of a container.
      clientName: clientName ?? (settings.isForContainer ? '[127.0.0.1]' : undefined),
      tls: parts.tlsOptions(this.#tls),
      timeoutMs: deadline.remaining() + 1000,
      greetingMs: waits.greetingTimeout,
      silenceMs: waits.socketTimeout,
      listener,
    });
    this.#session = session;
    await abortable(this.#converse(session, listener, parts), deadline.signal);
    session.quit();
  }

  /** Leaves nothing open, wherever the attempt stopped. */
  hangUp(): void {
    this.#session?.destroy();
    this.#socket?.destroy();
  }

  /** Says which of several addresses take no connections. */
  async compareAddresses(): Promise<void> {
    await this.#addressCheck?.report(this.#options.recorder);
  }

  /** The look at the other ports goes on where silence was the failure. */
  endLook(evidence: Evidence | undefined): EarlyLook | undefined {
    if (evidence?.isTimedOut) return this.#early;
    this.#early?.end();
    return undefined;
  }

  outcome(): AttemptOutcome {
    const outcome: AttemptOutcome = {
      addresses: this.#addresses,
      situation: this.#situation(),
      recipientReplies: this.#recorded?.recipientReplies ?? [],
      isMessageUnanswered: this.#recorded?.isMessageUnanswered ?? false,
    };
    if (this.#takesLogin !== undefined) outcome.takesLoginAsSender = this.#takesLogin;
    if (this.#accepted !== undefined) outcome.accepted = this.#accepted;
    const certificate = this.#options.recorder.steps.at(-1)?.certificate;
    if (certificate) outcome.certificate = certificate;
    return outcome;
  }

  /** Ends the failed step, and gathers what is known of the failure. Rethrows what is none. */
  fail(error: unknown): Evidence {
    const { recorder, redact } = this.#options;
    const { evidence: raw, details } = this.#preferRefusal(this.#toFailure(error));
    const reply = raw.reply && { ...raw.reply, text: redact(raw.reply.text) };
    // Without a reply, of several commands under way the first is the one that was not answered.
    const step = (raw.reply ? undefined : recorder.running[0]) ?? raw.step;
    if (!recorder.isRunning(step) && !recorder.hasEnded(step)) recorder.start(step);
    if (recorder.isRunning(step)) {
      recorder.failed(step, { ...(reply ? { reply: reply.text } : {}), ...details });
    }
    return { ...this.#situation(), ...raw, step, ...(reply ? { reply } : {}) };
  }

  #situation(): Situation {
    const { uri, sender } = this.#options.settings;
    const { host, port, security, user } = uri;
    const greeting = this.#options.recorder.steps.find(({ name }) => name === 'greeting')?.reply;
    return {
      host,
      port,
      ...(user === undefined ? {} : { user }),
      ...(sender ? { sender: sender.address } : {}),
      ...(greeting === undefined ? {} : { greeting }),
      ...(this.#isTlsPort === undefined ? {} : { isTlsPort: this.#isTlsPort }),
      isImplicitTls: security === 'tls',
      isStarttlsRequired: security === 'starttls',
      isEncrypted: this.#session?.isEncrypted ?? false,
      isAuthenticated: this.#isAuthenticated,
      isSenderEmpty: !this.#options.message && !sender,
      extensions: this.#recorded?.extensions ?? [],
    };
  }

  #toFailure(error: unknown): StepFailure {
    if (error instanceof StepFailure) return error;
    if (!(error instanceof DeadlineReached)) throw error;
    const { running, steps } = this.#options.recorder;
    const step: StepName = running[0] ?? steps.at(-1)?.name ?? 'dns';
    const { port } = this.#options.settings.uri;
    const [address = ''] = this.#addresses;
    const target = { address, port };
    return new StepFailure({ step, isTimedOut: true }, step === 'connect' ? target : {});
  }

  /** A server that refuses and then hangs up has said why: the refusal is what counts. */
  #preferRefusal(failure: StepFailure): StepFailure {
    const refusal = this.#recorded?.refusal;
    const isSilent = failure.evidence.isClosed || failure.evidence.isTimedOut;
    if (!isSilent || !refusal || this.#recorded?.isMessageUnanswered) return failure;
    return new StepFailure(refusal);
  }

  async #connect() {
    const { deadline, mayLookFurther } = this.#options;
    const opened = await reachHost(this.#options, {
      onAddresses: (addresses) => {
        this.#addresses = addresses;
      },
      look: this.#look(),
    });
    this.#socket = opened.socket;
    this.#address = opened.address;
    const addresses = this.#addresses;
    if (mayLookFurther && addresses.length > 1) {
      this.#addressCheck = checkAddresses({ ...opened, addresses }, deadline.signal);
    }
    return opened.socket;
  }

  /** How the look at the other ports begins, once; absent where nobody may look. */
  #look(): (() => Promise<EarlyLook>) | undefined {
    const { lookEarly } = this.#options;
    return lookEarly && (async () => (this.#early ??= await lookEarly(this.#addresses)));
  }

  /** TLS from the first byte on, where the settings ask for it. */
  async #secure(
    socket: Socket,
    { startImplicitTls, lookInPlainText, checkCertificate, warnOfTls }: AfterConnect,
  ): Promise<Socket> {
    const { recorder, settings, mayLookFurther, deadline } = this.#options;
    const { port, security } = settings.uri;
    if (security !== 'tls') return socket;
    recorder.start('tls');
    const { signal } = deadline;
    const address = this.#address;
    const { connectionTimeout = deadline.remaining() } = settings.uri.waits;
    const wait = startDeadline(connectionTimeout, signal);
    const secured = await awaitAnswer({
      attempt: (either) => startImplicitTls(socket, this.#tls, either),
      step: 'tls',
      port,
      signal: wait.signal,
      look: this.#look(),
      details: () => ({}),
    })
      .catch((error) => {
        if (!mayLookFurther) throw error;
        return lookInPlainText(error, { address, port, signal });
      })
      .finally(wait.clear);
    this.#socket = secured;
    const info = checkCertificate(secured, this.#tls, 'tls');
    recorder.ok('tls', info);
    warnOfTls(secured, info, this.#options);
    return secured;
  }

  #createSessionRecorder({ checkCertificate, warnOfTls }: AfterConnect): SessionRecorder {
    const { recorder, redact, listener, settings } = this.#options;
    const { host } = settings.uri;
    return new SessionRecorder({
      recorder,
      redact,
      listener,
      recipients: this.#options.message?.recipients ?? [],
      checkCertificate: (socket) => {
        const info = checkCertificate(socket, this.#tls, 'starttls');
        warnOfTls(socket, info, this.#options);
        return info;
      },
      onBlankLine: () => {
        recorder.warn({ code: 'server-differs', host, difference: { kind: 'blank-line' } });
      },
    });
  }

  async #converse(
    session: NodemailerSession,
    recorded: SessionRecorder,
    parts: AfterConnect,
  ): Promise<void> {
    await this.#open(session, parts);
    noteStarttls(session, recorded, this.#options.recorder);
    this.#isAuthenticated = await logIn(session, recorded, this.#options);
    const { message, settings, recorder } = this.#options;
    if (message) {
      const sent = await session.send(message.envelope, message.createReadStream());
      this.#accepted = this.#options.redact(sent.response);
    } else if (settings.sender || this.#options.asksAboutEmptySender) {
      await askAboutSender(session, {
        ...this.#options,
        extensions: recorded.extensions,
        isAuthenticated: this.#isAuthenticated,
        onLoginAnswer: (isTaken) => {
          this.#takesLogin = isTaken;
        },
      });
    } else recorder.skipped('mail-from', 'noSender');
    if (message || settings.sender) return;
    recorder.warn({ code: 'sender-untested' });
  }

  /** Opens the session; while the server is silent, a second connection looks whether it waits for TLS. */
  async #open(session: NodemailerSession, { lookWhileSilent }: AfterConnect): Promise<void> {
    const { recorder, deadline, settings } = this.#options;
    const { port, security } = settings.uri;
    if (security === 'tls' || !this.#options.mayLookFurther) return await session.open();
    await lookWhileSilent(session.open(), {
      address: this.#address,
      port,
      signal: deadline.signal,
      isSilent: () => recorder.isRunning('greeting'),
      onLook: (isTlsPort) => {
        this.#isTlsPort = isTlsPort;
      },
    });
  }
}
