import type { LoggedFailure } from './draft.js';

/** More than these are forgotten: what comes again then is diagnosed once more. */
const MOST_SEEN = 4000;

/** What may be the name of a session, a queue's or a host's: so long, and with digits in it. */
const LONG_WORD = /[\w.+=@-]{12,}/g;
const WITH_DIGIT = /(?=[a-z]*\d)[a-z\d]+/gi;
const ADDRESS = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/g;

/**
 * Remembers which failures of a log were looked at: the same one comes thousands of times, and in each line
 * with another session, time or address.
 */
export class SeenFailures {
  readonly #seen = new Set<string>();

  /** Whether a failure was there before: its diagnosis would be the same, and it would be told apart by nothing. */
  has({ evidence, cause, weight }: LoggedFailure): boolean {
    const { reply, ...others } = evidence;
    const key = `${weight}\n${cause}\n${JSON.stringify(others)}\n${alike(reply?.text ?? '')}`;
    if (this.#seen.has(key)) return true;
    if (this.#seen.size >= MOST_SEEN) this.#seen.clear();
    this.#seen.add(key);
    return false;
  }
}

/** A reply without what differs from one try to the next, and as long as before: rules mind how far words are apart. */
export function alike(text: string): string {
  return text
    .replace(ADDRESS, (address) => address.replace(/\d/g, '0'))
    .replace(LONG_WORD, (word) => word.replace(WITH_DIGIT, ({ length }) => '0'.repeat(length)));
}
