import { realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stripToLine } from '../safety/control-characters.js';
import { COMPOSE_FILE_NAMES } from '../settings/compose/compose-file-names.js';
import { isFile } from '../settings/look-at-once.js';
import { maskSecrets } from '../settings/mask-secrets.js';
import { chooseContainer, isRunning } from './choose-container.js';
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
  /** Compose made it. */
  isOfCompose: boolean;
  /** It belongs to a project of another folder. */
  isOfOtherProject: boolean;
  /** Its service, where it belongs to the project here. */
  service?: string | undefined;
}

/** Where the clients run. */
type Place = Omit<ClientOptions, 'timeoutMs'>;

/** What is looked for. */
export type ContainerTarget = { name: string } | { service: string };

const KUBERNETES = 'kubernetes:';
/** kubectl waits a minute for a pod to run, which is longer than we wait for a check to begin: it would be ended before it says so. */
const POD_PATIENCE = '--pod-running-timeout=15s';
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
  options: Place,
): Promise<FoundContainer> {
  const isService = 'service' in target;
  const wanted = isService ? target.service : target.name;
  if (!isService && wanted.startsWith(KUBERNETES)) {
    const name = wanted.slice(KUBERNETES.length);
    const [, pod = name, container] = /^([^/]+\/[^/]+)\/([^/]+)$/.exec(name) ?? [];
    const which = container === undefined ? [] : ['-c', container];
    const words = ['exec', '-i', pod, POD_PATIENCE, ...which, '--', 'node'];
    return {
      engine: 'kubectl',
      name,
      execWords: words,
      isOfCompose: false,
      isOfOtherProject: false,
    };
  }
  const folder = await realpath(options.cwd).catch(() => options.cwd);
  const folders = await projectFolders(folder, options);
  let project: ReturnType<typeof projectHere> | undefined;
  const nameHere = async () => {
    project ??= projectHere(options);
    return (await project)?.name;
  };
  const names: string[] = [];
  let client: string | undefined;
  let refused: ContainerError | undefined;
  let broken: ContainerError | undefined;
  for (const engine of ENGINES) {
    const { isMissing, code, stdout, stderr } = await runClient(engine, LIST, {
      ...options,
      timeoutMs: LIST_MS,
    });
    if (isMissing) continue;
    client ??= engine;
    if (code === 0) {
      const listed = await Promise.all(
        readContainers(stdout).map((one) => withRealFolder(one, folder, nameHere)),
      );
      const found = chooseContainer(listed, { wanted, isService, folder, folders, engine });
      if (found instanceof ContainerError) refused ??= found;
      else if (found) {
        const { id, name, service, isOfCompose } = found;
        const isHere = found.folder !== undefined && [folder, ...folders].includes(found.folder);
        const execWords = ['exec', '-i', id, 'node'];
        return {
          ...{ engine, name, execWords, isOfCompose },
          isOfOtherProject: found.folder !== undefined && !isHere,
          service: isHere ? service : undefined,
        };
      }
      names.push(...listed.filter(isRunning).map(({ name }) => name));
    } else {
      const facts = { container: wanted, engine, detail: firstLine(stderr) };
      broken ??= new ContainerError(whyNoList(stderr), facts);
    }
  }
  if (refused && refused.problem !== 'not-here') throw refused;
  if (broken && !refused) throw new ContainerError(broken.problem, { ...broken.facts, names });
  const facts = { container: wanted, engine: client ?? ENGINES[0] };
  if (client === undefined) throw new ContainerError('no-client', facts);
  const defined = await serviceHere(wanted, options);
  if (!refused && !defined) throw new ContainerError('unknown', { ...facts, names });
  // One behind a profile is started by its name alone.
  const words = defined?.isActive ? '' : ` ${wanted}`;
  const create = defined && `${facts.engine} compose up -d${words}`;
  throw new ContainerError('not-here', { ...facts, ...refused?.facts, create });
}

/** The service of the project here, whatever runs. */
async function serviceHere(service: string, place: Place) {
  return (await projectHere(place))?.services.find(({ name }) => name === service);
}

async function projectHere({ cwd, env, signal }: Place) {
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

function firstLine(text: string): string {
  return stripToLine(maskSecrets(text.trim().split('\n')[0] ?? ''));
}
