import { type BigIntStats, constants, statSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { throwIfInterrupted } from '../../deadline.js';
import { errorCodeOf } from '../../errors.js';
import type { SettingProblem } from '../../report/setting-problem.js';

const LARGEST_FILE = 1024 * 1024;
const PIPE_PAUSE_MS = 10;

/** A pipe that the process was begun with, such as that of `<(...)`. */
const OF_SHELL = /^\/(?:dev|proc\/(?:self|\d+))\/(?:fd\/\d+|stdin)$/;

/** The text of a file, or why there is none. */
export type TextFileResult = { ok: true; text: string } | { ok: false; problem: SettingProblem };

/** The plain files that were read, by device and inode: the same behind whatever name or link. */
const READ = new Set<string>();

/** Whether what these say is a file that this process has read. */
export function isAlreadyRead(stats: Pick<BigIntStats, 'dev' | 'ino'>): boolean {
  return READ.has(idOf(stats));
}

function idOf({ dev, ino }: Pick<BigIntStats, 'dev' | 'ino'>): string {
  return `${dev}:${ino}`;
}

/** What pipes gave, by the signal of the check that read them: a pipe gives its text once. */
const PIPED = new WeakMap<AbortSignal, Map<string, Buffer>>();

/**
 * Reads a text file in UTF-8 of at most 1 MiB.
 *
 * @param path the file; a pipe will do (`<(...)`), also where one check reads it twice
 * @param signal the check's: ends the wait for a pipe that says nothing
 * @throws the signal's reason, unless it is that the time is up
 */
export async function readTextFile(path: string, signal: AbortSignal): Promise<TextFileResult> {
  let content: Buffer;
  try {
    content = await readBounded(path, signal);
  } catch (error) {
    throwIfInterrupted(signal);
    return { ok: false, problem: whyUnreadable(error) };
  }
  if (content.length > LARGEST_FILE) return { ok: false, problem: 'too-large' };
  if (content.includes(0)) return { ok: false, problem: 'binary' };
  return { ok: true, text: content.toString('utf8') };
}

/** Reads at most one byte more than the largest file. Never waits in a system call, so that the signal can end it. */
async function readBounded(path: string, signal: AbortSignal): Promise<Buffer> {
  const piped = PIPED.get(signal)?.get(path);
  if (piped) return piped;
  // Most runs find no such file. The module that reads files takes longer to load than such a run takes.
  statSync(path);
  const { open } = await import('node:fs/promises');
  // Opened without blocking, since a pipe without a writer would hold the whole program.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = await handle.stat({ bigint: true });
    if (stat.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    if (stat.isFile()) READ.add(idOf(stat));
    const buffer = Buffer.alloc(LARGEST_FILE + 1);
    let length = 0;
    while (length < buffer.length) {
      const bytesRead = await readSome(handle, buffer, length, signal);
      length += bytesRead;
      if (bytesRead === 0 && (length > 0 || !stat.isFIFO())) break;
      // The shell opened the other end before this process began: nobody will write any more.
      if (bytesRead === 0 && OF_SHELL.test(path)) throw new Error('an emptied pipe');
      // A named pipe also looks empty before its other end is opened.
      if (bytesRead === 0) await delay(PIPE_PAUSE_MS, undefined, { signal });
    }
    const content = buffer.subarray(0, length);
    if (stat.isFIFO()) PIPED.set(signal, new Map(PIPED.get(signal)).set(path, content));
    return content;
  } finally {
    await handle.close();
  }
}

async function readSome(handle: FileHandle, buffer: Buffer, offset: number, signal: AbortSignal) {
  for (;;) {
    try {
      return (await handle.read(buffer, offset, buffer.length - offset, null)).bytesRead;
    } catch (error) {
      if (errorCodeOf(error) !== 'EAGAIN') throw error;
      await delay(PIPE_PAUSE_MS, undefined, { signal });
    }
  }
}

/** The problem of a person that a failed read means. */
function whyUnreadable(error: unknown): SettingProblem {
  switch (errorCodeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'not-found';
    case 'EACCES':
    case 'EPERM':
      return 'no-permission';
    case 'EISDIR':
      return 'is-a-folder';
    default:
      return 'unreadable';
  }
}
