import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type CachePlace,
  type CompiledChunks,
  cacheFileName,
  keepCompiled,
  readCompiled,
} from '../../src/code-cache.js';

const isRoot = process.geteuid?.() === 0;
let base: string;
let place: CachePlace;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'tailchat-code-'));
  const file = join(base, 'deep', 'tailchat-smtp', cacheFileName('verify', 'this Node'));
  place = { file, identity: 'this Node', userId: process.geteuid?.() ?? 0 };
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const chunks = (): CompiledChunks =>
  new Map([
    ['a.cjs', { size: 3, mtimeMs: 1.5, data: Buffer.from('first') }],
    ['b.cjs', { size: 70_000, mtimeMs: 2, data: Buffer.alloc(200_000, 'second') }],
  ]);

describe('compiled code', () => {
  it('comes back as it was kept', () => {
    keepCompiled(place, chunks);
    const found = readCompiled(place);
    expect([...(found ?? [])].map(([name, { size, mtimeMs }]) => [name, size, mtimeMs])).toEqual([
      ['a.cjs', 3, 1.5],
      ['b.cjs', 70_000, 2],
    ]);
    expect(found?.get('a.cjs')?.data.toString()).toBe('first');
    expect(found?.get('b.cjs')?.data.equals(Buffer.alloc(200_000, 'second'))).toBe(true);
  });

  it('is its user’s alone', () => {
    keepCompiled(place, chunks);
    expect(statSync(place.file).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(place.file)).mode & 0o777).toBe(0o700);
    expect(readdirSync(dirname(place.file))).toHaveLength(1);
  });

  it('is not there where nothing was kept', () => {
    expect(readCompiled(place)).toBeUndefined();
  });

  it('of another Node does not count', () => {
    keepCompiled(place, chunks);
    expect(readCompiled({ ...place, identity: 'that Node' })).toBeUndefined();
  });

  it.each<[string, (file: string) => void]>([
    ['others may write', (file) => chmodSync(file, 0o622)],
    ['the group may write', (file) => chmodSync(file, 0o620)],
    ['stands in a folder that others may write to', (file) => chmodSync(dirname(file), 0o777)],
    ['has another name elsewhere', (file) => linkSync(file, join(base, 'other'))],
    [
      'is a link',
      (file) => {
        renameSync(file, join(base, 'other'));
        symlinkSync(join(base, 'other'), file);
      },
    ],
    ['was cut off', (file) => truncateSync(file, statSync(file).size - 2)],
    ['is empty', (file) => truncateSync(file, 0)],
    ['is a folder', (file) => [rmSync(file), mkdirSync(file)]],
    ['is something else', (file) => writeFileSync(file, 'something else, twice or not')],
    [
      'has a damaged byte',
      (file) => {
        const bytes = readFileSync(file);
        bytes[150_000] = (bytes[150_000] ?? 0) ^ 1;
        writeFileSync(file, bytes);
      },
    ],
  ])('does not count where its file %s', (_name, change) => {
    keepCompiled(place, chunks);
    expect(readCompiled(place)).toBeDefined();
    change(place.file);
    expect(readCompiled(place)).toBeUndefined();
  });

  it.runIf(isRoot)('of another user does not count, nor does another’s folder', () => {
    keepCompiled(place, chunks);
    chownSync(place.file, 12_345, 12_345);
    expect(readCompiled(place)).toBeUndefined();
    chownSync(place.file, 0, 0);
    expect(readCompiled(place)).toBeDefined();
    chownSync(dirname(place.file), 12_345, 12_345);
    expect(readCompiled(place)).toBeUndefined();
  });

  it.runIf(isRoot)('of root counts for everybody', () => {
    keepCompiled(place, chunks);
    expect(readCompiled({ ...place, userId: 12_345 })).toBeDefined();
  });

  it('is not kept in a folder that is somebody else’s', () => {
    keepCompiled({ ...place, userId: place.userId + 1 }, () => {
      throw new Error('it is not even made');
    });
    expect(readdirSync(base)).toEqual([]);
  });

  it('is not kept where there can be no folder, and nobody is told', () => {
    writeFileSync(join(base, 'deep'), '');
    keepCompiled(place, chunks);
    expect(readCompiled(place)).toBeUndefined();
  });

  it('leaves nothing behind when it cannot be made', () => {
    keepCompiled(place, () => {
      throw new Error('no');
    });
    expect(readdirSync(dirname(place.file))).toEqual([]);
  });

  it('does not pile up', () => {
    for (let count = 0; count < 30; count += 1) {
      const file = join(dirname(place.file), cacheFileName('test', String(count)));
      keepCompiled({ ...place, file }, chunks);
      utimesSync(file, count, count);
    }
    keepCompiled(place, chunks);
    expect(readdirSync(dirname(place.file))).toHaveLength(24);
    expect(existsSync(place.file)).toBe(true);
  });
});
