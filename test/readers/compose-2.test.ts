import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { READERS } from '../../src/settings/readers/index.js';
import { findValues } from '../../src/settings/values.js';
import { COMPOSE_CASES } from '../helpers/compose-cases.js';
import { generatedFiles } from './generated-files.js';
import { generatedFolders } from './generated-folders.js';
import { pick, type RealValues, required, run, SURROUNDINGS } from './real-programs.js';

const COMPOSE_2_26 = required('COMPOSE_2_26');
const COMPOSE_2_40 = required('COMPOSE_2_40');

async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tailchat-smtp-compose2-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

/** What Compose gives the container of a service. */
async function ask(
  program: string,
  cwd: string,
  env: Record<string, string>,
  service?: string,
): Promise<RealValues> {
  const config = await run(program, ['config', '--format', 'json'], { cwd, env });
  if (config.code !== 0) return 'refused';
  type Service = { environment?: Record<string, string | null> };
  const { services } = JSON.parse(config.stdout) as { services: Record<string, Service> };
  const name = service ?? Object.keys(services).find((one) => /tailchat|core/.test(one)) ?? '';
  // What it prints is fit to be read again: a dollar is written twice.
  const plain = (value?: string | null) => value?.replaceAll('$$', '$');
  const values = Object.entries(services[name]?.environment ?? {});
  return pick(values.map(([variable, value]) => [variable, plain(value)]));
}

/** A variable without a value counts as not set. */
function asSet(values: RealValues): unknown {
  if (values === 'refused') return values;
  return [values.uri, values.sender].map((value) => (value?.trim() ? value : null));
}

describe.each([
  ['2.26', COMPOSE_2_26],
  ['2.40', COMPOSE_2_40],
])('Compose %s gives the container', (version, program) => {
  const cases = COMPOSE_CASES.filter(({ v2 }) => v2 !== 'unknown');

  it.each(cases)('$name', async ({ files, cwd = '.', env = {}, service, ...expected }) => {
    const { values, v2 = values, v2_26 = v2 } = expected;
    const counting = version === '2.26' ? v2_26 : v2;
    const folder = await folderOf(files);
    const real = await ask(program, join(folder, cwd), env, service);
    const { uri = null, sender = null } = typeof counting === 'string' ? {} : counting;
    expect(asSet(real)).toEqual(typeof counting === 'string' ? 'refused' : [uri, sender]);
  });
});

describe('as Compose 2.40 does we read', () => {
  it('generated folders', async () => {
    const different: unknown[] = [];
    const signal = new AbortController().signal;
    for (const files of generatedFolders(160)) {
      const cwd = await folderOf(files);
      const env = { FOO: 'foo', EMPTY: '' };
      const surroundings = { ...SURROUNDINGS, ...env };
      const found = await findValues({ env: surroundings, cwd, service: 'tailchat', signal });
      const mine: RealValues = found.problem
        ? 'refused'
        : { uri: found.uri?.value.reveal(), sender: found.sender?.value.reveal() };
      const real = await ask(COMPOSE_2_40, cwd, env, 'tailchat');
      const isSame = JSON.stringify(asSet(mine)) === JSON.stringify(asSet(real));
      if (!isSame) different.push({ files, mine, real });
    }
    expect(different).toEqual([]);
  });

  it('generated lines', async () => {
    const different: unknown[] = [];
    for (const file of generatedFiles(200)) {
      const project = 'services: { tailchat: { image: x, env_file: x.env } }\n';
      const cwd = await folderOf({ 'compose.yaml': project, 'x.env': file });
      const real = await ask(COMPOSE_2_40, cwd, {}, 'tailchat');
      const reading = READERS.compose.read(file, (name) => ({ ...SURROUNDINGS })[name]);
      const mine = reading.ok
        ? pick(reading.assignments.map(({ name, value }) => [name, value]))
        : 'refused';
      const isSame = JSON.stringify(mine) === JSON.stringify(real);
      if (!isSame) different.push({ file, mine, real });
    }
    expect(different).toEqual([]);
  });
});
