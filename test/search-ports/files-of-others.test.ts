import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeToName } from '../../src/output/write-to-name.js';
import { saveFile } from '../../src/settings/saving/save-file.js';

// What only root can set up: owners, devices, file systems that may not be written.
const OLD = Buffer.from('A=1\n');
const NEW = Buffer.from('A=2\n');
const OWNER = 12_345;
const GROUP = 23_456;
const NEVER = new AbortController().signal;

let folder: string;
const at = (name: string) => join(folder, name);
const report = (name: string, isCollected = false) =>
  writeToName(
    at(name),
    'new\n',
    { stdout: process.stdout, stderr: process.stderr },
    { signal: NEVER, isCollected },
  );

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tailchat-smtp-others-'));
  writeFileSync(at('.env'), OLD);
});
afterEach(() => {
  spawnSync('umount', [folder]);
  spawnSync('umount', [at('.env')]);
  rmSync(folder, { recursive: true });
});

/** Does something with the rights of another person. */
async function as<T>(uid: number, work: () => Promise<T>): Promise<T> {
  const { getgroups, setgroups, setegid, seteuid } = process as Required<NodeJS.Process>;
  const groups = getgroups();
  setgroups([OWNER]);
  setegid(uid);
  seteuid(uid);
  try {
    return await work();
  } finally {
    seteuid(0);
    setegid(0);
    setgroups(groups as number[]);
  }
}

describe('files of somebody else', () => {
  it.each([0o640, 0o2750])('stay theirs, mode %o', async (mode) => {
    chownSync(at('.env'), OWNER, GROUP);
    chmodSync(at('.env'), mode);
    const result = await saveFile(at('.env'), OLD, NEW);
    expect(result).toEqual({ ok: true, backup: at('.env.bak') });
    const rightsOf = (name: string) => {
      const { uid, gid, mode: kept } = statSync(at(name));
      return [uid, gid, kept & 0o7777];
    };
    for (const isCollected of [false, true]) {
      await report('.env', isCollected);
      expect(readFileSync(at('.env'), 'utf8')).toBe('new\n');
      expect(rightsOf('.env')).toEqual([OWNER, GROUP, mode]);
    }
    expect(rightsOf('.env.bak')).toEqual([OWNER, GROUP, mode & 0o700]);
  });

  it('are not taken over by who may only write them', async () => {
    chmodSync(at('.env'), 0o666);
    chmodSync(folder, 0o777);
    const before = statSync(at('.env'));
    const saved = await as(OWNER, () => saveFile(at('.env'), OLD, NEW));
    expect(saved).toEqual({ ok: false, problem: 'read-only' });
    expect(readFileSync(at('.env'))).toEqual(OLD);
    await as(OWNER, () => report('.env'));
    const { uid, gid, ino } = statSync(at('.env'));
    expect([uid, gid, ino]).toEqual([before.uid, before.gid, before.ino]);
    expect(readFileSync(at('.env'), 'utf8')).toBe('new\n');
    expect(readdirSync(folder)).toEqual(['.env']);
  });

  it('are written where the folder is not ours, and refused where they are not', async () => {
    chmodSync(folder, 0o755);
    chownSync(at('.env'), OWNER, OWNER);
    await as(OWNER, () => report('.env'));
    expect(readFileSync(at('.env'), 'utf8')).toBe('new\n');
    writeFileSync(at('root'), OLD, { mode: 0o644 });
    await expect(as(OWNER, () => report('root'))).rejects.toMatchObject({ code: 'EACCES' });
    await expect(as(OWNER, () => report('fresh'))).rejects.toMatchObject({ code: 'EACCES' });
    expect(readFileSync(at('root'))).toEqual(OLD);
    expect(readdirSync(folder)).toEqual(['.env', 'root']);
  });

  it('are written by the owner, whose group the group of the file is not', async () => {
    chmodSync(folder, 0o777);
    chownSync(at('.env'), OWNER, GROUP);
    chmodSync(at('.env'), 0o640);
    const saved = await as(OWNER, () => saveFile(at('.env'), OLD, NEW));
    expect(saved).toEqual({ ok: true, backup: at('.env.bak') });
    const { gid, mode } = statSync(at('.env'));
    expect([gid, mode & 0o7777]).toEqual([GROUP, 0o640]);
    const backup = statSync(at('.env.bak'));
    expect([backup.uid, backup.mode & 0o7777]).toEqual([OWNER, 0o600]);
  });

  it('keep their access control list, and no backup lets in whom the list does not', async () => {
    execFileSync('setfacl', ['-m', 'u:34567:r,m::r', at('.env')]);
    const list = () =>
      execFileSync('getfacl', ['--omit-header', '--numeric', '--absolute-names', at('.env')], {
        encoding: 'utf8',
      });
    const before = list();
    expect(before).toContain('user:34567:r--');
    expect(await saveFile(at('.env'), OLD, NEW)).toMatchObject({ ok: true });
    await report('.env');
    expect(list()).toBe(before);
    expect(statSync(at('.env.bak')).mode & 0o077).toBe(0);
  });

  it('are not given to another group than that of the file, in a folder with a group of its own', async () => {
    chownSync(folder, 0, GROUP);
    chmodSync(folder, 0o2777);
    chmodSync(at('.env'), 0o660);
    chownSync(at('.env'), 0, OWNER);
    expect(await saveFile(at('.env'), OLD, NEW)).toMatchObject({ ok: true });
    await report('.env', true);
    expect(statSync(at('.env')).gid).toBe(OWNER);
    expect(statSync(at('.env.bak')).mode & 0o7777).toBe(0o600);
    expect(statSync(folder).mode & 0o7777).toBe(0o2777);
  });
});

describe('what is no ordinary place', () => {
  it('never writes to a disk', async () => {
    execFileSync('mknod', [at('disk'), 'b', '7', '200']);
    await expect(report('disk')).rejects.toMatchObject({ code: 'ENOTSUP' });
    expect(statSync(at('disk')).isBlockDevice()).toBe(true);
    expect(readdirSync(folder)).toEqual(['.env', 'disk']);
  });

  it('leaves a device of characters a device', async () => {
    execFileSync('mknod', [at('null'), 'c', '1', '3']);
    await report('null');
    expect(statSync(at('null')).isCharacterDevice()).toBe(true);
    const saved = await saveFile(at('null'), Buffer.alloc(0), NEW);
    expect(saved).toEqual({ ok: false, problem: 'not-a-file' });
    expect(readdirSync(folder)).toEqual(['.env', 'null']);
  });

  it('says so on a file system that may not be written', async () => {
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', folder]);
    writeFileSync(at('.env'), OLD);
    execFileSync('mount', ['-o', 'remount,ro', folder]);
    await expect(report('.env')).rejects.toMatchObject({ code: 'EROFS' });
    await expect(report('fresh')).rejects.toMatchObject({ code: 'EROFS' });
    const saved = await saveFile(at('.env'), OLD, NEW);
    expect(saved).toEqual({ ok: false, problem: 'read-only' });
    expect(readdirSync(folder)).toEqual(['.env']);
  });

  it('writes into a file that is mounted, as into a container, and replaces none', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'tailchat-smtp-mounted-'));
    writeFileSync(join(elsewhere, 'file'), OLD);
    execFileSync('mount', ['--bind', join(elsewhere, 'file'), at('.env')]);
    const saved = await saveFile(at('.env'), OLD, NEW);
    expect(saved).toEqual({ ok: true, backup: at('.env.bak') });
    expect(readFileSync(join(elsewhere, 'file'))).toEqual(NEW);
    for (const isCollected of [false, true]) {
      await report('.env', isCollected);
      expect(readFileSync(join(elsewhere, 'file'), 'utf8')).toBe('new\n');
    }
    expect(readdirSync(folder)).toEqual(['.env', '.env.bak']);
    execFileSync('umount', [at('.env')]);
    rmSync(elsewhere, { recursive: true });
  });
});
