import { join } from 'node:path';
import { namesIn } from '../look-at-once.js';
import { READERS } from '../readers/index.js';
import { lastAssignment } from './last-assignment.js';
import { DEFAULT_ENV_FILES } from './stored-in-env-files.js';
import { readTextFile } from './text-file.js';

/** Names of env files, such as `stack.env` of Portainer. Copies and examples are none. */
const ENV_FILE = /(?:^|[.-])env(?:\.(?:local|prod|production))?$/i;
// An installation's folder has no more.
const MOST_FILES = 20;

/**
 * Absolute paths of the files of a folder that are env files by their names, the usual ones first.
 *
 * @returns also usual ones that are not there
 */
export function likelyEnvFiles(folder: string): string[] {
  const usual: readonly string[] = DEFAULT_ENV_FILES;
  const others = namesIn(folder).filter((name) => ENV_FILE.test(name) && !usual.includes(name));
  return [...usual, ...others.sort().slice(0, MOST_FILES)].map((name) => join(folder, name));
}

/**
 * Where a variable is set in an env file, for whoever looks for a file that nobody names.
 *
 * @returns undefined where it has no value there, and where the file cannot be read
 * @throws the signal's reason, unless it is that the time is up
 */
export async function placeInEnvFile(
  variable: string,
  path: string,
  signal: AbortSignal,
): Promise<{ file: string; line: number } | undefined> {
  const read = await readTextFile(path, signal);
  const reading = read.ok ? READERS.compose.read(read.text, () => undefined) : undefined;
  const found = reading && lastAssignment(reading, variable);
  return found && found.value.trim() !== '' ? { file: path, line: found.line } : undefined;
}
