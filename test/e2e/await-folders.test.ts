import { describe, expect, it } from 'vitest';
import { mailSystem, awaiting as test } from './await-support.js';
import { run, runJson } from './support.js';

const DELIVERED = 'Return-Path: <me@example.com>\r\n';

describe.concurrent('test --await, a copy without traces of a receiver', () => {
  it.each([
    ['&XfJT0ZABkK5O9g-', '已发送邮件'],
    ['Gesendete Objekte', 'Gesendete Objekte'],
    ['Envoy&AOk-s', 'Envoyés'],
  ])("is the sender's own in %s", async (name) => {
    const folders = [{ name: 'INBOX' }, { name }];
    const { env, imap } = await mailSystem(name, { folders, header: '' });
    const { report } = await runJson(test(3), { env });
    expect(imap.commands).toContain(`EXAMINE "${name}"`);
    expect(report.arrival).toMatchObject({ found: false });
    expect(report.failure?.cause).toBe('not-arrived');
  });

  it.each([
    ['Projects', ''],
    // Filed by a rule, or by the server on behalf of the sender.
    ['Gesendet', DELIVERED],
  ])('leaves it open in %s', async (name, header) => {
    const { env } = await mailSystem(name, { folders: [{ name: 'INBOX' }, { name }], header });
    const result = await runJson(test(3), { env });
    expect(result.code).toBe(69);
    expect(result.report.arrival).toMatchObject({
      ...{ found: false, problem: { kind: 'copy', words: name } },
    });
    const { stdout } = await run(test(3), { env });
    expect(stdout.replace(/\s+/g, ' ')).toContain('it is not known whether it has arrived');
  });
});

describe.concurrent('test --await, a folder that nobody looks into', () => {
  it.each([
    ['Trash', '\\Trash', 'trash'],
    ['Papierkorb', '', 'trash'],
    ['Deleted Messages', '', 'trash'],
    ['&XfJSIJZk-', '', 'trash'],
    ['Quarantine', '', 'quarantine'],
    ['&lpR5uw-', '', 'quarantine'],
    ['&dcVr0mWHTvZZOQ-', '', 'quarantine'],
  ])('is no arrival: %s', async (name, flags, word) => {
    const folders = [{ name: 'INBOX' }, { name, flags }];
    const { env } = await mailSystem(name, { folders, header: DELIVERED });
    const { code, stdout } = await run(test(5), { env });
    expect(code).toBe(77);
    const title = word === 'trash' ? 'arrived in the trash' : 'was put into quarantine';
    expect(stdout).toContain(`✗ The mail ${title}: you@example.com [arrived-in-spam]`);
    expect(stdout).toContain('Found in the folder ');
  });

  it.each(['Trashy novels', 'Virusforschung', 'Binary', 'Antivirus project'])(
    'is not one with a name like it: %s',
    async (name) => {
      const folders = [{ name: 'INBOX' }, { name }];
      const { env } = await mailSystem(name, { folders, header: DELIVERED });
      expect((await runJson(test(5), { env })).code).toBe(0);
    },
  );
});

describe.concurrent('test --await, a mail in the inbox that its receiver doubts', () => {
  it.each([
    ['Authentication-Results: mx.example.com; spf=fail; dmarc=fail\r\n', true],
    ['X-Spam-Flag: YES\r\nX-Spam-Status: Yes, score=9.1 required=5.0\r\n', true],
    ['Authentication-Results: mx.example.com; spf=fail; dkim=pass; dmarc=pass\r\n', false],
    ['X-Spam-Status: No, score=0.1 required=5.0\r\n', false],
  ])('is told as such: %s', async (header, isDoubted) => {
    const { env } = await mailSystem('INBOX', { header });
    const [{ code, stdout }, { report }] = [
      await run(test(5), { env }),
      await runJson(test(5), { env }),
    ];
    expect(code).toBe(0);
    expect(stdout.includes('other mailboxes may refuse such a mail')).toBe(isDoubted);
    expect(report.arrival?.isDoubted).toBe(isDoubted || undefined);
  });
});

describe.concurrent('test --await, many folders', () => {
  const many = Array.from({ length: 42 }, (_, at) => ({ name: `Project ${at}` }));
  const folders = [{ name: 'INBOX' }, ...many];

  it.each(['Sentry', 'Envoy', 'Presentation'])(
    'takes %s for no folder of sent mail',
    async (name) => {
      const own = { folders: [{ name: 'INBOX' }, { name }, { name }], header: DELIVERED };
      const { env } = await mailSystem(name, own);
      const { report } = await runJson(test(5), { env });
      expect(report.arrival).toMatchObject({ found: true, folder: name });
    },
  );

  it.each(['Project 1', 'Project 34'])('looks into each: %s', async (name) => {
    const { env } = await mailSystem(name, { folders, header: DELIVERED });
    const { report } = await runJson(test(9), { env });
    expect(report.arrival).toMatchObject({ found: true, folder: name });
  });

  it('looks into each for spam', async () => {
    const spam = ['Spam', 'Junk', 'Bulk', 'Junk Mail', 'Bulk Mail', 'Junk E-mail', 'Spamverdacht'];
    const { env } = await mailSystem('Spamverdacht', { folders: spam.map((name) => ({ name })) });
    const { report } = await runJson(test(9), { env });
    expect(report.arrival).toMatchObject({ found: true, isSpam: true });
  });

  it('looks into one that is made only for the mail', async () => {
    const growing = [{ name: 'INBOX' }];
    const script = (command: string) => {
      if (command === 'EXAMINE "INBOX"' && growing.length === 1) growing.push({ name: 'New' });
      return undefined;
    };
    const { env } = await mailSystem('New', { folders: growing, script, header: DELIVERED });
    const { report } = await runJson(test(5), { env });
    expect(report.arrival).toMatchObject({ found: true, folder: 'New' });
  });

  it('is content with a folder that is listed twice', async () => {
    const twice = [{ name: 'INBOX' }, { name: 'Lists' }, { name: 'Lists' }];
    const { env } = await mailSystem(null, { folders: twice });
    const { report } = await runJson(test(3), { env });
    expect(report.failure?.cause).toBe('not-arrived');
  });

  it('says how many were not opened in time', async () => {
    const slow = Array.from({ length: 400 }, (_, at) => ({ name: `Slow ${at}` }));
    const takeOver = (command: string, tag: string, socket: import('node:net').Socket) => {
      if (!command.startsWith('EXAMINE "Slow')) return false;
      setTimeout(() => socket.write(`* 0 EXISTS\r\n${tag} OK done\r\n`), 100).unref();
      return true;
    };
    const { env } = await mailSystem('Slow 399', { folders: slow, takeOver });
    const { report } = await runJson(test(4), { env });
    expect(report.arrival?.problem).toMatchObject({ kind: 'folders' });
    expect(report.arrival?.problem?.words).toMatch(/^\d+\/401$/);
    expect(report.failure?.cause).toBe('timeout');
  });
});

describe.concurrent('test --await, a folder for spam', () => {
  it.each([
    ['Ongewenste e-mail', true],
    ['Lixo Eletr&APQ-nico', true],
    ['Skr&AOQ-ppost', true],
    ['Probably Spam', true],
    ['Correo no deseado', true],
    ['&V4NXPpCuTvZZOQ-', true],
    ['No spam', false],
    ['&V4NXPmh2-', false],
  ])('is told by its name: %s', async (name, isSpam) => {
    const { env } = await mailSystem(name, { folders: [{ name: 'INBOX' }, { name }] });
    const { report } = await runJson(test(5), { env });
    expect(report.arrival).toMatchObject({ found: true, isSpam });
  });
});

it('test --await is not disturbed by flags that the server tells of', async () => {
  const takeOver = (command: string, _tag: string, socket: import('node:net').Socket) => {
    if (command.startsWith('FETCH')) socket.write('* 1 FETCH (FLAGS (\\Recent))\r\n');
    return false;
  };
  const { env } = await mailSystem('INBOX', { takeOver });
  const { report } = await runJson(test(5), { env });
  expect(report.arrival?.authentication).toHaveLength(3);
});
