import { type GoEnvRules, readGoEnvFile } from './go-env-file.js';
import type { EnvFileReader } from './reader.js';

const RULES: GoEnvRules = {
  isUnicode: false,
  longLine: 'is-refused',
  problemOfName: (name) => (name === '' ? 'no-name' : undefined),
  loneName: 'is-passed-over',
};

/**
 * As `podman run --env-file` and a Quadlet's `EnvironmentFile=` read: like Docker, but a name may hold spaces,
 * which nobody will ever look up, and no byte-order mark is passed over.
 */
export const podman: EnvFileReader = {
  name: 'podman',
  isForContainer: true,
  read: (text, lookup) => readGoEnvFile(text, lookup, RULES),
};
