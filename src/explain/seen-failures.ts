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
  readonly #seen = new Map<string, string>();

  /**
   * What a failure was found to be. The same one is not diagnosed again, which would say nothing new.
   *
   * @param find what names it by its diagnosis
   */
  nameOf(
    { evidence, cause, weight }: Pick<LoggedFailure, 'evidence' | 'cause' | 'weight'>,
    find: () => string,
  ): string {
    const { reply, ...others } = evidence;
    const key = `${weight}\n${cause}\n${JSON.stringify(others)}\n${alike(reply?.text ?? '')}`;
    const known = this.#seen.get(key);
    if (known !== undefined) return known;
    const found = find();
    if (this.#seen.size >= MOST_SEEN) this.#seen.clear();
    this.#seen.set(key, found);
    return found;
  }
}

/** A reply without the parts that differ between tries. The length stays the same, because rules measure distances between words. */
export function alike(text: string): string {
  return text
    .replace(ADDRESS, (address) => address.replace(/\d/g, '0'))
    .replace(LONG_WORD, (word) => word.replace(WITH_DIGIT, ({ length }) => '0'.repeat(length)));
}
