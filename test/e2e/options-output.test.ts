import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { describe, expect, it } from 'vitest';
import { BIN, expectNoSecret, NODE, plantPassword, runBin } from '../helpers/run-bin.js';
import {
  closedPort,
  envOf,
  expectTidy,
  folderWith,
  RECIPIENT,
  run,
  runJson,
  startScript,
  USER,
  uriOf,
} from './support.js';

const TEST = ['test', '--to', RECIPIENT];
const HAN = /\p{Script=Han}/u;

describe.concurrent('--json', () => {
  it.each([
    ['a passed check', {}, 0],
    ['a failed check', { replies: { AUTH: '535 5.7.8 No' } }, 77],
  ] as const)('prints one document and nothing else, for %s', async (_name, script, code) => {
    const password = plantPassword();
    const server = await startScript(script);
    const result = await runJson(TEST, { env: envOf(server, { password }) });
    expect(result).toMatchObject({ code, stderr: '' });
    expect(result.stdout.endsWith('}\n')).toBe(true);
    expectNoSecret(result, password, USER);
  });

  it('keeps stdout to the document although stderr has the conversation', async () => {
    const password = plantPassword();
    const server = await startScript();
    const result = await runJson([...TEST, '-v'], { env: envOf(server, { password }) });
    expect(result.code).toBe(0);
    expect(result.stderr).toContain('> MAIL FROM');
    expectNoSecret(result, password, USER);
  });
});

describe.concurrent('--verbose', () => {
  it.each(['-v', '--verbose'])('%s shows the conversation on stderr, masked', async (option) => {
    for (const mechanism of ['PLAIN', 'LOGIN']) {
      const password = plantPassword();
      const server = await startScript({
        replies: { EHLO: `250-scripted.example\r\n250 AUTH ${mechanism}` },
      });
      const result = await run([...TEST, option], { env: envOf(server, { password }) });
      expect(result.code).toBe(0);
      expect(result.stdout).toMatch(/^✓ /);
      expect(result.stdout).not.toContain('EHLO');
      const lines = result.stderr.split('\n').map((line) => line.trim());
      expect(lines).toContain('< 220 scripted.example ESMTP');
      expect(lines).toContain(`> RCPT TO:<${RECIPIENT.replace(/^(.)[^@]*/, '$1…')}>`);
      expect(lines).toContain('< 250 2.0.0 queued as TEST');
      expect(lines.join('\n')).toMatch(/^> AUTH (PLAIN \*\*\*|LOGIN)$/m);
      expectNoSecret(result, password, USER);
    }
  });

  it('is quiet about it without the option', async () => {
    const server = await startScript();
    const result = await run(TEST, { env: envOf(server) });
    expect(result.code).toBe(0);
    expect(result.stdout).toMatch(/^✓ /);
    expect(result.stderr).not.toContain('RCPT TO');
  });
});

describe.concurrent('--quiet', () => {
  it.each([
    ['-q', {}, 0, '✓ '],
    ['--quiet', {}, 0, '✓ '],
    ['-q', { replies: { AUTH: '535 5.7.8 No' } }, 77, '✗ '],
  ] as const)('%s leaves one line on stdout', async (option, script, code, mark) => {
    const password = plantPassword();
    const server = await startScript(script);
    const result = await run([...TEST, option], { env: envOf(server, { password }) });
    expect(result).toMatchObject({ code, stderr: '' });
    expect(result.stdout).toMatch(/^[^\n]+\n$/);
    expect(result.stdout.startsWith(mark)).toBe(true);
    expect(result.stdout.includes('[auth-failed]')).toBe(code === 77);
    expectNoSecret(result, password, USER);
  });
});

describe.concurrent('--no-input and --interactive', () => {
  it.each([[[]], [['--no-input']], [['-i']]])(
    'without a terminal nothing is asked, and all that is missing is named (%j)',
    async (more) => {
      const result = await run(['test', ...more], { stdin: 'open', timeoutMs: 8000 });
      expect(result.code).toBe(78);
      expect(result.stdout).toContain('[uri-missing]');
      const named = ['SMTP_URI', '--uri', 'SMTP_SENDER', '--sender', '--to'];
      for (const name of named) expect(result.stdout).toContain(name);
      expect(result.stderr).toContain('settings');
      expect(result.stderr).not.toContain('?');
    },
  );

  it('-i without a terminal takes what was found', async () => {
    const server = await startScript();
    const options = { env: envOf(server), stdin: 'open', timeoutMs: 8000 };
    const result = await run([...TEST, '-i'], options);
    expect(result.code).toBe(0);
    expect(result.stdout).toMatch(/^✓ /);
    expect(result.stderr).toMatch(/^--interactive has no effect: .*\n✓ settings /);
  });
});

describe.concurrent('--show-secrets', () => {
  it('prints the URI with the real password, in --json too', async () => {
    const password = plantPassword();
    const server = await startScript({ replies: { AUTH: '535 5.7.8 No' } });
    const env = envOf(server, { password });
    const uri = uriOf(server, { password });
    const json = await runJson(['verify', '--show-secrets'], { env });
    expect(json).toMatchObject({ code: 77, stderr: '' });
    expect(json.report.settings.uri).toBe(uri);
    const people = await run(['verify', '--show-secrets'], { env });
    expect(people.code).toBe(77);
    expect(people.stdout).toContain('[auth-failed]');
    expect(people.stderr).toContain(uri);
  });

  it.each([
    ['a repaired line', (uri: string) => ({ SMTP_URI: `"${uri}"` })],
    ['a pasted line', (uri: string) => ({ SMTP_URI: `export SMTP_URI=${uri}` })],
    ['another port', (uri: string) => ({ SMTP_URI: uri.replace(':587/', ':465/') })],
    ['other settings', (uri: string) => ({ MAIL_URL: uri })],
  ])('is not for reports: %s', async (_name, settings) => {
    for (const password of [plantPassword(), 'Zq8#x']) {
      const uri = uriOf({ port: 587 }, { password });
      const cwd = await folderWith({ '.env': 'A=1\n' });
      const env = { ...settings(uri), SMTP_SENDER: USER, GITHUB_ACTIONS: 'true' };
      const files = ['html', 'junit', 'github'];
      const reports = files.flatMap((format) => ['--report', format, format]);
      const args = ['verify', '--offline', '--show-secrets', ...reports];
      const { stdout, stderr } = await run(args, { cwd, env });
      expect(stdout + stderr).toContain(encodeURIComponent(password));
      const written = files.map((file) => readFile(join(cwd, file), 'utf8'));
      const said = stderr.split('\n').filter((line) => line.startsWith('::'));
      const result = { stdout: (await Promise.all(written)).join('\n'), stderr: said.join('\n') };
      expect(result.stdout).toContain('***');
      expectNoSecret(result, password, USER);
    }
  });

  it('is needed for that', async () => {
    const password = plantPassword();
    const server = await startScript({ replies: { AUTH: '535 5.7.8 No' } });
    const env = envOf(server, { password });
    const masked = `smtp://${encodeURIComponent(USER)}:***@127.0.0.1:${server.port}/`;
    const json = await runJson(['verify'], { env });
    expect(json).toMatchObject({ code: 77, stderr: '' });
    expect(json.report.settings.uri).toBe(masked);
    expectNoSecret(json, password, USER);
    const people = await run(['verify', '-v'], { env });
    expect(people.code).toBe(77);
    expect(people.stderr).toContain(masked.replace(/me%40/, 'm…%40'));
    expect(people.stderr).toContain('! The login is sent unencrypted');
    expectNoSecret(people, password, USER);
  });
});

describe.concurrent('--lang', () => {
  it.each([
    ['--lang zh-CN', ['--lang', 'zh-CN'], {}, true],
    ['--lang=zh-CN', ['--lang=zh-CN'], { LANG: 'en_US.UTF-8' }, true],
    ['LANG', [], { LANG: 'zh_CN.UTF-8' }, true],
    ['LC_ALL', [], { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }, true],
    ['LC_MESSAGES', [], { LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'C' }, true],
    ['LANGUAGE', [], { LANGUAGE: 'zh_CN:en' }, true],
    ['LC_ALL before LANG', [], { LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, false],
    ['--lang en before LANG', ['--lang', 'en'], { LANG: 'zh_CN.UTF-8' }, false],
    ['another language', [], { LANG: 'de_DE.UTF-8' }, false],
  ] as [string, string[], Record<string, string>, boolean][])(
    '%s',
    async (_name, args, locale, isChinese) => {
      const password = plantPassword();
      const env = { ...envOf(await closedPort(), { password }), ...locale };
      const people = await run(['verify', ...args], { env });
      expect(people.code).toBe(69);
      expect(people.stdout).toContain('[connection-refused]');
      for (const text of [people.stdout, people.stderr]) expect(HAN.test(text)).toBe(isChinese);
      expectNoSecret(people, password, USER);
    },
  );

  it('translates the texts of the document, and not its names', async () => {
    const env = envOf(await closedPort());
    const result = await runJson(['verify', '--lang', 'zh-CN'], { env });
    expect(result).toMatchObject({ code: 69, stderr: '' });
    const { failure } = result.report;
    expect(failure).toMatchObject({ cause: 'connection-refused', step: 'connect' });
    const texts = [failure?.title, failure?.explanation, ...(failure?.nextSteps ?? [])];
    for (const text of texts) expect(text).toMatch(HAN);
  });

  it('sends the mail in that language', async () => {
    const result = await run([...TEST, '--sandbox', '--lang', 'zh-CN']);
    expect(result.code).toBe(0);
    expect(result.stdout).toMatch(/Subject: .*\p{Script=Han}/u);
    expect(result.stderr).toMatch(HAN);
  });

  it('takes no other', async () => {
    const result = await run(['verify', '--lang', 'fr']);
    expect(result).toMatchObject({ code: 64, stdout: '' });
    expect(result.stderr).toContain('zh-CN');
  });
});

describe.concurrent('colour', () => {
  /** What the program shows on a terminal. */
  function onTerminal(args: string[], env: Record<string, string>): Promise<string> {
    const inherited = { PATH: process.env.PATH ?? '', TERM: 'xterm-256color' };
    const terminal = spawn(NODE, [BIN, 'smtp', 'verify', '--offline', ...args], {
      cols: 100,
      rows: 30,
      env: { ...inherited, SMTP_URI: 'smtp://mail.example', ...env },
    });
    let shown = '';
    terminal.onData((text) => {
      shown += text;
    });
    return new Promise((resolve) => {
      terminal.onExit(({ exitCode }) => resolve(`${shown}\nexit ${exitCode}`));
    });
  }

  // SGR 30 to 37, the colours.
  const COLOR = new RegExp(`${String.fromCharCode(27)}\\[3[0-7]m`);

  it.each([
    ['a terminal', [], {}, true],
    ['a terminal and --no-color', ['--no-color'], {}, false],
    ['a terminal and NO_COLOR', [], { NO_COLOR: '1' }, false],
    ['a terminal and TERM=dumb', [], { TERM: 'dumb' }, false],
    ['a terminal and CI', [], { CI: 'true' }, false],
    ['a terminal and FORCE_COLOR=0', [], { FORCE_COLOR: '0' }, false],
    ['a terminal, TERM=dumb and FORCE_COLOR', [], { TERM: 'dumb', FORCE_COLOR: '1' }, true],
  ] as [string, string[], Record<string, string>, boolean][])(
    'for %s',
    async (_name, args, env, isColored) => {
      const shown = await onTerminal(args, env);
      expect(shown).toContain('exit 0');
      expect(shown).toContain('✓');
      expect(COLOR.test(shown)).toBe(isColored);
    },
  );

  it('is on a pipe only with FORCE_COLOR, and never with --no-color', async () => {
    const options = { env: { SMTP_URI: 'smtp://mail.example', FORCE_COLOR: '1' } };
    const forced = await runBin(['smtp', 'verify', '--offline'], options);
    expect(forced.code).toBe(0);
    expect(forced.stdout).toMatch(COLOR);
    expect(forced.stderr).toMatch(COLOR);
    const refused = await runBin(['smtp', 'verify', '--offline', '--no-color'], options);
    expectTidy(refused);
    expect(refused.code).toBe(0);
    expect(refused.stdout).toMatch(/^✓ /);
    expect(refused.stderr).toMatch(/^✓ /);
  });
});
