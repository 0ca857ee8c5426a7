import type { Socket } from 'node:net';
import { abortable } from '../deadline.js';
import { type Evidence, StepFailure } from '../diagnosis/evidence.js';
import { shownHost } from '../settings/uri/shown-host.js';
import { evidenceOf, type Known, situationOf } from './attempt-evidence.js';
import type { AttemptOptions } from './attempt-options.js';
import type { AttemptOutcome } from './attempt-outcome.js';
import { type AddressCheck, checkAddresses } from './connection/address-check.js';
import type { OpenSocket } from './connection/connect-to.js';
import type { TlsSettings } from './connection/tls-handshake.js';
import type { EarlyLook } from './cure.js';
import type { NodemailerSession } from './session/nodemailer-session.js';
import type { SessionRecorder } from './session/session-recorder.js';
import { reachHost } from './steps/reach-host.js';

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
    evidence = attempt.evidenceOf(error);
  }
  await attempt.compareAddresses();
  const early = attempt.endLook(evidence);
  return { ...attempt.outcome(), ...(evidence ? { evidence } : {}), ...(early ? { early } : {}) };
}

type AfterConnect = typeof import('./steps/after-connect.js').afterConnect;

class Attempt {
  readonly #options: AttemptOptions;
  readonly #tls: TlsSettings;
  readonly #known: Known = { addresses: [], isAuthenticated: false };
  #socket: Socket | undefined;
  #session: NodemailerSession | undefined;
  #takesLogin: boolean | undefined;
  #addressCheck: AddressCheck | undefined;
  #accepted: string | undefined;
  #early: EarlyLook | undefined;

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
    const { deadline } = this.#options;
    const opened = await this.#connect();
    const { afterConnect: steps } = await import('./steps/after-connect.js');
    const socket = await this.#secure(opened, steps);
    const { session, recorded } = steps.createSession(socket, this.#tls, this.#options);
    this.#session = session;
    Object.assign(this.#known, { session, recorded });
    await abortable(this.#converse(session, recorded, opened.address, steps), deadline.signal);
    session.quit();
  }

  /** Closes everything, wherever the attempt stopped. */
  hangUp(): void {
    this.#session?.destroy();
    this.#socket?.destroy();
  }

  /** Reports which of several addresses take no connections. */
  async compareAddresses(): Promise<void> {
    await this.#addressCheck?.report(this.#options.recorder);
  }

  /** The look at the other ports. It continues only if the failure was silence. */
  endLook(evidence: Evidence | undefined): EarlyLook | undefined {
    if (evidence?.isTimedOut) return this.#early;
    this.#early?.end();
    return undefined;
  }

  /** Ends the failed step, and gathers the facts about the failure. Rethrows any other error. */
  evidenceOf(error: unknown): Evidence {
    return evidenceOf(error, this.#options, this.#known);
  }

  outcome(): AttemptOutcome {
    const { addresses, recorded } = this.#known;
    const outcome: AttemptOutcome = {
      addresses: [...addresses],
      situation: situationOf(this.#options, this.#known),
      recipientReplies: recorded?.recipientReplies ?? [],
      isMessageUnanswered: recorded?.isMessageUnanswered ?? false,
    };
    if (this.#takesLogin !== undefined) outcome.takesLoginAsSender = this.#takesLogin;
    if (this.#accepted !== undefined) outcome.accepted = this.#accepted;
    const certificate = this.#options.recorder.steps.at(-1)?.certificate;
    if (certificate) outcome.certificate = certificate;
    return outcome;
  }

  async #connect(): Promise<OpenSocket> {
    const { deadline, mayConnectAgain } = this.#options;
    const opened = await reachHost(this.#options, {
      onAddresses: (addresses) => {
        this.#known.addresses = addresses;
      },
      beginLook: this.#beginLook(),
    });
    this.#socket = opened.socket;
    const { addresses } = this.#known;
    if (mayConnectAgain && addresses.length > 1) {
      this.#addressCheck = checkAddresses({ ...opened, addresses }, deadline.signal);
    }
    return opened;
  }

  async #secure(opened: OpenSocket, { secureConnection }: AfterConnect): Promise<Socket> {
    const onSecured = (secured: Socket) => {
      this.#socket = secured;
    };
    const connection = { ...opened, tls: this.#tls, beginLook: this.#beginLook(), onSecured };
    return await secureConnection(connection, this.#options);
  }

  /** Begins the look at the other ports, once; absent where no further connection is allowed. */
  #beginLook(): (() => Promise<EarlyLook>) | undefined {
    const { lookEarly } = this.#options;
    return lookEarly && (async () => (this.#early ??= await lookEarly(this.#known.addresses)));
  }

  /** Fails where Tailchat's nodemailer 6.7.8 would: it takes an empty line for a reply, and all later ones for others. */
  #refuseBlankLines({ blankLineStep: step }: SessionRecorder): void {
    if (!step) return;
    this.#options.recorder.overturn(step);
    throw new StepFailure({ step, hasBlankLine: true });
  }

  async #converse(
    session: NodemailerSession,
    recorded: SessionRecorder,
    address: string,
    { openSession, logIn, askAboutSender }: AfterConnect,
  ): Promise<void> {
    const { message, settings, recorder, redact } = this.#options;
    const onLook = (isTlsPort: boolean) => {
      this.#known.isTlsPort = isTlsPort;
    };
    await openSession({ session, recorded, address, onLook }, this.#options);
    this.#refuseBlankLines(recorded);
    this.#known.isAuthenticated = await logIn(session, recorded, this.#options);
    this.#refuseBlankLines(recorded);
    if (message) {
      // The steps mail-from, rcpt-to and data.
      const sent = await session.send(message.envelope, message.createReadStream());
      this.#accepted = redact(sent.response);
      const host = shownHost(settings.uri);
      if (recorded.blankLineStep) {
        recorder.warn({ code: 'server-differs', host, difference: { kind: 'blank-line' } });
      }
    } else if (settings.sender || this.#options.asksAboutEmptySender) {
      await askAboutSender(session, {
        ...this.#options,
        extensions: recorded.extensions,
        isAuthenticated: this.#known.isAuthenticated,
        onLoginAnswer: (isTaken) => {
          this.#takesLogin = isTaken;
        },
      });
      this.#refuseBlankLines(recorded);
    } else recorder.skipped('mail-from', 'noSender');
    if (message || settings.sender) return;
    const { absentSender: absent } = settings;
    recorder.warn({ code: 'sender-untested', ...(absent ? { absent } : {}) });
  }
}
