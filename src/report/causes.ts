import { ExitCode } from '../exit-codes.js';

/** What every cause means for a script: its exit code, and whether the same again may work later. */
interface CauseInfo {
  readonly exitCode: ExitCode;
  readonly retryable: boolean;
}

const settings = { exitCode: ExitCode.config, retryable: false };
const unavailable = { exitCode: ExitCode.unavailable, retryable: true };
const protocol = { exitCode: ExitCode.protocol, retryable: false };
const refused = { exitCode: ExitCode.noPermission, retryable: false };
const temporary = { exitCode: ExitCode.tempFail, retryable: true };
const badData = { exitCode: ExitCode.dataError, retryable: false };
const badRecipient = { exitCode: ExitCode.noUser, retryable: false };

/**
 * Every cause a failed check can name. Adding one here without its texts in each language fails
 * the type check.
 */
export const CAUSES = {
  // settings
  'uri-missing': settings,
  'uri-invalid': settings,
  'uri-placeholder': settings,
  'uri-damaged': settings,
  'credentials-missing': settings,
  'sender-missing': settings,
  'recipient-missing': { exitCode: ExitCode.usage, retryable: false },
  'sender-invalid': settings,
  'env-file-unreadable': { exitCode: ExitCode.noInput, retryable: false },
  'env-file-invalid': settings,
  // network
  'host-not-found': { exitCode: ExitCode.noHost, retryable: false },
  'dns-unavailable': temporary,
  'connection-refused': unavailable,
  'connection-timeout': unavailable,
  'network-unreachable': unavailable,
  'server-silent': unavailable,
  'connection-closed': unavailable,
  timeout: unavailable,
  // encryption
  'tls-on-plain-port': protocol,
  'plain-on-tls-port': protocol,
  'certificate-untrusted': protocol,
  'certificate-expired': protocol,
  'certificate-hostname': protocol,
  'tls-version': protocol,
  'tls-failed': protocol,
  'starttls-unavailable': protocol,
  'starttls-required': protocol,
  'not-smtp': protocol,
  // before login
  'server-busy': temporary,
  'ip-blocked': refused,
  'helo-rejected': protocol,
  // login
  'auth-failed': refused,
  'app-password-required': refused,
  'auth-disabled': refused,
  'oauth-required': refused,
  'auth-mechanism-unsupported': refused,
  'auth-needs-tls': refused,
  'auth-required': refused,
  'auth-throttled': temporary,
  'account-suspended': refused,
  // sender
  'sender-mismatch': refused,
  'sender-unverified': refused,
  'sender-syntax': badData,
  'sender-rejected': refused,
  // recipient
  'recipient-unknown': badRecipient,
  'recipient-syntax': badData,
  'recipient-rejected': badRecipient,
  'relay-denied': refused,
  'mailbox-full': temporary,
  'delivery-expired': temporary,
  'mail-loop': { exitCode: ExitCode.unavailable, retryable: false },
  greylisted: temporary,
  // message
  'message-too-large': badData,
  'content-rejected': badData,
  'auth-policy-rejected': refused,
  'rate-limited': temporary,
  'quota-exceeded': temporary,
  'sandbox-restricted': refused,
  // other
  'server-error': { exitCode: ExitCode.unavailable, retryable: false },
  'protocol-error': protocol,
  'strict-warnings': settings,
  'not-arrived': temporary,
  'arrived-in-spam': refused,
  unknown: { exitCode: ExitCode.unavailable, retryable: false },
} as const satisfies Record<string, CauseInfo>;

/** The name of a cause, as it stands in the report. */
export type Cause = keyof typeof CAUSES;

/** A cause with what it means here: `server-error` depends on the reply's class. */
export interface Diagnosis extends CauseInfo {
  readonly cause: Cause;
}

/**
 * The diagnosis that a cause stands for.
 *
 * @param temporaryReply the server answered with a 4yz reply (RFC 5321 section 4.2.1); only
 *   `server-error` changes with it
 */
export function diagnosisOf(cause: Cause, temporaryReply = false): Diagnosis {
  if (cause === 'server-error' && temporaryReply) return { cause, ...temporary };
  return { cause, ...CAUSES[cause] };
}
