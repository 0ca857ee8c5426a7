/** A container as an engine lists it. */
export interface ListedContainer {
  id: string;
  name: string;
  /** In the engine's words, `running` for one. */
  state: string;
  /** Its service, project and folder, where Compose made it; of a stack of Swarm, which notes no folder, the first two. */
  service?: string | undefined;
  project?: string | undefined;
  folder?: string | undefined;
  isOfCompose: boolean;
  /** It was made for one command: `docker compose run`. */
  isOneOff: boolean;
  /** The service's name in Swarm, with that of its stack. */
  swarmName?: string | undefined;
  /** It has the network of the machine and none of its own. podman does not list that. */
  usesHostNetwork: boolean;
}

/**
 * Reads what `ps --format '{{json .}}'` says. Docker has one object a line, names and labels as texts with
 * commas; podman one list of all, in which they are lists and objects. What is no container is passed over.
 */
export function readContainers(text: string): ListedContainer[] {
  const all = parsed(text);
  const list = Array.isArray(all) ? all : text.split('\n').map(parsed);
  return list.flatMap((one) => readContainer(one) ?? []);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readContainer(found: unknown): ListedContainer | undefined {
  const raw = (found ?? {}) as Record<string, unknown>;
  const id = raw.ID ?? raw.Id;
  const [name] = Array.isArray(raw.Names) ? raw.Names : `${raw.Names ?? ''}`.split(',');
  if (typeof id !== 'string' || typeof name !== 'string') return undefined;
  const label = (key: string) => labelOf(raw.Labels, key);
  const ofCompose = label('com.docker.compose.service');
  const swarmName = label('com.docker.swarm.service.name');
  const stack = label('com.docker.stack.namespace');
  const ofStack = swarmName?.startsWith(`${stack}_`)
    ? swarmName.slice(`${stack}_`.length)
    : undefined;
  return {
    ...{ id, name },
    // Docker before 20.10 has no state field, only "Up 3 hours (healthy)".
    state: stateOf(`${raw.State ?? ''}`, `${raw.Status ?? ''}`),
    service: ofCompose ?? ofStack,
    project: label('com.docker.compose.project') ?? label('io.podman.compose.project') ?? stack,
    folder: label('com.docker.compose.project.working_dir'),
    isOfCompose: ofCompose !== undefined,
    isOneOff: /^true$/i.test(label('com.docker.compose.oneoff') ?? ''),
    swarmName,
    usesHostNetwork: raw.Networks === 'host',
  };
}

function stateOf(state: string, status: string): string {
  if (state !== '') return state.toLowerCase();
  return /^Up\b(?!.*\(Paused\))/.test(status) ? 'running' : status;
}

function labelOf(labels: unknown, key: string): string | undefined {
  if (typeof labels === 'string') {
    const pairs = labels.split(/,(?=[\w.-]+=)/);
    return pairs.find((pair) => pair.startsWith(`${key}=`))?.slice(key.length + 1);
  }
  const value = (labels as Record<string, unknown> | null | undefined)?.[key];
  return typeof value === 'string' ? value : undefined;
}
