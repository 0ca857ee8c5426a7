import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, run, runJson } from './support.js';

const OFFLINE = ['verify', '--offline'];
const URI = 'smtps://me%40x.org:Wq7Zx9Kv3Tn5@smtp.example:465/';
const VALUES = `SMTP_URI=${URI}\nSMTP_SENDER=a@x.org\n`;
const FILE = 'docker-compose.yml';
const service = (rest: string) => `services:\n  core:\n    image: tailchat\n${rest}`;

/** Does what a step says of the compose file, by its words alone; undefined for one that names no line. */
function follow(step: string, text: string): string | undefined {
  const lines = text.split('\n');
  const [, key, line] =
    /^Add this line under (?:the service core|(\w+): of core) in \S+: (.+)$/.exec(step) ?? [];
  if (line !== undefined) {
    const at = lines.findIndex((one) => new RegExp(`^ +${key ?? 'core'}:`).test(one));
    const indent = /^ */.exec(lines[at + 1] ?? '')?.[0] ?? '';
    lines.splice(at + 1, 0, indent + line);
    return lines.join('\n');
  }
  const [, number, other] = /^Change docker-compose\.yml:(\d+) to: (.+)$/.exec(step) ?? [];
  if (number === undefined) return undefined;
  const indent = /^ */.exec(lines[Number(number) - 1] ?? '')?.[0] ?? '';
  lines[Number(number) - 1] = indent + other;
  return lines.join('\n');
}

async function firstStep(cwd: string, lang = 'en') {
  const { report } = await runJson([...OFFLINE, '--lang', lang], { cwd });
  return report.failure?.nextSteps[0] ?? '';
}

/** Follows the first step about each variable until nothing is missing: at most one for each. */
async function followed(files: Record<string, string>): Promise<string[]> {
  const cwd = await folderWith(files);
  const steps: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    const step = await firstStep(cwd);
    if (step === '') break;
    steps.push(step);
    const text = follow(step, await readFile(join(cwd, FILE), 'utf8'));
    if (text === undefined) return steps;
    await writeFile(join(cwd, FILE), text);
  }
  const { code, stdout, stderr } = await run(OFFLINE, { cwd });
  expect({ code, steps }).toMatchObject({ code: 0 });
  expect(stderr).toContain('✓ settings   smtps://me%40x.org:***@smtp.example:465/ (SMTP_URI from');
  expect(stdout + stderr).not.toContain('Wq7Zx9Kv3Tn5');
  return steps;
}

describe.concurrent('an env file that the compose file does not name', () => {
  const files = (rest: string) => ({
    [FILE]: service(rest),
    'docker-compose.env': VALUES,
    'a.env': 'A=1\n',
    'b.env': 'B=1\n',
  });

  it.each([
    ['', 'Add this line under the service core'],
    ['    env_file: a.env\n', `Change ${FILE}:4 to: env_file: [a.env, docker-compose.env]`],
    ['    env_file: "a.env" # ours\n', `Change ${FILE}:4 to: env_file: [a.env, docker-`],
    ['    env_file: [a.env, b.env]\n', `Change ${FILE}:4 to: env_file: [a.env, b.env, docker-`],
    ['    env_file: []\n', `Change ${FILE}:4 to: env_file: [docker-compose.env]`],
    ['    env_file:\n      - a.env\n', 'Add this line under env_file: of core'],
    ['    env_file:\n      - path: a.env\n', 'Add this line under env_file: of core'],
  ])('arrives as told: %j', async (rest, words) => {
    const steps = await followed(files(rest));
    expect(steps[0]).toContain(words);
  });

  it.each([
    ['x-f: &f [a.env]\nservices:\n  core:\n    image: tailchat\n    env_file: *f\n', 1],
    ['services:\n  core: { image: tailchat, env_file: a.env }\n', 2],
    ['x-c: &c\n  env_file: a.env\nservices:\n  core:\n    <<: *c\n    image: tailchat\n', 2],
  ])('has no line where none can be added: %j', async (text, line) => {
    const cwd = await folderWith({ ...files(''), [FILE]: text });
    const at = `${FILE}:${line}`;
    expect(await firstStep(cwd)).toMatch(
      new RegExp(`^Add docker-compose\\.env to env_file of core \\(${at}\\), in the form`),
    );
    expect(await firstStep(cwd, 'zh-CN')).toContain(`env_file（${at}）中按原有的写法加上 docker-`);
  });
});

describe.concurrent('a value in .env that no container gets', () => {
  const files = (rest: string) => ({ [FILE]: service(rest), '.env': VALUES, 'a.env': 'A=1\n' });

  it.each([
    ['', 'Add this line under the service core'],
    ['    environment:\n      FOO: "1"\n', 'Add this line under environment: of core'],
    ['    environment:\n      - FOO=1\n', 'Add this line under environment: of core'],
    ['    environment: {}\n    env_file: a.env\n', `Change ${FILE}:4 to: environment: { SMTP_URI:`],
    ['    environment: []\n', `Change ${FILE}:4 to: environment: { SMTP_URI:`],
    [
      `    environment:\n      SMTP_URI: \${SMTP_URL}\n      SMTP_SENDER: \${SMTP_FROM}\n`,
      `Change ${FILE}:5 to: SMTP_URI: \${SMTP_URI}`,
    ],
    [
      `    environment:\n      - SMTP_URI=\${SMTP_URL}\n      - SMTP_SENDER=\${SMTP_FROM}\n`,
      `Change ${FILE}:5 to: - SMTP_URI=\${SMTP_URI}`,
    ],
    [
      `    environment:\n      - SMTP_URI=\${SMTP_URI}\n      - SMTP_URI=\${SMTP_URL}\n`,
      `Change ${FILE}:6 to: - SMTP_URI=\${SMTP_URI}`,
    ],
  ])('arrives as told: %j', async (rest, words) => {
    const steps = await followed(files(rest));
    expect(steps[0]).toContain(words);
  });

  it.each([
    [service('    environment: { FOO: "1" }\n'), 4],
    [service('    environment: ["FOO=1"]\n'), 4],
    [service(`    environment: { SMTP_URI: "\${SMTP_URL}" }\n`), 4],
    [`x-e: &e\n  FOO: "1"\n${service('    environment: *e\n')}`, 2],
    [`x-c: &c\n  environment:\n    FOO: "1"\n${service('    <<: *c\n')}`, 3],
    ['services:\n  core: { image: tailchat, environment: { FOO: "1" } }\n', 2],
  ])('has no line where none can be added: %j', async (text, line) => {
    const cwd = await folderWith({ [FILE]: text, '.env': VALUES });
    const value = `'\${SMTP_URI}'`;
    const [en, zh] = [await firstStep(cwd), await firstStep(cwd, 'zh-CN')];
    expect(en).toContain(
      `Add SMTP_URI with the value ${value} to the environment of core (${FILE}:${line})`,
    );
    expect(zh).toContain(`（${FILE}:${line}）中按原有的写法加上 SMTP_URI，值为 ${value}`);
  });
});

describe.concurrent('a value that stands nowhere', () => {
  it.each([
    ['{ FOO: "1" }', `(${FILE}:4), in the form used there`],
    ['["FOO=1"]', `(${FILE}:4), in the form used there`],
    ['{}', `(${FILE}:4), in the form used there`],
  ])('goes beside those in %s', async (environment, words) => {
    const cwd = await folderWith({ [FILE]: service(`    environment: ${environment}\n`) });
    const step = await firstStep(cwd);
    expect(step).toContain("Add SMTP_URI with the value 'smtps://");
    expect(step).toContain(words);
    expect(await firstStep(cwd, 'zh-CN')).toContain("按原有的写法加上 SMTP_URI，值为 'smtps://");
  });
});

describe.concurrent('env files that an override takes away', () => {
  it.each([
    ['!override []', '!override [docker-compose.env]'],
    ['!reset []', '!override [docker-compose.env]'],
    ['!override [x.env]', '!override [x.env, docker-compose.env]'],
  ])('are given back there: %s', async (taken, given) => {
    const over = 'docker-compose.override.yml';
    const written = `services:\n  core:\n    env_file: ${taken}\n`;
    const files = { 'docker-compose.env': VALUES, 'x.env': 'A=1\n', [over]: written };
    const cwd = await folderWith({
      [FILE]: service('    env_file: docker-compose.env\n'),
      ...files,
    });
    const { report } = await runJson(OFFLINE, { cwd });
    expect(report.failure?.explanation).toContain(`${over}:3 replaces what env_file of core names`);
    expect(report.failure?.nextSteps[0]).toBe(`Change ${over}:3 to: env_file: ${given}`);
    expect(await firstStep(cwd, 'zh-CN')).toBe(`把 ${over}:3 改成：env_file: ${given}`);
    await writeFile(join(cwd, over), written.replace(taken, given));
    expect((await run(OFFLINE, { cwd })).code).toBe(0);
  });
});

describe.concurrent('what has nothing to do with mail', () => {
  const project = (rest: string) =>
    service(`    environment: { SMTP_URI: "${URI}", SMTP_SENDER: a@x.org }\n${rest}`);
  it.each([
    ['deploy', '    deploy: { resources: { limits: { cpu: 1 } } }', 'has the key cpu'],
    ['a size', '    shm_size: 64x', 'gives shm_size a value that Compose does not take'],
    [
      'a circle',
      '    depends_on: [core]',
      'leads back to itself by include, extends or depends_on',
    ],
  ])('is refused as Compose refuses it: %s', async (_, rest, words) => {
    const { report } = await runJson(OFFLINE, { cwd: await folderWith({ [FILE]: project(rest) }) });
    expect(report.exitCode).toBe(78);
    expect(report.failure?.title).toContain(`docker-compose.yml:5 ${words}`);
    expect(report.failure?.explanation).toContain('then refuses the whole project');
  });
});

describe.concurrent('a URI put together from variables', () => {
  it.each(['SMTP_URI: ', '- SMTP_URI='])('keeps those that do not change (%s)', async (key) => {
    const uri = `smtps://me%40x.org:\${MAIL_PASS}@smtp.example:\${MAIL_PORT:-587}/`;
    const cwd = await folderWith({
      [FILE]: service(`    environment:\n      ${key}${uri}\n`),
      '.env': 'MAIL_PASS=Wq7Zx9Kv3Tn5\n',
    });
    const { report, ...result } = await runJson(OFFLINE, { cwd });
    const [warning] = report.warnings.filter(({ code }) => code === 'port-unlikely');
    expect(warning?.message).toContain(
      `:\${MAIL_PASS}@smtp.example:\${MAIL_PORT:-587}/?requireTLS=true`,
    );
    expect(warning?.message).not.toContain('instead of ***');
    expect(result.stdout + result.stderr).not.toContain('Wq7Zx9Kv3Tn5');
  });
});
