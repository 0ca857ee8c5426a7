import { describe, expect, it } from 'vitest';
import { awaiting, mailSystem } from './await-support.js';
import { runJson } from './support.js';

const CAN_IDLE = 'IMAP4rev1 ID IDLE SPECIAL-USE';
const count = (commands: string[], word: string) => commands.filter((line) => line === word).length;

describe.concurrent('test --await, where the server tells of new mail (IDLE)', () => {
  it('is told so, and leaves IDLE before it looks', async () => {
    const { env, imap, expectSafe } = await mailSystem('INBOX', {
      capabilities: CAN_IDLE,
      afterMs: 1000,
    });
    const result = await runJson(awaiting(20), { env });
    expectSafe(result);
    expect(result.code).toBe(0);
    expect(result.report.arrival).toMatchObject({ found: true, folder: 'INBOX' });
    expect(count(imap.commands, 'IDLE')).toBeGreaterThan(0);
    expect(count(imap.commands, 'DONE')).toBe(count(imap.commands, 'IDLE'));
    expect(imap.commands.filter((line) => line.startsWith('LOGIN'))).toHaveLength(1);
  });

  it('looks into the spam folder all the same', async () => {
    const { env } = await mailSystem('Junk', {
      ...{ capabilities: CAN_IDLE, afterMs: 2500 },
      folders: [{ name: 'INBOX' }, { name: 'Junk', flags: '\\Junk' }],
    });
    const result = await runJson(awaiting(20), { env });
    expect(result.report.arrival).toMatchObject({ found: true, folder: 'Junk', isSpam: true });
  });

  it('asks again and again where IDLE is refused, and tries that once', async () => {
    const { env, imap } = await mailSystem('INBOX', {
      ...{ capabilities: CAN_IDLE, afterMs: 2500 },
      script: (command) => (command === 'IDLE' ? 'TAG NO not now' : undefined),
    });
    const result = await runJson(awaiting(20), { env });
    expect(result.report.arrival).toMatchObject({ found: true, folder: 'INBOX' });
    expect(count(imap.commands, 'IDLE')).toBe(1);
  });

  it('asks no faster where the server ends it at once', async () => {
    const { env, imap } = await mailSystem(null, {
      capabilities: CAN_IDLE,
      script: (command) => (command === 'IDLE' ? '+ idling\r\n* 1 EXISTS\r\nTAG OK' : undefined),
    });
    const result = await runJson(awaiting(3), { env });
    expect(result.report.failure?.cause).toBe('not-arrived');
    expect(count(imap.commands, 'IDLE')).toBeLessThan(15);
  });

  it('does not say that the mail is nowhere where the server has fallen silent', async () => {
    const { env } = await mailSystem('INBOX', {
      ...{ capabilities: CAN_IDLE, afterMs: 3000 },
      script: (command) => (command === 'IDLE' ? '* OK a moment' : undefined),
    });
    const result = await runJson(awaiting(8), { env });
    expect(result.report.failure?.cause).toBe('server-silent');
    expect(result.report.arrival).toMatchObject({ found: false, problem: { kind: 'silent' } });
  });
});
