import { relative } from 'node:path';
import { stripToLine } from '../safety/control-characters.js';

/** A file as a person in this folder would name it. */
export function nameOf(path: string, cwd: string): string {
  const name = relative(cwd, path);
  return stripToLine(name.startsWith('../../../') ? path : name);
}
