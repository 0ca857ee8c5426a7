import { basename, dirname } from 'node:path';
import type { ComposePlace } from './compose/compose-files.js';
import { readComposeProject } from './compose/compose-project.js';
import type { EnvFile } from './env-files/env-file.js';
import { likelyEnvFiles, placeInEnvFile } from './env-files/likely-env-files.js';
import { lookNearby, type Nearby } from './env-files/nearby-readers.js';
import { OWN_ENV_FILE } from './env-files/own-env-file.js';
import type { FoundValue } from './found-values.js';
import { nameOf } from './name-of.js';
import type { SettingRemark } from './remark.js';
import type { StoredValues } from './stored-values.js';
import { VARIABLES, type VariableName } from './variables.js';

/**
 * Where `SMTP_URI` stands in an env file of the folder that nobody reads unasked, or that a unit or a script names.
 *
 * @throws the signal's reason, unless it is that the time is up
 */
export async function likelyFile(cwd: string, signal: AbortSignal) {
  const { readers } = await lookNearby(cwd, cwd, signal);
  const paths = new Set([...readers.map(({ path }) => path), ...likelyEnvFiles(cwd)]);
  for (const path of paths) {
    const place = await placeInEnvFile('SMTP_URI', path, signal);
    if (place) return { ...place, file: nameOf(path, cwd) };
  }
  return undefined;
}

interface Place extends Pick<ComposePlace, 'env' | 'signal'> {
  cwd: string;
  /** Files that the person has named. */
  envFiles?: readonly string[] | undefined;
}

/** A remark on the first value from an env file that only Compose or Docker reads, where Compose gives it to no container. */
export async function remarkOnUnused(
  values: Readonly<Record<VariableName, FoundValue | undefined>>,
  { withoutTailchat, envFiles }: Pick<StoredValues, 'withoutTailchat' | 'envFiles'>,
  place: Place,
): Promise<SettingRemark[]> {
  const isNamed = place.envFiles !== undefined;
  const by = withoutTailchat ?? (isNamed ? await composeWithout(envFiles, place) : undefined);
  if (by === undefined) return [];
  for (const variable of VARIABLES) {
    const source = values[variable]?.source;
    if (source?.kind !== 'file' || !source.file) continue;
    // Tailchat reads `.env` itself where it runs outside of containers.
    if (basename(source.file) !== '.env')
      return [{ kind: 'env-file-unused', variable, source, by }];
  }
  return [];
}

/**
 * The compose file beside Tailchat's env file of which no service takes that file, nor the variables in another way, as it is shown.
 *
 * @throws the signal's reason, unless it is that the time is up
 */
async function composeWithout(
  envFiles: readonly EnvFile[],
  { env, cwd, signal }: Place,
): Promise<string | undefined> {
  const path = envFiles.find((one) => basename(one.path) === OWN_ENV_FILE)?.path;
  if (path === undefined) return undefined;
  const read = await readComposeProject({ folder: dirname(path), env, signal });
  const project = read.ok ? read.project : undefined;
  const isTaken = project?.services.some(
    ({ envFiles, environment }) =>
      envFiles.some((one) => one.path === path) ||
      environment.some(({ name }) => VARIABLES.some((one) => one === name)),
  );
  const main = project?.files[0];
  return isTaken || main === undefined ? undefined : nameOf(main, cwd);
}

/** Remarks on values of a `.env` that a script does not hand to the stack which it starts of the compose file beside it. */
export function remarkOnStacks(
  values: Readonly<Record<VariableName, FoundValue | undefined>>,
  dotEnvFiles: readonly EnvFile[],
  { stacks }: Nearby,
): SettingRemark[] {
  return VARIABLES.flatMap((variable): SettingRemark[] => {
    const source = values[variable]?.source;
    const own = dotEnvFiles.find(({ file }) => file === source?.file);
    const stack = stacks.find(
      ({ path, readsDotEnv }) => !readsDotEnv && own && dirname(path) === dirname(own.path),
    );
    if (!source || !stack) return [];
    const by = { file: stack.file, line: stack.line };
    return [{ kind: 'stack-without-dot-env', variable, source, by }];
  });
}

/**
 * Whether a remark is on a value in which Compose replaces a `$` and what follows. Other differences between readers mean nothing in
 * a file that Compose alone reads.
 */
export function isOfDollar(remark: SettingRemark): boolean {
  return (
    remark.kind === 'readers-disagree' &&
    remark.disagreement.readers.some(
      ({ reader, problem }) => reader === 'compose' && problem === 'dollar-replaced',
    )
  );
}
