import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ExitCode } from '../../src/exit-codes.js';
import { awaiting, mailSystem } from '../e2e/await-support.js';
import { DNS_PRELOAD, runBin } from '../helpers/run-bin.js';
import { expectValidReport } from '../helpers/schema.js';
import { BIDI, drip, ESCAPES, flood, thenFlood } from './bytes.js';

const AWAIT_S = 3;
/** What comes before and after, on a busy machine. */
const LATEST_MS = AWAIT_S * 1000 + 12_000;
const MOST_MEMORY_KB = 200 * 1024;
const MEMORY_PRELOAD = fileURLToPath(new URL('../helpers/memory-preload.mjs', import.meta.url));
// biome-ignore lint/suspicious/noControlCharactersInRegex: the very characters that must not come through.
const CONTROL = /(?!\n)[\u0000-\u001f\u007f-\u009f\p{Bidi_Control}]/u;
const STACK = /^\s+at .*[(:]\d+:\d+\)?$/m;

type Act = (socket: net.Socket, tag: string, command: string) => void;
const act = (reply: unknown): Act => {
  const { act: run } = reply as { act: (socket: net.Socket) => void };
  return (socket) => run(socket);
};
const say =
  (text: (tag: string, command: string) => string): Act =>
  (socket, tag, command) =>
    socket.write(text(tag, command), 'latin1');

/** What a server may do to whoever asks it something. */
const DEEDS: Record<string, Act> = {
  'a line without an end': act(flood('x')),
  'a literal of two gigabytes': act(thenFlood('* 1 FETCH (BODY[] {2147483648}\r\n', 'y')),
  'a literal of more digits than a number has': say(() => `* x {${'9'.repeat(40)}}\r\n`),
  'literals without an end': act(flood('* x {1}\r\ny')),
  'untagged lines without an end': act(flood('* OK still here\r\n')),
  'EXISTS without an end': act(flood('* 4294967295 EXISTS\r\n')),
  'folders without an end': act(flood('* LIST () "/" "Junk"\r\n')),
  'mails without an end': act(flood('* 1 FETCH (BODY[] {2}\r\nhi)\r\n')),
  'found numbers without an end': act(thenFlood('* SEARCH ', '1 ')),
  'requests for more without an end': act(flood('+ go on\r\n')),
  'ends of other commands': act(flood('a999 OK done\r\n')),
  'what another protocol says': say(() => 'HTTP/1.1 400 Bad Request\r\n\r\n'),
  'escapes in its refusal': say((tag) => `${tag} NO ${ESCAPES} ${BIDI}\0\r\n`),
  'the command as its refusal': say((tag, command) => `${tag} NO ${command}\r\n`),
  'BAD to everything': say((tag) => `${tag} BAD no\r\n`),
  'a yes to everything': say((tag) => `${tag} OK yes\r\n`),
  'a line break in the middle of everything': say((tag) => `${tag}\r\n OK\r\n\r\n\r\n`),
  'NUL bytes': say((tag) => `${tag} \0\0\0 OK\0\r\n${'\0'.repeat(50_000)}\r\n`),
  'a byte a time': act(drip('* OK hello ')),
  'the end of the connection': (socket) => socket.end(),
  'a torn connection': (socket) => socket.destroy(),
};
const MOMENTS = [
  'GREETING',
  'CAPABILITY',
  'LOGIN',
  'ID',
  'LIST',
  'EXAMINE',
  'SEARCH',
  'FETCH',
  'IDLE',
];

/** One run with the mail's own mailbox in the hands of such a server. */
async function attack(options: Parameters<typeof mailSystem>[1], form: string[]) {
  const { env, imap, expectSafe } = await mailSystem('INBOX', {
    capabilities: 'IMAP4rev1 ID IDLE SPECIAL-USE',
    ...options,
  });
  const folder = await mkdtemp(join(tmpdir(), 'tailchat-smtp-mailbox-'));
  const memory = join(folder, 'memory');
  try {
    const result = await runBin(['smtp', ...awaiting(AWAIT_S), ...form], {
      preload: [DNS_PRELOAD, MEMORY_PRELOAD],
      env: { ...env, TEST_MEMORY_FILE: memory },
      timeoutMs: 40_000,
    });
    expectSafe(result);
    expect(result.signal).toBeNull();
    expect(Object.values(ExitCode)).toContain(result.code);
    expect(result.code).not.toBe(ExitCode.software);
    expect(result.ms).toBeLessThan(LATEST_MS);
    expect(Number(await readFile(memory, 'utf8'))).toBeLessThan(MOST_MEMORY_KB);
    for (const text of [result.stdout, result.stderr]) {
      expect(text).not.toMatch(CONTROL);
      expect(text).not.toMatch(STACK);
    }
    return { ...result, imap };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe.concurrent('a hostile mailbox server', () => {
  it.each(MOMENTS)(
    'is survived, whatever it does at %s',
    async (moment) => {
      for (const [deed, run] of Object.entries(DEEDS)) {
        const takeOver = (command: string, tag: string, socket: net.Socket) => {
          if (!command.startsWith(moment)) return false;
          run(socket, tag, command);
          return true;
        };
        // Where the mail is found before, that moment never comes.
        const header = moment === 'IDLE' ? { afterMs: 60_000 } : {};
        const result = await attack({ takeOver, ...header }, ['--json']);
        const report = expectValidReport(JSON.parse(result.stdout));
        expect(report.message?.accepted, deed).toHaveLength(1);
        expect(result.stderr, deed).toBe('');
        const logins = result.imap.commands.filter((line) => line.startsWith('LOGIN'));
        // One more where the connection was lost after it had served.
        expect(logins.length, deed).toBeLessThan(moment === 'IDLE' ? 3 : 2);
      }
    },
    400_000,
  );

  it.each([
    ['escapes in its refusal', 'LOGIN'],
    ['the command as its refusal', 'LOGIN'],
    ['escapes in its refusal', 'EXAMINE'],
  ])('is told of in words without %s, at %s', async (deed, moment) => {
    const takeOver = (command: string, tag: string, socket: net.Socket) => {
      if (!command.startsWith(moment)) return false;
      DEEDS[deed]?.(socket, tag, command);
      return true;
    };
    const { stdout } = await attack({ takeOver }, ['--verbose']);
    expect(stdout).toContain('could not be read');
  });
});

describe.concurrent('a hostile mail in the mailbox', () => {
  const results = 'Authentication-Results: mx.example.com; spf=pass smtp.mailfrom=example.com\r\n';
  it.each([
    ['a hundred thousand fields', `${results}${'X-A: b\r\n'.repeat(100_000)}`],
    ['a line of ten megabytes', `${results}X-A: ${'b'.repeat(10_000_000)}\r\n`],
    [
      'escapes and NUL bytes',
      `X-Spam-Status: Yes, score=9 tests=${ESCAPES}\0${BIDI}\r\n${results}`,
    ],
    [
      'a judge with escapes',
      `Authentication-Results: ${ESCAPES}; spf=fail smtp.mailfrom=${BIDI}\r\n`,
    ],
    ['ten thousand results', `Authentication-Results: mx.x.org; ${'spf=pass;'.repeat(10_000)}\r\n`],
    [
      'signatures without an end',
      `${results}${'DKIM-Signature: v=1; d=a.b; s=c; b=\r\n'.repeat(2000)}`,
    ],
    ['comments that nest', `Authentication-Results: mx.x.org; spf=pass ${'('.repeat(20_000)}\r\n`],
  ])('with %s is survived', async (_, header) => {
    for (const form of [['--json'], []]) await attack({ header }, form);
  });
});
