import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect } from 'vitest';

/** The Node that runs it: another one may be tried. */
export const NODE = process.env.TEST_NODE ?? process.execPath;
/** Its major version: what a Node itself does is not ours to change. */
export const NODE_MAJOR = Number(
  execFileSync(NODE, ['-p', 'process.versions.node'], { encoding: 'utf8' }).split('.')[0],
);
/** The built command's entry. */
export const BIN = fileURLToPath(new URL('../../bin/tailchat.js', import.meta.url));
const DEFAULT_TIMEOUT_MS = 20_000;
// A shorter part of a password could be a word that is said for another reason.
const SHORTEST_TELLTALE = 12;

/** The preload that confines DNS, for `preload`; give TEST_DNS_SERVER in `env` where it matters. */
export const DNS_PRELOAD = fileURLToPath(new URL('dns-preload.mjs', import.meta.url));

export interface RunOptions {
  /** All of the environment, besides PATH. */
  env?: Record<string, string>;
  /** By default a new empty folder, removed afterwards. */
  cwd?: string;
  /** `closed` (the default) ends at once, `open` never ends; anything else is written to it. */
  stdin?: string | Uint8Array;
  /** Another build's entry. */
  bin?: string;
  /** Files for `node --import`. */
  preload?: string[];
  /** After this time the program is killed, which shows as the signal SIGKILL. */
  timeoutMs?: number;
  /** Sends a signal some time after the start. */
  signalAfter?: { ms: number; signal: NodeJS.Signals };
  /** Sends a signal, once, as soon as what stood on stderr so far matches. */
  killOn?: { stderr: RegExp; signal: NodeJS.Signals };
}

export interface RunResult {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
  ms: number;
}

/** Runs the built program as a user does, in a process of its own with pipes for its streams. */
export async function runBin(args: string[], options: RunOptions = {}): Promise<RunResult> {
  if (options.cwd !== undefined) return run(args, options.cwd, options);
  const folder = await mkdtemp(join(tmpdir(), 'tailchat-smtp-run-'));
  try {
    return await run(args, folder, options);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// Without the two dashes Node looks for an `--env-file` of its own among the program's words.
async function run(args: string[], cwd: string, options: RunOptions): Promise<RunResult> {
  const { stdin = 'closed', preload = [], timeoutMs = DEFAULT_TIMEOUT_MS, bin = BIN } = options;
  const imports = preload.flatMap((file) => ['--import', pathToFileURL(file).href]);
  const start = performance.now();
  const child = spawn(NODE, [...imports, '--', bin, ...args], {
    cwd,
    env: { ...inheritedEnv(), ...options.env },
    stdio: [stdin === 'closed' ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  // A program that ends without reading its input breaks the pipe, which is its good right.
  child.stdin?.on('error', () => {});
  if (stdin !== 'open') child.stdin?.end(stdin);
  const timers = [setTimeout(() => child.kill('SIGKILL'), timeoutMs)];
  const { signalAfter } = options;
  if (signalAfter) timers.push(setTimeout(() => child.kill(signalAfter.signal), signalAfter.ms));
  try {
    const { code, signal, stdout, stderr } = await collect(child, options.killOn);
    return { code, signal, stdout, stderr, ms: performance.now() - start };
  } finally {
    timers.forEach(clearTimeout);
  }
}

function collect(child: ChildProcess, killOn: RunOptions['killOn']) {
  return new Promise<Omit<RunResult, 'ms'>>((resolve, reject) => {
    let stdout = '';
    let stderr = '';
    let isKilled = false;
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      if (killOn && !isKilled && killOn.stderr.test(stderr)) {
        isKilled = true;
        child.kill(killOn.signal);
      }
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      child.stdin?.destroy();
      resolve({ code, signal, stdout, stderr });
    });
  });
}

function inheritedEnv(): Record<string, string> {
  const env: Record<string, string> = {};
  // Windows cannot start Node without SystemRoot. Whoever names a folder for caches tries compiled code, too.
  for (const name of ['PATH', 'SystemRoot', 'XDG_CACHE_HOME']) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  return env;
}

/**
 * A password that nobody else has, with letters, digits and what needs percent-encoding in a URI,
 * `%@` being no valid escape.
 */
export function plantPassword(): string {
  return `aB3${randomBytes(6).toString('hex')}#/?%@:${randomBytes(3).toString('hex')}Z`;
}

/** The forms in which a password could be shown: plain, percent-encoded, as JSON and in base64. */
export function secretForms(password: string, user?: string): string[] {
  const encoded = encodeURIComponent(password);
  const inBase64 = [
    password,
    `\0${user ?? ''}\0${password}`,
    `${user ?? ''}\0${user ?? ''}\0${password}`,
  ]
    .map((text) => Buffer.from(text, 'utf8').toString('base64'))
    // The padding may be cut off.
    .map((text) => text.replace(/=+$/, ''));
  const forms = new Set([
    password,
    encoded,
    encoded.replace(/%[0-9A-F]{2}/g, (octet) => octet.toLowerCase()),
    JSON.stringify(password).slice(1, -1),
    ...inBase64,
  ]);
  // Whatever way it is escaped, letters and digits stay what they are.
  for (const part of password.match(/[A-Za-z0-9]+/g) ?? []) {
    if (part.length >= SHORTEST_TELLTALE) forms.add(part);
  }
  return [...forms];
}

/** Asserts that no form of the password stands on stdout or stderr. */
export function expectNoSecret(
  result: Pick<RunResult, 'stdout' | 'stderr'>,
  password: string,
  user?: string,
): void {
  for (const form of secretForms(password, user)) {
    expect(result.stdout).not.toContain(form);
    expect(result.stderr).not.toContain(form);
  }
}
