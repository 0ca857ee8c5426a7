import type { VariableName } from './variables.js';

/**
 * A line for an env file, in a spelling that all readers (dotenv, Compose) read alike: in single
 * quotes, or in double ones where the value is a name with an apostrophe.
 */
export function formatEnvLine(variable: VariableName, value: string): string {
  if (!value.includes("'")) return `${variable}='${value}'`;
  if (variable === 'SMTP_URI') return `${variable}='${value.replaceAll("'", '%27')}'`;
  // Inside double quotes these are changed or end the value; a name can do without them.
  return `${variable}="${value.replace(/["$\\`]/g, '')}"`;
}
