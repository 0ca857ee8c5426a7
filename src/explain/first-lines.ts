import type { LineTaker } from './read-log.js';

/**
 * What takes the lines of a log for another, and shows the first of them to others.
 *
 * @param most so many are shown
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
  };
}
