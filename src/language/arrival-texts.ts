import type { Arrival, AuthenticationResult, MailboxProblem } from '../report/arrival.js';

/** What is said about the test mail in the mailbox of its recipient. */
export interface ArrivalTexts {
  /** The question for the mailbox. */
  askForMailbox: string;
  /** In which folder it was, and after how many milliseconds. */
  found: (folder: string, ms: number) => string;
  /** What the receiver wrote into it; `by` is null where it names nobody. */
  judged: (by: string | null, results: readonly AuthenticationResult[]) => string;
  /** It wrote nothing of who sent it. */
  notJudged: string;
  /** The mail was sent, and the mailbox could not be read. */
  unreadTitle: (host: string) => string;
  unread: (problem: NonNullable<Arrival['problem']>) => string;
  unreadSteps: (kind: MailboxProblem) => string[];
}
