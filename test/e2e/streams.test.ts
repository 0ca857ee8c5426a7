import { type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createCertificate } from '../../src/sandbox/certificate.js';
import { BIN, expectNoSecret, NODE, plantPassword } from '../helpers/run-bin.js';
import { expectValidReport } from '../helpers/schema.js';
import {
  envOf,
  expectTidy,
  folderWith,
  RECIPIENT,
  run,
  runJson,
  startScript,
  USER,
  uriOf,
} from './support.js';

const PATH = process.env.PATH ?? '';

/** Starts the command with streams of the test's own. */
function start(args: string[], env: Record<string, string>, stdio: StdioOptions) {
  const child = spawn(NODE, ['--', BIN, 'smtp', ...args], {
    env: { PATH, ...env },
    stdio,
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal });
    });
  });
  return { child, ended };
}

function collect(stream: NodeJS.ReadableStream | null): { text: string } {
  const collected = { text: '' };
  stream?.setEncoding('utf8').on('data', (chunk: string) => {
    collected.text += chunk;
  });
  return collected;
}

describe.concurrent('a reader that leaves early', () => {
  it.each([
    ['verify', [], {}, 0],
    ['verify', ['--json'], {}, 0],
    ['verify', [], { replies: { AUTH: '535 5.7.8 No' } }, 77],
    ['verify', ['--json'], { replies: { AUTH: '535 5.7.8 No' } }, 77],
    ['--help', [], {}, 0],
  ] as const)('of stdout changes no exit code (%s %j)', async (command, more, script, code) => {
    const password = plantPassword();
    const server = await startScript(script);
    const env = envOf(server, { password });
    const { child, ended } = start([command, ...more], env, ['ignore', 'pipe', 'pipe']);
    child.stdout?.destroy();
    const stderr = collect(child.stderr);
    const end = await ended;
    const result = { ...end, stdout: '', stderr: stderr.text };
    expectTidy(result);
    expect(result.code).toBe(code);
    expectNoSecret(result, password, USER);
  });

  it('of stderr changes neither verdict nor exit code', async () => {
    const password = plantPassword();
    const server = await startScript();
    const env = envOf(server, { password });
    const { child, ended } = start(['verify', '-v'], env, ['ignore', 'pipe', 'pipe']);
    child.stderr?.destroy();
    const stdout = collect(child.stdout);
    const end = await ended;
    const result = { ...end, stdout: stdout.text, stderr: '' };
    expectTidy(result);
    expect(result.code).toBe(0);
    expect(result.stdout).toMatch(/^✓ /);
    expectNoSecret(result, password, USER);
  });

  it.skipIf(!existsSync('/dev/full'))('a full disk is no stack, and no success', async () => {
    const server = await startScript();
    const full = await open('/dev/full', 'w');
    try {
      const stdio: StdioOptions = ['ignore', full.fd, 'pipe'];
      const { child, ended } = start(['verify', '--json'], envOf(server), stdio);
      const stderr = collect(child.stderr);
      const end = await ended;
      expectTidy({ ...end, stdout: '', stderr: stderr.text });
      // A check that passed and told nobody is no success.
      expect(end.code).toBe(69);
    } finally {
      await full.close();
    }
  });
});

describe.concurrent('a large document', () => {
  it('arrives whole through a pipe whose reader is slow', async () => {
    const extensions = Array.from({ length: 1500 }, (_, i) => `250-XTEST${i} ${'x'.repeat(80)}`);
    const ehlo = ['250-scripted.example', ...extensions, '250 AUTH PLAIN'].join('\r\n');
    const server = await startScript({ replies: { EHLO: ehlo } });
    // The shell's pipe holds 64 KiB: until somebody reads, no more can be written.
    const pipeline = '{ "$0" "$@"; echo "exit $?" >&2; } | { sleep 1; cat; }';
    const child = spawn('sh', ['-c', pipeline, NODE, BIN, 'smtp', 'verify', '--json'], {
      env: { PATH, ...envOf(server) },
    });
    const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
    await once(child, 'close');
    expect(stderr.text).toBe('exit 0\n');
    expect(stdout.text.length).toBeGreaterThan(100_000);
    const report = expectValidReport(JSON.parse(stdout.text));
    const ehloStep = report.steps.find(({ name }) => name === 'ehlo');
    expect(ehloStep?.extensions).toHaveLength(1501);
  });
});

// Clear the screen, set the title, write to the clipboard, 8-bit CSI, backspaces, carriage return,
// bidirectional override and isolate, line separator, byte-order mark.
const EVIL =
  'x\u001b[2J\u001b]0;title\u0007\u001b]52;c;aGk=\u0007\u009b31m\b\b\u202e\u2066\u2028\ufeff\u0085y';

describe.concurrent('control characters never reach the terminal', () => {
  const everywhere: [name: string, verbs: string[]][] = [
    ['the greeting', []],
    ['EHLO', ['EHLO']],
    ['the login', ['AUTH']],
    ['the sender', ['MAIL']],
    ['the recipient', ['RCPT']],
    ['the message', ['.']],
  ];
  it.each(everywhere)('from the reply to %s', async (_name, [verb]) => {
    const password = plantPassword();
    for (const code of verb ? ['250', '550'] : ['220', '554']) {
      const server = await startScript({
        ...(verb ? {} : { greeting: `${code} ${EVIL}` }),
        replies: verb ? { [verb]: `${code}-${EVIL}\r\n${code} AUTH PLAIN ${EVIL}` } : {},
      });
      const env = envOf(server, { password });
      const args = ['test', '--to', RECIPIENT];
      const people = await run([...args, '-v'], { env });
      expect(people.stdout).toMatch(/^[✓✗] /);
      // It was seen, and what was removed left its mark.
      expect(people.stderr).toContain('x\ufffd[2J');
      expectNoSecret(people, password, USER);
      if (people.code === 0) continue;
      const json = await runJson(args, { env });
      expect(json).toMatchObject({ code: people.code, stderr: '' });
      expect(json.stdout).not.toMatch(/\\u00[0189]/);
      expectNoSecret(json, password, USER);
    }
  });

  it('from a certificate', async () => {
    // X.509's oldest kind of string has one octet per character.
    const commonName = EVIL.replace(/[^\0-\xff]/g, '');
    const certificate = createCertificate({ commonName, names: ['evil.example'] });
    const server = await startScript({ implicitTls: certificate });
    const env = envOf(server, { scheme: 'smtps' });
    const people = await run(['verify', '-v'], { env });
    expect(people.code).toBe(76);
    expect(people.stdout).toMatch(/^✗ /);
    expect(people.stderr).toContain('[2J');
    const json = await runJson(['verify'], { env });
    expect(json).toMatchObject({ code: 76, stderr: '' });
    expect(json.stdout).not.toMatch(/\\u00[0189]/);
  });

  const evilName = 'a\u001b[2Jb\u202e.env';
  it.each([evilName, `missing-${evilName}`])('from an env file and its name (%j)', async (file) => {
    const content = `SMTP_URI=smtp://${EVIL}@mail.example\nSMTP_SENDER=${EVIL} <a@x.org>\n`;
    const cwd = await folderWith({ [evilName]: content });
    const args = ['verify', '--offline', '--env-file', file];
    const people = await run(args, { cwd });
    expect([66, 78]).toContain(people.code);
    expect(people.stdout).toMatch(/^✗ /);
    expect(people.stderr).toMatch(/^✗ settings/m);
    const json = await runJson(args, { cwd });
    expect(json).toMatchObject({ code: people.code, stderr: '' });
    expect(json.stdout).not.toMatch(/\\u00[0189]/);
  });

  it.each([
    ['--uri', `smtp://${EVIL}:${EVIL}@${EVIL}`],
    ['--uri', `smtp://me:secret-secret@127.0.0.1:1/?name=${encodeURIComponent(EVIL)}`],
    ['--uri', `smtp://${encodeURIComponent(EVIL)}:secret-secret@127.0.0.1:1`],
    ['--sender', `${EVIL} <a@x.org>`],
    ['--to', `${EVIL}@x.org`],
    ['--subject', EVIL],
    ['--html', EVIL],
    ['--lang', EVIL],
    ['--timeout', EVIL],
    [`--${EVIL}`, '1'],
  ])('from the option %s', async (option, value) => {
    const env = { SMTP_URI: 'smtp://127.0.0.1:1', SMTP_SENDER: 'a@x.org' };
    const to = option === '--to' ? [] : ['--to', RECIPIENT];
    const result = await run(['test', ...to, option, value], { env });
    expect([64, 65, 66, 69, 78]).toContain(result.code);
    expect(`${result.stdout}${result.stderr}`.trim()).not.toBe('');
    expect(result.stderr).not.toContain('secret-secret');
  });

  it('from the text of a mail that the sandbox shows', async () => {
    const args = ['test', '--sandbox', '--to', RECIPIENT, '--text', `${EVIL}\nsecond line`];
    const result = await run(args);
    expect(result.code).toBe(0);
    expect(result.stdout).toContain('second line');
    expect(result.stderr).toContain('✓ settings');
  });

  it('from the environment', async () => {
    const server = await startScript();
    const env = { SMTP_URI: uriOf(server), SMTP_SENDER: `${EVIL} <a@x.org>` };
    const result = await run(['verify'], { env });
    expect(result.code).toBe(78);
    expect(result.stdout).toContain('[sender-invalid]');
    expect(result.stderr).toContain(
      'SMTP_SENDER from the environment, hidden as it may hold a password',
    );
    expect(server.connections).toBe(0);
  });
});
