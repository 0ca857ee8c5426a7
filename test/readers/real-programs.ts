import { spawn } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a program makes of the two variables; `refused` where it takes nothing of the file. */
export type RealValues = 'refused' | { uri: string | undefined; sender: string | undefined };

/** The environment that every program runs in. */
export const SURROUNDINGS = { PATH: process.env.PATH ?? '', HOME: '/nowhere', LC_ALL: 'C.UTF-8' };

/** Where a program is that `.ci/readers.sh` has installed. */
export function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: .ci/readers.sh does it`);
  return value;
}

interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end. */
export async function run(
  command: string,
  args: readonly string[],
  { cwd, env, input = '' }: { cwd?: string; env?: Record<string, string>; input?: string } = {},
): Promise<Ran> {
  const child = spawn(command, args, { cwd, env: { ...SURROUNDINGS, ...env } });
  const read = async (stream: AsyncIterable<Buffer>) => {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
  };
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [stdout, stderr, code] = await Promise.all([read(child.stdout), read(child.stderr), ended]);
  return { code, stdout, stderr };
}

/** The two variables of what `NAME=value` lines give. */
export function pick(entries: Iterable<readonly [string, string | undefined]>): RealValues {
  const values = new Map(entries);
  return { uri: values.get('SMTP_URI'), sender: values.get('SMTP_SENDER') };
}

export function pairs(lines: readonly string[]): [string, string][] {
  return lines.flatMap((line) => {
    const equals = line.indexOf('=');
    return equals < 0 ? [] : [[line.slice(0, equals), line.slice(equals + 1)]];
  });
}

/** Asks a program about one file after another. */
export async function oneByOne(
  files: readonly string[],
  ask: (path: string, folder: string) => Promise<RealValues>,
): Promise<RealValues[]> {
  const folder = await mkdtemp(join(tmpdir(), 'tailchat-smtp-readers-'));
  const path = join(folder, 'x.env');
  const all: RealValues[] = [];
  for (const file of files) {
    await writeFile(path, file);
    all.push(await ask(path, folder));
  }
  return all;
}

/** A shell that sources the file and exports what it sets. */
export function askShell(shell: string, args: readonly string[] = []) {
  return async (path: string, folder: string): Promise<RealValues> => {
    const script = 'set -a; . "$0" > /dev/null 2>&1; /usr/bin/env -0';
    // No command of a file is found, and none is run.
    const env = { PATH: '/nowhere' };
    const ran = await run(`/usr/bin/${shell}`, [...args, '-c', script, path], { cwd: folder, env });
    return ran.stdout === '' ? 'refused' : pick(pairs(ran.stdout.split('\0')));
  };
}

/** `podman create`: nothing is run. */
export async function startPodman() {
  // Podman takes no runroot of more than 50 characters.
  const folder = await mkdtemp(join(tmpdir(), 'podman-'));
  const places = ['root', 'runroot', 'tmpdir'].flatMap((name) => [`--${name}`, join(folder, name)]);
  const engine = ['--storage-driver', 'vfs', '--cgroup-manager', 'cgroupfs'];
  const podman = (...args: string[]) => run('podman', [...places, ...engine, ...args]);
  return async (path: string): Promise<RealValues> => {
    const made = await podman(
      'create',
      '--network=none',
      '--env-file',
      path,
      '--rootfs',
      folder,
      'x',
    );
    if (made.code !== 0) return 'refused';
    const id = made.stdout.trim();
    const { stdout } = await podman('inspect', '--format', '{{json .Config.Env}}', id);
    await podman('rm', id);
    return pick(pairs(JSON.parse(stdout) as string[]));
  };
}

/** `kubectl create secret`, which talks to nobody with `--dry-run=client`. */
export async function askKubectl(path: string): Promise<RealValues> {
  const args = ['create', 'secret', 'generic', 'x', `--from-env-file=${path}`];
  const ran = await run('kubectl', [...args, '--dry-run=client', '-o', 'json']);
  if (ran.code !== 0) return 'refused';
  const { data = {} } = JSON.parse(ran.stdout) as { data?: Record<string, string> };
  return pick(
    Object.entries(data).map(([name, value]) => [name, Buffer.from(value, 'base64').toString()]),
  );
}

/** `docker create`, whose request a stand-in for the daemon hears. */
export async function startDocker() {
  let heard: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      if (request.url?.includes('/containers/create')) {
        heard = (JSON.parse(body) as { Env?: string[] }).Env ?? [];
        response.writeHead(201, { 'content-type': 'application/json' });
        response.end('{"Id":"0123456789ab","Warnings":[]}');
      } else response.writeHead(200, { 'api-version': '1.41' }).end('OK');
    });
  });
  const socket = join(await mkdtemp(join(tmpdir(), 'tailchat-smtp-docker-')), 's');
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  return {
    ask: async (path: string): Promise<RealValues> => {
      heard = [];
      const args = ['-H', `unix://${socket}`, 'create', '--env-file', path, 'x'];
      const ran = await run('docker', args);
      return ran.code === 0 ? pick(pairs(heard)) : 'refused';
    },
    close: () => server.close(),
  };
}
