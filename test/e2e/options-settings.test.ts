import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { certificates } from '../helpers/certificates.js';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { envOf, folderWith, run, runJson, SENDER, startScript, USER, uriOf } from './support.js';

const CA = { NODE_EXTRA_CA_CERTS: certificates.authorityFile };

describe.concurrent('--uri', () => {
  it('stands in for SMTP_URI, and warns of being seen', async () => {
    const password = plantPassword();
    const [wanted, other] = [await startScript(), await startScript()];
    const env = envOf(other, { password: plantPassword() });
    const args = ['verify', '--uri', uriOf(wanted, { password })];
    const { report, ...result } = await runJson(args, { env });
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(report.settings.uriSource).toEqual({ kind: 'flag' });
    expect(report.settings.uri).toContain(':***@');
    expect(report.warnings.map(({ code }) => code)).toContain('uri-on-command-line');
    expect([wanted.connections, other.connections]).toEqual([1, 0]);
    expectNoSecret(result, password, USER);
  });

  it('warns of a password among the options, which the server passes over, and shows it nowhere', async () => {
    const password = plantPassword();
    const server = await startScript();
    const uri = (name: string) =>
      `smtp://127.0.0.1:${server.port}/?user=bob&${name}=${encodeURIComponent(password)}&hots=x.org`;
    for (const name of ['password', 'auth.pass']) {
      const { report, ...result } = await runJson(['verify', '--uri', uri(name)], {
        env: { SMTP_SENDER: SENDER },
      });
      const codes = report.warnings.map(({ code }) => code);
      expect(codes).toContain('uri-on-command-line');
      expect(codes.filter((code) => code === 'misspelt-variable')).toHaveLength(3);
      expect(report.settings.uri).not.toContain('bob');
      expectNoSecret(result, password);
      const text = await run(['verify', '--uri', uri(name)], { env: { SMTP_SENDER: SENDER } });
      expect(text.stdout + text.stderr).toContain(`The option ${name} in SMTP_URI does nothing`);
      expect(text.stdout + text.stderr).toContain('belong before the host');
      expectNoSecret(text, password);
    }
  });

  it.each(['\n', '\r\n', '', '\nsmtp://second.example\n'])(
    '- reads one line from stdin, ended by %j',
    async (end) => {
      const password = plantPassword();
      const server = await startScript();
      const stdin = `${uriOf(server, { password })}${end}`;
      const result = await runJson(['verify', '--uri', '-'], { stdin });
      expect(result).toMatchObject({ code: 0, stderr: '' });
      expect(result.report.settings.uriSource).toEqual({ kind: 'stdin' });
      expect(result.report.warnings.map(({ code }) => code)).not.toContain('uri-on-command-line');
      expect(server.connections).toBe(1);
      expectNoSecret(result, password, USER);
    },
  );

  it.each([
    ['closed', 'closed'],
    ['empty', ''],
    ['an empty line', '\n'],
  ])('- ends with uri-missing where stdin is %s', async (_name, stdin) => {
    const result = await runJson(['verify', '--uri', '-'], { stdin });
    expect(result).toMatchObject({ code: 78, stderr: '' });
    expect(result.report.failure?.cause).toBe('uri-missing');
  });

  it('- does not fall back to SMTP_URI where stdin is closed', async () => {
    const server = await startScript();
    const env = envOf(server, { password: plantPassword() });
    const result = await run(['verify', '--uri', '-'], { env });
    expect(result.code).toBe(78);
    expect(result.stdout).toContain('[uri-missing]');
    expect(result.stderr).toContain('settings');
    expect(server.connections).toBe(0);
  });

  it('- does not wait longer than --timeout for stdin', async () => {
    const args = ['verify', '--uri', '-', '--timeout', '1'];
    const result = await run(args, { stdin: 'open' });
    expect(result.code).toBe(78);
    expect(result.stdout).toContain('[uri-missing]');
    expect(result.stderr).toContain('settings');
    expect(result.ms).toBeLessThan(5000);
  });
});

describe.concurrent('--sender', () => {
  it.each(['--sender', '--from'])('%s stands in for SMTP_SENDER', async (option) => {
    const password = plantPassword();
    const server = await startScript();
    const env = envOf(server, { password });
    const args = ['verify', option, '"Tail Chat" <other@example.com>'];
    const result = await runJson(args, { env });
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(result.report.settings).toMatchObject({
      sender: '"Tail Chat" <other@example.com>',
      senderAddress: 'other@example.com',
      senderName: 'Tail Chat',
      senderSource: { kind: 'flag' },
    });
    expect(server.commands).toContain('MAIL FROM:<other@example.com>');
    expectNoSecret(result, password, USER);
  });

  it.each([
    'no address',
    'a@x.org, b@x.org',
    'a@x.org\r\nRCPT TO:<evil@x.org>',
    'Name <a@x.org\n>',
  ])('refuses %j before a connection opens', async (sender) => {
    const password = plantPassword();
    const server = await startScript();
    const env = envOf(server, { password });
    const result = await runJson(['verify', '--sender', sender], { env });
    expect(result).toMatchObject({ code: 78, stderr: '' });
    expect(result.report.failure).toMatchObject({ cause: 'sender-invalid', step: 'settings' });
    expect(server.connections).toBe(0);
    expectNoSecret(result, password, USER);
  });
});

describe.concurrent('--env-file', () => {
  it('may be repeated: the last file that has a variable wins', async () => {
    const password = plantPassword();
    const server = await startScript();
    const cwd = await folderWith({
      'a.env': '# nothing of the URI\nSMTP_SENDER=first@example.com\n',
      'b.env': `SMTP_SENDER=second@example.com\n\nSMTP_URI=${uriOf(server, { password })}\n`,
      'c.env': 'SMTP_URI=smtp://third.example\n',
      '.env': 'SMTP_URI=smtp://default.example\nSMTP_SENDER=default@example.com\n',
    });
    const files = ['c.env', 'b.env', 'a.env'].flatMap((name) => ['--env-file', name]);
    const result = await runJson(['verify', ...files], { cwd });
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(result.report.settings).toMatchObject({
      uriSource: { kind: 'file', file: 'b.env', line: 3 },
      sender: 'first@example.com',
      senderSource: { kind: 'file', file: 'a.env', line: 2 },
    });
    expect(server.connections).toBe(1);
    expectNoSecret(result, password, USER);
  });

  it('may be a pipe', async () => {
    const password = plantPassword();
    const server = await startScript();
    const cwd = await folderWith();
    execFileSync('mkfifo', [join(cwd, 'pipe')]);
    const content = `SMTP_SENDER=${SENDER}\nSMTP_URI=${uriOf(server, { password })}\n`;
    const written = writeFile(join(cwd, 'pipe'), content);
    const result = await runJson(['verify', '--env-file', 'pipe'], { cwd });
    await written;
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(result.report.settings.uriSource).toEqual({ kind: 'file', file: 'pipe', line: 2 });
    expectNoSecret(result, password, USER);
  });

  it('may be a pipe that gives a compose file', async () => {
    const password = plantPassword();
    const server = await startScript();
    const cwd = await folderWith();
    execFileSync('mkfifo', [join(cwd, 'pipe.yml')]);
    const uri = JSON.stringify(uriOf(server, { password }));
    const lines = [`SMTP_URI: ${uri}`, `SMTP_SENDER: ${SENDER}`].map((line) => `      ${line}`);
    const content = ['services:', '  tailchat:', '    image: x', '    environment:', ...lines];
    const written = writeFile(join(cwd, 'pipe.yml'), content.join('\n'));
    const result = await runJson(['verify', '--settings', 'pipe.yml'], { cwd });
    await written;
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(result.report.settings.uriSource).toMatchObject({ kind: 'file', file: 'pipe.yml' });
    expectNoSecret(result, password, USER);
  });

  it('does not wait longer than --timeout for a pipe', async () => {
    const cwd = await folderWith();
    execFileSync('mkfifo', [join(cwd, 'pipe')]);
    const args = ['verify', '--env-file', 'pipe', '--timeout', '1'];
    const result = await run(args, { cwd, timeoutMs: 8000 });
    expect([66, 78]).toContain(result.code);
    expect(result.stdout).toMatch(/^✗ /);
    expect(result.stderr).toContain('settings');
    expect(result.ms).toBeLessThan(5000);
  });

  it.each([
    ['a folder', '.'],
    ['a missing file', 'missing.env'],
    ['something below a file', 'binary.env/x'],
    ['a binary file', 'binary.env'],
    ['a huge file', 'huge.env'],
  ])('fails for %s, although the environment has the values', async (_name, file) => {
    const password = plantPassword();
    const server = await startScript();
    const cwd = await folderWith({
      'binary.env': Buffer.from([0, 1, 2, 255]),
      'huge.env': Buffer.alloc(2_000_000, 'A=1\n'),
    });
    const args = ['verify', '--env-file', file];
    const result = await runJson(args, { cwd, env: envOf(server, { password }) });
    expect(result).toMatchObject({ code: 66, stderr: '' });
    expect(result.report.failure?.cause).toBe('env-file-unreadable');
    expect(result.report.failure?.title).toContain(file);
    expect(server.connections).toBe(0);
    expectNoSecret(result, password, USER);
  });
});

describe.concurrent('the usual files', () => {
  it('are .env, then docker-compose.env, in the current folder', async () => {
    const password = plantPassword();
    const server = await startScript();
    const cwd = await folderWith({
      '.env': 'A=1\nSMTP_SENDER=dot@example.com\n',
      'docker-compose.env': `SMTP_SENDER=compose@example.com\n# mail\nSMTP_URI=${uriOf(server, { password })}\n`,
    });
    const result = await runJson(['verify'], { cwd });
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(result.report.settings).toMatchObject({
      uriSource: { kind: 'file', file: 'docker-compose.env', line: 3 },
      senderAddress: 'dot@example.com',
      senderSource: { kind: 'file', file: '.env', line: 2 },
    });
    const people = await run(['verify'], { cwd });
    expect(people.code).toBe(0);
    expect(people.stdout).toMatch(/^✓ /);
    expect(people.stderr).toContain('SMTP_URI from docker-compose.env:3');
    expect(people.stderr).toContain('SMTP_SENDER from .env:2');
    expectNoSecret(people, password, USER);
  });

  it('count less than the environment, with a warning', async () => {
    const password = plantPassword();
    const server = await startScript();
    const cwd = await folderWith({ 'docker-compose.env': 'A=1\nSMTP_URI=smtp://old.example\n' });
    const env = envOf(server, { password });
    const result = await runJson(['verify'], { cwd, env });
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(result.report.settings.uriSource).toEqual({ kind: 'env' });
    const warning = result.report.warnings.find(({ code }) => code === 'env-overrides-file');
    expect(warning?.message).toContain('SMTP_URI');
    expect(warning?.message).toContain('docker-compose.env:2');
    expectNoSecret(result, password, USER);
  });

  it('count less than a flag, as the environment does', async () => {
    const server = await startScript();
    const cwd = await folderWith({ '.env': 'SMTP_URI=smtp://a.example\nSMTP_SENDER=a@x.org\n' });
    const env = { ...CA, SMTP_URI: 'smtp://b.example', SMTP_SENDER: 'b@x.org' };
    const args = ['verify', '--uri', uriOf(server), '--sender', 'c@x.org'];
    const result = await runJson(args, { cwd, env });
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(result.report.settings).toMatchObject({
      uriSource: { kind: 'flag' },
      senderAddress: 'c@x.org',
      senderSource: { kind: 'flag' },
    });
    expect(server.commands).toContain('MAIL FROM:<c@x.org>');
  });

  it('count where the environment has an empty value', async () => {
    const server = await startScript();
    const cwd = await folderWith({ '.env': `SMTP_URI=${uriOf(server)}\n` });
    const result = await runJson(['verify'], { cwd, env: { SMTP_URI: '' } });
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(result.report.settings.uriSource).toEqual({ kind: 'file', file: '.env', line: 1 });
  });
});
