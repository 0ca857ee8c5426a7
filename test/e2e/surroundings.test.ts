import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { folderWith, otherWarnings, run, runJson } from './support.js';

const OFFLINE = ['verify', '--offline'];
const URI = 'smtps://mail.example';

describe.concurrent('a name that nobody reads', () => {
  it.each([
    ['SMTP_URL', 'SMTP_URI'],
    ['smtp_uri', 'SMTP_URI'],
    ['MAIL_URL', 'SMTP_URI'],
  ])('%s in a file stands for the missing %s', async (name, meant) => {
    const password = plantPassword();
    const text = `A=1\n${name}=smtps://me:${password}@mail.example\n`;
    const cwd = await folderWith({ 'docker-compose.env': text });
    const { report, ...result } = await runJson(OFFLINE, { cwd });
    expect(report.failure?.cause).toBe('uri-missing');
    expect(report.failure?.nextSteps[0]).toBe(
      `Rename ${name} in docker-compose.env:2 to ${meant}: Tailchat does not read ${name}`,
    );
    expect(otherWarnings(report)).toMatchObject([{ code: 'misspelt-variable' }]);
    expectNoSecret(result, password, 'me');
  });

  it.each(['SMTP_SENDOR', 'smtp_sender', 'SMTP_FROM'])('%s: the sender is missed', async (name) => {
    const text = `SMTP_URI=${URI}\n${name}=a@mail.example\n`;
    const cwd = await folderWith({ '.env': text });
    const { report } = await runJson(OFFLINE, { cwd });
    expect(report.ok).toBe(true);
    expect(otherWarnings(report)).toMatchObject([{ code: 'misspelt-variable' }]);
    expect(report.warnings[0]?.message).toContain(`${name} in .env:2`);
    expect(report.warnings[0]?.message).toContain('SMTP_SENDER');
  });

  it('in the environment matters where the variable is missed', async () => {
    const { report } = await runJson(OFFLINE, { env: { SMTP_URL: URI } });
    expect(report.failure?.nextSteps[0]).toContain(
      'Rename SMTP_URL in the environment to SMTP_URI',
    );
    const set = await runJson(OFFLINE, { env: { SMTP_URL: URI, SMTP_URI: URI } });
    expect(otherWarnings(set.report)).toEqual([]);
  });

  it('is not seen in the names of other things', async () => {
    const text = `SMTP_URI=${URI}\nSMTP_HOST=x\nSMTP_USER=y\nMONGO_URL=z\nAPI_URL=a\n`;
    const cwd = await folderWith({ '.env': text });
    expect(otherWarnings((await runJson(OFFLINE, { cwd })).report)).toEqual([]);
  });
});

describe.concurrent('a variable', () => {
  it('that is set twice counts with its last line', async () => {
    const cwd = await folderWith({
      'docker-compose.env': `SMTP_URI=smtps://old.example\nA=1\nSMTP_URI=${URI}\n`,
    });
    const { report } = await runJson(OFFLINE, { cwd });
    expect(report.settings).toMatchObject({ host: 'mail.example', uriSource: { line: 3 } });
    expect(otherWarnings(report)).toMatchObject([{ code: 'duplicate-variable' }]);
    expect(report.warnings[0]?.message).toMatch(/line 3.*Remove line 1\./);
  });

  it('that the environment sets otherwise than the file is named', async () => {
    const cwd = await folderWith({ '.env': 'SMTP_URI=smtps://other.example\n' });
    const { report } = await runJson(OFFLINE, { cwd, env: { SMTP_URI: URI } });
    expect(otherWarnings(report)).toMatchObject([{ code: 'env-overrides-file' }]);
    expect(report.warnings[0]?.message).toContain('.env:1');
  });

  it('that two usual files set differently is named', async () => {
    const cwd = await folderWith({
      '.env': `SMTP_URI=${URI}\n`,
      'docker-compose.env': 'SMTP_URI=smtps://other.example\n',
    });
    const { report } = await runJson(OFFLINE, { cwd });
    expect(report.settings.host).toBe('mail.example');
    expect(otherWarnings(report)).toMatchObject([{ code: 'env-overrides-file' }]);
    expect(report.warnings[0]?.message).toContain('comes from .env:1');
    expect(report.warnings[0]?.message).toContain('docker-compose.env:1');
  });
});

describe.concurrent('a file', () => {
  it.each([
    ['a byte-order mark', `\ufeffSMTP_URI=${URI}\n`],
    ['Windows line ends', `A=1\r\nSMTP_URI=${URI}\r\nB=2\r\n`],
    ['white space at the ends', `  SMTP_URI =  ${URI}  \n`],
    ['a no-break space at the end', `SMTP_URI=${URI}\u00a0\n`],
    ['single quotes', `SMTP_URI='${URI}'\n`],
    ['double quotes', `SMTP_URI="${URI}"\n`],
    ['no line break at the end', `SMTP_URI=${URI}`],
  ])('with %s is read without a word', async (_name, text) => {
    for (const name of ['.env', 'docker-compose.env']) {
      const cwd = await folderWith({ [name]: text });
      const { report } = await runJson(OFFLINE, { cwd });
      expect(report).toMatchObject({ ok: true, settings: { uri: URI } });
      expect(otherWarnings(report)).toEqual([]);
    }
  });

  it.each([
    ['binary', Buffer.from(`SMTP_URI=${URI}\0`), 'is not a text file'],
    ['UTF-16', Buffer.from(`\ufeffSMTP_URI=${URI}\n`, 'utf16le'), 'is not a text file'],
    ['larger than 1 MiB', Buffer.alloc(1024 * 1024 + 1, 'A=1\n'), 'is too large'],
  ])('that is %s is a failure with words', async (_name, content, words) => {
    const cwd = await folderWith({ '.env': content });
    const result = await run(OFFLINE, { cwd });
    expect(result.code).toBe(66);
    expect(result.stdout).toContain(words);
  });

  it('that is a folder, as Docker makes them, is named', async () => {
    const cwd = await folderWith();
    await mkdir(join(cwd, '.env'));
    const result = await run(OFFLINE, { cwd });
    expect(result.code).toBe(66);
    expect(result.stdout).toContain('.env is a folder');
  });
});

describe.concurrent('Tailchat’s own files', () => {
  it('explain the empty docker-compose.env', async () => {
    const text = '# SMTP\nSMTP_SENDER=\nSMTP_URI=\n';
    const cwd = await folderWith({ 'docker-compose.env': text });
    const { report } = await runJson(OFFLINE, { cwd });
    expect(report.failure).toMatchObject({ cause: 'uri-missing' });
    expect(report.failure?.title).toContain('docker-compose.env:3');
  });

  it('explain the line of the documentation in .env', async () => {
    const text = `SMTP_URI=${URI}\nSMTP_SENDER="\\"Tailchat\\" example@163.com"\n`;
    const cwd = await folderWith({ '.env': text });
    const { report } = await runJson(OFFLINE, { cwd });
    expect(report.ok).toBe(true);
    expect(report.settings.senderAddress).toBe('example@163.com');
    expect(report.warnings.map(({ code }) => code)).toContain('readers-disagree');
    expect(JSON.stringify(report.warnings)).toContain('SMTP_SENDER=Tailchat <example@163.com>');
  });

  it('take the same line in docker-compose.env as Compose does', async () => {
    const text = `SMTP_URI=${URI}\nSMTP_SENDER="\\"Tailchat\\" example@163.com"\n`;
    const cwd = await folderWith({ 'docker-compose.env': text });
    const { report } = await runJson(OFFLINE, { cwd });
    expect(report.settings).toMatchObject({
      sender: '"Tailchat" example@163.com',
      senderAddress: 'example@163.com',
      senderName: 'Tailchat',
    });
  });
});
