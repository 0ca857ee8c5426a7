import { constants, type Stats } from 'node:fs';
import { access, copyFile, lstat, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { errorCodeOf } from '../../errors.js';
import type { SaveRefusal } from '../../report/report.js';
import { makeAlike, writeBeside } from './replace-file.js';

/** Why a file was not written. It stays unchanged. */
export type SaveProblem = Exclude<
  SaveRefusal,
  'no-spelling' | 'no-file' | 'compose-file' | 'manifest' | 'environment' | 'command-line'
>;

/** What became of a file. */
export type SaveResult = { ok: true; backup: string } | { ok: false; problem: SaveProblem };

const MOST_BACKUPS = 99;

class SaveError extends Error {
  readonly problem: SaveProblem;
  constructor(problem: SaveProblem) {
    super(problem);
    this.problem = problem;
  }
}

/**
 * Puts new content in the place of a file's old one: written beside it and renamed, so that nobody ever
 * reads half of it. Mode, owner and group stay; the old content is kept in a backup beside it, which for a link
 * is beside its target.
 *
 * @param path a file, or a link to one in the same folder or below
 * @param before what the file must still hold
 */
export async function saveFile(path: string, before: Buffer, content: Buffer): Promise<SaveResult> {
  const made: string[] = [];
  try {
    const target = await targetOf(path);
    const stats = await checkWritable(target);
    await expectUnchanged(target, before);
    const backup = await keepOld(target, stats, made);
    const fresh = await writeBeside(target, content, stats);
    made.push(fresh);
    await expectUnchanged(target, before);
    await rename(fresh, target);
    return { ok: true, backup };
  } catch (error) {
    for (const file of made) await rm(file, { force: true }).catch(() => {});
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
  // A new file in its place would separate it from its other names.
  if (stats.nlink > 1) throw new SaveError('hard-linked');
  // Root may write any file. A file without the right to write is still meant to stay.
  if ((stats.mode & 0o222) === 0) throw new SaveError('read-only');
  await access(target, constants.W_OK);
  await access(dirname(target), constants.W_OK);
  return stats;
}

async function expectUnchanged(target: string, before: Buffer): Promise<void> {
  if (!before.equals(await readFile(target))) throw new SaveError('changed');
}

/** Copies the file to the first free name of a backup. */
async function keepOld(target: string, stats: Stats, made: string[]): Promise<string> {
  for (let number = 1; number <= MOST_BACKUPS; number += 1) {
    const backup = `${target}.bak${number === 1 ? '' : number}`;
    try {
      await copyFile(target, backup, constants.COPYFILE_EXCL);
    } catch (error) {
      if (errorCodeOf(error) === 'EEXIST') continue;
      made.push(backup);
      throw error;
    }
    made.push(backup);
    await makeAlike(backup, stats);
    return backup;
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
