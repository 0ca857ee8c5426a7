// What is advised after a check that was sent into a container: it must lead somewhere from out here.

import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startDnsServer } from '../helpers/dns-fixture.js';
import type { FakeEngine } from '../helpers/fake-engine.js';
import { DNS_PRELOAD, expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { COMPOSE, ID, serverAndEngine, withEngine } from './inside-support.js';
import { closeAtEnd, folderWith, run, runJson, startScript, USER, uriOf } from './support.js';

const LANGS = ['en', 'zh-CN'] as const;
/** Options and places that are of no use with `--in`. */
const ELSEWHERE =
  /--uri|--sender|--settings|--interactive|the folder of|目录里运行|where Tailchat runs|Tailchat 所在的环境/;

/** A container of Compose with this environment, and nothing else. */
const bare = (env: Record<string, string> = {}) =>
  withEngine({
    containers: [{ id: ID, name: 'core', env, labels: { 'com.docker.compose.service': 'core' } }],
  });

describe.concurrent.each(LANGS)('a container without settings, in %s', (lang) => {
  it('is to be made anew where a file here has them', async () => {
    const password = plantPassword();
    const cwd = await folderWith({
      'docker-compose.env': `SMTP_URI=${uriOf({ port: 25 }, { password })}\nSMTP_SENDER=a@x.org\n`,
    });
    const env = await bare();
    const said = await run(['verify', '--in', 'core', '--lang', lang], { cwd, env });
    expect(said.code).toBe(78);
    expectNoSecret(said, password, USER);
    expect(said.stdout).not.toMatch(ELSEWHERE);
    expect(said.stdout).toMatch(/ 1\. .*docker compose up -d/);
    expect(said.stdout.replace(/\s+/g, ' ')).toMatch(
      /docker-compose\.env:1.*docker-compose\.env:2/,
    );
    expect(said.stdout).toContain('env_file');
    // Compose gives the file to its service: there nothing is to be added.
    const project = await folderWith({
      'docker-compose.yml': COMPOSE,
      'docker-compose.env': 'SMTP_URI=smtp://x.org/\n',
    });
    const { report } = await runJson(['verify', '--in', 'core', '--lang', lang], {
      cwd: project,
      env,
    });
    expect(report.failure?.nextSteps).toEqual([
      expect.stringMatching(/docker compose up -d.*docker-compose\.env:1/),
      expect.stringMatching(/SMTP_SENDER=.*docker-compose\.env|docker-compose\.env.*SMTP_SENDER=/),
    ]);
    expect(report.failure?.nextSteps.join()).not.toMatch(ELSEWHERE);
  });

  it('is told why it does not get what a file here has', async () => {
    const cwd = await folderWith({
      'docker-compose.yml': 'services:\n  service-core:\n    image: tailchat\n',
      'docker-compose.env': 'SMTP_URI=smtp://x.org/\nSMTP_SENDER=a@x.org\n',
    });
    const { report } = await runJson(['verify', '--in', 'core', '--lang', lang], {
      cwd,
      env: await bare(),
    });
    expect(report.failure?.title).toContain('docker-compose.env:1');
    expect(report.failure?.nextSteps.join()).toMatch(/env_file: docker-compose\.env/);
  });

  it.each([
    ['core', 'docker'],
    ['kubernetes:deploy/core', 'kubectl'],
  ] as const)('gets them where no file here has them: %s', async (name, client) => {
    const containers = [{ id: client === 'docker' ? ID : 'deploy/core', name: 'core' }];
    const env = await withEngine({ client, containers });
    for (const command of [['verify'], ['test', '--to', 'a@x.org']]) {
      const { report } = await runJson([...command, '--in', name, '--lang', lang], { env });
      expect(report.failure?.cause).toMatch(/-missing$/);
      expect(report.failure?.nextSteps.join()).toContain('SMTP_URI');
      expect(report.failure?.nextSteps.join()).not.toMatch(ELSEWHERE);
    }
  });

  it('differs in that from here', async () => {
    const server = await startScript();
    const cwd = await folderWith({
      'docker-compose.env': `SMTP_URI=${uriOf(server)}\nSMTP_SENDER=a@x.org\n`,
    });
    const words = ['verify', '--in', 'core', '--compare', '--lang', lang];
    const { report } = await runJson(words, { cwd, env: await bare() });
    expect(report.comparison).toContainEqual({
      ...{ what: 'verdict', here: 'ok', inside: 'uri-missing', differs: true },
    });
    expect(report.comparison).toContainEqual({
      ...{ what: 'SMTP_URI', here: expect.stringMatching(/^#/), inside: '', differs: true },
    });
    const quoted = await bare({ SMTP_URI: `"${uriOf(server)}"`, SMTP_SENDER: 'a@x.org' });
    const other = await runJson(words, { cwd, env: quoted });
    expect(other.report.comparison?.find(({ what }) => what === 'SMTP_URI')?.differs).toBe(true);
  });
});

describe.concurrent.each(LANGS)('a name that the container does not know, in %s', (lang) => {
  it('is one of another network, and commands stay in the container', async () => {
    const dns = await startDnsServer({ mailbox: 'servfail' });
    closeAtEnd(() => dns.close());
    const inner = (host: string) => ({
      ...{ SMTP_URI: `smtp://${host}:25/`, SMTP_SENDER: 'a@x.org', TEST_DNS_SERVER: dns.address },
      NODE_OPTIONS: `--import ${DNS_PRELOAD}`,
    });
    const words = ['verify', '--in', 'core', '--no-suggest', '--lang', lang];
    const { report } = await runJson(words, { env: await bare(inner('mail')) });
    expect(report.failure?.cause).toBe('host-not-found');
    const steps = report.failure?.nextSteps ?? [];
    expect(steps[0]).toMatch(/mail.*networks:/);
    expect(steps.join('\n')).not.toMatch(ELSEWHERE);
    const silent = await runJson(words, { env: await bare(inner('mailbox')) });
    expect(silent.report.failure?.cause).toBe('dns-unavailable');
    const { explanation = '', nextSteps = [] } = silent.report.failure ?? {};
    expect([explanation, ...nextSteps].join('\n')).not.toMatch(/this machine|本机/i);
    expect(nextSteps.join('\n')).toContain('tailchat smtp verify --in core --wait 60');
  });
});

describe.concurrent.each(LANGS)('a warning of a check in a container, in %s', (lang) => {
  it('is about the container', async () => {
    const password = plantPassword();
    const settings = { SMTP_URI: uriOf(await startScript(), { password }), SMTP_SENDER: 'a@x.org' };
    const words = ['verify', '--in', 'core', '--lang', lang];
    const said = await run(words, { env: await bare(settings) });
    expect(said.code).toBe(0);
    expectNoSecret(said, password, USER);
    expect(said.stdout).toMatch(/do not leave the container|没有离开容器/);
  });
});

describe.concurrent('--offline with --compare', () => {
  it('asks nothing of the network, and says nothing of it', async () => {
    const server = await startScript();
    const env = await bare({ SMTP_URI: uriOf(server), SMTP_SENDER: 'a@x.org' });
    const words = ['verify', '--in', 'core', '--compare'];
    const offline = await runJson([...words, '--offline'], { env });
    expect(server.connections).toBe(0);
    const things = offline.report.comparison?.map(({ what }) => what);
    expect(things).toContain('SMTP_URI');
    expect(things).not.toContain('ports');
    expect(things).not.toContain('ipv4');
    const alone = await runJson([...words, '--no-suggest'], { env });
    expect(server.connections).toBe(1);
    expect(alone.report.comparison?.map(({ what }) => what)).not.toContain('ports');
  });
});

describe.concurrent('the container of the project here', () => {
  const label = (folder: string) => ({
    'com.docker.compose.service': 'service-core',
    'com.docker.compose.project': folder,
    'com.docker.compose.project.working_dir': folder,
  });
  const files = { 'docker-compose.yml': COMPOSE, 'docker-compose.env': '' };

  it.each(['', 'service-core'])('is none of another project (--in %s)', async (name) => {
    const server = await startScript();
    const settings = { SMTP_URI: uriOf(server), SMTP_SENDER: 'a@x.org' };
    const cwd = await folderWith(files);
    const other = { id: 'aaaa', name: 'b-1', labels: label('/srv/b'), env: settings };
    const env = await withEngine({ containers: [other] });
    const words = ['verify', ...(name ? ['--in', name] : ['--in'])];
    const said = await run(words, { cwd, env });
    expect(said).toMatchObject({ code: 69, stdout: '' });
    expect(said.stderr).toMatch(/no container of service-core.*docker compose up -d.*b-1/s);
    const chinese = await run([...words, '--lang', 'zh-CN'], { cwd, env });
    expect(chinese.stderr).toMatch(/本目录的项目没有 service-core 的容器.*b-1/);
    expect(server.connections).toBe(0);
    // Its own name means just that one.
    expect(await run(['verify', '--in', 'b-1', '-q'], { cwd, env })).toMatchObject({ code: 0 });
    const own = { ...other, id: 'bbbb', name: 'a-1', labels: label(cwd) };
    const both = await withEngine({ containers: [other, own] });
    const { report } = await runJson(words, { cwd: join(cwd, '.'), env: both });
    expect(report.container?.name).toBe('a-1');
  });

  it('may be one of the folder that COMPOSE_FILE in .env names', async () => {
    const server = await startScript();
    const settings = { SMTP_URI: uriOf(server), SMTP_SENDER: 'a@x.org' };
    const folder = await folderWith(files);
    const cwd = await folderWith({});
    await writeFile(
      join(cwd, '.env'),
      `COMPOSE_FILE=${join(relative(cwd, folder), 'docker-compose.yml')}\n`,
    );
    const one = { id: 'aaaa', name: 'a-1', labels: label(folder), env: settings };
    const other = { id: 'bbbb', name: 'b-1', labels: label('/srv/b'), env: settings };
    const env = await withEngine({ containers: [other, one] });
    const { report } = await runJson(['verify', '--in'], { cwd, env });
    expect(report.container?.name).toBe('a-1');
  });
});

describe.concurrent('what stands in the way', () => {
  const down = { list: 'echo "Cannot connect to the Docker daemon" >&2; exit 1' };

  it('is the engine that does not answer, whatever another one runs', async () => {
    const podman: FakeEngine = { client: 'podman', containers: [{ id: ID, name: 'pmail' }] };
    const env = await withEngine(down, podman);
    const said = await run(['verify', '--in', 'core'], { env });
    expect(said.code).toBe(69);
    expect(said.stderr).toMatch(/docker does not answer.*Another engine runs: pmail/);
    expect(await run(['verify', '--in', 'kubernetes:'], { env })).toMatchObject({ code: 64 });
    // Something else, pasted at the wrong place.
    const password = plantPassword();
    const pasted = await run(['verify', '--in', `kubernetes:smtps://me:${password}@x/`], { env });
    expect(pasted.code).toBe(64);
    expectNoSecret(pasted, password);
  });

  it.each([
    [
      'error: unable to upgrade connection: container not found ("core")',
      69,
      /No container of deploy\/x is running/,
    ],
    ['Error from server (NotFound): namespaces "x" not found', 69, /could not be run.*namespaces/],
  ])('is told in the words of kubectl: %s', async (words, code, told) => {
    const env = await withEngine({ client: 'kubectl', exec: `echo '${words}' >&2; exit 1` });
    const said = await run(['verify', '--in', 'kubernetes:deploy/x'], { env });
    expect(said).toMatchObject({ code, stdout: '' });
    expect(said.stderr).toMatch(told);
    expect(said.stderr).not.toMatch(/Compose|running here/);
  });

  it('is another container of the pod: one can be named', async () => {
    const exec = `if [ "$1" = -c ] && [ "$2" = core ]; then shift 3; exec env -i PATH="$INNER_PATH" "$@"; fi
    echo 'OCI runtime exec failed: exec: "node": executable file not found in $PATH' >&2; exit 126`;
    const env = await withEngine({ client: 'kubectl', exec });
    const said = await run(['verify', '--in', 'kubernetes:deploy/x'], { env });
    expect(said.code).toBe(69);
    expect(said.stderr).toContain('--in kubernetes:TYPE/NAME/CONTAINER');
    const { report } = await runJson(['verify', '--in', 'kubernetes:deploy/x/core'], { env });
    expect(report.failure?.cause).toBe('uri-missing');
    expect(report.container?.name).toBe('deploy/x/core');
  });

  it('is in every report, and nothing older stays', async () => {
    const cwd = await folderWith();
    const earlier = ['verify', '--in', '--report', 'prometheus', 'x.prom'];
    expect(await run(earlier, { cwd, env: (await serverAndEngine()).env })).toMatchObject({
      code: 0,
    });
    const reports = ['html a.html', 'junit a.xml', 'github a.md', 'prometheus x.prom'];
    const words = reports.flatMap((one) => ['--report', ...one.split(' ')]);
    const said = await run(['verify', '--in', 'core', ...words], {
      cwd,
      env: await withEngine(down),
    });
    expect(said).toMatchObject({ code: 69, stdout: '' });
    for (const name of ['a.html', 'a.xml', 'a.md']) {
      expect(await readFile(join(cwd, name), 'utf8')).toContain('docker does not answer');
    }
    const success = async () =>
      /check_success\S* (\d)/.exec(await readFile(join(cwd, 'x.prom'), 'utf8'));
    expect((await success())?.[1]).toBe('0');
    // Nor where the container is gone.
    await run(earlier, { cwd, env: (await serverAndEngine()).env });
    expect((await success())?.[1]).toBe('1');
    const gone = ['verify', '--in', 'core', '--report', 'prometheus', 'x.prom'];
    expect(await run(gone, { cwd, env: await withEngine({}) })).toMatchObject({ code: 64 });
    expect((await success())?.[1]).toBe('0');
  });

  it('is Node, by its own reason', async () => {
    const env = await bare({ NODE_OPTIONS: '--require /nope.js' });
    const said = await run(['verify', '--in', 'core'], { env });
    expect(said).toMatchObject({ code: 78, stdout: '' });
    expect(said.stderr).toMatch(
      /Node does not start.*Cannot find module '\/nope\.js'.*NODE_OPTIONS/,
    );
  });
});
