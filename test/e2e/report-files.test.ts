import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { closedPort, folderWith, run, runJson, startScript, USER, uriOf } from './support.js';

const ALL = ['junit', 'github', 'prometheus'].flatMap((format) => [
  '--report',
  format,
  `${format}.out`,
]);

async function readReports(cwd: string) {
  const [junit = '', github = '', prometheus = ''] = await Promise.all(
    ['junit', 'github', 'prometheus'].map((format) => readFile(join(cwd, `${format}.out`), 'utf8')),
  );
  return { junit, github, prometheus };
}

describe.concurrent('--report', () => {
  it('writes what passed in each format, and nothing else beside it', async () => {
    const cwd = await folderWith();
    const { report, code } = await runJson(['verify', '--sandbox', ...ALL], { cwd });
    expect(code).toBe(0);
    const { junit, github, prometheus } = await readReports(cwd);
    expect((await readdir(cwd)).sort()).toEqual(['github.out', 'junit.out', 'prometheus.out']);
    expect(junit).toContain(`tests="${report.steps.length}" failures="0"`);
    expect(junit.match(/<testcase /g)).toHaveLength(report.steps.length);
    expect(github).toContain('### tailchat smtp verify');
    expect(prometheus).toMatch(
      /^tailchat_smtp_check_success\{command="verify",host="127\.0\.0\.1",port="\d+"\} 1$/m,
    );
    expect(prometheus).not.toContain('check_failure');
  });

  it('writes what failed, a server’s words as text, and no secret', async () => {
    const password = plantPassword();
    const reply = '535-5.7.8 <b>&"bad"</b> ]]>\r\n535 5.7.8 \x07 really';
    const server = await startScript({ replies: { AUTH: reply } });
    const cwd = await folderWith();
    const env = { SMTP_URI: uriOf(server, { password }), SMTP_SENDER: 'a@x.org' };
    const result = await run(['verify', ...ALL], { cwd, env });
    expect(result.code).toBe(77);
    const { junit, github, prometheus } = await readReports(cwd);
    expect(junit).toContain('failures="1"');
    expect(junit).toMatch(
      /classname="tailchat\.smtp\.verify\.auth"[^>]*><failure type="auth-failed"/,
    );
    expect(junit).toContain('&lt;b&gt;&amp;&quot;bad&quot;&lt;/b&gt; ]]&gt;');
    expect(prometheus).toMatch(/check_failure\{.*cause="auth-failed",step="auth"\} 1$/m);
    expect(prometheus).toMatch(/check_exit_code\{.*\} 77$/m);
    expect(github).toContain('auth-failed');
    for (const text of [junit, github, prometheus]) {
      expectNoSecret({ ...result, stdout: text }, password, USER);
    }
  });

  it('replaces an old report, but nothing that is no plain file', async () => {
    const { port } = await closedPort();
    const cwd = await folderWith({ 'a.prom': 'old' });
    const env = { SMTP_URI: `smtp://127.0.0.1:${port}/` };
    const words = ['--report', 'prometheus', 'a.prom', '--report', 'junit', '/dev/null'];
    const result = await run(['verify', '-q', ...words], { cwd, env });
    expect(result.code).toBe(69);
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
    expect(await readFile(join(cwd, 'a.prom'), 'utf8')).toMatch(/check_success\{.*\} 0$/m);
  });

  it('says what cannot be written, and a passed check ends with 69 then', async () => {
    const cwd = await folderWith();
    await mkdir(join(cwd, 'folder'));
    const wrong = ['--report', 'junit', 'no/such/x', '--report', 'github', 'folder'];
    const result = await run(['verify', '--sandbox', ...wrong], { cwd });
    expect(result.code).toBe(69);
    expect(result.stderr).toContain('no/such/x: ENOENT');
    expect(result.stderr).toContain('folder: EISDIR');
    const { port } = await closedPort();
    const env = { SMTP_URI: `smtp://me:x@127.0.0.1:${port}/`, LANG: 'zh_CN.UTF-8' };
    const failed = await run(['verify', '--no-suggest', ...wrong], { cwd, env });
    expect(failed.code).toBe(69);
    expect(failed.stderr).toContain('无法把报告写入 no/such/x');
  });

  it.each([
    [['--report', 'pdf', 'x']],
    [['--report', 'junit']],
    [['--report']],
    [['--report', 'junit', 'x', '--report', 'x', 'junit']],
  ])('%j → 64', async (words) => {
    const result = await run(['verify', '--sandbox', ...words]);
    expect(result.code).toBe(64);
    expect(result.stdout).toBe('');
  });
});
