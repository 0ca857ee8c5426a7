// Which container is meant by the folder, and what is said where there is none.

import { rm, symlink } from 'node:fs/promises';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMPOSE, withEngine } from './inside-support.js';
import { closeAtEnd, folderWith, run, runJson, startScript, uriOf } from './support.js';

const FILES = { 'docker-compose.yml': COMPOSE, 'docker-compose.env': '' };
const label = (folder: string, more: Record<string, string> = {}) => ({
  'com.docker.compose.service': 'service-core',
  'com.docker.compose.project': 'chat',
  'com.docker.compose.project.working_dir': folder,
  ...more,
});

describe.concurrent('--in', () => {
  it('finds the container of a project whose folder was reached through a link', async () => {
    const cwd = await folderWith(FILES);
    const link = `${cwd}-link`;
    await symlink(cwd, link);
    closeAtEnd(() => rm(link, { force: true }));
    const settings = { SMTP_URI: uriOf(await startScript()), SMTP_SENDER: 'a@x.org' };
    const containers = [{ id: 'aaaa', name: 'a-1', labels: label(link), env: settings }];
    const env = await withEngine({ containers });
    const { report } = await runJson(['verify', '--in'], { cwd, env });
    expect(report).toMatchObject({ ok: true, container: { name: 'a-1' } });
    // A folder that is gone stays as it is written.
    const gone = [{ id: 'aaaa', name: 'a-1', labels: label('/nope/a'), env: settings }];
    const said = await run(['verify', '--in'], {
      cwd,
      env: await withEngine({ containers: gone }),
    });
    expect(said.code).toBe(69);
  });

  it.each<[how: string, files: Record<string, string>, name: (folder: string) => string]>([
    ['by the folder', {}, (folder) => folder.toLowerCase().replace(/[^a-z0-9_-]/g, '')],
    ['by name:', { 'docker-compose.yml': `name: chat\n${COMPOSE}` }, () => 'chat'],
    ['by .env', { '.env': 'COMPOSE_PROJECT_NAME=chat\n' }, () => 'chat'],
  ])(
    'finds the container of a project whose folder was moved: named %s',
    async (_, files, name) => {
      const cwd = await folderWith({ ...FILES, ...files });
      const settings = { SMTP_URI: uriOf(await startScript()), SMTP_SENDER: 'a@x.org' };
      const started = (project: string, folder = `${cwd}-before`) =>
        withEngine({
          containers: [
            {
              ...{ id: 'aaaa', name: 'a-1', env: settings },
              labels: label(folder, { 'com.docker.compose.project': project }),
            },
          ],
        });
      const project = name(basename(cwd));
      const { report } = await runJson(['verify', '--in'], { cwd, env: await started(project) });
      expect(report).toMatchObject({ ok: true, container: { name: 'a-1' } });
      // One of another name, and one whose folder is still there, are of another project.
      const elsewhere = await folderWith(FILES);
      for (const env of [await started('other'), await started(project, elsewhere)]) {
        expect((await run(['verify', '--in'], { cwd, env })).code).toBe(69);
      }
    },
  );

  it.each([[[]], [['service-core']]])('says how a service gets a container: %j', async (name) => {
    const cwd = await folderWith(FILES);
    const labels = label(cwd, { 'com.docker.compose.oneoff': 'True' });
    const env = await withEngine({ containers: [{ id: 'aaaa', name: 'a-run-1', labels }] });
    const said = await run(['verify', '--in', ...name], { cwd, env });
    expect(said).toMatchObject({ code: 69, stdout: '' });
    expect(said.stderr).toBe(
      'The project in this folder has no container of service-core. Create it with docker compose up -d.\n',
    );
    const chinese = await run(['verify', '--in', ...name, '--lang', 'zh-CN'], { cwd, env });
    expect(chinese.stderr).toContain('docker compose up -d 创建它。\n');
    // Compose starts one behind a profile where it is named.
    const profile = await folderWith({
      ...FILES,
      'docker-compose.yml': `${COMPOSE}    profiles: [chat]\n`,
    });
    const named = await run(['verify', '--in', 'service-core'], { cwd: profile, env });
    expect(named.stderr).toContain('docker compose up -d service-core.');
    const other = await run(['verify', '--in', 'service-cores'], { cwd, env });
    expect(other.code).toBe(64);
    // podman shows a user his own containers alone.
    const podman = await withEngine({ client: 'podman' });
    expect((await run(['verify', '--in', ...name], { cwd, env: podman })).stderr).toMatch(/sudo/);
    expect((await run(['verify', '--in', 'x'], { env: podman })).stderr).toMatch(/sudo/);
  });

  it.each([
    ['paused', {}, /docker unpause a-1/],
    ['exited', {}, /docker start a-1/],
    ['exited', { 'com.docker.compose.service': 'x' }, /docker compose up -d/],
  ])(
    'says what starts a container that is %s, with the labels %j',
    async (state, labels, words) => {
      const env = await withEngine({ containers: [{ id: 'aaaa', name: 'a-1', state, labels }] });
      const said = await run(['verify', '--in', 'a-1'], { env });
      expect(said).toMatchObject({ code: 69, stdout: '' });
      expect(said.stderr).toMatch(words);
      const chinese = await run(['verify', '--in', 'a-1', '--lang', 'zh-CN'], { env });
      expect(chinese.stderr).toMatch(words);
    },
  );

  it('says that a container went away', async () => {
    const containers = [{ id: 'aaaa', name: 'a-1' }];
    const exec = 'echo "Error response from daemon: No such container: aaaa" >&2; exit 1';
    const said = await run(['verify', '--in', 'a-1'], {
      env: await withEngine({ containers, exec }),
    });
    expect(said).toMatchObject({ code: 69, stdout: '' });
    expect(said.stderr).toMatch(/a-1 went away/);
  });
});

describe.concurrent('a container of another project', () => {
  it('is named, and nothing is created that the project here does not have', async () => {
    const cwd = await folderWith({ 'compose.yml': 'services: { db: { image: mongo } }\n' });
    const containers = [{ id: 'aaaa', name: 'b-1', labels: label('/srv/b') }];
    const said = await run(['verify', '--in'], { cwd, env: await withEngine({ containers }) });
    expect(said).toMatchObject({ code: 69, stdout: '' });
    expect(said.stderr).toBe(
      'The project in this folder has no container of service-core. To check one of another project, name it: b-1.\n',
    );
  });

  it('does not hide the one of this project that another engine runs', async () => {
    const cwd = await folderWith(FILES);
    const settings = { SMTP_URI: uriOf(await startScript()), SMTP_SENDER: 'a@x.org' };
    const env = await withEngine(
      { containers: [{ id: 'aaaa', name: 'b-1', labels: label('/srv/b') }] },
      {
        client: 'podman',
        containers: [{ id: 'bbbb', name: 'a-1', labels: label(cwd), env: settings }],
      },
    );
    const { report } = await runJson(['verify', '--in'], { cwd, env });
    expect(report.container).toEqual({ engine: 'podman', name: 'a-1' });
  });
});

describe.concurrent('a folder with manifests', () => {
  it.each([['en'], ['zh-CN']])('leads to the pod, not to a container, in %s', async (lang) => {
    const container = `{ name: core, image: tailchat, env: [{ name: SMTP_URI, value: smtp://x.org/ }] }`;
    const cwd = await folderWith({
      'tailchat.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: { name: chat }
spec: { template: { spec: { containers: [${container}] } } }
`,
    });
    const env = await withEngine({
      containers: [{ id: 'aaaa', name: 'a-1', labels: { 'com.docker.compose.service': 'chat' } }],
    });
    for (const more of [[], ['--service', 'chat']]) {
      const said = await run(['verify', '--in', ...more, '--lang', lang], { cwd, env });
      expect(said).toMatchObject({ code: 64, stdout: '' });
      expect(said.stderr).toMatch(/--in kubernetes:deployment\/chat$/m);
    }
  });
});

describe.concurrent('a container without settings', () => {
  const files = { ...FILES, 'docker-compose.env': 'SMTP_URI=smtp://x.org/\nSMTP_SENDER=a@x.org\n' };
  const steps = async (lang: string, labels: Record<string, string>) => {
    const cwd = await folderWith(files);
    const env = await withEngine({ containers: [{ id: 'aaaa', name: 'a-1', labels }] });
    const words = ['verify', '--in', 'a-1', '--lang', lang];
    const { report } = await runJson(words, { cwd, env });
    expect(report.failure?.cause).toBe('uri-missing');
    return report.failure?.nextSteps.join('\n') ?? '';
  };

  it.each(['en', 'zh-CN'])(
    'is told nothing of Compose that did not make it, in %s',
    async (lang) => {
      const advice = await steps(lang, {});
      expect(advice).toMatch(/a-1.*docker-compose\.env:1/s);
      expect(advice).not.toMatch(/docker compose|env_file/);
    },
  );

  it.each(['en', 'zh-CN'])('gets no file of another project, in %s', async (lang) => {
    const advice = await steps(lang, label('/srv/other'));
    expect(advice).toContain('SMTP_URI=');
    expect(advice).not.toMatch(/docker-compose\.env/);
  });

  it.each<[how: string, profiles: string, names: string[]]>([
    ['alone behind a profile', 'core:\n    profiles: [chat]\n    image: x/y\n', ['core']],
    [
      'behind a profile, beside another service',
      'site:\n    image: my/site\n  core:\n    profiles: [chat]\n    image: x/y\n',
      ['site', 'core'],
    ],
    [
      'behind one of two profiles',
      'old:\n    profiles: [old]\n    image: x/y\n    environment: { SERVICES: core/user }\n' +
        '  core:\n    profiles: [chat]\n    image: x/y\n    environment: { SERVICES: core/user }\n',
      ['core'],
    ],
  ])('finds the service that was started: %s', async (_, services, names) => {
    const text = `services:\n  ${services}`;
    const sets = text.includes('SERVICES') ? text : `${text}    environment: { SERVICES: core }\n`;
    const cwd = await folderWith({ 'docker-compose.yml': sets });
    const settings = { SMTP_URI: uriOf(await startScript()), SMTP_SENDER: 'a@x.org' };
    const containers = names.map((name, index) => ({
      ...{ id: `aaa${index}`, name: `chat-${name}-1`, env: name === 'core' ? settings : {} },
      labels: label(cwd, { 'com.docker.compose.service': name }),
    }));
    const env = await withEngine({ containers });
    const { report } = await runJson(['verify', '--in'], { cwd, env });
    expect(report).toMatchObject({ ok: true, container: { name: 'chat-core-1' } });
  });
});
