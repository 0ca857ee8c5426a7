import { readdirSync, statSync } from 'node:fs';

// These functions serve the looks of nearly every run that finds nothing to read. `node:fs/promises` would take longer to load
// than the looks take.

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
