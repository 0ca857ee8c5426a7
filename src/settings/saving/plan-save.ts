import type { SaveRefusal } from '../../report/report.js';
import type { EnvFile } from '../env-files/env-file.js';
import { OWN_ENV_FILE } from '../env-files/own-env-file.js';
import { type FoundValue, type FoundValues, isSet } from '../found-values.js';
import type { VariableName } from '../variables.js';
import type { EnvChange } from './set-in-env-file.js';

/** Values with the env file to write them into, or why there is none. */
export type SavePlan =
  | { ok: true; envFile: EnvFile; changes: EnvChange[] }
  | { ok: false; problem: SaveRefusal; file: string | null; changes: EnvChange[] };

/**
 * Decides where values are to be written: into the env file that they came from. A value from a question goes where the variable
 * stands without a value, else beside the other variable. Pure.
 *
 * @param env the process environment, whose values win over every file
 */
export function planSave(
  changes: readonly EnvChange[],
  values: FoundValues,
  env: Readonly<Record<string, string | undefined>>,
): SavePlan[] {
  const plans: SavePlan[] = [];
  for (const change of changes) {
    const target = targetOf(change.variable, values, env);
    const known = plans.find(
      (plan) => plan.ok && 'envFile' in target && plan.envFile === target.envFile,
    );
    if (known) known.changes.push(change);
    else if ('envFile' in target)
      plans.push({ ok: true, envFile: target.envFile, changes: [change] });
    else plans.push({ ok: false, ...target, changes: [change] });
  }
  return plans;
}

type SaveTarget = { envFile: EnvFile } | { problem: SaveRefusal; file: string | null };

function targetOf(
  variable: VariableName,
  values: FoundValues,
  env: Readonly<Record<string, string | undefined>>,
): SaveTarget {
  const isUri = variable === 'SMTP_URI';
  const value = isUri ? values.uri : values.sender;
  const empty = isUri ? values.emptyUri : values.emptySender;
  const other = isUri ? values.sender : values.uri;
  const files = values.envFiles ?? [];
  const fileNamed = (name: string | undefined) => files.find(({ file }) => file === name);
  const kind = value?.source.kind ?? 'prompt';
  if (kind === 'file') {
    const envFile = [...files, ...(values.dotEnvFiles ?? [])].find(
      ({ file }) => file === value?.source.file,
    );
    if (envFile) return { envFile };
    const problem = values.isFromManifest ? 'manifest' : 'compose-file';
    return { problem, file: value?.source.file ?? null };
  }
  const { place } = value ?? {};
  if (kind === 'prompt' && (place?.spot || place?.add)) {
    const problem = values.isFromManifest ? 'manifest' : 'compose-file';
    return { problem, file: place.file };
  }
  if (kind !== 'prompt' && kind !== 'env') return { problem: 'command-line', file: null };
  if (kind === 'env' || isSet(env[variable])) return { problem: 'environment', file: null };
  const envFile =
    fileNamed(place?.file) ??
    fileNamed(empty?.file) ??
    fileOf(other, fileNamed) ??
    fileNamed(OWN_ENV_FILE) ??
    files[0];
  return envFile ? { envFile } : { problem: 'no-file', file: null };
}

function fileOf(value: FoundValue | undefined, fileNamed: (name?: string) => EnvFile | undefined) {
  return value?.source.kind === 'file' ? fileNamed(value.source.file) : undefined;
}
