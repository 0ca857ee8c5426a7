import type { ExitCode } from '../exit-codes.js';
import type { Failure } from './report.js';

/** A failure that was found in a log. */
export interface Finding extends Omit<Failure, 'suggestion'> {
  /** The line where it begins, from 1. */
  line: number;
}

/**
 * The outcome of `explain`: what `--json` prints and the library function returns. It is described by
 * `schema/explanation.schema.json`.
 */
export interface Explanation {
  schemaVersion: 1;
  command: 'explain';
  /** Something was recognised. */
  ok: boolean;
  exitCode: typeof ExitCode.ok | typeof ExitCode.nothingFound;
  findings: Finding[];
}
