import type { AbsentValue } from '../report/absent-value.js';
import type { ReaderName } from '../report/env-readers.js';
import type { Failing } from '../report/failing.js';
import type { HeldIn } from '../report/held-in.js';
import type { ValueSource } from '../report/report.js';
import type { SettingProblem } from '../report/setting-problem.js';
import type { ValueHome } from '../report/value-home.js';
import type { YamlSpot } from '../report/yaml-spot.js';
import type { Secret } from '../safety/secret.js';
import { shownPath } from '../safety/shown-word.js';
import type { EnvFile } from './env-files/env-file.js';
import { nameOf } from './name-of.js';
import type { SettingRemark } from './remark.js';
import type { VariableName } from './variables.js';

/** A value as it stands in a file. */
export interface StoredValue {
  /** undefined where the place removes the variable. */
  value: Secret | undefined;
  source: ValueSource;
  isForContainer: boolean;
  reader?: ReaderName;
  heldIn?: HeldIn | undefined;
  /** The spelling at its place in a YAML file. */
  spot?: YamlSpot | undefined;
}

/** What files say of the variables. */
export interface StoredValues {
  /** The places that set a variable, the one that counts first. */
  places: Record<VariableName, StoredValue[]>;
  /** The same for another variable that the server reads. */
  placesOf?: (variable: string) => StoredValue[];
  /** The first place counts even without a value, since whoever reads the files looks no further. */
  isDecided: boolean;
  envFiles: EnvFile[];
  /** Files that Compose fills in its own files from. A value may come from there. */
  dotEnvFiles?: EnvFile[];
  remarks: SettingRemark[];
  problem?: Failing | undefined;
  /** Why a value that stands somewhere does not reach the container. */
  absent?: Partial<Record<VariableName, AbsentValue>>;
  /** Where a value belongs that is missing. */
  homes?: Partial<Record<VariableName, ValueHome>>;
  /** All variables of the container or of the files, to find names of other applications. */
  variables?: ReadonlyMap<string, string | undefined>;
  /** The compose file, as it is shown, none of whose services is Tailchat's. */
  withoutTailchat?: string | undefined;
  /** The values come from manifests of Kubernetes, which are never written into. */
  isFromManifest?: boolean;
  /** The workload that the values are for, as kubectl names it: `deployment/tailchat`. */
  workload?: string;
  /** The manifests that were read. */
  manifests?: readonly string[];
  /** The service or workload that the values are for. */
  service?: string | undefined;
}

const UNREADABLE: readonly SettingProblem[] = [
  'not-found',
  'no-permission',
  'is-a-folder',
  'too-large',
  'binary',
  'unreadable',
];

/** The failure for a file that cannot be read. A line of 0 means none. */
export function failingOf(
  {
    file,
    line,
    problem,
    about,
  }: {
    file: string;
    line?: number;
    problem: SettingProblem;
    about?: string | undefined;
  },
  cwd: string,
): Failing {
  const cause = UNREADABLE.includes(problem) ? 'env-file-unreadable' : 'env-file-invalid';
  // Another file names the one that cannot be read.
  const isNamed = about !== undefined && UNREADABLE.includes(problem);
  if (isNamed) {
    const namedAt = { file: nameOf(file, cwd), line: line ?? 0 };
    return {
      cause,
      facts: { file: shownPath(nameOf(about, cwd) || '.'), detail: problem, namedAt },
    };
  }
  // A name in the problem may be a path.
  const shown = about && shownPath(about.startsWith('/') ? nameOf(about, cwd) : about);
  const isRead = !UNREADABLE.includes(problem);
  const name = nameOf(file, cwd);
  const facts = {
    ...(file === '' ? {} : { file: isRead ? name : shownPath(name) }),
    ...(line ? { line } : {}),
    detail: problem,
    ...(shown ? { about: shown } : {}),
  };
  return { cause, facts };
}
