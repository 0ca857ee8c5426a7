import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSettings } from '../../../../src/settings/settings.js';
import { findValues } from '../../../../src/settings/values.js';
import { type ComposeCase, URI } from '../../../helpers/compose-case.js';
import { COMPOSE_CASES } from '../../../helpers/compose-cases.js';

const signal = new AbortController().signal;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tailchat-smtp-project-'));
});
afterEach(() => rm(folder, { recursive: true }));

type Given = Pick<ComposeCase, 'files' | 'cwd' | 'env' | 'service'>;

async function find({ files, cwd = '.', env = {}, service }: Given) {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return await findValues({ env, cwd: join(folder, cwd), service, signal });
}

describe('what Compose gives the container', () => {
  it.each(COMPOSE_CASES)('$name', async ({ values, ...given }) => {
    const found = await find(given);
    if (typeof values === 'string') {
      expect(found.problem?.facts.detail).toBe(values);
      expect(found.problem?.facts.file).toBeDefined();
      return;
    }
    expect(found.problem).toBeUndefined();
    const { uri, sender } = found;
    expect([uri?.value.reveal(), sender?.value.reveal()]).toEqual([
      values.uri ?? undefined,
      values.sender ?? undefined,
    ]);
  });
});

describe('a service of an included file', () => {
  const INCLUDED = {
    'c.yml': 'services:\n  tailchat:\n    image: x\n',
    'm.env': `SMTP_URI=${URI}\n`,
  };
  const clashes = async (files: Record<string, string>) => {
    const { remarks, uri } = await find({ files: { ...INCLUDED, ...files } });
    return [uri !== undefined, remarks.filter(({ kind }) => kind === 'defined-twice')];
  };
  const AGAIN = 'services:\n  tailchat:\n    env_file: m.env\n';

  it('is not defined again before Compose 5', async () => {
    const source = { kind: 'file', file: 'compose.yaml', line: 3 };
    expect(await clashes({ 'compose.yaml': `include: [c.yml]\n${AGAIN}` })).toEqual([
      true,
      [{ kind: 'defined-twice', source }],
    ]);
  });

  it('may be completed in an override file, or stand in two included ones alike', async () => {
    const twice = 'include: [c.yml, d.yml]\n';
    const files = { 'compose.yaml': twice, 'd.yml': INCLUDED['c.yml'] };
    expect(await clashes({ ...files, 'compose.override.yaml': AGAIN })).toEqual([true, []]);
  });
});

describe('a value that the container does not get', () => {
  const SERVICE = 'services:\n  tailchat:\n    image: moonrailgun/tailchat\n';

  /** The facts of the failure. */
  async function failing(given: Given) {
    const result = readSettings(await find(given), ['uri']);
    expect(result).toMatchObject({ ok: false, failing: { cause: 'uri-missing' } });
    return result.ok ? undefined : result.failing.facts.absent;
  }

  it.each([
    ['', { kind: 'below', under: '', line: 'env_file: .env' }],
    [
      '    env_file: docker-compose.env\n',
      { kind: 'below', under: '', line: `environment: { SMTP_URI: '\${SMTP_URI}' }` },
    ],
    [
      '    environment:\n      PORT: 3000\n',
      { kind: 'below', under: 'environment', line: `SMTP_URI: \${SMTP_URI}` },
    ],
    [
      '    environment:\n      - PORT=3000\n',
      { kind: 'below', under: 'environment', line: `- SMTP_URI=\${SMTP_URI}` },
    ],
  ])('stands in .env: the line to add is said, below %j', async (rest, add) => {
    const files = {
      'docker-compose.yml': SERVICE + rest,
      'docker-compose.env': 'SMTP_URI=\n',
      '.env': `# mail\nSMTP_URI=${URI}\n`,
    };
    const place = { file: '.env', line: 2, service: 'tailchat' };
    expect(await failing({ files })).toMatchObject({ why: 'dot-env', ...place, add });
  });

  it('stands in a file that nobody names', async () => {
    const files = { 'compose.yaml': SERVICE, 'docker-compose.env': `SMTP_URI=${URI}\n` };
    expect(await failing({ files })).toMatchObject({
      why: 'unused-file',
      file: 'docker-compose.env',
      add: { kind: 'below', under: '', line: 'env_file: docker-compose.env' },
    });
  });

  it('is taken away by the compose file', async () => {
    const files = {
      'compose.yaml': `${SERVICE}    env_file: mail.env\n    environment:\n      SMTP_URI:\n`,
      'mail.env': `SMTP_URI=${URI}\n`,
    };
    expect(await failing({ files })).toMatchObject({
      why: 'taken-away',
      file: 'mail.env',
      by: { file: 'compose.yaml', line: 6 },
    });
  });

  it('is for another service', async () => {
    const other = `  service-openapi:\n    image: x\n    environment: { SMTP_URI: "${URI}", SERVICES: openapi/app }\n`;
    const files = {
      'compose.yaml': `${SERVICE}    environment: { SERVICES: 'core/user/*' }\n${other}`,
    };
    expect(await failing({ files })).toMatchObject({
      why: 'other-service',
      service: 'tailchat',
      other: 'service-openapi',
    });
  });

  it('is for a service that is not started', async () => {
    const other = `  mailer:\n    image: x\n    profiles: [a]\n    environment: { SMTP_URI: "${URI}" }\n`;
    const files = { 'compose.yaml': SERVICE + other };
    expect(await failing({ files })).toMatchObject({ why: 'inactive', other: 'mailer' });
  });

  it('is used from the environment of this command, which is said', async () => {
    const files = { 'docker-compose.yml': SERVICE, '.env': `SMTP_URI=${URI}\n` };
    const found = await find({ files, env: { SMTP_URI: 'smtp://other.example' } });
    expect(found.uri?.source).toEqual({ kind: 'env' });
    expect(found.remarks.map(({ kind }) => kind)).toContain('env-overrides-file');
  });
});
