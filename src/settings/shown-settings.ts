import type { ReaderName } from '../report/report.js';
import { stripToLine } from '../safety/control-characters.js';
import { type Raw, reveal } from '../safety/secret.js';
import { formatEnvLine, holdersOf } from './env-files/env-line.js';
import { maskSmtpUri, shownValue } from './uri/smtp-uri.js';
import type { VariableName } from './variables.js';

/**
 * A setting as it may be shown: byte for byte, but for what is masked.
 *
 * @param showSecrets mask nothing
 */
export function shownSetting(variable: VariableName, value: Raw, showSecrets: boolean): string {
  if (showSecrets) return reveal(value);
  return variable === 'SMTP_URI' ? maskSmtpUri(value) : shownValue(value);
}

/** How to write a line for an env file. */
export interface LineOptions {
  showSecrets: boolean;
  /** Who reads the file; default: whoever is not Docker. */
  reader?: ReaderName | undefined;
}

/** A line for an env file, and whether a part of it is masked. */
export interface ShownLine {
  line: string;
  isMasked: boolean;
  /** The readers that take it as it is meant. */
  holders: readonly ReaderName[];
}

/** The line for an env file that sets a variable, as it may be shown. */
export function shownLine(
  variable: VariableName,
  value: Raw,
  { showSecrets, reader }: LineOptions,
): ShownLine {
  const shown = shownSetting(variable, value, showSecrets);
  const line = formatEnvLine(variable, stripToLine(shown), reader);
  return { line, isMasked: shown !== reveal(value), holders: holdersOf(line, reader) };
}
