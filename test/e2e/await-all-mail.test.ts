import { expect, it } from 'vitest';
import { mailSystem, awaiting as test } from './await-support.js';
import { runJson } from './support.js';

// Gmail keeps a mail that a filter takes out of the inbox in its folder of all mail alone (RFC 6154).
const ALL = '[Gmail]/All Mail';
const folders = [{ name: 'INBOX' }, { name: ALL, flags: '\\All' }, { name: 'Rules' }];

it('finds a mail that skipped the inbox', async () => {
  const header = 'Delivered-To: you@example.com\r\n';
  const { env, expectSafe } = await mailSystem(ALL, { folders, header });
  const result = await runJson(test(5), { env });
  expectSafe(result);
  expect(result.report.arrival).toMatchObject({ found: true, folder: ALL, isSpam: false });
});

it("does not take the mailbox's own copy of what it sent for it", async () => {
  const { env } = await mailSystem(ALL, { folders, header: '' });
  const { report } = await runJson(test(3), { env });
  expect(report.arrival).toMatchObject({ found: false });
  expect(report.failure?.cause).toBe('not-arrived');
});

it('asks again where the inbox is locked for a moment', async () => {
  let refusals = 2;
  const script = (command: string) => {
    if (command !== 'EXAMINE "INBOX"' || refusals === 0) return undefined;
    refusals -= 1;
    return 'TAG NO [INUSE] locked';
  };
  const { env } = await mailSystem('INBOX', { script });
  const { report } = await runJson(test(9), { env });
  expect(report.arrival).toMatchObject({ found: true, folder: 'INBOX' });
});
