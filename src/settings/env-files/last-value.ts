import type { EnvFileReading } from '../readers/reader.js';

/** The value that counts for a variable: that of its last assignment. undefined where there is none, or the reader refuses. Pure. */
export function lastValue(reading: EnvFileReading, variable: string): string | undefined {
  if (!reading.ok) return undefined;
  return reading.assignments.findLast(({ name }) => name === variable)?.value;
}
