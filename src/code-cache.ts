import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** What V8 compiled from a chunk, and the state of the chunk's file at that time. */
export interface CompiledChunk {
  /** Bytes of the file. */
  size: number;
  /** When it was written, in milliseconds since 1970. */
  mtimeMs: number;
  data: Buffer;
}

/** By the paths of the chunks. */
export type CompiledChunks = Map<string, CompiledChunk>;

/** Where compiled code is kept, and whose it may be. */
export interface CachePlace {
  /** The file; it stands in a folder of ours. */
  file: string;
  /** Everything that the code depends on, besides the chunks. */
  identity: string;
  /** The user that runs us. Files of other users, root excepted, are ignored. */
  userId: number;
}

const ENDING = '.code';
/** The most files that the folder keeps. Older ones are removed. */
const MOST_FILES = 24;
const MOST_BYTES = 32 * 1024 * 1024;
/** The first bytes: the length of the header, which is JSON, as a text of digits. */
const LENGTH_BYTES = 8;
const SLICE_BYTES = 64 * 1024;
const OTHERS_MAY_WRITE = 0o022;

/**
 * Reads the compiled code that was kept. The code will be run, so it counts only where nobody but the user and root can have
 * written it. V8 itself does not notice a damaged byte (Node 20 and later), so the file holds everything twice.
 *
 * @returns undefined where there is nothing, or anything is odd
 */
export function readCompiled({ file, identity, userId }: CachePlace): CompiledChunks | undefined {
  let descriptor: number | undefined;
  try {
    if (!isSafe(lstatSync(dirname(file)), userId)) return undefined;
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW);
    const stats = fstatSync(descriptor);
    const isOurs = stats.isFile() && stats.nlink === 1 && isSafe(stats, userId);
    if (!isOurs || stats.size > MOST_BYTES || stats.size % 2 !== 0) return undefined;
    const bytes = Buffer.allocUnsafeSlow(stats.size / 2);
    if (readSync(descriptor, bytes, 0, bytes.length, 0) !== bytes.length) return undefined;
    return isRepeated(descriptor, bytes) ? unpack(bytes, identity) : undefined;
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function isSafe({ uid, mode }: Stats, userId: number): boolean {
  return (uid === userId || uid === 0) && (mode & OTHERS_MAY_WRITE) === 0;
}

/** Whether the second half of a file is the same as the first. */
function isRepeated(descriptor: number, bytes: Buffer): boolean {
  const slice = Buffer.allocUnsafeSlow(Math.min(SLICE_BYTES, bytes.length));
  for (let at = 0; at < bytes.length; at += slice.length) {
    const length = Math.min(slice.length, bytes.length - at);
    if (readSync(descriptor, slice, 0, length, bytes.length + at) !== length) return false;
    if (bytes.compare(slice, 0, length, at, at + length) !== 0) return false;
  }
  return true;
}

interface Header {
  identity: string;
  chunks: [name: string, size: number, mtimeMs: number, length: number][];
}

function unpack(bytes: Buffer, identity: string): CompiledChunks | undefined {
  const end = LENGTH_BYTES + Number(bytes.toString('latin1', 0, LENGTH_BYTES));
  const header = JSON.parse(bytes.toString('utf8', LENGTH_BYTES, end)) as Header;
  if (header.identity !== identity) return undefined;
  const chunks: CompiledChunks = new Map();
  let at = aligned(end);
  for (const [name, size, mtimeMs, length] of header.chunks) {
    chunks.set(name, { size, mtimeMs, data: bytes.subarray(at, at + length) });
    at = aligned(at + length);
  }
  return chunks;
}

function pack(chunks: CompiledChunks, identity: string): Buffer {
  const entries = [...chunks];
  const header: Header = {
    identity,
    chunks: entries.map(([name, { size, mtimeMs, data }]) => [name, size, mtimeMs, data.length]),
  };
  const text = Buffer.from(JSON.stringify(header));
  const parts = [Buffer.from(String(text.length).padStart(LENGTH_BYTES)), text];
  const datas = entries.map(([, { data }]) => data);
  const padded = [Buffer.concat(parts), ...datas].flatMap((part) => [
    part,
    Buffer.alloc(aligned(part.length) - part.length),
  ]);
  return Buffer.concat(padded);
}

/** V8 copies what does not begin at a whole word. */
function aligned(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}

/**
 * Keeps the compiled code for the next start. If anything goes wrong, nothing is kept and nobody is told.
 *
 * @param make makes what is kept; called only where there is a folder for it
 */
export function keepCompiled(place: CachePlace, make: () => CompiledChunks): void {
  const { file, identity, userId } = place;
  const folder = dirname(file);
  const passing = `${file}.${Math.random().toString(36).slice(2)}`;
  let descriptor: number | undefined;
  try {
    // Root in somebody else's home would leave files that this person cannot remove.
    if (statSync(existingFolder(folder)).uid !== userId) return;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const stats = lstatSync(folder);
    if (!stats.isDirectory() || stats.uid !== userId || !isSafe(stats, userId)) return;
    const bytes = pack(make(), identity);
    descriptor = openSync(passing, 'wx', 0o600);
    for (let half = 0; half < 2; half += 1) {
      if (writeSync(descriptor, bytes) !== bytes.length) throw new Error('not written whole');
    }
    closeSync(descriptor);
    descriptor = undefined;
    renameSync(passing, file);
    prune(folder);
  } catch {
    try {
      if (descriptor !== undefined) closeSync(descriptor);
      unlinkSync(passing);
    } catch {
      // The folder does not exist.
    }
  }
}

function existingFolder(path: string): string {
  try {
    statSync(path);
    return path;
  } catch {
    return existingFolder(dirname(path));
  }
}

/** Removes what other versions left, the oldest first. */
function prune(folder: string): void {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry: Dirent) => entry.isFile() && entry.name.includes(ENDING))
    .map(({ name }) => ({ path: join(folder, name), at: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { path } of files.slice(MOST_FILES)) unlinkSync(path);
}

/**
 * The name of the file for a command. Each command has its own, since a start reads the whole file.
 *
 * @param identity everything that the code depends on
 */
export function cacheFileName(command: string, identity: string): string {
  // FNV-1a. Two of the same name only take turns.
  let hash = 0x811c9dc5;
  for (let at = 0; at < identity.length; at += 1) {
    hash = Math.imul(hash ^ identity.charCodeAt(at), 0x01000193) >>> 0;
  }
  return `${command}-${hash.toString(16).padStart(8, '0')}${ENDING}`;
}
