import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import type { Report } from '../../src/report/report.js';
import { certificates } from '../helpers/certificates.js';
import { type RunOptions, type RunResult, runBin } from '../helpers/run-bin.js';
import { expectValidReport } from '../helpers/schema.js';
import {
  type Script,
  type ScriptedServer,
  startScriptedServer,
} from '../helpers/scripted-server.js';
import {
  type SmtpFixture,
  type SmtpFixtureOptions,
  startSmtpServer,
} from '../helpers/smtp-fixture.js';

export const USER = 'me@example.com';
export const SENDER = 'tailchat@example.com';
export const RECIPIENT = 'you@example.com';

const closers: (() => unknown)[] = [];
afterAll(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** Calls this when all tests of the file are through: they run side by side. */
export function closeAtEnd(close: () => unknown): void {
  closers.push(close);
}

/** What an `SMTP_URI` is made of, besides the port. */
export interface UriOptions {
  scheme?: 'smtp' | 'smtps';
  host?: string;
  user?: string;
  /** Without one the URI has no login. */
  password?: string;
  /** Such as `requireTLS=true`. */
  query?: string;
}

export function uriOf({ port }: { port: number }, options: UriOptions = {}): string {
  const { scheme = 'smtp', host = '127.0.0.1', user = USER, password, query } = options;
  const login =
    password === undefined ? '' : `${encodeURIComponent(user)}:${encodeURIComponent(password)}@`;
  return `${scheme}://${login}${host}:${port}/${query ? `?${query}` : ''}`;
}

/** The two variables, and trust in the test CA. */
export function envOf(server: { port: number }, options: UriOptions = {}): Record<string, string> {
  return {
    SMTP_URI: uriOf(server, options),
    SMTP_SENDER: SENDER,
    NODE_EXTRA_CA_CERTS: certificates.authorityFile,
  };
}

/** A scripted server that ends with the tests. */
export async function startScript(script: Script = {}): Promise<ScriptedServer> {
  const server = await startScriptedServer(script);
  closeAtEnd(() => server.close());
  return server;
}

/** An ordinary server that ends with the tests; TLS from the first byte unless told otherwise. */
export async function startSmtp(options: Partial<SmtpFixtureOptions> = {}): Promise<SmtpFixture> {
  const server = await startSmtpServer({ security: 'tls', ...options });
  closeAtEnd(() => server.close());
  return server;
}

/** A TCP server of a few lines that ends with the tests. */
export async function startRaw(
  serve: (socket: net.Socket) => void,
  port = 0,
): Promise<{ port: number }> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    serve(socket);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  closeAtEnd(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return { port: (server.address() as net.AddressInfo).port };
}

/** A folder with these files that is gone after the tests. */
export async function folderWith(files: Record<string, string | Buffer> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tailchat-smtp-e2e-'));
  closeAtEnd(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
}

// Escape sequences begin with a control character; \n is the only one that belongs there.
const CONTROLS = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\ufeff]/u;
const STACK = /^\s+at .+:\d+|node:internal|Unhandled|Uncaught|triggerUncaught/m;

/** Asserts what holds for every run without a terminal: no escape sequences, no stack, a documented end. */
export function expectTidy({ stdout, stderr, code, signal }: Omit<RunResult, 'ms'>): void {
  for (const text of [stdout, stderr]) {
    expect(text).not.toMatch(CONTROLS);
    expect(text).not.toMatch(STACK);
  }
  expect(signal).toBeNull();
  expect([0, 64, 65, 66, 67, 68, 69, 70, 75, 76, 77, 78, 130]).toContain(code);
}

/** Runs the command for people. */
export async function run(args: string[], options: RunOptions = {}): Promise<RunResult> {
  const result = await runBin(['smtp', ...args], options);
  expectTidy(result);
  return result;
}

/** A run with `--json`, and its report. */
export interface JsonRun extends RunResult {
  report: Report;
}

/** Runs the command with `--json` and asserts that stdout holds one valid document, and nothing else. */
export async function runJson(args: string[], options: RunOptions = {}): Promise<JsonRun> {
  const result = await run([...args, '--json'], options);
  let document: unknown;
  try {
    document = JSON.parse(result.stdout);
  } catch {
    throw new Error(`no document on stdout: ${JSON.stringify(result)}`);
  }
  const report = expectValidReport(document);
  expect(result.code).toBe(report.exitCode);
  return { ...result, report };
}

/** The warnings of a check that gives no sender, but the one that says so. */
export function otherWarnings({ warnings }: Pick<Report, 'warnings'>): Report['warnings'] {
  return warnings.filter(({ code }) => code !== 'sender-untested');
}

export { closedPort } from '../helpers/closed-port.js';
