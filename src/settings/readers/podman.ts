import { type GoEnvRules, readGoEnvFile } from './go-env-file.js';
import type { EnvFileReader } from './reader.js';

const RULES: GoEnvRules = {
  isUnicode: false,
  longLine: 'is-refused',
  problemOfName: (name) => (name === '' ? 'no-name' : undefined),
  loneName: 'is-passed-over',
};

/**
 * Reads as `podman run --env-file` and a Quadlet's `EnvironmentFile=` do: like Docker, but a name may contain spaces, which no
 * program ever looks up. A byte-order mark is not skipped.
 */
export const podman: EnvFileReader = {
  name: 'podman',
  isForContainer: true,
  read: (text, lookup) => readGoEnvFile(text, lookup, RULES),
};
