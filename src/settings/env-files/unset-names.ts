import type { ReaderName } from '../../report/env-readers.js';
import { READERS } from '../readers/index.js';
import type { Lookup } from '../readers/reader.js';
import type { UnsetName } from '../shown-name.js';
import { lastAssignment } from './last-assignment.js';
import { linesOfAssignment } from './lines-of-assignment.js';

/** An assignment of a file, by its lines, and who reads it. */
interface ReadAssignment {
  text: string;
  variable: string;
  assignment: { line: number; endLine: number };
  reader: ReaderName;
  lookup: Lookup;
}

// A character of the private use area, which no setting holds.
const STAND_IN = '\ue001';

/**
 * The names in an assignment that a reader replaces with nothing, since nothing sets them. A name with a default in its place is
 * none of them. Pure.
 */
export function unsetNames({
  text,
  variable,
  assignment,
  reader,
  lookup,
}: ReadAssignment): UnsetName[] {
  const written = [...linesOfAssignment(text, assignment).matchAll(/\$(\{?)([A-Za-z_]\w*)/g)];
  const names = new Map(written.map(([, brace, name = '']) => [name, brace === '{'] as const));
  if (names.size === 0) return [];
  const { read } = READERS[reader];
  const lost = lastAssignment(read(text, lookup), variable)?.value;
  return [...names].flatMap(([name, isBraced]) => {
    const reading = read(text, (one) => lookup(one) ?? (one === name ? STAND_IN : undefined));
    const isAbove = reading.ok && reading.assignments.some((one) => one.name === name);
    const value = isAbove ? undefined : lastAssignment(reading, variable)?.value;
    const isLost = value?.includes(STAND_IN) && value.replaceAll(STAND_IN, '') === lost;
    return isLost ? [{ name, isBraced }] : [];
  });
}
