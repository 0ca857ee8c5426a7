import { madeOf, type Secret } from '../../safety/secret.js';
import type { EnvFile } from '../env-files/env-file.js';
import { formatEnvLine } from '../env-files/env-line.js';
import { portableValue } from '../env-files/portable-value.js';
import { READERS } from '../readers/index.js';
import type { EnvAssignment } from '../readers/reader.js';
import type { VariableName } from '../variables.js';

/** A value to be written. */
export interface EnvChange {
  variable: VariableName;
  value: Secret;
}

/** An env file with a variable set, and what that changed. */
export interface EditedEnvFile {
  content: Buffer;
  /** The changed or added line, from 1. */
  line: number;
  /** The lines before the change, without their ends. None where the variable is new. */
  removed: Secret[];
  added: Secret[];
}

const LINE_END = /\r\n$|\n$|\r$/;

/** The reader of a file, and how that reader looks up names behind a `$`. */
export type EnvFileUse = Pick<EnvFile, 'reader' | 'lookup'>;

/**
 * Sets a variable in the content of an env file: in the place of the assignment that counts, else at the
 * end. Every other byte stays; a comment behind the value moves to a line of its own, for not all readers
 * take one there. Pure.
 *
 * @returns undefined where the file's reader would not read the value back, or would read others anew
 */
export function setInEnvFile(
  content: Buffer,
  { variable, value: secret }: EnvChange,
  { reader, lookup }: EnvFileUse,
): EditedEnvFile | undefined {
  const value = portableValue(variable, secret.reveal());
  const { read } = READERS[reader];
  const before = read(content.toString('utf8'), lookup);
  if (!before.ok) return undefined;
  const index = before.assignments.findLastIndex(({ name }) => name === variable);
  const old = before.assignments[index];
  // latin1 makes a character of every byte, so bytes that are no UTF-8 survive.
  const lines = content.toString('latin1').match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? [];
  const end = LINE_END.exec(lines[0] ?? '')?.[0] ?? '\n';
  const from = old ? old.line - 1 : lines.length;
  const replaced = old ? lines.slice(from, old.endLine) : [];
  // A file that uses `export` is read by a shell.
  const exported = /^\s*export\s+/.exec(replaced[0] ?? '')?.[0] ?? '';
  const added = [
    ...commentOf(replaced),
    `${exported}${formatEnvLine(variable, value, reader, exported !== '')}`,
  ];
  const last = lines.at(-1) ?? '';
  const isOpen = !old && last !== '' && !/[\r\n]$/.test(last);
  const lastEnd = old ? (LINE_END.exec(replaced.at(-1) ?? '')?.[0] ?? '') : end;
  const text = [
    ...lines.slice(0, from),
    ...(isOpen ? [end] : []),
    Buffer.from(added.join(end) + lastEnd).toString('latin1'),
    ...(old ? lines.slice(old.endLine) : []),
  ].join('');
  const edited = Buffer.from(text, 'latin1');
  const after = read(edited.toString('utf8'), lookup);
  if (!after.ok) return undefined;
  const wanted = before.assignments.map((one, at) => pair(at === index ? { ...one, value } : one));
  if (!old) wanted.push(`${variable}=${value}`);
  const isAsWanted = wanted.join('\0') === after.assignments.map(pair).join('\0');
  if (!isAsWanted) return undefined;
  return {
    content: edited,
    line: from + added.length,
    removed: replaced.map((line) => madeOf(secret, utf8(line).replace(LINE_END, ''))),
    added: added.map((line) => madeOf(secret, line)),
  };
}

function pair({ name, value }: EnvAssignment): string {
  return `${name}=${value}`;
}

/** The comment behind a value on one line. A comment with an `@` may be the end of a password. */
function commentOf(lines: readonly string[]): string[] {
  const [line = '', ...others] = lines;
  const value = /^[^=:]*[=:]\s*(?:'[^']*'|"[^"\\]*"|[^\s'"#][^\s#]*)/;
  const [, comment] = /^\s+(#[^@\r\n]*)[\r\n]*$/.exec(line.replace(value, '')) ?? [];
  return comment && others.length === 0 ? [utf8(comment.trimEnd())] : [];
}

function utf8(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
