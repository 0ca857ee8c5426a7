import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { texts } from '../../src/language/en/index.js';
import { main } from '../../src/main.js';
import type { Report } from '../../src/report/report.js';
import { createFakeContext, type FakeContextOptions } from '../helpers/fake-context.js';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { type Script, startScriptedServer } from '../helpers/scripted-server.js';

const closers: (() => unknown)[] = [];
let cwd: string;

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'tailchat-smtp-cli-'));
});
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
  await rm(cwd, { recursive: true });
});

async function run(words: string[], options: FakeContextOptions = {}) {
  const context = createFakeContext({ cwd, argv: ['smtp', ...words], ...options });
  const code = await main(context);
  expect(context.waiting).toBe(0);
  return { code, stdout: context.out, stderr: context.err };
}

async function startServer(script: Script = {}) {
  const server = await startScriptedServer(script);
  closers.push(() => server.close());
  const password = plantPassword();
  const uri = `smtp://me:${encodeURIComponent(password)}@127.0.0.1:${server.port}/?ignoreTLS=true`;
  return { server, password, uri, env: { SMTP_URI: uri, SMTP_SENDER: 'me@x.org' } };
}

const SETTINGS = 'SMTP_URI=smtps://me:s3cret@mail.example:465/\nSMTP_SENDER=me@x.org\n';

describe('smtp verify --offline', () => {
  it('reads the settings, and touches no network', async () => {
    await writeFile(join(cwd, 'docker-compose.env'), SETTINGS);
    const { code, stdout, stderr } = await run(['verify', '--offline']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^✓ /);
    expect(stderr).toContain('SMTP_URI from docker-compose.env:1');
    expect(stderr).toContain('smtps://me:***@mail.example:465/');
    expect(stdout + stderr).not.toContain('s3cret');
    expect(stdout + stderr).not.toContain('\x1b');
  });

  it('prints one JSON document and nothing else', async () => {
    await writeFile(join(cwd, '.env'), SETTINGS);
    const { code, stdout, stderr } = await run(['verify', '--offline', '--json']);
    const report: Report = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(report).toMatchObject({ schemaVersion: 1, command: 'verify', ok: true, exitCode: 0 });
    expect(report.settings).toMatchObject({
      uri: 'smtps://me:***@mail.example:465/',
      uriSource: { kind: 'file', file: '.env', line: 1 },
      host: 'mail.example',
      port: 465,
      security: 'tls',
      senderAddress: 'me@x.org',
    });
    const [first, ...others] = report.steps;
    expect(first).toMatchObject({ name: 'settings', status: 'ok' });
    expect(others.map(({ status }) => status)).toEqual(others.map(() => 'skipped'));
    expect(others.every(({ why }) => why)).toBe(true);
  });

  it('shows the password only where it is asked to', async () => {
    await writeFile(join(cwd, '.env'), SETTINGS);
    const { stdout } = await run(['verify', '--offline', '--json', '--show-secrets']);
    expect(JSON.parse(stdout).settings.uri).toBe('smtps://me:s3cret@mail.example:465/');
  });

  it('speaks Chinese', async () => {
    await writeFile(join(cwd, '.env'), SETTINGS);
    const { stdout } = await run(['verify', '--offline'], { env: { LANG: 'zh_CN.UTF-8' } });
    expect(stdout).toMatch(/\p{Script=Han}/u);
  });

  it('reads the URI from stdin', async () => {
    const stdin = 'smtp://127.0.0.1:25\nmore\n';
    const { stdout } = await run(['verify', '--offline', '--json', '--uri', '-'], { stdin });
    expect(JSON.parse(stdout).settings).toMatchObject({ port: 25, uriSource: { kind: 'stdin' } });
  });

  it('ends with 78 where there is no URI, and names flag and variable', async () => {
    const { code, stdout } = await run(['verify', '--offline']);
    expect(code).toBe(78);
    expect(stdout).toContain('uri-missing');
    expect(stdout).toContain('SMTP_URI');
    expect(stdout).toContain('--uri');
  });

  it('names all that is missing at once', async () => {
    const { code, stdout } = await run(['test']);
    expect(code).toBe(78);
    for (const name of ['--uri', 'SMTP_URI', '--sender', 'SMTP_SENDER', '--to']) {
      expect(stdout).toContain(name);
    }
  });

  it('ends with 64 where only the recipient is missing', async () => {
    await writeFile(join(cwd, '.env'), SETTINGS);
    const { code, stdout } = await run(['test', '--json']);
    expect(code).toBe(64);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      exitCode: 64,
      failure: { cause: 'recipient-missing', step: 'settings' },
    });
  });

  it('ends with 66 where a named file cannot be read', async () => {
    const { code, stdout } = await run(['verify', '--env-file', 'no.env', '--json']);
    expect(code).toBe(66);
    expect(JSON.parse(stdout).failure.cause).toBe('env-file-unreadable');
  });

  it('counts a warning as a failure with --strict', async () => {
    await writeFile(join(cwd, '.env'), SETTINGS);
    const env = { SMTP_URI: 'smtp://other.example' };
    expect((await run(['verify', '--offline', '--json'], { env })).code).toBe(0);
    const { code, stdout } = await run(['verify', '--offline', '--strict', '--json'], { env });
    expect(code).toBe(78);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      exitCode: code,
      failure: { cause: 'strict-warnings', retryable: false },
      warnings: [{ code: 'env-overrides-file' }],
    });
  });
});

describe('help', () => {
  it('of the group begins as in Tailchat’s documentation', async () => {
    const { code, stdout, stderr } = await run([]);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    const lines = stdout.split('\n').filter((line) => /\S/.test(line));
    expect(lines[0]).toBe('SMTP Service');
    expect(lines[2]).toMatch(/^ *tailchat smtp verify +Verify smtp sender service$/);
    expect(lines[3]).toMatch(/^ *tailchat smtp test +Send test email with smtp service$/);
  });

  it.each(['verify', 'test'])('of %s is printed on stdout', async (command) => {
    const { code, stdout, stderr } = await run([command, '--help']);
    expect([code, stderr]).toEqual([0, '']);
    for (const option of ['--uri', '--env-file', '--json', '--show-secrets']) {
      expect(stdout).toContain(option);
    }
  });

  it('has the version', async () => {
    const { code, stdout } = await run(['--version']);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
  });
});

describe('wrong use', () => {
  it.each([
    [['verify', '--timeout', 'soon'], '--timeout'],
    [['verify', '--nonsense'], 'nonsense'],
    [['nonsense'], 'nonsense'],
  ])('%j ends with 64 and says why on stderr alone', async (words, name) => {
    const { code, stdout, stderr } = await run([...words, '--json']);
    expect([code, stdout]).toEqual([64, '']);
    expect(stderr).toContain(name);
  });

  it('strips what came from the command line', async () => {
    const { stderr } = await run(['verify', '--\x1b[31mx']);
    expect(stderr).not.toContain('\x1b');
  });

  it('ends with 66 where the HTML file cannot be read', async () => {
    const { code, stdout, stderr } = await run(['test', '--html', 'no.html']);
    expect([code, stdout]).toEqual([66, '']);
    expect(stderr).toContain('no.html');
  });
});

describe('a check', () => {
  it('that passes ends with 0', async () => {
    const { env, server, password } = await startServer();
    const result = await run(['verify', '-v'], { env });
    expect(result.code).toBe(0);
    expect(result.stdout).toMatch(/^✓ /);
    expect(server.commands.some((line) => line.startsWith('DATA'))).toBe(false);
    expectNoSecret(result, password, 'me');
  });

  it('that fails ends with the code of its cause', async () => {
    const script = { replies: { AUTH: (line: string) => `535 5.7.8 No: ${line}\x1b[2J` } };
    const { env, server, password } = await startServer(script);
    const result = await run(['verify', '-v'], { env });
    expect(result.code).toBe(77);
    expect(result.stdout).toMatch(/^✗ .*auth-failed/);
    expect(result.stdout + result.stderr).not.toContain('\x1b');
    expectNoSecret(result, password, 'me');
    expect(server.commands.filter((line) => line.startsWith('AUTH'))).toHaveLength(1);
    expect(server.commands.some((line) => line.startsWith('MAIL'))).toBe(false);
  });

  it('that is interrupted ends with 130 at once', async () => {
    const { env } = await startServer({ greeting: null });
    const context = createFakeContext({ cwd, env, argv: ['smtp', 'verify', '--json'] });
    setTimeout(context.interrupt, 200);
    const start = performance.now();
    expect(await main(context)).toBe(130);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(context.out).toBe('');
  });

  it('that takes too long ends with 69', async () => {
    const { env } = await startServer({ greeting: null });
    const { code, stdout } = await run(['verify', '--timeout', '0.2'], { env });
    expect(code).toBe(69);
    expect(stdout).toContain('server-silent');
  });

  it('that sends says who gets the mail', async () => {
    const { env, server } = await startServer();
    const { code, stdout } = await run(['test', '--to', 'a@x.org,b@x.org', '--json'], { env });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).message).toMatchObject({
      accepted: ['a@x.org', 'b@x.org'],
      rejected: [],
      reply: '250 2.0.0 queued as TEST',
    });
    expect(server.commands.filter((line) => line === '.')).toHaveLength(1);
  });

  it('asks nothing where nobody can answer', async () => {
    const { code, stderr } = await run(['verify'], { terminals: ['stdout', 'stderr'] });
    expect(code).toBe(78);
    expect(stderr).not.toContain(texts.interface.prompts.intro);
  });
});

describe('an invitation to answer questions', () => {
  const INVITED = /Answer a few questions/;

  it.each([['--json'], ['--no-input'], ['--interactive']])(
    'is no step of %s where nobody can answer',
    async (option) => {
      const { code, stdout, stderr } = await run(['verify', option]);
      expect(code).toBe(78);
      expect(stdout + stderr).toContain('--uri');
      expect(stdout + stderr).not.toMatch(INVITED);
    },
  );

  it.each([['--json'], ['--no-input']])('is one of %s in a terminal', async (option) => {
    const terminals = ['stdin', 'stderr'] as const;
    const { stdout, stderr } = await run(['verify', option], { terminals: [...terminals] });
    expect(stdout + stderr).toMatch(INVITED);
    const env = { CI: 'true' };
    const inCi = await run(['verify', option], { terminals: [...terminals], env });
    expect(inCi.stdout + inCi.stderr).not.toMatch(INVITED);
  });
});
