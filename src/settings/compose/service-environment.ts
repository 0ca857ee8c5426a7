import { readTextFile } from '../env-files/text-file.js';
import { READERS } from '../readers/index.js';
import type { EnvFileReading, Lookup } from '../readers/reader.js';
import { refusalOfFile, YamlRefusal } from '../yaml/yaml-node.js';
import type { ComposeEnvFile, ComposeVariable } from './compose-service.js';

/** An env file as the service gets it. */
export interface LoadedEnvFile {
  path: string;
  text: string;
  isRaw: boolean;
  reading: EnvFileReading;
  lookup: Lookup;
}

/** The variables that a container gets, and the env files that they come from, in their order. */
export interface ServiceEnvironment {
  /** By their names; a value is undefined where something takes the variable away again. */
  variables: Map<string, ComposeVariable>;
  envFiles: LoadedEnvFile[];
}

/**
 * Works out which variables Compose gives a container: those of its env files, the last of which counts,
 * and over them those of `environment:`, where a name without a value takes the variable away.
 *
 * @param lookup what stands behind a name outside the service
 * @throws YamlRefusal for an env file that is not there or that Compose refuses;
 *   the signal's reason, unless it is that the time is up
 */
export async function serviceEnvironment(
  service: { envFiles: readonly ComposeEnvFile[]; environment: readonly ComposeVariable[] },
  lookup: Lookup,
  signal: AbortSignal,
): Promise<ServiceEnvironment> {
  const own = new Map(service.environment.map((variable) => [variable.name, variable]));
  const outer: Lookup = (name) => lookup(name) ?? own.get(name)?.value;
  const fromFiles = new Map<string, ComposeVariable>();
  const envFiles: LoadedEnvFile[] = [];
  for (const envFile of service.envFiles) {
    const read = await readEnvFile(envFile, outer, fromFiles, signal);
    if (!read) continue;
    envFiles.push(read);
    if (!read.reading.ok) continue;
    for (const { name, value, line } of read.reading.assignments) {
      fromFiles.set(name, { name, value, file: envFile.path, line });
    }
  }
  return { variables: new Map([...fromFiles, ...own]), envFiles };
}

async function readEnvFile(
  envFile: ComposeEnvFile,
  outer: Lookup,
  above: ReadonlyMap<string, ComposeVariable>,
  signal: AbortSignal,
): Promise<LoadedEnvFile | undefined> {
  const { path, isRaw, isRequired, place } = envFile;
  const read = await readTextFile(path, signal);
  if (!read.ok) {
    if (read.problem === 'not-found' && !isRequired) return undefined;
    throw refusalOfFile(path, read.problem, place);
  }
  // A name is looked up in the earlier files, too, as if they were the beginning of this one.
  const before = new Map<string, string>();
  for (const [name, { value }] of above) if (value !== undefined) before.set(name, value);
  const reading = READERS[isRaw ? 'docker' : 'compose'].read(read.text, outer, before);
  const lookup: Lookup = (name) => outer(name) ?? before.get(name);
  if (!reading.ok) throw new YamlRefusal({ file: path, line: reading.line }, reading.problem);
  return { path, text: read.text, isRaw, reading, lookup };
}
