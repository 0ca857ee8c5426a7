import { describe, expect, it } from 'vitest';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { type CauseCase, expectCause } from './cause-case.js';
import { envOf, run, runJson, startScript, startSmtp, USER } from './support.js';

type Row = [reply: string, cause: CauseCase['cause'], exitCode: number, retryable?: boolean];

const SENDER: Row[] = [
  ['550 5.7.1 Sender refused', 'sender-rejected', 77],
  ['553 Not your address', 'sender-rejected', 77],
  ['501 5.1.7 Bad sender address syntax', 'sender-syntax', 65],
  ['552 5.3.4 Message too big', 'message-too-large', 65],
  ['451 4.3.0 Local trouble', 'server-error', 75, true],
  ['421 4.3.2 Shutting down', 'server-busy', 75, true],
  ['close', 'connection-closed', 69, true],
  ['what?', 'protocol-error', 76],
  ['999 what?', 'protocol-error', 76],
];

const RECIPIENT: Row[] = [
  ['550 5.1.1 No such user', 'recipient-unknown', 67],
  ['550 No', 'recipient-unknown', 67],
  ['551 5.7.1 User not local', 'recipient-rejected', 67],
  ['501 5.1.3 Bad recipient address syntax', 'recipient-syntax', 65],
  ['452 4.2.2 Mailbox full', 'mailbox-full', 75, true],
  ['450 4.2.0 Greylisted, try again later', 'greylisted', 75, true],
  ['450 4.7.1 Try again later', 'greylisted', 75, true],
  ['451 4.3.0 Local trouble', 'server-error', 75, true],
  ['554 5.7.1 <you@example.com>: Relay access denied', 'relay-denied', 77],
  ['421 4.3.2 Shutting down', 'server-busy', 75, true],
  ['close', 'connection-closed', 69, true],
  ['what?', 'protocol-error', 76],
];

const DATA: Row[] = [
  ['552 5.3.4 Message too big', 'message-too-large', 65],
  ['554 5.7.1 Refused as spam', 'content-rejected', 65],
  ['550 5.7.26 This mail is unauthenticated', 'auth-policy-rejected', 77],
  ['451 4.3.0 Local trouble', 'server-error', 75, true],
  ['421 4.3.2 Shutting down', 'server-busy', 75, true],
  ['550 5.7.28 Unusual rate', 'rate-limited', 75, true],
  // Nodemailer takes the 2 for an acceptance.
  ['221 2.7.0 Goodbye', 'protocol-error', 76],
  ['close', 'connection-closed', 69, true],
  ['what?', 'protocol-error', 76],
];

const AT_DATA: Row[] = [
  ['451 4.3.0 Local trouble', 'server-error', 75, true],
  ['554 5.5.1 No valid recipients', 'recipient-rejected', 67],
  ['554 5.5.1 Error: no valid recipients', 'protocol-error', 76],
  ['554 5.7.1 Spam', 'content-rejected', 65],
  ['close', 'connection-closed', 69, true],
  ['what?', 'protocol-error', 76],
];

function expectRow(step: CauseCase['step'], verb: string, row: Row) {
  const [reply, cause, exitCode, retryable = false] = row;
  const script = { replies: { [verb]: reply } };
  const test = { name: reply, script, cause, step, exitCode, retryable };
  return expectCause({ ...test, command: step === 'mail-from' ? 'verify' : 'test' });
}

describe.concurrent('causes of the sender, at MAIL', () => {
  it.each(SENDER)('%s → %s', async (...row) => {
    const { report } = await expectRow('mail-from', 'MAIL', row);
    expect(report.message).toBeNull();
  });

  it('is asked about by verify, and no mail is sent', async () => {
    const server = await startScript();
    const { code, stderr } = await runJson(['verify'], { env: envOf(server) });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const verbs = server.commands.map((line) => line.split(' ')[0]);
    expect(verbs.slice(0, 3)).toEqual(['EHLO', 'MAIL', 'RSET']);
    expect(verbs).not.toContain('RCPT');
    expect(verbs).not.toContain('DATA');
    expect(server.connections).toBe(1);
  });
});

describe.concurrent('causes of the recipient, at RCPT', () => {
  it.each(RECIPIENT)('%s → %s', async (...row) => {
    const { report } = await expectRow('rcpt-to', 'RCPT', row);
    expect(report.message).toBeNull();
  });

  it('names each of several recipients that were refused', async () => {
    const password = plantPassword();
    const server = await startSmtp({
      users: { [USER]: password },
      rejectRecipient: (address) =>
        address.startsWith('no')
          ? { code: 550, text: `5.1.1 <${address}> is unknown here` }
          : undefined,
    });
    const env = envOf(server, { scheme: 'smtps', password });
    const args = ['test', '--to', 'a@example.com,no1@example.com', '--to', 'no2@example.com'];
    const result = await runJson(args, { env });
    expect(result).toMatchObject({ code: 67, stderr: '' });
    const { failure, message } = result.report;
    expect(failure).toMatchObject({ cause: 'recipient-unknown', step: 'rcpt-to' });
    expect(message?.accepted).toEqual(['a@example.com']);
    expect(message?.rejected).toEqual(
      ['no1@example.com', 'no2@example.com'].map((address) => ({
        address,
        cause: 'recipient-unknown',
        reply: `550 5.1.1 <${address}> is unknown here`,
      })),
    );
    expect(server.mails).toHaveLength(1);
    expectNoSecret(result, password, USER);

    const people = await run(args, { env });
    expect(people.code).toBe(67);
    expect(people.stdout).toContain('[recipient-unknown]');
    for (const name of ['a@', 'no1@', 'no2@'])
      expect(people.stdout).toContain(`${name}example.com`);
    expect(people.stderr).toContain('550 5.1.1');
    expectNoSecret(people, password, USER);
  });
});

it('who has the mail is named in no command to try again', async () => {
  const answer = (line: string) => (line.includes('b@') ? '450 4.2.0 greylisted' : '250 ok');
  const script = await startScript({ replies: { RCPT: answer } });
  const env = { SMTP_URI: `smtp://127.0.0.1:${script.port}/?ignoreTLS=true`, SMTP_SENDER: USER };
  const { stdout, code } = await run(['test', '--to', 'a@x.org,b@x.org'], { env });
  expect(code).toBe(75);
  expect(stdout).toContain('tailchat smtp test --to b@x.org --wait 900\n');
  expect(stdout).toMatch(/tailchat smtp test --to b@x\.org\n$/);
});

describe.concurrent('causes of the message, at DATA', () => {
  it.each(DATA)('%s after the mail → %s', async (...row) => {
    const { report } = await expectRow('data', '.', row);
    expect(report.message).toBeNull();
  });

  it.each(AT_DATA)('%s before the mail → %s', async (...row) => {
    const { report } = await expectRow('data', 'DATA', row);
    expect(report.message).toBeNull();
  });

  it('silence after the mail → timeout', async () => {
    const script = { replies: { '.': 'silence' } } as const;
    const expected = { cause: 'timeout', step: 'data', exitCode: 69, retryable: true } as const;
    const args = ['--timeout', '1'];
    await expectCause({ name: 'silence', command: 'test', script, args, ...expected });
  });

  it('a mail larger than the server announces → message-too-large', async () => {
    const password = plantPassword();
    const server = await startSmtp({ users: { [USER]: password }, size: 300 });
    const env = envOf(server, { scheme: 'smtps', password });
    const args = ['test', '--to', 'you@example.com', '--text', 'long '.repeat(500)];
    const result = await runJson(args, { env });
    expect(result).toMatchObject({ code: 65, stderr: '' });
    expect(result.report.failure?.cause).toBe('message-too-large');
    expect(server.mails).toEqual([]);
    expectNoSecret(result, password, USER);
  });
});
