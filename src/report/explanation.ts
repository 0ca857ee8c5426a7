import type { ExitCode } from '../exit-codes.js';
import type { ApplicationFacts } from './application-facts.js';
import type { ReceivedFacts } from './received-letter.js';
import type { Failure } from './report.js';

/** What a letter says about one recipient, apart from the reason. */
export interface BounceFacts {
  /** The address that did not get the mail; null if the letter names none. */
  recipient: string | null;
  /** `delayed`: a server still tries. */
  action: 'failed' | 'delayed';
  /** The end of the server's attempts, as an ISO 8601 date and time; null if the letter does not say. */
  willRetryUntil: string | null;
  /** The server that refused the mail; null if the letter names none. */
  remoteHost: string | null;
  /** The server that wrote the letter. */
  reportedBy: string | null;
}

/** A failure that was found in a log, or in a letter. */
export interface Finding extends Omit<Failure, 'suggestion'>, Partial<BounceFacts> {
  /** The first line of the failure, from 1. */
  line: number;
  /** The file that holds the failure. Absent if no files were named. */
  file?: string;
}

/** The sort of a letter, in finer steps than `LetterKind`: each sort has its own sentence. */
export type LetterSort =
  | Exclude<LetterKind, 'received'>
  /** A receipt of a mail that is on its way to a server without receipts, or to the members of a list (RFC 3464 section 2.3.3). */
  | 'relayed'
  /** A read receipt (RFC 8098). */
  | 'read'
  /** A mail from a mailing list (RFC 2919). */
  | 'list'
  | 'received'
  /** The mail arrived, and a filter on the way took it for spam. */
  | 'spam';

/** What a letter is: a report of failure or of delay, of delivery, a complaint, an answer by itself, a mail. */
export type LetterKind =
  | 'bounce'
  | 'delay'
  | 'delivered'
  | 'feedback-report'
  | 'auto-reply'
  | 'received'
  | 'other';

/** A letter that `explain` found. */
export interface LetterSummary {
  kind: LetterKind;
  /** The letter's sort, in one line. */
  title: string;
  /** The first line of the letter, from 1. */
  line: number;
  /** The file that holds the letter. Absent if no files were named. */
  file?: string;
  /** The subject of the letter, or of the mail that it returns; null if neither has one. */
  subject: string | null;
  /** The time at which the mail in question was sent, as an ISO 8601 date and time; null if the letter does not say. */
  sent: string | null;
  /** The indexes, from 0, of the findings that belong to this letter. */
  findings: number[];
  /** For a mail that arrived: its judges and their verdicts, its way, and what helps. */
  received?: ReceivedFacts & { nextSteps: string[] };
}

/**
 * The outcome of `explain`: what `--json` prints and the library function returns. It is described by
 * `schema/explanation.schema.json`.
 */
export interface Explanation {
  schemaVersion: 1;
  command: 'explain';
  /** At least one failure was recognised. */
  ok: boolean;
  exitCode: typeof ExitCode.ok | typeof ExitCode.nothingFound;
  findings: Finding[];
  /** How many lines of a log were read. Present only if nothing was recognised. */
  lines?: number;
  /** A line was longer than so many bytes, and its end was not read. Present only if nothing was recognised. */
  cutAt?: number;
  /** Other services, such as a database, whose failures the log tells of. Present only if nothing was recognised. */
  elsewhere?: string[];
  /** The server refused something, and the same conversation got over it. Present only if nothing was recognised. */
  gotOver?: true;
  /** The application that wrote the log. Present only if nothing was recognised and its own log says more. */
  application?: ApplicationFacts;
  /** Each letter in the text. Absent if the text holds none. */
  letters?: LetterSummary[];
}
