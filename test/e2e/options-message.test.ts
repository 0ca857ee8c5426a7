import { describe, expect, it } from 'vitest';
import { describeMail } from '../../src/mail/describe-mail.js';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import {
  envOf,
  folderWith,
  type JsonRun,
  RECIPIENT,
  run,
  runJson,
  SENDER,
  startScript,
  startSmtp,
  USER,
} from './support.js';

/** Sends a mail, and reads what the server got. */
async function send(args: string[], cwd?: string) {
  const password = plantPassword();
  const server = await startSmtp({ users: { [USER]: password } });
  const env = envOf(server, { scheme: 'smtps', password });
  const result: JsonRun = await runJson(['test', ...args], { env, ...(cwd ? { cwd } : {}) });
  expect(result.stderr).toBe('');
  expectNoSecret(result, password, USER);
  const [mail] = server.mails;
  if (!mail) return { result, server, mail: undefined };
  const { headers, ...parts } = await describeMail(mail.raw);
  expect(mail.raw.toString('latin1')).not.toContain(password);
  return { result, server, mail: { ...mail, ...parts, headers: Object.fromEntries(headers) } };
}

describe.concurrent('the mail of test', () => {
  it('says who sent it, from where, and what to do', async () => {
    const { result, mail } = await send(['--to', RECIPIENT]);
    expect(result.code).toBe(0);
    expect(mail).toMatchObject({ from: SENDER, to: [RECIPIENT] });
    expect(mail?.headers).toMatchObject({ From: SENDER, To: RECIPIENT });
    expect(mail?.headers['Message-ID']).toBe(result.report.message?.id);
    expect(mail?.html).toContain(SENDER);
    expect(mail?.html).toContain('If you did not expect it');
    // As Tailchat's own mails: what minds HTML without a text minds this one, too.
    expect(mail?.raw.toString()).toMatch(/^Content-Type: text\/html; charset=utf-8/im);
    expect(mail?.raw.toString()).not.toMatch(/multipart|text\/plain/i);
    expect(result.report.message?.reply).toContain('queued as');
    expect(result.report.warnings.map(({ code }) => code)).toContain('accepted-not-delivered');
  });
});

describe.concurrent('--to', () => {
  it('may be repeated and hold lists', async () => {
    const args = ['--to', 'a@x.org, B <b@x.org>', '--to', 'c@x.org', '--to', 'a@x.org'];
    const { result, mail, server } = await send(args);
    expect(result.code).toBe(0);
    expect(mail?.to).toEqual(['a@x.org', 'b@x.org', 'c@x.org']);
    expect(result.report.message?.accepted).toEqual(['a@x.org', 'b@x.org', 'c@x.org']);
    expect(server.mails).toHaveLength(1);
  });

  it.each([
    'a@x.org\r\nBcc: evil@x.org',
    'a@x.org\nRCPT TO:<evil@x.org>',
    'a@x.org> SIZE=1\r\nDATA',
    'a@x.org>,<b@x.org\u2028Bcc: c@x.org',
    'a@x.org\u0007',
    'a b@x.org c@x.org',
    'a@',
    '@x.org',
    'nobody',
    '<>',
    ',',
    `${'a'.repeat(300)}@x.org`,
  ])('refuses %j before a connection opens', async (to) => {
    const { result, server } = await send(['--to', to]);
    expect(result.code).toBe(65);
    expect(result.report.failure).toMatchObject({ cause: 'recipient-syntax', step: 'settings' });
    expect(server.connections).toBe(0);
  });
});

describe.concurrent('--subject, --text and --html', () => {
  it('stand in the mail as they were given', async () => {
    const cwd = await folderWith({ 'mail.html': '<p>你好，<b>世界</b> é 🎉</p>\n' });
    const args = ['--subject', '测试邮件 — é 🎉', '--text', '第一行\n.\n第三行 é 🎉'];
    const { result, mail } = await send(['--to', RECIPIENT, ...args, '--html', 'mail.html'], cwd);
    expect(result.code).toBe(0);
    expect(mail?.headers.Subject).toBe('测试邮件 — é 🎉');
    expect(mail?.text.trim()).toBe('第一行\n.\n第三行 é 🎉');
    expect(mail?.html.trim()).toBe('<p>你好，<b>世界</b> é 🎉</p>');
  });

  it('--text alone makes the HTML part, too', async () => {
    const { result, mail } = await send(['--to', RECIPIENT, '--text', '1 < 2 & <b>']);
    expect(result.code).toBe(0);
    expect(mail?.text.trim()).toBe('1 < 2 & <b>');
    expect(mail?.html).toContain('1 &lt; 2 &amp; &lt;b&gt;');
    expect(mail?.headers.Subject).toContain('Test mail');
  });

  it('--html alone is the whole mail, as those of Tailchat', async () => {
    const cwd = await folderWith({ 'mail.html': '<p>only this</p>' });
    const { result, mail } = await send(['--to', RECIPIENT, '--html', 'mail.html'], cwd);
    expect(result.code).toBe(0);
    expect(mail?.html.trim()).toBe('<p>only this</p>');
    expect(mail?.raw.toString()).not.toMatch(/multipart/i);
  });

  it('a long subject is one header', async () => {
    const subject = 'word '.repeat(300).trim();
    const { result, mail } = await send(['--to', RECIPIENT, '--subject', subject]);
    expect(result.code).toBe(0);
    expect(mail?.headers.Subject).toBe(subject);
    for (const line of mail?.raw.toString().split('\r\n') ?? []) {
      expect(line.length).toBeLessThan(999);
    }
  });

  it.each(['\n', '\r', '\r\n', '\u2028'])('a subject with %j is refused', async (character) => {
    const password = plantPassword();
    const server = await startSmtp({ users: { [USER]: password } });
    const env = envOf(server, { scheme: 'smtps', password });
    const subject = `Hi${character}Bcc: evil@example.com`;
    const result = await run(['test', '--to', RECIPIENT, '--subject', subject], { env });
    expect(result).toMatchObject({ code: 64, stdout: '' });
    expect(result.stderr).toContain('--subject');
    expect(server.connections).toBe(0);
    expectNoSecret(result, password, USER);
  });

  it('a text with lines like headers stays a text', async () => {
    const { result, mail } = await send(['--to', RECIPIENT, '--text', '\r\nBcc: evil@x.org\r\n']);
    expect(result.code).toBe(0);
    expect(mail?.to).toEqual([RECIPIENT]);
    const [head = ''] = mail?.raw.toString().split('\r\n\r\n') ?? [];
    expect(head).not.toContain('evil');
  });
});

describe.concurrent('the name for EHLO in the URI', () => {
  it.each(['%0D%0AVRFY%20evil', '%0AVRFY%20evil', '%00', 'a%20b'])(
    'smuggles no command in (%s)',
    async (name) => {
      const password = plantPassword();
      const server = await startSmtp({ users: { [USER]: password } });
      const env = envOf(server, { scheme: 'smtps', password, query: `name=${name}` });
      const result = await run(['verify'], { env });
      expect([0, 76, 78]).toContain(result.code);
      expect(result.stdout).toMatch(/^[✓✗] /);
      expect(result.stderr).toContain('settings');
      for (const line of server.commands) expect(line).not.toMatch(/^VRFY/i);
      expectNoSecret(result, password, USER);
    },
  );

  it('goes to 500 recipients over one connection', async () => {
    const server = await startScript();
    const all = Array.from({ length: 500 }, (_, index) => `user${index}@x.org`);
    const { report } = await runJson(['test', '--to', all.join(',')], { env: envOf(server) });
    expect(report.message?.accepted).toEqual(all);
    expect(server.connections).toBe(1);
  });
});
