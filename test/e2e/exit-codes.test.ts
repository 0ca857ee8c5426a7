import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { certificates } from '../helpers/certificates.js';
import { startDnsServer } from '../helpers/dns-fixture.js';
import { DNS_PRELOAD, expectNoSecret, plantPassword, type RunOptions } from '../helpers/run-bin.js';
import {
  closeAtEnd,
  closedPort,
  envOf,
  folderWith,
  RECIPIENT,
  run,
  runJson,
  startScript,
  startSmtp,
  USER,
} from './support.js';

const FAULT = fileURLToPath(new URL('../helpers/fault-preload.mjs', import.meta.url));

/** A situation: what to run, and how. */
interface Situation {
  args: string[];
  options: RunOptions;
}

type Setup = (password: string) => Promise<Situation>;

const TEST = ['test', '--to', RECIPIENT];

/** A right login on an ordinary server that refuses what it is told to refuse. */
async function onServer(
  args: string[],
  password: string,
  options: Parameters<typeof startSmtp>[0] = {},
): Promise<Situation> {
  const server = await startSmtp({ users: { [USER]: password }, ...options });
  return { args, options: { env: envOf(server, { scheme: 'smtps', password }) } };
}

async function withDns(record: 'nxdomain' | 'silent', password: string): Promise<Situation> {
  const dns = await startDnsServer({ 'mail.fixture.example': record });
  closeAtEnd(() => dns.close());
  const env = envOf({ port: 587 }, { host: 'mail.fixture.example', password });
  return {
    args: ['verify', '--timeout', '2'],
    options: { env: { ...env, TEST_DNS_SERVER: dns.address }, preload: [DNS_PRELOAD] },
  };
}

const PASSED: [name: string, setup: Setup][] = [
  ['verify', (password) => onServer(['verify'], password)],
  ['test', (password) => onServer(TEST, password)],
];

const FAILED: [code: number, cause: string, setup: Setup][] = [
  [64, 'recipient-missing', (password) => onServer(['test'], password)],
  [65, 'recipient-syntax', (password) => onServer(['test', '--to', 'no address'], password)],
  [
    65,
    'content-rejected',
    (password) => onServer(TEST, password, { onData: () => '554 5.7.1 Refused as spam' }),
  ],
  [
    66,
    'env-file-unreadable',
    async () => ({ args: ['verify', '--env-file', 'missing.env'], options: {} }),
  ],
  [
    67,
    'recipient-unknown',
    (password) =>
      onServer(TEST, password, { rejectRecipient: () => ({ code: 550, text: '5.1.1 Nobody' }) }),
  ],
  [68, 'host-not-found', (password) => withDns('nxdomain', password)],
  [
    69,
    'connection-refused',
    async (password) => ({
      args: ['verify'],
      options: { env: envOf(await closedPort(), { password }) },
    }),
  ],
  [75, 'dns-unavailable', (password) => withDns('silent', password)],
  [
    75,
    'greylisted',
    (password) =>
      onServer(TEST, password, {
        rejectRecipient: () => ({ code: 450, text: '4.2.0 Greylisted' }),
      }),
  ],
  [
    76,
    'certificate-expired',
    (password) => onServer(['verify'], password, { certificate: certificates.expired }),
  ],
  [77, 'auth-failed', (password) => onServer(['verify'], password, { users: {} })],
  [78, 'uri-missing', async () => ({ args: ['verify'], options: {} })],
  [
    78,
    'uri-placeholder',
    async () => ({
      args: ['verify'],
      options: { env: { SMTP_URI: 'smtps://<username>:<password>@smtp.example.com/' } },
    }),
  ],
];

describe.concurrent('exit code 0', () => {
  it.each(PASSED)('%s passes', async (command, setup) => {
    const password = plantPassword();
    const { args, options } = await setup(password);
    const people = await run(args, options);
    expect(people.code).toBe(0);
    expect(people.stdout).toMatch(/^✓ /);
    expect(people.stderr).toMatch(/^✓ settings /);
    expectNoSecret(people, password, USER);

    const json = await runJson(args, options);
    expect(json).toMatchObject({ code: 0, stderr: '', report: { ok: true, command } });
    expect(json.report.message === null).toBe(command === 'verify');
    expectNoSecret(json, password, USER);
  });
});

describe.concurrent('exit codes of a failed check', () => {
  it.each(FAILED)('%i: %s', async (code, cause, setup) => {
    const password = plantPassword();
    const { args, options } = await setup(password);
    const people = await run(args, options);
    expect(people.code).toBe(code);
    expect(people.stdout).toMatch(/^✗ /);
    expect(people.stdout.split('\n')[0]).toContain(`[${cause}]`);
    expect(people.stderr).toMatch(/^✗ /m);
    expectNoSecret(people, password, USER);

    const json = await runJson(args, options);
    const shown = { ok: false, exitCode: code, failure: { cause } };
    expect(json).toMatchObject({ code, stderr: '', report: shown });
    expectNoSecret(json, password, USER);
  });
});

describe.concurrent('exit codes without a report', () => {
  it.each([[], ['--json']])('64: wrong use of the command line (%s)', async (...json) => {
    const result = await run(['verify', '--bogus', ...json]);
    expect(result).toMatchObject({ code: 64, stdout: '' });
    expect(result.stderr).toContain('bogus');
  });

  it.each([[], ['--json']])('66: --html names a file that cannot be read (%s)', async (...json) => {
    const password = plantPassword();
    const { args, options } = await onServer([...TEST, '--html', 'missing.html'], password);
    const cwd = await folderWith();
    for (const name of ['missing.html', '../']) {
      const result = await run([...args.slice(0, -1), name, ...json], { ...options, cwd });
      expect(result).toMatchObject({ code: 66, stdout: '' });
      expect(result.stderr).toContain('--html');
      expect(result.stderr).toContain(name);
      expectNoSecret(result, password, USER);
    }
  });

  it.each([[], ['--json']])('70: a bug (%s)', async (...json) => {
    const password = plantPassword();
    const { args, options } = await onServer([...TEST, ...json], password);
    const result = await run(args, { ...options, preload: [FAULT] });
    expect(result).toMatchObject({ code: 70, stdout: '' });
    expect(result.stderr).toContain('injected fault');
    expectNoSecret(result, password, USER);
  });
});

describe.concurrent('exit code 130', () => {
  const STEPS: [step: string, verb: string, seen: RegExp][] = [
    ['ehlo', 'EHLO', /> EHLO/],
    ['login', 'AUTH', /> AUTH/],
    ['sender', 'MAIL', /> MAIL/],
    ['recipient', 'RCPT', /> RCPT/],
    ['message', 'DATA', /> DATA/],
  ];
  it.each(STEPS)('Ctrl-C at %s', async (_step, verb, seen) => {
    const password = plantPassword();
    const server = await startScript({ replies: { [verb]: 'silence' } });
    const killOn = { stderr: seen, signal: 'SIGINT' } as const;
    const env = envOf(server, { password });
    // With --json, too, there is nothing to report.
    const json = verb === 'EHLO' ? ['--json'] : [];
    const result = await run([...TEST, '-v', ...json], { env, killOn, timeoutMs: 10_000 });
    expect(result).toMatchObject({ code: 130, stdout: '' });
    expect(result.stderr).toContain('Interrupted');
    expectNoSecret(result, password, USER);
  });

  it('Ctrl-C before the greeting', async () => {
    const password = plantPassword();
    const server = await startScript({ greeting: null });
    const killOn = { stderr: /connect/, signal: 'SIGINT' } as const;
    const env = envOf(server, { password });
    const result = await run(['verify'], { env, killOn, timeoutMs: 10_000 });
    expect(result).toMatchObject({ code: 130, stdout: '' });
    expect(result.stderr).toContain('Interrupted');
    expectNoSecret(result, password, USER);
  });

  it('Ctrl-C while DNS is silent', async () => {
    const password = plantPassword();
    const { options } = await withDns('silent', password);
    const killOn = { stderr: /settings/, signal: 'SIGINT' } as const;
    const result = await run(['verify'], { ...options, killOn, timeoutMs: 10_000 });
    expect(result).toMatchObject({ code: 130, stdout: '' });
    expect(result.stderr).toContain('Interrupted');
    expectNoSecret(result, password, USER);
  });

  it('Ctrl-C between two attempts of --wait', async () => {
    const password = plantPassword();
    const env = envOf(await closedPort(), { password });
    const killOn = { stderr: /trying again/, signal: 'SIGINT' } as const;
    const result = await run(['verify', '--wait', '60'], { env, killOn, timeoutMs: 10_000 });
    expect(result).toMatchObject({ code: 130, stdout: '' });
    expect(result.stderr).toContain('Interrupted');
    expectNoSecret(result, password, USER);
  });

  it('Ctrl-C while stdin says nothing', async () => {
    const signalAfter = { ms: 1500, signal: 'SIGINT' } as const;
    const result = await run(['verify', '--uri', '-'], { stdin: 'open', signalAfter });
    expect(result).toMatchObject({ code: 130, stdout: '' });
    expect(result.stderr).toContain('Interrupted');
  });
});
