import { type GoEnvRules, readGoEnvFile } from './go-env-file.js';
import type { EnvFileReader } from './reader.js';

const NAME = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;

const RULES: GoEnvRules = {
  isUnicode: true,
  longLine: 'ends-unsaid',
  problemOfName: (name, seen) => {
    // Names of folders are refused.
    if (!NAME.test(name) || name === '.' || name.startsWith('..')) return 'odd-name';
    return seen.has(name) ? 'name-twice' : undefined;
  },
  loneName: 'is-empty',
};

/**
 * Reads as `kubectl create secret generic --from-env-file` does: everything behind the first `=` as it stands. A name that
 * Kubernetes does not allow, or a repeated name, refuses the file. A line over 64 KiB ends the reading silently.
 */
export const kubectl: EnvFileReader = {
  name: 'kubectl',
  isForContainer: true,
  read: (text, lookup) => readGoEnvFile(text, lookup, RULES),
};
