import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBefore, saveFile } from '../../../../src/settings/saving/save-file.js';

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
    // The right of the group may be the limit of an access control list, which a copy has not.
    expect(statSync(`${file}.bak`).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).sort()).toEqual(['.env', '.env.bak']);
  });

  it('overwrites no backup', async () => {
    await saveFile(file, OLD, NEW);
    expect(await saveFile(file, NEW, OLD)).toEqual({ ok: true, backup: `${file}.bak2` });
    expect(readFileSync(`${file}.bak`)).toEqual(OLD);
    expect(readFileSync(`${file}.bak2`)).toEqual(NEW);
  });

  // A new file in its place would have none of what the old one was given: an access control list, a label, a mount.
  it.each([
    ['A=1\n', 'A=22222\n'],
    ['A=22222\n', 'A=1\n'],
    ['', 'A=1\n'],
  ])('writes over %j, which stays the file that it was', async (old, fresh) => {
    writeFileSync(file, old);
    const { ino } = statSync(file);
    expect(await saveFile(file, Buffer.from(old), Buffer.from(fresh))).toMatchObject({ ok: true });
    expect(statSync(file).ino).toBe(ino);
    expect(readFileSync(file, 'utf8')).toBe(fresh);
    expect(readFileSync(`${file}.bak`, 'utf8')).toBe(old);
  });

  it('changes no file under its other names', async () => {
    linkSync(file, join(folder, 'other'));
    expect(await saveFile(file, OLD, NEW)).toEqual({ ok: false, problem: 'hard-linked' });
    expect(await readBefore(file)).toEqual({ ok: false, problem: 'hard-linked' });
    expectUntouched('other');
  });

  it('keeps set-id bits', async () => {
    chmodSync(file, 0o2640);
    await saveFile(file, OLD, NEW);
    expect(statSync(file).mode & 0o7777).toBe(0o2640);
  });

  it('makes no backup through a link of its name', async () => {
    symlinkSync('elsewhere', `${file}.bak`);
    symlinkSync('.env', `${file}.bak2`);
    expect(await saveFile(file, OLD, NEW)).toEqual({ ok: true, backup: `${file}.bak3` });
    expect(readdirSync(folder).sort()).toEqual(['.env', '.env.bak', '.env.bak2', '.env.bak3']);
    expect(readlinkSync(`${file}.bak`)).toBe('elsewhere');
    expect(readFileSync(`${file}.bak3`)).toEqual(OLD);
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

  it('names the backup beside the target of a link into a folder below', async () => {
    mkdirSync(join(folder, 'real'));
    writeFileSync(join(folder, 'real', 'x.env'), OLD);
    const link = join(folder, 'link.env');
    symlinkSync('real/x.env', link);
    const backup = join(folder, 'real', 'x.env.bak');
    expect(await saveFile(link, OLD, NEW)).toEqual({ ok: true, backup });
    expect(readFileSync(backup)).toEqual(OLD);
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

  it('waits for no pipe, nor for one behind a link', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    symlinkSync('pipe', join(folder, 'link'));
    for (const name of ['pipe', 'link']) {
      const path = join(folder, name);
      expect(await readBefore(path)).toEqual({ ok: false, problem: 'not-a-file' });
      expect(await saveFile(path, OLD, NEW)).toEqual({ ok: false, problem: 'not-a-file' });
    }
    expectUntouched('link', 'pipe');
  });

  it('does nothing where a link leads nowhere', async () => {
    const link = join(folder, 'link');
    symlinkSync('nothing', link);
    expect(await saveFile(link, OLD, NEW)).toEqual({ ok: false, problem: 'changed' });
    expectUntouched('link');
  });
});
