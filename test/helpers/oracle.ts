import { execFile } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { NODE } from './run-bin.js';

const PROGRAM = fileURLToPath(new URL('server-oracle.mjs', import.meta.url));

/** What Tailchat's server makes of its settings. */
export interface ServerOutcome {
  /** Its check at the start passes: without that it sends no mail at all. */
  verify: boolean;
  /** A mail goes out within the ten seconds that it waits. */
  mail: boolean;
  /** The error messages of both. */
  words: string[];
  /** What ended the whole process. */
  crash?: string;
}

/**
 * Asks an oracle what Tailchat's server would do: nodemailer 6.7.8 in a process of its own.
 *
 * @param env the variables of its container
 * @param preload files for `node --import`
 */
export async function askServer(
  env: Readonly<Record<string, string>>,
  preload: readonly string[] = [],
): Promise<ServerOutcome> {
  const imports = preload.flatMap((file) => ['--import', pathToFileURL(file).href]);
  const words = ['--no-warnings', ...imports, PROGRAM];
  const { stdout } = await promisify(execFile)(NODE, words, { env: { ...env } });
  return JSON.parse(stdout) as ServerOutcome;
}
