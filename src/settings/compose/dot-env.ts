import { join } from 'node:path';
import { readTextFile } from '../env-files/text-file.js';
import { READERS } from '../readers/index.js';
import type { Lookup } from '../readers/reader.js';
import { refusalOfFile, type YamlNode, YamlRefusal } from '../yaml/yaml-node.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** The values that Compose puts in place of a `$NAME`, and those of them that come from a file. */
export interface ProjectEnvironment {
  lookup: Lookup;
  /** The values of the `.env`: Compose gives them to no container by themselves. */
  fromFiles: ReadonlyMap<string, DotEnvValue>;
}

/** A value of a `.env`, and where it stands. */
export interface DotEnvValue {
  value: string;
  file: string;
  line: number;
}

/**
 * What stands behind the names in compose files: the process environment's value, else that of the
 * files, of which the last counts.
 *
 * @param files absolute paths; one that is not there is passed over, unless it was named
 * @throws YamlRefusal for a file that Compose refuses; the signal's reason, unless it is that the time is up
 */
export async function projectEnvironment(
  files: readonly { path: string; isNamed: boolean }[],
  outer: Lookup,
  signal: AbortSignal,
): Promise<ProjectEnvironment> {
  const fromFiles = new Map<string, DotEnvValue>();
  const lookup: Lookup = (name) => outer(name) ?? fromFiles.get(name)?.value;
  for (const { path, isNamed } of files) {
    const read = await readTextFile(path, signal);
    if (!read.ok) {
      const isPassedOver =
        !isNamed && (read.problem === 'not-found' || read.problem === 'is-a-folder');
      if (isPassedOver) continue;
      throw new YamlRefusal({ file: path, line: 0 }, read.problem);
    }
    const before = new Map([...fromFiles].map(([name, { value }]) => [name, value]));
    const reading = READERS.compose.read(read.text, outer, before);
    if (!reading.ok) throw new YamlRefusal({ file: path, line: reading.line }, reading.problem);
    for (const { name, value, line } of reading.assignments) {
      fromFiles.set(name, { value, file: path, line });
    }
  }
  return { lookup, fromFiles };
}

/** The same for a project that is included: its own `.env`, or the files that are named for it. */
export async function includedEnvironment(options: {
  folder: string;
  envFiles: readonly string[];
  lookup: Lookup;
  signal: AbortSignal;
  at: YamlNode;
}): Promise<Lookup> {
  const { folder, envFiles, lookup, signal, at } = options;
  const named = envFiles.filter((path) => path !== '/dev/null');
  const files =
    envFiles.length > 0
      ? named.map((path) => ({ path, isNamed: true }))
      : [{ path: join(folder, '.env'), isNamed: false }];
  try {
    return (await projectEnvironment(files, lookup, signal)).lookup;
  } catch (error) {
    const isUnread = error instanceof YamlRefusal && error.place.line === 0;
    throw isUnread ? refusalOfFile(error.place.file, error.problem, at) : error;
  }
}

/** Whether Compose ignores a `.env` that nobody names (`COMPOSE_DISABLE_ENV_FILE`). */
export function isDotEnvOff(env: Environment): boolean {
  return /^(?:1|t|true)$/i.test(env.COMPOSE_DISABLE_ENV_FILE ?? '');
}
