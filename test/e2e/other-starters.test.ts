import { describe, expect, it } from 'vitest';
import { followSteps } from '../helpers/follow-steps.js';
import { folderWith, run, runJson } from './support.js';

const OFFLINE = ['verify', '--offline'];
const URI = 'smtps://me%40x.org:Wq7Zx9Kv3Tn5@smtp.example:465/';
const VALUES = `SMTP_URI=${URI}\nSMTP_SENDER=a@x.org\n`;
const COMPOSE = 'services:\n  core:\n    image: tailchat\n';
const LANGUAGES = ['en', 'zh-CN'];

/** The arguments that a step names behind `--settings`. */
const settingsIn = (step = '') => /--settings \S+/.exec(step)?.[0].split(' ') ?? [];

describe.concurrent('an env file under another name', () => {
  it.each([
    ['of Portainer', 'stack.env', {}],
    ['of a Quadlet', 'tailchat.env', { 'tailchat.container': '[Container]\nImage=tailchat\n' }],
    ['of a unit', 'mail.conf', { 't.service': '[Service]\nEnvironmentFile=%h/mail.conf\n' }],
    ['of docker run', 'mail.txt', { 'run.sh': 'docker run --env-file mail.txt tailchat\n' }],
    ['of another environment', 'prod.env', { 'compose.yml': 'services:\n  a: { image: redis }\n' }],
  ])('%s is named', async (_, name, files) => {
    const cwd = await folderWith({ ...files, [name]: VALUES });
    const { report } = await runJson(OFFLINE, { cwd });
    const [step] = report.failure?.nextSteps ?? [];
    expect(step).toBe(
      `${name}:1 has an SMTP_URI. If Tailchat gets that file, name it: --settings ${name}`,
    );
    expect((await run([...OFFLINE, ...settingsIn(step)], { cwd })).code).toBe(0);
    const zh = await runJson([...OFFLINE, '--lang', 'zh-CN'], { cwd });
    expect(zh.report.failure?.nextSteps[0]).toContain(`--settings ${name}`);
  });

  it('is brought into the compose file beside it', async () => {
    const cwd = await folderWith({ 'docker-compose.yml': COMPOSE, 'stack.env': VALUES });
    const { report } = await runJson(OFFLINE, { cwd });
    expect(report.failure?.title).toContain('SMTP_URI is in stack.env:1, but the container of');
    await followSteps(cwd, report.failure?.nextSteps ?? []);
    expect((await runJson(OFFLINE, { cwd })).report.settings.sender).toBe('a@x.org');
  });

  it('is none where it is a copy or an example', async () => {
    const cwd = await folderWith({ 'a.env.bak': VALUES, '.env.example': VALUES });
    const { stdout } = await run(OFFLINE, { cwd });
    expect(stdout).not.toContain('has an SMTP_URI');
  });
});

describe.concurrent('a file that is no env file', () => {
  it.each(
    LANGUAGES.flatMap((lang) => [
      [lang, 't.service', `[Service]\nEnvironment=SMTP_URI=${URI}\n`] as const,
      [lang, 't.container', `[Container]\nEnvironment=SMTP_URI=${URI}\n`] as const,
    ]),
  )('leads to no docker-compose.env: %s, %s', async (lang, name, text) => {
    const cwd = await folderWith({ [name]: text });
    const args = [...OFFLINE, '--settings', name, '--lang', lang];
    const { stdout, code } = await run(args, { cwd });
    expect(code).toBe(78);
    expect(stdout).toContain('EnvironmentFile=');
    expect(stdout).toContain('systemctl restart NAME');
    expect(stdout).not.toMatch(/docker/);
    expect(stdout).not.toContain('Wq7Zx9Kv3Tn5');
  });

  it.each(LANGUAGES)('such as the values of a chart: %s', async (lang) => {
    const cwd = await folderWith({ 'values.prod.yaml': `image: tailchat\nsmtp:\n  uri: ${URI}\n` });
    const args = [...OFFLINE, '--settings', 'values.prod.yaml', '--lang', lang];
    const { stdout, code } = await run(args, { cwd });
    expect(code).toBe(78);
    expect(stdout).toContain('helm template');
    expect(stdout).not.toContain('Wq7Zx9Kv3Tn5');
  });
});

describe.concurrent('a value that another program takes otherwise', () => {
  it.each([
    ['docker stack deploy -c docker-compose.yml tailchat', 'readers-disagree'],
    ['docker compose up -d', undefined],
  ])('is told of quotes in an env file: %s', async (command, code) => {
    const cwd = await folderWith({
      'docker-compose.yml': `${COMPOSE}    env_file: docker-compose.env\n`,
      'docker-compose.env': `SMTP_URI="${URI}"\nSMTP_SENDER=a@x.org\n`,
      'deploy.sh': `#!/bin/sh\n${command}\n`,
    });
    const { report } = await runJson(OFFLINE, { cwd });
    expect(report.warnings.map((one) => one.code)).toEqual(code ? [code] : []);
    if (code) expect(report.warnings[0]?.message).toContain('deploy.sh:2');
  });

  it.each([
    ['abc$defghijk', true],
    ['Wq7Zx9Kv3Tn5', false],
  ])('is told of a $ in .env, which Compose replaces: %s', async (password, isTold) => {
    const names = `      SMTP_URI: \${SMTP_URI}\n      SMTP_SENDER: a@x.org\n`;
    const cwd = await folderWith({
      'docker-compose.yml': `${COMPOSE}    environment:\n${names}`,
      '.env': `SMTP_URI=smtps://me:${password}@smtp.example:465/\n`,
    });
    const { report } = await runJson(OFFLINE, { cwd });
    const told = report.warnings.filter((one) => one.code === 'readers-disagree');
    expect(told.length).toBe(isTold ? 1 : 0);
    expect(JSON.stringify(report)).not.toContain(password);
  });
});

describe.concurrent('values that stand nowhere', () => {
  it.each([
    ['nothing', COMPOSE],
    ['an environment', `${COMPOSE}    environment:\n      FOO: "1"\n`],
    ['a list', `${COMPOSE}    environment:\n      - FOO=1\n`],
    ['an env file', `${COMPOSE}    env_file: docker-compose.env\n`],
  ])('are both there after one round: %s', async (_, text) => {
    const cwd = await folderWith({ 'docker-compose.yml': text, 'docker-compose.env': 'A=1\n' });
    const { report } = await runJson(OFFLINE, { cwd });
    const steps = report.failure?.nextSteps ?? [];
    await followSteps(cwd, steps);
    // The lines are examples: whoever copies them whole is told so.
    const copied = await runJson(OFFLINE, { cwd });
    expect(copied.report.failure).toMatchObject({ cause: 'uri-placeholder' });
    expect(copied.report.failure?.title).toContain('is still an example');
    expect(copied.report.settings).toMatchObject({ sender: 'tailchat@example.com' });
    const own = (step: string) => step.replace(':password@smtp.example.com', ':Wq7Zx@mail.x.org');
    const fresh = await folderWith({ 'docker-compose.yml': text, 'docker-compose.env': 'A=1\n' });
    await followSteps(fresh, steps.map(own));
    const after = await runJson(OFFLINE, { cwd: fresh });
    expect({ steps, failure: after.report.failure }).toMatchObject({ failure: null });
    expect(after.report.settings.sender).toBe('tailchat@example.com');
  });
});
