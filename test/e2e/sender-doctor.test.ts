import { describe, expect, it } from 'vitest';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { run, runJson } from './support.js';

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
    ['a line break', 'x@y.example\nBcc: z@y.example', undefined],
    ['a bracket too many', 'x@y.example>', 'x@y.example'],
    ['two @', 'x@@y.example', undefined],
  ])('with %s cannot be used', async (_name, sender, repaired) => {
    const { report, code } = await runJson(OFFLINE, { env: env(sender) });
    expect(code).toBe(78);
    expect(report.failure?.cause).toBe('sender-invalid');
    if (repaired) expect(report.failure?.nextSteps[0]).toContain(`Write SMTP_SENDER=${repaired}`);
    const chinese = await run([...OFFLINE, '--lang', 'zh-CN'], { env: env(sender) });
    if (repaired) expect(chinese.stdout).toContain(`SMTP_SENDER=${repaired}`);
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
