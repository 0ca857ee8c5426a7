import type { ExitCode } from '../exit-codes.js';
import type { ApplicationFacts } from './facts.js';
import type { ReceivedFacts } from './received-letter.js';
import type { Failure } from './report.js';

/** What a letter tells of one of those that it was for, beyond why. */
export interface BounceFacts {
  /** The address that did not get it; null where the letter names none. */
  recipient: string | null;
  /** `delayed`: a server still tries. */
  action: 'failed' | 'delayed';
  /** Until when it tries, as an ISO 8601 date and time; null where that is not said. */
  willRetryUntil: string | null;
  /** The server that refused it; null where it is not named. */
  remoteHost: string | null;
  /** The server that wrote the letter. */
  reportedBy: string | null;
}

/** A failure that was found in a log, or in a letter. */
export interface Finding extends Omit<Failure, 'suggestion'>, Partial<BounceFacts> {
  /** The line where it begins, from 1. */
  line: number;
  /** The file that it was found in, where files were named. */
  file?: string;
}

/** What a letter is, told finer than `LetterKind` does: each has its own sentence. */
export type LetterSort =
  | Exclude<LetterKind, 'received'>
  /** A read receipt (RFC 8098). */
  | 'read'
  /** A mail from a mailing list (RFC 2919). */
  | 'list'
  | 'received'
  /** It arrived, and a filter on the way has taken it for spam. */
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

/** A letter that was read. */
export interface LetterSummary {
  kind: LetterKind;
  /** What it is, in one line. */
  title: string;
  /** The line where it begins, from 1. */
  line: number;
  /** The file that it is in, where files were named. */
  file?: string;
  /** Its subject, or that of the letter that it sends back; null where there is none. */
  subject: string | null;
  /** When the letter that it is about was sent, as an ISO 8601 date and time; null where that is not said. */
  sent: string | null;
  /** Which of the findings are its own, counted from 0. */
  findings: number[];
  /** Of a mail that arrived: who judged it and how, its way, and what helps. */
  received?: ReceivedFacts & { nextSteps: string[] };
}

/**
 * The outcome of `explain`: what `--json` prints and the library function returns. It is described by
 * `schema/explanation.schema.json`.
 */
export interface Explanation {
  schemaVersion: 1;
  command: 'explain';
  /** Something was recognised. */
  ok: boolean;
  exitCode: typeof ExitCode.ok | typeof ExitCode.nothingFound;
  findings: Finding[];
  /** Where nothing was recognised in a log: how many lines were read. */
  lines?: number;
  /** Where nothing was recognised: the other services, such as a database, whose failures the log tells of. */
  elsewhere?: string[];
  /** Where nothing was recognised: the application whose log it is, and where that says more. */
  application?: ApplicationFacts;
  /** Where the text holds letters: each of them. */
  letters?: LetterSummary[];
}
