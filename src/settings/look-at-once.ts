import { readdirSync, statSync } from 'node:fs';

// What nearly every run looks at, and there is nothing to read: `node:fs/promises` takes longer to load than all of
// it takes.

/** The names in a folder; none where it cannot be read. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Whether there is a file. */
export function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    return false;
  }
}
