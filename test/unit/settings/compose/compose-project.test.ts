import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readComposeProject } from '../../../../src/settings/compose/compose-project.js';

const signal = new AbortController().signal;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tailchat-smtp-compose-'));
});
afterEach(() => rm(folder, { recursive: true }));

const write = (name: string, text: string) => writeFile(join(folder, name), text);

async function read(env: Record<string, string> = {}) {
  return await readComposeProject({ folder, env, signal });
}

/** The services of a folder with one compose file. */
async function services(text: string, env: Record<string, string> = {}) {
  await write('docker-compose.yml', text);
  const result = await read(env);
  if (!result.ok) throw new Error(`line ${result.line}: ${result.problem}`);
  return result.project?.services ?? [];
}

const values = (variables: { name: string; value: string | undefined }[] = []) =>
  Object.fromEntries(variables.map(({ name, value }) => [name, value]));

describe('a compose file', () => {
  it('is none where there is none', async () => {
    expect(await read()).toEqual({ ok: true, project: undefined });
  });

  it('like Tailchat’s is taken apart', async () => {
    const [core, other] = await services(`version: "3.3"

services:
  # 应用网关
  service-core:
    image: moonrailgun/tailchat
    restart: unless-stopped
    env_file: docker-compose.env
    environment:
      SERVICES: core/gateway,core/user/*
      PORT: 3000
      DEBUG: true
      EMPTY:
      NOTHING: ""
    depends_on: [mongo]
    networks: [internal]
  mongo:
    image: mongo:4
    volumes: ["data:/data/db"]

networks:
  internal:
volumes:
  data:
`);
    expect(core).toMatchObject({
      name: 'service-core',
      envFiles: [{ path: join(folder, 'docker-compose.env'), isRaw: false, isRequired: true }],
      usesHostNetwork: false,
    });
    expect(values(core?.environment)).toEqual({
      SERVICES: 'core/gateway,core/user/*',
      PORT: '3000',
      DEBUG: 'true',
      EMPTY: undefined,
      NOTHING: '',
    });
    expect(core?.environment.map(({ line }) => line)).toEqual([10, 11, 12, 13, 14]);
    expect(other).toMatchObject({ name: 'mongo', envFiles: [], environment: [] });
  });

  it('may list its variables', async () => {
    const [service] = await services(
      `services:
  core:
    image: x
    environment:
      - A=1
      - B=x=y
      - "C=quoted # value"
      - D
      - E
`,
      { D: 'outside' },
    );
    expect(service?.environment.map(({ name, value, line }) => [name, value, line])).toEqual([
      ['A', '1', 5],
      ['B', 'x=y', 6],
      ['C', 'quoted # value', 7],
      ['D', 'outside', 8],
      ['E', undefined, 9],
    ]);
  });

  it.each([
    ['env_file: a.env', [['a.env', false]]],
    [
      'env_file: [a.env, ./b.env]',
      [
        ['a.env', false],
        ['b.env', false],
      ],
    ],
    ['env_file:\n      - path: a.env\n        required: false', [['a.env', false]]],
    [
      'env_file:\n      - path: a.env\n        format: raw\n      - b.env',
      [
        ['a.env', true],
        ['b.env', false],
      ],
    ],
    [`env_file: \${NAME:-c}.env`, [['c.env', false]]],
  ])('names its env files: %j', async (text, files) => {
    const [service] = await services(`services:\n  core:\n    image: x\n    ${text}\n`);
    const found = service?.envFiles.map(({ path, isRaw }) => ({ path, isRaw }));
    expect(found).toEqual(
      files.map(([name, isRaw]) => ({ path: join(folder, String(name)), isRaw })),
    );
  });

  it('may use anchors and merge keys, of which its own entries win', async () => {
    const [first, second] = await services(`x-mail: &mail
  SMTP_URI: smtp://a.example
  SMTP_SENDER: a@a.example
x-base: &base
  image: x
  env_file: shared.env
  network_mode: host
services:
  one:
    <<: *base
    environment:
      <<: *mail
      SMTP_SENDER: b@a.example
  two:
    image: x
    environment: *mail
`);
    expect(values(first?.environment)).toEqual({
      SMTP_URI: 'smtp://a.example',
      SMTP_SENDER: 'b@a.example',
    });
    expect(first).toMatchObject({ usesHostNetwork: true, envFiles: [{ isRaw: false }] });
    expect(first?.environment.find(({ name }) => name === 'SMTP_URI')?.line).toBe(2);
    expect(values(second?.environment)).toMatchObject({ SMTP_URI: 'smtp://a.example' });
  });

  it('replaces names by the environment, then by .env; two dollars are one', async () => {
    await write('.env', 'USER_NAME=from-file\nPASS=from-file\n');
    const text = `services:
  core:
    image: x
    environment:
      SMTP_URI: smtps://\${USER_NAME}:\${PASS}$$x@a.example
`;
    const [service] = await services(text, { PASS: 'outside' });
    expect(values(service?.environment)).toEqual({
      SMTP_URI: 'smtps://from-file:outside$x@a.example',
    });
  });

  it('is overridden by name', async () => {
    await write(
      'docker-compose.override.yml',
      'services:\n  core:\n    env_file: b.env\n    environment:\n      A: "2"\n  more:\n    image: x\n',
    );
    const all = await services(
      'services:\n  core:\n    image: x\n    env_file: a.env\n    environment: [A=1, B=1]\n',
    );
    expect(all.map(({ name }) => name)).toEqual(['core', 'more']);
    expect(values(all[0]?.environment)).toEqual({ A: '2', B: '1' });
    expect(all[0]?.environment.find(({ name }) => name === 'A')?.file).toContain('override');
    expect(all[0]?.envFiles).toHaveLength(2);
  });

  it('is the first of its names', async () => {
    await write('compose.yaml', 'services: { one: { image: x } }\n');
    expect((await services('services: { two: { image: x } }')).map(({ name }) => name)).toEqual([
      'one',
    ]);
  });

  it.each([
    ['services:\n  core: [unclosed\n', 2, 'bad-yaml'],
    ['services:\n\tcore: x\n', 2, 'bad-yaml'],
    ['services:\n  a: 1\n  a: 2\n', 3, 'name-twice'],
    [`services:\n  a:\n    environment:\n      A: \${\n`, 4, 'bad-interpolation'],
    [`services:\n  a:\n    environment:\n      - A=\${B:?gone}\n`, 4, 'required-variable'],
  ])('that is broken is told with its line: %j', async (text, line, problem) => {
    await write('compose.yml', text);
    expect(await read()).toMatchObject({ ok: false, file: join(folder, 'compose.yml'), problem });
    const result = await read();
    // The parser may see it a line late.
    if (!result.ok) expect(Math.abs(result.line - line)).toBeLessThanOrEqual(1);
  });

  it('without services brings none', async () => {
    expect(await services('x-a: b\n')).toEqual([]);
  });

  it.each([
    ['', 'bad-structure'],
    ['# nothing\n', 'bad-structure'],
    ['services:\n', 'bad-structure'],
    ['services: 5\n', 'bad-structure'],
    ['[]\n', 'bad-structure'],
    ['services: {a: }\n', 'bad-structure'],
    ['service:\n  a:\n    image: x\n', 'unknown-key'],
    ['a:\n  image: x\n', 'unknown-key'],
    ['services:\n  a:\n    environment: {}\n', 'no-image'],
    ['services:\n  a:\n    image: x\n    env_files: a\n', 'unknown-key'],
    ['services:\n  a:\n    image: x\n    environment: *gone\n', 'bad-yaml'],
  ])('that Compose does not take is refused: %j', async (text, problem) => {
    await write('compose.yml', text);
    expect(await read()).toMatchObject({ ok: false, problem });
  });

  it('that repeats itself for ever ends', async () => {
    const levels = Array.from({ length: 12 }, (_, index) => {
      const above = index === 0 ? 'x' : `*a${index - 1}`;
      return `a${index}: &a${index} [${Array(9).fill(above).join(', ')}]`;
    });
    const start = process.cpuUsage();
    const levelsAsText = levels.map((level) => `x-${level}`).join('\n');
    await write(
      'compose.yml',
      `${levelsAsText}\nservices:\n  core:\n    image: x\n    environment: *a11\n`,
    );
    expect(await read()).toMatchObject({ ok: false, problem: 'bad-yaml' });
    // Processor time: other programs may keep this one waiting.
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(5000);
  }, 30_000);
});
