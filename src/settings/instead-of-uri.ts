import { foreignSettings } from './foreign-settings.js';
import type { FoundValues } from './found-values.js';
import type { StoredValues } from './stored-values.js';
import { likelyFile } from './unread-files.js';

/** As images take a secret that is mounted as a file. Tailchat's does not. */
const URI_FILE = 'SMTP_URI_FILE';

/** Where it was looked for in vain. */
interface Searched {
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  /** The files that a person named. */
  envFiles?: readonly string[] | undefined;
  /** Ends the wait for a file that is a pipe. */
  signal: AbortSignal;
}

/**
 * What there is where SMTP_URI is not: its name as a file's, settings of another program, a project without Tailchat, or nothing.
 *
 * @throws the signal's reason, unless it is that the time is up
 */
export async function insteadOfUri(
  stored: StoredValues,
  { env, cwd, envFiles, signal }: Searched,
): Promise<Partial<FoundValues>> {
  const { variables = new Map<string, string>(), withoutTailchat } = stored;
  const foreign = foreignSettings([...Object.entries(env), ...variables]);
  const isWithoutTailchat = withoutTailchat !== undefined;
  const isNothing = !isWithoutTailchat && envFiles === undefined && isEmpty(stored);
  const likely = isWithoutTailchat || isNothing ? await likelyFile(cwd, signal) : undefined;
  return {
    ...(URI_FILE in env || variables.has(URI_FILE) ? { asFile: URI_FILE } : {}),
    ...(foreign ? { foreign } : {}),
    ...(isWithoutTailchat ? { withoutTailchat } : {}),
    ...(isNothing ? { searchedFolder: cwd } : {}),
    ...(likely ? { likelyFile: likely } : {}),
  };
}

/** Whether the folder holds none of the expected files. */
function isEmpty({ envFiles, problem, isDecided, isFromManifest, homes }: StoredValues): boolean {
  return !(envFiles.length > 0 || problem || isDecided || isFromManifest || homes);
}
