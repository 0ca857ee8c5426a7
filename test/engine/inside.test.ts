import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { BIN } from '../helpers/run-bin.js';
import { expectValidReport } from '../helpers/schema.js';
import {
  atEnd,
  container,
  type Engine,
  engine,
  mailServer,
  network,
  run,
  show,
  TAILCHAT,
} from './support.js';

const PASSWORD = 'Sup3rS3cretOfTheTest';
const URI = `smtp://me:${PASSWORD}@mail:25/`;
const ENV = ['--env', `SMTP_URI=${URI}`, '--env', 'SMTP_SENDER=tailchat@mail.example'];

/** The built command, here, with the engines' clients in its path. */
function tailchat(words: string[], options: { cwd?: string; env?: Record<string, string> } = {}) {
  const said = run(process.execPath, ['--', BIN, 'smtp', ...words], options);
  show(`tailchat smtp ${words.join(' ')}`, said);
  expect(said.stdout + said.stderr).not.toContain(PASSWORD);
  return said;
}

/** What runs in a container. */
function processesIn(name: string, client: Engine = 'docker'): string {
  return engine(client, ['exec', name, 'ps']);
}

describe.each(['docker', 'podman'] as const)('--in a container of %s', (client) => {
  const core = `core-${client}`;
  // The other engine is not to be asked.
  const only = { PATH: `${process.env.ENGINE_FOLDER}/only-${client}` };
  const inside = (words: string[]) => tailchat(words, { env: only });
  beforeAll(() => {
    const folder = `${process.env.ENGINE_FOLDER}/only-${client}`;
    spawnSync('mkdir', ['-p', folder]);
    spawnSync('ln', ['-sf', `/usr/bin/${client}`, `${folder}/${client}`]);
    network(client, `net-${client}`);
    mailServer(client, `mail-${client}`, ['--network', `net-${client}`, '--network-alias', 'mail']);
    container(client, core, ['--network', `net-${client}`, ...ENV]);
  });

  it('checks with its environment, its names and its Node', () => {
    const said = inside(['verify', '--in', core]);
    expect(said.code).toBe(0);
    expect(said.stdout).toMatch(/^✓ mail:25 answers, accepts the login and accepts the sender/m);
    expect(said.stdout).toContain(`inside the container ${core} (${client})`);
    const here = tailchat(['verify', '--no-suggest'], { env: { SMTP_URI: URI } });
    expect(here.code).not.toBe(0);
  });

  it('sends a mail, and is one document in --json', () => {
    const { code, stdout } = inside(['test', '--in', core, '--to', 'you@example.com', '--json']);
    expect(code).toBe(0);
    const report = expectValidReport(JSON.parse(stdout));
    expect(report).toMatchObject({ ok: true, container: { engine: client, name: core } });
    expect(report.message?.accepted).toEqual(['you@example.com']);
  });

  it('shows what differs', () => {
    const { code, stdout } = inside(['verify', '--in', core, '--compare', '--lang', 'zh-CN']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^≠ Node 版本 +v.* +v18\.18\.0$/m);
    expect(stdout).toMatch(/^≠ SMTP_URI +无 +#/m);
    expect(stdout).toMatch(/^≠ 连得上的端口 +无 +25$/m);
  });

  it('needs no shell, no file that may be written, and no root', () => {
    const words = ['--network', `net-${client}`, ...ENV, '--read-only', '--user', '1000:1000'];
    container(
      client,
      `bare-${client}`,
      words,
      ['node', '-e', 'setTimeout(()=>{},600000)'],
      'no-shell:test',
    );
    const said = inside(['verify', '--in', `bare-${client}`]);
    expect(said.code).toBe(0);
  });

  it('says in words where nothing can be run', () => {
    container(client, `db-${client}`, [], ['sleep', '600'], 'no-node:test');
    const none = inside(['verify', '--in', `db-${client}`]);
    expect(none).toMatchObject({ code: 69, stdout: '' });
    expect(none.stderr).toContain(`no Node in the container db-${client}`);
    container(client, `old-${client}`, [], ['sleep', '600'], 'old-node:test');
    const old = inside(['verify', '--in', `old-${client}`]);
    expect(old).toMatchObject({ code: 78, stdout: '' });
    expect(old.stderr).toContain('Node v16.20.2');
    const unknown = inside(['verify', '--in', 'nosuch']);
    expect(unknown.code).toBe(64);
    expect(unknown.stderr).toContain(core);
    engine(client, ['stop', '--time', '0', `db-${client}`]);
    const stopped = inside(['verify', '--in', `db-${client}`]);
    expect(stopped.code).toBe(69);
    expect(stopped.stderr).toContain('is not running');
  });

  it.each(['SIGINT', 'SIGKILL'] as const)('leaves nothing behind on %s', async (signal) => {
    // A server that says nothing: the check goes on until its time is over.
    const silent = `silent-${client}-${signal.toLowerCase()}`;
    const serve = "require('net').createServer(()=>{}).listen(25)";
    const words = ['--network', `net-${client}`, '--env', 'SMTP_URI=smtp://127.0.0.1:25/'];
    container(client, silent, words, ['node', '-e', serve]);
    const before = processesIn(silent, client).split('\n').length;
    const files = engine(client, ['exec', silent, 'find', '/tmp', '/app', '/home', '/root']);
    const child = spawn(
      process.execPath,
      ['--', BIN, 'smtp', 'verify', '--in', silent, '--timeout', '60'],
      {
        env: { ...process.env, ...only },
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    await new Promise<void>((resolve) => {
      child.stderr.on('data', (text) => /✓ connect/.test(`${text}`) && resolve());
    });
    expect(processesIn(silent, client)).toContain('node -e');
    child.kill(signal);
    for (
      let wait = 0;
      wait < 60 && processesIn(silent, client).split('\n').length > before;
      wait += 1
    ) {
      await setTimeout(250);
    }
    expect(processesIn(silent, client).split('\n')).toHaveLength(before);
    expect(engine(client, ['exec', silent, 'find', '/tmp', '/app', '/home', '/root'])).toBe(files);
  });
});

describe('--in a service of Compose', () => {
  it('finds the one of this folder by itself, and its address on two networks', async () => {
    const cwd = await mkdtemp(join(process.env.ENGINE_FOLDER ?? '/tmp', 'service-'));
    const compose = `version: "3.3"
services:
  service-core:
    image: ${TAILCHAT}
    command: sleep 600
    env_file: docker-compose.env
    networks: [internal, outside]
  mail:
    image: ${TAILCHAT}
    command: node /server.cjs
    volumes: ["./server.cjs:/server.cjs:ro"]
    networks: [internal]
networks:
  internal: { internal: true }
  outside: {}
`;
    await writeFile(join(cwd, 'docker-compose.yml'), compose);
    await writeFile(
      join(cwd, 'docker-compose.env'),
      `SMTP_URI=${URI}\nSMTP_SENDER=tailchat@mail.example\n`,
    );
    spawnSync('cp', [
      new URL('smtp-server.cjs', import.meta.url).pathname,
      join(cwd, 'server.cjs'),
    ]);
    atEnd(() => void run('docker-compose', ['down', '--timeout', '0'], { cwd }));
    engine('docker-compose', ['up', '--detach'], cwd);
    const said = tailchat(['verify', '--in', '--wait', '20', '--compare'], { cwd });
    expect(said.code).toBe(0);
    expect(said.stdout).toMatch(/inside the container \S*service-core\S* \(docker\)/);
    expect(said.stdout).toMatch(/^≠ verdict +\S+ +passed$/m);
    const here = tailchat(['verify', '--no-suggest'], { cwd });
    expect(here.stdout).toMatch(/only containers know the name mail/);
    container('docker', 'without', []);
    const without = tailchat(['verify', '--in', 'without', '--compare'], { cwd });
    expect(without.stdout).toMatch(
      /1\. Create the container without anew: it does not have SMTP_URI of docker-compose\.env:1/,
    );
    expect(without.stdout).not.toMatch(/--uri|--sender|--settings/);
    expect(without.stdout).toMatch(/^≠ SMTP_URI +#\S+ +none$/m);
    const other = await mkdtemp(join(process.env.ENGINE_FOLDER ?? '/tmp', 'other-'));
    spawnSync('cp', ['-r', `${cwd}/.`, other]);
    atEnd(() => void run('docker-compose', ['down', '--timeout', '0'], { cwd: other }));
    engine('docker-compose', ['up', '--detach', 'service-core'], other);
    engine('docker-compose', ['rm', '--stop', '--force', 'service-core'], cwd);
    const gone = tailchat(['verify', '--in', '-q'], { cwd });
    expect(gone).toMatchObject({ code: 69, stdout: '' });
    expect(gone.stderr).toContain('The project in this folder has no container of service-core');
    expect(tailchat(['verify', '--in', '-q'], { cwd: other }).stderr).not.toContain('The project');
  });
});

describe('networks that stand in the way', () => {
  // A DNS server outside, which knows no name: where none answers at all, c-ares gives up before the hosts file.
  let dns: string[];
  beforeAll(() => {
    network('docker', 'odd');
    const serve =
      "require('dgram').createSocket('udp4').on('message',function(m,r){m[2]|=128;m[3]=131;this.send(m,r.port,r.address)}).bind(53)";
    container('docker', 'outside-dns', ['--network', 'odd'], ['node', '-e', serve]);
    const format = '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}';
    dns = ['--dns', engine('docker', ['inspect', '--format', format, 'outside-dns'])];
    mailServer('docker', 'mail-odd', ['--network', 'odd', '--network-alias', 'mail']);
  });

  it('a container on another network does not know the name', () => {
    network('docker', 'elsewhere');
    container('docker', 'lost', ['--network', 'elsewhere', ...ENV]);
    const said = tailchat(['verify', '--in', 'lost', '--no-suggest']);
    expect(said.stdout).toMatch(/\[(host-not-found|dns-unavailable)\]/);
    expect([68, 75]).toContain(said.code);
    expect(said.stdout).toMatch(/1\. If mail is a container, put it and Tailchat's/);
  });

  it('a container without a DNS server', () => {
    container('docker', 'mute', [
      '--network',
      'odd',
      '--dns',
      '192.0.2.1',
      '--env',
      'SMTP_URI=smtp://smtp.example.com/',
    ]);
    const said = tailchat(['verify', '--in', 'mute', '--no-suggest', '--timeout', '8']);
    expect(said.code).not.toBe(0);
    expect(said.stdout).toMatch(/\[(dns-unavailable|host-not-found|timeout)\]/);
  });

  it('a port that a firewall swallows', () => {
    container('docker', 'walled', ['--network', 'odd', ...ENV, '--cap-add', 'NET_ADMIN']);
    const pid = engine('docker', ['inspect', '--format', '{{.State.Pid}}', 'walled']);
    const rules = `table inet wall {
  chain out {
    type filter hook output priority 0
    tcp dport 25 drop
  }
}
`;
    const made = run('nsenter', ['--target', pid, '--net', 'nft', '-f', '-'], { input: rules });
    expect(made).toMatchObject({ code: 0 });
    const said = tailchat([
      'verify',
      '--in',
      'walled',
      '--no-suggest',
      '--timeout',
      '4',
      '--compare',
    ]);
    expect(said.stdout).toMatch(/\[(connection-timeout|timeout)\]/);
    expect(said.code).toBe(69);
  });

  it('a container without IPv6, and a host that has nothing else', () => {
    container('docker', 'four', [
      '--network',
      'odd',
      '--add-host',
      'six.example:2001:db8::25',
      '--env',
      'SMTP_URI=smtp://[2001:db8::25]/',
    ]);
    const said = tailchat(['verify', '--in', 'four', '--no-suggest', '--timeout', '5']);
    expect(said.code).not.toBe(0);
    expect(said.stdout).toMatch(/2001:db8::25/);
  });

  it('host.docker.internal, and how to have it', () => {
    const env = ['--env', 'SMTP_URI=smtp://host.docker.internal:2525/'];
    container('docker', 'guest', ['--network', 'odd', ...dns, ...env]);
    const said = tailchat(['verify', '--in', 'guest', '--no-suggest']);
    expect(said.stdout).toContain('host-gateway');
    const gateway = ['--add-host', 'host.docker.internal:host-gateway'];
    container('docker', 'guest-with', ['--network', 'odd', ...dns, ...gateway, ...env]);
    const known = tailchat(['verify', '--in', 'guest-with', '--no-suggest']);
    expect(known.stdout).toMatch(/\[connection-refused\]/);
  });
});

it('says so where nobody may use the socket', () => {
  const docker = process.env.DOCKER_HOST?.replace('unix://', '') ?? '';
  spawnSync('chmod', ['600', docker]);
  const env = { DOCKER_HOST: `unix://${docker}`, DOCKER_CONFIG: '/tmp', PATH: '/usr/bin:/bin' };
  const words = ['--reuid=12345', '--regid=12345', '--clear-groups', 'env'];
  const said = run('setpriv', [
    ...words,
    ...Object.entries(env).map(([k, v]) => `${k}=${v}`),
    process.execPath,
    '--',
    BIN,
    'smtp',
    'verify',
    '--in',
    'x',
  ]);
  show('as nobody in particular', said);
  expect([69, 77]).toContain(said.code);
});
