import { readFileSync, rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { atEnd, engine, mailServer, network, ROOT, run, show, WITH_COMMAND } from './support.js';

const RECIPES = join(ROOT, 'docs/recipes');

/** What upstream's own file looks like, as far as mail is concerned: everything is on `internal`. */
const UPSTREAM = `version: "3.3"
services:
  service-core:
    image: tailchat:test
    command: sh -c 'echo the server runs; sleep 600'
    env_file: docker-compose.env
    networks: [internal]
  mail:
    image: tailchat:test
    command: node /server.cjs
    volumes: ["./server.cjs:/server.cjs:ro"]
    networks: [internal]
networks:
  internal: {}
`;
const GOOD = 'SMTP_URI=smtp://mail:25/\nSMTP_SENDER=tailchat@mail.example\n';

async function folderWith(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(process.env.ENGINE_FOLDER ?? tmpdir(), 'recipe-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

describe('docs/recipes/mail-check.yml', () => {
  /** Brings the stack up, as the recipe's first line says. */
  async function up(settings: string) {
    const cwd = await folderWith({
      'docker-compose.yml': UPSTREAM,
      'docker-compose.env': settings,
      'mail-check.yml': readFileSync(join(RECIPES, 'mail-check.yml'), 'utf8').replace(
        '--wait 60',
        '--wait 3',
      ),
      'server.cjs': readFileSync(new URL('smtp-server.cjs', import.meta.url), 'utf8'),
    });
    const words = [
      '--project-name',
      `recipe${Date.now()}`,
      '-f',
      'docker-compose.yml',
      '-f',
      'mail-check.yml',
    ];
    atEnd(
      () => void run('docker-compose', [...words, 'down', '--timeout', '0', '--volumes'], { cwd }),
    );
    const said = run('docker-compose', [...words, 'up', '--detach'], { cwd, timeoutMs: 100_000 });
    const logs = run('docker-compose', [...words, 'logs', '--no-color'], { cwd }).stdout;
    return { ...said, logs };
  }

  it('lets a healthy stack start', async () => {
    const { code, logs, ...said } = await up(GOOD);
    show('docker-compose up, mail works', { code, ...said, stdout: logs });
    expect(logs).toMatch(/mail-check.*✓ mail:25/);
    expect(logs).toContain('the server runs');
    expect(code).toBe(0);
  });

  it('keeps a stack back whose mail does not work, and says why', async () => {
    const { code, logs, ...said } = await up(GOOD.replace('mail:25', 'mail:26'));
    show('docker-compose up, wrong port', { code, ...said, stdout: logs });
    expect(logs).toContain('[connection-refused]');
    expect(logs).not.toContain('the server runs');
    expect(code).not.toBe(0);
  });
});

describe('recipes that run the command in a container', () => {
  let envFile: string;
  beforeAll(async () => {
    network('docker', 'recipes');
    mailServer('docker', 'mail', ['--network', 'recipes']);
    envFile = join(await folderWith({ 'docker-compose.env': GOOD }), 'docker-compose.env');
  });
  const runIn = (image: string, words: string[], command: string[]) =>
    run('docker', [
      'run',
      '--rm',
      '--network',
      'recipes',
      '--env-file',
      envFile,
      ...words,
      image,
      ...command,
    ]);

  it.each(['kubernetes-job.yml', 'kubernetes-cronjob.yml'])(
    '%s: its container, user and command',
    (file) => {
      const recipe = parse(readFileSync(join(RECIPES, file), 'utf8'));
      const pod = (recipe.spec.jobTemplate?.spec ?? recipe.spec).template.spec;
      const [{ image, command, env, securityContext }] = pod.containers;
      const words = [
        ...['--user', `${securityContext.runAsUser}`, '--security-opt', 'no-new-privileges'],
        ...env.flatMap(({ name, value }: { name: string; value: string }) => [
          '--env',
          `${name}=${value}`,
        ]),
      ];
      const said = runIn(image, words, command);
      show(file, said);
      expect(said.code).toBe(0);
      expect(said.stdout).toMatch(/^✓ mail:25|"ok": true/);
    },
  );

  it('gitlab-ci.yml and github-actions.yml: their scripts', () => {
    const gitlab = parse(readFileSync(join(RECIPES, 'gitlab-ci.yml'), 'utf8'));
    const github = parse(readFileSync(join(RECIPES, 'github-actions.yml'), 'utf8'));
    const lines = [...gitlab.mail.script, github.jobs.mail.steps.at(-1).run];
    expect(lines).toHaveLength(2);
    for (const line of lines) {
      const said = runIn(
        'node:22-alpine',
        ['--env', 'CI=true'],
        ['sh', '-ec', `${line}; cat mail.xml 2>/dev/null || true`],
      );
      show(line, said);
      // The server in the next container speaks plain text, which --strict counts.
      expect(said.stdout).toMatch(/mail:25|strict/);
      expect([0, 69]).toContain(said.code);
    }
  });

  it('Dockerfile: its entry, user and folder', () => {
    const file = readFileSync(join(ROOT, 'Dockerfile'), 'utf8');
    const last = file.slice(file.lastIndexOf('\nFROM '));
    const lines = last
      .split('\n')
      .filter((line) => /^(ENV|USER|WORKDIR|ENTRYPOINT|CMD) /.test(line));
    expect(lines.map((line) => line.split(' ')[0])).toEqual([
      'ENV',
      'USER',
      'WORKDIR',
      'ENTRYPOINT',
      'CMD',
    ]);
    engine('docker', ['create', '--name', 'to-be-image', WITH_COMMAND, 'true']);
    const changes = lines.flatMap((line) => ['--change', line]);
    engine('docker', ['commit', ...changes, 'to-be-image', 'tailchat-smtp']);
    engine('docker', ['rm', 'to-be-image']);
    const said = runIn('tailchat-smtp', [], []);
    show('docker run --rm --env-file docker-compose.env tailchat-smtp', said);
    expect(said.code).toBe(0);
    const sandbox = runIn('tailchat-smtp', [], ['test', '--sandbox', '--to', 'a@x.org']);
    expect(sandbox.code).toBe(0);
  });
});

describe('on Node 18.18.0, in the image', () => {
  it.each(['docker', 'podman'] as const)('%s exec runs the installed command', (name) => {
    engine(name, ['run', '--detach', '--name', 'own', WITH_COMMAND, 'sleep', '600']);
    atEnd(() => void run(name, ['rm', '--force', 'own']));
    const version = run(name, ['exec', 'own', 'node', '--version']);
    expect(version.stdout.trim()).toBe('v18.18.0');
    for (const lang of ['en', 'zh-CN']) {
      const words = [
        'tailchat',
        'smtp',
        'test',
        '--sandbox',
        '--to',
        'you@example.com',
        '--lang',
        lang,
      ];
      const said = run(name, ['exec', 'own', ...words]);
      show(`${name} exec own ${words.join(' ')}`, said);
      expect(said.code).toBe(0);
      expect(said.stdout).toContain('you@example.com');
    }
  });
});
