import type { EnvAssignment, EnvFileReading } from '../readers/reader.js';

/** The assignment that counts for a variable: the last. undefined where there is none, or the reader refuses the file. Pure. */
export function lastAssignment(
  reading: EnvFileReading,
  variable: string,
): EnvAssignment | undefined {
  if (!reading.ok) return undefined;
  return reading.assignments.findLast(({ name }) => name === variable);
}
