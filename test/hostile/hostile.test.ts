import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { ExitCode } from '../../src/exit-codes.js';
import { certificates } from '../helpers/certificates.js';
import {
  DNS_PRELOAD,
  expectNoSecret,
  plantPassword,
  type RunResult,
  runBin,
} from '../helpers/run-bin.js';
import { expectValidReport } from '../helpers/schema.js';
import { startScriptedServer } from '../helpers/scripted-server.js';
import { HOSTILE, type HostileServer } from './servers.js';

const USER = 'me@example.com';
const TIMEOUT_S = 3;
/** Beyond the time that is given: two seconds, and the start of a process on a busy machine. */
const LATEST_MS = TIMEOUT_S * 1000 + 2000;
const MOST_MEMORY_KB = 150 * 1024;
const MEMORY_PRELOAD = fileURLToPath(new URL('../helpers/memory-preload.mjs', import.meta.url));
const DOCUMENTED = new Set<number>(Object.values(ExitCode));
// Everything that a terminal obeys, and what turns text round; a line break is none.
const CONTROL = /(?!\n)[\p{Cc}\p{Bidi_Control}]/u;
const STACK = /^\s+at .*[(:]\d+:\d+\)?$/m;

const survived = { servers: HOSTILE.length, runs: 0, mostMemoryKb: 0, longestMs: 0 };
afterAll(() => {
  const { servers, runs, mostMemoryKb, longestMs } = survived;
  const megabytes = Math.round(mostMemoryKb / 1024);
  console.log(
    `${servers} hostile servers, ${runs} runs: at most ${megabytes} MB, at most ` +
      `${Math.round(longestMs)} ms with --timeout ${TIMEOUT_S}; nothing leaked`,
  );
});

async function attack(server: HostileServer, form: string[]): Promise<RunResult> {
  const { command = 'verify', scheme = 'smtp', query } = server;
  const password = plantPassword();
  const { port, close } = await startScriptedServer(server.script(password));
  const folder = await mkdtemp(join(tmpdir(), 'tailchat-smtp-hostile-'));
  const memory = join(folder, 'memory');
  const login = `${encodeURIComponent(USER)}:${encodeURIComponent(password)}`;
  const to = command === 'test' ? ['--to', 'you@example.com'] : [];
  const words = ['smtp', command, ...to, '--timeout', String(TIMEOUT_S), ...form];
  try {
    const result = await runBin(words, {
      cwd: folder,
      preload: [DNS_PRELOAD, MEMORY_PRELOAD],
      env: {
        SMTP_URI: `${scheme}://${login}@127.0.0.1:${port}/${query ? `?${query}` : ''}`,
        SMTP_SENDER: USER,
        NODE_EXTRA_CA_CERTS: certificates.authorityFile,
        TEST_MEMORY_FILE: memory,
      },
    });
    expectNoSecret(result, password, USER);
    const used = Number(await readFile(memory, 'utf8'));
    expect(used).toBeGreaterThan(0);
    expect(used).toBeLessThan(MOST_MEMORY_KB);
    survived.runs += 1;
    survived.mostMemoryKb = Math.max(survived.mostMemoryKb, used);
    survived.longestMs = Math.max(survived.longestMs, result.ms);
    return result;
  } finally {
    await close();
    await rm(folder, { recursive: true, force: true });
  }
}

function expectTame(result: RunResult, { passes }: HostileServer): void {
  expect(result.signal).toBeNull();
  expect(DOCUMENTED).toContain(result.code);
  expect(result.code).not.toBe(ExitCode.software);
  if (passes) expect(result.code).toBe(0);
  else expect(result.code).not.toBe(0);
  for (const text of [result.stdout, result.stderr]) {
    expect(text).not.toMatch(CONTROL);
    expect(text).not.toMatch(STACK);
  }
}

describe.concurrent('a hostile server', () => {
  it('has many faces, each with a name of its own', () => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(60);
    expect(new Set(HOSTILE.map(({ name }) => name)).size).toBe(HOSTILE.length);
  });

  it.each(HOSTILE)('$name', async (server) => {
    const json = await attack(server, ['--json']);
    expectTame(json, server);
    expect(json.stderr).toBe('');
    const report = expectValidReport(JSON.parse(json.stdout));
    expect(report.ms).toBeLessThan(LATEST_MS);
    if (!server.passes) expect(report.failure?.cause).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);

    const people = await attack(server, ['--verbose']);
    expectTame(people, server);
    expect(people.stdout).toContain(server.passes ? '✓' : '✗');
    // The conversation is pasted into public issues.
    expect(people.stderr).not.toContain(USER);
    expect(people.stderr).not.toContain(encodeURIComponent(USER));
    if (!server.passes) expect(people.code).toBe(json.code);
  });
});
