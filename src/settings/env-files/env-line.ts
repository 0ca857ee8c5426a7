import type { ReaderName } from '../../report/report.js';
import type { VariableName } from '../variables.js';

/**
 * A line for an env file: in single quotes, or in double ones where the value is a name with an
 * apostrophe, which dotenv, Compose and a shell read alike. `docker run --env-file` keeps every
 * quotation mark: for it there are none.
 *
 * @param reader who reads the file; default: whoever is not Docker
 */
export function formatEnvLine(
  variable: VariableName,
  value: string,
  reader: ReaderName = 'compose',
): string {
  if (reader === 'docker') return `${variable}=${value}`;
  if (!value.includes("'")) return `${variable}='${value}'`;
  if (variable === 'SMTP_URI') return `${variable}='${value.replaceAll("'", '%27')}'`;
  // Inside double quotes these are changed or end the value; a name can do without them.
  return `${variable}="${value.replace(/["$\\`]/g, '')}"`;
}
