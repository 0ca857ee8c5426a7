import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { describe, expect, it, vi } from 'vitest';
import type { Report, StepName } from '../../src/report/report.js';
import { closedPort } from '../helpers/closed-port.js';
import { expectNoSecret, type RunResult, runBin } from '../helpers/run-bin.js';
import { ALICE, BOB, setting, withLogin } from './support.js';

const HOST = setting('HOST');
const SUBMISSION = `${HOST}:${setting('SUBMISSION_PORT')}`;
const TLS = `${HOST}:${setting('TLS_PORT')}`;
// Refuses a sender already at MAIL FROM; by default Postfix waits for RCPT TO with it.
const EARLY = `${HOST}:${setting('EARLY_PORT')}`;
const NOBODY = 'nobody@tailchat.test';
const STRANGER = 'someone@else.test';

const tls = withLogin('smtps', TLS, ALICE);
const starttls = withLogin('smtp', SUBMISSION, ALICE);

describe('right settings', () => {
  it.each([
    ['465', tls, 'tls'],
    ['587', starttls, 'starttls'],
    ['465 by name', tls.replace(HOST, 'localhost'), 'tls'],
    ['587 by name', starttls.replace(HOST, 'localhost'), 'starttls'],
  ] as const)('passes on %s', async (_, uri, encryption) => {
    const report = await check(['verify'], { uri });
    expect(report).toMatchObject({ ok: true, exitCode: 0, failure: null, message: null });
    for (const step of ['connect', encryption, 'greeting', 'ehlo', 'auth', 'mail-from'] as const) {
      expect(statusOf(report, step), step).toBe('ok');
    }
    // The authority stands in the shell alone, where Tailchat's server would not find it.
    expect(report.warnings.map(({ code }) => code)).toEqual(['trust-differs']);
  });

  it('passes where a foreign sender would be refused at once', async () => {
    const options = { uri: withLogin('smtp', EARLY, BOB), sender: BOB.address };
    expect(await check(['verify'], options)).toMatchObject({ exitCode: 0, failure: null });
  });

  it.each([
    ['465', tls],
    ['587', starttls],
  ])('puts a mail through %s into the mailbox', async (_, uri) => {
    const sender = `"Tailchat 通知" ${ALICE.address}`;
    const report = await check(['test', '--to', BOB.address], { uri, sender });
    expect(report).toMatchObject({ ok: true, exitCode: 0, failure: null });
    expect(report.message).toMatchObject({ accepted: [BOB.address], rejected: [] });
    expect(report.message?.reply).toMatch(/^250 2\.0\.0 Ok: queued as /);
    const mail = await mailOfBob(report);
    expect(mail.from).toMatchObject({ address: ALICE.address, name: 'Tailchat 通知' });
    expect(mail.to).toMatchObject([{ address: BOB.address }]);
    // It is HTML alone, as Tailchat's own.
    expect(mail.text).toBeUndefined();
    expect(mail.html).toContain('<p>');
  });
});

describe('a wrong password', () => {
  it.each([
    ['465', 'smtps', TLS],
    ['587', 'smtp', SUBMISSION],
  ])('is told on %s, after one single login', async (_, scheme, server) => {
    const before = await countFailedLogins();
    const wrong = { ...ALICE, password: `${ALICE.password}x` };
    const report = await check(['verify'], { uri: withLogin(scheme, server, wrong) });
    expectFailure(report, 77, 'auth-failed', 'auth');
    expect(report.failure?.reply).toMatchObject({ code: 535, enhanced: '5.7.8' });
    expect((await countFailedLogins()) - before).toBe(1);
  });
});

describe('a wrong port', () => {
  it('is told where nothing listens', async () => {
    const uri = withLogin('smtps', `${HOST}:${(await closedPort()).port}`, ALICE);
    expectFailure(await check(['verify'], { uri }), 69, 'connection-refused', 'connect');
  });

  it('is told where STARTTLS is spoken', async () => {
    const uri = withLogin('smtps', SUBMISSION, ALICE);
    expectFailure(await check(['verify'], { uri }), 76, 'tls-on-plain-port', 'tls');
  });

  it('is told where TLS is spoken from the first byte', async () => {
    const report = await check(['verify', '--timeout', '3'], {
      uri: withLogin('smtp', TLS, ALICE),
    });
    expectFailure(report, 76, 'plain-on-tls-port', 'greeting');
  });
});

describe('an unknown authority', () => {
  it.each([
    ['465', tls, 'tls'],
    ['587', starttls, 'starttls'],
  ] as const)('is told on %s, before any login', async (_, uri, step) => {
    const report = await check(['verify'], { uri, isTrusting: false });
    expectFailure(report, 76, 'certificate-untrusted', step);
    expect(statusOf(report, 'auth')).not.toBe('ok');
  });
});

describe('an unknown recipient', () => {
  it('is told, and nothing is sent', async () => {
    const report = await check(['test', '--to', NOBODY], { uri: starttls });
    expectFailure(report, 67, 'recipient-unknown', 'rcpt-to');
    expect(report.failure?.reply).toMatchObject({ code: 550, enhanced: '5.1.1' });
    expect(report.message).toBeNull();
  });

  it('does not keep the mail from the others', async () => {
    const report = await check(['test', '--to', `${BOB.address},${NOBODY}`], { uri: tls });
    expectFailure(report, 67, 'recipient-unknown', 'rcpt-to');
    expect(report.message).toMatchObject({
      accepted: [BOB.address],
      rejected: [{ address: NOBODY, cause: 'recipient-unknown' }],
    });
    expect(report.message?.rejected[0]?.reply).toMatch(/^550 5\.1\.1 /);
    expect((await mailOfBob(report)).from?.address).toBe(ALICE.address);
  });
});

describe('a sender that is not the user’s own', () => {
  it.each([BOB.address, STRANGER])('is told by verify at MAIL FROM (%s)', async (sender) => {
    const uri = withLogin('smtp', EARLY, ALICE);
    const report = await check(['verify'], { uri, sender });
    expectFailure(report, 77, 'sender-mismatch', 'mail-from');
    expect(report.failure?.reply).toMatchObject({ code: 553, enhanced: '5.7.1' });
  });

  it.each([BOB.address, STRANGER])('is told by test at RCPT TO (%s)', async (sender) => {
    const report = await check(['test', '--to', BOB.address], { uri: starttls, sender });
    expectFailure(report, 77, 'sender-mismatch', 'rcpt-to');
    expect(report.failure?.reply).toMatchObject({ code: 553, enhanced: '5.7.1' });
    expect(report.message).toBeNull();
  });

  it('cannot be told by verify where the server waits for RCPT TO', async () => {
    const report = await check(['verify'], { uri: starttls, sender: STRANGER });
    expect(report).toMatchObject({ exitCode: 0, failure: null });
  });
});

describe('no login', () => {
  const uri = `smtp://${SUBMISSION}`;

  // 553 5.7.1 <alice@…>: Sender address rejected: not logged in
  it('is told where the sender belongs to a user', async () => {
    const report = await check(['test', '--to', BOB.address], { uri });
    expectFailure(report, 77, 'auth-required', 'rcpt-to');
  });

  // The same, at MAIL FROM
  it('is told by verify where the server does not wait for RCPT TO', async () => {
    const report = await check(['verify'], { uri: `smtp://${EARLY}` });
    expectFailure(report, 77, 'auth-required', 'mail-from');
  });

  // 554 5.7.1 <elsewhere@else.test>: Relay access denied
  it('is told where the mail is for elsewhere', async () => {
    const options = { uri, sender: STRANGER };
    const report = await check(['test', '--to', 'elsewhere@else.test'], options);
    expectFailure(report, 77, 'relay-denied', 'rcpt-to');
  });
});

describe('for people', () => {
  it('says that the mail was taken', async () => {
    const { code, stdout } = await run(['test', '--to', BOB.address], { uri: tls });
    expect(code).toBe(0);
    expect(stdout).toContain(BOB.address);
    expect(stdout).toContain('queued as');
    expect(stdout).not.toContain('✗');
  });

  it('names the cause', async () => {
    const { code, stdout } = await run(['test', '--to', NOBODY], { uri: tls });
    expect(code).toBe(67);
    expect(stdout).toContain('recipient-unknown');
    expect(stdout).toContain(`550 5.1.1 <${NOBODY}>: Recipient address rejected: User unknown`);
  });
});

interface CheckOptions {
  uri: string;
  sender?: string;
  /** Whether the test's own authority is trusted; by default it is. */
  isTrusting?: boolean;
}

/** Runs the program with these settings in an env file. No password may show, whatever came of it. */
async function run(args: string[], options: CheckOptions): Promise<RunResult> {
  const { uri, sender = ALICE.address, isTrusting = true } = options;
  const folder = await mkdtemp(join(tmpdir(), 'tailchat-smtp-mail-servers-'));
  try {
    const file = join(folder, '.env');
    await writeFile(file, `SMTP_URI=${uri}\nSMTP_SENDER=${sender}\n`);
    const result = await runBin(['smtp', ...args, '--env-file', file], {
      cwd: folder,
      env: isTrusting ? { NODE_EXTRA_CA_CERTS: setting('CA') } : {},
      timeoutMs: 50_000,
    });
    expect(result.signal).toBeNull();
    for (const { address, password } of [ALICE, BOB]) expectNoSecret(result, password, address);
    return result;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The report of a run with `--json`, which must be all that stands on stdout. */
async function check(args: string[], options: CheckOptions): Promise<Report> {
  const { code, stdout, stderr } = await run([...args, '--json'], options);
  const report = parseReport(stdout, stderr);
  expect(report.exitCode).toBe(code);
  expect(report.command).toBe(args[0]);
  return report;
}

function parseReport(stdout: string, stderr: string): Report {
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`not one JSON document: ${JSON.stringify(stdout)}, stderr: ${stderr}`);
  }
}

function expectFailure(report: Report, exitCode: number, cause: string, step: StepName): void {
  const { failure } = report;
  const seen = { exitCode: report.exitCode, cause: failure?.cause, step: failure?.step };
  // With the server's words a mismatch explains itself.
  expect(seen, failure?.reply?.text).toEqual({ exitCode, cause, step });
  expect(report.ok).toBe(false);
  // A recipient is refused in a step that can pass for another one.
  if (report.message === null) expect(statusOf(report, step)).toBe('failed');
}

function statusOf(report: Report, name: StepName): string | undefined {
  return report.steps.find((step) => step.name === name)?.status;
}

/** The mail that the report tells of, from bob's mailbox: Postfix needs a moment to bring it there. */
async function mailOfBob({ message }: Report): Promise<Email> {
  const folder = join(setting('MAILBOXES'), 'bob', 'new');
  return vi.waitFor(
    async () => {
      const files = await readdir(folder);
      const raw = await Promise.all(files.map((file) => readFile(join(folder, file))));
      const mails = await Promise.all(raw.map((bytes) => PostalMime.parse(bytes)));
      const mail = mails.find(({ messageId }) => messageId === message?.id);
      expect(mail, `${message?.id} in ${folder}`).toBeDefined();
      return mail as Email;
    },
    { timeout: 20_000, interval: 200 },
  );
}

/** How often a login failed so far, once the log tells the end of every connection. */
async function countFailedLogins(): Promise<number> {
  return vi.waitFor(
    async () => {
      const log = await readFile(setting('LOG'), 'utf8');
      const count = (pattern: RegExp) => log.match(pattern)?.length ?? 0;
      expect(count(/: disconnect from /g)).toBe(count(/: connect from /g));
      return count(/: SASL \S+ authentication failed/g);
    },
    { timeout: 20_000, interval: 200 },
  );
}
