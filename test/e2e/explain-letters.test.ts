import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { expectNoSecret, plantPassword, runBin } from '../helpers/run-bin.js';
import { expectValidExplanation } from '../helpers/schema.js';
import { writeBounce, writePlain } from '../unit/explain/letters/write-letter.js';
import { folderWith } from './support.js';

const BOUNCE = writeBounce({ diagnostic: 'smtp; 550 5.1.1 User unknown', status: '5.1.1' });
const AWAY = writePlain(
  ['I am away until Monday.'],
  ['From: anna@example.org', 'To: chat@example.com', 'Subject: Automatic reply: Welcome'],
);
const EXPLAIN = ['smtp', 'explain'];

async function readJson(args: string[], cwd: string) {
  const result = await runBin([...EXPLAIN, '--json', ...args], { cwd });
  return { ...result, document: expectValidExplanation(JSON.parse(result.stdout)) };
}

describe.concurrent('a letter', () => {
  it('is explained to a person: who did not get it, who refused, what was sent, what to do', async () => {
    const { code, stdout, stderr } = await runBin(EXPLAIN, { stdin: BOUNCE });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('✗ No such mailbox or domain: anna@example.org [recipient-unknown]');
    expect(stdout).toContain('Not delivered to:\n  anna@example.org\n');
    expect(stdout).toContain('Reported by: relay.example.net');
    expect(stdout).toContain('The mail: "Welcome to Tailchat", sent 2026-11-26 08:59 UTC');
    expect(stdout).toContain('The server said:\n  550 5.1.1 User unknown');
    expect(stdout).not.toContain('535');
  });

  it('is explained in Chinese', async () => {
    const { stdout } = await runBin([...EXPLAIN, '--lang', 'zh-CN'], { stdin: BOUNCE });
    expect(stdout).toContain('没有这个邮箱或域名：anna@example.org');
    expect(stdout).toContain('未送达：');
  });

  it('names several recipients of the same failure together', async () => {
    const lines = [
      'anna@example.org: 550 5.1.1 User unknown',
      'ben@example.org: 550 5.1.1 User unknown',
    ];
    const { stdout } = await runBin(EXPLAIN, { stdin: writePlain(lines) });
    expect(stdout).toContain('Not delivered to:\n  anna@example.org\n  ben@example.org\n');
    expect(stdout.match(/✗/g)).toHaveLength(1);
  });

  it('that is no failure is said in one line, and ends with 1', async () => {
    const { code, stdout } = await runBin([...EXPLAIN, '-q'], { stdin: AWAY });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^An automatic reply.*\n$/);
  });
});

describe.concurrent('a file', () => {
  it('is read where it is named, by --file or as a lone argument, packed too', async () => {
    const cwd = await folderWith({
      'bounce.eml': BOUNCE,
      'server.log': 'Error: Invalid login: 535 5.7.8 No\n',
    });
    writeFileSync(join(cwd, 'bounce.eml.gz'), gzipSync(BOUNCE));
    const named = await readJson(['--file', 'bounce.eml.gz', '--file', 'server.log'], cwd);
    expect([named.code, named.stderr]).toEqual([0, '']);
    expect(named.document.findings.map(({ cause, file }) => [cause, file])).toEqual([
      ['recipient-unknown', 'bounce.eml.gz'],
      ['auth-failed', 'server.log'],
    ]);
    const lone = await readJson(['bounce.eml'], cwd);
    expect(lone.stderr).toBe('Reading the file bounce.eml\n');
    expect(lone.document.letters).toMatchObject([{ kind: 'bounce', findings: [0] }]);
  });

  it('may be a Maildir, a folder of letters or an mbox', async () => {
    const cwd = await folderWith({});
    for (const folder of ['box/cur', 'box/new', 'box/tmp'])
      mkdirSync(join(cwd, folder), { recursive: true });
    writeFileSync(join(cwd, 'box/cur/1:2,S'), BOUNCE);
    writeFileSync(join(cwd, 'box/new/2'), AWAY);
    writeFileSync(join(cwd, 'box/tmp/3'), BOUNCE);
    const maildir = await readJson(['--file', 'box'], cwd);
    expect(maildir.document.letters?.map(({ kind }) => kind)).toEqual(['auto-reply', 'bounce']);
    const from = 'From MAILER-DAEMON Thu Nov 26 09:00:00 2026\n';
    writeFileSync(join(cwd, 'box/mbox'), `${from}${BOUNCE}\n${from}${AWAY}\n${from}${BOUNCE}`);
    const mbox = await readJson(['--file', 'box/mbox'], cwd);
    expect(mbox.document.letters?.map(({ kind, findings }) => [kind, findings])).toEqual([
      ['bounce', [0]],
      ['auto-reply', []],
      ['bounce', [1]],
    ]);
    const lines = readFileSync(join(cwd, 'box/mbox'), 'utf8').split('\n');
    for (const { line } of mbox.document.letters ?? []) expect(lines[line - 2]).toMatch(/^From /);
  });

  it.each([
    [['--file', 'missing.eml'], 66, /missing\.eml \(ENOENT\)/],
    [['--file', 'x', '535 no'], 64, /--file/],
    [['--file', ''], 64, /--file/],
  ])('%j ends with %i', async (args, code, words) => {
    const result = await runBin([...EXPLAIN, ...args]);
    expect([result.code, result.stdout]).toEqual([code, '']);
    expect(result.stderr).toMatch(words);
  });
});

describe('a URI in the place of a file', () => {
  it('is repeated nowhere', async () => {
    const password = plantPassword();
    const result = await runBin([
      'smtp',
      'explain',
      '--file',
      `smtps://me:${password}@mail.example`,
    ]);
    expect(result.code).toBe(66);
    expectNoSecret(result, password);
  });
});
