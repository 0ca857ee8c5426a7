import { stripToLine } from '../safety/control-characters.js';
import { MASK, type Secret } from '../safety/secret.js';
import type { EditedEnvFile } from '../settings/saving/set-in-env-file.js';
import { maskUrisIn } from '../settings/uri/smtp-uri.js';
import type { StreamStyle } from './style.js';

/** The lines of an env file that are changed, as `diff` shows them, passwords masked. */
export function formatDiff(
  file: string,
  edits: readonly EditedEnvFile[],
  { style, showsSecrets }: { style: Pick<StreamStyle, 'paint'>; showsSecrets: boolean },
): string {
  const { paint } = style;
  const shown = (line: Secret) =>
    stripToLine(showsSecrets ? line.reveal() : maskLine(line.reveal().trim()));
  const lines = edits.flatMap(({ line, removed, added }) => [
    paint.bold(`${file}:${line}`),
    ...removed.map((text) => paint.red(`- ${shown(text)}`)),
    ...added.map((text) => paint.green(`+ ${shown(text)}`)),
  ]);
  return lines.map((line) => `${line}\n`).join('');
}

/** A URI whose beginning is missing, and the further lines of one, may be a password altogether. */
function maskLine(line: string): string {
  if (line.startsWith('#')) return maskUrisIn(line);
  const [, start = '', variable, value = ''] =
    /^((?:export\s+)?(SMTP_URI|SMTP_SENDER)\s*[=:]\s*)(.*)$/s.exec(line) ?? [];
  if (variable === 'SMTP_SENDER') return maskUrisIn(line);
  if (variable === undefined) return MASK;
  const [open = ''] = /^["']/.exec(value) ?? [];
  const [close = ''] = /["']$/.exec(value) ?? [];
  const inner = value.slice(open.length, value.length - close.length);
  return start + open + (inner === '' || inner.includes('://') ? maskUrisIn(inner) : MASK) + close;
}
