import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { certificates } from '../helpers/certificates.js';
import type { ImapFixtureOptions } from '../helpers/imap-fixture.js';
import { mailSystem, awaiting as test } from './await-support.js';
import { RECIPIENT, run, runJson } from './support.js';

describe.concurrent('test --await', () => {
  it('finds the mail in the inbox, and says what the receiver wrote', async () => {
    const { env, imap, smtp, expectSafe } = await mailSystem('INBOX');
    const result = await runJson(test(8), { env });
    expectSafe(result);
    expect(result.code).toBe(0);
    expect(result.report.arrival).toMatchObject({ found: true, folder: 'INBOX', isSpam: false });
    expect(result.report.arrival?.authentication).toEqual(
      ['spf', 'dkim', 'dmarc'].map((method) => ({
        ...{ method, result: 'pass', domain: 'example.com', by: 'mx.example.com' },
      })),
    );
    expect(result.report.warnings.map(({ code }) => code)).not.toContain('accepted-not-delivered');
    expect(imap.commands.filter((line) => /^(?:LOGIN|AUTHENTICATE)/.test(line))).toHaveLength(1);
    expect(imap.commands.some((line) => line.startsWith('ID '))).toBe(true);
    expect(imap.commands.join('\n')).not.toMatch(/SELECT|STORE|BODY\[/);
    const raw = smtp.mails[0]?.raw.toString() ?? '';
    const token = /^X-Tailchat-Smtp-Test: ([\da-f]{32})\r$/m.exec(raw)?.[1];
    expect(result.report.message?.id).toBe(`<${token}@example.com>`);
  });

  it.each([
    ['Junk', '', 'Junk'],
    ['Bulk/Stuff', '\\Junk', 'Bulk/Stuff'],
    ['&V4NXPpCuTvY-', '', '垃圾邮件'],
    ['[Gmail]/Spam', '\\HasNoChildren', '[Gmail]/Spam'],
  ])('tells that it is in spam: %s', async (name, flags, shown) => {
    const { env, expectSafe } = await mailSystem(name, {
      folders: [{ name: 'INBOX' }, { name: 'Sent', flags: '\\Sent' }, { name, flags }],
    });
    const result = await runJson(test(8), { env });
    expectSafe(result);
    expect(result.code).toBe(77);
    expect(result.report.failure?.cause).toBe('arrived-in-spam');
    expect(result.report.arrival).toMatchObject({ found: true, folder: shown, isSpam: true });
  });

  it('tells that it is nowhere', async () => {
    const { env, expectSafe } = await mailSystem(null);
    const result = await runJson(test(2), { env });
    expectSafe(result);
    expect(result.code).toBe(75);
    expect(result.report.failure?.cause).toBe('not-arrived');
    expect(result.report.arrival).toMatchObject({ found: false, folder: null, isSpam: null });
  });

  it('does not say so where a spam folder stays shut', async () => {
    const script = (command: string) =>
      command === 'EXAMINE "Junk"' ? 'TAG NO [NOPERM] not this one' : undefined;
    const folders = [{ name: 'INBOX' }, { name: 'Junk', flags: '\\Junk' }];
    const { env, expectSafe } = await mailSystem(null, { folders, script });
    const result = await runJson(test(2), { env });
    expectSafe(result);
    expect(result.report.failure?.cause).toBe('auth-disabled');
    expect(result.report.arrival).toMatchObject({ found: false, problem: { kind: 'folder' } });
  });

  it.each(['FETCH', 'FETCH 1 (BODY.PEEK[HEADER]<'])(
    'does not say so where the server does not show it (%s)',
    async (command) => {
      const script = (line: string) =>
        line.startsWith(command) ? 'TAG NO [NOPERM] no' : undefined;
      const { env, expectSafe } = await mailSystem('INBOX', { script });
      const result = await runJson(test(3), { env });
      expectSafe(result);
      expect(result.report.failure?.title).toMatch(
        /was sent, but the mailbox .* could not be read/,
      );
      expect(result.report.failure?.explanation).toContain('show every mail');
      expect(result.report.arrival).toMatchObject({ found: false, problem: { kind: 'folder' } });
    },
  );

  it('finds it where a rule has put it, and in no folder of sent mail', async () => {
    const folders = [{ name: 'INBOX' }, { name: 'Sent', flags: '\\Sent' }, { name: 'Rules' }];
    const { env, imap } = await mailSystem('Rules', { folders });
    const result = await runJson(test(9), { env });
    expect(result.report.arrival).toMatchObject({ found: true, folder: 'Rules', isSpam: false });
    expect(imap.commands).not.toContain('EXAMINE "Sent"');
  });

  it('does without a search that the server cannot do', async () => {
    const script = (command: string) => (command.startsWith('SEARCH') ? 'TAG BAD no' : undefined);
    const { env } = await mailSystem('INBOX', { script });
    const result = await runJson(test(8), { env });
    expect(result.report.arrival).toMatchObject({ found: true, folder: 'INBOX' });
  });

  it('demands STARTTLS with imap://', async () => {
    const { env, imap, expectSafe } = await mailSystem('INBOX', { security: 'starttls' });
    const result = await runJson(test(8), { env });
    expectSafe(result);
    expect(result.report.arrival).toMatchObject({ found: true });
    expect(imap.clearCommands).toEqual(['CAPABILITY', 'STARTTLS']);
  });

  it('takes the URI from stdin', async () => {
    const { env, uri, expectSafe } = await mailSystem('INBOX');
    const { SMTP_TEST_IMAP_URI: _, ...others } = env;
    const result = await runJson([...test(8), '--imap', '-'], { env: others, stdin: `${uri}\n` });
    expectSafe(result);
    expect(result.report.arrival).toMatchObject({ found: true });
  });

  it.each([
    ['en', 'Found in the folder INBOX after', 'Judged by mx.example.com: spf=pass (example.com)'],
    ['zh-CN', '秒后在文件夹“INBOX”里找到', 'mx.example.com 的判断：spf=pass（example.com）'],
  ])('says so in words: %s', async (lang, found, judged) => {
    const { env, expectSafe } = await mailSystem('INBOX');
    const result = await run([...test(8), '--lang', lang], { env });
    expectSafe(result);
    expect(result.code).toBe(0);
    expect(result.stdout).toContain(found);
    expect(result.stdout.replace(/\s+/g, ' ')).toContain(judged);
  });
});

describe.concurrent('a mailbox that cannot be read', () => {
  const echo = (command: string) =>
    command.startsWith('LOGIN') ? `TAG NO wrong: ${command}` : undefined;
  const unsafe = (command: string) =>
    command.startsWith('EXAMINE') ? 'TAG NO EXAMINE Unsafe Login. Please contact us' : undefined;
  const busy = (command: string) =>
    command.startsWith('EXAMINE') ? 'TAG NO [INUSE] mailbox locked' : undefined;
  const busyLogin = (command: string) =>
    command.startsWith('LOGIN') ? 'TAG NO LOGIN Login frequency limited' : undefined;
  const TOKENS = 'IMAP4rev1 AUTH=XOAUTH2 LOGINDISABLED SASL-IR';
  const OLD_TLS = {
    ...certificates.trusted,
    ...({ minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1' } as const),
    ciphers: 'ALL@SECLEVEL=0',
  };
  const flood = (command: string) =>
    command.startsWith('LIST') ? `* LIST () "/" "${'x'.repeat(100_000)}"\r\nTAG OK` : undefined;

  const bye = (_command: string, _tag: string, socket: Socket) => {
    socket.end('* BYE too busy\r\n');
    return true;
  };

  it.each<[string, ImapFixtureOptions, number, string, string]>([
    ['refuses the login', { script: echo }, 77, 'auth-failed', 'login'],
    ['keeps its folders shut', { script: unsafe }, 77, 'auth-disabled', 'folder'],
    ['is busy', { script: busy }, 75, 'server-error', 'folder-unavailable'],
    ['floods', { script: flood }, 76, 'protocol-error', 'protocol'],
    ['is silent', { script: () => '* OK still here' }, 69, 'server-silent', 'silent'],
    ['says nothing at all', { takeOver: () => true }, 69, 'server-silent', 'silent'],
    ['takes leave at once', { takeOver: bye }, 75, 'server-error', 'unavailable'],
    [
      'shows a bad certificate',
      { certificate: certificates.selfSigned },
      76,
      'certificate-untrusted',
      'certificate',
    ],
    [
      'shows an expired certificate',
      { certificate: certificates.expired },
      76,
      'certificate-expired',
      'certificate-expired',
    ],
    ['is busy with others', { script: busyLogin }, 75, 'server-error', 'unavailable'],
    ['takes tokens alone', { capabilities: TOKENS }, 77, 'oauth-required', 'oauth'],
    ['has an old TLS', { certificate: OLD_TLS }, 76, 'tls-version', 'tls-version'],
    ['has no STARTTLS', { security: 'plain' }, 76, 'starttls-unavailable', 'no-starttls'],
  ])('%s', async (_, options, code, cause, kind) => {
    const { env, imap, smtp, expectSafe } = await mailSystem('INBOX', options);
    const result = await runJson(test(3), { env });
    expectSafe(result);
    expect(result.code).toBe(code);
    expect(result.report.failure?.cause).toBe(cause);
    expect(result.report.failure?.title).toContain('The mail was sent, but the mailbox');
    expect(result.report.arrival).toMatchObject({ found: false, problem: { kind } });
    expect(result.report.message?.accepted).toEqual([RECIPIENT]);
    expect(smtp.mails).toHaveLength(1);
    expect(imap.commands.filter((line) => line.startsWith('LOGIN')).length).toBeLessThan(2);
    if (/^(?:certificate.*|no-starttls|oauth|tls-version)$/.test(kind)) {
      expect(imap.commands.join('\n')).not.toMatch(/LOGIN|AUTHENTICATE/);
    }
  });

  it('is said in words, and asks nobody to start Tailchat anew', async () => {
    const { env, expectSafe } = await mailSystem('INBOX', { script: echo });
    const result = await run(test(5), { env });
    expectSafe(result);
    expect(result.code).toBe(77);
    expect(result.stdout).toContain('The mail was sent, but the mailbox at 127.0.0.1 could not be');
    expect(result.stdout).not.toMatch(/docker compose|failed at/);
  });
});

describe.concurrent('wrong use', () => {
  it.each([
    [['--await', '5'], {}, '--await needs --imap / SMTP_TEST_IMAP_URI'],
    [['--imap', 'imaps://a:b@x.org'], {}, '--imap needs --await'],
    [['--await', '5', '--sandbox'], {}, '--await and --sandbox cannot go together'],
    [['--await', '5', '--in', 'x'], {}, '--await and --in cannot go together'],
    [['--await', '5', '--imap', '-', '--uri', '-'], {}, '--imap - and --uri - cannot go together'],
    [['--await', '5', '--imap', 'https://hunter2secret@x'], {}, '--imap needs imaps://'],
    [
      ['--await', '5'],
      { SMTP_TEST_IMAP_URI: 'hunter2secret' },
      'SMTP_TEST_IMAP_URI needs imaps://',
    ],
  ])('%j', async (args, env, words) => {
    const result = await run(['test', '--to', RECIPIENT, ...args], { env });
    expect(result.code).toBe(64);
    expect(result.stdout).toBe('');
    expect(result.stderr).toContain(words);
    expect(result.stderr).not.toContain('hunter2secret');
  });
});
