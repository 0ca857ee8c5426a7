import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, onTestFailed } from 'vitest';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** As upstream's image: Node 18.18.0 and a shell, nothing of ours. */
export const TAILCHAT = 'tailchat:test';
/** The same with our package as npm installs it. */
export const WITH_COMMAND = 'tailchat-with-command:test';

export type Engine = 'docker' | 'podman';

/** How a program ended, and what it said. */
export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end. */
export function run(
  program: string,
  words: readonly string[],
  options: { input?: string; cwd?: string; env?: Record<string, string>; timeoutMs?: number } = {},
): Ran {
  const { input = '', cwd = '/', env = {}, timeoutMs = 60_000 } = options;
  const result = spawnSync(program, words, {
    ...{ input, cwd, timeout: timeoutMs, encoding: 'utf8', killSignal: 'SIGKILL' },
    env: { ...process.env, ...env },
  });
  return { code: result.status, stdout: result.stdout ?? '', stderr: result.stderr ?? '' };
}

/** Runs a client of an engine, which is to succeed. */
export function engine(
  name: Engine | 'docker-compose',
  words: readonly string[],
  cwd = '/',
): string {
  const { code, stdout, stderr } = run(name, words, { cwd });
  if (code !== 0) throw new Error(`${name} ${words.join(' ')}: ${code}\n${stdout}${stderr}`);
  return stdout.trim();
}

const undoing: (() => void)[] = [];
afterAll(() => {
  for (const undo of undoing.splice(0).reverse()) undo();
});

/** Calls this when the tests of the file are through. */
export function atEnd(undo: () => void): void {
  undoing.push(undo);
}

/** A network that ends with the tests. */
export function network(engineName: Engine, name: string, ...words: string[]): string {
  engine(engineName, ['network', 'create', ...words, name]);
  atEnd(() => run(engineName, ['network', 'rm', name]));
  return name;
}

/** A container that runs until the tests end; returns its name. */
export function container(
  engineName: Engine,
  name: string,
  words: readonly string[],
  command: readonly string[] = ['sleep', '600'],
  image = TAILCHAT,
): string {
  engine(engineName, ['run', '--detach', '--name', name, ...words, image, ...command]);
  atEnd(() => run(engineName, ['rm', '--force', name]));
  return name;
}

const SERVER = readFileSync(new URL('smtp-server.cjs', import.meta.url), 'utf8');

/** A mail server of a few lines at port 25, in a container whose name is its host name. */
export function mailServer(engineName: Engine, name: string, words: readonly string[]): string {
  container(engineName, name, words, ['node', '-e', SERVER]);
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const probe =
      "require('net').connect(25,'127.0.0.1').on('connect',()=>process.exit()).on('error',()=>process.exit(1))";
    if (run(engineName, ['exec', name, 'node', '-e', probe]).code === 0) return name;
    spawnSync('sleep', ['0.1']);
  }
  throw new Error(`${name} does not listen`);
}

/** Shows in the log what the command said, so that one can read it there; whole where the test fails. */
export function show(title: string, { code, stdout, stderr }: Ran): void {
  const lines = `${stderr}${stdout}`
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 60);
  console.log(`── ${title} → ${code}\n${lines.map((line) => `   ${line}`).join('\n')}`);
  onTestFailed(() => console.log(JSON.stringify({ code, stdout, stderr })));
}
