import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Secret } from '../../../src/safety/secret.js';
import { findValues, type ValueSources } from '../../../src/settings/values.js';
import { revealed } from '../../helpers/revealed.js';

const signal = new AbortController().signal;
let cwd: string;

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'tailchat-smtp-values-'));
});
afterEach(() => rm(cwd, { recursive: true }));

const write = (name: string, text: string) => writeFile(join(cwd, name), text);
const find = (sources: Partial<ValueSources> = {}) =>
  findValues({ env: {}, cwd, signal, ...sources });
const file = (name: string, line: number) => ({ kind: 'file', file: name, line });

describe('findValues', () => {
  it('finds nothing in an empty folder, and sees no problem in it', async () => {
    expect(await find()).toEqual({
      recipients: [],
      remarks: [],
      envFiles: [],
      searchedFolder: cwd,
    });
  });

  it('prefers what was given to the environment, and that to the files', async () => {
    await write('.env', 'SMTP_URI=from-file\nSMTP_SENDER=from-file');
    const env = { SMTP_URI: 'from-env', SMTP_SENDER: 'from-env' };
    const uri = { value: new Secret('given'), source: { kind: 'flag' } } as const;
    expect(revealed(await find({ uri, sender: uri, env }))).toMatchObject({
      uri: { value: 'given' },
      sender: { value: 'given' },
    });
    expect(revealed(await find({ env }))).toMatchObject({
      uri: { value: 'from-env', source: { kind: 'env' } },
      sender: { value: 'from-env', source: { kind: 'env' } },
    });
    expect(revealed(await find())).toMatchObject({
      uri: { value: 'from-file', source: file('.env', 1) },
      sender: { value: 'from-file', source: file('.env', 2) },
    });
  });

  it('takes each variable from the first file that has it', async () => {
    await write('.env', 'SMTP_SENDER=a@x.org');
    await write('docker-compose.env', '\nSMTP_URI=two\nSMTP_SENDER=b@x.org');
    expect(revealed(await find())).toMatchObject({
      uri: { value: 'two', source: file('docker-compose.env', 2) },
      sender: { value: 'a@x.org', source: file('.env', 1) },
    });
  });

  it('looks into named files only, of which the last that has a variable counts', async () => {
    await write('.env', 'SMTP_URI=usual');
    await write('one.env', 'SMTP_SENDER=s');
    await write('two.env', 'SMTP_URI=two');
    await write('three.env', 'SMTP_URI=three');
    expect(revealed(await find({ envFiles: ['one.env', 'two.env', 'three.env'] }))).toMatchObject({
      uri: { value: 'three', source: file('three.env', 1) },
      sender: { value: 's', source: file('one.env', 1) },
    });
    expect(await find({ envFiles: [] })).toEqual({ recipients: [], remarks: [], envFiles: [] });
  });

  it('takes a path as it is, and shows it as it was named', async () => {
    const path = join(cwd, 'x.env');
    await write('x.env', 'SMTP_URI=x');
    expect((await find({ cwd: '/', envFiles: [path] })).uri?.source).toEqual(file(path, 1));
  });

  it.each(['', '  ', '\t'])('counts the value %j as not set', async (empty) => {
    await write('.env', `SMTP_URI=${empty}`);
    await write('docker-compose.env', 'SMTP_URI=two');
    const found = await find({ env: { SMTP_URI: empty } });
    expect(revealed(found.uri)).toMatchObject({
      value: 'two',
      source: file('docker-compose.env', 1),
    });
    expect(found.emptyUri).toBeUndefined();
  });

  it('says where a variable stands without a value', async () => {
    await write('docker-compose.env', '# mail\nSMTP_SENDER=\nSMTP_URI=\n');
    const found = await find();
    expect(found.uri).toBeUndefined();
    expect(found.sender).toBeUndefined();
    expect(found).toMatchObject({
      emptySender: file('docker-compose.env', 2),
      emptyUri: file('docker-compose.env', 3),
    });
  });

  it('keeps the value as it is', async () => {
    const found = await find({ env: { SMTP_URI: ' "x" \n' } });
    expect(found.uri?.value.reveal()).toBe(' "x" \n');
  });

  it('passes recipients on', async () => {
    expect((await find({ recipients: ['a@x.org', 'b@x.org'] })).recipients).toEqual([
      'a@x.org',
      'b@x.org',
    ]);
  });
});

describe('a file that the environment overrides', () => {
  beforeEach(() => write('.env', 'SMTP_URI=in-file\nSMTP_SENDER=same'));

  it('is named for each variable that differs', async () => {
    const { remarks } = await find({ env: { SMTP_URI: 'in-env', SMTP_SENDER: 'same' } });
    const by = { kind: 'env' };
    expect(remarks).toEqual([
      { kind: 'env-overrides-file', variable: 'SMTP_URI', source: file('.env', 1), by },
    ]);
  });

  it('is not named when a flag overrides it', async () => {
    const uri = { value: new Secret('given'), source: { kind: 'flag' } } as const;
    expect((await find({ uri, env: { SMTP_URI: 'in-env' } })).remarks).toEqual([]);
  });

  it('is named when it loses to another usual file, of which the server may read either', async () => {
    await write('docker-compose.env', 'SMTP_URI=other');
    const by = file('.env', 1);
    expect((await find()).remarks).toEqual([
      {
        kind: 'env-overrides-file',
        variable: 'SMTP_URI',
        source: file('docker-compose.env', 1),
        by,
      },
    ]);
    const envFiles = ['.env', 'docker-compose.env'];
    expect((await find({ envFiles })).remarks).toEqual([]);
  });
});

describe('a file that cannot be read', () => {
  const env = { SMTP_URI: 'u', SMTP_SENDER: 's' };

  it('is a problem when it was named, whatever was found elsewhere', async () => {
    expect((await find({ env, envFiles: ['no.env'] })).problem).toEqual({
      cause: 'env-file-unreadable',
      facts: { file: 'no.env', detail: 'not-found' },
    });
  });

  it('is a problem when it is a usual one and something is missing', async () => {
    await mkdir(join(cwd, '.env'));
    expect((await find({ env: { SMTP_SENDER: 's' } })).problem).toMatchObject({
      cause: 'env-file-unreadable',
      facts: { file: '.env', detail: 'is-a-folder' },
    });
  });

  it('is none when it is a usual one and nothing is missing', async () => {
    await mkdir(join(cwd, '.env'));
    expect((await find({ env })).problem).toBeUndefined();
  });

  it('that a compose file names is said to be no text, not to be missing', async () => {
    const compose = 'services:\n  core:\n    image: tailchat\n    env_file: docker-compose.env\n';
    await write('docker-compose.yml', compose);
    await write('docker-compose.env', 'SMTP_URI=\0');
    expect((await find({})).problem).toMatchObject({
      cause: 'env-file-unreadable',
      facts: { file: 'docker-compose.env', detail: 'binary' },
    });
  });

  it('is a problem when it holds no text', async () => {
    await write('x.env', 'SMTP_URI=\0');
    expect((await find({ envFiles: ['x.env'] })).problem).toMatchObject({
      cause: 'env-file-unreadable',
      facts: { file: 'x.env', detail: 'binary' },
    });
  });
});
