import type { FoundFailure } from '../diagnosis/found-failure.js';
import type { FoundReceived } from '../mail/received-mail.js';
import type { BounceFacts, Explanation, LetterSort, LetterSummary } from '../report/explanation.js';
import type { Origin } from './origin.js';

/** A failure that was found in a text, before it is put into words. */
export interface FoundFinding {
  /** The line where it begins, from 1. */
  line: number;
  failure: FoundFailure;
  /** Of a letter: what it tells beyond why. */
  bounce?: BounceFacts;
  /** The file that it was found in, where files were named. */
  file?: string;
}

/** A failure of a log, with what is weighed against the others. */
export interface LoggedFinding extends FoundFinding {
  origin: Origin;
}

/** A letter that was read, before it is put into words. */
export interface FoundLetter extends Omit<LetterSummary, 'title' | 'received'> {
  sort: LetterSort;
  received?: FoundReceived;
}

/** The outcome of `explain`, before it is put into words. */
export interface FoundExplanation extends Omit<Explanation, 'findings' | 'letters'> {
  findings: FoundFinding[];
  /** Where the text holds letters: each of them. */
  letters?: FoundLetter[];
}
