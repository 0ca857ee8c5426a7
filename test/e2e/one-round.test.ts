import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { followSteps } from '../helpers/follow-steps.js';
import { folderWith, run, runJson } from './support.js';

const OFFLINE = ['verify', '--offline', '--service', 'core'];
const URI = 'smtps://me%40x.org:Wq7Zx9Kv3Tn5@smtp.example:465/';
const VALUES = `SMTP_URI=${URI}\nSMTP_SENDER=a@x.org\n`;
const FILE = 'docker-compose.yml';
const OWN = 'docker-compose.env';
const core = (rest: string) => `services:\n  core:\n    image: tailchat\n${rest}`;
const environment = (...entries: string[]) =>
  `    environment:\n${entries.map((one) => `      ${one}\n`).join('')}`;

/** What stood in the way, and how: each is gone when all steps of one verdict were done. */
const FOLDERS: [name: string, files: Record<string, string>][] = [
  ...(
    [
      ['nothing', ''],
      ['empty values', environment("SMTP_URI: ''", "SMTP_SENDER: ''")],
      ['an empty value', environment("SMTP_URI: ''")],
      ['an empty value beside others', environment("SMTP_URI: ''", 'FOO: "1"')],
      ['names without values', environment('SMTP_URI:', 'SMTP_SENDER:')],
      ['a list of names', environment('- SMTP_URI', '- SMTP_SENDER', '- FOO=1')],
      ['names of .env', environment(`SMTP_URI: \${SMTP_URI}`, `SMTP_SENDER: \${SMTP_SENDER}`)],
      ['another env file', '    env_file: a.env\n'],
      ['another env file, long', '    env_file:\n      - path: a.env\n        required: false\n'],
      ['another env file, raw', '    env_file:\n      - path: a.env\n        format: raw\n'],
      ['a secret', '    cap_add: [s]\n    env_file: []\n'],
    ] as const
  ).map(([name, rest]): [string, Record<string, string>] => [
    `an env file that is not named: ${name}`,
    { [FILE]: core(rest), [OWN]: VALUES, 'a.env': 'A=1\n' },
  ]),
  ...(
    [
      ['overridden', environment("SMTP_URI: ''", "SMTP_SENDER: ''")],
      ['overridden in a list', environment('- SMTP_URI=', '- SMTP_SENDER=', '- FOO=1')],
      ['overridden by nothing', environment('SMTP_URI:', 'FOO: "1"')],
    ] as const
  ).map(([name, rest]): [string, Record<string, string>] => [
    `an env file that is named: ${name}`,
    { [FILE]: core(`${rest}    env_file: ${OWN}\n`), [OWN]: VALUES },
  ]),
  ...(
    [
      ['nothing', ''],
      ['empty values', environment("SMTP_URI: ''", "SMTP_SENDER: ''")],
      ['an env file that is missing', `    env_file:\n      - path: a\n        required: false\n`],
      ['an env file without them', '    env_file: a.env\n'],
      ['a map', environment('FOO: "1"')],
      ['a list', environment('- FOO=1')],
      ['wrong names', environment(`SMTP_URI: \${URL}`, `SMTP_SENDER: \${FROM}`)],
      ['one of both', environment(`SMTP_SENDER: \${FROM}`, 'FOO: "1"')],
      ['a flow of nothing', '    environment: {}\n'],
    ] as const
  ).map(([name, rest]): [string, Record<string, string>] => [
    `.env alone: ${name}`,
    { [FILE]: core(rest), '.env': VALUES, 'a.env': 'A=1\n' },
  ]),
  [
    'COMPOSE_FILE in .env',
    {
      [FILE]: core(''),
      'b.yml': core(environment('A: b')),
      '.env': `COMPOSE_FILE=b.yml\n${VALUES}`,
    },
  ],
  [
    'an override takes them away',
    {
      [FILE]: core(`    env_file: ${OWN}\n`),
      'docker-compose.override.yml': `services:\n  core:\n    ports: []\n${environment("SMTP_URI: ''")}`,
      [OWN]: VALUES,
    },
  ],
  [
    'an anchor takes them away',
    {
      [FILE]: `x-e: &e\n  SMTP_URI: ''\n  FOO: "1"\n${core(environment('<<: *e'))}`,
      [OWN]: VALUES,
    },
  ],
  [
    'an anchor with nothing else takes it away',
    {
      [FILE]: `x-e: &e\n  SMTP_URI: ''\n${core(environment('<<: *e', 'FOO: "1"'))}    env_file: ${OWN}\n`,
      [OWN]: VALUES,
    },
  ],
  [
    'an anchor that is merged alone takes both away',
    {
      [FILE]: `x-e: &e\n  SMTP_URI: ''\n  SMTP_SENDER: ''\n${core(environment('<<: *e'))}    env_file: ${OWN}\n`,
      [OWN]: VALUES,
    },
  ],
  [
    'an override with nothing else takes it away',
    {
      [FILE]: core(`    env_file: ${OWN}\n`),
      'docker-compose.override.yml': `services:\n  core:\n${environment("SMTP_URI: ''")}`,
      [OWN]: VALUES,
    },
  ],
  [
    'a service that is extended takes it away',
    {
      [FILE]: `services:\n  base:\n    image: x\n${environment("SMTP_URI: ''")}  core:\n    image: tailchat\n    extends: base\n    env_file: ${OWN}\n`,
      [OWN]: VALUES,
    },
  ],
  [
    'two env files, the second empty',
    { [FILE]: core('    env_file: [a.env, b.env]\n'), 'a.env': VALUES, 'b.env': 'SMTP_URI=\n' },
  ],
];

describe.concurrent('what a verdict says to do is enough', () => {
  it.each(FOLDERS)('%s', async (_, files) => {
    const cwd = await folderWith(files);
    const { report } = await runJson(OFFLINE, { cwd });
    const steps = report.failure?.nextSteps ?? [];
    expect(report.exitCode).toBe(78);
    const left = await followSteps(cwd, steps);
    const after = await runJson(OFFLINE, { cwd });
    const text = await readFile(join(cwd, FILE), 'utf8');
    expect({ steps, left, text, failure: after.report.failure }).toMatchObject({ failure: null });
    expect(after.report.settings.sender, steps.join('\n')).toBe('a@x.org');
    expect(after.report.warnings).toEqual([]);
  });

  it('also where a profile is not active', async () => {
    const cwd = await folderWith({
      [FILE]: `${core(`    profiles: [mail]\n    env_file: ${OWN}\n`)}  web:\n    image: nginx\n`,
      [OWN]: VALUES,
    });
    const verify = ['verify', '--offline'];
    const { report } = await runJson(verify, { cwd });
    expect(report.failure?.title).toContain('is for core, which Compose does not start');
    await followSteps(cwd, report.failure?.nextSteps ?? []);
    expect((await run(verify, { cwd })).code).toBe(0);
  });
});

describe.concurrent('a value that cannot arrive as it is written', () => {
  it.each(["    environment: { SMTP_URI: '' }\n", environment("SMTP_URI: ''", 'A: b')])(
    'in an env file that is named, and overridden: %j',
    async (rest) => {
      const files = { [FILE]: core(`${rest}    env_file: ${OWN}\n`), [OWN]: VALUES };
      const args = ['verify', '--offline', '--settings', OWN];
      const { report } = await runJson(args, { cwd: await folderWith(files) });
      expect(report.failure?.title).toMatch(
        /^docker-compose\.yml:\d leaves SMTP_URI empty, whatever/,
      );
      expect(report.failure?.nextSteps[0]).toMatch(/^Remove SMTP_URI from docker-compose\.yml:\d/);
    },
  );

  it('in a file that SMTP_URI_FILE names', async () => {
    const files = { [FILE]: core(environment('SMTP_URI_FILE: /run/secrets/uri')) };
    const cwd = await folderWith(files);
    const { report } = await runJson(OFFLINE, { cwd });
    expect(report.failure?.explanation).toContain('Tailchat does not read SMTP_URI_FILE');
    const zh = await runJson([...OFFLINE, '--lang', 'zh-CN'], { cwd });
    expect(zh.report.failure?.explanation).toContain('Tailchat 不读取 SMTP_URI_FILE');
  });
});

describe.concurrent('a compose file without Tailchat', () => {
  const mongo = 'services:\n  mongo:\n    image: mongo:4\n';
  const verify = ['verify', '--offline'];

  it.each([
    ['en', 'No container that Compose starts from docker-compose.yml gets'],
    ['zh-CN', '启动的容器都不会得到 docker-compose.env:1 中的 SMTP_URI'],
  ])('is told beside an env file: %s', async (lang, words) => {
    const cwd = await folderWith({ [FILE]: mongo, [OWN]: VALUES });
    const { report } = await runJson([...verify, '--lang', lang], { cwd });
    expect(report.warnings).toMatchObject([{ code: 'env-file-unused' }]);
    expect(report.warnings[0]?.message).toContain(words);
    const strict = await runJson([...verify, '--strict'], { cwd });
    expect(strict.code).toBe(78);
  });

  it.each([
    ['service: x', '', true],
    ['env_file', `    env_file: ${OWN}\n`, false],
    ['a name', '    environment: [SMTP_URI, SMTP_SENDER]\n', false],
  ])('is told of an env file that is named: %s', async (_, lines, isTold) => {
    const text = `services:\n  core:\n    image: tailchat\n${lines}`;
    const cwd = await folderWith({ [FILE]: text, [OWN]: VALUES });
    const { report } = await runJson([...verify, '--settings', OWN], { cwd });
    const codes = report.warnings.map(({ code }) => code);
    expect(codes.includes('env-file-unused')).toBe(isTold);
  });

  it('leaves a .env to Tailchat outside of containers', async () => {
    const cwd = await folderWith({ [FILE]: mongo, '.env': VALUES });
    expect((await runJson(verify, { cwd })).report).toMatchObject({ exitCode: 0, warnings: [] });
  });

  it.each([mongo, 'services: {}\n'])('is told where nothing is found: %j', async (text) => {
    const cwd = await folderWith({ 'compose.yaml': text });
    const { stdout, code } = await run(verify, { cwd });
    expect(code).toBe(78);
    expect(stdout).toContain('compose.yaml was read, but Compose starts no Tailchat service');
    expect(stdout).not.toContain('docker-compose.env');
    expect(stdout).not.toContain('has no compose file');
  });

  it('is told where it counts in place of another', async () => {
    const cwd = await folderWith({
      'compose.yaml': 'services: {}\n',
      [FILE]: core(`    env_file: ${OWN}\n`),
      [OWN]: VALUES,
    });
    const { stdout, code } = await run(verify, { cwd });
    expect(code).toBe(78);
    expect(stdout).toContain(`Docker Compose reads compose.yaml, not ${FILE} beside it`);
    const zh = await run([...verify, '--lang', 'zh-CN'], { cwd });
    expect(zh.stdout).toContain(`读取的是 compose.yaml，而不是同一目录里的 ${FILE}`);
    expect((await run([...verify, '--settings', FILE], { cwd })).code).toBe(0);
  });
});

describe.concurrent('services that may all be Tailchat', () => {
  it.each([
    ['without values', 'x/one', 'x/two'],
    ['by their images', 'tailchat', 'moonrailgun/tailchat'],
  ])('are asked about: %s', async (_, one, two) => {
    const text = `services:\n  a:\n    image: ${one}\n  b:\n    image: ${two}\n`;
    const cwd = await folderWith({ [FILE]: text });
    const { report } = await runJson(['verify', '--offline'], { cwd });
    expect(report.failure).toMatchObject({ cause: 'uri-missing' });
    expect(report.failure?.title).toBe('Several services may send mail: a and b');
    expect(report.failure?.nextSteps).toEqual(['Name the service: --service a']);
  });
});

it('says of a later env file that it counts for Tailchat, too', async () => {
  const cwd = await folderWith({
    [FILE]: core('    env_file: [a.env, b.env]\n'),
    'a.env': VALUES,
    'b.env': VALUES.replace('me%40', 'you%40'),
  });
  const { report } = await runJson(['verify', '--offline'], { cwd });
  const { message } = report.warnings.find(({ code }) => code === 'env-overrides-file') ?? {};
  expect(message).toContain(
    'a.env:1 differs, and is not used here. Tailchat does not use it either.',
  );
});
