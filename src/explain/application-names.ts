import type { ApplicationFacts } from '../report/facts.js';
import { applicationIn } from './applications.js';
import type { LineTaker } from './read-log.js';

/** Notes which application the first lines of a log name. */
export class ApplicationNames {
  #left: number;
  facts: ApplicationFacts | undefined;

  /** @param most so many lines are looked at */
  constructor(most: number) {
    this.#left = most;
  }

  /** What takes lines, and looks at the first of them. */
  watch(taker: LineTaker): LineTaker {
    const look = (line: string) => this.#look(line);
    return {
      get isOpen() {
        return taker.isOpen;
      },
      push: (line, hints) => {
        look(line);
        taker.push(line, hints);
      },
      skip: (lines) => taker.skip(lines),
    };
  }

  #look(line: string): void {
    if (this.#left === 0 || this.facts) return;
    this.#left -= 1;
    this.facts = applicationIn(line);
  }
}
