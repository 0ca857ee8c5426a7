import type { Stats } from 'node:fs';
import { type FileHandle, open, rm, stat } from 'node:fs/promises';

/** A file holds neither its old content nor its new one as a whole. */
export class HalfWrittenError extends Error {
  override name = 'HalfWrittenError';
}

/**
 * Writes a file's new content over its old one, so that everything else about the file stays: owner, mode, access control list,
 * labels, other names and mounts. What could not be written is taken back.
 *
 * @param before what the file must still hold
 * @returns whether it did; where it did not, nothing was written
 * @throws the file system's error, after which the old content is there again; HalfWrittenError where it is not
 */
export async function overwriteFile(
  path: string,
  before: Buffer,
  content: Buffer,
): Promise<boolean> {
  const handle = await open(path, 'r+');
  try {
    // The content is compared through the handle: a link that takes the name meanwhile leads nowhere.
    const [opened, named] = await Promise.all([handle.stat(), stat(path)]);
    const isNamed = opened.dev === named.dev && opened.ino === named.ino;
    if (!isNamed || !before.equals(await handle.readFile())) return false;
    await write(handle, content).catch(async (error: unknown) => {
      await write(handle, before).catch((cause: unknown) => {
        throw new HalfWrittenError('half written', { cause });
      });
      throw error;
    });
    return true;
  } finally {
    await handle.close();
  }
}

async function write(handle: FileHandle, content: Buffer): Promise<void> {
  const { size } = await handle.stat();
  // The part that makes the file longer comes first, since a full disk shows there.
  await writeAll(handle, content.subarray(size), size);
  await writeAll(handle, content.subarray(0, size), 0);
  await handle.truncate(content.length);
  await handle.sync();
}

async function writeAll(handle: FileHandle, content: Buffer, at: number): Promise<void> {
  for (let done = 0; done < content.length; ) {
    const { bytesWritten } = await handle.write(content, done, content.length - done, at + done);
    done += bytesWritten;
  }
}

/**
 * Writes a copy of a file that nobody but the file's owner may read: what its mode says of the group may be the limit of an access
 * control list, which no copy has.
 *
 * @throws the file system's error, after which nothing is left: `EEXIST` where there is such a name, `EPERM` where the copy could
 * not be given to the owner
 */
export async function writeOwnersCopy(
  copy: string,
  content: Buffer,
  { mode, uid, gid }: Pick<Stats, 'mode' | 'uid' | 'gid'>,
): Promise<void> {
  const handle = await open(copy, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.chmod(mode & 0o700);
    const now = await handle.stat();
    if (now.uid !== uid) await handle.chown(uid, gid);
    await handle.sync();
  } catch (error) {
    await rm(copy, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}
