import { describe, expect, it } from 'vitest';
import { runBin } from '../helpers/run-bin.js';
import { expectValidExplanation } from '../helpers/schema.js';
import { folderWith } from './support.js';

/** A line that is far longer than what is read of it. */
const LONG = `${'x'.repeat(5_000_000)} 535 5.7.8 bad`;

describe.concurrent('a line that is too long', () => {
  it.each([
    ['en', '', 'One line was read. Of a longer line only the first 32768 bytes were read'],
    ['en', 'a\nb\n', '3 lines were read. Of a longer line only the first 32768 bytes were read'],
    ['zh-CN', '', '共读取 1 行。过长的行只读了前 32768 个字节'],
  ])('is said to have been cut (%s, behind %j)', async (lang, before, words) => {
    const cwd = await folderWith({
      'long.log': `${before}${LONG}`,
      'long-2.log': `${before}${LONG}\n`,
    });
    for (const file of ['long.log', 'long-2.log']) {
      const args = ['smtp', 'explain', '--file', file, '--lang', lang];
      const { code, stdout } = await runBin(args, { cwd });
      expect(code).toBe(1);
      expect(stdout).toContain(words);
      const json = JSON.parse((await runBin([...args, '--json'], { cwd })).stdout);
      expectValidExplanation(json);
      expect(json).toMatchObject({ ok: false, cutAt: 32768 });
    }
  });

  it('is not, where all was read', async () => {
    const cwd = await folderWith({ 'short.log': `${'x'.repeat(32768)}\nnothing\n` });
    const { stdout } = await runBin(['smtp', 'explain', '--file', 'short.log', '--json'], { cwd });
    expect(JSON.parse(stdout)).not.toHaveProperty('cutAt');
  });
});
