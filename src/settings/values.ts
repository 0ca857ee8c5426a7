import { dirname } from 'node:path';
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
import { failingOf, type StoredValues } from './stored-values.js';
import { readUri } from './uri/read-uri.js';
import type { VariableName } from './variables.js';
import { withholdPassword } from './withhold-password.js';

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
  /** The service of the compose file that sends mail. Default: the one that looks like it. */
  service?: string | undefined;
  /** Ends the wait for a file that is a pipe. */
  signal: AbortSignal;
}

/**
 * Finds `SMTP_URI` and `SMTP_SENDER`: a given value wins over the process environment, and that over what
 * files say: what Compose gives the container, where there is a compose file, else the env files. A
 * variable without a value counts as not set, for that is how Tailchat's `docker-compose.env` comes.
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
    ...(uri.found ? { uri: readUri(uri.found) } : {}),
    ...(uri.empty ? { emptyUri: uri.empty } : {}),
    ...(sender.found ? { sender: sender.found } : {}),
    ...(sender.empty ? { emptySender: sender.empty } : {}),
    recipients: [...(sources.recipients ?? [])],
    envFiles: stored.envFiles,
    ...(service === undefined ? {} : { service }),
    ...(homes ? { homes } : {}),
    ...(stored.dotEnvFiles ? { dotEnvFiles: stored.dotEnvFiles } : {}),
    ...(stored.isFromManifest ? { isFromManifest: true } : {}),
    ...(stored.workload === undefined ? {} : { workload: stored.workload }),
    ...(stored.manifests ? { manifests: stored.manifests } : {}),
    ...(absent && Object.keys(absent).length > 0 ? { absent } : {}),
    remarks: [
      ...uri.remarks,
      ...sender.remarks,
      // Of a value that another one has won over nothing needs to be said.
      ...stored.remarks.filter(
        (remark) => remark.kind !== 'unset-name' || !isOverruled(remark.variable, sources),
      ),
    ],
  };
  const trust = readServerTrust(uri.found?.source, (name) => firstOf(stored, name), env);
  if (Object.keys(trust).length > 0) found.trust = trust;
  if (!found.uri) {
    const { foreignSettings } = await import('./foreign-settings.js');
    const foreign = foreignSettings([...Object.entries(env), ...(stored.variables ?? [])]);
    if (foreign) found.foreign = foreign;
  }
  const isSetFor = { SMTP_URI: uri.found, SMTP_SENDER: sender.found };
  const nearby = await nearbyOf(stored, sources);
  found.remarks.push(...remarkOnFiles(stored.envFiles, isSetFor, env, nearby));
  if (!found.uri && isNothingThere(stored, sources)) found.searchedFolder = sources.cwd;
  // Nobody asked for the usual files: one that is a folder matters only where something is missing.
  const isNeeded = sources.envFiles !== undefined || !found.uri;
  if (stored.problem && isNeeded) found.problem = stored.problem;
  return withholdPassword(found);
}

/** The folder holds none of the files that are looked for. */
function isNothingThere(
  { envFiles, problem, isDecided, isFromManifest, homes }: StoredValues,
  sources: ValueSources,
): boolean {
  const isAny = envFiles.length > 0 || problem || isDecided || isFromManifest || homes;
  return sources.envFiles === undefined && !isAny;
}

/** Who else reads the env files, by what stands in their folders. */
async function nearbyOf(
  { envFiles }: StoredValues,
  { cwd, signal }: ValueSources,
): Promise<Nearby> {
  const folders = new Set(envFiles.map(({ path }) => dirname(path)));
  if (folders.size > 0) folders.add(cwd);
  const all = await Promise.all([...folders].map((folder) => lookNearby(folder, cwd, signal)));
  return {
    readers: all.flatMap(({ readers }) => readers),
    forCompose: all.flatMap(({ forCompose }) => forCompose),
  };
}

/** A value that is given, or of the environment, wins over what files say. */
function isOverruled(variable: VariableName, { uri, sender, env }: ValueSources): boolean {
  const given = variable === 'SMTP_URI' ? uri : sender;
  return given !== undefined || isSet(env[variable]);
}

/** What the named files say; without any, what Compose gives the container, else the usual files. */
async function readStored(sources: ValueSources): Promise<StoredValues> {
  const { env, cwd, signal, service, envFiles, envFormat = 'auto' } = sources;
  const files = new EnvFiles({ env, cwd, format: envFormat, signal });
  const isAnyKind = envFormat === 'auto' || envFormat === 'compose';
  const kinds = await sortByKind(isAnyKind ? envFiles : undefined, cwd, signal);
  if (kinds.manifests.length > 0) {
    const { storedInManifests } = await import('./kubernetes/stored-in-manifests.js');
    return storedInManifests(kinds.manifests, service, cwd);
  }
  if (kinds.stray !== undefined) {
    const problem = failingOf({ file: kinds.stray, problem: 'stray-yaml' }, cwd);
    const places = { SMTP_URI: [], SMTP_SENDER: [] };
    return { places, isDecided: true, envFiles: [], remarks: [], problem };
  }
  const isProject = isAnyKind && (envFiles === undefined || kinds.compose.length > 0);
  if (isProject) {
    const { storedInCompose } = await import('./compose/stored-in-compose.js');
    const named = envFiles ? kinds.compose : undefined;
    const stored = await storedInCompose({ folder: cwd, env, named, service, signal });
    if (stored) return stored;
  }
  const stored = await storedInEnvFiles(files, envFiles, cwd);
  const isEmpty = envFiles === undefined && stored.envFiles.length === 0 && !stored.problem;
  if (!isEmpty || !isAnyKind) return stored;
  const manifests = await manifestsIn(cwd, signal);
  if (manifests.length === 0) return stored;
  const { storedInManifests } = await import('./kubernetes/stored-in-manifests.js');
  return storedInManifests(manifests, service, cwd);
}

/** The value that the server gets of another variable than those for mail. */
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
  // A value that is given, even an empty one, wants no other in its place.
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
      remarks.push({ kind: 'env-overrides-file', variable, source, by: found.source });
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

// A flag, or an order of files that somebody gave, is meant to win.
function isSurprising({ kind }: ValueSource, { envFiles }: ValueSources): boolean {
  return kind === 'env' || (kind === 'file' && envFiles === undefined);
}
