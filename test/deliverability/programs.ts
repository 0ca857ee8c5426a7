import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const undo: (() => unknown)[] = [];
afterAll(async () => {
  for (const one of undo.splice(0).reverse()) await one();
});

/** A folder that programs with users of their own get into; removed when the tests of the file are through. */
export async function openFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'deliverability-'));
  await chmod(folder, 0o755);
  undo.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Where a program takes connections. */
interface Door {
  host: string;
  port: number;
}

/**
 * Starts a program that stays in the foreground, and waits until it takes connections. It ends with the tests.
 *
 * @param door a port of 127.0.0.1, or of another address of loopback
 * @throws Error with what it wrote, when it does not
 */
export async function startProgram(
  command: string,
  args: readonly string[],
  door: number | Door,
): Promise<void> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  undo.push(() => end(child));
  for (let tries = 0; tries < 300; tries += 1) {
    if (await takesConnections(door)) return;
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${command} does not start: ${said}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
  await once(child, 'exit');
  clearTimeout(timer);
}

function takesConnections(door: number | Door): Promise<boolean> {
  const socket = net.connect(typeof door === 'number' ? { host: '127.0.0.1', port: door } : door);
  return new Promise((resolve) => {
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
  }).finally(() => socket.destroy()) as Promise<boolean>;
}

/** Gives a text to a program, and takes what it writes. Some end with a code that says what they found. */
export function filter(command: string, args: readonly string[], text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(command, args, { maxBuffer: 16 << 20 }, (error, stdout, stderr) => {
      if (stdout === '' && error) reject(new Error(`${command} (${error.code}): ${stderr}`));
      else resolve(stdout);
    });
    child.stdin?.on('error', () => {});
    child.stdin?.end(text);
  });
}
