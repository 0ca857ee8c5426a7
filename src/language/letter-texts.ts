import type { LetterSort } from '../report/explanation.js';

/** The words about letters that `explain` read. */
export interface LetterTexts {
  /** The sort of a letter, in one line. */
  sorts: Record<LetterSort, string>;
  /** Whom it did not reach. */
  notDelivered: string;
  /** Whom it has not reached yet, and until when a server tries: an ISO 8601 date and time, null where unknown. */
  delayed: (until: string | null) => string;
  /** Whose server it is about, whether it refused the mail, and who says so; null where it is not named. */
  refusedBy: (
    remote: string | null,
    reporter: string | null,
    hasAnswered: boolean,
  ) => string | null;
  /** The subject of the mail, and its time as an ISO 8601 date and time. */
  about: (subject: string | null, sent: string | null) => string | null;
  /** The first line of what was found in a letter. */
  foundIn: (headline: string, line: number) => string;
  /** How much was read of a long text: megabytes, and failures found. */
  progress: (megabytes: number, found: number) => string;
}
