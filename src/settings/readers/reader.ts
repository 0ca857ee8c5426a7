import type { ReaderName } from '../../report/env-readers.js';
import type { SettingProblem } from '../../report/setting-problem.js';

/** One assignment in an env file. The same name may be assigned again further down. */
export interface EnvAssignment {
  name: string;
  value: string;
  /** The line it begins in, from 1. */
  line: number;
  /** The line it ends in: a value in quotes may go over several. */
  endLine: number;
}

/** What a reader makes of a file: its assignments in their order, or the line for which it refuses all of it. */
export type EnvFileReading =
  | { ok: true; assignments: EnvAssignment[] }
  | { ok: false; line: number; problem: SettingProblem };

/** The value behind a name that stands outside the file, such as in the process environment. */
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
  /** Containers with a network of their own get what it reads. */
  isForContainer: boolean;
}
