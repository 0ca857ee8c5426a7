import { constants, fstat, type Stats } from 'node:fs';
import { lstat, open, realpath, stat, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Context, Output } from '../context.js';
import { errorCodeOf } from '../errors.js';
import { replaceFile } from '../settings/saving/replace-file.js';

const PIPE_PAUSE_MS = 20;
/** How long a pipe may be without a reader, in milliseconds. Of two programs that start together, one is first. */
const PIPE_PATIENCE_MS = 2000;

/** Our own streams, which a name may point to. */
type OwnStreams = Pick<Context, 'stdout' | 'stderr'>;

/**
 * Writes a text under a name that a person gave. A file is written over and stays what it is, its access control list and other
 * names included; where a collector may read at any moment, it is replaced in one step, and keeps mode and owner. A link stays, and
 * its file is written. Pipes and character devices are written to.
 *
 * @param path an absolute path as it was given: a slash at its end means a folder
 * @param isCollected a program may read the file at any moment, and must not read half of it
 * @param signal ends the wait for the reader of a pipe
 * @throws the file system's error, and errors with the same codes where writing is never allowed: `EISDIR`,
 * `EACCES` for a file that nobody may write, `ENOTSUP` for disks
 */
export async function writeToName(
  path: string,
  text: string,
  streams: OwnStreams,
  { signal, isCollected }: { signal: AbortSignal; isCollected: boolean },
): Promise<void> {
  const stats = await stat(path).catch(ignoreMissing);
  if (stats?.isDirectory() || path.endsWith('/')) throw failure('EISDIR');
  if (stats?.isBlockDevice()) throw failure('ENOTSUP');
  const own = stats && (await ownStream(stats, streams));
  if (own) return await writeToStream(own, text);
  if (stats?.isFIFO()) return await writeToPipe(path, text, signal);
  if (stats && !stats.isFile()) return await writeFile(path, text, { flag: 'r+' });
  // Root may write any file. A file without the right to write is still meant to stay.
  if (stats && (stats.mode & 0o222) === 0) throw failure('EACCES');
  const link = await lstat(path).catch(ignoreMissing);
  // The target of a dangling link is created. A file with other names is not replaced, since that would separate it from them.
  const isInPlace = stats ? !isCollected || stats.nlink !== 1 : link !== undefined;
  if (isInPlace) return await writeFile(path, text);
  const target = link?.isSymbolicLink() ? await realpath(path) : path;
  await replaceFile(target, text, stats).catch(async (error: unknown) => {
    if (!stats || !IN_PLACE.has(errorCodeOf(error) ?? '')) throw error;
    await writeFile(path, text);
  });
}

/** Errors after which only the file itself can be written: the folder is not ours, the owner is another, or the file is a mount point. */
const IN_PLACE = new Set(['EACCES', 'EPERM', 'EROFS', 'EBUSY']);

/** Writes to a stream; who watches the stream hears of its errors. */
export async function writeToStream(stream: Output, text: string): Promise<void> {
  await new Promise<void>((done) => stream.write(text, () => done()));
}

/** Our stream that a name leads to. A file that is opened a second time would be overwritten by the first opening. */
export async function ownStream(
  { dev, ino }: Pick<Stats, 'dev' | 'ino'>,
  { stdout, stderr }: OwnStreams,
) {
  for (const stream of [stdout, stderr] as (Output & { fd?: number })[]) {
    if (stream.fd === undefined) continue;
    const own = await promisify(fstat)(stream.fd).catch(() => undefined);
    if (own?.dev === dev && own.ino === ino) return stream;
  }
  return undefined;
}

/** Writes without waiting in a system call, which nothing could end. */
async function writeToPipe(path: string, text: string, signal: AbortSignal): Promise<void> {
  const flags = constants.O_WRONLY | (constants.O_NONBLOCK ?? 0);
  const since = Date.now();
  const handle = await again(
    () => open(path, flags),
    signal,
    (code) => {
      return code === 'ENXIO' && Date.now() - since < PIPE_PATIENCE_MS;
    },
  );
  try {
    let rest = Buffer.from(text);
    while (rest.length > 0) {
      const write = () => handle.write(rest);
      const { bytesWritten } = await again(write, signal, (code) => code === 'EAGAIN');
      rest = rest.subarray(bytesWritten);
    }
  } finally {
    await handle.close();
  }
}

async function again<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  mayPass: (code: string | undefined) => boolean,
): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!mayPass(errorCodeOf(error))) throw error;
      await delay(PIPE_PAUSE_MS, undefined, { signal });
    }
  }
}

function ignoreMissing(error: unknown): undefined {
  if (errorCodeOf(error) !== 'ENOENT') throw error;
}

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}
