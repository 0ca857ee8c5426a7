import type { ReaderName } from '../../report/env-readers.js';
import type { SettingProblem } from '../../report/setting-problem.js';

/** One assignment in an env file. A later line may assign the same name again. */
export interface EnvAssignment {
  name: string;
  value: string;
  /** The line where it begins, from 1. */
  line: number;
  /** The line where it ends. A value in quotes may span several. */
  endLine: number;
}

/** A file as a reader sees it: the assignments in their order, or the line that makes it refuse the file. */
export type EnvFileReading =
  | {
      ok: true;
      assignments: EnvAssignment[];
      /** The line at which the reader stops, because it cannot read it. What stands above counts. */
      endsAt?: number | undefined;
    }
  | { ok: false; line: number; problem: SettingProblem };

/** The value of a name outside of the file, such as in the process environment. */
export type Lookup = (name: string) => string | undefined;

/**
 * Reads an env file by the rules of one program. Pure, and bounded by the text's length.
 *
 * @param text the whole file; a byte that is no UTF-8 stands as U+FFFD
 * @param lookup gives what the program takes from its surroundings
 * @param before the values of the files that are read before, for a program that takes them all for one
 */
export type ReadEnvFile = (
  text: string,
  lookup: Lookup,
  before?: ReadonlyMap<string, string>,
) => EnvFileReading;

/** A program that reads env files. */
export interface EnvFileReader {
  name: ReaderName;
  read: ReadEnvFile;
  /** The reader passes the values to containers with a network of their own. */
  isForContainer: boolean;
}
