import { readFileSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import type { Script } from 'node:vm';
import {
  type CachePlace,
  type CompiledChunk,
  type CompiledChunks,
  cacheFileName,
  keepCompiled,
  readCompiled,
} from './code-cache.js';
import { readVersion } from './version.js';

/** Commands that have a file of compiled code each. */
const COMMANDS = ['verify', 'test', 'explain', 'domain', 'providers'];

/** It imports ES modules for the chunks: code that is compiled here cannot. */
const IMPORTING = 'import-module.cjs';

/**
 * Starts the command. To compile what is read takes a third of a short run: the chunks are compiled once, and
 * what V8 made of them is kept in the user's folder for such things. Without that it runs as any program.
 *
 * @param node the process
 * @param requireModule the `require` of its first module
 * @param folder that module's, beside `dist`
 */
export function start(node: NodeJS.Process, requireModule: NodeJS.Require, folder: string): void {
  // Scripts ask for it in passing. Streams take longer to load than all of this.
  if (node.argv.slice(2).join(' ') === '--version' && isWritten(`${readVersion()}\n`)) return;
  const dist = join(folder, '../dist');
  const entry = join(dist, 'cli.cjs');
  const place = findPlace(node, dist);
  if (place) loadWith(place, entry, node, requireModule);
  else requireModule(entry);
}

/** Where it cannot be written, the command itself tells why. */
function isWritten(text: string): boolean {
  try {
    return writeSync(1, text) === text.length;
  } catch {
    return false;
  }
}

/** Undefined where nothing is to be kept. */
function findPlace(node: NodeJS.Process, dist: string): CachePlace | undefined {
  const { env, arch, version, versions, execPath, execArgv } = node;
  const words = node.argv.slice(2);
  // What counts calls of functions wants them compiled here.
  if (env.NODE_DISABLE_COMPILE_CACHE || env.NODE_V8_COVERAGE) return undefined;
  const { XDG_CACHE_HOME: caches, HOME: home } = env;
  const userId = node.geteuid?.();
  const folder = caches && isAbsolute(caches) ? caches : home && join(home, '.cache');
  if (userId === undefined || !folder || !isAbsolute(folder)) return undefined;
  try {
    const { size, mtimeMs } = statSync(execPath);
    const engine = [execPath, size, mtimeMs, version, versions.v8, arch];
    const identity = [dist, ...engine, ...execArgv, env.NODE_OPTIONS].join('\n');
    const file = cacheFileName(commandOf(words), identity);
    return { file: join(folder, 'tailchat-smtp', file), identity, userId };
  } catch {
    return undefined;
  }
}

function commandOf(words: readonly string[]): string {
  const command = COMMANDS.find((name) => name === words[1]) ?? 'other';
  return words.includes('--help') || words.includes('-h') ? `${command}-help` : command;
}

interface Loaded {
  script: Script;
  size: number;
  mtimeMs: number;
}

/** Loads our chunks as Node loads CommonJS modules, but for what is kept of them. */
function loadWith(
  place: CachePlace,
  entry: string,
  node: NodeJS.Process,
  requireModule: NodeJS.Require,
): void {
  const { Script: Compiled } = requireModule('node:vm') as typeof import('node:vm');
  const kept: CompiledChunks = readCompiled(place) ?? new Map();
  const modules = new Map<string, { exports: unknown }>();
  const loaded = new Map<string, Loaded>();
  let isNew = false;
  const load = (file: string): unknown => {
    const known = modules.get(file);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(file, module);
    const { source, size, mtimeMs } = readSource(file);
    const old = kept.get(file);
    const isFresh = old?.size === size && old.mtimeMs === mtimeMs;
    const script = new Compiled(
      `(function(exports,require,module,__filename,__dirname){${source}\n})`,
      {
        filename: file,
        cachedData: isFresh ? old.data : undefined,
      },
    );
    if (!isFresh || script.cachedDataRejected) isNew = true;
    loaded.set(file, { script, size, mtimeMs });
    const folder = dirname(file);
    const requireHere = (id: string): unknown => {
      if (!id.startsWith('.')) return requireModule(id);
      const path = join(folder, id);
      return basename(path) === IMPORTING ? requireModule(path) : load(path);
    };
    script.runInThisContext()(module.exports, requireHere, module, file, folder);
    return module.exports;
  };
  node.on('exit', () => {
    if (!isNew || node.env.NODE_DISABLE_COMPILE_CACHE) return;
    keepCompiled(place, () => {
      // An older version stood in the same place.
      for (const [file, compiled] of kept) if (!isOf(file, compiled)) kept.delete(file);
      for (const [file, { script, size, mtimeMs }] of loaded) {
        kept.set(file, { size, mtimeMs, data: script.createCachedData() });
      }
      return kept;
    });
  });
  load(entry);
}

function isOf(file: string, { size, mtimeMs }: CompiledChunk): boolean {
  try {
    const stats = statSync(file);
    return stats.size === size && stats.mtimeMs === mtimeMs;
  } catch {
    return false;
  }
}

/**
 * By its name only: a file in yarn's archives has no descriptor that could be read. It is looked at before it is
 * read, so that a file that is just replaced counts as another.
 */
function readSource(file: string) {
  const { size, mtimeMs } = statSync(file);
  return { source: readFileSync(file, 'utf8'), size, mtimeMs };
}
