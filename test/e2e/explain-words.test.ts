import { expect, it } from 'vitest';
import { runBin } from '../helpers/run-bin.js';

it('names the option that Tailchat has no module for', async () => {
  const { stdout } = await runBin(['smtp', 'explain', 'Error: Socks module not loaded']);
  expect(stdout).toContain('gives the option proxy a value that cannot work [uri-invalid]');
  expect(stdout).toContain('only http:// and https:// proxies');
  const chinese = await runBin([
    'smtp',
    'explain',
    'Error: Socks module not loaded',
    '--lang',
    'zh-CN',
  ]);
  expect(chinese.stdout).toContain('选项 proxy 的值无法使用');
});

it('says that there is no such file', async () => {
  const result = await runBin(['smtp', 'explain', 'nofile.log']);
  expect(result).toMatchObject({ code: 1 });
  expect(result.stderr).toContain('There is no file nofile.log here');
  const chinese = await runBin(['smtp', 'explain', './a/b', '--lang', 'zh-CN']);
  expect(chinese.stderr).toContain('没有找到文件 ./a/b');
  expect((await runBin(['smtp', 'explain', '535'])).stderr).toBe('');
});
