import { execFile } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { BIN, NODE } from '../helpers/run-bin.js';
import { folderWith, run, runJson } from './support.js';

const OFFLINE = ['verify', '--offline'];
const FILE = 'docker-compose.yml';
const OWN = 'docker-compose.env';
const VALUES = 'SMTP_URI=smtps://me%40x.org:Wq7Zx9Kv3Tn5@smtp.example:465/\nSMTP_SENDER=a@x.org\n';
const core = (rest: string) => `services:\n  core:\n    image: tailchat\n${rest}`;
const COMPOSE = core(`    env_file: ${OWN}\n`);

/** What is in the place of an env file that is there. */
const OBSTACLES: [words: string, zh: string, make: (path: string) => Promise<unknown>][] = [
  ['is a folder, not a file', '是目录，不是文件', (path) => mkdir(path)],
  ['is too large', '太大', (path) => writeFile(path, '# x\n'.repeat(300_000))],
  ['is not a text file', '不是文本文件', (path) => writeFile(path, Buffer.from(VALUES, 'utf16le'))],
  ['cannot be read', '无法读取', (path) => symlink(path, path)],
];

describe.concurrent.each(OBSTACLES)('an env file that %s', (words, zh, make) => {
  it.each(['env_file', 'include', 'extends'])('is not missing: named by %s', async (by) => {
    const named = by === 'env_file' ? OWN : 'a.yml';
    const text = {
      env_file: COMPOSE,
      include: `include: [${named}]\n${core('')}`,
      extends: core(`    extends: { file: ${named}, service: x }\n`),
    }[by];
    const cwd = await folderWith({ [FILE]: text ?? '' });
    await make(join(cwd, named));
    const { report } = await runJson(OFFLINE, { cwd });
    expect(report.failure).toMatchObject({ cause: 'env-file-unreadable' });
    expect(report.failure?.title).toContain(`${named} ${words}`);
    expect(report.failure?.explanation).toContain(`${FILE}:`);
    expect(report.failure?.nextSteps.join('\n')).not.toMatch(/--settings|Create the file/);
    const { report: other } = await runJson([...OFFLINE, '--lang', 'zh-CN'], { cwd });
    expect(other.failure?.title).toContain(zh);
  });

  it('names no option that was not given', async () => {
    const cwd = await folderWith({});
    await make(join(cwd, OWN));
    const { report } = await runJson(OFFLINE, { cwd });
    expect(report.failure?.title).toContain(`${OWN} ${words}`);
    expect(JSON.stringify(report.failure)).not.toContain('after --settings');
  });
});

it('a pipe that Node has emptied is told as one, and no path is doubted', async () => {
  // Like such a pipe, it is there and gives nothing.
  const { report } = await runJson([...OFFLINE, '--settings', '/proc/self/mem']);
  expect(report.failure).toMatchObject({ cause: 'env-file-unreadable' });
  expect(report.failure?.nextSteps).toEqual([
    expect.stringContaining('write --settings: Node takes --env-file for itself'),
  ]);
});

it('a pipe of the shell that gives nothing is not waited for', async () => {
  const command = '"$0" "$1" smtp verify --offline --timeout 300 --settings <(true)';
  const running = promisify(execFile)('bash', ['-c', command, NODE, BIN], { timeout: 60_000 });
  const { code, stdout } = await running.catch((error) => error);
  expect(code).toBe(66);
  expect(stdout).toContain('Check what the command in the pipe prints, and write --settings');
});

describe.concurrent('values that are no text', () => {
  it.each([
    'include: [5]',
    'include: [{ path: 5 }]',
    'include: [{ path: [a.yml, 5] }]',
    'include: [{ path: a.yml, env_file: 5 }]',
    'include: [{ path: a.yml, project_directory: [x] }]',
    'include: [[a.yml]]',
  ])('are no files: %s', async (include) => {
    const cwd = await folderWith({
      [FILE]: `${include}\n${COMPOSE}`,
      'a.yml': 'services: { x: { image: y } }\n',
      [OWN]: VALUES,
    });
    const { stdout, code } = await run(OFFLINE, { cwd });
    expect(code).toBe(78);
    expect(stdout).toContain(`${FILE}:1 has a list, a map or a value where Compose wants`);
  });

  it.each([
    'extends: 5',
    'extends: { service: 5 }',
    'extends: { file: 5, service: x }',
    'extends: { file: [a.yml], service: x }',
    'env_file: 5',
    'env_file: [5]',
    'env_file: [{ path: 5 }]',
    'env_file: [{ path: a.env, format: 5 }]',
    'env_file: [{ path: a.env, required: [] }]',
    'profiles: a',
    'profiles: [[a]]',
  ])('are none of a service: %s', async (line) => {
    const cwd = await folderWith({ [FILE]: core(`    ${line}\n`), 'a.env': VALUES });
    const { stdout, code } = await run(OFFLINE, { cwd });
    expect(code).toBe(78);
    expect(stdout).toMatch(
      /docker-compose\.yml:4 (?:has a list, a map or a value where Compose wants|gives profiles a value)/,
    );
  });
});

it.each([
  ['    restart: 5\n', ':4 gives restart a value', 'restart: unless-stopped'],
  ['    scale: 2\n    deploy: { replicas: 1 }\n', ':4 sets scale + replicas', 'one of the two'],
  ['    user: 1000\n', ':4 gives user a value', 'put a number in quotes'],
  ['service:\n  a: b\n', ':4 has the key service, which', 'Write services there'],
  ['  b c:\n    image: x\n', ':4 has the key b c, which', 'only a-z, A-Z, 0-9'],
  ['    links: [nosuch]\n', ':4 names services.nosuch', 'Define services.nosuch'],
])('what Compose refuses is told: %j', async (lines, title, words) => {
  const cwd = await folderWith({ [FILE]: core(lines), [OWN]: VALUES });
  const { stdout, code } = await run(OFFLINE, { cwd });
  expect(code).toBe(78);
  expect(stdout).toContain(`${FILE}${title}`);
  expect(stdout).toContain(words);
});

it('a service that an included file has, too, is told to fail before Compose 5', async () => {
  const cwd = await folderWith({
    [FILE]: `include: [c.yml]\nservices:\n  core:\n    env_file: ${OWN}\n`,
    'c.yml': 'services:\n  core:\n    image: x\n',
    [OWN]: VALUES,
  });
  const { stdout, code } = await run(OFFLINE, { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain(`Docker Compose before 5 starts nothing: ${FILE}:3 defines again`);
});

it('a key that stands twice is named', async () => {
  const text = core(
    "    environment:\n      SMTP_URI: ''\n      SMTP_SENDER: a\n      SMTP_URI: b\n",
  );
  const { report } = await runJson(OFFLINE, { cwd: await folderWith({ [FILE]: text }) });
  expect(report.failure?.title).toBe(`${FILE}:7 sets a name for the second time`);
  expect(report.failure?.nextSteps[0]).toBe('Remove one of the two lines');
});

describe.concurrent('a line that is no NAME=value', () => {
  it.each(['SMTP PASS x=y', 'some words alone', 'PASS!WORD=x'])('%s', async (line) => {
    const cwd = await folderWith({ [FILE]: COMPOSE, [OWN]: `${VALUES}${line}\n` });
    const { stdout, code } = await run(OFFLINE, { cwd });
    expect(code).toBe(78);
    expect(stdout).toContain(`${OWN}:3 is not of the form NAME=value`);
    expect(stdout).not.toMatch(/quotation marks|SMTP_SENDER=/);
    const zh = await run([...OFFLINE, '--lang', 'zh-CN'], { cwd });
    expect(zh.stdout).toContain(`${OWN}:3 不是“名称=值”的形式`);
  });
});
