import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'dotenv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EnvFiles } from '../../../../src/settings/env-files/env-file.js';

const signal = new AbortController().signal;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tailchat-smtp-env-'));
});
afterAll(() => rm(folder, { recursive: true }));

const readFile = (name: string, end = signal) =>
  new EnvFiles({ env: {}, cwd: folder, format: 'auto', signal: end }).read(name);

async function read(content: string | Buffer) {
  await writeFile(join(folder, 'shown.env'), content);
  return await readFile('shown.env');
}

async function entries(content: string | Buffer): Promise<Record<string, unknown>> {
  const result = await read(content);
  if (!result.ok) throw new Error(result.problem);
  const { reader, reading } = result.envFile;
  expect(reader).toBe('dotenv');
  const assignments = reading.ok ? reading.assignments : [];
  return Object.fromEntries(
    assignments
      .filter(({ name }) => name === 'SMTP_URI' || name === 'SMTP_SENDER')
      .map(({ name, value, line }) => [name, { value, line }]),
  );
}

describe('EnvFiles', () => {
  it('finds both variables, with the lines they stand in', async () => {
    const text = '# mail\n\nSMTP_URI=smtp://a.b\nOTHER=1\n  SMTP_SENDER = "T" x@y.org \n';
    expect(await entries(text)).toEqual({
      SMTP_URI: { value: 'smtp://a.b', line: 3 },
      SMTP_SENDER: { value: '"T" x@y.org', line: 5 },
    });
  });

  it('takes the last of several', async () => {
    expect(await entries('SMTP_URI=one\nSMTP_URI=two\nSMTP_URI=three\n')).toEqual({
      SMTP_URI: { value: 'three', line: 3 },
    });
  });

  it('takes the last of several also when it is empty', async () => {
    expect(await entries('SMTP_URI=one\nSMTP_URI=\n')).toEqual({
      SMTP_URI: { value: '', line: 2 },
    });
  });

  it('counts the lines of CRLF and of CR files', async () => {
    const expected = { SMTP_URI: { value: 'x', line: 3 }, SMTP_SENDER: { value: 'y', line: 4 } };
    for (const end of ['\n', '\r\n', '\r']) {
      expect(await entries(['', '# x', 'SMTP_URI=x', "SMTP_SENDER='y'", ''].join(end))).toEqual(
        expected,
      );
    }
  });

  it('skips a byte-order mark', async () => {
    expect(await entries('\ufeffSMTP_URI=x\nSMTP_SENDER=y')).toEqual({
      SMTP_URI: { value: 'x', line: 1 },
      SMTP_SENDER: { value: 'y', line: 2 },
    });
  });

  it.each(['export SMTP_URI=a', 'SMTP_URI: a', '#SMTP_URI=a', '# SMTP_URI=a', 'SMTP_URI', ''])(
    'does not see %j, as dotenv 10 does not',
    async (line) => {
      expect(await entries(line)).toEqual({});
    },
  );

  it('sees no other variables', async () => {
    expect(await entries('SMTP_URL=a\nsmtp_uri=b\nSMTP_URI2=c\nXSMTP_URI=d\n')).toEqual({});
  });

  it.each([
    ['a folder', () => readFile('.'), 'is-a-folder'],
    ['a missing file', () => readFile('no'), 'not-found'],
    ['a binary file', () => read(Buffer.from('SMTP_URI=a\0b')), 'binary'],
    ['a large file', () => read(`SMTP_URI=${'a'.repeat(1024 * 1024)}`), 'too-large'],
  ])('refuses %s', async (_what, run, problem) => {
    expect(await run()).toMatchObject({ ok: false, problem });
  });

  it('is ended by its signal', async () => {
    const reason = new Error('enough');
    await expect(readFile('.', AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});

// Each value in front of which `SMTP_URI=` stands.
const VALUES = [
  'a',
  'a#b',
  'a #b',
  '"a" # note',
  "'a' # note",
  '"\\"T\\" x@y"',
  `'"T" <x@y>'`,
  '"T" x@y',
  'p$word',
  '"p$word"',
  "'p$word'",
  'p$$word',
  '"p\\$word"',
  '"a\\tb"',
  '"a\\\\b"',
  '"a\\nb"',
  "'a\\nb'",
  'a\\nb',
  '"a',
  'a"',
  '"',
  "'",
  '""',
  "''",
  ' " a " ',
  ' \t a \t ',
  'a=b',
  '=',
  '==a',
  '`a`',
  `\${A}`,
  '密码',
  'a\u00a0',
  '\u00a0a',
  'a\u2028b',
  'smtps://me:p@h:465/',
];
const LINES = [
  ...VALUES.map((value) => `SMTP_URI=${value}`),
  'SMTP_URI = a',
  '\tSMTP_URI\t=\ta',
  'SMTP_URI =',
  ' SMTP_URI=a b c',
  'export SMTP_URI=a',
  'SMTP_URI: a',
  '"SMTP_URI"=a',
  'SMTP_URI==a',
  'SMTP_URI.x=a',
  'A=1 SMTP_URI=2',
  'SMTP_URI=a\\',
  '\ufeffSMTP_URI=a',
];

describe('the same as dotenv 10', () => {
  it.each(LINES)('reads %j', async (line) => {
    const found = (await entries(line)) as { SMTP_URI?: { value: string } };
    expect(found.SMTP_URI?.value).toBe(parse(line).SMTP_URI);
  });

  it('reads all the lines in one file', async () => {
    for (const end of ['\n', '\r\n', '\r', '\n\r']) {
      for (let count = 1; count <= LINES.length; count += 1) {
        const text = LINES.slice(0, count).join(end);
        const found = (await entries(text)) as { SMTP_URI?: { value: string } };
        expect(found.SMTP_URI?.value).toBe(parse(text).SMTP_URI);
      }
    }
  });
});
