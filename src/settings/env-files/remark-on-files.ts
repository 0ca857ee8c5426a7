import type { NearbyReader } from '../../report/env-readers.js';
import type { FileSource } from '../../report/report.js';
import type { FoundValue } from '../found-values.js';
import { READERS } from '../readers/index.js';
import type { EnvAssignment } from '../readers/reader.js';
import type { SettingRemark } from '../remark.js';
import { shownName } from '../shown-name.js';
import { misspeltVariable, VARIABLES, type VariableName, variableOfOthers } from '../variables.js';
import { type Comparison, changedByShell, compareReaders, isShell } from './compare-readers.js';
import type { EnvFile } from './env-file.js';
import { fileFormOf } from './file-form-of.js';
import { lastAssignment } from './last-assignment.js';
import { type Nearby, readersOf } from './nearby-readers.js';
import { shellSign } from './shell-sign.js';
import { unsetNames } from './unset-names.js';

/** The values that were found, by their variables. */
export type ValuesByName = Readonly<Record<VariableName, FoundValue | undefined>>;

/**
 * Remarks on the env files: names that nobody reads, variables that are set more than once, lines that readers take differently.
 *
 * @param files the files that were read
 * @param values the values that were found, wherever
 * @param env the process environment
 * @param nearby statements of files nearby about their readers
 */
export function remarkOnFiles(
  files: readonly EnvFile[],
  values: ValuesByName,
  env: Readonly<Record<string, string | undefined>>,
  nearby: Nearby,
): SettingRemark[] {
  return [
    ...files.flatMap((file) => [
      ...VARIABLES.flatMap((variable) => {
        const likely = readersOf(file.path, nearby);
        return onVariable(variable, file, values[variable], likely);
      }),
      ...likeliest([...onNames(file, values), ...onOtherForms(file, values)]),
    ]),
    ...onEnvironment(env, values),
  ];
}

function onVariable(
  variable: VariableName,
  envFile: EnvFile,
  found: FoundValue | undefined,
  nearby: readonly NearbyReader[],
): SettingRemark[] {
  const { file, text, reader, isRaw, lookup } = envFile;
  const own = assignmentsOf(variable, envFile);
  const assignment = own.at(-1) ?? assignmentElsewhere(variable, envFile);
  if (!assignment) return [];
  const source: FileSource = { kind: 'file', file, line: assignment.line };
  // A value that does not count, because another file or a flag wins, needs no remark.
  const isCounting = !found || (found.source.file === file && found.source.line === source.line);
  if (!isCounting) return [];
  const comparison = { text, variable, assignment, reader, isRaw, lookup, nearby };
  const disagreement = compareReaders(comparison);
  const unset =
    own.length > 0 ? unsetNames(isRaw ? { ...comparison, reader: 'docker' } : comparison) : [];
  const name = shownName(unset);
  const others = own.slice(0, -1).map(({ line }) => line);
  return [
    ...(others.length > 0
      ? [{ kind: 'duplicate-variable', variable, source, others } as const]
      : []),
    ...(unset.length > 0 ? [{ kind: 'unset-name', variable, name, source, reader } as const] : []),
    ...(disagreement
      ? [{ kind: 'readers-disagree', variable, source, disagreement } as const]
      : []),
    ...onShells(comparison, source),
  ];
}

/** Remarks on shells: those that are known to source the file, or one that was named. */
function onShells(comparison: Comparison, source: FileSource): SettingRemark[] {
  const { nearby = [], reader, variable } = comparison;
  const shells = nearby.filter((one) => isShell(one.reader));
  const asked = isShell(reader) ? [{ reader, file: undefined, line: undefined }] : [];
  for (const { reader: shell, file, line } of [...asked, ...shells]) {
    const meant = changedByShell(comparison, shell);
    const by = file === undefined ? undefined : { file, line };
    if (!meant) continue;
    const sign = shellSign(comparison.text, comparison.assignment);
    return [{ kind: 'shell-unsafe', variable, source, shell, by, meant, sign }];
  }
  return [];
}

function assignmentsOf(variable: VariableName, { reading }: EnvFile): EnvAssignment[] {
  return reading.ok ? reading.assignments.filter(({ name }) => name === variable) : [];
}

/** A remark on an assignment that the file's own reader does not see, such as `export NAME=value` for dotenv. */
function assignmentElsewhere(
  variable: VariableName,
  { text, lookup }: EnvFile,
): EnvAssignment | undefined {
  for (const { read } of [READERS.compose, READERS.dotenv]) {
    const found = lastAssignment(read(text, lookup), variable);
    if (found) return found;
  }
  return undefined;
}

type Misspelt = Extract<SettingRemark, { kind: 'misspelt-variable' }>;

function onNames(envFile: EnvFile, values: ValuesByName): Misspelt[] {
  const { file, text, reading, lookup } = envFile;
  const whole = reading.ok ? reading : READERS.dotenv.read(text, lookup);
  if (!whole.ok) return [];
  const isSetHere = (name: VariableName) => assignmentsOf(name, envFile).length > 0;
  return whole.assignments.flatMap(({ name, line }) => {
    const meant = meantBy(name, values);
    if (!meant || isSetHere(meant)) return [];
    const source = { kind: 'file', file, line } as const;
    return [{ kind: 'misspelt-variable', name, meant, source, form: fileFormOf(file, text) }];
  });
}

/**
 * A remark on a name in another form than that of an env file: with a full-width sign behind it, in the form of Windows,
 * PowerShell, a Dockerfile, systemd or JSON, or in a comment.
 */
const OTHER_FORM =
  /^\s*(?:(export\s+)?(SMTP_URI|SMTP_SENDER)\s*([：＝])|(set\s+|setx\s+|\$env:|ENV\s+|ARG\s+|Environment=["']?|(?:\{\s*)?["']|-\s+|#+\s*(?:export\s+)?)(SMTP_URI|SMTP_SENDER)["']?\s*[:=\s])/iu;

function onOtherForms(envFile: EnvFile, values: ValuesByName): Misspelt[] {
  const { file, text } = envFile;
  return text.split('\n').flatMap((line, index) => {
    const [, , wide, sign, form = '', other] = OTHER_FORM.exec(line) ?? [];
    const meant = VARIABLES.find((variable) => variable === (wide ?? other));
    if (!meant || values[meant] || assignmentElsewhere(meant, envFile)) return [];
    const name = wide ? `${wide}${sign}` : `${form.trim()} ${other}`.replace(/(?<=[:="'{]) /, '');
    const source = { kind: 'file', file, line: index + 1 } as const;
    const ofLine = form.startsWith('#') ? 'comment' : SHELL.test(form) ? 'command' : undefined;
    const written = fileFormOf(file, text) ?? ofLine;
    return [{ kind: 'misspelt-variable', name, meant, source, form: written }];
  });
}

/** The last of the names in comments. It counts only where nothing else was meant for the same variable. */
function likeliest(remarks: readonly Misspelt[]): Misspelt[] {
  return remarks.filter(({ form, meant }, index) => {
    const others = remarks.filter((other) => other.meant === meant);
    return (
      form !== 'comment' ||
      (others.at(-1) === remarks[index] && others.every((other) => other.form === form))
    );
  });
}

const SHELL = /^(?:set|setx)\s|^\$env:/i;

/**
 * Misspelt names in the environment. A machine's environment has many names, so only a variable that is missing can be misspelt
 * there.
 */
function onEnvironment(
  env: Readonly<Record<string, string | undefined>>,
  values: ValuesByName,
): SettingRemark[] {
  return Object.keys(env).flatMap((name) => {
    const meant = misspeltVariable(name);
    if (!meant || values[meant]) return [];
    return [{ kind: 'misspelt-variable', name, meant, source: { kind: 'env' } }];
  });
}

function meantBy(name: string, values: ValuesByName): VariableName | undefined {
  const misspelt = misspeltVariable(name);
  if (misspelt) return misspelt;
  const meant = variableOfOthers(name);
  return meant && !values[meant] ? meant : undefined;
}
