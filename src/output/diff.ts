import { stripToLine } from '../safety/control-characters.js';
import { MASK, madeOf, type Secret } from '../safety/secret.js';
import type { EditedEnvFile } from '../settings/saving/set-in-env-file.js';
import { shownSetting } from '../settings/shown-settings.js';
import type { VariableName } from '../settings/variables.js';
import type { StreamStyle } from './style.js';

/** The lines of an env file that are changed, as `diff` shows them, passwords masked. */
export function formatDiff(
  file: string,
  edits: readonly EditedEnvFile[],
  { style, showsSecrets }: { style: Pick<StreamStyle, 'paint'>; showsSecrets: boolean },
): string {
  const { paint } = style;
  const shown = (line: Secret) => stripToLine(showsSecrets ? line.reveal() : maskLine(line));
  const lines = edits.flatMap(({ line, removed, added }) => [
    paint.bold(`${file}:${line}`),
    ...removed.map((text) => paint.red(`- ${shown(text)}`)),
    ...added.map((text) => paint.green(`+ ${shown(text)}`)),
  ]);
  return lines.map((line) => `${line}\n`).join('');
}

const ASSIGNMENT = /^((?:export\s{1,9})?(SMTP_URI|SMTP_SENDER)\s{0,9}[=:]\s{0,9})(.*)$/s;
const QUOTED = /^(["'])(.*)\1$/s;

/**
 * The beginning of a line, and the understood part of its value. A comment may be the end of a password, and so may further lines
 * of a value.
 */
function maskLine(secret: Secret): string {
  const line = secret.reveal().trim();
  if (line.startsWith('#')) return `# ${MASK}`;
  const [, start, variable, value = ''] = ASSIGNMENT.exec(line) ?? [];
  if (start === undefined || variable === undefined) return MASK;
  if (value === '') return line;
  const [, quote = '', inner = value] = QUOTED.exec(value) ?? [];
  const name = variable as VariableName;
  const shown = (text: string) => shownSetting(name, madeOf(secret, text), false);
  const whole = shown(value);
  return whole === MASK ? start + quote + shown(inner) + quote : start + whole;
}
