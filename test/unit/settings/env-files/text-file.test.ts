import { execFile } from 'node:child_process';
import { chmod, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDeadline } from '../../../../src/deadline.js';
import { readTextFile } from '../../../../src/settings/env-files/text-file.js';

const MIB = 1024 * 1024;
const signal = new AbortController().signal;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tailchat-smtp-text-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(name: string, content?: string | Buffer) {
  const path = join(folder, name);
  if (content !== undefined) await writeFile(path, content);
  return await readTextFile(path, signal);
}

describe('readTextFile', () => {
  it('reads UTF-8', async () => {
    expect(await read('a', 'grüße 你好\n')).toEqual({ ok: true, text: 'grüße 你好\n' });
  });

  it('reads an empty file', async () => {
    expect(await read('empty', '')).toEqual({ ok: true, text: '' });
  });

  it('reads 1 MiB and not one byte more', async () => {
    expect(await read('large', 'a'.repeat(MIB))).toEqual({ ok: true, text: 'a'.repeat(MIB) });
    expect(await read('too-large', 'a'.repeat(MIB + 1))).toEqual({
      ok: false,
      problem: 'too-large',
    });
  });

  it('knows a binary file', async () => {
    expect(await read('binary', Buffer.from([0x7f, 0x45, 0, 1]))).toEqual({
      ok: false,
      problem: 'binary',
    });
  });

  it('knows a folder', async () => {
    expect(await read('.')).toEqual({ ok: false, problem: 'is-a-folder' });
  });

  it('knows a file that is not there, also below a file', async () => {
    expect(await read('missing')).toEqual({ ok: false, problem: 'not-found' });
    await read('file', 'x');
    expect(await read('file/below')).toEqual({ ok: false, problem: 'not-found' });
  });

  it('knows a file that may not be read', async () => {
    await read('locked', 'x');
    await chmod(join(folder, 'locked'), 0);
    // Root may read everything, and Windows has no such permission.
    const isFree = process.getuid === undefined || process.getuid() === 0;
    const expected = isFree ? { ok: true, text: 'x' } : { ok: false, problem: 'no-permission' };
    expect(await read('locked')).toEqual(expected);
  });

  it('is ended by its signal', async () => {
    const reason = new Error('enough');
    await expect(readTextFile(join(folder, 'missing'), AbortSignal.abort(reason))).rejects.toBe(
      reason,
    );
  });
});

async function readInTime(path: string, timeoutMs: number) {
  const deadline = startDeadline(timeoutMs, signal);
  try {
    return await readTextFile(path, deadline.signal);
  } finally {
    deadline.clear();
  }
}

describe.runIf(process.platform !== 'win32')('a pipe', () => {
  async function makePipe(name: string): Promise<string> {
    const path = join(folder, name);
    await promisify(execFile)('mkfifo', [path]);
    return path;
  }

  it('that nobody writes to holds nobody up', async () => {
    const path = await makePipe('nobody');
    expect(await readInTime(path, 50)).toEqual({ ok: false, problem: 'unreadable' });
  });

  it('that says nothing in time is unreadable', async () => {
    const path = await makePipe('quiet');
    const writer = await open(path, 'r+');
    expect(await readInTime(path, 50)).toEqual({ ok: false, problem: 'unreadable' });
    await writer.close();
  });

  it('may be opened before its writer', async () => {
    const path = await makePipe('late');
    const reading = readTextFile(path, signal);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await promisify(execFile)('sh', ['-c', 'printf "SMTP_URI=x\\n" >"$0"', path]);
    expect(await reading).toEqual({ ok: true, text: 'SMTP_URI=x\n' });
  });

  it('is read once by a check that asks twice', async () => {
    const path = await makePipe('twice');
    const writing = promisify(execFile)('sh', ['-c', 'printf "SMTP_URI=x\\n" >"$0"', path]);
    const { signal: ofOneCheck } = new AbortController();
    const first = await readTextFile(path, ofOneCheck);
    await writing;
    expect(await readTextFile(path, ofOneCheck)).toEqual(first);
    expect(first).toEqual({ ok: true, text: 'SMTP_URI=x\n' });
  });

  it('is read to its end', async () => {
    const path = await makePipe('slow');
    const writer = await open(path, 'r+');
    const reading = readTextFile(path, signal);
    await writer.write('SMTP_URI=');
    await new Promise((resolve) => setTimeout(resolve, 30));
    await writer.write('x\n');
    await new Promise((resolve) => setTimeout(resolve, 30));
    await writer.close();
    expect(await reading).toEqual({ ok: true, text: 'SMTP_URI=x\n' });
  });

  it('is left at once when the signal is aborted', async () => {
    const path = await makePipe('left');
    const writer = await open(path, 'r+');
    const controller = new AbortController();
    const reason = new Error('enough');
    const reading = readTextFile(path, controller.signal);
    setTimeout(() => controller.abort(reason), 20);
    await expect(reading).rejects.toBe(reason);
    await writer.close();
  });
});
