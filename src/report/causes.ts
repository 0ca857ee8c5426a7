import { ExitCode } from '../exit-codes.js';

/** What a search tries to cure a cause with. */
export type Remedy =
  /** The name of the server, said after STARTTLS, too. */
  | 'name'
  /** Another port of the same host, or another way of encryption. */
  | 'port'
  /** Another name for the server. */
  | 'host'
  /** The value as it was likely meant. The server may be right. */
  | 'repair'
  /** The user in another form. */
  | 'user'
  /** The login's address as the sender; or only if the server was asked and takes it. */
  | 'login-as-sender'
  | 'login-as-sender-if-taken';

/** The facts about a cause. */
interface CauseInfo {
  readonly exitCode: ExitCode;
  /** The same attempt, unchanged, may succeed later. */
  readonly retryable: boolean;
  /** The cause usually stays, but passes where the server says so. */
  readonly mayPass: boolean;
  /** Nothing answered at the address: a port or a network is closed. */
  readonly isUnreachable: boolean;
  /** What to look at first: a setting, or the recipient, who is none. */
  readonly setting: 'uri' | 'sender' | 'recipient';
  /** What the search may try, the best first; empty if no other setting helps. */
  readonly cures: readonly Remedy[];
  /** The provider's page with its settings helps. */
  readonly hasPage: boolean;
}

const stays = (exitCode: ExitCode) => ({
  ...{ exitCode, retryable: false, mayPass: false, isUnreachable: false },
});

const settings = stays(ExitCode.config);
const broken = stays(ExitCode.unavailable);
const unavailable = { ...broken, retryable: true };
const unreachable = { ...unavailable, isUnreachable: true };
const protocol = stays(ExitCode.protocol);
const refused = stays(ExitCode.noPermission);
const temporary = { ...stays(ExitCode.tempFail), retryable: true };
const badData = stays(ExitCode.dataError);
const badRecipient = stays(ExitCode.noUser);
const badUsage = stays(ExitCode.usage);
const noInput = stays(ExitCode.noInput);
const noHost = stays(ExitCode.noHost);

/**
 * Every cause a failed check can name. Each row answers all that is asked of a cause, so that no other place has to know a new
 * one. A cause without texts in each language fails the type check.
 */
export const CAUSES = {
  // settings
  'uri-missing': { ...settings, setting: 'uri', cures: ['repair'], hasPage: false },
  'uri-invalid': { ...settings, setting: 'uri', cures: ['repair'], hasPage: false },
  'uri-placeholder': { ...settings, setting: 'uri', cures: [], hasPage: false },
  'uri-damaged': { ...settings, setting: 'uri', cures: ['repair'], hasPage: false },
  'credentials-missing': { ...settings, setting: 'uri', cures: [], hasPage: false },
  'sender-missing': { ...settings, setting: 'sender', cures: [], hasPage: false },
  'recipient-missing': { ...badUsage, setting: 'recipient', cures: [], hasPage: false },
  'sender-invalid': { ...settings, setting: 'sender', cures: [], hasPage: false },
  'env-file-unreadable': { ...noInput, setting: 'uri', cures: [], hasPage: false },
  'env-file-invalid': { ...settings, setting: 'uri', cures: [], hasPage: false },
  // network
  'host-not-found': { ...noHost, setting: 'uri', cures: ['host'], hasPage: true },
  'dns-unavailable': { ...temporary, setting: 'uri', cures: [], hasPage: false },
  'connection-refused': { ...unreachable, setting: 'uri', cures: ['port', 'host'], hasPage: true },
  'connection-timeout': { ...unreachable, setting: 'uri', cures: ['port', 'host'], hasPage: true },
  'network-unreachable': { ...unreachable, setting: 'uri', cures: ['port'], hasPage: false },
  'server-silent': { ...unavailable, setting: 'uri', cures: ['port', 'host'], hasPage: true },
  'connection-closed': { ...unavailable, setting: 'uri', cures: ['port'], hasPage: false },
  timeout: { ...unavailable, setting: 'uri', cures: ['port'], hasPage: false },
  // encryption
  'tls-on-plain-port': { ...protocol, setting: 'uri', cures: ['port'], hasPage: true },
  'plain-on-tls-port': { ...protocol, setting: 'uri', cures: ['port'], hasPage: true },
  'certificate-untrusted': { ...protocol, setting: 'uri', cures: ['name', 'port'], hasPage: false },
  'certificate-expired': { ...protocol, setting: 'uri', cures: ['name', 'port'], hasPage: false },
  'certificate-hostname': {
    ...protocol,
    setting: 'uri',
    cures: ['name', 'host', 'port'],
    hasPage: true,
  },
  'tls-version': { ...protocol, setting: 'uri', cures: ['name', 'port'], hasPage: false },
  'tls-failed': { ...protocol, setting: 'uri', cures: ['name', 'port'], hasPage: false },
  'starttls-unavailable': {
    ...protocol,
    mayPass: true,
    setting: 'uri',
    cures: ['port'],
    hasPage: true,
  },
  'starttls-required': { ...protocol, setting: 'uri', cures: ['port'], hasPage: true },
  'not-smtp': { ...protocol, setting: 'uri', cures: ['port', 'host'], hasPage: true },
  // before login
  'server-busy': { ...temporary, setting: 'uri', cures: [], hasPage: false },
  'ip-blocked': { ...refused, mayPass: true, setting: 'uri', cures: [], hasPage: false },
  'helo-rejected': { ...protocol, setting: 'uri', cures: [], hasPage: false },
  // login
  'auth-failed': { ...refused, setting: 'uri', cures: ['user'], hasPage: true },
  'app-password-required': { ...refused, setting: 'uri', cures: [], hasPage: true },
  'auth-disabled': { ...refused, setting: 'uri', cures: [], hasPage: true },
  'oauth-required': { ...refused, setting: 'uri', cures: [], hasPage: true },
  'auth-mechanism-unsupported': { ...refused, setting: 'uri', cures: ['port'], hasPage: true },
  'auth-needs-tls': { ...refused, setting: 'uri', cures: ['port'], hasPage: true },
  'auth-required': { ...refused, setting: 'uri', cures: ['port'], hasPage: true },
  'auth-throttled': { ...temporary, setting: 'uri', cures: [], hasPage: true },
  'account-suspended': { ...refused, mayPass: true, setting: 'uri', cures: [], hasPage: false },
  // sender
  'sender-mismatch': { ...refused, setting: 'sender', cures: ['login-as-sender'], hasPage: true },
  'sender-unverified': {
    ...refused,
    setting: 'sender',
    cures: ['login-as-sender-if-taken'],
    hasPage: true,
  },
  'sender-syntax': { ...badData, setting: 'sender', cures: [], hasPage: false },
  'sender-rejected': {
    ...refused,
    mayPass: true,
    setting: 'sender',
    cures: ['login-as-sender-if-taken'],
    hasPage: false,
  },
  // recipient
  'recipient-unknown': {
    ...badRecipient,
    mayPass: true,
    setting: 'recipient',
    cures: [],
    hasPage: false,
  },
  'recipient-syntax': { ...badData, setting: 'recipient', cures: [], hasPage: false },
  'recipient-rejected': {
    ...badRecipient,
    mayPass: true,
    setting: 'recipient',
    cures: [],
    hasPage: false,
  },
  'relay-denied': { ...refused, setting: 'uri', cures: ['port'], hasPage: true },
  'mailbox-full': { ...temporary, setting: 'uri', cures: [], hasPage: false },
  'delivery-expired': { ...temporary, setting: 'uri', cures: [], hasPage: false },
  'mail-loop': { ...broken, setting: 'uri', cures: [], hasPage: false },
  greylisted: { ...temporary, setting: 'uri', cures: [], hasPage: false },
  // message
  'message-too-large': { ...badData, setting: 'uri', cures: [], hasPage: false },
  'content-rejected': { ...badData, mayPass: true, setting: 'uri', cures: [], hasPage: false },
  'auth-policy-rejected': { ...refused, setting: 'uri', cures: [], hasPage: false },
  'rate-limited': { ...temporary, setting: 'uri', cures: [], hasPage: true },
  'quota-exceeded': { ...temporary, setting: 'uri', cures: [], hasPage: true },
  'sandbox-restricted': { ...refused, setting: 'uri', cures: [], hasPage: true },
  // other
  'server-error': { ...broken, mayPass: true, setting: 'uri', cures: [], hasPage: false },
  'protocol-error': { ...protocol, setting: 'uri', cures: [], hasPage: false },
  'strict-warnings': { ...settings, setting: 'uri', cures: [], hasPage: false },
  'not-arrived': { ...temporary, setting: 'uri', cures: [], hasPage: false },
  'arrived-in-spam': { ...refused, setting: 'uri', cures: [], hasPage: false },
  unknown: {
    ...stays(ExitCode.unavailable),
    mayPass: true,
    setting: 'uri',
    cures: [],
    hasPage: false,
  },
} as const satisfies Record<string, CauseInfo>;

/** The name of a cause, as it stands in the report. */
export type Cause = keyof typeof CAUSES;

/** A cause with what it means here: `server-error` depends on the reply's class. */
export interface Diagnosis extends Pick<CauseInfo, 'exitCode' | 'retryable'> {
  readonly cause: Cause;
}

/** The facts about a cause. */
export function causeInfo(cause: Cause): CauseInfo {
  return CAUSES[cause];
}

/**
 * The diagnosis that a cause stands for.
 *
 * @param temporaryReply the server answered with a 4yz reply (RFC 5321 section 4.2.1); only
 *   `server-error` changes with it
 */
export function diagnosisOf(cause: Cause, temporaryReply = false): Diagnosis {
  const isTemporary = cause === 'server-error' && temporaryReply;
  const { exitCode, retryable } = isTemporary ? temporary : CAUSES[cause];
  return { cause, exitCode, retryable };
}
