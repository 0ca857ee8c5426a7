import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { chmod, chown, open, rename, rm, stat } from 'node:fs/promises';

/** The owner of a file, and who may read it. */
export type Keeping = Pick<Stats, 'mode' | 'uid' | 'gid'>;

/**
 * Writes a file beside another, so that a rename puts it in the other's place.
 *
 * @param like gives owner, group and mode; without it those of a new file are used
 * @returns the new file's name; after a failure nothing is left of it
 * @throws the file system's error; `EPERM` where the file could not be given to the owner
 */
export async function writeBeside(
  target: string,
  content: string | Buffer,
  like?: Keeping,
): Promise<string> {
  const fresh = `${target}.${randomUUID()}.tmp`;
  const handle = await open(fresh, 'wx', like ? 0o600 : 0o666);
  try {
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (like) await makeAlike(fresh, like);
    return fresh;
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}

/** Replaces a file's content in one step, so that nobody ever reads half of it. Throws the errors above. */
export async function replaceFile(
  target: string,
  content: string | Buffer,
  like?: Keeping,
): Promise<void> {
  const fresh = await writeBeside(target, content, like);
  try {
    await rename(fresh, target);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}

/**
 * Gives a file the owner, group and mode of another.
 *
 * @throws `EPERM` where it cannot be given away
 */
export async function makeAlike(file: string, { mode, uid, gid }: Keeping): Promise<void> {
  const now = await stat(file);
  if (now.uid !== uid || now.gid !== gid) {
    await chown(file, uid, gid).catch(() => {
      throw Object.assign(new Error('not the owner'), { code: 'EPERM' });
    });
  }
  // The mode comes after the owner, since a change of owner clears the set-group-id bit.
  await chmod(file, mode & 0o7777);
}
