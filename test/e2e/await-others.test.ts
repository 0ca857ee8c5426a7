import { describe, expect, it } from 'vitest';
import { mailSystem } from './await-support.js';
import { RECIPIENT, run, runJson } from './support.js';

const FRIEND = 'friend@example.org';
const BOTH = `${RECIPIENT},${FRIEND}`;
const test = (to: string) => ['test', '--to', to, '--await', '3'];

describe.concurrent('test --await, recipients whose mailbox was not opened', () => {
  it('are named where the mail was found', async () => {
    const { env } = await mailSystem('INBOX');
    const { report } = await runJson(test(BOTH), { env });
    expect(report.arrival).toMatchObject({ found: true, others: [FRIEND] });
    const warnings = report.warnings.map(({ code }) => code);
    expect(warnings).toContain('accepted-not-delivered');
    const { stdout } = await run(test(BOTH), { env });
    expect(stdout).toContain(`Not looked into: the mailbox of ${FRIEND}`);
  });

  it.each([
    ['not-arrived', null],
    ['arrived-in-spam', 'Junk'],
  ])('are not said to be %s', async (cause, folder) => {
    const folders = [{ name: 'INBOX' }, { name: 'Junk' }];
    const { env } = await mailSystem(folder, { folders });
    const { report } = await runJson(test(BOTH), { env });
    expect(report.failure?.cause).toBe(cause);
    expect(report.failure?.title).toContain(RECIPIENT);
    expect(report.failure?.title).not.toContain(FRIEND);
  });

  it('are all of them where the login is not one of them', async () => {
    const { env } = await mailSystem(null);
    const { report } = await runJson(test(FRIEND), { env });
    expect(report.arrival?.others).toEqual([FRIEND]);
    expect(report.failure?.title).toBe('The mail has not arrived in the mailbox that was opened');
    const { stdout } = await run(test(FRIEND), { env });
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      `The login of the mailbox names no recipient: whether the mailbox belongs to ${FRIEND} is not known`,
    );
  });

  it('are none where the one recipient is the login', async () => {
    const { env } = await mailSystem('INBOX');
    const { report } = await runJson(test(RECIPIENT), { env });
    expect(report.arrival).not.toHaveProperty('others');
  });
});
