import { dirname, join, resolve } from 'node:path';
import { lookNearby } from '../env-files/nearby-readers.js';
import { OWN_ENV_FILE } from '../env-files/own-env-file.js';
import { readTextFile } from '../env-files/text-file.js';
import { isFile } from '../look-at-once.js';
import type { Lookup } from '../readers/reader.js';
import { YamlRefusal } from '../yaml/yaml-node.js';
import { COMPOSE_FILE_NAMES } from './compose-file-names.js';
import { type DotEnvValue, isDotEnvOff, projectEnvironment } from './dot-env.js';

/** The files of a project, and the values of the names in them. */
export interface ComposeFiles {
  /** Absolute paths, the first is the main one. */
  files: string[];
  /** The project's folder, from which its relative paths start. */
  folder: string;
  lookup: Lookup;
  /** The values of the `.env`, by their names. */
  dotEnv: ReadonlyMap<string, DotEnvValue>;
}

/** Where a project is looked for. */
export interface ComposePlace {
  /** The folder that Compose would be run in. */
  folder: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Files that were named, as behind `docker compose -f`. */
  named?: readonly string[] | undefined;
  signal: AbortSignal;
}

// The order in which Compose looks for them. The first that exists counts.
const OVERRIDES = [
  'compose.override.yml',
  'compose.override.yaml',
  'docker-compose.override.yml',
  'docker-compose.override.yaml',
];
// A folder below a project that has one of these is more than a part of the project.
const OWN_SETTINGS = ['.env', OWN_ENV_FILE];

/**
 * Finds the files of a project as Compose does: those that were named, those of `COMPOSE_FILE` (which may
 * stand in the `.env`), else the usual name in this folder or in one above it, with its override.
 *
 * @returns undefined where there is no project
 * @throws YamlRefusal for a `.env` that Compose refuses; the signal's reason, unless the time is up
 */
export async function findComposeFiles(place: ComposePlace): Promise<ComposeFiles | undefined> {
  const { folder, env, named, signal } = place;
  const outer: Lookup = (name) => env[name];
  const given = (env.COMPOSE_ENV_FILES ?? '').split(',').filter((path) => path !== '');
  const givenFiles = given.map((path) => ({ path: resolve(folder, path), isNamed: true }));
  const ownOf = (of: string) =>
    isDotEnvOff(env) ? [] : [{ path: join(of, '.env'), isNamed: false }];
  const isOpen = !named && env.COMPOSE_FILE === undefined;
  const usual = isOpen ? await usualFiles(folder) : [];
  const firstFiles =
    given.length > 0 ? givenFiles : [...(await namedInScript(place)), ...ownOf(folder)];
  const first = await projectEnvironment(firstFiles, outer, signal).catch(
    async (error: unknown) => {
      // Without a compose file, the `.env` is for another reader.
      const isOfAnother = isOpen && usual.length === 0 && error instanceof YamlRefusal;
      if (isOfAnother && !(await namesComposeFile(error.place.file, signal))) return undefined;
      throw error;
    },
  );
  if (!first) return undefined;
  const files = named ? [...named] : (listedFiles(folder, first.lookup) ?? usual);
  const [main] = files;
  if (main === undefined) return undefined;
  const project = dirname(main);
  const isElsewhere = project !== folder && given.length === 0;
  const second = isElsewhere
    ? await projectEnvironment(ownOf(project), first.lookup, signal)
    : undefined;
  return {
    files,
    folder: project,
    lookup: second?.lookup ?? first.lookup,
    dotEnv: new Map([...(second?.fromFiles ?? []), ...first.fromFiles]),
  };
}

/** The file that a script hands to Compose (`--env-file`). Where there is no `.env`, nothing else can be meant. */
async function namedInScript({ folder, env, signal }: ComposePlace) {
  if (isDotEnvOff(env) || isFile(join(folder, '.env'))) return [];
  const { forCompose } = await lookNearby(folder, folder, signal);
  const [path, ...others] = new Set(forCompose.map((one) => one.path));
  return path !== undefined && others.length === 0 && isFile(path) ? [{ path, isNamed: true }] : [];
}

/** Whether a file that Compose refuses is meant for it all the same: it names the compose files. */
async function namesComposeFile(path: string, signal: AbortSignal): Promise<boolean> {
  const read = await readTextFile(path, signal);
  return read.ok && /^\ufeff?[ \t]*(?:export[ \t]+)?COMPOSE_FILE[ \t]*[=:]/m.test(read.text);
}

/** The files of `COMPOSE_FILE`. */
function listedFiles(folder: string, lookup: Lookup): string[] | undefined {
  const listed = lookup('COMPOSE_FILE');
  if (!listed) return undefined;
  const separator = lookup('COMPOSE_PATH_SEPARATOR') || ':';
  return listed.split(separator).map((path) => resolve(folder, path));
}

/** The files of a folder that Compose would read without being told, the one that counts first. */
export function usualFilesIn(folder: string): string[] {
  return COMPOSE_FILE_NAMES.map((name) => join(folder, name)).filter((path) => isFile(path));
}

/** The main file and its override. The search does not go above a folder with settings of its own. */
async function usualFiles(folder: string): Promise<string[]> {
  for (let at = folder; ; at = dirname(at)) {
    const main = findFirst(at, COMPOSE_FILE_NAMES);
    if (main) {
      const override = findFirst(at, OVERRIDES);
      return override ? [main, override] : [main];
    }
    const isEnd = dirname(at) === at || findFirst(at, OWN_SETTINGS) !== undefined;
    if (isEnd) return [];
  }
}

function findFirst(folder: string, names: readonly string[]): string | undefined {
  for (const name of names) {
    const path = join(folder, name);
    if (isFile(path)) return path;
  }
  return undefined;
}
