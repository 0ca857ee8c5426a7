import { basename, dirname } from 'node:path';
import type { EnvFile } from './env-files/env-file.js';
import { likelyEnvFiles, placeInEnvFile } from './env-files/likely-env-files.js';
import { lookNearby, type Nearby } from './env-files/nearby-readers.js';
import type { FoundValue } from './found-values.js';
import { nameOf } from './name-of.js';
import type { SettingRemark } from './remark.js';
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

/** A remark on the first value from an env file that only Compose or Docker reads, where Compose gives it to no container. */
export function remarkOnUnused(
  values: Readonly<Record<VariableName, FoundValue | undefined>>,
  by: string,
): SettingRemark[] {
  for (const variable of VARIABLES) {
    const source = values[variable]?.source;
    if (source?.kind !== 'file' || !source.file) continue;
    // Tailchat reads `.env` itself where it runs outside of containers.
    if (basename(source.file) !== '.env')
      return [{ kind: 'env-file-unused', variable, source, by }];
  }
  return [];
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
