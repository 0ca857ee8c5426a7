import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReaderName } from '../../src/report/env-readers.js';
import { READERS } from '../../src/settings/readers/index.js';
import { askSystemd } from './ask-systemd.js';
import { generatedFiles } from './generated-files.js';
import {
  askKubectl,
  askShell,
  oneByOne,
  pick,
  type RealValues,
  required,
  run,
  SURROUNDINGS,
  startDocker,
  startPodman,
} from './real-programs.js';

/** What our reader makes of a file in the same surroundings. */
function ours(reader: ReaderName, text: string): RealValues {
  const reading = READERS[reader].read(text, (name) => ({ ...SURROUNDINGS })[name]);
  if (!reading.ok) return 'refused';
  return pick(reading.assignments.map(({ name, value }) => [name, value]));
}

function expectAlike(reader: ReaderName, files: readonly string[], real: readonly RealValues[]) {
  const different = files.flatMap((file, index) => {
    const mine = ours(reader, file);
    const same = JSON.stringify(mine) === JSON.stringify(real[index]);
    return same ? [] : [{ file, mine, real: real[index] }];
  });
  expect(real).toHaveLength(files.length);
  expect(different).toEqual([]);
}

/** Runs a script that gets all the files as JSON and gives what it makes of them. */
async function atOnce(command: string, args: string[], files: readonly string[]) {
  const ran = await run(command, args, { input: JSON.stringify(files) });
  expect(ran.stderr).toBe('');
  const all = JSON.parse(ran.stdout) as (Record<string, string | null> | 'refused')[];
  return all.map((one) =>
    one === 'refused'
      ? one
      : pick(Object.entries(one).map(([name, value]) => [name, value ?? undefined] as const)),
  );
}

const IN_NODE = (parse: string) =>
  `const files = JSON.parse(require('fs').readFileSync(0)); const parse = ${parse};` +
  'process.stdout.write(JSON.stringify(files.map((file) => parse(file))))';

describe('generated files are read alike by', () => {
  it.each([
    ['node20', 'NODE_20'],
    ['node', 'NODE_22'],
  ] as const)('%s', async (reader, variable) => {
    const files = generatedFiles(4000);
    const script = IN_NODE("require('util').parseEnv");
    expectAlike(reader, files, await atOnce(required(variable), ['-e', script], files));
  });

  it('dotenv 16.6', async () => {
    const files = generatedFiles(4000);
    const script = IN_NODE(`require(${JSON.stringify(required('DOTENV_16'))}).parse`);
    // It passes over no byte-order mark; whoever reads the file for it does.
    const plain = files.map((file) => file.replace(/^\ufeff/, ''));
    expectAlike('dotenv16', plain, await atOnce(process.execPath, ['-e', script], plain));
  });

  it('python-dotenv 0.21', async () => {
    const files = generatedFiles(2000);
    const script = [
      'import io, json, logging, sys, dotenv',
      'logging.disable(logging.CRITICAL)',
      'def read(text):',
      "    stream = io.TextIOWrapper(io.BytesIO(text.encode('utf-8')), encoding='utf-8')",
      '    return dict(dotenv.dotenv_values(stream=stream))',
      'print(json.dumps([read(text) for text in json.load(sys.stdin)]))',
    ].join('\n');
    expectAlike('python-dotenv', files, await atOnce('/usr/bin/python3', ['-c', script], files));
  });

  it('docker-compose 1.29', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tailchat-smtp-compose1-'));
    const files = generatedFiles(300);
    const services = await Promise.all(
      files.map(async (file, index) => {
        await writeFile(join(folder, `${index}.env`), file);
        return [`s${index}`, { image: 'x', env_file: `${index}.env` }] as const;
      }),
    );
    const project = { version: '3.3', services: Object.fromEntries(services) };
    await writeFile(join(folder, 'docker-compose.yml'), JSON.stringify(project));
    const script = [
      'import json, sys, yaml',
      'services = yaml.safe_load(sys.stdin)["services"]',
      'print(json.dumps(services))',
    ].join('\n');
    const config = await run('docker-compose', ['config'], { cwd: folder });
    expect(config.code).toBe(0);
    const ran = await run('/usr/bin/python3', ['-c', script], { input: config.stdout });
    type Service = { environment?: Record<string, string | null> };
    const all = JSON.parse(ran.stdout) as Record<string, Service>;
    const real = files.map((_file, index) => {
      const values = Object.entries(all[`s${index}`]?.environment ?? {});
      // What it prints is fit to be read again: a dollar is written twice.
      return pick(values.map(([name, value]) => [name, value?.replaceAll('$$', '$')] as const));
    });
    expectAlike('compose1', files, real);
  });

  it.each([
    ['bash', []],
    ['dash', []],
    ['zsh', ['-f']],
  ] as const)('%s', async (shell, args) => {
    // The number of a process is another each time.
    const files = generatedFiles(250).filter((file) => !/\$\$|\$!/.test(file));
    expectAlike(shell, files, await oneByOne(files, askShell(shell, args)));
  });

  it('podman', async () => {
    const files = generatedFiles(80);
    expectAlike('podman', files, await oneByOne(files, await startPodman()));
  });

  it('systemd', async () => {
    const files = generatedFiles(400);
    expectAlike('systemd', files, await askSystemd(files));
  });

  it('kubectl', async () => {
    const files = generatedFiles(60);
    expectAlike('kubectl', files, await oneByOne(files, askKubectl));
  });

  it('docker', async () => {
    const files = generatedFiles(100);
    const docker = await startDocker();
    const real = await oneByOne(files, docker.ask);
    docker.close();
    expectAlike('docker', files, real);
  });
});
