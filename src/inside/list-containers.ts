import { realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { COMPOSE_FILE_NAMES } from '../settings/compose/compose-file-names.js';
import { isFile } from '../settings/look-at-once.js';
import { isRunning } from './choose-container.js';
import { type ListedContainer, readContainers } from './listed-container.js';
import { type ClientOptions, runClient } from './run-client.js';

/** Where the clients run. */
export type Place = Omit<ClientOptions, 'timeoutMs'>;

const LIST_MS = 10_000;
const LIST = ['ps', '--all', '--no-trunc', '--format', '{{json .}}'];

/** The engines that list their containers, the likelier one first. */
export const ENGINES = ['docker', 'podman'] as const;

/** The project here, and what lists the containers of an engine. */
export async function surveyHere(options: Place) {
  const folder = await realpath(options.cwd).catch(() => options.cwd);
  const folders = await projectFolders(folder, options);
  let project: ReturnType<typeof projectHere> | undefined;
  const nameHere = async () => {
    project ??= projectHere(options);
    return (await project)?.name;
  };
  const list = async (engine: (typeof ENGINES)[number]) => {
    const { stdout, ...said } = await runClient(engine, LIST, { ...options, timeoutMs: LIST_MS });
    const found = said.code === 0 ? readContainers(stdout) : [];
    const listed = await Promise.all(found.map((one) => withRealFolder(one, folder, nameHere)));
    return { ...said, listed };
  };
  return { folder, folders, list };
}

/** The services of the project here whose containers run, whatever its profiles say. */
export async function runningServices(options: Place): Promise<string[]> {
  const { folder, folders, list } = await surveyHere(options);
  const here = [folder, ...folders];
  const lists = await Promise.all(ENGINES.map(list));
  return lists.flatMap(({ listed }) =>
    listed
      .filter((one) => isRunning(one) && !one.isOneOff && here.includes(one.folder ?? ''))
      .flatMap(({ service }) => service ?? []),
  );
}

/** The project here, if there is one that Compose takes. */
export async function projectHere({ cwd, env, signal }: Place) {
  const { readComposeProject } = await import('../settings/compose/compose-project.js');
  const read = await readComposeProject({ folder: cwd, env, signal });
  return read.ok ? read.project : undefined;
}

/** The folders that the compose files of a project here may be in: this one, one above it, or those of `COMPOSE_FILE`, also in `.env`. */
async function projectFolders(folder: string, { cwd, env, signal }: Place) {
  const { findComposeFiles } = await import('../settings/compose/compose-files.js');
  const found = await findComposeFiles({ folder: cwd, env, signal }).catch(() => undefined);
  const named = (found?.files ?? []).map((file) => dirname(file));
  const above: string[] = [];
  for (let at = folder; at !== dirname(at); at = dirname(at)) above.push(at);
  const own = above.filter((at) => COMPOSE_FILE_NAMES.some((name) => isFile(join(at, name))));
  return await Promise.all([...named, ...own].map((at) => realpath(at).catch(() => at)));
}

/**
 * Compose notes the folder as it was reached, perhaps through a link. One that is gone was moved here if the project here has the
 * same name: Compose itself goes by that.
 */
async function withRealFolder(
  one: ListedContainer,
  here: string,
  nameHere: () => Promise<string | undefined>,
): Promise<ListedContainer> {
  if (one.folder === undefined) return one;
  const folder = await realpath(one.folder).catch(() => undefined);
  if (folder !== undefined) return { ...one, folder };
  const isMoved = one.project !== undefined && one.project === (await nameHere());
  return isMoved ? { ...one, folder: here } : one;
}
