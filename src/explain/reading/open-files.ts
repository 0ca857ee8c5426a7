import { createReadStream, type ReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { addAbortSignal } from 'node:stream';

/** A file to explain. */
export interface OpenedFile {
  /** The name of the file as it was given, or the name of its folder and its own. */
  name: string;
  /** The pieces of the file. Each may be overwritten when the next is asked for. */
  pieces: AsyncIterable<Uint8Array>;
  /** The file was found in a folder, and not named itself. */
  isInFolder?: boolean;
}

/** The most files of a folder that are read. */
const MOST_FILES = 20_000;

/** The size of a piece, in bytes. */
const PIECE = 256 * 1024;

/** The folders of a Maildir that hold letters. */
const OF_MAILDIR = ['new', 'cur'];

/**
 * Opens files one after another: a file, the letters of a Maildir, the files of a folder in the order of their names.
 *
 * @param names names of files and folders
 * @param inCwd makes a path of a name
 * @throws the system's error where a named file does not exist; the pieces throw that of reading
 */
export async function* openFiles(
  names: readonly string[],
  inCwd: (name: string) => string,
  signal: AbortSignal,
): AsyncGenerator<OpenedFile> {
  for (const name of names) {
    for (const file of await listFiles(name, inCwd(name))) {
      const isInFolder = file.name !== name;
      yield { name: file.name, pieces: piecesOf(file.path, signal), isInFolder };
    }
  }
}

interface NamedPath {
  name: string;
  path: string;
}

async function listFiles(name: string, path: string): Promise<NamedPath[]> {
  if (!(await stat(path)).isDirectory()) return [{ name, path }];
  const entries = await readdir(path, { withFileTypes: true });
  const folders = new Set(
    entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name),
  );
  if (OF_MAILDIR.every((folder) => folders.has(folder))) {
    const inside = OF_MAILDIR.map((folder) => listFiles(join(name, folder), join(path, folder)));
    return (await Promise.all(inside)).flat().slice(0, MOST_FILES);
  }
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort()
    .slice(0, MOST_FILES)
    .map((file) => ({ name: join(name, file), path: join(path, file) }));
}

/** The pieces of a file. It is opened when the first is asked for. */
async function* piecesOf(path: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  if ((await stat(path)).isFile()) yield* readPieces(path, signal);
  else yield* streamOf(path, signal);
}

function streamOf(path: string, signal: AbortSignal): ReadStream {
  const stream = createReadStream(path, { highWaterMark: PIECE });
  addAbortSignal(signal, stream);
  return stream;
}

/** Pieces that all use the same memory. A stream would need more memory for each piece, and time to clean it up. */
async function* readPieces(path: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  try {
    const buffer = Buffer.allocUnsafeSlow(PIECE);
    for (;;) {
      signal.throwIfAborted();
      const { bytesRead } = await file.read(buffer, 0, PIECE);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
