import type { ApplicationFacts } from '../report/application-facts.js';
import { applicationIn } from './applications.js';

/** Notes which application the lines of a log name first. */
export class ApplicationNames {
  facts: ApplicationFacts | undefined;

  look(line: string): void {
    this.facts ??= applicationIn(line);
  }
}
