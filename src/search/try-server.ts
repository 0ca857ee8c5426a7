import type { Deadline } from '../deadline.js';
import type { FoundWarning } from '../diagnosis/found-warning.js';
import type { Security } from '../report/report.js';
import { redactFor } from '../settings/redact-for.js';
import type { Settings } from '../settings/settings.js';
import { runAttempt } from '../smtp/attempt.js';
import type { AttemptOutcome } from '../smtp/attempt-outcome.js';
import { Recorder } from '../smtp/recorder.js';

/** The needs of a trial. */
export interface TrialOptions {
  settings: Settings;
  addresses?: readonly string[];
  ca?: string | undefined;
  deadline: Deadline;
}

/** How a trial ended. */
export interface Trial {
  /** Every step passed. */
  isOk: boolean;
  /** Encrypted, with a certificate that verifies. */
  isSecure: boolean;
  outcome: AttemptOutcome;
  /** What a check of these settings would warn of about the server. */
  warnings: FoundWarning[];
  /** The time to connect, in milliseconds; absent where nothing took the connection. */
  connectMs: number | undefined;
}

/** Warnings of a check that the server gives reason for, whoever logs in and sends. */
const OF_SERVER: ReadonlySet<string> = new Set(['certificate-expires-soon', 'server-differs']);

/**
 * Goes as far as EHLO, and STARTTLS where it is asked for, and leaves. No credentials, sender or recipient are sent.
 *
 * @throws the outer signal's reason, when the search is interrupted
 */
export async function tryWithoutLogin(options: TrialOptions): Promise<Trial> {
  const { sender: _sender, ...settings } = options.settings;
  const { user: _user, password: _password, ...uri } = settings.uri;
  return await tryServer({ ...options, settings: { ...settings, uri, recipients: [] } });
}

/**
 * Tries settings as a whole: login, and whether the server takes the sender.
 *
 * @throws the outer signal's reason, when the search is interrupted
 */
export async function tryServer(options: TrialOptions): Promise<Trial> {
  const { settings } = options;
  const recorder = new Recorder(() => {});
  const outcome = await runAttempt({
    ...options,
    // A server whose certificate does not verify is no cure, whatever the settings say.
    settings: { ...settings, uri: { ...settings.uri, tls: verifying(settings.uri.tls) } },
    mayConnectAgain: false,
    mayAskAboutLogin: true,
    mayRaceAddresses: true,
    recorder,
    redact: redactFor(settings),
    listener: () => {},
  });
  const isOk = outcome.evidence === undefined;
  const connected = recorder.steps.find(
    ({ name, status }) => name === 'connect' && status === 'ok',
  );
  const isSecure = outcome.situation.isEncrypted ?? false;
  const isChecked = settings.uri.tls.rejectUnauthorized !== false;
  const warnings = recorder.warnings.filter(({ code }) =>
    code === 'trust-differs' ? isChecked : OF_SERVER.has(code),
  );
  return { isOk, isSecure, outcome, warnings, connectMs: connected?.ms };
}

/** Refuses a login in plain text, whatever the server offers at that moment. */
export function insisting(security: Security): Security {
  return security === 'tls' ? 'tls' : 'starttls';
}

function verifying({ rejectUnauthorized: _, ...options }: Settings['uri']['tls']) {
  return options;
}
