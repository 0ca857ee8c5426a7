import { dirname } from 'node:path';
import type { Failing } from '../../report/failing.js';
import type { ValueHome } from '../../report/value-home.js';
import { stripToLine } from '../../safety/control-characters.js';
import { Secret } from '../../safety/secret.js';
import { shownPath } from '../../safety/shown-word.js';
import type { ComposeService } from '../compose/compose-service.js';
import { isSet } from '../found-values.js';
import { nameOf } from '../name-of.js';
import { READERS } from '../readers/index.js';
import { failingOf, type StoredValue, type StoredValues } from '../stored-values.js';
import { VARIABLES } from '../variables.js';
import { isShell } from './compare-readers.js';
import type { EnvFile, EnvFileResult, EnvFiles } from './env-file.js';
import { fileFormOf } from './file-form-of.js';
import { lastAssignment } from './last-assignment.js';
import { OWN_ENV_FILE } from './own-env-file.js';
import { hasBlankAtEquals, shellSign } from './shell-sign.js';

/** The files that Tailchat's installation guides name, in the order in which they are looked at. */
export const DEFAULT_ENV_FILES = ['.env', OWN_ENV_FILE] as const;

/**
 * The values in env files. Of files that a person named, the last that has a variable counts, as in Compose. Of the usual files,
 * the first that gives it a value counts.
 *
 * @param named the files that a person named; each must be readable
 * @throws the signal's reason, unless it is that the time is up
 */
export async function storedInEnvFiles(
  files: EnvFiles,
  named: readonly string[] | undefined,
  cwd: string,
): Promise<StoredValues> {
  const names = named ? [...named].reverse() : DEFAULT_ENV_FILES;
  const all = await Promise.all(names.map((name) => files.read(name)));
  const results = all.filter((result) => named || result.ok || result.problem !== 'not-found');
  const readable = results.flatMap((result) => (result.ok ? [result.envFile] : []));
  const services = named ? await servicesThatUse(files, readable) : [];
  const placesOf = (variable: string) => [
    ...inServices(variable, services, cwd),
    ...readable.flatMap((file) => inFile(variable, file, services)),
  ];
  const problem = results
    .map((result) => whyUnusable(result, cwd))
    .find((one) => one !== undefined);
  return {
    places: { SMTP_URI: placesOf('SMTP_URI'), SMTP_SENDER: placesOf('SMTP_SENDER') },
    placesOf,
    isDecided: named !== undefined,
    envFiles: readable,
    variables: new Map(
      [...readable]
        .reverse()
        .flatMap(({ reading }) =>
          (reading.ok ? reading.assignments : []).map(({ name, value }) => [name, value] as const),
        ),
    ),
    remarks: [],
    ...homesIn(readable),
    absent: { ...unreadByShell(readable), ...absentIn(readable, services, cwd) },
    problem,
  };
}

/** The place for a missing value: where it stands without a value, else a file that is read. Any other file would be ignored. */
function homesIn(readable: readonly EnvFile[]): Pick<StoredValues, 'homes'> {
  const usable = readable.filter(
    ({ file, path, text }) => !NO_ENV_FILE.test(path) && fileFormOf(file, text) === undefined,
  );
  const first = usable.find(({ file }) => file === OWN_ENV_FILE) ?? usable[0];
  if (!first) return {};
  const homeOf = (variable: string): ValueHome => {
    for (const { file, reading } of usable) {
      const own = lastAssignment(reading, variable);
      if (own) return { file, line: own.line };
    }
    return { file: first.file };
  };
  return { homes: { SMTP_URI: homeOf('SMTP_URI'), SMTP_SENDER: homeOf('SMTP_SENDER') } };
}

/** Files in another format, or of another kind. */
const NO_ENV_FILE = /\.(?:ya?ml|toml|[cm]?[jt]s|json|properties|txt|md)$|^\/dev\//i;

/** The services that take a named file, and lay their `environment:` over it. */
async function servicesThatUse(
  files: EnvFiles,
  readable: readonly EnvFile[],
): Promise<ComposeService[]> {
  const paths = readable.map(({ path }) => path);
  const folders = [...new Set(paths.map((path) => dirname(path)))];
  const read = await Promise.all(folders.map((folder) => files.projectIn(folder)));
  const services = read.flatMap((result) => (result.ok ? (result.project?.services ?? []) : []));
  return services.filter(({ envFiles }) => envFiles.some(({ path }) => paths.includes(path)));
}

/** Values of named files that `environment:` of a compose file takes away. */
function absentIn(
  readable: readonly EnvFile[],
  services: readonly ComposeService[],
  cwd: string,
): NonNullable<StoredValues['absent']> {
  const entries = VARIABLES.flatMap((variable) => {
    const own = services
      .flatMap((service) => service.environment.map((entry) => ({ service, entry })))
      .find(({ entry }) => entry.name === variable);
    const [held] = readable.flatMap((file) => inFile(variable, file, services));
    const isTaken = own && !isSet(own.entry.value) && isSet(held?.value);
    if (!isTaken || held?.source.file === undefined || !held.source.line) return [];
    const { file, line } = held.source;
    const by = { file: nameOf(own.entry.file, cwd), line: own.entry.line };
    const leavesNothing = own.service.environment.length === 1;
    const why = { why: 'taken-away', service: own.service.name } as const;
    return [[variable, { ...why, file, line, by, remove: { ...by, leavesNothing } }] as const];
  });
  return Object.fromEntries(entries);
}

/** Values of files that a shell reads, in lines that it does not take for assignments. */
function unreadByShell(readable: readonly EnvFile[]): NonNullable<StoredValues['absent']> {
  const entries = VARIABLES.flatMap((variable) =>
    readable.flatMap(({ file, text, reader, reading, lookup }) => {
      if (!isShell(reader) || !reading.ok) return [];
      if (lastAssignment(reading, variable)) return [];
      const meant = READERS.compose.read(text, lookup);
      const found = lastAssignment(meant, variable);
      if (!found || !isSet(found.value)) return [];
      const { line } = found;
      const { endsAt } = reading;
      const isBefore = endsAt !== undefined && endsAt < line;
      const sign = shellSign(text, found);
      const hasBlank = hasBlankAtEquals(text, found);
      const shell = { name: reader, sign, hasBlank, endsAt: isBefore ? endsAt : undefined };
      const by = { file, line };
      return [[variable, { why: 'shell', service: '', file, line, by, shell }] as const];
    }),
  );
  return Object.fromEntries(entries);
}

function whyUnusable(result: EnvFileResult, cwd: string): Failing | undefined {
  const { file, refusal } = result.ok
    ? { file: result.envFile.file, refusal: result.envFile.reading }
    : { file: result.file, refusal: result };
  if (refusal.ok) return undefined;
  const { cause, facts } = failingOf({ ...refusal, file: '' }, cwd);
  const reader = result.ok ? result.envFile.reader : 'compose';
  const who = reader === 'compose' ? {} : { reader };
  const shown = result.ok ? stripToLine(file) : shownPath(file);
  return { cause, facts: { file: shown, ...facts, ...who } };
}

/** The entry of a compose file's `environment:`. Among several services, the first that has one. */
function inServices(
  variable: string,
  services: readonly ComposeService[],
  cwd: string,
): StoredValue[] {
  const entries = services.flatMap(({ environment, usesHostNetwork }) =>
    environment
      .filter(({ name }) => name === variable)
      .map(({ value, file, line }) => ({
        value: value === undefined ? undefined : new Secret(value),
        source: { kind: 'file', file: nameOf(file, cwd), line } as const,
        isForContainer: !usesHostNetwork,
      })),
  );
  return entries.slice(0, 1);
}

function inFile(
  variable: string,
  { file, path, reader, reading }: EnvFile,
  services: readonly ComposeService[],
): StoredValue[] {
  const assignment = lastAssignment(reading, variable);
  if (!assignment) return [];
  const users = services.filter(({ envFiles }) => envFiles.some((used) => used.path === path));
  const isOnHost = users.length > 0 && users.every(({ usesHostNetwork }) => usesHostNetwork);
  const source = { kind: 'file', file, line: assignment.line } as const;
  const isForContainer = READERS[reader].isForContainer && !isOnHost;
  return [{ value: new Secret(assignment.value), source, reader, isForContainer }];
}
