import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { folderWith, run, runJson } from './support.js';

const OFFLINE = ['verify', '--offline'];
const env = (sender: string, uri = 'smtp://mail.example') => ({
  SMTP_URI: uri,
  SMTP_SENDER: sender,
});

describe.concurrent('SMTP_SENDER', () => {
  it.each([
    ['no address', 'Tailchat', undefined],
    ['two addresses', 'a@b.example, c@d.example', undefined],
    ['a full-width @', 'Tailchat <x＠y.example>', 'Tailchat <x@y.example>'],
    ['full-width brackets alone', '＜x@y.example＞', 'x@y.example'],
    ['single quotes kept', "'x@y.example'", 'x@y.example'],
    ['its own name', 'SMTP_SENDER=x@y.example', 'x@y.example'],
    ['a line of a shell', 'export SMTP_SENDER=<x@y.example>', 'x@y.example'],
    ['a line break', 'x@y.example\nBcc: z@y.example', undefined],
    ['two @', 'x@@y.example', undefined],
  ])('with %s cannot be used', async (_name, sender, repaired) => {
    const { report, code } = await runJson(OFFLINE, { env: env(sender) });
    expect(code).toBe(78);
    expect(report.failure?.cause).toBe('sender-invalid');
    if (repaired) expect(report.failure?.nextSteps[0]).toContain(`Write SMTP_SENDER=${repaired}`);
    const chinese = await run([...OFFLINE, '--lang', 'zh-CN'], { env: env(sender) });
    if (repaired) expect(chinese.stdout).toContain(`SMTP_SENDER=${repaired}`);
  });

  it('with a bracket too many is taken without it, as by the server, with a warning', async () => {
    for (const sender of ['x@y.example>', '<x@y.example']) {
      const { report, code } = await runJson(OFFLINE, { env: env(sender) });
      expect(code).toBe(0);
      expect(report.settings.senderAddress).toBe('x@y.example');
      const [warning] = report.warnings;
      expect(warning?.code).toBe('sender-unlikely');
      expect(warning?.message).toContain('SMTP_SENDER=x@y.example');
      if (sender.includes('<')) expect(warning?.message).toContain('without the > that closes it');
    }
  });

  it('that is missing is proposed from the login, never from its password', async () => {
    const uri = `smtps://me%40x.org:${encodeURIComponent(plantPassword())}@mail.example`;
    const { report } = await runJson(['test', '--to', 'a@b.example'], { env: { SMTP_URI: uri } });
    expect(report.failure?.cause).toBe('sender-missing');
    expect(report.failure?.nextSteps.join()).toContain('SMTP_SENDER=me@x.org');
  });

  it('with a full-width @ is told so, without the step for a name alone', async () => {
    const { report } = await runJson(OFFLINE, { env: env('x＠y.example') });
    expect(report.failure?.title).toBe('SMTP_SENDER contains a full-width ＠');
    expect(report.failure?.nextSteps).toEqual([
      'Write SMTP_SENDER=x@y.example',
      'Write @ instead of ＠',
    ]);
  });

  it.each([
    ['a comma in its name', 'Tail, chat <x@y.example>', `'"Tail, chat" <x@y.example>'`],
    ['a colon in its name', 'Chat: prod <x@y.example>', `'"Chat: prod" <x@y.example>'`],
  ])('with %s is read otherwise, and warned of', async (_name, sender, repaired) => {
    const { report } = await runJson(OFFLINE, { env: env(sender) });
    expect(report).toMatchObject({ ok: true, settings: { senderAddress: 'x@y.example' } });
    const [warning] = report.warnings;
    expect(warning?.code).toBe('sender-read-otherwise');
    expect(warning?.message).toContain(`Write SMTP_SENDER=${repaired}`);
    const chinese = await run([...OFFLINE, '--lang', 'zh-CN'], { env: env(sender) });
    expect(chinese.stdout).toContain('[sender-read-otherwise]');
  });

  it.each([
    ['backslashes kept', '\\"Tailchat\\" x@y.example', '\\ Tailchat"', 'Tailchat <x@y.example>'],
    ['a note', 'x@y.example # main', '# main', 'x@y.example'],
    ['full-width brackets', 'Tailchat ＜x@y.example＞', 'Tailchat ＜ ＞', 'Tailchat <x@y.example>'],
    ['square brackets', 'Tailchat [x@y.example]', 'Tailchat [ ]', 'Tailchat <x@y.example>'],
    [
      'quotes around everything',
      '"Tailchat <x@y.example>"',
      'Tailchat < >',
      'Tailchat <x@y.example>',
    ],
    ['smart quotes', '“Tailchat” <x@y.example>', '“Tailchat”', 'Tailchat <x@y.example>'],
  ])('with %s is used, and warned of', async (_name, sender, name, repaired) => {
    const { report } = await runJson(OFFLINE, { env: env(sender) });
    expect(report.ok).toBe(true);
    expect(report.settings).toMatchObject({ senderAddress: 'x@y.example', senderName: name });
    expect(report.warnings).toMatchObject([{ code: 'sender-unlikely' }]);
    expect(report.warnings[0]?.message).toContain(`SMTP_SENDER=${repaired}`);
  });

  it('from the documentation is warned of', async () => {
    const { report } = await runJson(OFFLINE, { env: env('xxx@example.com') });
    expect(report.warnings).toMatchObject([{ code: 'sender-unlikely' }]);
  });

  it.each([
    'x@y.example',
    '"Tailchat" x@y.example',
    'Tailchat <x@y.example>',
    'T. O’Chat <x@y.example>',
  ])('as %j brings no word', async (sender) => {
    const { report } = await runJson(OFFLINE, { env: env(sender) });
    expect(report).toMatchObject({ ok: true, warnings: [] });
  });
});

describe.concurrent('a sender who is not the one who logs in', () => {
  const uri = (host: string, user: string, password: string) =>
    `smtps://${encodeURIComponent(user)}:${encodeURIComponent(password)}@${host}`;
  const mismatch = (host: string, user: string, sender: string) => {
    const password = plantPassword();
    return runJson(OFFLINE, { env: env(sender, uri(host, user, password)) }).then((result) => {
      expectNoSecret(result, password, user);
      return result.report.warnings.map(({ code }) => code).includes('sender-mismatch-likely');
    });
  };

  it('is warned of where the provider takes no other', async () => {
    expect(await mismatch('smtp.qq.com', 'me@qq.com', 'Tailchat <you@qq.com>')).toBe(true);
    expect(await mismatch('smtp.qq.com', 'me@qq.com', 'Tailchat <Me@QQ.com>')).toBe(false);
    expect(await mismatch('smtp.qq.com', '12345', 'you@qq.com')).toBe(false);
    expect(await mismatch('smtp.gmail.com', 'me@gmail.com', 'you@gmail.com')).toBe(false);
    expect(await mismatch('mail.example', 'me@mail.example', 'you@mail.example')).toBe(false);
  });
});

describe.concurrent('a sender of a free-mail provider', () => {
  const warningOf = async (host: string, sender: string, args: string[] = []) => {
    const password = plantPassword();
    const result = await runJson([...OFFLINE, ...args], {
      env: env(sender, `smtps://user:${encodeURIComponent(password)}@${host}`),
    });
    expectNoSecret(result, password);
    return result.report.warnings.find(({ code }) => code === 'sender-unaligned-likely')?.message;
  };

  it.each([
    ['smtp.163.com', 'Tailchat <me@qq.com>', 'qq.com', 'QQ Mail', 'NetEase'],
    ['smtp.sendgrid.net', 'me@GMAIL.com', 'gmail.com', 'Gmail', 'SendGrid'],
    ['mail.example', 'me@outlook.com', 'outlook.com', 'Outlook.com', 'mail.example'],
    ['203.0.113.7', 'me@foxmail.com', 'foxmail.com', 'QQ Mail', '203.0.113.7'],
    ['notqq.com', 'me@qq.com', 'qq.com', 'QQ Mail', 'notqq.com'],
  ])('through %s as %s is warned of', async (host, sender, domain, owner, through) => {
    const message = await warningOf(host, sender);
    expect(message).toContain(`Only ${owner} can send for ${domain}`);
    expect(message).toContain(`Through ${through}`);
    expect(message).toContain(`Log in to ${owner}`);
  });

  it('is warned of in Chinese', async () => {
    const message = await warningOf('smtp.sendgrid.net', 'me@qq.com', ['--lang', 'zh-CN']);
    expect(message).toContain('SMTP_SENDER 是 qq.com 的地址，而只有 QQ 邮箱能代表该域名发信');
    expect(message).toContain('经 SendGrid 发出时，SPF 和 DKIM 都与发件人不一致');
  });

  it.each([
    ['smtp.qq.com', 'me@qq.com'],
    ['smtp.qq.com', 'me@foxmail.com'],
    ['smtp.exmail.qq.com', 'me@qq.com'],
    ['mx9.qq.com', 'me@qq.com'],
    ['smtp.office365.com', 'me@outlook.com'],
    ['smtp-relay.gmail.com', 'me@gmail.com'],
    ['smtp.sendgrid.net', 'me@example.org'],
    ['smtp.sendgrid.net', 'me@mail.qq.com'],
    ['127.0.0.1', 'me@qq.com'],
    ['192.168.1.5', 'me@qq.com'],
    ['postfix', 'me@qq.com'],
    ['host.docker.internal', 'me@qq.com'],
  ])('through %s as %s is not', async (host, sender) => {
    expect(await warningOf(host, sender)).toBeUndefined();
  });

  it('makes --strict fail, and goes without DNS', async () => {
    const settings = env('me@qq.com', 'smtps://user:pass@smtp.sendgrid.net');
    const { code } = await runJson([...OFFLINE, '--strict'], { env: settings });
    expect(code).toBe(78);
  });

  it.each([
    ['me@example.org', false],
    ['me@gmail.com', true],
  ])(
    'costs the reading of all providers only where there is a word: %s',
    async (sender, isRead) => {
      const folder = await folderWith();
      await runJson(OFFLINE, { env: { ...env(sender), NODE_V8_COVERAGE: folder } });
      const files = await readdir(folder);
      const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
      expect(texts.length).toBeGreaterThan(0);
      expect(texts.some((text) => text.includes('/run-check-command-'))).toBe(true);
      expect(texts.some((text) => text.includes('/chunks/providers-'))).toBe(isRead);
    },
  );

  it('in the sandbox is nobody’s business', async () => {
    const { report } = await runJson(['test', '--sandbox', '--to', 'you@example.com'], {
      env: { SMTP_SENDER: 'me@qq.com' },
    });
    expect(report.warnings.map(({ code }) => code)).not.toContain('sender-unaligned-likely');
  });
});
