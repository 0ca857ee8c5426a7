import { describe, expect, it } from 'vitest';
import { folderWith, run, runJson } from './support.js';

const OFFLINE = ['verify', '--offline'];
const VALUES = 'SMTP_URI=smtps://me:Wq7Zx9Kv3Tn5@smtp.example:465/\nSMTP_SENDER=a@x.org\n';
const compose = (...rest: string[]) =>
  [
    ...['services:', '  service-core:', '    image: moonrailgun/tailchat'],
    ...['    env_file: docker-compose.env', ...rest, ''],
  ].join('\n');

describe.concurrent('a service that is set to no containers', () => {
  it.each<[string, string[], number]>([
    ['scale', ['    scale: 0'], 5],
    ['replicas', ['    deploy:', '      replicas: 0'], 6],
    ['replicas of a name', ['    deploy:', '      replicas: $' + '{N:-0}'], 6],
    ['a text', ['    scale: "0"'], 5],
  ])('is told: %s', async (_, rest, line) => {
    const files = { 'docker-compose.yml': compose(...rest), 'docker-compose.env': VALUES };
    const cwd = await folderWith(files);
    const { code, stdout } = await run(OFFLINE, { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain(
      `Compose starts no container of service-core: docker-compose.yml:${line} sets their number to 0.`,
    );
    expect((await run([...OFFLINE, '--strict'], { cwd })).code).toBe(78);
    const chinese = await run([...OFFLINE, '--lang', 'zh-CN'], { cwd });
    expect(chinese.stdout).toContain('Compose 不会启动 service-core 的容器');
    // With a URI of one's own it does not matter.
    const own = await runJson([...OFFLINE, '--uri', 'smtp://x.example'], { cwd });
    expect(own.report.warnings.filter(({ code }) => code === 'env-file-unused')).toEqual([]);
  });

  it.each([['    scale: 1'], ['    deploy: { replicas: 2 }'], ['    deploy: {}'], ['    scale:']])(
    'is not told of another number: %s',
    async (rest) => {
      const files = { 'docker-compose.yml': compose(rest), 'docker-compose.env': VALUES };
      const { report } = await runJson(OFFLINE, { cwd: await folderWith(files) });
      expect(report.warnings).toEqual([]);
    },
  );

  it('an override may start it again, or stop it', async () => {
    const files = { 'docker-compose.yml': compose('    scale: 0'), 'docker-compose.env': VALUES };
    const over = (scale: number) => ({
      'docker-compose.override.yml': `services:\n  service-core:\n    scale: ${scale}\n`,
    });
    const started = await runJson(OFFLINE, { cwd: await folderWith({ ...files, ...over(1) }) });
    expect(started.report.warnings).toEqual([]);
    const plain = { ...files, 'docker-compose.yml': compose() };
    const { stdout } = await run(OFFLINE, { cwd: await folderWith({ ...plain, ...over(0) }) });
    expect(stdout).toContain('docker-compose.override.yml:3 sets their number to 0');
  });

  it('is told of a workload of Kubernetes, too', async () => {
    const manifest = [
      ...['apiVersion: apps/v1', 'kind: Deployment', 'metadata: { name: tailchat }', 'spec:'],
      ...['  replicas: 0', '  template:', '    spec:', '      containers:'],
      ...['        - name: core', '          image: tailchat', '          env:'],
      '            - { name: SMTP_URI, value: "smtps://me:Wq7Zx9Kv3Tn5@smtp.example:465/" }',
      '            - { name: SMTP_SENDER, value: a@x.org }',
    ].join('\n');
    const cwd = await folderWith({ 'd.yaml': manifest });
    const { code, stdout } = await run([...OFFLINE, '--settings', 'd.yaml'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain(
      'Kubernetes starts no pod of tailchat: d.yaml:5 sets their number to 0.',
    );
  });
});

describe.concurrent('a stack of a swarm, for which nobody reads .env', () => {
  const FILES = {
    'docker-compose.yml': [
      ...['services:', '  service-core:', '    image: moonrailgun/tailchat', '    environment:'],
      ...['      SMTP_URI: $' + '{SMTP_URI}', '      SMTP_SENDER: a@x.org', ''],
    ].join('\n'),
    '.env': VALUES,
  };

  it('is told, where a script of the folder starts one', async () => {
    const script = '#!/bin/sh\n\ndocker stack deploy -c docker-compose.yml chat\n';
    const cwd = await folderWith({ ...FILES, 'deploy.sh': script });
    const { stdout } = await run(OFFLINE, { cwd });
    expect(stdout).toContain(
      'deploy.sh:3 starts a stack, and docker stack deploy does not read .env: there SMTP_URI from .env:1 is empty.',
    );
    expect(stdout).toContain(
      'Export its variables before that line, in bash: set -a && source ./.env && set +a',
    );
    const followed = script.replace('\n\n', '\nset -a && source ./.env && set +a\n');
    const after = await runJson(OFFLINE, {
      cwd: await folderWith({ ...FILES, 'deploy.sh': followed }),
    });
    expect(after.report.warnings.filter(({ code }) => code === 'env-file-unused')).toEqual([]);
  });

  it('is not, where a script starts the project with Compose', async () => {
    const cwd = await folderWith({ ...FILES, 'deploy.sh': 'docker compose up -d\n' });
    expect((await runJson(OFFLINE, { cwd })).report.warnings).toEqual([]);
  });
});
