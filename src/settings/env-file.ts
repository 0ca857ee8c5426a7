import { parse } from 'dotenv';
import type { SettingProblem } from '../report/setting-problem.js';
import { readTextFile } from './text-file.js';

/** The variables that Tailchat's server reads for mail. */
export type VariableName = 'SMTP_URI' | 'SMTP_SENDER';

/** A variable in an env file. */
export interface EnvFileEntry {
  value: string;
  /** The line it stands in, from 1; of several, the last, as the reader takes it. */
  line: number;
}

/** What an env file says about mail. */
export type EnvFileResult =
  | { ok: true; file: string; entries: Map<VariableName, EnvFileEntry> }
  | { ok: false; file: string; detail: SettingProblem };

/**
 * Reads one env file with the reader of Tailchat's server (dotenv 10).
 *
 * @param path the file to read; a pipe will do (`<(...)`)
 * @param file the name to show for it
 * @param signal ends the wait for a pipe that says nothing
 * @throws the signal's reason, unless it is that the time is up
 */
export async function readEnvFile(
  path: string,
  file: string,
  signal: AbortSignal,
): Promise<EnvFileResult> {
  const read = await readTextFile(path, signal);
  if (read.ok) return { ok: true, file, entries: findEntries(read.text) };
  return { ok: false, file, detail: read.problem };
}

// dotenv 10 looks at each line by itself, so reading line by line gives what it gives for the file,
// and the line's number with it.
function findEntries(text: string): Map<VariableName, EnvFileEntry> {
  const entries = new Map<VariableName, EnvFileEntry>();
  text.split(/\r\n|\n|\r/).forEach((content, index) => {
    const { SMTP_URI, SMTP_SENDER } = parse(content);
    if (SMTP_URI !== undefined) entries.set('SMTP_URI', { value: SMTP_URI, line: index + 1 });
    if (SMTP_SENDER !== undefined)
      entries.set('SMTP_SENDER', { value: SMTP_SENDER, line: index + 1 });
  });
  return entries;
}
