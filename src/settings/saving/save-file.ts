import { constants, type Stats } from 'node:fs';
import { access, lstat, readFile, realpath, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { errorCodeOf } from '../../errors.js';
import type { SaveProblem } from '../../report/report.js';
import { HalfWrittenError, overwriteFile, writeOwnersCopy } from './overwrite-file.js';

/** What became of a file. */
export type SaveResult =
  | { ok: true; backup: string }
  | { ok: false; problem: SaveProblem }
  | { ok: false; problem: 'half-written'; backup: string };

const MOST_BACKUPS = 99;

class SaveError extends Error {
  readonly problem: SaveProblem;
  constructor(problem: SaveProblem) {
    super(problem);
    this.problem = problem;
  }
}

/**
 * Writes new content over a file's old one, of which a backup is kept beside it that only the file's owner may read. For a link the
 * backup is beside its target. Owner, mode and access control list of the file stay.
 *
 * @param path a file, or a link to one in the same folder or below
 * @param before what the file must still hold
 */
export async function saveFile(path: string, before: Buffer, content: Buffer): Promise<SaveResult> {
  let backup: string | undefined;
  try {
    const target = await targetOf(path);
    const stats = await checkWritable(target);
    backup = await keepOld(target, before, stats);
    if (!(await overwriteFile(target, before, content))) throw new SaveError('changed');
    return { ok: true, backup };
  } catch (error) {
    if (error instanceof HalfWrittenError && backup !== undefined)
      return { ok: false, problem: 'half-written', backup };
    if (backup !== undefined) await rm(backup, { force: true }).catch(() => {});
    return { ok: false, problem: problemOf(error) };
  }
}

/**
 * Reads the content of a file that is to be written. Only ordinary files are opened, since a pipe would keep the reader waiting.
 */
export async function readBefore(
  path: string,
): Promise<{ ok: true; content: Buffer } | { ok: false; problem: SaveProblem }> {
  try {
    const target = await targetOf(path);
    await checkWritable(target);
    return { ok: true, content: await readFile(target) };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

/** The target of a link, unless it lies outside of the folder and so belongs to something else. */
async function targetOf(path: string): Promise<string> {
  const [link, stats] = await Promise.all([lstat(path), stat(path)]);
  // Links for open files, such as /dev/stdin, have a target without a name.
  if (!stats.isFile()) throw new SaveError('not-a-file');
  if (!link.isSymbolicLink()) return path;
  const [folder, target] = await Promise.all([realpath(dirname(path)), realpath(path)]);
  if (!target.startsWith(folder + sep)) throw new SaveError('outside-link');
  return join(dirname(path), relative(folder, target));
}

async function checkWritable(target: string): Promise<Stats> {
  const stats = await stat(target);
  // The other name may belong to something that is not ours to change.
  if (stats.nlink > 1) throw new SaveError('hard-linked');
  // Root may write any file. A file without the right to write is still meant to stay.
  if ((stats.mode & 0o222) === 0) throw new SaveError('read-only');
  await access(target, constants.W_OK);
  await access(dirname(target), constants.W_OK);
  return stats;
}

/** Keeps the old content under the first free name of a backup. */
async function keepOld(target: string, before: Buffer, stats: Stats): Promise<string> {
  for (let number = 1; number <= MOST_BACKUPS; number += 1) {
    const backup = `${target}.bak${number === 1 ? '' : number}`;
    try {
      await writeOwnersCopy(backup, before, stats);
      return backup;
    } catch (error) {
      if (errorCodeOf(error) !== 'EEXIST') throw error;
    }
  }
  throw new SaveError('failed');
}

function problemOf(error: unknown): SaveProblem {
  if (error instanceof SaveError) return error.problem;
  switch (errorCodeOf(error)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'read-only';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'no-space';
    case 'ENOENT':
    case 'ENOTDIR':
      return 'changed';
    default:
      return 'failed';
  }
}
