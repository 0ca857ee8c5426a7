import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveFile } from '../../../../src/settings/saving/save-file.js';

const OLD = Buffer.from('A=1\n');
const NEW = Buffer.from('A=2\n');

describe('saving a file', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tailchat-smtp-save-'));
    file = join(folder, '.env');
    writeFileSync(file, OLD);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function expectUntouched(...others: string[]): void {
    expect(readFileSync(file)).toEqual(OLD);
    expect(readdirSync(folder).sort()).toEqual(['.env', ...others].sort());
  }

  it('keeps the mode, and the old content beside it', async () => {
    chmodSync(file, 0o640);
    expect(await saveFile(file, OLD, NEW)).toEqual({ ok: true, backup: `${file}.bak` });
    expect(readFileSync(file)).toEqual(NEW);
    expect(readFileSync(`${file}.bak`)).toEqual(OLD);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(statSync(`${file}.bak`).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder).sort()).toEqual(['.env', '.env.bak']);
  });

  it('overwrites no backup', async () => {
    await saveFile(file, OLD, NEW);
    expect(await saveFile(file, NEW, OLD)).toEqual({ ok: true, backup: `${file}.bak2` });
    expect(readFileSync(`${file}.bak`)).toEqual(OLD);
    expect(readFileSync(`${file}.bak2`)).toEqual(NEW);
  });

  it('never lets a reader see half of it: another file takes the place', async () => {
    const other = join(folder, 'other');
    linkSync(file, other);
    await saveFile(file, OLD, NEW);
    expect(readFileSync(other)).toEqual(OLD);
  });

  it('does nothing where the file has changed', async () => {
    expect(await saveFile(file, NEW, NEW)).toEqual({ ok: false, problem: 'changed' });
    expectUntouched();
  });

  it('does nothing where the file is gone', async () => {
    const gone = join(folder, 'gone');
    expect(await saveFile(gone, OLD, NEW)).toEqual({ ok: false, problem: 'changed' });
    expectUntouched();
  });

  it('does nothing where the file is read-only, for root neither', async () => {
    chmodSync(file, 0o444);
    expect(await saveFile(file, OLD, NEW)).toEqual({ ok: false, problem: 'read-only' });
    expectUntouched();
  });

  it('does nothing to a folder', async () => {
    mkdirSync(join(folder, 'sub'));
    const result = await saveFile(join(folder, 'sub'), OLD, NEW);
    expect(result).toEqual({ ok: false, problem: 'not-a-file' });
    expectUntouched('sub');
  });

  it('follows a link within the folder', async () => {
    const link = join(folder, 'link.env');
    symlinkSync('.env', link);
    expect(await saveFile(link, OLD, NEW)).toEqual({ ok: true, backup: `${file}.bak` });
    expect(readFileSync(file)).toEqual(NEW);
  });

  it('follows no link out of the folder', async () => {
    mkdirSync(join(folder, 'sub'));
    const link = join(folder, 'sub', '.env');
    symlinkSync('../.env', link);
    expect(await saveFile(link, OLD, NEW)).toEqual({ ok: false, problem: 'outside-link' });
    expectUntouched('sub');
  });

  it('does nothing to a device', async () => {
    const result = await saveFile('/dev/null', Buffer.alloc(0), NEW);
    expect(result).toEqual({ ok: false, problem: 'not-a-file' });
  });
});
