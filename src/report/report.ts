import type { ExitCode } from '../exit-codes.js';
import type { Cause } from './causes.js';

/** The steps of a check, in the order in which they happen. */
export const STEP_NAMES = [
  'settings',
  'dns',
  'connect',
  'tls',
  'greeting',
  'ehlo',
  'starttls',
  'auth',
  'mail-from',
  'rcpt-to',
  'data',
] as const;

/** The name of a step. */
export type StepName = (typeof STEP_NAMES)[number];

/** What the server's certificate says, as far as a person needs it to recognise it. */
export interface CertificateInfo {
  subject: string;
  issuer: string;
  /** The DNS names and addresses it is made out to (RFC 9525). */
  names: string[];
  /** Its end, as an ISO 8601 date and time. */
  validTo: string;
  /** SHA-256 fingerprint, hexadecimal with colons. */
  sha256: string;
}

/** What a TLS handshake settled. */
export interface TlsInfo {
  protocol: string;
  cipher: string;
  certificate: CertificateInfo | null;
}

/** A connection that was tried. */
export interface AddressAttempt {
  address: string;
  /** The system's code, such as `ENETUNREACH`; null where the address takes connections. */
  error: string | null;
}

/** What a step showed; which of them are there depends on the step. */
export interface StepDetails extends Partial<TlsInfo> {
  addresses?: string[];
  address?: string;
  port?: number;
  /** Of a host with several addresses: how each of them took a connection. */
  attempts?: AddressAttempt[];
  reply?: string;
  extensions?: string[];
  /** The name given in EHLO (RFC 5321 section 4.1.1.1). */
  clientName?: string;
  /** The SASL mechanism of the login (RFC 4954). */
  mechanism?: string;
}

/** One step of a check. */
export interface Step extends StepDetails {
  name: StepName;
  status: 'ok' | 'failed' | 'skipped';
  /** How long it took, in milliseconds. */
  ms: number;
  /** Why it was skipped. */
  why?: string;
}

/** Where a value came from. */
export interface ValueSource {
  kind: 'flag' | 'env' | 'file' | 'prompt' | 'stdin' | 'sandbox';
  /** The env file, as it was named, when the kind is `file`. */
  file?: string;
  /** The line in that file, from 1. */
  line?: number;
}

/** Who reads an env file: Tailchat's server from source, Docker Compose, `docker run --env-file`. */
export const READER_NAMES = ['dotenv', 'compose', 'docker'] as const;

/** The name of a reader of env files. */
export type ReaderName = (typeof READER_NAMES)[number];

/** What a reader did to a value that it was likely not meant to do. */
export const READER_PROBLEMS = [
  /** It knows no assignment in this line. */
  'not-set',
  /** It refuses the whole file because of this line. */
  'file-refused',
  'quotes-kept',
  'backslashes-kept',
  'escapes-replaced',
  'comment-kept',
  'cut-at-hash',
  'dollar-replaced',
  'dollar-kept',
  'differs',
] as const;

/** What a reader did to a value. */
export type ReaderProblem = (typeof READER_PROBLEMS)[number];

/** What one reader makes of a line, without telling the value. */
export interface ReaderView {
  reader: ReaderName;
  /** How many characters the value has for it; null when it has none. */
  length: number | null;
  /** null when it reads what was likely meant. */
  problem: ReaderProblem | null;
  /** The value itself, only where secrets are to be shown. */
  value?: string;
}

/** How the settings protect the connection (RFC 8314, RFC 3207). */
export type Security = 'tls' | 'starttls-if-offered' | 'starttls' | 'none';

/** The settings that were checked, with secrets masked. */
export interface ReportSettings {
  uri: string | null;
  uriSource: ValueSource | null;
  host: string | null;
  port: number | null;
  security: Security | null;
  user: string | null;
  sender: string | null;
  senderAddress: string | null;
  senderName: string | null;
  senderSource: ValueSource | null;
  provider: string | null;
}

/** Something that a person should know although it did not make the check fail. */
export const WARNING_CODES = [
  'credentials-untested',
  'plaintext-credentials',
  'tls-verification-off',
  'certificate-expires-soon',
  'credentials-unlikely',
  'sender-unlikely',
  'sender-mismatch-likely',
  'env-overrides-file',
  'readers-disagree',
  'not-percent-encoded',
  'misspelt-variable',
  'duplicate-variable',
  'loopback-in-container',
  'address-unreachable',
  'ipv6-unreachable',
  'uri-on-command-line',
  'sender-untested',
  'accepted-not-delivered',
] as const;

/** A warning that every sent mail brings: nothing that a person could change makes it go away. */
export const INEVITABLE_WARNING = 'accepted-not-delivered' satisfies WarningCode;

/** Warnings that `--strict` lets pass: no setting of Tailchat's makes them go away. */
export const BEYOND_SETTINGS: readonly WarningCode[] = [INEVITABLE_WARNING, 'ipv6-unreachable'];

/** The code of a warning. */
export type WarningCode = (typeof WARNING_CODES)[number];

/** A warning with its text. */
export interface Warning {
  code: WarningCode;
  message: string;
  /** With `readers-disagree`: what each reader of the env file makes of the line. */
  readers?: ReaderView[];
}

/** A server's reply (RFC 5321 section 4.2). */
export interface Reply {
  /** The three-digit code, or null where the server sent none. */
  code: number | null;
  /** The enhanced status code (RFC 3463), such as `5.7.8`, or null. */
  enhanced: string | null;
  /** The whole reply as it came, its lines separated by `\n`, cleaned of control characters. */
  text: string;
}

/** A setting that would work. */
export interface Suggestion {
  uri: string | null;
  sender: string | null;
  changes: string[];
  /** How far it was tried; `auth`: as far as `verify` goes, login and sender included. */
  proof: 'none' | 'greeting' | 'tls' | 'auth';
  /** What went wrong when it was tried; null where nothing did, or where it was not tried whole. */
  refused: TrialRefusal | null;
}

/** Where the trial of a suggestion ended: other settings still stand in the way. */
export interface TrialRefusal {
  step: StepName;
  /** The server's words, on one line; null where it said nothing. */
  reply: string | null;
}

/** Why nothing was written into an env file. */
export type SaveRefusal =
  | 'not-tried'
  | 'refused-in-trial'
  | 'changed'
  | 'read-only'
  | 'outside-link'
  | 'hard-linked'
  | 'no-space'
  | 'not-a-file'
  | 'failed'
  | 'no-spelling'
  | 'no-file'
  | 'compose-file'
  | 'environment'
  | 'command-line';

/** What `--write` has done. */
export interface Saved {
  /** The env file; null where there is none. */
  file: string | null;
  variables: ('SMTP_URI' | 'SMTP_SENDER')[];
  /** The file that holds the old content; null when nothing was written. */
  backup: string | null;
  problem: SaveRefusal | null;
}

/** Why a check failed. */
export interface Failure {
  cause: Cause;
  step: StepName;
  retryable: boolean;
  title: string;
  explanation: string;
  nextSteps: string[];
  reply: Reply | null;
  suggestion: Suggestion | null;
  /** The page about the cause, as a path from the root of this project. */
  docs: string;
}

/** A recipient whom the server refused. */
export interface RejectedRecipient {
  address: string;
  cause: Cause;
  reply: string;
}

/** What became of the mail that `test` sent. */
export interface SentMessage {
  /** Its Message-ID, with angle brackets. */
  id: string;
  accepted: string[];
  rejected: RejectedRecipient[];
  /** The server's final words. */
  reply: string;
}

/**
 * The outcome of `verify` and `test`: what `--json` prints and the library functions return. It is
 * described by `schema/report.schema.json`.
 */
export interface Report {
  schemaVersion: 1;
  command: 'verify' | 'test';
  ok: boolean;
  exitCode: ExitCode;
  settings: ReportSettings;
  steps: Step[];
  warnings: Warning[];
  failure: Failure | null;
  message: SentMessage | null;
  /** With `--write` only: what was written, or why not. */
  saved?: Saved[];
  /** How long the whole check took, in milliseconds. */
  ms: number;
}

/** What happens while a check runs. Nothing in the core depends on anybody listening. */
export type CheckEvent =
  | { type: 'step-start'; step: StepName }
  | { type: 'step-end'; step: Step }
  | { type: 'settings'; settings: ReportSettings }
  | { type: 'warning'; warning: Warning }
  | { type: 'transcript'; from: 'client' | 'server'; line: string }
  /** After a failure, a setting that works is looked for. */
  | { type: 'search' }
  | { type: 'retry'; cause: Cause; title: string; delayMs: number };

/** A subscriber to the progress of a check. */
export type CheckListener = (event: CheckEvent) => void;
