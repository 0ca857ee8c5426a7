import type { LoggedFailure } from './draft.js';

/** The greatest number of failures to remember. A forgotten one is diagnosed again. */
const MOST_SEEN = 4000;

/** A long word with digits in it may be the name of a session, a queue or a host. */
const LONG_WORD = /[\w.+=@-]{12,}/g;
const WITH_DIGIT = /(?=[a-z]*\d)[a-z\d]+/gi;
const ADDRESS = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/g;

/**
 * Remembers which failures of a log were looked at: the same one comes thousands of times, and in each line
 * with another session, time or address.
 */
export class SeenFailures {
  readonly #seen = new Set<string>();

  /** Whether the same failure was there before: a second diagnosis would say nothing new. */
  has({ evidence, cause, weight }: LoggedFailure): boolean {
    const { reply, ...others } = evidence;
    const key = `${weight}\n${cause}\n${JSON.stringify(others)}\n${alike(reply?.text ?? '')}`;
    if (this.#seen.has(key)) return true;
    if (this.#seen.size >= MOST_SEEN) this.#seen.clear();
    this.#seen.add(key);
    return false;
  }
}

/** A reply without the parts that differ between tries. The length stays the same, because rules measure distances between words. */
export function alike(text: string): string {
  return text
    .replace(ADDRESS, (address) => address.replace(/\d/g, '0'))
    .replace(LONG_WORD, (word) => word.replace(WITH_DIGIT, ({ length }) => '0'.repeat(length)));
}
