import { stripToLine } from '../safety/control-characters.js';
import { maskSecrets } from '../settings/mask-secrets.js';
import { chooseContainer, isRunning } from './choose-container.js';
import { whyNoList } from './client-words.js';
import { ContainerError } from './container-error.js';
import { ENGINES, type Place, projectHere, surveyHere } from './list-containers.js';

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
  /** 127.0.0.1 is the machine there. */
  usesHostNetwork: boolean;
  /** Its service, where it belongs to the project here. */
  service?: string | undefined;
}

/** What is looked for. */
export type ContainerTarget = { name: string } | { service: string };

const KUBERNETES = 'kubernetes:';
/** kubectl waits a minute for a pod to run, which is longer than we wait for a check to begin: it would be ended before it says so. */
const POD_PATIENCE = '--pod-running-timeout=15s';

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
      usesHostNetwork: false,
    };
  }
  const { folder, folders, list } = await surveyHere(options);
  const names: string[] = [];
  let client: string | undefined;
  let refused: ContainerError | undefined;
  let broken: ContainerError | undefined;
  for (const engine of ENGINES) {
    const { isMissing, code, stderr, listed } = await list(engine);
    if (isMissing) continue;
    client ??= engine;
    if (code === 0) {
      const found = chooseContainer(listed, { wanted, isService, folder, folders, engine });
      if (found instanceof ContainerError) refused ??= found;
      else if (found) {
        const { id, name, service, isOfCompose, usesHostNetwork } = found;
        const isHere = found.folder !== undefined && [folder, ...folders].includes(found.folder);
        const execWords = ['exec', '-i', id, 'node'];
        return {
          ...{ engine, name, execWords, isOfCompose, usesHostNetwork },
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

function firstLine(text: string): string {
  return stripToLine(maskSecrets(text.trim().split('\n')[0] ?? ''));
}
