import { dirname, resolve } from 'node:path';
import type { Failing } from '../report/failing.js';
import type { ValueSource } from '../report/report.js';
import { reveal, Secret } from '../safety/secret.js';
import { EnvFiles } from './env-files/env-file.js';
import type { EnvFormat } from './env-files/env-format.js';
import { lookNearby, type Nearby } from './env-files/nearby-readers.js';
import { remarkOnFiles } from './env-files/remark-on-files.js';
import { storedInEnvFiles } from './env-files/stored-in-env-files.js';
import { type FoundValue, type FoundValues, isSet } from './found-values.js';
import type { SettingRemark } from './remark.js';
import { readServerTrust, type TrustValue } from './server-trust.js';
import { manifestsIn, sortByKind } from './sort-by-kind.js';
import { besides, storedTogether } from './stored-together.js';
import { failingOf, type StoredValues } from './stored-values.js';
import { isOfDollar, remarkOnStacks, remarkOnUnused } from './unread-files.js';
import { withMeantUri } from './uri/meant-uri.js';
import { readUri } from './uri/read-uri.js';
import type { VariableName } from './variables.js';
import { withholdPassword } from './withhold-password.js';

/** Where to look for values. */
export interface ValueSources {
  /** The value from a flag, stdin, a question or the sandbox. It wins over all others. */
  uri?: FoundValue;
  sender?: FoundValue;
  recipients?: readonly string[];
  /** The process environment. */
  env: Readonly<Record<string, string | undefined>>;
  /** The folder that relative names of files start from. */
  cwd: string;
  /** Files named by the person; each must be readable. Default: the usual ones, where they exist. */
  envFiles?: readonly string[] | undefined;
  /** The reader whose rules apply to the files. Default: `auto`. */
  envFormat?: EnvFormat | undefined;
  /** The service of the compose file that sends mail. Default: the one that looks like it. */
  service?: string | undefined;
  /** Services of the compose file whose containers run. */
  running?: readonly string[] | undefined;
  /** Ends the wait for a file that is a pipe. */
  signal: AbortSignal;
}

/**
 * Finds `SMTP_URI` and `SMTP_SENDER`. A given value wins over the process environment, which wins over files. Where there is a
 * compose file, the files count as Compose gives them to the container. Otherwise env files count. A variable without a value
 * counts as not set, since Tailchat's `docker-compose.env` comes with such variables.
 *
 * @throws the signal's reason, unless it is that the time is up
 */
export async function findValues(sources: ValueSources): Promise<FoundValues> {
  const { env } = sources;
  const stored = await readStored(sources);
  const uri = findOne('SMTP_URI', sources.uri, stored, sources);
  const sender = findOne('SMTP_SENDER', sources.sender, stored, sources);
  const { service, absent, homes } = stored;
  const found: FoundValues = {
    ...(uri.found
      ? { uri: await withMeantUri(readUri(uri.found), sources.cwd, sources.signal) }
      : {}),
    ...(uri.empty ? { emptyUri: uri.empty } : {}),
    ...(sender.found ? { sender: sender.found } : {}),
    ...(sender.empty ? { emptySender: sender.empty } : {}),
    recipients: [...(sources.recipients ?? [])],
    envFiles: stored.envFiles,
    ...(service === undefined ? {} : { service }),
    ...(homes && stored.withoutTailchat === undefined ? { homes } : {}),
    ...(stored.dotEnvFiles ? { dotEnvFiles: stored.dotEnvFiles } : {}),
    ...(stored.isFromManifest ? { isFromManifest: true } : {}),
    ...(stored.workload === undefined ? {} : { workload: stored.workload }),
    ...(stored.manifests ? { manifests: stored.manifests } : {}),
    ...(absent && Object.keys(absent).length > 0 ? { absent } : {}),
    remarks: [
      ...uri.remarks,
      ...sender.remarks,
      // A value that another one overrides needs no remark.
      ...stored.remarks.filter(
        (remark) =>
          !['unset-name', 'not-started', 'defined-twice'].includes(remark.kind) ||
          !isOverruled('variable' in remark ? remark.variable : 'SMTP_URI', sources),
      ),
    ],
  };
  const trust = readServerTrust(uri.found?.source, (name) => firstOf(stored, name), env);
  if (Object.keys(trust).length > 0) found.trust = trust;
  if (!found.uri) {
    const { insteadOfUri } = await import('./instead-of-uri.js');
    Object.assign(found, await insteadOfUri(stored, sources));
  }
  const isSetFor = { SMTP_URI: uri.found, SMTP_SENDER: sender.found };
  const nearby = await nearbyOf(stored, sources);
  found.remarks.push(...remarkOnFiles(stored.envFiles, isSetFor, env, nearby));
  const filledIn = remarkOnFiles(stored.dotEnvFiles ?? [], isSetFor, env, nearby);
  found.remarks.push(...filledIn.filter(isOfDollar));
  found.remarks.push(...remarkOnStacks(isSetFor, stored.dotEnvFiles ?? [], nearby));
  found.remarks.push(...(await remarkOnUnused(isSetFor, stored, sources)));
  // The usual files were not asked for. One that is a folder matters only where something is missing.
  const isNeeded = sources.envFiles !== undefined || !found.uri;
  if (stored.problem && isNeeded) found.problem = inContext(stored.problem, sources);
  return await withholdPassword(found);
}

/** A failure that also says whether the person named the file. */
function inContext({ cause, facts }: Failing, { envFiles }: ValueSources): Failing {
  return { cause, facts: envFiles ? facts : { ...facts, isUnnamed: true } };
}

/** Other readers of the env files, by the contents of their folders. */
async function nearbyOf(
  { envFiles, dotEnvFiles = [] }: StoredValues,
  { cwd, signal }: ValueSources,
): Promise<Nearby> {
  const folders = new Set([...envFiles, ...dotEnvFiles].map(({ path }) => dirname(path)));
  if (folders.size > 0) folders.add(cwd);
  const all = await Promise.all([...folders].map((folder) => lookNearby(folder, cwd, signal)));
  const stacks = all.flatMap((one) => one.stacks);
  // The env files of a stack are those beside its compose file.
  const ofStacks = stacks.flatMap(({ path, file, line }) =>
    envFiles
      .filter((one) => dirname(one.path) === dirname(path))
      .map((one) => ({ reader: 'docker' as const, path: one.path, file, line })),
  );
  return {
    stacks,
    readers: [...all.flatMap(({ readers }) => readers), ...ofStacks],
    forCompose: all.flatMap(({ forCompose }) => forCompose),
  };
}

/** Whether a given value, or one of the environment, wins over the files. */
function isOverruled(variable: VariableName, { uri, sender, env }: ValueSources): boolean {
  const given = variable === 'SMTP_URI' ? uri : sender;
  return given !== undefined || isSet(env[variable]);
}

/** The values in the named files. Without any, what Compose gives the container, else the values in the usual files. */
async function readStored(sources: ValueSources): Promise<StoredValues> {
  const { env, cwd, signal, service, running, envFiles, envFormat = 'auto' } = sources;
  const files = new EnvFiles({ env, cwd, format: envFormat, signal });
  const isAnyKind = envFormat === 'auto' || envFormat === 'compose';
  const kinds = await sortByKind(isAnyKind ? envFiles : undefined, cwd, signal);
  if (kinds.manifests.length > 0) {
    const { storedInManifests } = await import('./kubernetes/stored-in-manifests.js');
    const stored = storedInManifests(kinds.manifests, service, cwd);
    const rest = besides(kinds.manifests, envFiles, cwd);
    if (rest.length === 0) return stored;
    const others = await readStored({ ...sources, envFiles: rest });
    return storedTogether(stored, others, envFiles ?? [], cwd);
  }
  if (kinds.stray !== undefined) {
    const problem = failingOf({ file: kinds.stray, problem: 'stray-yaml' }, cwd);
    const places = { SMTP_URI: [], SMTP_SENDER: [] };
    return { places, isDecided: true, envFiles: [], remarks: [], problem };
  }
  const isProject = isAnyKind && (envFiles === undefined || kinds.compose.length > 0);
  let withoutTailchat: Pick<StoredValues, 'withoutTailchat'> | undefined;
  if (isProject) {
    const { storedInCompose } = await import('./compose/stored-in-compose.js');
    const named = envFiles ? kinds.compose : undefined;
    const stored = await storedInCompose({ folder: cwd, env, named, service, running, signal });
    if (stored && stored.withoutTailchat === undefined) return stored;
    withoutTailchat = stored && { withoutTailchat: stored.withoutTailchat };
  }
  const others = envFiles?.filter((name) => !kinds.compose.includes(resolve(cwd, name)));
  const named = withoutTailchat && others ? others : envFiles;
  const stored = { ...(await storedInEnvFiles(files, named, cwd)), ...withoutTailchat };
  const isEmpty = envFiles === undefined && stored.envFiles.length === 0 && !stored.problem;
  if (!isEmpty || !isAnyKind) return stored;
  const manifests = await manifestsIn(cwd, signal);
  if (manifests.length === 0) return stored;
  const { storedInManifests } = await import('./kubernetes/stored-in-manifests.js');
  return storedInManifests(manifests, service, cwd);
}

/** The server's value of a variable other than those for mail. */
function firstOf({ placesOf }: StoredValues, variable: string): TrustValue {
  const [first] = placesOf?.(variable) ?? [];
  return first?.value && { value: reveal(first.value), source: first.source };
}

function findOne(
  variable: VariableName,
  given: FoundValue | undefined,
  { places, isDecided, absent }: StoredValues,
  sources: ValueSources,
) {
  const remarks: SettingRemark[] = [];
  // A given value, even an empty one, needs no other in its place.
  if (given && !isSet(given.value)) return { found: undefined, empty: given.source, remarks };
  let found = given;
  let empty: ValueSource | undefined;
  const fromEnv = sources.env[variable];
  if (!found && isSet(fromEnv)) found = { value: new Secret(fromEnv), source: { kind: 'env' } };
  const [first] = places[variable];
  const isTakenAway = isDecided && first !== undefined && !isSet(first.value);
  for (const { value, source, isForContainer, reader, heldIn, spot } of places[variable]) {
    if (!isSet(value)) empty ??= source;
    else if (!found && !isTakenAway) {
      found = {
        ...{ value, source },
        ...(reader ? { reader } : {}),
        ...(heldIn ? { heldIn } : {}),
        ...(spot ? { spot } : {}),
        ...(isForContainer ? { isForContainer } : {}),
      };
    } else if (found && !found.value.equals(value) && isSurprising(found.source, sources)) {
      const isCertain = isDecided && found.source.kind === 'file';
      const remark = { kind: 'env-overrides-file', variable, source, by: found.source } as const;
      remarks.push(isCertain ? { ...remark, isCertain } : remark);
    }
  }
  const lacking = absent?.[variable];
  if (lacking && found?.source.kind === 'env') {
    const { file, line } = lacking.by;
    const source = { kind: 'file', file, line } as const;
    remarks.push({ kind: 'env-overrides-file', variable, source, by: found.source });
  }
  if (found && /[\r\n]$/.test(reveal(found.value))) {
    const { source, heldIn } = found;
    remarks.push({ kind: 'line-end-kept', variable, source, heldIn });
  }
  return { found, empty: found ? undefined : empty, remarks };
}

// A flag, and an order of files that somebody chose, are meant to win. A compose file that nobody named is not.
function isSurprising({ kind, file = '' }: ValueSource, { envFiles, cwd }: ValueSources): boolean {
  const isNamed = envFiles?.some((name) => resolve(cwd, name) === resolve(cwd, file)) ?? false;
  return kind === 'env' || (kind === 'file' && !isNamed);
}
