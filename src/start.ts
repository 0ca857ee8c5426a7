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

/** The module that imports ES modules for the chunks. Code that is compiled here cannot import them. */
const IMPORTING = 'import-module.cjs';

/**
 * Starts the command. Compiling takes a third of a short run. So the chunks are compiled once, and V8's result is kept in the
 * user's cache folder. Without that folder Node compiles them as usual.
 *
 * @param node the process
 * @param requireModule the `require` of its first module
 * @param folder that module's, beside `dist`
 */
export function start(node: NodeJS.Process, requireModule: NodeJS.Require, folder: string): void {
  // Scripts often ask for the version. Streams take longer to load than this answer takes.
  if (node.argv.slice(2).join(' ') === '--version' && isWritten(`${readVersion()}\n`)) return;
  const dist = join(folder, '../dist');
  const entry = join(dist, 'cli.cjs');
  const place = findPlace(node, dist);
  if (place) loadWith(place, entry, node, requireModule);
  else requireModule(entry);
}

/** Whether a text could be written at once. If not, the command itself says why. */
function isWritten(text: string): boolean {
  try {
    return writeSync(1, text) === text.length;
  } catch {
    return false;
  }
}

/** The place for compiled code. Undefined where nothing is to be kept. */
function findPlace(node: NodeJS.Process, dist: string): CachePlace | undefined {
  const { env, arch, version, versions, execPath, execArgv } = node;
  const words = node.argv.slice(2);
  // Tools that count calls of functions need the code compiled here.
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

/** Loads our chunks as Node loads CommonJS modules, but uses the kept code. */
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
      // An older version was in the same place.
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
 * The source and the state of a file, both by its name, since a file in yarn's archives has no readable descriptor. The state
 * is taken before the file is read, so that a file replaced meanwhile counts as another.
 */
function readSource(file: string) {
  const { size, mtimeMs } = statSync(file);
  return { source: readFileSync(file, 'utf8'), size, mtimeMs };
}
