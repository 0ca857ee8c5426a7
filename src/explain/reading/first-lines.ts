import type { LineTaker } from './read-log.js';

/** The most lines of a paste, which holds an error and the lines around it. A longer text is a log. */
export const LONGEST_PASTE = 50;

/**
 * Passes the lines of a log on to another taker, and keeps the first of them to look at.
 *
 * @param most how many lines are kept
 */
export function showFirst(
  taker: LineTaker,
  most: number,
  look: (line: string, number: number) => void,
): LineTaker {
  let number = 0;
  return {
    get isOpen() {
      return taker.isOpen;
    },
    push: (line, hints) => {
      number += 1;
      if (number <= most) look(line, number);
      taker.push(line, hints);
    },
    skip: (lines) => {
      number += lines;
      taker.skip(lines);
    },
    look: (bytes) => taker.look?.(bytes),
  };
}
