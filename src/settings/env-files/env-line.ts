import { READER_NAMES, type ReaderName } from '../../report/env-readers.js';
import { READERS } from '../readers/index.js';
import { VARIABLES, type VariableName } from '../variables.js';
import { portableValue } from './portable-value.js';

/**
 * Dotenv and Compose, either of which may read the file, since people copy it from one installation to the other. Other readers
 * count only where they are known to read it.
 */
export const USUAL_READERS: readonly ReaderName[] = ['dotenv', 'compose'];

/**
 * A line for an env file. Of all spellings that the file's reader takes as meant, it is the one that most other readers take so,
 * too. It has no quotation marks unless needed: many readers (`docker run`, `podman`, `kubectl`) keep them.
 *
 * @param value the value, which the line may hold in another form (see `portableValue`)
 * @param reader who reads the file; default: Docker Compose
 * @param isForShell a shell reads it, too: what is special there is quoted
 */
export function formatEnvLine(
  variable: VariableName,
  value: string,
  reader: ReaderName = 'compose',
  isForShell = false,
): string {
  const meant = portableValue(variable, value);
  const isQuoted = isForShell && /[^\w@%+=:,./?-]/.test(meant);
  let best: { line: string; rank: number } | undefined;
  for (const line of spellings(variable, meant).slice(isQuoted ? 1 : 0)) {
    const holders = READER_NAMES.filter((name) => readBy(name, line) === meant);
    const isUsual = USUAL_READERS.every((name) => holders.includes(name));
    const rank = holders.length + (isUsual ? READER_NAMES.length : 0);
    if (holders.includes(reader) && rank > (best?.rank ?? 0)) best = { line, rank };
  }
  if (best) return best.line;
  // Inside double quotes these characters change or end the value. A name can do without them.
  return `${variable}="${meant.replace(/["$\\`]/g, '')}"`;
}

/** The spellings of a value, those with the fewest signs first. */
function spellings(variable: VariableName, value: string): string[] {
  return [
    `${variable}=${value}`,
    `${variable}='${value}'`,
    `${variable}="${value}"`,
    `${variable}="${value.replace(/["$\\`]/g, '\\$&')}"`,
  ];
}

/**
 * The readers that take a line of `formatEnvLine` as meant. Each reader itself is asked.
 *
 * @param reader the reader that the line was written for
 */
export function holdersOf(line: string, reader: ReaderName = 'compose'): ReaderName[] {
  const meant = readBy(reader, line);
  return READER_NAMES.filter((name) => readBy(name, line) === meant);
}

function readBy(name: ReaderName, line: string): string | undefined {
  const reading = READERS[name].read(line, () => undefined);
  if (!reading.ok) return undefined;
  return reading.assignments.findLast((one) => VARIABLES.some((variable) => variable === one.name))
    ?.value;
}
