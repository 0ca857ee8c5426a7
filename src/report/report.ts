import type { ExitCode } from '../exit-codes.js';
import type { Arrival } from './arrival.js';
import type { Cause } from './causes.js';
import type { CheckCommand } from './check-command.js';
import type { ComparedLine, ReportContainer } from './container.js';
import type { ReaderView } from './env-readers.js';
import type { Security } from './security.js';
import type { Step, StepName } from './steps.js';
import type { ValueSource } from './value-source.js';
import type { WarningCode } from './warnings.js';

// The parts of a report are exported from here too, for code that reads all of it.
export type { Arrival } from './arrival.js';
export {
  READER_NAMES,
  type ReaderName,
  type ReaderProblem,
  type ReaderView,
} from './env-readers.js';
export type { Security } from './security.js';
export {
  type AddressAttempt,
  type CertificateInfo,
  type SkipReason,
  STEP_NAMES,
  type Step,
  type StepDetails,
  type StepName,
  type TlsInfo,
} from './steps.js';
export type { FileSource, ValueSource } from './value-source.js';

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

/** Something that did not fail the check, and that a person should know. */
export interface Warning {
  code: WarningCode;
  message: string;
  /** The file and the line that it is about, where it is about a line. */
  file?: string;
  line?: number;
  /** What each reader of the env file makes of the line. Present only with `readers-disagree`. */
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
  /** How far the suggestion was tried. `auth` means as far as `verify` goes, login and sender included. */
  proof: 'none' | 'greeting' | 'tls' | 'auth';
  /** What went wrong in the trial; null if nothing did, or if the trial was not complete. */
  refused: TrialRefusal | null;
}

/** Where the trial of a suggestion ended: other settings still stand in the way. */
export interface TrialRefusal {
  step: StepName;
  /** The server's words, on one line; null if it said nothing. */
  reply: string | null;
}

/** Why a file was not written. It stays unchanged. */
export type SaveProblem =
  | 'not-tried'
  | 'refused-in-trial'
  | 'changed'
  | 'read-only'
  | 'outside-link'
  | 'hard-linked'
  | 'no-space'
  | 'not-a-file'
  | 'failed';

/** Why an env file was not written: nothing of it, but for one that is half written. */
export type SaveRefusal =
  | SaveProblem
  | 'half-written'
  | 'no-spelling'
  | 'no-file'
  | 'compose-file'
  | 'manifest'
  | 'environment'
  | 'command-line';

/** What `--write` has done. */
export interface Saved {
  /** The env file; null if there is none. */
  file: string | null;
  variables: ('SMTP_URI' | 'SMTP_SENDER')[];
  /** The file that holds the old content; null if nothing was written. */
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
  command: CheckCommand;
  ok: boolean;
  exitCode: ExitCode;
  settings: ReportSettings;
  steps: Step[];
  warnings: Warning[];
  failure: Failure | null;
  message: SentMessage | null;
  /** What became of the mail in its recipient's mailbox. Present only with `--await`. */
  arrival?: Arrival;
  /** The container that the check ran in. Present only with `--in`. */
  container?: ReportContainer;
  /** What was compared between the two places. Present only with `--compare`. */
  comparison?: ComparedLine[];
  /** What was written, or why nothing was. Present only with `--write`. */
  saved?: Saved[];
  /** How long the whole check took, in milliseconds. */
  ms: number;
}

/** What happens while a check runs. Nothing in the core depends on anybody listening. */
export type CheckEvent =
  | { type: 'step-start'; step: StepName }
  /** `cause`: why the step failed, as it looks so far. Absent where the server's reply tells it. */
  | { type: 'step-end'; step: Step; cause?: Cause }
  /** `isUnread`: the settings could not be read where they stand. */
  | { type: 'settings'; settings: ReportSettings; isUnread?: boolean }
  | { type: 'warning'; warning: Warning }
  | { type: 'transcript'; from: 'client' | 'server'; line: string }
  /** The server answered about one of several recipients, and others follow. */
  | { type: 'recipient'; answered: number; count: number }
  /** A failure was found, and the search for settings that work begins. */
  | { type: 'search' }
  /** The mail was sent, and its recipient's mailbox is looked into. */
  | { type: 'await' }
  | { type: 'retry'; cause: Cause; title: string; delayMs: number };

/** A subscriber to the progress of a check. */
export type CheckListener = (event: CheckEvent) => void;
