import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { parse } from 'acorn';
import { describe, expect, it } from 'vitest';
import { BIN } from '../helpers/run-bin.js';

/** What a Node of this version says. */
async function runOn(version: string, args: string[], env: Record<string, string> = {}) {
  const code =
    `Object.defineProperty(process, 'versions', { value: { node: '${version}' } });` +
    `Object.defineProperty(process, 'version', { value: 'v${version}' });`;
  const words = ['--import', `data:text/javascript,${encodeURIComponent(code)}`, BIN, ...args];
  const outcome = promisify(execFile)(process.execPath, words, { env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  );
  return (await outcome) as { code: number; stdout: string; stderr: string };
}

const ENGLISH = (version: string) =>
  `tailchat needs Node.js 18.18.0 or later; this is v${version}.\n`;
const CHINESE = (version: string) =>
  `tailchat 需要 Node.js 18.18.0 或更高版本，现在是 v${version}。\n`;

describe('bin/tailchat.js', () => {
  it.each(['8.17.0', '10.24.1', '16.20.2', '18.0.0', '18.9.1', '18.17.1'])(
    'says in a sentence that Node %s is too old',
    async (version) => {
      const english = { code: 78, stdout: '', stderr: ENGLISH(version) };
      const chinese = { code: 78, stdout: '', stderr: CHINESE(version) };
      expect(await runOn(version, ['smtp', 'verify'])).toEqual(english);
      expect(await runOn(version, ['smtp', 'verify', '--lang', 'zh-CN'])).toEqual(chinese);
      expect(await runOn(version, ['smtp'], { LANG: 'zh_CN.UTF-8' })).toEqual(chinese);
      const overridden = { LANG: 'zh_CN.UTF-8', LC_ALL: 'C' };
      expect(await runOn(version, ['smtp'], overridden)).toEqual(english);
    },
  );

  it.each(['18.18.0', '18.20.8', '20.0.0', '22.1.0', '100.0.0'])('runs on %s', async (version) => {
    expect(await runOn(version, ['--version'])).toMatchObject({ code: 0, stderr: '' });
  });

  it('can be read by an old Node, which takes it for a script', () => {
    const read = () =>
      parse(readFileSync(BIN, 'utf8'), {
        ecmaVersion: 2020,
        sourceType: 'script',
        allowHashBang: true,
      });
    expect(read).not.toThrow();
    expect(readFileSync(BIN, 'utf8')).not.toMatch(/\?\.|\?\?|\bawait\b/);
  });
});
