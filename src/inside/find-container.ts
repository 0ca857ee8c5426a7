import { realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { stripToLine } from '../safety/control-characters.js';
import { COMPOSE_FILE_NAMES } from '../settings/compose/compose-file-names.js';
import { isFile } from '../settings/look-at-once.js';
import { maskSecrets } from '../settings/mask-secrets.js';
import { whyNoList } from './client-words.js';
import { ContainerError } from './container-error.js';
import { type ListedContainer, readContainers } from './listed-container.js';
import { type ClientOptions, runClient } from './run-client.js';

/** A container that a program can be run in. */
export interface FoundContainer {
  engine: 'docker' | 'podman' | 'kubectl';
  name: string;
  /** The words that a client takes before those of the program. */
  execWords: readonly string[];
}

/** What is looked for. */
export type ContainerTarget = { name: string } | { service: string };

const KUBERNETES = 'kubernetes:';
const LIST_MS = 10_000;
const ENGINES = ['docker', 'podman'] as const;
const LIST = ['ps', '--all', '--no-trunc', '--format', '{{json .}}'];

/**
 * Finds a container by its name, its id, or as a service of Compose; the project of this folder comes first.
 * `kubernetes:type/name` is left to kubectl.
 *
 * @param target a name, or the service of the project here that is wanted
 * @throws ContainerError where there is none that runs; the signal's reason
 */
export async function findContainer(
  target: ContainerTarget,
  options: Omit<ClientOptions, 'timeoutMs'>,
): Promise<FoundContainer> {
  const isService = 'service' in target;
  const wanted = isService ? target.service : target.name;
  if (!isService && wanted.startsWith(KUBERNETES)) {
    const name = wanted.slice(KUBERNETES.length);
    const [, pod = name, container] = /^([^/]+\/[^/]+)\/([^/]+)$/.exec(name) ?? [];
    const which = container === undefined ? [] : ['-c', container];
    return { engine: 'kubectl', name, execWords: ['exec', '-i', pod, ...which, '--', 'node'] };
  }
  const folder = await realpath(options.cwd).catch(() => options.cwd);
  const folders = await projectFolders(folder, options);
  const names: string[] = [];
  let isClientThere = false;
  let broken: ContainerError | undefined;
  for (const engine of ENGINES) {
    const { isMissing, code, stdout, stderr } = await runClient(engine, LIST, {
      ...options,
      timeoutMs: LIST_MS,
    });
    if (isMissing) continue;
    isClientThere = true;
    if (code === 0) {
      const listed = readContainers(stdout);
      const found = choose(listed, { wanted, isService, folder, folders, engine });
      if (found) return { engine, name: found.name, execWords: ['exec', '-i', found.id, 'node'] };
      names.push(...listed.filter(isRunning).map(({ name }) => name));
    } else {
      const facts = { container: wanted, engine, detail: firstLine(stderr) };
      broken ??= new ContainerError(whyNoList(stderr), facts);
    }
  }
  if (broken) throw new ContainerError(broken.problem, { ...broken.facts, names });
  const problem = isClientThere ? 'unknown' : 'no-client';
  throw new ContainerError(problem, { container: wanted, engine: ENGINES[0], names });
}

interface Wanted {
  wanted: string;
  isService: boolean;
  folder: string;
  /** Where a project here may have its compose files; empty where there is none. */
  folders: readonly string[];
  engine: string;
}

function choose(
  listed: readonly ListedContainer[],
  { wanted, isService, folder, folders, engine }: Wanted,
): ListedContainer | undefined {
  const named = isService ? [] : listed.filter(({ name }) => name === wanted);
  const byId = isService
    ? []
    : listed.filter(({ id }) => wanted.length > 2 && id.startsWith(wanted));
  const services = listed.filter(({ service }) => service === wanted);
  const here = services.filter((one) => one.folder === folder);
  const near = services.filter(
    (one) =>
      one.folder === undefined || folders.includes(one.folder) || isWithin(folder, one.folder),
  );
  const found = [named, byId, here, near].find((some) => some.length > 0) ?? services;
  if (found.length === 0) return undefined;
  // A project of its own is here: another one's container has other settings.
  if (found === services && folders.length > 0) {
    const names = services.map(({ name }) => name);
    throw new ContainerError('not-here', { container: wanted, engine, names });
  }
  const running = found.filter(isRunning);
  const [first] = [...running, ...found];
  if (running.length === 0) {
    const facts = { container: first?.name ?? wanted, engine, state: first?.state ?? '' };
    throw new ContainerError('not-running', facts);
  }
  // Copies of one service are alike, but containers of several projects are not.
  const projects = new Set(running.map(({ project }) => project));
  if (running.length > 1 && projects.size > 1) {
    const names = running.map(({ name }) => name);
    throw new ContainerError('ambiguous', { container: wanted, engine, names });
  }
  return first;
}

/** The folders that the compose files of a project here may be in: this one, one above it, or those of `COMPOSE_FILE`, also in `.env`. */
async function projectFolders(
  folder: string,
  { cwd, env, signal }: Omit<ClientOptions, 'timeoutMs'>,
) {
  const { findComposeFiles } = await import('../settings/compose/compose-files.js');
  const found = await findComposeFiles({ folder: cwd, env, signal }).catch(() => undefined);
  const named = (found?.files ?? []).map((file) => dirname(file));
  const above: string[] = [];
  for (let at = folder; at !== dirname(at); at = dirname(at)) above.push(at);
  const own = above.filter((at) => COMPOSE_FILE_NAMES.some((name) => isFile(join(at, name))));
  return await Promise.all([...named, ...own].map((at) => realpath(at).catch(() => at)));
}

/** Whether a folder lies in another one. */
function isWithin(outer: string, inner: string): boolean {
  return inner.startsWith(outer.endsWith(sep) ? outer : `${outer}${sep}`);
}

function isRunning({ state }: ListedContainer): boolean {
  return state === 'running';
}

function firstLine(text: string): string {
  return stripToLine(maskSecrets(text.trim().split('\n')[0] ?? ''));
}
