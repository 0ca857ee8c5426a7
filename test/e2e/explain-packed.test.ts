import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { explain } from '../../src/index.js';
import { runBin } from '../helpers/run-bin.js';
import { writeBounce } from '../unit/explain/letters/write-letter.js';
import { folderWith } from './support.js';

const LOG = 'Error: Invalid login: 535 5.7.8 Authentication failed\n';
const BOUNCE = writeBounce({ diagnostic: 'smtp; 550 5.1.1 User unknown', status: '5.1.1' });
const EXPLAIN = ['smtp', 'explain'];

/** The first bytes of each format, with something behind them. */
const PACKED: readonly (readonly [string, string, string])[] = [
  ['xz', '\xfd7zXZ\0\0\x04\xe6\xd6\xb4\x46', 'xzcat'],
  ['bz2', 'BZh91AY&SY\x01\x02', 'bzcat'],
  ['zip', 'PK\x03\x04\x14\0\0\0\x08\0', 'unzip -p'],
  ['zst', '(\xb5/\xfd\x04X', 'zstdcat'],
  ['lz4', '\x04"M\x18d@', 'lz4cat'],
  ['Z', '\x1f\x9d\x90E', 'zcat'],
  ['7z', "7z\xbc\xaf'\x1c\0\x04", '7z x -so'],
];
const bytesOf = (sign: string) => Buffer.from(`${sign}535 Login fail\n`, 'latin1');

describe.concurrent('a compressed text', () => {
  it('is read where gzip packed it: on stdin, in a file, by the library', async () => {
    const packed = gzipSync(LOG);
    const cwd = await folderWith({});
    writeFileSync(join(cwd, 'mail.log.gz'), packed);
    for (const [args, stdin] of [
      [[], packed],
      [['mail.log.gz'], undefined],
      [['--file', '.'], undefined],
    ] as const) {
      const result = await runBin([...EXPLAIN, ...args], { cwd, ...(stdin ? { stdin } : {}) });
      expect([result.code, result.stdout]).toEqual([0, expect.stringContaining('[auth-failed]')]);
    }
    const { findings } = await explain([packed.subarray(0, 7), packed.subarray(7)]);
    expect(findings.map(({ cause }) => cause)).toEqual(['auth-failed']);
    const letter = await runBin([...EXPLAIN, '-q'], { stdin: gzipSync(BOUNCE) });
    expect(letter.stdout).toContain('[recipient-unknown]');
  });

  it.each(PACKED)('is not called a text without a failure: %s', async (end, sign, command) => {
    const cwd = await folderWith({});
    writeFileSync(join(cwd, `mail.log.${end}`), bytesOf(sign));
    const piped = await runBin(EXPLAIN, { stdin: bytesOf(sign) });
    expect([piped.code, piped.stdout]).toEqual([66, '']);
    expect(piped.stderr).toContain(`${command} FILE | tailchat smtp explain`);
    const named = await runBin([...EXPLAIN, '--lang', 'zh-CN', `mail.log.${end}`], { cwd });
    expect([named.code, named.stdout]).toEqual([66, '']);
    expect(named.stderr).toContain(`压缩`);
    expect(named.stderr).toContain(`${command} mail.log.${end} | tailchat smtp explain`);
    await expect(explain([bytesOf(sign)])).rejects.toThrow(command);
  });

  it('inside of another is not unpacked again and again', async () => {
    const { code, stderr } = await runBin(EXPLAIN, { stdin: gzipSync(gzipSync(LOG)) });
    expect([code, stderr]).toEqual([66, expect.stringContaining('zcat FILE | tailchat')]);
  });

  it.each([
    ['en', 'explain: stdin (Z_BUF_ERROR) is cut off or damaged; what stands before that was read'],
    ['zh-CN', 'explain：stdin (Z_BUF_ERROR) 不完整或已损坏，只读取了此前的内容'],
  ])('that is cut off is read as far as it goes, and that is said: %s', async (lang, words) => {
    const stdin = gzipSync(LOG.repeat(1000)).subarray(0, 100);
    const { code, stdout, stderr } = await runBin([...EXPLAIN, '--lang', lang], { stdin });
    expect([code, stderr]).toEqual([0, `${words}\n`]);
    expect(stdout).toContain('[auth-failed]');
  });

  it('that is cut off before anything can be read is an error', async () => {
    const { code, stdout, stderr } = await runBin(EXPLAIN, {
      stdin: gzipSync(LOG).subarray(0, 10),
    });
    expect([code, stdout]).toEqual([66, '']);
    expect(stderr).toContain('stdin (Z_BUF_ERROR)');
    await expect(explain([gzipSync(LOG).subarray(0, 10)])).rejects.toThrow('unexpected end');
  });
});

describe.concurrent('a file of a folder that cannot be read', () => {
  const FOLDER = async () => {
    const cwd = await folderWith({ 'a.log': LOG, 'z.eml': BOUNCE });
    writeFileSync(join(cwd, 'cut.gz'), gzipSync(LOG).subarray(0, 10));
    writeFileSync(join(cwd, 'old.log.xz'), bytesOf('\xfd7zXZ\0'));
    return cwd;
  };

  it('is named, and the others are read', async () => {
    const cwd = await FOLDER();
    const { code, stdout, stderr } = await runBin([...EXPLAIN, '--json', '--file', '.'], { cwd });
    const { findings } = JSON.parse(stdout) as { findings: { file: string; cause: string }[] };
    expect(code).toBe(0);
    expect(findings.map(({ file, cause }) => [file, cause])).toEqual([
      ['a.log', 'auth-failed'],
      ['z.eml', 'recipient-unknown'],
    ]);
    expect(stderr).toContain('explain: the file cut.gz (Z_BUF_ERROR) cannot be read\n');
    expect(stderr).toContain('xzcat old.log.xz | tailchat smtp explain\n');
  });

  it('ends with 66 where it is the only one, or was named itself', async () => {
    const cwd = await FOLDER();
    mkdirSync(join(cwd, 'box'));
    writeFileSync(join(cwd, 'box', 'x.gz'), gzipSync(LOG).subarray(0, 10));
    const only = await runBin([...EXPLAIN, '--file', 'box'], { cwd });
    expect([only.code, only.stdout]).toEqual([66, '']);
    expect(only.stderr).toContain('box/x.gz (Z_BUF_ERROR)');
    const named = await runBin([...EXPLAIN, '--file', 'cut.gz', '--file', 'a.log'], { cwd });
    expect([named.code, named.stdout]).toEqual([66, '']);
    expect(named.stderr).toContain('the file cut.gz (Z_BUF_ERROR)');
  });
});
