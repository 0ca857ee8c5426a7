import type { VariableName } from './env-file.js';

/**
 * A line for an env file, in the spelling that all readers (dotenv, Compose) read alike: single
 * quotes, and double ones where the value holds a single one and nothing that they change.
 */
export function formatEnvLine(variable: VariableName, value: string): string {
  const isPlainInDouble = !/["$\\`]/.test(value);
  return value.includes("'") && isPlainInDouble
    ? `${variable}="${value}"`
    : `${variable}='${value.replaceAll("'", '')}'`;
}
