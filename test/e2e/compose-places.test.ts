import { describe, expect, it } from 'vitest';
import { folderWith, run, runJson } from './support.js';

const OFFLINE = ['verify', '--offline'];
const compose = (rest = '') => `services:\n  core:\n    image: tailchat\n${rest}`;
const MAP = '    environment:\n      SMTP_SENDER: a@x.org\n';

/** The first step, and the whole text. */
async function first(files: Record<string, string>, lang = 'en') {
  const cwd = await folderWith(files);
  const { report } = await runJson([...OFFLINE, '--lang', lang], { cwd });
  const { stdout } = await run([...OFFLINE, '--lang', lang], { cwd });
  return { step: report.failure?.nextSteps[0] ?? '', stdout, report };
}

describe.concurrent('a compose file without SMTP_URI', () => {
  it.each([
    ['en', 'Write SMTP_URI=smtps://', ' in mail.env, or'],
    ['zh-CN', '在 mail.env 中写上 SMTP_URI=smtps://', ''],
  ])('leads to the env file that its service reads: %s', async (lang, ...words) => {
    const files = { 'compose.yaml': compose('    env_file: mail.env\n'), 'mail.env': 'A=1\n' };
    const { step, stdout } = await first(files, lang);
    for (const one of words) expect(step).toContain(one);
    expect(stdout).not.toContain('docker-compose.env');
  });

  it.each([
    [MAP, "under environment: of core in compose.yaml: SMTP_URI: 'smtps://"],
    [
      '    environment:\n      - SMTP_SENDER=a@x.org\n',
      "under environment: of core in compose.yaml: - 'SMTP_URI=smtps://",
    ],
    ['', "under the service core in compose.yaml: environment: { SMTP_URI: 'smtps://"],
  ])('leads to its environment: %j', async (rest, words) => {
    const { step, stdout } = await first({ 'compose.yaml': compose(rest) });
    expect(step).toContain(words);
    expect(stdout).not.toContain('docker-compose.env');
  });

  it.each([
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a compose file has it
    ['SMTP_URI: ${SMTP_URI}', undefined, ' in .env, or'],
    ['SMTP_URI:', undefined, ' in .env, or'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a compose file has it
    ['SMTP_URI: ${SMTP_URI}', 'SMTP_URI=\n', ' in .env:1, or'],
    ["SMTP_URI: ''", undefined, ' in compose.yaml:6, or'],
  ])('leads to where its value comes from: %s, %j', async (line, dotEnv, words) => {
    const files = { 'compose.yaml': compose(`${MAP}      ${line}\n`) };
    const { step } = await first(dotEnv === undefined ? files : { ...files, '.env': dotEnv });
    expect(step).toContain(words);
  });
});

describe.concurrent("another application's settings in a compose file", () => {
  it('are put together for that file', async () => {
    const rest = '    environment:\n      SMTP_HOST: mail.example.com\n      SMTP_USER: bob\n';
    const { stdout } = await first({ 'compose.yaml': compose(rest) });
    expect(stdout).toContain('Write it into compose.yaml');
    expect(stdout).toMatch(/^ {2}SMTP_URI: 'smtp:/m);
    expect(stdout).not.toContain('docker-compose.env');
  });
});

describe.concurrent('a bad value in a compose file', () => {
  it.each([
    ['en', "Write SMTP_URI: 'smtps://me:***@x.example:465'"],
    ['zh-CN', "写成 SMTP_URI: 'smtps://me:***@x.example:465'"],
  ])('of a map gets a line for a map: %s', async (lang, words) => {
    const uri = '"smtps://me:abcd/efgh1@x.example:465"';
    const { step } = await first(
      { 'compose.yaml': compose(`${MAP}      SMTP_URI: ${uri}\n`) },
      lang,
    );
    expect(step).toContain(words);
  });

  it('of a list gets an item of a list', async () => {
    const rest = '    environment:\n      - SMTP_URI=smtps://me:abcd/efgh1@x.example:465\n';
    const { step } = await first({ 'compose.yaml': compose(rest) });
    expect(step).toContain("Write - 'SMTP_URI=smtps://me:***@x.example:465'");
  });

  it.each([
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a compose file has it
    ['SMTP_URI: ${SMTP_URI}'],
    ['SMTP_URI:'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a compose file has it
    ['SMTP_URI: ${SMTP_URI:-smtps://y.example}'],
  ])('that is taken from .env is one of .env: %s', async (line) => {
    const dotEnv = 'A=1\nSMTP_URI=smtps://me:abcd/efgh1@x.example:465\n';
    const text = compose(`${MAP}      ${line}\n`);
    const { step, report } = await first({ 'compose.yaml': text, '.env': dotEnv });
    expect(report.failure?.title).toContain('.env:2');
    expect(step).toContain('Write SMTP_URI=smtps://me:***@x.example:465');
  });
});

describe.concurrent('a value that a compose file takes from another variable', () => {
  const TAKEN = compose(
    '    environment:\n      SMTP_URI: $MAIL_URI\n      SMTP_SENDER: $MAIL_FROM\n',
  );
  const LOGIN = 'me:Zq7Wx9Kv3Tn5';

  it.each([
    [
      `smtps:/${LOGIN}@mail.example:465`,
      'Write MAIL_URI=smtps://me:***@mail.example:465 in .env:2,',
      'step',
    ],
    [
      `smtps://${LOGIN}@mail.example:587`,
      'Write MAIL_URI=smtp://me:***@mail.example:587/?requireTLS=true in .env:2',
      'warning',
    ],
    [
      '',
      'Write MAIL_URI=smtps://tailchat%40example.com:password@smtp.example.com:465/ in .env:2,',
      'step',
    ],
  ])('is repaired where that is set: %s', async (uri, words, where) => {
    const files = { 'compose.yaml': TAKEN, '.env': `A=1\nMAIL_URI=${uri}\nMAIL_FROM=a@x.org\n` };
    const { step, stdout, report } = await first(files);
    const told = where === 'step' ? step : report.warnings.map(({ message }) => message).join('\n');
    expect(told).toContain(words);
    expect(stdout).not.toContain('Zq7Wx9Kv3Tn5');
    expect((await first(files, 'zh-CN')).stdout).toContain(
      uri === '' ? '在 .env:2 中写上 MAIL_URI=' : '写在 .env:2',
    );
  });

  it('is repaired in the shell, and named where nothing sets it', async () => {
    const cwd = await folderWith({ 'compose.yaml': TAKEN });
    const env = { MAIL_URI: `smtps:/${LOGIN}@mail.example:465`, MAIL_FROM: 'a@x.org' };
    const { report } = await runJson(OFFLINE, { cwd, env });
    expect(report.failure?.nextSteps[0]).toContain(
      "Write export MAIL_URI='smtps://me:***@mail.example:465'",
    );
    const { report: unset } = await runJson(OFFLINE, { cwd });
    expect(unset.failure?.nextSteps.join('\n')).toContain('MAIL_URI=smtps://');
    expect(unset.failure?.nextSteps.join('\n')).toContain('in .env');
  });
});

describe.concurrent('a service of Tailchat that Compose does not start', () => {
  const INACTIVE =
    'services:\n  service-core:\n    image: tailchat\n    profiles: [mail]\n  mongo:\n    image: mongo\n';
  it('does not get what stands in files that it does not take', async () => {
    const settings = `SMTP_URI=smtps://me:Zq7Wx9Kv3Tn5@mail.example:465\nSMTP_SENDER=a@x.org\n`;
    const files = { 'compose.yaml': INACTIVE, '.env': settings };
    const { report } = await first(files);
    expect(report.exitCode).toBe(78);
    expect(report.failure?.title).toBe(
      'SMTP_URI is in .env:1, but the container of service-core does not get it',
    );
    expect((await first(files, 'zh-CN')).report.failure?.title).toContain(
      'service-core 的容器得不到它',
    );
  });
});
