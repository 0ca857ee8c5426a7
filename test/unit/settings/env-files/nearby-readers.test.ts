import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookNearby, readersOf } from '../../../../src/settings/env-files/nearby-readers.js';
import { findValues } from '../../../../src/settings/values.js';

const signal = new AbortController().signal;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tailchat-smtp-nearby-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(files: Record<string, string>) {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

describe('who reads an env file is seen in files nearby', () => {
  it.each([
    ['tailchat.service', '[Service]\nEnvironmentFile=-./.env\n', 'systemd', 2],
    ['tailchat.container', '[Container]\nEnvironmentFile=.env\n', 'podman', 2],
    ['tailchat.container', '[Container]\nEnvironmentFile=%h/.env\n', 'podman', 2],
    ['run.sh', '#!/bin/sh\ndocker run -d \\\n  --env-file .env x\n', 'docker', 2],
    ['start', 'docker run --rm --env-file="$PWD/.env" x\n', 'docker', 1],
    ['run.sh', 'podman run --env-file=./.env x\n', 'podman', 1],
    ['deploy.sh', 'kubectl create secret generic t --from-env-file=.env\n', 'kubectl', 1],
    ['package.json', '{"scripts":{"start":"node --env-file=.env dist/main.js"}}', 'node', 1],
    ['Makefile', 'up:\n\tset -a; . ./.env; set +a; node x\n', 'dash', 2],
    ['run.sh', '#!/usr/bin/env bash\nset -a\nsource .env\n', 'bash', 3],
    ['run.sh', '#!/bin/zsh\n. "./.env"\n', 'zsh', 2],
    ['run.sh', '#!/bin/sh\n[ -f .env ] && . ./.env\n', 'dash', 2],
  ])('%s: %j', async (file, text, reader, line) => {
    await write({ [file]: text, '.env': '' });
    const nearby = await lookNearby(folder, folder, signal);
    expect(readersOf(join(folder, '.env'), nearby)).toEqual([{ reader, file, line }]);
  });

  it.each([
    ['run.sh', '# docker run --env-file .env x\n'],
    ['run.sh', 'docker run --env-file other.env x\n'],
    ['notes.txt', 'docker run --env-file .env x\n'],
    ['run.sh', 'cp ./.env ./.env.bak\n'],
    ['compose.service', '[Service]\n#EnvironmentFile=.env\n'],
  ])('or not: %s: %j', async (file, text) => {
    await write({ [file]: text, '.env': '' });
    const nearby = await lookNearby(folder, folder, signal);
    expect(readersOf(join(folder, '.env'), nearby)).toEqual([]);
  });
});

describe('a value that such a reader sees otherwise', () => {
  const find = () => findValues({ env: {}, cwd: folder, signal });

  it.each([
    ['tailchat.service', 'EnvironmentFile=.env', 'systemd', 'SMTP_SENDER="T" a@b.example'],
    ['tailchat.container', 'EnvironmentFile=.env', 'podman', "SMTP_SENDER='T <a@b.example>'"],
    ['run.sh', 'docker run --env-file .env x', 'docker', "SMTP_SENDER='T <a@b.example>'"],
    ['run.sh', 'node --env-file=.env x', 'node', 'SMTP_SENDER=a#b@c.example'],
  ])('is told by %s: %s', async (file, text, reader, line) => {
    await write({ [file]: `${text}\n`, '.env': `${line}\n` });
    const { remarks } = await find();
    const remark = remarks.find(({ kind }) => kind === 'readers-disagree');
    expect(remark).toMatchObject({
      disagreement: {
        nearby: [{ reader, file, line: 1 }],
        readers: expect.arrayContaining([expect.objectContaining({ reader })]),
      },
    });
  });

  it.each([
    'SMTP_URI=smtps://u:a&b@mail.example',
    'SMTP_SENDER=Tailchat <a@mail.example>',
    'SMTP_URI=smtps://u:a;b@mail.example',
    'SMTP_URI=smtps://u:a$b@mail.example',
  ])('is unsafe in a shell that sources the file: %s', async (line) => {
    await write({ 'run.sh': '#!/bin/bash\nset -a; . ./.env\n', '.env': `${line}\n` });
    const { remarks } = await find();
    const remark = remarks.find(({ kind }) => kind === 'shell-unsafe');
    expect(remark).toMatchObject({ shell: 'bash', by: { file: 'run.sh', line: 2 } });
  });

  it.each([
    "SMTP_SENDER='Tailchat <a@mail.example>'",
    'SMTP_URI=smtps://u:a%26b@mail.example:465/?pool=true',
  ])('is none where all see the same: %s', async (line) => {
    await write({ 'run.sh': '#!/bin/bash\nset -a; . ./.env\n', '.env': `${line}\n` });
    expect((await find()).remarks).toEqual([]);
  });

  it('is given no spelling that another of the readers would not take', async () => {
    const scripts = { 'a.sh': '#!/bin/bash\n. ./.env\n', 'b.sh': 'docker run --env-file .env x\n' };
    await write({ ...scripts, '.env': "SMTP_SENDER='T <a@b.example>'\n" });
    const remark = (await find()).remarks.find(({ kind }) => kind === 'readers-disagree');
    expect(remark).toMatchObject({ disagreement: { fileReader: 'dotenv' } });
    expect(remark).not.toHaveProperty('disagreement.common');
  });

  it('is none of a file that nobody sources', async () => {
    await write({ '.env': 'SMTP_URI=smtps://u:a&b@mail.example\n' });
    expect((await find()).remarks.map(({ kind }) => kind)).not.toContain('shell-unsafe');
  });
});

describe('a file that a script hands to Compose', () => {
  const compose = `services:\n  tailchat:\n    image: x\n    environment:\n      SMTP_URI: \${SMTP_URI}\n`;
  const uriIn = async () =>
    (await findValues({ env: {}, cwd: folder, signal })).uri?.value.reveal();

  it('stands in for a .env that is not there', async () => {
    const script = 'docker compose --env-file prod.env up -d\n';
    await write({
      'compose.yaml': compose,
      'run.sh': script,
      'prod.env': 'SMTP_URI=smtp://a.example\n',
    });
    expect(await uriIn()).toBe('smtp://a.example');
    await write({ '.env': 'SMTP_URI=smtp://b.example\n' });
    expect(await uriIn()).toBe('smtp://b.example');
  });

  it('counts where it is the only one', async () => {
    const script = 'docker compose --env-file a.env up\ndocker compose --env-file b.env up\n';
    await write({
      'compose.yaml': compose,
      'run.sh': script,
      'a.env': 'SMTP_URI=smtp://a.example\n',
    });
    expect(await uriIn()).toBeUndefined();
  });
});
