import { appendFile, link, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, run } from './support.js';

const LINES = 'SMTP_URI=smtp://127.0.0.1:9/\nSMTP_SENDER=a@x.org\n';
const COMPOSE = 'services:\n  service-core:\n    image: a\n    env_file: docker-compose.env\n';
const MANIFEST = [
  ...['apiVersion: v1', 'kind: ConfigMap', 'metadata: {name: a}'],
  ...['data: {SMTP_URI: "smtp://127.0.0.1:9/", SMTP_SENDER: "a@x.org"}', ''],
].join('\n');
const OFFLINE = ['verify', '--offline'];

describe.concurrent('--report', () => {
  it.each<[string, Record<string, string>, string[], string]>([
    ['the env file that is named', { 'k.env': LINES }, ['--settings', 'k.env'], 'k.env'],
    ['an env file by another path', { 'k.env': LINES }, ['--settings', 'k.env'], './k.env'],
    ['the usual env file', { 'docker-compose.env': LINES }, [], 'docker-compose.env'],
    [
      'the env file of a compose file',
      { 'docker-compose.yml': COMPOSE, 'docker-compose.env': LINES },
      [],
      'docker-compose.env',
    ],
    [
      'the compose file',
      { 'docker-compose.yml': COMPOSE, 'docker-compose.env': LINES },
      [],
      'docker-compose.yml',
    ],
    ['a manifest', { 'a.yaml': MANIFEST }, ['--settings', 'a.yaml'], 'a.yaml'],
  ])('never replaces %s', async (_, files, words, target) => {
    const cwd = await folderWith(files);
    for (const format of ['prometheus', 'html']) {
      const result = await run([...OFFLINE, ...words, '--report', format, target], { cwd });
      expect(result.code).toBe(64);
      expect(result.stdout).toBe('');
      expect(result.stderr).toContain(`--report would replace ${target}, which this run reads`);
    }
    const names = Object.keys(files);
    expect((await readdir(cwd)).sort()).toEqual(names.sort());
    for (const name of names) expect(await readFile(join(cwd, name), 'utf8')).toBe(files[name]);
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['an env file', { 'docker-compose.yml': 'a: [\n', 'docker-compose.env': LINES }, []],
    ['a .env', { 'docker-compose.yml': 'a: [\n', '.env': LINES }, []],
    ['another env file', { 'compose.yaml': 'a: [\n', 'mail.env.local': LINES }, []],
    ['an override', { 'compose.yaml': 'a: [\n', 'compose.override.yml': COMPOSE }, []],
    ['an included file', { 'compose.yaml': 'include: [b, c.yml]\n', 'c.yml': COMPOSE }, []],
    ['a script', { 'compose.yaml': 'a: [\n', 'start.sh': 'docker compose up\n' }, []],
    ['beside a flag', { '.env': 'A="\n', 'docker-compose.env': LINES }, ['--uri', 'smtp://a']],
    ['beside the sandbox', { 'docker-compose.env': LINES }, ['--sandbox']],
  ])('never replaces what a check would read: %s', async (_, files, words) => {
    const cwd = await folderWith(files);
    for (const target of Object.keys(files)) {
      const result = await run(['verify', ...words, '--report', 'html', target], { cwd });
      expect(result).toMatchObject({ code: 64, stdout: '' });
      expect(result.stderr).toContain(`--report would replace ${target}, which`);
      const zh = ['--lang', 'zh-CN', '--report', 'prometheus', target];
      expect((await run([...OFFLINE, ...zh], { cwd })).stderr).toMatch(/--report 会覆盖/);
    }
    for (const [name, text] of Object.entries(files)) {
      expect(await readFile(join(cwd, name), 'utf8')).toBe(text);
    }
  });

  it('never replaces one behind a link, in Chinese as well', async () => {
    const cwd = await folderWith({ 'k.env': LINES });
    await symlink('k.env', join(cwd, 'soft.env'));
    await link(join(cwd, 'k.env'), join(cwd, 'hard.env'));
    const pairs = [
      ['k.env', 'soft.env'],
      ['soft.env', 'k.env'],
      ['k.env', 'hard.env'],
    ] as const;
    for (const [settings, target] of pairs) {
      const words = ['--settings', settings, '--report', 'junit', target, '--lang', 'zh-CN'];
      const result = await run([...OFFLINE, ...words], { cwd });
      expect(result.code).toBe(64);
      expect(result.stderr).toContain(`--report 会覆盖本次运行要读取的文件 ${target}`);
      expect(await readFile(join(cwd, 'k.env'), 'utf8')).toBe(LINES);
    }
  });

  it.each(['mail.txt.bak', './mail.txt.bak2', 'link.bak', 'real/mail.txt.bak'])(
    'takes no name under which --write keeps the old settings: %s',
    async (target) => {
      const cwd = await folderWith({ 'mail.txt': LINES });
      await mkdir(join(cwd, 'real'));
      await writeFile(join(cwd, 'real', 'mail.txt'), LINES);
      await symlink('real/mail.txt', join(cwd, 'link'));
      const settings = target.startsWith('.') || target.startsWith('mail') ? 'mail.txt' : 'link';
      const words = ['verify', '--write', '--settings', settings, '--report', 'html', target];
      const result = await run(words, { cwd });
      expect(result).toMatchObject({ code: 64, stdout: '' });
      expect(result.stderr).toContain(`--report would replace ${target}, which`);
      expect((await readdir(cwd)).sort()).toEqual(['link', 'mail.txt', 'real']);
      expect(await readdir(join(cwd, 'real'))).toEqual(['mail.txt']);
    },
  );

  it('never replaces the file of --html, nor the settings of domain', async () => {
    const cwd = await folderWith({ 'k.env': LINES, 'mail.html': '<p>hi</p>' });
    const of = async (words: string[]) => (await run(words, { cwd })).code;
    const test = ['test', '--sandbox', '--to', 'b@x.org', '--html', 'mail.html'];
    expect(await of([...test, '--report', 'html', 'mail.html'])).toBe(64);
    expect(await readFile(join(cwd, 'mail.html'), 'utf8')).toBe('<p>hi</p>');
    const domain = ['domain', '--offline', '--settings', 'k.env'];
    expect(await of([...domain, '--report', 'html', 'k.env'])).toBe(64);
    expect(await readFile(join(cwd, 'k.env'), 'utf8')).toBe(LINES);
  });

  it('adds to the summary of a job what the step wrote there, once', async () => {
    const cwd = await folderWith({ 'k.env': LINES, 'summary.md': 'of another program' });
    const summary = join(cwd, 'summary.md');
    const of = async (format: string, env: Record<string, string>) =>
      await run([...OFFLINE, '--settings', 'k.env', '--report', format, 'summary.md'], {
        cwd,
        env,
      });
    const env = { GITHUB_STEP_SUMMARY: summary };
    for (const more of [{}, { GITHUB_ACTIONS: 'true', CI: 'true' }]) {
      const before = await readFile(summary, 'utf8');
      expect((await of('github', { ...env, ...more })).code).toBe(0);
      const after = await readFile(summary, 'utf8');
      expect(after.startsWith(`${before}\n### tailchat smtp verify`)).toBe(true);
      expect(after.slice(before.length).split('### tailchat smtp').length).toBe(2);
    }
    // Another format, and another file, are refused as ever.
    expect((await of('html', env)).code).toBe(64);
    expect((await of('github', { GITHUB_STEP_SUMMARY: `${summary}2` })).code).toBe(64);
    expect(await readFile(summary, 'utf8')).toContain('of another program\n### ');
  });

  it.each([
    ['github', '## Tests: 412 passed\n'],
    ['github', 'a line\n'],
    ['prometheus', 'my_own_metric 1\n'],
    ['prometheus', '# HELP my_own_metric Mine.\n'],
    ['prometheus', '\n'],
    ['html', '<!-- mine -->\n'],
    ['junit', '<!-- mine -->\n'],
  ])('keeps what was added to an earlier report: %s, %j', async (format, added) => {
    const cwd = await folderWith({ 'k.env': LINES });
    const file = join(cwd, 'report');
    const of = async () =>
      await run([...OFFLINE, '--settings', 'k.env', '--report', format, 'report'], { cwd });
    expect((await of()).code).toBe(0);
    const own = await readFile(file, 'utf8');
    for (const text of [own + added, added + own, own + added + own]) {
      await writeFile(file, text);
      const { code, stderr } = await of();
      expect(code).toBe(64);
      expect(stderr).toContain('--report would replace report, which');
      expect(await readFile(file, 'utf8')).toBe(text);
    }
    // Even an end that is its own again makes no report of both.
    await writeFile(file, own);
    await appendFile(file, own);
    expect((await of()).code).toBe(format === 'prometheus' ? 0 : 64);
    await writeFile(file, own);
    expect((await of()).code).toBe(0);
  });

  it('refuses two reports in one file, whatever its names', async () => {
    const cwd = await folderWith({ 'k.env': LINES, 'old.html': '' });
    await symlink('old.html', join(cwd, 'soft.html'));
    const pairs = [
      ['a.html', 'a.html'],
      ['a.html', './a.html'],
      ['old.html', 'soft.html'],
    ] as const;
    for (const [first, second] of pairs) {
      const reports = ['--report', 'html', first, '--report', 'junit', second];
      const result = await run([...OFFLINE, '--settings', 'k.env', ...reports], { cwd });
      expect(result.code).toBe(64);
      expect(result.stderr).toContain(
        `--report html ${first} and --report junit ${second} cannot go together`,
      );
    }
    expect((await readdir(cwd)).sort()).toEqual(['k.env', 'old.html', 'soft.html']);
    expect(await readFile(join(cwd, 'old.html'), 'utf8')).toBe('');
  });

  it('replaces earlier reports of its format and empty files, and nothing else', async () => {
    const cwd = await folderWith({ 'k.env': LINES, empty: '', 'notes.txt': 'mine\n' });
    const formats = ['html', 'junit', 'github', 'prometheus'];
    const of = async (format: string, file: string, words: readonly string[] = OFFLINE) =>
      await run([...words, '--settings', 'k.env', '--report', format, file], { cwd });
    for (const format of formats) {
      // Each report is an earlier one for the next, of either command and in either language.
      for (const words of [OFFLINE, ['domain', '--offline'], [...OFFLINE, '--lang', 'zh-CN']])
        expect((await of(format, `r.${format}`, words)).code).not.toBe(64);
      const result = await of(format, 'notes.txt');
      expect(result).toMatchObject({ code: 64, stdout: '' });
      expect(result.stderr).toContain(
        `--report would replace notes.txt, which is no earlier ${format} report, or holds more than that: give the`,
      );
      const other = formats.find((name) => name !== format) ?? '';
      expect((await of(other, `r.${format}`)).code).toBe(64);
    }
    expect((await of('html', 'notes.txt', [...OFFLINE, '--lang', 'zh-CN'])).stderr).toContain(
      '--report 会覆盖 notes.txt，而它不是以前的 html 报告，或者里面还有别的内容',
    );
    expect(await readFile(join(cwd, 'notes.txt'), 'utf8')).toBe('mine\n');
    expect((await of('html', 'empty')).code).toBe(0);
    expect(await readFile(join(cwd, 'empty'), 'utf8')).toContain('<title>tailchat smtp ');
  });
});
