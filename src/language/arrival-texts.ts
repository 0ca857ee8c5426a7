import type { Arrival, AuthenticationResult, MailboxProblem } from '../report/arrival.js';

/** The words about a mail that was awaited in a mailbox. */
export interface ArrivalTexts {
  /** The question for the mailbox. */
  askForMailbox: string;
  /** In which folder it was, and after how many milliseconds. */
  found: (folder: string, ms: number) => string;
  /** The results that the receiver wrote into the mail; `by` is null if it names nobody. */
  judged: (by: string | null, results: readonly AuthenticationResult[]) => string;
  /** The receiver wrote nothing about the origin of the mail. */
  notJudged: string;
  /** The subject is another one than was sent. */
  subjectChanged: string;
  /** The receiver has marked it as spam, or DMARC failed, and it was not sorted out all the same. */
  doubted: string;
  /** Nobody looked into the mailboxes of these recipients. */
  others: (recipients: readonly string[]) => string;
  /** The login of the mailbox names none of the recipients. */
  assumed: (recipients: readonly string[]) => string;
  /** The mail was sent, and the mailbox could not be read, or does not tell. */
  unreadTitle: (problem: NonNullable<Arrival['problem']>) => string;
  unread: (problem: NonNullable<Arrival['problem']>) => string;
  unreadSteps: (kind: MailboxProblem) => string[];
}
