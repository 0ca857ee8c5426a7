// biome-ignore-all lint/suspicious/noTemplateCurlyInString: names as Compose and shells write them
import { describe, expect, it } from 'vitest';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { folderWith, otherWarnings, run, runJson } from './support.js';

const OFFLINE = ['verify', '--offline'];
const SENDER = 'SMTP_SENDER=me@mail.example\n';
const uriLine = (password: string) => `SMTP_URI=smtps://me:${password}@mail.example\n`;

describe.concurrent('a name in an env file that nothing sets', () => {
  it.each([
    ['the whole password', '${MAIL_PASSWORD}', 78, 'MAIL_PASSWORD'],
    ['a short name', '${X}', 78, 'X'],
    ['a part of the password', 'a${X}b', 0, 'X'],
  ])('%s is named, and no line without it is proposed', async (_, password, exitCode, name) => {
    const cwd = await folderWith({ 'docker-compose.env': uriLine(password) + SENDER });
    const result = await run(OFFLINE, { cwd });
    expect(result.code).toBe(exitCode);
    expect(result.stdout).toContain(`names the variable ${name}, which is not set`);
    expect(result.stdout).toContain(`Write ${name}=… above it in the file`);
    expect(result.stdout).toMatch(
      /Docker Compose +\d+ characters {2}reads \$ and the text after it/,
    );
    expect(result.stdout).not.toContain('as it was probably meant');
    expect(result.stdout).not.toContain('SMTP_URI=smtps');
    // The advice helps.
    const mended = await folderWith({
      'docker-compose.env': `${name}=secret\n${uriLine(password)}${SENDER}`,
    });
    const { report } = await runJson(OFFLINE, { cwd: mended });
    expect(report.ok).toBe(true);
    expect(report.warnings.filter(({ code }) => code === 'misspelt-variable')).toEqual([]);
  });

  it('no line without the lost part is proposed for another fault either', async () => {
    for (const uri of ['smtps://me:a${X}#b@mail.example', 'smtp://me:a${X}b@mail.example:465']) {
      const cwd = await folderWith({ 'docker-compose.env': `SMTP_URI=${uri}\n${SENDER}` });
      const { stdout } = await run(OFFLINE, { cwd });
      expect(stdout).toContain('variable X, which is not set');
      expect(stdout).not.toMatch(/SMTP_URI=smtps?:\/\/[^u]/);
    }
  });

  it('is the verdict, in both languages, where the login lacks its password', async () => {
    const cwd = await folderWith({ 'docker-compose.env': uriLine('${X}') + SENDER });
    const { report } = await runJson(OFFLINE, { cwd });
    expect(report.failure).toMatchObject({
      cause: 'credentials-missing',
      explanation: expect.stringContaining('It names the variable X, which is not set'),
      nextSteps: [
        expect.stringMatching(/^Set that variable/),
        expect.stringMatching(/^Write both/),
      ],
    });
    const chinese = await run([...OFFLINE, '--lang', 'zh-CN'], { cwd });
    expect(chinese.stdout).toContain('值里引用了变量 X，而它没有设置');
  });

  it('a $ in the middle of a password is taken for itself, and nothing of it is shown', async () => {
    const before = encodeURIComponent(plantPassword());
    const word = plantPassword().replace(/\W/g, '');
    const cwd = await folderWith({
      'docker-compose.env': uriLine(`${before}$${word}`) + SENDER,
    });
    const result = await run(OFFLINE, { cwd });
    expect(result.stdout).toContain('Write %24 for a $ that belongs to the password.');
    expect(result.stdout).toContain(
      'All read this spelling the same way: SMTP_URI=smtps://me:***@',
    );
    expectNoSecret(result, before);
    expectNoSecret(result, word);
  });

  it.each([
    ['a default', '${X:-secret}', 'docker-compose.env', []],
    ['single quotes', "'$word'", 'docker-compose.env', []],
    ['docker run, which replaces nothing', '${X}', 'docker.env', ['--env-format', 'docker']],
  ])('%s: no name is missed', async (_, password, name, args) => {
    const quoted = password.startsWith("'");
    const line = quoted ? `SMTP_URI='smtps://me:$word@mail.example'\n` : uriLine(password);
    const cwd = await folderWith({ [name]: line + SENDER });
    const { report } = await runJson([...OFFLINE, '--settings', name, ...args], { cwd });
    expect(otherWarnings(report).filter(({ code }) => code === 'misspelt-variable')).toEqual([]);
  });

  it('the same in a file that a shell sources', async () => {
    const cwd = await folderWith({ 'mail.env': uriLine('a${MAIL_PASS}b') + SENDER });
    const args = [...OFFLINE, '--settings', 'mail.env', '--env-format', 'bash'];
    const { stdout } = await run(args, { cwd });
    expect(stdout).toContain('names the variable MAIL_PASS, which is not set');
    expect(stdout).toContain('(bash, sourced)');
  });
});

describe.concurrent('a whole value in a compose file that begins with a $', () => {
  const composeOf = (uri: string) =>
    `services:\n  tailchat:\n    image: moonrailgun/tailchat\n    environment:\n      SMTP_URI: "${uri}"\n      SMTP_SENDER: me@mail.example\n`;
  const word = () => `Z${plantPassword().replace(/[^A-Za-z\d]/g, '')}`;

  it.each([
    ['no braces', (name: string) => `$${name}`],
    ['braces', (name: string) => `\${${name}}`],
    ['capitals alone', (name: string) => `\${${name.toUpperCase()}}`],
    ['underscores', (name: string) => `$${name.toUpperCase().replace(/(.{6})/g, '$1_')}A`],
  ])('is no name to write where it may be a password: %s', async (_, form) => {
    const value = form(word());
    const cwd = await folderWith({ 'compose.yaml': composeOf(value) });
    for (const more of [[], ['--json'], ['--lang', 'zh-CN']]) {
      const result = await run([...OFFLINE, ...more], { cwd });
      expect(result.code).toBe(78);
      expectNoSecret(result, value.replace(/\W/g, ''));
      expect(result.stdout).toContain("SMTP_URI: 'smtps://");
    }
  });

  it('is a name to write where a file has it, or where it is one of settings', async () => {
    const own = await folderWith({ 'compose.yaml': composeOf('${relay}'), '.env': 'relay=\n' });
    expect((await run(OFFLINE, { cwd: own })).stdout).toContain('relay=smtps://');
    const usual = await folderWith({ 'compose.yaml': composeOf('$MAIL_URI') });
    expect((await run(OFFLINE, { cwd: usual })).stdout).toContain('MAIL_URI=smtps://');
  });
});
