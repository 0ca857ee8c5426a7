import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ExitCode } from '../../src/exit-codes.js';
import { expectNoSecret, plantPassword, runBin } from '../helpers/run-bin.js';
import { ID, withEngine } from './inside-support.js';
import { folderWith, run, runJson, startScript, uriOf } from './support.js';

/** A password that may stand in an address as it is. */
const plain = () => plantPassword().replace(/\W.*/s, '');

/** Where people have put the password a second time. */
const SENDERS: [name: string, sender: (password: string) => string][] = [
  ['the mailbox of the sender', (password) => `${password}@example.com`],
  ['the name of the sender', (password) => `${password} <a@example.com>`],
  ['name and mailbox', (password) => `"${password}" ${password}@example.com`],
  ['a part of the mailbox', (password) => `a+${password.toLowerCase()}@example.com`],
  ['an odd name', (password) => `“${password}” <a@example.com>`],
];

describe.concurrent('a password that also stands elsewhere is masked there', () => {
  it.each(SENDERS)('in %s, whatever is printed, with the reason', async (_, senderOf) => {
    const password = plain();
    const server = await startScript({
      replies: { MAIL: '553 5.7.1 Not allowed to send as that' },
    });
    const cwd = await folderWith({
      '.env': `SMTP_URI=${uriOf(server, { password })}\nSMTP_SENDER=${senderOf(password)}\n`,
    });
    for (const args of [[], ['--lang', 'zh-CN', '-v'], ['--offline'], ['-q']]) {
      const reports = ['junit', 'github', 'html'].flatMap((name) => ['--report', name, name]);
      const result = await run(['verify', ...args, ...reports], { cwd });
      expectNoSecret(result, password);
      const files = await Promise.all(
        ['junit', 'github', 'html'].map((name) => readFile(join(cwd, name), 'utf8')),
      );
      expectNoSecret({ stdout: files.join('\n'), stderr: '' }, password);
    }
    const { report, ...printed } = await runJson(['verify'], { cwd });
    expectNoSecret(printed, password);
    expect(report.settings.sender).toContain('***');
    expect(report.warnings.map(({ message }) => message).join('\n')).toContain(
      'SMTP_SENDER in .env:2 contains the password of SMTP_URI, or a part of it (shown as *** here)',
    );
  });

  it('in a sender, in whose line nothing is percent-encoded', async () => {
    const password = plain();
    const uri = uriOf({ port: 465 }, { scheme: 'smtps', password });
    for (const lang of ['en', 'zh-CN']) {
      for (const sender of [`"A ${password}" <me@x.org>`, `'A ${password}' <me@x.org> # x`]) {
        const cwd = await folderWith({ '.env': `SMTP_URI=${uri}\nSMTP_SENDER=${sender}\n` });
        const { report, ...printed } = await runJson(['verify', '--offline', '--lang', lang], {
          cwd,
        });
        expectNoSecret(printed, password);
        const said = report.warnings.map(({ message }) => message).join('\n');
        expect(report.warnings.map(({ code }) => code)).toContain('readers-disagree');
        expect(said).toMatch(/SMTP_SENDER=.*\*\*\*.*(?:what you have there|原来的内容)/);
        expect(said).not.toMatch(/percent-encoded password|百分号编码后的密码/);
      }
    }
  });

  it.each(['250 Ok', '550 5.1.1 No such user'])(
    'in a recipient, of which is said %s',
    async (RCPT) => {
      const password = plain();
      const server = await startScript({ replies: { RCPT } });
      const env = { SMTP_URI: uriOf(server, { password }), SMTP_SENDER: 'a@example.com' };
      for (const args of [[], ['-v', '--lang', 'zh-CN'], ['--json'], ['-q'], ['--offline']]) {
        const to = ['--to', `${password}@example.com`];
        expectNoSecret(await runBin(['smtp', 'test', ...to, ...args], { env }), password);
      }
    },
  );

  it.each([
    ['the user', (password: string) => `${password}@example.com`],
    ['the user in other letters', (password: string) => `${password.toUpperCase()}@example.com`],
  ])('in %s, also where it is proposed as the sender', async (_, userOf) => {
    const password = plain();
    const user = userOf(password);
    const server = await startScript({
      replies: {
        MAIL: (line: string) =>
          line.includes(user) ? '250 Ok' : '553 5.7.1 Not owned by the user',
      },
    });
    const env = { SMTP_URI: uriOf(server, { user, password }), SMTP_SENDER: 'a@example.com' };
    for (const args of [[], ['--json'], ['--lang', 'zh-CN', '-v'], ['--offline', '--json']]) {
      expectNoSecret(await runBin(['smtp', 'verify', ...args], { env }), password);
    }
    const { stdout } = await runBin(['smtp', 'verify'], { env });
    expect(stdout).toContain('sender-mismatch');
  });

  it('in a reply, which means what it says all the same', async () => {
    const server = await startScript({
      replies: { MAIL: '553 Mail from must equal authorized user' },
    });
    const env = { SMTP_URI: uriOf(server, { password: 'equal' }), SMTP_SENDER: 'a@example.com' };
    const { report, code } = await runJson(['verify'], { env });
    expect(code).toBe(ExitCode.noPermission);
    expect(report.failure).toMatchObject({
      cause: 'sender-mismatch',
      reply: { code: 553, enhanced: null, text: '553 Mail from must *** authorized user' },
    });
  });

  it('in a reply, also where it looks like an address', async () => {
    const password = `${plain()}@word.test`;
    const server = await startScript({
      replies: { MAIL: `550 5.7.1 Sender of ${password} not allowed` },
    });
    const uri = uriOf(server, { user: 'noreply', password });
    const env = { SMTP_URI: uri, SMTP_SENDER: 'noreply@example.com' };
    for (const args of [[], ['-v'], ['--json']]) {
      const result = await runBin(['smtp', 'verify', ...args], { env });
      expectNoSecret(result, password);
      expect(result.stdout).not.toContain('contains the password');
    }
  });

  it('in the lines of a file that are changed', async () => {
    const password = plain().toLowerCase();
    const user = `noreply@${password}.test`;
    const server = await startScript({
      replies: {
        MAIL: (line: string) => (line.includes(user) ? '250 Ok' : '553 5.7.1 Not owned by user'),
      },
    });
    const uri = uriOf(server, { user, password });
    const cwd = await folderWith({
      '.env': `SMTP_URI=${uri}
SMTP_SENDER=x@${password}.test
`,
    });
    const result = await run(['verify', '--write'], { cwd });
    expectNoSecret(result, password);
    expect(result.stderr).toContain('- SMTP_SENDER=x@***.test');
    expect(result.stderr).toContain('+ SMTP_SENDER=noreply@***.test');
    expect(await readFile(join(cwd, '.env'), 'utf8')).toContain(`SMTP_SENDER=${user}
`);
  });

  it('in a page, and in the line that checks again', async () => {
    const password = plain();
    const server = await startScript({ replies: { MAIL: '553 5.7.1 Not allowed' } });
    const env = { SMTP_URI: uriOf(server, { password }) };
    const cwd = await folderWith({});
    const sender = ['--sender', `${password}@example.com`];
    expectNoSecret(await run(['verify', ...sender], { cwd, env }), password);
    await run(['verify', ...sender, '--show-secrets', '--report', 'html', 'page.html'], {
      cwd,
      env,
    });
    const stdout = await readFile(join(cwd, 'page.html'), 'utf8');
    expect(stdout).toContain('***@example.com');
    expectNoSecret({ stdout, stderr: '' }, password);
  });

  it('in the user that the password has changed places with, with a warning', async () => {
    const password = plain();
    const uri = `smtps://${encodeURIComponent(password)}:me%40example.com@mail.example.com`;
    const env = { SMTP_URI: uri, SMTP_SENDER: 'me@example.com' };
    const english = await runBin(['smtp', 'verify', '--offline'], { env });
    expectNoSecret(english, password);
    expect(english.stdout).toContain('seem to be swapped');
    const { report, ...printed } = await runJson(['verify', '--offline', '--lang', 'zh-CN'], {
      env,
    });
    expectNoSecret(printed, password);
    expect(report.settings.user).toBe('***');
    expect(report.warnings).toMatchObject([
      { code: 'credentials-unlikely', message: expect.stringContaining('写反') },
    ]);
  });

  it('in the user, where the word that everybody has as user stands behind it', async () => {
    const password = plain();
    const env = { SMTP_URI: `smtps://SG.${password}:apikey@smtp.sendgrid.net` };
    const { report, ...printed } = await runJson(['verify', '--offline'], { env });
    expectNoSecret(printed, password);
    expect(report.warnings.map(({ code }) => code)).toContain('credentials-unlikely');
  });

  it('in the sender, and the domain is asked about all the same', async () => {
    const password = plain();
    const env = {
      SMTP_URI: `smtps://me:${password}@mail.example.com`,
      SMTP_SENDER: `${password}@example.com`,
    };
    const result = await runBin(['smtp', 'domain', '--offline', '--json'], { env });
    expectNoSecret(result, password);
    expect(JSON.parse(result.stdout)).toMatchObject({ domain: 'example.com' });
  });

  it('in the sender of a container, with the reason', async () => {
    const password = plain();
    const server = await startScript();
    const SMTP_SENDER = `${password} <a@example.com>`;
    const settings = { SMTP_URI: uriOf(server, { password }), SMTP_SENDER };
    const env = await withEngine({ containers: [{ id: ID, name: 'core', env: settings }] });
    const cwd = await folderWith();
    for (const args of [['-v'], ['--compare'], ['--report', 'html', 'a.html']]) {
      expectNoSecret(await run(['verify', '--in', 'core', ...args], { cwd, env }), password);
    }
    const page = await readFile(join(cwd, 'a.html'), 'utf8');
    expectNoSecret({ stdout: page, stderr: '' }, password);
    const { report, ...printed } = await runJson(['verify', '--in', 'core'], { cwd, env });
    expectNoSecret(printed, password);
    expect(report.settings.sender).toBe('*** <a@example.com>');
    expect(report.warnings.map(({ code }) => code)).toContain('sender-unlikely');
  });

  it('in the spelling that is advised for a sender, in a file that Compose refuses', async () => {
    const password = plain();
    const cwd = await folderWith({
      'docker-compose.env': `SMTP_URI=smtps://me:${password}@mail.example.com\nSMTP_SENDER="Tailchat" ${password}@example.com\n`,
      'run.sh': '#!/bin/sh\n. ./docker-compose.env\n',
    });
    for (const args of [[], ['--lang', 'zh-CN'], ['--json']]) {
      const result = await run(['verify', '--offline', ...args], { cwd });
      expectNoSecret(result, password);
      expect(result.stdout).toContain("SMTP_SENDER='Tailchat <***@example.com>'");
    }
  });

  it.each([
    ['of another application', { SMTP_HOST: 'mail.example.com', SMTP_USER: 'me' }],
    ['of another application, in one', {}],
  ])('in the sender %s', async (_, names) => {
    const password = plain();
    const own = 'SMTP_HOST' in names ? { SMTP_PASS: password } : {};
    const MAIL_URL = `smtps://me:${password}@mail.example.com`;
    const whole = 'SMTP_HOST' in names ? {} : { MAIL_URL };
    const env = { ...names, ...own, ...whole, SMTP_FROM: `${password}@example.com` };
    for (const args of [[], ['--json']]) {
      const result = await runBin(['smtp', 'verify', '--offline', ...args], { env });
      expectNoSecret(result, password);
      expect(result.stdout).toContain('***@example.com');
    }
  });

  it('in a sender that was pasted with the URI, or stands beside a damaged one', async () => {
    const password = plain();
    const uri = `smtps://me:${password}@mail.example.com`;
    const SMTP_SENDER = `${password}@example.com`;
    for (const env of [
      { SMTP_URI: `export SMTP_URI=${uri} SMTP_SENDER=${SMTP_SENDER}` },
      { SMTP_URI: uri.replace('//', '/'), SMTP_SENDER },
      { SMTP_URI: uri.replace('smtps', 'stmps'), SMTP_SENDER },
      { SMTP_URI: uri.replace('smtps://', ''), SMTP_SENDER },
    ]) {
      for (const args of [[], ['--json'], ['-v']]) {
        const result = await runBin(['smtp', 'verify', '--offline', ...args], { env });
        expectNoSecret(result, password);
      }
    }
  });

  it('in the Message-ID of a mail', async () => {
    const password = plain().toLowerCase();
    const server = await startScript();
    const env = {
      SMTP_URI: uriOf(server, { password }),
      SMTP_SENDER: `a@${password}.test`,
    };
    for (const args of [[], ['--json']]) {
      const result = await runBin(['smtp', 'test', '--to', 'you@example.com', ...args], { env });
      expect(result.code).toBe(ExitCode.ok);
      expectNoSecret(result, password);
    }
  });

  it('in words that a shell made of a URI without quotation marks', async () => {
    const uri = ['--uri', 'smtps://me@example.com:tgkq', 'wzrv', 'hxbn', 'mjdp@mail.example.com'];
    for (const command of ['verify', 'test', 'domain']) {
      const { stdout, stderr } = await runBin(['smtp', command, ...uri]);
      expect(stdout + stderr).not.toMatch(/tgkq|wzrv|hxbn|mjdp/);
    }
    const { code, stderr } = await runBin(['smtp', 'verify', ...uri]);
    expect(code).toBe(ExitCode.usage);
    expect(stderr).toContain('Not understood: ***, ***, ***');
  });
});
