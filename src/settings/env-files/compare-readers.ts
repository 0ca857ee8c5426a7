import type { NearbyReader, ReaderName, ReaderProblem } from '../../report/env-readers.js';
import { Secret } from '../../safety/secret.js';
import { READERS } from '../readers/index.js';
import type { EnvAssignment, Lookup } from '../readers/reader.js';
import type { VariableName } from '../variables.js';
import { formatEnvLine, USUAL_READERS } from './env-line.js';
import { lastAssignment } from './last-assignment.js';
import { linesOfAssignment } from './lines-of-assignment.js';
import { portableValue } from './portable-value.js';
import { unsetNames } from './unset-names.js';

/** A reader's view of a line. */
export interface ReaderValue {
  reader: ReaderName;
  /** undefined if the reader sees no value in the line. */
  value: Secret | undefined;
  /** null if the value is what was likely meant. */
  problem: ReaderProblem | null;
}

/** A line that readers take differently. */
export interface Disagreement {
  readers: ReaderValue[];
  /** Who reads the file. */
  fileReader: ReaderName;
  /** Further readers that see another value, with the files nearby that make them likely. */
  nearby: NearbyReader[];
  /** The value that was likely meant, if `formatEnvLine` has a spelling for it that all read alike. */
  common?: Secret;
}

/** What to compare. */
export interface Comparison {
  /** The file's text. */
  text: string;
  variable: VariableName;
  /** The assignment that counts, as the file's own reader sees it. */
  assignment: EnvAssignment;
  /** The file's own reader. */
  reader: ReaderName;
  /** Compose reads the file as it stands, so that its usual rules are nobody's here. */
  isRaw?: boolean | undefined;
  /** Other readers that are likely, and why. */
  nearby?: readonly NearbyReader[];
  lookup: Lookup;
}

/**
 * Compares what the readers that may come to read an env file make of one assignment. Pure.
 *
 * @returns undefined where they agree
 */
export function compareReaders(comparison: Comparison): Disagreement | undefined {
  const { reader, variable, nearby = [] } = comparison;
  const raw = rawOf(comparison);
  // Differences for a shell are a warning of their own.
  const likely = nearby.map((one) => one.reader).filter((name) => !isShell(name));
  const names = new Set<ReaderName>(['dotenv', 'compose', 'docker', reader, ...likely]);
  const readings = [...names].map((name) => ({
    reader: name,
    ...valueFor(name, comparison),
  }));
  const counting = readings.filter((one) =>
    [...USUAL_READERS, ...likely, reader].includes(one.reader),
  );
  if (counting.every(({ value }) => value === counting[0]?.value)) return undefined;
  const meant = withoutStrayMarks(variable, meantValue(comparison, raw, readings));
  // The line as it stands already is no advice.
  const isOther =
    meant !== undefined &&
    formatEnvLine(variable, meant, reader) !==
      linesOfAssignment(comparison.text, comparison.assignment).trim();
  const isCommon =
    isOther && hasCommonSpelling(variable, meant, [reader, ...nearby.map((one) => one.reader)]);
  const own = readings.find((one) => one.reader === reader)?.value;
  const shown = readings.filter((one) => !comparison.isRaw || one.reader !== 'compose');
  return {
    fileReader: reader,
    nearby: nearby.filter((one) =>
      readings.some(({ reader: name, value }) => name === one.reader && value !== own),
    ),
    readers: shown.map(({ reader, value, isRefused }) => ({
      reader,
      value: value === undefined ? undefined : new Secret(value),
      problem: isRefused ? 'file-refused' : problemOf(value, meant, raw),
    })),
    ...(isCommon ? { common: new Secret(meant) } : {}),
  };
}

/** Whether a reader is a shell that sources the file. */
export function isShell(name: ReaderName): name is 'bash' | 'dash' | 'zsh' {
  return name === 'bash' || name === 'dash' || name === 'zsh';
}

/**
 * The fate of an assignment when a shell sources the file: another value, or none. Pure.
 *
 * @param shell who sources the file
 * @returns the value that the file's own reader sees, which is likely meant; undefined where the shell agrees
 */
export function changedByShell(comparison: Comparison, shell: ReaderName): Secret | undefined {
  const { reader, text, lookup, assignment } = comparison;
  // Where the file's own reader is a shell, Compose's view tells what was meant.
  const meant = isShell(reader) ? valueFor('compose', comparison).value : assignment.value;
  const { endsAt = assignment.line } = readByShell(shell, text, lookup);
  // Where the shell stops before the line, another line is at fault.
  const seen = endsAt < assignment.line ? meant : valueFor(shell, comparison).value;
  return meant === undefined || seen === meant ? undefined : new Secret(meant);
}

/** The line at which a shell stops, where it does not read the file to its end. */
function readByShell(
  shell: ReaderName,
  text: string,
  lookup: Lookup,
): { endsAt?: number | undefined } {
  const reading = READERS[shell].read(text, lookup);
  return { endsAt: reading.ok ? reading.endsAt : reading.line };
}

interface Reading {
  reader: ReaderName;
  value: string | undefined;
  isRefused: boolean;
}

function valueFor(
  name: ReaderName,
  { text, variable, assignment, lookup }: Comparison,
): Omit<Reading, 'reader'> {
  const whole = READERS[name].read(text, lookup);
  if (whole.ok) return { value: lastAssignment(whole, variable)?.value, isRefused: false };
  const isHere = whole.line >= assignment.line && whole.line <= assignment.endLine;
  if (isHere) return { value: undefined, isRefused: true };
  // Another line is at fault. The file's own reader reports that. For other readers, only their view of this line counts.
  const alone = READERS[name].read(linesOfAssignment(text, assignment), lookup);
  return { value: lastAssignment(alone, variable)?.value, isRefused: !alone.ok };
}

/** The value as it was written, behind the separator. */
function rawOf({ text, assignment }: Comparison): string {
  return linesOfAssignment(text, assignment)
    .replace(/^[^=:]*[=:]/, '')
    .trim();
}

/**
 * The value that the line was likely meant to have. Quotes, escapes and comments count as Compose takes them, which is how people
 * write them. A `$` before an unknown name stands for itself.
 *
 * @returns undefined where a name in braces stands for a value that nothing sets
 */
function meantValue(
  comparison: Comparison,
  raw: string,
  readings: readonly Reading[],
): string | undefined {
  const readBy = (name: ReaderName) => readings.find(({ reader }) => reader === name)?.value;
  const inCompose = readBy('compose');
  if (inCompose === undefined) {
    const kept = readBy('dotenv') ?? readBy('docker');
    return kept === raw ? withoutOpening(kept) : kept;
  }
  const isLiteral = raw.startsWith("'") || !raw.includes('$');
  if (isLiteral) return inCompose;
  if (!isDollarMeant(comparison, raw)) {
    // A value that lacks what a name stands for is not what was meant.
    return unsetNames({ ...comparison, reader: 'compose' }).length > 0 ? undefined : inCompose;
  }
  const { text, assignment, variable, lookup } = comparison;
  const lines = linesOfAssignment(text, assignment);
  const reading = READERS.compose.read(lines.replaceAll('$', STAND_IN), lookup);
  return lastAssignment(reading, variable)?.value.replaceAll(STAND_IN, '$') ?? inCompose;
}

/** A value without marks at the end of a URI, and without half a pair in a sender: neither can be used with them. */
function withoutStrayMarks(variable: VariableName, value: string | undefined): string | undefined {
  if (variable === 'SMTP_URI') return value?.replace(/^["'`]{1,9}|["'`]{1,9}$/g, '');
  const isHalf = value !== undefined && countOf('"', value) % 2 === 1;
  return isHalf ? value.replace(/[\s"]+/g, ' ').trim() : value;
}

/** A value without a quotation mark that is never closed, or that closes before the end. Double ones there stand around a name. */
function withoutOpening(value: string): string {
  return value.replace(/^(['`])(.*?)(?:\1|$)/s, '$2');
}

// A character of the private use area, which no setting holds.
const STAND_IN = '\ue000';

/** Whether a `$` stands for itself: `$$` outside Compose, and `$word` for a name that nothing sets. */
function isDollarMeant({ text, reader, lookup }: Comparison, raw: string): boolean {
  if (reader !== 'compose' && raw.includes('$$')) return true;
  const above = READERS.dotenv.read(text, lookup);
  const isKnown = (name: string) =>
    lookup(name) !== undefined ||
    (above.ok && above.assignments.some((assignment) => assignment.name === name));
  const names = [...raw.matchAll(/(?<![\\$])\$([A-Za-z_]\w*)/g)].map(([, name = '']) => name);
  return names.some((name) => !isKnown(name));
}

function hasCommonSpelling(
  variable: VariableName,
  value: string,
  readers: readonly ReaderName[],
): boolean {
  const line = formatEnvLine(variable, value, readers[0]);
  const meant = portableValue(variable, value);
  const names = new Set([...USUAL_READERS, ...readers]);
  return [...names].every(
    (name) =>
      lastAssignment(
        READERS[name].read(line, () => undefined),
        variable,
      )?.value === meant,
  );
}

function problemOf(
  value: string | undefined,
  meant: string | undefined,
  raw: string,
): ReaderProblem | null {
  if (value === undefined) return 'not-set';
  if (meant === undefined && raw.includes('$')) {
    return value.includes('$') ? 'dollar-kept' : 'dollar-replaced';
  }
  if (value === meant || meant === undefined) return null;
  if (/^["'`]/.test(raw) && value === raw) return 'quotes-kept';
  if (/\s#/.test(value) && value.startsWith(meant)) return 'comment-kept';
  if (isMeantBesideMarks(value, meant)) return 'quotes-kept';
  if (meant.startsWith(value) && /^\s*#/.test(meant.slice(value.length))) return 'cut-at-hash';
  if (countOf('$', value) > countOf('$', meant)) return 'dollar-kept';
  if (countOf('\\', value) > countOf('\\', meant)) return 'backslashes-kept';
  if (countOf('$', raw) > 0 && !raw.startsWith("'")) return 'dollar-replaced';
  return raw.includes('\\') ? 'escapes-replaced' : 'differs';
}

/** Whether a value has what was meant, and quotation marks that were not. */
function isMeantBesideMarks(value: string, meant: string): boolean {
  const [seen = '', bare = ''] = [value, meant].map((text) => text.replace(/[\s"'`]+/g, ''));
  const hasMore = ['"', "'", '`'].some((mark) => countOf(mark, value) > countOf(mark, meant));
  return hasMore && seen.startsWith(bare);
}

function countOf(character: string, text: string): number {
  return text.split(character).length - 1;
}
