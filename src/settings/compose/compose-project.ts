import { join, resolve } from 'node:path';
import type { SettingProblem } from '../../report/setting-problem.js';
import { readTextFile } from '../env-files/text-file.js';
import { READERS } from '../readers/index.js';
import type { Lookup } from '../readers/reader.js';

/** A file that a service takes variables from. */
export interface ComposeEnvFile {
  /** Its absolute path. */
  path: string;
  /** Read as it stands (`format: raw`), as `docker run --env-file` does. */
  isRaw: boolean;
}

/** A variable that a service's `environment:` sets. */
export interface ComposeVariable {
  name: string;
  /** undefined where it is to come from the environment of Compose and is not there. */
  value: string | undefined;
  /** The compose file's absolute path, and the line in it, from 1. */
  file: string;
  line: number;
}

/** What a compose file says of a service, as far as its variables depend on it. */
export interface ComposeService {
  name: string;
  envFiles: ComposeEnvFile[];
  environment: ComposeVariable[];
  /** It has the network of the machine, and no address of its own. */
  usesHostNetwork: boolean;
}

/** The services of a compose file and of the file that overrides it. */
export interface ComposeProject {
  services: ComposeService[];
}

/** A project, none where the folder has no compose file, or why its file cannot be read. */
export type ComposeProjectResult =
  | { ok: true; project: ComposeProject | undefined }
  | { ok: false; file: string; line: number; problem: SettingProblem };

// The order in which Compose looks for them: the first that is there counts.
const NAMES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
const OVERRIDES = [
  'compose.override.yml',
  'compose.override.yaml',
  'docker-compose.override.yml',
  'docker-compose.override.yaml',
];

/**
 * Reads the compose file of a folder and its override, by the Compose specification.
 *
 * @param folder absolute path
 * @param lookup gives what Compose puts in place of a `$NAME`
 * @throws the signal's reason, unless it is that the time is up
 */
export async function readComposeProject(
  folder: string,
  lookup: Lookup,
  signal: AbortSignal,
): Promise<ComposeProjectResult> {
  const main = await findFirst(folder, NAMES, signal);
  if (!main) return { ok: true, project: undefined };
  const override = await findFirst(folder, OVERRIDES, signal);
  // The parser is large, and most folders without a compose file never need it.
  const { readServices } = await import('./compose-services.js');
  let services: ComposeService[] = [];
  for (const { path, text } of override ? [main, override] : [main]) {
    const read = readServices(text, { folder, file: path, lookup });
    if (!read.ok) return { ok: false, file: path, line: read.line, problem: read.problem };
    services = mergeServices(services, read.services);
  }
  return { ok: true, project: { services } };
}

/**
 * What Compose puts in place of a `$NAME`: the process environment's value, else that of the `.env` in
 * the project's folder.
 *
 * @throws the signal's reason, unless it is that the time is up
 */
export async function composeLookup(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<Lookup> {
  const read = await readTextFile(join(folder, '.env'), signal);
  const reading = READERS.compose(read.ok ? read.text : '', (name) => env[name]);
  const assignments = reading.ok ? reading.assignments : [];
  const values = new Map(assignments.map(({ name, value }) => [name, value]));
  return (name) => env[name] ?? values.get(name);
}

async function findFirst(folder: string, names: readonly string[], signal: AbortSignal) {
  for (const name of names) {
    const path = resolve(folder, name);
    const read = await readTextFile(path, signal);
    if (read.ok) return { path, text: read.text };
  }
  return undefined;
}

/** As Compose merges: variables by their names, env files one behind the other. */
function mergeServices(
  base: readonly ComposeService[],
  others: readonly ComposeService[],
): ComposeService[] {
  const merged = base.map((service) => {
    const other = others.find(({ name }) => name === service.name);
    if (!other) return service;
    const isKept = ({ name }: ComposeVariable) =>
      !other.environment.some((variable) => variable.name === name);
    return {
      name: service.name,
      envFiles: [...service.envFiles, ...other.envFiles],
      environment: [...service.environment.filter(isKept), ...other.environment],
      usesHostNetwork: service.usesHostNetwork || other.usesHostNetwork,
    };
  });
  const isNew = ({ name }: ComposeService) => !base.some((service) => service.name === name);
  return [...merged, ...others.filter(isNew)];
}
