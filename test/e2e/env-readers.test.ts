import { describe, expect, it } from 'vitest';
import type { Warning } from '../../src/report/report.js';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { folderWith, otherWarnings, run, runJson } from './support.js';

const USER = 'me';
const OFFLINE = ['verify', '--offline'];

/** A line with a password that ends in what is given, and its secret part. */
function uriLine(before: string, inside: string, after = before) {
  const password = plantPassword();
  const written = `${encodeURIComponent(password)}${inside}`;
  const line = `SMTP_URI=${before}smtps://${USER}:${written}@mail.example:465/${after}`;
  return { line, password, written };
}

function disagreement(warnings: readonly Warning[]): Warning {
  const found = warnings.filter(({ code }) => code === 'readers-disagree');
  expect(found).toHaveLength(1);
  return found[0] as Warning;
}

describe.concurrent('--env-format', () => {
  const SENDER_LINE = 'SMTP_SENDER="\\"Tailchat\\" chat@mail.example"\n';

  it.each([
    ['dotenv', '\\"Tailchat\\" chat@mail.example'],
    ['compose', '"Tailchat" chat@mail.example'],
    ['docker', '"\\"Tailchat\\" chat@mail.example"'],
  ])('%s reads as that reader does', async (format, sender) => {
    const cwd = await folderWith({
      'x.env': `${SENDER_LINE}SMTP_URI=smtps://mail.example\n`,
    });
    const args = [...OFFLINE, '--env-file', 'x.env', '--env-format', format];
    const { report } = await runJson(args, { cwd });
    expect(report.settings.sender).toBe(sender);
    expect(report.settings.senderSource).toEqual({ kind: 'file', file: 'x.env', line: 1 });
  });

  it.each([
    ['.env', '\\"Tailchat\\" chat@mail.example', {}],
    ['docker-compose.env', '"Tailchat" chat@mail.example', {}],
    ['mail.env', '\\"Tailchat\\" chat@mail.example', {}],
    [
      'mail.env',
      '"Tailchat" chat@mail.example',
      { 'compose.yaml': 'services:\n  core:\n    image: x\n    env_file: [mail.env]\n' },
    ],
    [
      '.env',
      '"Tailchat" chat@mail.example',
      { 'docker-compose.yml': 'services:\n  core:\n    image: x\n    env_file: .env\n' },
    ],
  ])('auto goes by the name and the compose file: %s', async (name, sender, others) => {
    const content = `${SENDER_LINE}SMTP_URI=smtps://mail.example\n`;
    const cwd = await folderWith({ [name]: content, ...others });
    const { report } = await runJson([...OFFLINE, '--env-file', name], { cwd });
    expect(report.settings.sender).toBe(sender);
  });

  it('takes no other word', async () => {
    const result = await run([...OFFLINE, '--env-format', 'csh']);
    expect(result).toMatchObject({ code: 64, stdout: '' });
    expect(result.stderr).toContain('env-format');
  });
});

describe.concurrent('readers that disagree', () => {
  it('are shown with lengths, never the value, and the spelling that all read alike', async () => {
    const { line, password } = uriLine('', '$word');
    const cwd = await folderWith({ 'docker-compose.env': `A=1\n${line}\n` });
    const { report, ...result } = await runJson(OFFLINE, { cwd });
    const warning = disagreement(report.warnings);
    const length = line.length - 'SMTP_URI='.length;
    expect(warning.readers).toEqual([
      { reader: 'dotenv', length, problem: null },
      { reader: 'compose', length: length - '$word'.length, problem: 'dollar-replaced' },
      { reader: 'docker', length, problem: null },
    ]);
    expect(warning.message).toContain('docker-compose.env:2');
    expect(warning.message).toContain('SMTP_URI=smtps://me:***@mail.example:465/');
    expectNoSecret(result, password, USER);

    const people = await run(OFFLINE, { cwd });
    expect(people.stdout).toMatch(/Docker Compose +\d+ characters +reads \$ and the text after it/);
    expect(people.stdout).toContain('[readers-disagree]');
    expectNoSecret(people, password, USER);

    const chinese = await run([...OFFLINE, '--lang', 'zh-CN'], { cwd });
    expect(chinese.stdout).toMatch(/Docker Compose +\d+ 个字符 +把 \$/);
    expectNoSecret(chinese, password, USER);
  });

  it('are shown with the values where secrets are to be shown', async () => {
    const { line, written } = uriLine('', '$word');
    const cwd = await folderWith({ '.env': `${line}\n` });
    const { report } = await runJson([...OFFLINE, '--show-secrets'], { cwd });
    const warning = disagreement(report.warnings);
    expect(warning.readers?.map(({ value }) => value)).toEqual([
      line.slice('SMTP_URI='.length),
      line.slice('SMTP_URI='.length).replace('$word', ''),
      line.slice('SMTP_URI='.length),
    ]);
    expect(warning.message).toContain(`SMTP_URI=smtps://me:${written.replace('$', '%24')}@`);
    const people = await run([...OFFLINE, '--show-secrets'], { cwd });
    expect(people.stdout).toContain(written);
  });

  it.each([
    ['a comment behind quotes', uriLine('"', '', '" # mail'), 'quotes-kept'],
    ['an export', { ...uriLine('', ''), prefix: 'export ' }, 'not-set'],
  ])('on %s', async (_name, { line, password, ...rest }, problem) => {
    const prefix = 'prefix' in rest ? rest.prefix : '';
    const cwd = await folderWith({ '.env': `${prefix}${line}\n` });
    const { report, ...result } = await runJson(OFFLINE, { cwd });
    const { readers = [] } = disagreement(report.warnings);
    expect(readers.find(({ reader }) => reader === 'dotenv')?.problem).toBe(problem);
    expect(readers.find(({ reader }) => reader === 'compose')?.problem).toBeNull();
    expectNoSecret(result, password, USER);
  });

  it('bring no warning for harmless characters', async () => {
    const { line, password } = uriLine("'", '!&^+=~*,;:%24()');
    const cwd = await folderWith({ 'docker-compose.env': `${line}\n` });
    const { report, ...result } = await runJson(OFFLINE, { cwd });
    expect(otherWarnings(report)).toEqual([]);
    expect(result.code).toBe(0);
    expectNoSecret(result, password, USER);
  });

  it('count as a failure with --strict', async () => {
    const { line } = uriLine('', '$word');
    const cwd = await folderWith({ 'docker-compose.env': `${line}\n` });
    const { report } = await runJson([...OFFLINE, '--strict'], { cwd });
    expect(report.failure).toMatchObject({ cause: 'strict-warnings' });
  });
});

describe.concurrent('a file that Compose refuses', () => {
  it('is a failure with its line, and shows what each reader makes of it', async () => {
    const text = 'SMTP_URI=smtps://mail.example\nSMTP_SENDER="T" x@y.example\n';
    const cwd = await folderWith({ 'docker-compose.env': text });
    const { report, code } = await runJson(OFFLINE, { cwd });
    expect(code).toBe(78);
    expect(report.failure).toMatchObject({ cause: 'env-file-invalid', step: 'settings' });
    expect(report.failure?.title).toContain('docker-compose.env:2');
    const { readers = [], message } = disagreement(report.warnings);
    expect(readers.find(({ reader }) => reader === 'compose')).toEqual({
      reader: 'compose',
      length: null,
      problem: 'file-refused',
    });
    expect(message).toContain('SMTP_SENDER=T <x@y.example>');
  });

  it('is none where dotenv is the reader', async () => {
    const text = 'SMTP_URI=smtps://mail.example\nbad key=1\n';
    const cwd = await folderWith({ '.env': text });
    const { report } = await runJson(OFFLINE, { cwd });
    expect(report.ok).toBe(true);
    expect(otherWarnings(report)).toEqual([]);
  });

  it('does not matter where everything comes from elsewhere', async () => {
    const cwd = await folderWith({ 'docker-compose.env': 'bad key=1\n' });
    const env = { SMTP_URI: 'smtps://mail.example', SMTP_SENDER: 'a@mail.example' };
    expect((await runJson(OFFLINE, { cwd, env })).report.ok).toBe(true);
  });
});

describe.concurrent('a compose file', () => {
  const COMPOSE = [
    'services:',
    '  service-core:',
    '    image: moonrailgun/tailchat',
    '    env_file: docker-compose.env',
    '    environment:',
    '      SERVICEDIR: services/core',
    `      SMTP_URI: smtps://\${MAIL_USER}:p$$w@mail.example`,
    '',
  ].join('\n');

  it('wins over the env file with its environment, and takes names from .env', async () => {
    const cwd = await folderWith({
      'docker-compose.yml': COMPOSE,
      'docker-compose.env': 'SMTP_URI=smtps://other.example\nSMTP_SENDER=a@mail.example\n',
      '.env': 'MAIL_USER=robot\n',
    });
    const { report } = await runJson([...OFFLINE, '--show-secrets'], { cwd });
    expect(report.settings).toMatchObject({
      uri: 'smtps://robot:p$w@mail.example',
      uriSource: { kind: 'file', file: 'docker-compose.yml', line: 7 },
      user: 'robot',
      senderSource: { kind: 'file', file: 'docker-compose.env', line: 2 },
    });
  });

  it('is not looked at where the files are read as dotenv reads them', async () => {
    const cwd = await folderWith({
      'docker-compose.yml': COMPOSE,
      '.env': 'SMTP_URI=smtps://other.example\n',
    });
    const { report } = await runJson([...OFFLINE, '--env-format', 'dotenv'], { cwd });
    expect(report.settings.host).toBe('other.example');
  });

  it('that is broken is a failure, whatever stands in .env: no container gets it', async () => {
    const broken = 'services:\n  core: [unclosed\n';
    const cwd = await folderWith({ 'compose.yaml': broken, '.env': 'SMTP_URI=smtp://a.example' });
    const failed = await runJson(OFFLINE, { cwd });
    expect(failed.code).toBe(78);
    expect(failed.report.failure?.cause).toBe('env-file-invalid');
    expect(failed.report.failure?.title).toContain('compose.yaml');
    const env = { SMTP_URI: 'smtp://a.example' };
    expect((await runJson(OFFLINE, { cwd, env })).report.ok).toBe(true);
  });

  it('beside a .env that it does not name is the failure, with the line to add', async () => {
    const password = plantPassword();
    const cwd = await folderWith({
      'docker-compose.yml':
        'services:\n  tailchat:\n    image: moonrailgun/tailchat\n    env_file: docker-compose.env\n',
      'docker-compose.env': 'SMTP_SENDER=\nSMTP_URI=\n',
      '.env': `SMTP_URI=smtps://me:${encodeURIComponent(password)}@mail.example\n`,
    });
    const { report, ...result } = await runJson(OFFLINE, { cwd });
    expect(result.code).toBe(78);
    expect(report.settings.uri).toBeNull();
    expect(report.failure).toMatchObject({ cause: 'uri-missing' });
    expect(report.failure?.title).toContain('.env:1');
    expect(report.failure?.nextSteps[0]).toContain(`environment: { SMTP_URI: '\${SMTP_URI}' }`);
    expectNoSecret(result, password);
    const chinese = await run([...OFFLINE, '--lang', 'zh-CN'], { cwd });
    expect(chinese.stdout).toMatch(/tailchat 的容器得不到它/);
    expectNoSecret(chinese, password);
  });

  it('with several services that may be meant asks for --service, and takes it', async () => {
    const two = ['one', 'two'].map(
      (name) =>
        `  ${name}:\n    image: x\n    environment: { SMTP_URI: "smtp://${name}.example" }\n`,
    );
    const cwd = await folderWith({ 'compose.yaml': `services:\n${two.join('')}` });
    const open = await runJson(OFFLINE, { cwd });
    expect(open.code).toBe(78);
    expect(open.report.failure?.title).toContain('one and two');
    expect(open.report.failure?.nextSteps.join()).toContain('--service one');
    const named = await runJson([...OFFLINE, '--service', 'two'], { cwd });
    expect(named.report.settings).toMatchObject({ host: 'two.example' });
    const wrong = await runJson([...OFFLINE, '--service', 'three'], { cwd });
    expect(wrong.code).toBe(78);
    expect(wrong.report.failure?.explanation).toContain('one and two');
  });

  it('may be named itself', async () => {
    const text = (host: string) =>
      `services:\n  core:\n    image: x\n    environment: { SMTP_URI: "smtp://${host}.example" }\n`;
    const cwd = await folderWith({ 'compose.yaml': text('a'), 'prod.yml': text('b') });
    const { report } = await runJson([...OFFLINE, '--settings', 'prod.yml'], { cwd });
    expect(report.settings.uriSource).toEqual({ kind: 'file', file: 'prod.yml', line: 4 });
    const both = ['--settings', 'prod.yml', '--settings', 'compose.yaml'];
    expect((await runJson([...OFFLINE, ...both], { cwd })).report.settings.host).toBe('a.example');
  });

  it('sees its container at the loopback address', async () => {
    const cwd = await folderWith({ 'docker-compose.env': 'SMTP_URI=smtp://localhost:25\n' });
    const { report } = await runJson(OFFLINE, { cwd });
    expect(otherWarnings(report)).toMatchObject([{ code: 'loopback-in-container' }]);
    const host = await folderWith({
      'docker-compose.env': 'SMTP_URI=smtp://127.0.0.1:25\n',
      'docker-compose.yml':
        'services:\n  core:\n    image: x\n    network_mode: host\n    env_file: docker-compose.env\n',
    });
    expect(otherWarnings((await runJson(OFFLINE, { cwd: host })).report)).toEqual([]);
    const source = await folderWith({ '.env': 'SMTP_URI=smtp://localhost:25\n' });
    expect(otherWarnings((await runJson(OFFLINE, { cwd: source })).report)).toEqual([]);
  });
});
