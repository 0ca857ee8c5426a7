import { type GoEnvRules, readGoEnvFile } from './go-env-file.js';
import type { EnvFileReader } from './reader.js';

const RULES: GoEnvRules = {
  isUnicode: true,
  longLine: 'is-refused',
  problemOfName: (name) => {
    if (/[ \t]/.test(name)) return 'odd-name';
    return name === '' ? 'no-name' : undefined;
  },
  loneName: 'is-passed-over',
};

/**
 * Reads as `docker run --env-file` does: everything behind the first `=` as it stands, quotes and comments included. A bare name
 * takes its value from the environment. Docker's `docker run` reference describes it.
 */
export const docker: EnvFileReader = {
  name: 'docker',
  isForContainer: true,
  read: (text, lookup) => readGoEnvFile(text, lookup, RULES),
};
