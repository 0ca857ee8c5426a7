// What the bundle has besides src: scripts/screen-patterns.js puts it around the expressions of the rules.

/** The text that was asked about last, and the same in small letters. */
let asked = '';
let lower = '';

/**
 * An expression that is asked only about a text in which it may find something: Node takes a tenth of a millisecond to
 * compile each, and there are hundreds for every reply.
 *
 * @param {RegExp} pattern
 * @param {string} needed one to a line, in small letters: whatever it finds has one of these
 * @returns {Pick<RegExp, 'test'>}
 */
export function screened(pattern, needed) {
  return new Screened(pattern, needed);
}

class Screened {
  /** @type {RegExp} */
  #pattern;
  /** @type {string} */
  #needed;

  /**
   * @param {RegExp} pattern
   * @param {string} needed
   */
  constructor(pattern, needed) {
    this.#pattern = pattern;
    this.#needed = needed;
  }

  /** @param {string} text */
  test(text) {
    if (text !== asked) {
      asked = text;
      lower = text.toLowerCase();
    }
    const mayBe = this.#needed.split('\n').some((needed) => lower.includes(needed));
    return mayBe && this.#pattern.test(text);
  }
}
