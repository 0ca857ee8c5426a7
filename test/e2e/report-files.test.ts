import { spawnSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, readlink, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BIN, expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { closedPort, folderWith, run, runJson, startScript, USER, uriOf } from './support.js';

const ALL = ['html', 'junit', 'github', 'prometheus'].flatMap((format) => [
  '--report',
  format,
  `${format}.out`,
]);

async function readReports(cwd: string) {
  const [html = '', junit = '', github = '', prometheus = ''] = await Promise.all(
    ['html', 'junit', 'github', 'prometheus'].map((format) =>
      readFile(join(cwd, `${format}.out`), 'utf8'),
    ),
  );
  return { html, junit, github, prometheus };
}

describe.concurrent('--report', () => {
  it('writes what passed in each format, and nothing else beside it', async () => {
    const cwd = await folderWith();
    const { report, code } = await runJson(['verify', '--sandbox', ...ALL], { cwd });
    expect(code).toBe(0);
    const { html, junit, github, prometheus } = await readReports(cwd);
    const names = ['github.out', 'html.out', 'junit.out', 'prometheus.out'];
    expect((await readdir(cwd)).sort()).toEqual(names);
    expect(html).toMatch(/<h1 class="ok">.*127\.0\.0\.1:\d+ answers/);
    expect(html.match(/<td class="bar">/g)).toHaveLength(report.steps.length);
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
    const { html, junit, github, prometheus } = await readReports(cwd);
    expect(html).toContain('&lt;b&gt;&amp;&quot;bad&quot;&lt;/b&gt; ]]&gt;');
    expect(html).toMatch(/<h1 class="failed">.*\[auth-failed\]/);
    expect(junit).toContain('failures="1"');
    expect(junit).toMatch(
      /classname="tailchat\.smtp\.verify\.auth"[^>]*><failure type="auth-failed"/,
    );
    expect(junit).toContain('&lt;b&gt;&amp;&quot;bad&quot;&lt;/b&gt; ]]&gt;');
    expect(prometheus).toMatch(/check_failure\{.*cause="auth-failed",step="auth"\} 1$/m);
    expect(prometheus).toMatch(/check_exit_code\{.*\} 77$/m);
    expect(github).toContain('auth-failed');
    for (const text of [html, junit, github, prometheus]) {
      expectNoSecret({ ...result, stdout: text }, password, USER);
    }
  });

  it('replaces an old report, but nothing that is no plain file', async () => {
    const { port } = await closedPort();
    const cwd = await folderWith({ 'a.prom': '# HELP tailchat_smtp_check_success Old.\n' });
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
    expect(result.stderr).toContain('no/such/x: there is no such folder (ENOENT)');
    expect(result.stderr).toContain('folder: it is a folder (EISDIR)');
    const { port } = await closedPort();
    const env = { SMTP_URI: `smtp://me:x@127.0.0.1:${port}/`, LANG: 'zh_CN.UTF-8' };
    const failed = await run(['verify', '--no-suggest', ...wrong], { cwd, env });
    expect(failed.code).toBe(69);
    expect(failed.stderr).toContain('无法把报告写入 no/such/x：没有这个目录（ENOENT）');
  });

  it.each(['-', '/dev/stdout', '/proc/self/fd/1'])(
    'has stdout for itself under the name %s, and the verdict on stderr',
    async (name) => {
      const cwd = await folderWith();
      const result = await run(['verify', '--sandbox', '--report', 'prometheus', name], { cwd });
      expect(result.code).toBe(0);
      expect(result.stdout).toMatch(/^# HELP tailchat_smtp_check_success/);
      expect(result.stdout).not.toContain('✓');
      expect(result.stderr).toMatch(/^✓ .*127\.0\.0\.1/m);
      expect(await readdir(cwd)).toEqual([]);
    },
  );

  it('takes nothing away from the file that stdout was sent to', async () => {
    const cwd = await folderWith({ out: 'before\n' });
    const links = await Promise.all(['/dev/stdout', '/dev/stderr'].map((name) => readlink(name)));
    const command = (words: string) =>
      spawnSync(
        'sh',
        ['-c', `"$0" "$1" smtp verify --sandbox -q ${words}`, process.execPath, BIN],
        {
          cwd,
          encoding: 'utf8',
        },
      );
    // Once by the system's name for it, once by its own.
    expect(command('--report github /dev/stdout >> out').status).toBe(0);
    expect(command('--report github out >> out').status).toBe(0);
    expect(command('--report github /dev/stderr 2>> out').status).toBe(0);
    const text = await readFile(join(cwd, 'out'), 'utf8');
    expect(text.startsWith('before\n')).toBe(true);
    expect(text.match(/^### tailchat smtp verify: passed$/gm)).toHaveLength(3);
    expect(text.match(/^✓ /gm)).toHaveLength(1);
    expect(await readdir(cwd)).toEqual(['out']);
    const after = await Promise.all(['/dev/stdout', '/dev/stderr'].map((name) => readlink(name)));
    expect(after).toEqual(links);
  });

  it('writes through a link, and leaves it', async () => {
    const cwd = await folderWith({
      'real.xml':
        '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="tailchat smtp">\n</testsuites>\n',
    });
    await symlink('real.xml', join(cwd, 'link.xml'));
    await chmod(join(cwd, 'real.xml'), 0o640);
    const result = await run(['verify', '--sandbox', '--report', 'junit', 'link.xml'], { cwd });
    expect(result.code).toBe(0);
    expect(await readlink(join(cwd, 'link.xml'))).toBe('real.xml');
    expect(await readFile(join(cwd, 'real.xml'), 'utf8')).toContain('<testsuites');
    expect((await stat(join(cwd, 'real.xml'))).mode & 0o777).toBe(0o640);
    expect((await readdir(cwd)).sort()).toEqual(['link.xml', 'real.xml']);
  });

  it('ends on Ctrl-C while it waits for the reader of a pipe', async () => {
    const cwd = await folderWith();
    spawnSync('mkfifo', [join(cwd, 'pipe')]);
    const result = await run(['verify', '--sandbox', '--report', 'junit', 'pipe'], {
      cwd,
      killOn: { stderr: /data|sender/, signal: 'SIGINT' },
    });
    expect([69, 130]).toContain(result.code);
    expect((await stat(join(cwd, 'pipe'))).isFIFO()).toBe(true);
  });

  it.each([
    [['--report', 'pdf', 'x']],
    [['--report', 'junit']],
    [['--report']],
    [['--report', 'junit', 'x', '--report', 'x', 'junit']],
    [['--report', 'junit', '-', '--json']],
    [['--report', 'junit', '/dev/stdout', '--json']],
    [['--report', 'junit', '-', '--report', 'github', '-']],
    [['--report=junit', '--report=-x.xml']],
    [['--report=junit', '--report=--']],
  ])('%j → 64', async (words) => {
    const cwd = await folderWith();
    const result = await run(['verify', '--sandbox', ...words], { cwd });
    expect(result.code).toBe(64);
    expect(result.stdout).toBe('');
    expect(await readdir(cwd)).toEqual([]);
  });
});
