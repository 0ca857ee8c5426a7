import type { YamlSpot } from '../../report/yaml-spot.js';
import type { VariableName } from '../variables.js';
import { formatEnvLine } from './env-line.js';

/**
 * The line that sets the variable from which a compose file takes a value (`SMTP_URI: ${MAIL_URI}`): in the env file that sets
 * it, or as a command of the shell.
 */
export function formatTakenLine(variable: VariableName, { key, taken }: YamlSpot, value: string) {
  const isOfShell = taken === 'shell';
  const line = formatEnvLine(variable, value, isOfShell ? 'bash' : 'compose', isOfShell);
  return `${isOfShell ? 'export ' : ''}${key}${line.slice(variable.length)}`;
}
