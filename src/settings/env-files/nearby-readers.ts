import { dirname, join, resolve } from 'node:path';
import type { NearbyReader, ReaderName } from '../../report/env-readers.js';
import { stripToLine } from '../../safety/control-characters.js';
import { namesIn } from '../look-at-once.js';
import { nameOf } from '../name-of.js';
import { readTextFile } from './text-file.js';

/** A file nearby that hands an env file to a reader: a unit, a Quadlet, a script. */
export interface FoundReader extends NearbyReader {
  /** The env file, its absolute path. */
  path: string;
}

/** Statements of files nearby about env files. */
export interface Nearby {
  readers: FoundReader[];
  /** Files that are handed to Compose itself (`docker compose --env-file`). They reach no container by themselves. */
  forCompose: { path: string; file: string; line: number }[];
  /** Compose files that become stacks of a swarm, whose env files Docker takes as they stand. */
  stacks: { path: string; file: string; line: number; readsDotEnv: boolean }[];
}

const UNIT = /\.service$/;
const QUADLET = /\.container$/;
const SCRIPT =
  /^(?:.+\.(?:sh|bash|zsh|mk)|(?:docker-?)?(?:run|start|up|deploy|restart|launch|update|install)|Makefile|makefile|justfile|Justfile|Procfile|package\.json)$/;
// An installation's folder has no more files.
const MOST_FILES = 30;
// No command is longer, and long lines are slow to search.
const LONGEST_LINE = 2000;

/** Whom a file is handed to: a reader of env files, Compose for its own use, or a swarm. */
type HandedTo = ReaderName | 'compose-itself' | 'stack';

const PATH = String.raw`(?:=|\s+)["']?([^\s"'\\;|&),]+)`;
const FLAGS: readonly [reader: HandedTo, command: RegExp][] = [
  [
    'docker',
    new RegExp(String.raw`\bdocker\s+(?:container\s+)?(?:run|create)\b.*?\s--env-file${PATH}`),
  ],
  [
    'podman',
    new RegExp(String.raw`\bpodman\s+(?:container\s+)?(?:run|create)\b.*?\s--env-file${PATH}`),
  ],
  ['kubectl', new RegExp(String.raw`\bkubectl\b.*?\screate\b.*?\s--from-env-file${PATH}`)],
  [
    'stack',
    new RegExp(String.raw`\bdocker\s+stack\s+(?:deploy|up)\b.*?\s(?:-c|--compose-file)${PATH}`),
  ],
  ['compose-itself', new RegExp(String.raw`\bdocker[ -]compose\b.*?\s--env-file${PATH}`)],
  ['node', new RegExp(String.raw`\bnode\b.*?\s--env-file(?:-if-exists)?${PATH}`)],
];
const SOURCED = /(?:^|[;&|("]|\bthen|\bdo)\s*(?:source|\.)\s+["']?([^\s"'\\;|&)]+)/;

/**
 * Looks in a folder for who reads its env files: units of systemd (`EnvironmentFile=`), Quadlets of podman, and
 * scripts that hand one to docker, podman, kubectl, node or Compose itself, or that source it.
 *
 * @param cwd the folder that names are shown from
 * @throws the signal's reason, unless it is that the time is up
 */
export async function lookNearby(
  folder: string,
  cwd: string,
  signal: AbortSignal,
): Promise<Nearby> {
  const nearby: Nearby = { readers: [], forCompose: [], stacks: [] };
  const names = namesIn(folder);
  const known = names.filter((one) => UNIT.test(one) || QUADLET.test(one) || SCRIPT.test(one));
  for (const name of known.sort().slice(0, MOST_FILES)) {
    const path = join(folder, name);
    const read = await readTextFile(path, signal);
    if (!read.ok) continue;
    const file = stripToLine(nameOf(path, cwd));
    for (const { text, line } of logicalLines(read.text)) {
      for (const [reader, named] of readersIn(name, text, read.text)) {
        const place = { path: pathOf(named, path), file, line };
        if (reader === 'compose-itself') nearby.forCompose.push(place);
        else if (reader === 'stack')
          nearby.stacks.push({ ...place, readsDotEnv: /\.env(?![\w.-])/.test(read.text) });
        else nearby.readers.push({ ...place, reader });
      }
    }
  }
  return nearby;
}

/** The readers of an env file, each once. */
export function readersOf(path: string, { readers }: Nearby): NearbyReader[] {
  const found = new Map<ReaderName, NearbyReader>();
  for (const { path: read, reader, file, line } of readers) {
    if (read === path && !found.has(reader)) found.set(reader, { reader, file, line });
  }
  return [...found.values()];
}

function readersIn(name: string, line: string, text: string): [HandedTo, string][] {
  if (UNIT.test(name) || QUADLET.test(name)) {
    const [, path] = /^\s*EnvironmentFile\s*=\s*-?["']?([^\s"']+)/.exec(line) ?? [];
    return path === undefined ? [] : [[UNIT.test(name) ? 'systemd' : 'podman', path]];
  }
  const found = FLAGS.flatMap(([reader, command]): [HandedTo, string][] => {
    const [, path] = command.exec(line) ?? [];
    return path === undefined ? [] : [[reader, path]];
  });
  const [, sourced] = name === 'package.json' ? [] : (SOURCED.exec(line) ?? []);
  return sourced === undefined ? found : [...found, [shellOf(text), sourced]];
}

/** The shell named in the first line. `sh` is dash on Debian, and a similar shell on Alpine. */
function shellOf(text: string): ReaderName {
  const [, shell] = /^#!.*?\b(bash|zsh|sh|dash|ash)\b/.exec(text) ?? [];
  if (shell === 'zsh') return 'zsh';
  return shell === 'bash' ? 'bash' : 'dash';
}

/** The commands of a script: lines joined at a backslash, without comments. */
function* logicalLines(text: string): Generator<{ text: string; line: number }> {
  let begun = '';
  let first = 1;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (begun === '') first = index + 1;
    if (/\\$/.test(line)) begun += `${line.slice(0, -1)} `;
    else {
      const whole = begun + line;
      begun = '';
      const isRead = whole.length <= LONGEST_LINE && !/^\s*[#;]/.test(whole);
      if (isRead) yield { text: whole, line: first };
    }
  }
}

/** A path in which `$PWD`, `%h` and the like stand for the folder of the file itself, which is the likeliest. */
function pathOf(named: string, file: string): string {
  const plain = named.replace(
    /^(?:\$\{?PWD\}?|\$\((?:pwd|CURDIR)\)|\$\{?DIR\}?|\$\(dirname \$0\)|%h|%d)\//,
    './',
  );
  return resolve(dirname(file), plain);
}
