// Where Tailchat's nodemailer fails, the verdict is a failure, and no advice makes it worse.
import { afterEach, describe, expect, it } from 'vitest';
import { sendTest, verify } from '../../src/index.js';
import { type Script, startScriptedServer } from '../helpers/scripted-server.js';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

async function start(script: Script) {
  const server = await startScriptedServer(script);
  closers.push(() => server.close());
  const uri = `smtp://me:s3cret@127.0.0.1:${server.port}/`;
  return { server, options: { uri, sender: 'me@x.org', timeout: 5 } };
}

const EHLO = '250-scripted.example\r\n250 AUTH PLAIN';

describe('an empty line in a reply', () => {
  it.each<[string, Script]>([
    ['greeting', { greeting: '220 x ESMTP\r\n\r\n' }],
    ['greeting', { greeting: '\r\n220 x ESMTP\r\n' }],
    ['ehlo', { replies: { EHLO: `${EHLO}\r\n\r\n` } }],
    ['ehlo', { replies: { EHLO: `\r\n${EHLO}\r\n` } }],
    ['auth', { replies: { AUTH: '235 ok\r\n\r\n' } }],
    ['mail-from', { replies: { MAIL: '250 ok\r\n\r\n' } }],
  ])('is no pass at %s', async (step, script) => {
    const { options } = await start(script);
    const report = await verify(options);
    expect(report.failure).toMatchObject({ cause: 'protocol-error', step, retryable: false });
    expect(report.failure?.explanation).toMatch(/each empty line.*every mail fails/);
    const failed = report.steps.filter(({ status }) => status === 'failed');
    expect(failed.map(({ name }) => name)).toEqual([step]);
    const chinese = await verify({ ...options, lang: 'zh-CN' });
    expect(chinese.failure?.explanation).toContain('空行');
  });

  it('lets no mail out where it comes before one', async () => {
    const { server, options } = await start({ greeting: '220 x ESMTP\r\n\r\n' });
    const report = await sendTest({ ...options, to: 'you@x.org' });
    expect(report).toMatchObject({ ok: false, message: null });
    expect(server.commands.some((line) => line.startsWith('MAIL'))).toBe(false);
  });

  it('changes nothing about a refusal, nor behind the last reply', async () => {
    const refused = await start({ replies: { AUTH: '535 5.7.8 bad\r\n\r\n' } });
    expect((await verify(refused.options)).failure?.cause).toBe('auth-failed');
    const passed = await start({ replies: { RSET: '250 ok\r\n\r\n' } });
    expect((await verify(passed.options)).failure).toBeNull();
  });
});

const loginsAt = ({ commands }: { commands: string[] }) =>
  commands.filter((line) => line.startsWith('AUTH')).length;

describe('a server that has had enough of logins', () => {
  it.each([
    '421 4.7.0 too many attempts',
    '421 Too many failures',
    '454 4.7.0 Attempt limit exceeded',
    '450 4.7.1 尝试次数过多',
  ])('is not asked again: %s', async (reply) => {
    const { server, options } = await start({ replies: { AUTH: reply } });
    const report = await verify({ ...options, wait: 3 });
    expect(report.failure?.cause).toBe('auth-throttled');
    expect(report.failure?.nextSteps.join()).not.toContain('--wait');
    expect(loginsAt(server)).toBe(1);
  });

  it('is asked three times at most, where it says nothing of how many', async () => {
    const { server, options } = await start({ replies: { AUTH: '421 4.3.2 Try again later' } });
    const report = await verify({ ...options, wait: 9 });
    expect(report.failure?.cause).toBe('server-busy');
    expect(report.failure?.nextSteps[0]).toMatch(/by hand.*each try is a login/);
    expect(loginsAt(server)).toBe(3);
  });
});

describe('an answer to a command, not to an address', () => {
  it('to the lines of a mail is no word about a mailbox', async () => {
    const replies = { DATA: '502 5.5.1 unknown From: me@x.org' };
    const { options } = await start({ replies });
    const { failure } = await sendTest({ ...options, to: 'you@x.org' });
    expect(failure).toMatchObject({ step: 'data', cause: 'protocol-error' });
  });

  it.each(['501 5.5.4 Invalid parameter SIZE', '555 unsupported'])(
    'to MAIL is no word about the sender: %s',
    async (reply) => {
      const { options } = await start({ replies: { MAIL: reply } });
      expect((await verify(options)).failure?.cause).toBe('protocol-error');
    },
  );
});

describe('an address with a zone as the host', () => {
  it.each(['[fe80::1%25lo]', '[::1%25eth0]'])('%s is refused as Node does', async (host) => {
    const report = await verify({ uri: `smtp://me:s3cret@${host}:587/`, sender: 'me@x.org' });
    expect(report.failure).toMatchObject({ step: 'settings', cause: 'uri-invalid' });
    expect(report.failure?.explanation).toContain('"Invalid URL"');
  });
});
