import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { BIN } from '../helpers/run-bin.js';
import { atEnd, container, engine, run, show, TAILCHAT } from './support.js';

/** The command in a folder, with both engines' clients in its path. */
function inside(cwd: string, ...words: string[]) {
  const all = ['smtp', 'verify', ...words, '--no-suggest', '--timeout', '5'];
  const said = run(process.execPath, ['--', BIN, ...all], { cwd });
  show(`tailchat ${all.join(' ')}`, said);
  return said;
}

describe('a service of Compose', () => {
  let cwd = '';
  beforeAll(async () => {
    cwd = await mkdtemp(join(process.env.ENGINE_FOLDER ?? '/tmp', 'one-off-'));
    const compose = `version: "3.3"
services:
  service-core:
    image: ${TAILCHAT}
    command: sleep 600
    environment: { SMTP_URI: "smtp://127.0.0.1:25/" }
`;
    await writeFile(join(cwd, 'docker-compose.yml'), compose);
    atEnd(
      () => void run('docker-compose', ['down', '--timeout', '0', '--remove-orphans'], { cwd }),
    );
  });

  it('has no container where none but a one-off one runs', () => {
    const oneOff = engine(
      'docker-compose',
      ['run', '--detach', '-e', 'SMTP_URI=smtp://192.0.2.1:26/', 'service-core', 'sleep', '600'],
      cwd,
    );
    atEnd(() => void run('docker', ['rm', '--force', oneOff]));
    const none = inside(cwd, '--in');
    expect(none).toMatchObject({ code: 69, stdout: '' });
    expect(none.stderr).toContain('Create it with docker compose up -d.');
    engine('docker-compose', ['up', '--detach'], cwd);
    expect(inside(cwd, '--in').stdout).toContain('127.0.0.1:25');
    expect(inside(cwd, '--in', 'service-core').stdout).toContain('127.0.0.1:25');
    expect(inside(cwd, '--in', oneOff).stdout).toContain('192.0.2.1:26');
  });

  it('that is paused goes on as is said', () => {
    const [name = ''] = engine('docker', [
      ...['ps', '--filter', 'label=com.docker.compose.oneoff=False'],
      ...['--filter', `label=com.docker.compose.project.working_dir=${cwd}`],
      ...['--format', '{{.Names}}'],
    ]).split('\n');
    engine('docker', ['pause', name]);
    const { stderr } = inside(cwd, '--in');
    const [advised = ''] = /docker unpause \S+/.exec(stderr) ?? [];
    engine('docker', advised.split(' ').slice(1));
    expect(inside(cwd, '--in').stdout).toContain('127.0.0.1:25');
  });

  it('that was made before its file changed has the old value until it is made anew', async () => {
    const file = join(cwd, 'docker-compose.yml');
    const written = await readFile(file, 'utf8');
    await writeFile(file, written.replace('127.0.0.1:25/', '127.0.0.1:26/'));
    const stale = 'another SMTP_URI than docker-compose.yml:6';
    engine('docker-compose', ['restart', '--timeout', '0'], cwd);
    const before = inside(cwd, '--in').stdout;
    expect(before).toContain('127.0.0.1:25');
    expect(before.replace(/\s+/g, ' ')).toContain(stale);
    engine('docker-compose', ['up', '--detach', '--timeout', '0'], cwd);
    const after = inside(cwd, '--in').stdout;
    expect(after).toContain('127.0.0.1:26');
    expect(after).not.toContain('another SMTP_URI');
  });
});

it('says that a check may need more memory than the container has', () => {
  const env = ['--env', 'SMTP_URI=smtp://127.0.0.1:25/'];
  const small = container('docker', 'small', [...env, '--memory', '24m', '--memory-swap', '24m']);
  const said = inside('/', '--in', small);
  expect(said.code).toBe(69);
  expect(said.stderr).toContain('memory limit');
});

it('knows a container with the network of its machine', () => {
  const env = ['--env', 'SMTP_URI=smtp://127.0.0.1:1/'];
  const onHost = container('docker', 'on-host', [...env, '--network', 'host']);
  const WORDS = ['is the container itself', 'loopback-in-container'];
  const said = inside('/', '--in', onHost).stdout;
  for (const words of WORDS) expect(said).not.toContain(words);
  const apart = inside('/', '--in', container('docker', 'apart', env)).stdout;
  for (const words of WORDS) expect(apart).toContain(words);
});
