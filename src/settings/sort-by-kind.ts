import { resolve } from 'node:path';
import { readTextFile } from './env-files/text-file.js';

/** Files that were named, by what they are: absolute paths, in their order. */
export interface FilesByKind {
  compose: string[];
}

/**
 * Tells compose files from env files: by their names, and by what stands in them.
 *
 * @param names as they were named; none for none
 * @throws the signal's reason, unless it is that the time is up
 */
export async function sortByKind(
  names: readonly string[] | undefined,
  cwd: string,
  signal: AbortSignal,
): Promise<FilesByKind> {
  const kinds: FilesByKind = { compose: [] };
  for (const name of names ?? []) {
    if (!/\.ya?ml$/i.test(name)) continue;
    const path = resolve(cwd, name);
    const read = await readTextFile(path, signal);
    if (read.ok) kinds.compose.push(path);
  }
  return kinds;
}
