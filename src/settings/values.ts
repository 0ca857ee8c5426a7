import { resolve } from 'node:path';
import type { Failing } from '../report/failing.js';
import type { ValueSource } from '../report/report.js';
import { type EnvFileResult, readEnvFile, type VariableName } from './env-file.js';
import { shownValue } from './smtp-uri.js';

/** A value as it was found, and where. */
export interface FoundValue {
  value: string;
  source: ValueSource;
}

/** The values of a run, before anything is made of them. */
export interface FoundValues {
  uri?: FoundValue;
  sender?: FoundValue;
  recipients: string[];
  /** Where a variable stands without a value, when it was found nowhere else. */
  emptyUri?: ValueSource;
  emptySender?: ValueSource;
  /** The file in which a value was set that the environment overrides. */
  overridden: { variable: VariableName; source: ValueSource }[];
  /** Why a file could not be read, when something that may stand in it is missing. */
  problem?: Failing;
}

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
  /** Ends the wait for a file that is a pipe. */
  signal: AbortSignal;
}

/** The files that Tailchat's installation guides name, in the order in which they are looked at. */
export const DEFAULT_ENV_FILES = ['.env', 'docker-compose.env'] as const;

/**
 * Finds `SMTP_URI` and `SMTP_SENDER`: a given value wins over the process environment, that over the
 * env files, of which the first that has the variable wins. A variable without a value counts as
 * not set, for that is how Tailchat's `docker-compose.env` comes.
 */
export async function findValues(sources: ValueSources): Promise<FoundValues> {
  const files = await readFiles(sources);
  const found: FoundValues = { recipients: [...(sources.recipients ?? [])], overridden: [] };
  const bad = files.find((file) => !file.ok);
  const uri = findOne('SMTP_URI', sources.uri, sources.env, files);
  const sender = findOne('SMTP_SENDER', sources.sender, sources.env, files);
  if (uri.found) found.uri = uri.found;
  if (uri.empty) found.emptyUri = uri.empty;
  if (sender.found) found.sender = sender.found;
  if (sender.empty) found.emptySender = sender.empty;
  found.overridden.push(...uri.overridden, ...sender.overridden);
  // Nobody asked for the usual files: one that is a folder matters only where something is missing.
  const isNeeded = sources.envFiles !== undefined || !found.uri;
  if (bad && !bad.ok && isNeeded) {
    const facts = { file: shownValue(bad.file), detail: bad.detail };
    found.problem = { cause: 'env-file-unreadable', facts };
  }
  return found;
}

async function readFiles(sources: ValueSources): Promise<EnvFileResult[]> {
  const names = sources.envFiles ?? DEFAULT_ENV_FILES;
  const results = await Promise.all(
    names.map((name) => readEnvFile(resolve(sources.cwd, name), name, sources.signal)),
  );
  const isNamed = sources.envFiles !== undefined;
  return results.filter((result) => isNamed || result.ok || result.detail !== 'not-found');
}

function findOne(
  variable: VariableName,
  given: FoundValue | undefined,
  env: ValueSources['env'],
  files: readonly EnvFileResult[],
) {
  const overridden: FoundValues['overridden'] = [];
  // Who gives a value, be it an empty one, does not want another in its place.
  if (given && !isSet(given.value)) return { found: undefined, empty: given.source, overridden };
  let found = given;
  let empty: ValueSource | undefined;
  const fromEnv = env[variable];
  if (!found && isSet(fromEnv)) found = { value: fromEnv, source: { kind: 'env' } };
  for (const file of files) {
    const entry = file.ok ? file.entries.get(variable) : undefined;
    if (!entry) continue;
    const source: ValueSource = { kind: 'file', file: file.file, line: entry.line };
    if (!isSet(entry.value)) empty ??= source;
    else if (!found) found = { value: entry.value, source };
    else if (found.source.kind === 'env' && found.value !== entry.value) {
      overridden.push({ variable, source });
    }
  }
  return { found, empty: found ? undefined : empty, overridden };
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value.trim() !== '';
}
