import { dirname, relative } from 'node:path';
import type { Failing } from '../report/failing.js';
import type { ReaderName, ValueSource } from '../report/report.js';
import { Secret } from '../safety/secret.js';
import type { ComposeService } from './compose/compose-project.js';
import { type EnvFile, type EnvFileResult, EnvFiles } from './env-files/env-file.js';
import type { EnvFormat } from './env-files/env-format.js';
import { remarkOnFiles } from './env-files/remark-on-files.js';
import { type FoundValue, type FoundValues, isSet } from './found-values.js';
import type { SettingRemark } from './remark.js';
import { shownValue } from './uri/smtp-uri.js';
import type { VariableName } from './variables.js';

/** Where to look for values. */
export interface ValueSources {
  /** From a flag, stdin, a question or the sandbox: it wins over all others. */
  uri?: FoundValue;
  sender?: FoundValue;
  recipients?: readonly string[];
  /** The process environment. */
  env: Readonly<Record<string, string | undefined>>;
  /** The folder that relative names of files start from. */
  cwd: string;
  /** Files named by the person; each must be readable. Default: the usual ones, where they exist. */
  envFiles?: readonly string[] | undefined;
  /** By whose rules the files are read. Default: `auto`. */
  envFormat?: EnvFormat | undefined;
  /** Ends the wait for a file that is a pipe. */
  signal: AbortSignal;
}

/** The files that Tailchat's installation guides name, in the order in which they are looked at. */
export const DEFAULT_ENV_FILES = ['.env', 'docker-compose.env'] as const;

/**
 * Finds `SMTP_URI` and `SMTP_SENDER`: a given value wins over the process environment, that over the
 * `environment:` of a compose file, as in Compose, and that over the env files, of which the first that
 * has the variable wins. A variable without a value counts as not set, for that is how Tailchat's
 * `docker-compose.env` comes.
 *
 * @throws the signal's reason, unless it is that the time is up
 */
export async function findValues(sources: ValueSources): Promise<FoundValues> {
  const { env, cwd, signal, envFormat = 'auto' } = sources;
  const files = new EnvFiles({ env, cwd, format: envFormat, signal });
  const results = await readFiles(files, sources);
  const compose = await readCompose(files, results, sources);
  const readable = results.flatMap((result) => (result.ok ? [result.envFile] : []));
  const places = { sources, files: readable, services: compose.services };
  const uri = findOne('SMTP_URI', sources.uri, places);
  const sender = findOne('SMTP_SENDER', sources.sender, places);
  const found: FoundValues = {
    ...(uri.found ? { uri: uri.found } : {}),
    ...(uri.empty ? { emptyUri: uri.empty } : {}),
    ...(sender.found ? { sender: sender.found } : {}),
    ...(sender.empty ? { emptySender: sender.empty } : {}),
    recipients: [...(sources.recipients ?? [])],
    envFiles: readable,
    remarks: [...uri.remarks, ...sender.remarks],
  };
  const isSetFor = { SMTP_URI: uri.found, SMTP_SENDER: sender.found };
  found.remarks.push(...remarkOnFiles(readable, isSetFor, env));
  // Nobody asked for the usual files: one that is a folder matters only where something is missing.
  const isNeeded = sources.envFiles !== undefined || !found.uri;
  const problem = [...results.map(whyUnusable), compose.problem].find((one) => one !== undefined);
  if (problem && isNeeded) found.problem = problem;
  return found;
}

async function readFiles(files: EnvFiles, sources: ValueSources): Promise<EnvFileResult[]> {
  const names = sources.envFiles ?? DEFAULT_ENV_FILES;
  const results = await Promise.all(names.map((name) => files.read(name)));
  const isNamed = sources.envFiles !== undefined;
  return results.filter((result) => isNamed || result.ok || result.problem !== 'not-found');
}

function whyUnusable(result: EnvFileResult): Failing | undefined {
  if (!result.ok) {
    const facts = { file: shownValue(result.file), detail: result.problem };
    return { cause: 'env-file-unreadable', facts };
  }
  const { file, reading } = result.envFile;
  if (reading.ok) return undefined;
  const facts = { file: shownValue(file), line: reading.line, detail: reading.problem };
  return { cause: 'env-file-invalid', facts };
}

/** The services whose `environment:` counts: those that use a named file; without one, all of this folder. */
async function readCompose(
  files: EnvFiles,
  results: readonly EnvFileResult[],
  { envFiles, cwd }: ValueSources,
): Promise<{ services: ComposeService[]; problem?: Failing }> {
  const paths = results.flatMap((result) => (result.ok ? [result.envFile.path] : []));
  const folders = envFiles ? paths.map((path) => dirname(path)) : [cwd];
  const read = await Promise.all([...new Set(folders)].map((folder) => files.projectIn(folder)));
  const services = read.flatMap((result) => (result.ok ? (result.project?.services ?? []) : []));
  const counting = services.filter(
    (service) => !envFiles || service.envFiles.some(({ path }) => paths.includes(path)),
  );
  const invalid = read.find((result) => !result.ok);
  if (!invalid || invalid.ok || envFiles) return { services: counting };
  const facts = { file: nameOf(invalid.file, cwd), line: invalid.line, detail: invalid.problem };
  return { services: counting, problem: { cause: 'env-file-invalid', facts } };
}

/** A file as a person in this folder would name it. */
function nameOf(path: string, cwd: string): string {
  const name = relative(cwd, path);
  return shownValue(name.startsWith('..') ? path : name);
}

interface Places {
  sources: ValueSources;
  files: readonly EnvFile[];
  services: readonly ComposeService[];
}

function findOne(
  variable: VariableName,
  given: FoundValue | undefined,
  { sources, files, services }: Places,
) {
  const remarks: SettingRemark[] = [];
  // Who gives a value, be it an empty one, does not want another in its place.
  if (given && !isSet(given.value)) return { found: undefined, empty: given.source, remarks };
  let found = given;
  let empty: ValueSource | undefined;
  const fromEnv = sources.env[variable];
  if (!found && isSet(fromEnv)) found = { value: new Secret(fromEnv), source: { kind: 'env' } };
  const stored = [
    ...inServices(variable, services, sources),
    ...files.flatMap((file) => inFile(variable, file, services)),
  ];
  for (const { value, source, isForContainer, reader } of stored) {
    if (!isSet(value)) empty ??= source;
    else if (!found) {
      found = {
        ...{ value, source },
        ...(reader ? { reader } : {}),
        ...(isForContainer ? { isForContainer } : {}),
      };
    } else if (!found.value.equals(value) && isSurprising(found.source, sources)) {
      remarks.push({ kind: 'env-overrides-file', variable, source, by: found.source });
    }
  }
  return { found, empty: found ? undefined : empty, remarks };
}

// A flag, or an order of files that somebody gave, is meant to win.
function isSurprising({ kind }: ValueSource, { envFiles }: ValueSources): boolean {
  return kind === 'env' || (kind === 'file' && envFiles === undefined);
}

interface StoredValue {
  value: Secret | undefined;
  source: ValueSource;
  isForContainer: boolean;
  reader?: ReaderName;
}

/** The entry of a compose file's `environment:`; of several services the first that has one. */
function inServices(
  variable: VariableName,
  services: readonly ComposeService[],
  { cwd }: ValueSources,
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
  variable: VariableName,
  { file, path, reader, reading }: EnvFile,
  services: readonly ComposeService[],
): StoredValue[] {
  const assignment = reading.ok
    ? reading.assignments.findLast(({ name }) => name === variable)
    : undefined;
  if (!assignment) return [];
  const users = services.filter(({ envFiles }) => envFiles.some((used) => used.path === path));
  const isOnHost = users.length > 0 && users.every(({ usesHostNetwork }) => usesHostNetwork);
  const source = { kind: 'file', file, line: assignment.line } as const;
  const isForContainer = reader !== 'dotenv' && !isOnHost;
  return [{ value: new Secret(assignment.value), source, reader, isForContainer }];
}
