import { type ChildProcess, spawn } from 'node:child_process';
import { createReadStream, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Explanation } from '../../src/report/explanation.js';
import {
  BIN,
  expectNoSecret,
  NODE,
  plantPassword,
  type RunOptions,
  type RunResult,
  runBin,
} from '../helpers/run-bin.js';
import { expectValidExplanation } from '../helpers/schema.js';
import { expectTidy, folderWith } from './support.js';

const LOGS = new URL('../fixtures/server-logs/', import.meta.url);
const logOf = (name: string) => readFileSync(new URL(`${name}.log`, LOGS), 'utf8');
const PATH = process.env.PATH ?? '';

/** What a process of the test's own says, and how it ends. */
async function ended(child: ChildProcess): Promise<Omit<RunResult, 'ms' | 'signal'>> {
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      said[name] += text;
    });
  }
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, ...said };
}

/** Runs `explain` for people; 1 is its own code for nothing found. */
async function run(args: string[], options: RunOptions = {}): Promise<RunResult> {
  const result = await runBin(['smtp', 'explain', ...args], options);
  expectTidy({ ...result, code: result.code === 1 ? 0 : result.code });
  return result;
}

/** Runs it with `--json`: stdout holds one document and nothing else. */
async function explain(args: string[], options: RunOptions = {}) {
  const result = await run([...args, '--json'], options);
  expect(result.stderr).toBe('');
  const document = expectValidExplanation(JSON.parse(result.stdout));
  expect(document.exitCode).toBe(result.code);
  return { ...result, findings: document.findings };
}

const causes = (findings: Explanation['findings']) =>
  findings.map(({ cause, step, line }) => [cause, step, line]);

describe.concurrent('explain', () => {
  it.each<[name: string, args: string[], options: RunOptions]>([
    ['an argument', ['535 5.7.8 Login fail'], {}],
    ['several words', ['535', '5.7.8', 'Login', 'fail'], {}],
    ['words and options mixed', ['--no-color', '535', '5.7.8', '--lang', 'en', 'Login fail'], {}],
    ['stdin', [], { stdin: '535 5.7.8 Login fail\n' }],
    ['stdin without a line end', [], { stdin: '535 5.7.8 Login fail' }],
    ['stdin by a dash', ['-'], { stdin: '535 5.7.8 Login fail\r\n' }],
    ['an argument, and not stdin', ['535 5.7.8 Login fail'], { stdin: '550 5.1.1 Unknown user\n' }],
    ['an argument while stdin stays open', ['535 5.7.8 Login fail'], { stdin: 'open' }],
  ])('reads %s', async (_name, args, options) => {
    const { code, findings } = await explain(args, options);
    expect(code).toBe(0);
    expect(findings).toMatchObject([
      { cause: 'auth-failed', step: 'auth', line: 1, reply: { text: '535 5.7.8 Login fail' } },
    ]);
    const people = await run(args, options);
    expect(people).toMatchObject({ code: 0, stderr: '' });
    expect(people.stdout).toMatch(/^✗ .*\[auth-failed\] \(at: login\)/);
    expect(people.stdout).toContain('535 5.7.8 Login fail');
    expect(people.stdout).toContain('tailchat smtp verify');
  });

  it('reads words behind two dashes, whatever they begin with', async () => {
    const { stdout } = await run(['--', '-v', '535 Login fail']);
    expect(stdout).toContain('auth-failed');
  });

  it.each<[text: string, cause: string]>([
    ['140642254661440:error:1408F10B', 'tls-on-plain-port'],
    ['Error: Greeting never received', 'server-silent'],
    ['Error: connect ECONNREFUSED 127.0.0.1:587', 'connection-refused'],
    ["550 <a@x.org>: It's over quota, --really", 'mailbox-full'],
  ])('%s → %s', async (text, cause) => {
    const { findings } = await explain([text]);
    expect(findings.map((found) => found.cause)).toEqual([cause]);
  });

  it('reads an error of several lines as an argument', async () => {
    const text = `Something\nError: Invalid login: 535-5.7.8 No\n535 5.7.8 really\n    at x (y)\n`;
    const { findings } = await explain([text]);
    expect(findings).toMatchObject([
      { line: 2, reply: { text: '535-5.7.8 No\n535 5.7.8 really' } },
    ]);
  });

  it('reads a log of the server, as it comes from Compose', async () => {
    const stdin = logOf('gmail-app-password');
    const { findings } = await explain([], { stdin });
    expect(causes(findings)).toEqual([['app-password-required', 'auth', 2]]);
    const people = await run([], { stdin });
    expect(people.stdout).toContain('https://support.google.com/mail/?p=InvalidSecondFactor');
    expect(people.stdout.match(/\[app-password-required\]/g)).toHaveLength(1);
    expect(people.stdout).toMatch(/^✗ .*\b2\b/);
  });

  it('names every failure, in the order of the lines', async () => {
    const stdin = logOf('sender-refused') + logOf('wrong-version-number');
    const { findings } = await explain([], { stdin });
    expect(findings.map(({ cause }) => cause)).toEqual(['sender-mismatch', 'tls-on-plain-port']);
    const quiet = await run(['--quiet'], { stdin });
    expect(quiet).toMatchObject({ code: 0, stderr: '' });
    const lines = quiet.stdout.trimEnd().split('\n');
    expect(lines).toEqual([
      expect.stringMatching(/^✗ .*\[sender-mismatch\]/),
      expect.stringMatching(/^✗ .*\[tls-on-plain-port\]/),
    ]);
  });
});

describe.concurrent('nothing recognised', () => {
  it.each<[name: string, args: string[], options: RunOptions]>([
    ['empty stdin', [], { stdin: '' }],
    ['closed stdin', [], {}],
    ['empty stdin by a dash', ['-'], { stdin: '' }],
    ['empty lines', [], { stdin: '\n\r\n\n' }],
    ['an empty argument', [''], {}],
    ['words', ['all', 'is', 'well'], {}],
    ['a log where all is well', [], { stdin: logOf('all-is-well') }],
    ['binary', [], { stdin: '\0\u0001\u001b[2J\u0007'.repeat(5000) }],
  ])('%s → 1', async (_name, args, options) => {
    const { code, findings } = await explain(args, options);
    expect({ code, findings }).toEqual({ code: 1, findings: [] });
    const people = await run(args, options);
    expect(people).toMatchObject({ code: 1, stderr: '' });
    expect(people.stdout).toMatch(/\w/);
    expect(people.stdout).not.toContain('✗');
    const quiet = await run([...args, '-q'], options);
    expect(quiet.code).toBe(1);
    expect(quiet.stdout.trimEnd().split('\n')).toHaveLength(1);
  });

  it.each(['<&-', '< /'])('when stdin is none (%s), it is no crash', async (redirection) => {
    const words = ['-c', `"$0" "$1" smtp explain 2>&1 ${redirection}`, NODE, BIN];
    const { code, stdout } = await ended(spawn('sh', words, { env: { PATH } }));
    expectTidy({ code: code === 1 ? 0 : code, stdout, stderr: '', signal: null });
    expect([1, 66]).toContain(code);
    expect(stdout).toMatch(/\w/);
  });
});

describe.concurrent('wrong use', () => {
  it.each<[args: string[], named: string]>([
    [['--bogus'], 'bogus'],
    [['--bogus', '535 Login fail'], 'bogus'],
    [['--uri', 'smtp://a.example', '535'], 'uri'],
    [['--timeout', '5', '535'], 'timeout'],
    [['--lang', 'fr', '535'], 'lang'],
    [['--lang', 'en', '--lang', 'zh-CN', '535'], '--lang'],
    [['--json=maybe', '535'], 'json'],
  ])('%j → 64', async (args, named) => {
    const result = await run(args);
    expect(result).toMatchObject({ code: 64, stdout: '' });
    expect(result.stderr).toContain(named);
    expect(result.stderr.trimEnd().split('\n').at(-1)).toContain('--help');
  });
});

describe.concurrent('Chinese', () => {
  it.each<[name: string, args: string[], env: Record<string, string>]>([
    ['--lang', ['--lang', 'zh-CN'], {}],
    ['LANG', [], { LANG: 'zh_CN.UTF-8' }],
    ['LC_ALL', [], { LC_ALL: 'zh_CN.GB18030', LANG: 'en_US.UTF-8' }],
  ])('by %s', async (_name, args, env) => {
    const people = await run([...args, '535 Login fail'], { env });
    expect(people).toMatchObject({ code: 0, stderr: '' });
    expect(people.stdout).toMatch(/^✗ .*\p{Script=Han}.*\[auth-failed\]/u);
    const { findings } = await explain([...args, '535 Login fail'], { env });
    expect(findings[0]?.title).toMatch(/\p{Script=Han}/u);
    const nothing = await run([...args, 'hello'], { env });
    expect(nothing.code).toBe(1);
    expect(nothing.stdout).toMatch(/\p{Script=Han}/u);
  });

  it('and the words of a server that were read as Latin-1', async () => {
    const { findings } = await explain([], { stdin: logOf('qq-authorization-code') });
    expect(findings[0]?.reply?.text).toContain('请使用授权码登录');
  });
});

describe.concurrent('a large log', () => {
  it('of 20 MB is read to its end, in little memory', async () => {
    const line = `service-core-1  | [2024-06-01T03:12:45.550Z] INFO  node-1-25/GATEWAY: <= 200 GET /api/x [+421 ms]\n`;
    const filler = line.repeat(Math.ceil(10_000_000 / line.length));
    const log = filler + logOf('message-refused') + filler;
    const folder = await folderWith({ 'service-core.log': log });
    expect(Buffer.byteLength(log)).toBeGreaterThan(20_000_000);
    const child = spawn(NODE, ['--max-old-space-size=48', BIN, 'smtp', 'explain', '--json'], {
      env: { PATH },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    createReadStream(`${folder}/service-core.log`).pipe(child.stdin);
    const { code, stdout } = await ended(child);
    expect(code).toBe(0);
    const before = filler.split('\n').length - 1;
    expect(causes((JSON.parse(stdout) as Explanation).findings)).toEqual([
      ['content-rejected', 'data', before + 3],
    ]);
  });

  it('of one line without an end', async () => {
    const { code } = await explain([], { stdin: 'x'.repeat(20_000_000) });
    expect(code).toBe(1);
  });

  it('that nobody reads to its end: the answer stands when stdout is closed early', async () => {
    const child = spawn(NODE, [BIN, 'smtp', 'explain', '535 Login fail'], {
      env: { PATH },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    expect(await ended(child)).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('that does not end is left by a signal, with 130', async () => {
    const signalAfter = { ms: 1500, signal: 'SIGINT' as const };
    const result = await run([], { stdin: 'open', signalAfter });
    expect(result).toMatchObject({ code: 130, stdout: '' });
  });
});

// Clear the screen, set the title, write to the clipboard, 8-bit CSI, backspaces, carriage return,
// bidirectional override and isolate, line separator, byte-order mark.
const EVIL =
  'x\u001b[2J\u001b]0;title\u0007\u001b]52;c;aGk=\u0007\u009b31m\b\b\r\u202e\u2066\u2028\ufeff\u0085y';

describe.concurrent('control characters never reach the terminal', () => {
  const EVIL_JSON = JSON.stringify({
    log: `Error: Invalid login: 535 ${EVIL}\n`,
    stream: 'stderr',
  });
  const SPELT = JSON.stringify(EVIL).slice(1, -1);
  it.each<[name: string, text: string]>([
    ['a reply', `535 5.7.8 ${EVIL}`],
    ['an error', `Error: Invalid login: 535-5.7.8 ${EVIL}\n535 5.7.8 ${EVIL}`],
    [
      'a property',
      `Error: x\n    at nodemailer {\n  response: '535 ${EVIL} \\x1b[2J\\u001b]52;c;aGk=',`,
    ],
    ['a host', `Error: getaddrinfo ENOTFOUND smtp.${EVIL}.org\n  hostname: 'smtp.\\x1b[2J${EVIL}'`],
    ['a name of a service', `${EVIL} | Error: Invalid login: 535 No`],
    ['a line of docker’s json-file', EVIL_JSON],
    ['an error as JSON', `{"code":"EAUTH","response":"535 ${SPELT}","host":"${SPELT}"}`],
    ['bytes that Python shows', `smtplib.SMTPDataError: (554, b'5.7.1 \\x1b[2J ${EVIL}')`],
  ])('from %s', async (_name, text) => {
    for (const [args, options] of [
      [[], { stdin: text }],
      [[text.replaceAll('\0', '')], {}],
    ] as const) {
      const people = await run([...args], options);
      expect(people).toMatchObject({ code: 0, stderr: '' });
      expect(people.stdout).toMatch(/^✗ /);
      const json = await explain([...args], options);
      expect(json.stdout).not.toMatch(/\\u00[0189]/);
      expect(json.findings.length).toBeGreaterThan(0);
    }
  });

  it('not even in colours, where they are wanted', async () => {
    const result = await runBin(['smtp', 'explain', `535 ${EVIL}`], { env: { FORCE_COLOR: '1' } });
    const ESCAPE = '\u001b';
    const sequences = result.stdout.split(ESCAPE).slice(1);
    expect(sequences.length).toBeGreaterThan(0);
    for (const sequence of sequences) expect(sequence).toMatch(/^\[\d{1,2}m/);
  });

  it('nor do words of an unknown option', async () => {
    const result = await run([`--${EVIL}`, '535']);
    expect(result).toMatchObject({ code: 64, stdout: '' });
  });
});

describe.concurrent('a password', () => {
  it('in what is explained is not shown', async () => {
    const password = plantPassword();
    const uri = `smtps://me%40qq.com:${encodeURIComponent(password)}@smtp.qq.com:465`;
    const text = `SMTP_URI=${uri}\nError: Invalid login: 535 No, not for ${uri} at all\n  host: '${uri}'`;
    for (const [args, options] of [
      [[], { stdin: text }],
      [[text], {}],
    ] as const) {
      for (const more of [[], ['--json'], ['--quiet']]) {
        const result = await run([...args, ...more], options);
        expect(result.code).toBe(0);
        expectNoSecret(result, password, 'me@qq.com');
      }
    }
  });
});
