import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { saveFile } from '../../../../src/settings/saving/save-file.js';

/** The writes over an old file that fail from now on, after a part of the content was written. */
const disk = vi.hoisted(() => ({ failures: 0 }));
vi.mock('node:fs/promises', async (original) => {
  const fs = await original<typeof import('node:fs/promises')>();
  const open = async (path: string, flags: string, mode?: number) => {
    const handle = await fs.open(path, flags, mode);
    if (flags !== 'r+') return handle;
    const write = handle.write.bind(handle) as (...args: unknown[]) => Promise<unknown>;
    const failing = async (content: Buffer, from: number, length: number, at: number) => {
      if (disk.failures === 0) return await write(content, from, length, at);
      disk.failures -= 1;
      await write(content, from, 3, at);
      throw Object.assign(new Error('the disk failed'), { code: 'EIO' });
    };
    return Object.assign(handle, { write: failing });
  };
  return { ...fs, open };
});

const OLD = Buffer.from('SMTP_URI=old\n');
const NEW = Buffer.from('SMTP_URI=new\n');

describe('a disk that fails while a file is written', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tailchat-smtp-disk-'));
    file = join(folder, '.env');
    writeFileSync(file, OLD);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('leaves the old content, where that can be written again', async () => {
    disk.failures = 1;
    expect(await saveFile(file, OLD, NEW)).toEqual({ ok: false, problem: 'failed' });
    expect(readFileSync(file)).toEqual(OLD);
    expect(readdirSync(folder)).toEqual(['.env']);
  });

  it('leaves the backup, and says so, where it cannot', async () => {
    disk.failures = 2;
    const backup = `${file}.bak`;
    const result = await saveFile(file, OLD, NEW);
    expect(result).toEqual({ ok: false, problem: 'half-written', backup });
    expect(readFileSync(backup)).toEqual(OLD);
  });
});
