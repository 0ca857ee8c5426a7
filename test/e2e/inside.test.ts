import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { FakeEngine } from '../helpers/fake-engine.js';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { expectValidReport } from '../helpers/schema.js';
import { COMPOSE, ID, serverAndEngine, withEngine } from './inside-support.js';
import { closeAtEnd, folderWith, run, runJson, startScript, USER, uriOf } from './support.js';

describe.concurrent('--in', () => {
  it.each([['p-service-core-1'], [ID.slice(0, 6)], ['service-core'], ['']])(
    'checks with the values of the container, found by %j',
    async (name) => {
      const { password, env } = await serverAndEngine();
      const cwd = await folderWith({ 'docker-compose.env': 'SMTP_URI=smtp://not.this.example/\n' });
      const result = await run(['verify', '--in', ...(name ? [name] : [])], { cwd, env });
      expectNoSecret(result, password, USER);
      expect(result).toMatchObject({ code: 0 });
      expect(result.stdout).toMatch(/^✓ 127\.0\.0\.1:\d+ answers/);
      expect(result.stdout).toContain('Checked inside the container p-service-core-1 (docker).');
      expect(result.stderr).toMatch(/^✓ settings .*SMTP_URI from the environment/m);
      expect(result.stderr).toMatch(/^✓ login/m);
      expect(result.stdout + result.stderr).not.toContain('not.this');
    },
  );

  it('is as at home in --json, --lang, --quiet, --report and the exit code', async () => {
    const password = plantPassword();
    const server = await startScript({ replies: { AUTH: '535 5.7.8 No' } });
    const settings = { SMTP_URI: uriOf(server, { password }), SMTP_SENDER: 'a@x.org' };
    const containers = [{ id: ID, name: 'core', env: settings }];
    const env = await withEngine({ containers });
    const cwd = await folderWith();
    const { report, code, ...said } = await runJson(
      ['verify', '--in', 'core', '--lang', 'zh-CN', '--report', 'junit', 'a.xml'],
      { cwd, env },
    );
    expect(code).toBe(77);
    expect(report).toMatchObject({
      container: { engine: 'docker', name: 'core' },
      failure: { cause: 'auth-failed', title: expect.stringMatching(/[一-龥]/) },
      settings: { uriSource: { kind: 'env' } },
    });
    expectNoSecret(said, password, USER);
    expect(await readFile(join(cwd, 'a.xml'), 'utf8')).toContain('auth-failed');
    const quiet = await run(['verify', '--in', 'core', '-q'], { env });
    expect(quiet.stdout.trim().split('\n')).toHaveLength(1);
    expect(quiet.stderr).toBe('');
    const verbose = await run(['verify', '--in', 'core', '-v', '--no-suggest'], { env });
    expect(verbose.stderr).toContain('> EHLO');
    expectNoSecret(verbose, password, USER);
  });

  it('sends a mail from there, with HTML from here', async () => {
    const { env } = await serverAndEngine();
    const cwd = await folderWith({ 'a.html': '<b>hi</b>' });
    const words = ['test', '--in', 'service-core', '--to', 'you@example.com', '--html', 'a.html'];
    const { report } = await runJson(words, { cwd, env });
    expect(report).toMatchObject({ ok: true, message: { accepted: ['you@example.com'] } });
    const none = await runJson(['test', '--in', 'service-core'], { env });
    expect(none.report.failure?.cause).toBe('recipient-missing');
  });

  it('knows podman and kubectl as well', async () => {
    const { settings } = await serverAndEngine();
    const podman = await withEngine({
      client: 'podman',
      containers: [{ id: ID, name: 'core', env: settings }],
    });
    const { report } = await runJson(['verify', '--in', 'core'], { env: podman });
    expect(report.container).toEqual({ engine: 'podman', name: 'core' });
    const pod = { id: 'deploy/tailchat', name: 'x', env: settings };
    const kubectl = await withEngine({ client: 'kubectl', containers: [pod] });
    const inPod = await runJson(['verify', '--in', 'kubernetes:deploy/tailchat'], { env: kubectl });
    expect(inPod.report).toMatchObject({
      ok: true,
      container: { engine: 'kubectl', name: 'deploy/tailchat' },
    });
  });

  it('takes the service of the project here before one of another', async () => {
    const { settings } = await serverAndEngine();
    const cwd = await folderWith({ 'docker-compose.yml': COMPOSE, 'docker-compose.env': '' });
    const service = { 'com.docker.compose.service': 'service-core' };
    const labels = (project: string, folder: string) => ({
      ...service,
      'com.docker.compose.project': project,
      'com.docker.compose.project.working_dir': folder,
    });
    const containers = [
      { id: 'aaaa', name: 'other-1', labels: labels('other', '/srv/other') },
      { id: 'bbbb', name: 'here-1', labels: labels('here', cwd), env: settings },
    ];
    const env = await withEngine({ containers });
    const { report } = await runJson(['verify', '--in'], { cwd, env });
    expect(report.container?.name).toBe('here-1');
    const elsewhere = await run(['verify', '--in'], { env });
    expect(elsewhere.code).toBe(64);
    expect(elsewhere.stderr).toContain('other-1, here-1');
  });

  const stopped = [{ id: ID, name: 'core', state: 'exited' }];
  const running = [{ id: ID, name: 'core' }];
  it.each<[string, FakeEngine[], number, RegExp, RegExp]>([
    ['no client', [], 69, /docker or podman, and neither/, /docker 或 podman/],
    [
      'an unknown name',
      [{ containers: [{ id: 'ab', name: 'mongo' }] }],
      64,
      /called core\. These run: mongo/,
      /没有叫 core 的容器.*mongo/,
    ],
    ['nothing that runs', [{}], 64, /No container is running here/, /没有正在运行的容器/],
    [
      'a container that stands still',
      [{ containers: stopped }],
      69,
      /core is not running \(exited\)/,
      /core 没有在运行（exited）/,
    ],
    [
      'no right to the socket',
      [
        {
          list: 'echo "permission denied while trying to connect to the Docker daemon socket" >&2; exit 1',
        },
      ],
      77,
      /may not use docker.*permission denied.*group docker/,
      /没有使用 docker 的权限/,
    ],
    [
      'an engine that does not run',
      [
        {
          list: 'echo "Cannot connect to the Docker daemon at unix:///x. Is the docker daemon running?" >&2; exit 1',
        },
      ],
      69,
      /docker does not answer/,
      /docker 没有响应/,
    ],
    [
      'no Node inside',
      [
        {
          containers: running,
          exec: 'echo \'OCI runtime exec failed: exec: "node": executable file not found in $PATH: unknown\'; exit 126',
        },
      ],
      69,
      /no Node in the container core/,
      /core 里没有 Node/,
    ],
    [
      'an old Node',
      [
        {
          containers: running,
          exec: 'printf \'noise\\ntailchat-smtp:{"tooOld":"v16.20.2"}\\n\'; exit 78',
        },
      ],
      78,
      /Node v16\.20\.2; the check needs 18\.18\.0/,
      /v16\.20\.2/,
    ],
    [
      'a check that is killed',
      [{ containers: running, exec: 'exit 137' }],
      69,
      /check in the container core was killed.*memory limit/,
      /core 里的检查.*内存上限/,
    ],
    [
      'a connection that is lost in the midst of it, after a warning of the client',
      [
        {
          containers: running,
          exec: `printf '\\ntailchat-smtp:{"event":{"type":"step-start","step":"settings"}}\\n'; echo 'level=warning msg="no cgroup"' >&2; exit 1`,
        },
      ],
      69,
      /connection to the container core was lost/,
      /连接就断了/,
    ],
    [
      'another failure',
      [{ containers: running, exec: 'echo "something odd \\033[31m" >&2; exit 1' }],
      69,
      /could not be run in the container core \("something odd/,
      /无法在容器 core/,
    ],
    [
      'a password in the words of the client of an engine',
      [{ list: 'echo "denied: SMTP_PASS=zebrahunterfox smtp://bob:zebrahunterfox" >&2; exit 1' }],
      69,
      /^(?!.*zebra).*denied: SMTP_PASS=\*\*\*/s,
      /^(?!.*zebra).*denied: SMTP_PASS=\*\*\*/s,
    ],
    [
      'a password in the words of the client that runs it',
      [{ containers: running, exec: 'echo "odd --password zebrahunterfox" >&2; exit 1' }],
      69,
      /^(?!.*zebra).*--password \*\*\*/s,
      /^(?!.*zebra).*--password \*\*\*/s,
    ],
  ])('says it in words: %s', async (_name, engines, code, english, chinese) => {
    const env = await withEngine(...engines);
    for (const [lang, words] of [
      ['en', english],
      ['zh-CN', chinese],
    ] as const) {
      const plain = await run(['verify', '--in', 'core', '--lang', lang], { env });
      expect(plain).toMatchObject({ code, stdout: '' });
      expect(plain.stderr).toMatch(words);
      // A check was asked for, and there is a document; wrong use has none.
      const isUsage = code === 64;
      const result = await run(['verify', '--in', 'core', '--json', '--lang', lang], { env });
      expect(result.code).toBe(code);
      expect(result.stderr).toMatch(words);
      if (isUsage) expect(result.stdout).toBe('');
      else {
        expect(result.stdout).not.toContain('zebra');
        const report = expectValidReport(JSON.parse(result.stdout));
        expect(report).toMatchObject({ ok: false, exitCode: code, message: null });
        expect(report.failure).toMatchObject({ cause: 'unknown', step: 'settings' });
        expect(report.failure?.title).toMatch(words);
      }
    }
  });

  it.each([
    [
      'refused: connection to the server localhost:8080 was refused',
      69,
      /reaches no cluster.*kubectl get pods/,
    ],
    [
      'Error from server (Forbidden): pods "x" is forbidden: User "u" cannot create resource "pods/exec"',
      77,
      /pods\/exec/,
    ],
  ])('has words of its own for kubectl: %s', async (said, code, words) => {
    const env = await withEngine({ client: 'kubectl', exec: `echo '${said}' >&2; exit 1` });
    const result = await run(['verify', '--in', 'kubernetes:deploy/x'], { env });
    expect(result).toMatchObject({ code, stdout: '' });
    expect(result.stderr).toMatch(words);
    expect(result.stderr).not.toMatch(/kubectl ps|group docker/);
  });

  it.each([
    [['--in', 'x', '--uri', '-']],
    [['--in', 'x', '--settings', 'a.env']],
    [['--in', 'x', '--sandbox']],
    [['--in', 'x', '--write']],
    [['--in', 'x', '-i']],
    [['--compare']],
  ])('%j → 64', async (words) => {
    expect(await run(['verify', ...words])).toMatchObject({ code: 64, stdout: '' });
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
    'leaves nothing running there on %s',
    async (signal) => {
      const server = await startScript({ greeting: null });
      const folder = await mkdtemp(join(tmpdir(), 'tailchat-smtp-inside-'));
      closeAtEnd(() => rm(folder, { recursive: true, force: true }));
      // The process inside notes its number.
      await writeFile(
        join(folder, 'note.cjs'),
        `require('fs').writeFileSync('${folder}/pid', String(process.pid))`,
      );
      const inner = { SMTP_URI: uriOf(server), NODE_OPTIONS: `--require ${folder}/note.cjs` };
      const env = await withEngine({ containers: [{ id: ID, name: 'core', env: inner }] });
      const result = await run(['verify', '--in', 'core', '--timeout', '20'], {
        env,
        killOn: { stderr: /✓ connect/, signal },
      }).catch((error: unknown) => error);
      if (signal !== 'SIGKILL') expect(result).toMatchObject({ code: 130 });
      const pid = Number(await readFile(join(folder, 'pid'), 'utf8'));
      for (let wait = 0; wait < 100 && isAlive(pid); wait += 1) await setTimeout(50);
      expect(isAlive(pid)).toBe(false);
    },
  );
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
