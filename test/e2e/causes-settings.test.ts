import { describe, expect, it } from 'vitest';
import type { Cause } from '../../src/report/causes.js';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { folderWith, RECIPIENT, run, runJson, SENDER, USER } from './support.js';

type Row = [name: string, uri: (password: string) => string, cause: Cause];

const ROWS: Row[] = [
  ['no scheme', (password) => `${enc(USER)}:${enc(password)}@mail.example:465`, 'uri-invalid'],
  ['another scheme', (password) => `https://me:${enc(password)}@mail.example`, 'uri-invalid'],
  ['no host', (password) => `smtps://me:${enc(password)}@:465`, 'uri-invalid'],
  ['a port of 0', (password) => `smtps://me:${enc(password)}@mail.example:0`, 'uri-invalid'],
  [
    'a port too high',
    (password) => `smtps://me:${enc(password)}@mail.example:65536`,
    'uri-invalid',
  ],
  [
    'a port of letters',
    (password) => `smtps://me:${enc(password)}@mail.example:smtp`,
    'uri-invalid',
  ],
  ['a host with a space', (password) => `smtps://me:${enc(password)}@mail example`, 'uri-invalid'],
  ['placeholders', () => 'smtps://<username>:<password>@<host>/', 'uri-placeholder'],
  ['a password as it is', (password) => `smtps://me:${password}@mail.example`, 'uri-damaged'],
  ['a bare %', () => 'smtps://me:ab%zz@mail.example', 'uri-damaged'],
  ['quotes kept', (password) => `"smtps://me:${enc(password)}@mail.example"`, 'uri-damaged'],
  ['a comma at the end', (password) => `smtps://me:${enc(password)}@mail.example,`, 'uri-damaged'],
  ['a user alone', () => 'smtps://me@mail.example', 'credentials-missing'],
  [
    'a password alone',
    (password) => `smtps://:${enc(password)}@mail.example`,
    'credentials-missing',
  ],
];

function enc(text: string): string {
  return encodeURIComponent(text);
}

describe.concurrent('causes of the settings', () => {
  it.each(ROWS)('SMTP_URI with %s', async (_name, uri, cause) => {
    const password = plantPassword();
    const env = { SMTP_URI: uri(password), SMTP_SENDER: SENDER };
    const json = await runJson(['verify'], { env });
    expect(json).toMatchObject({ code: 78, stderr: '' });
    expect(json.report.failure).toMatchObject({ cause, step: 'settings', retryable: false });
    expectNoSecret(json, password, 'me');
    if (cause !== 'uri-damaged') return;
    // Broken in this way, a password is hardest to tell from the rest.
    const people = await run(['verify', '-v'], { env });
    expect(people.code).toBe(78);
    expect(people.stdout).toContain(`[${cause}]`);
    expect(people.stderr).toMatch(/^✗ settings /m);
    expectNoSecret(people, password, 'me');
  });

  it.each([
    ['test without a sender', { SMTP_URI: 'smtp://mail.example' }, 'sender-missing', 78],
    ['a sender without an address', sender('Tailchat'), 'sender-invalid', 78],
    ['two senders', sender('a@x.org, b@x.org'), 'sender-invalid', 78],
    ['nothing', {}, 'uri-missing', 78],
  ] as [string, Record<string, string>, Cause, number][])('%s', async (_name, env, cause, code) => {
    const result = await runJson(['test', '--to', RECIPIENT], { env });
    expect(result).toMatchObject({ code, stderr: '' });
    expect(result.report.failure).toMatchObject({ cause, step: 'settings' });
    expect(result.report.message).toBeNull();
  });

  it('test without a recipient', async () => {
    const result = await runJson(['test'], { env: sender(SENDER) });
    expect(result).toMatchObject({ code: 64, stderr: '' });
    expect(result.report.failure?.cause).toBe('recipient-missing');
    expect(JSON.stringify(result.report.failure)).toContain('--to');
  });

  it('names the file and the line', async () => {
    const password = plantPassword();
    const content = `A=1\nSMTP_URI=smtps://me:${enc(password)}@mail.example:0\n`;
    const cwd = await folderWith({ 'docker-compose.env': content });
    const result = await run(['verify'], { cwd });
    expect(result.code).toBe(78);
    expect(result.stdout).toContain('docker-compose.env:2');
    expect(result.stderr).toContain('docker-compose.env:2');
    expectNoSecret(result, password, 'me');
  });
});

function sender(value: string): Record<string, string> {
  return { SMTP_URI: 'smtp://mail.example', SMTP_SENDER: value };
}

describe.concurrent('in an empty folder', () => {
  it.each([
    ['en', 'is not in the environment, and', 'has no compose file, .env, docker-compose.env'],
    ['zh-CN', '环境变量中没有 SMTP_URI', '目录下也没有 compose 文件、.env、docker-compose.env'],
  ])('says what was looked for, and where (%s)', async (lang, ...words) => {
    const cwd = await folderWith({});
    const { report } = await runJson(['verify', '--lang', lang], { cwd });
    expect(report.failure?.cause).toBe('uri-missing');
    for (const word of [cwd, ...words]) expect(report.failure?.explanation).toContain(word);
    const [first, second, third] = report.failure?.nextSteps ?? [];
    expect(first).toContain('--settings /path/to/docker-compose.env');
    expect(second).toContain('SMTP_URI=smtps://');
    expect(third).toContain('SMTP_SENDER=');
    // Without a terminal nobody can answer.
    expect(report.failure?.nextSteps.join()).not.toContain('--interactive');
    const other = await folderWith({ '.env': 'A=1\n' });
    const { report: known } = await runJson(['verify', '--lang', lang], { cwd: other });
    expect(known.failure?.cause).toBe('uri-missing');
    expect(known.failure?.explanation).not.toContain(other);
    expect(known.failure?.explanation).toMatch(/ \.env/);
    expect(known.failure?.nextSteps.join('\n')).not.toContain('--interactive');
  });
});
