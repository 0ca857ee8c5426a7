import { describe, expect, it } from 'vitest';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { folderWith, run, runJson } from './support.js';

const OFFLINE = ['verify', '--offline'];

describe.concurrent('what the settings themselves show', () => {
  it.each([
    [
      'an HTML escape in the password',
      'a&amp;',
      'smtp.mail.example',
      'not-percent-encoded',
      '&amp;',
    ],
    ['a host of IMAP', '', 'imap.mail.example', 'host-unlikely', 'usually smtp.mail.example'],
    ['a host of POP3', '', 'pop3.mail.example', 'host-unlikely', 'usually smtp.mail.example'],
    [
      'a sender behind the URI',
      '',
      'smtp.mail.example,bob@other.example',
      'not-percent-encoded',
      'connects to other.example',
    ],
    [
      'a sender behind the URI and a space',
      '',
      'smtp.mail.example bob@other.example',
      'not-percent-encoded',
      'second @',
    ],
    [
      'an option as a page writes it',
      '',
      'mail.example/?name=a&amp;requireTLS=true',
      'misspelt-variable',
      'Write requireTLS',
    ],
  ])('%s is told before the network', async (_name, start, server, code, words) => {
    const password = plantPassword();
    const env = {
      SMTP_URI: `smtps://me:${start}${encodeURIComponent(password)}@${server}`,
      SMTP_SENDER: 'me@x.org',
    };
    const { report, ...result } = await runJson(OFFLINE, { env });
    expect(result.code).toBe(0);
    expect(report.warnings).toMatchObject([{ code }]);
    expect(report.warnings[0]?.message).toContain(words);
    expectNoSecret(result, password);
    const chinese = await run([...OFFLINE, '--lang', 'zh-CN'], { env });
    expect(chinese.stdout).toContain(`[${code}]`);
  });

  it.each([
    ['noreply@localhost', 'mail.example', true],
    ['Tailchat <root@mailpit>', 'mail.example', true],
    ['a@localhost.localdomain', 'mail.example', true],
    ['a@nas.lan', 'mail.example', true],
    ['a@[127.0.0.1]', 'mail.example', true],
    ['noreply@localhost', '127.0.0.1', false],
    ['root@mailpit', 'mailpit', false],
    ['a@mail.example', 'mail.example', false],
  ])('a sender %s through %s', async (sender, host, isTold) => {
    const env = { SMTP_URI: `smtp://${host}:2525`, SMTP_SENDER: sender };
    const { report } = await runJson(OFFLINE, { env });
    const messages = report.warnings.filter(({ code }) => code === 'sender-unlikely');
    expect(messages).toHaveLength(isTold ? 1 : 0);
    if (isTold)
      expect(messages[0]?.message).toContain('exists only on one machine or in your own network');
  });

  it.each(['smtps://me:pw@imap.gmail.com', 'smtps://me:pw@pop.qq.com'])(
    '%s names the host of the provider',
    async (uri) => {
      const env = { SMTP_URI: uri, SMTP_SENDER: 'me@gmail.com' };
      const { report } = await runJson(OFFLINE, { env });
      const message = report.warnings.find(({ code }) => code === 'host-unlikely')?.message;
      expect(message).toMatch(/usually smtp\.(?:gmail|qq)\.com/);
    },
  );
});

describe.concurrent('a line of an env file that nobody reads', () => {
  it.each([
    [
      '#SMTP_URI=smtps://me:zebrahunter@mail.example',
      'Remove the # in front of SMTP_URI in .env:2',
    ],
    ['# export SMTP_URI=smtps://me:zebrahunter@mail.example', 'Remove the # in front of'],
    ['set SMTP_URI=smtps://me:zebrahunter@mail.example', 'Begin .env:2 with SMTP_URI='],
    ['setx SMTP_URI "smtps://me:zebrahunter@mail.example"', 'Begin .env:2 with SMTP_URI='],
    ['$env:SMTP_URI = "smtps://me:zebrahunter@mail.example"', 'Begin .env:2 with SMTP_URI='],
  ])('%s is named, with what to do about it', async (line, words) => {
    const cwd = await folderWith({ '.env': `A=1\n${line}\nSMTP_SENDER=a@b.example\n` });
    const result = await run(OFFLINE, { cwd });
    expect(result.code).toBe(78);
    expect(result.stdout).toContain(`1. ${words}`);
    expectNoSecret(result, 'zebrahunter');
    const chinese = await run([...OFFLINE, '--lang', 'zh-CN'], { cwd });
    expect(chinese.stdout).toMatch(
      /去掉 \.env:2 中 SMTP_URI 前面的 #|让 \.env:2 以 SMTP_URI= 开头/,
    );
  });

  it('is no matter where something else is likelier, or the value stands elsewhere', async () => {
    const commented = '# SMTP_URI=smtps://user:password@host:465/\n';
    const misspelt = await folderWith({ '.env': `${commented}SMTP_URL=smtps://mail.example\n` });
    expect((await run(OFFLINE, { cwd: misspelt })).stdout).not.toContain('#');
    const set = await folderWith({ '.env': `${commented}SMTP_URI=smtps://mail.example\n` });
    expect((await run(OFFLINE, { cwd: set })).stdout).not.toContain('#');
  });
});

describe.concurrent('what was not filled in', () => {
  it.each([
    'smtps://$' + '{USER}:$' + '{PASS}@mail.example',
    'smtps://me:{{ vault_pw }}@mail.example',
    '$' + '{SMTP_URI}',
    '{{ smtp_uri }}',
    'smtps://me:<password>@mail.example',
  ])('%s is a placeholder', async (uri) => {
    const { report } = await runJson(OFFLINE, { env: { SMTP_URI: uri, SMTP_SENDER: 'a@x.org' } });
    expect(report.failure?.cause).toBe('uri-placeholder');
  });

  it.each(['mongodb://bob:zebrahunter@mongo:27017/tailchat', 'redis://:zebrahunter@redis:6379'])(
    '%s is made into no URI for mail',
    async (uri) => {
      const result = await runJson(OFFLINE, { env: { SMTP_URI: uri, SMTP_SENDER: 'a@x.org' } });
      expect(result.report.failure?.cause).toBe('uri-invalid');
      expect(result.report.failure?.nextSteps.join()).not.toMatch(/mongo|redis/);
      expectNoSecret(result, 'zebrahunter');
    },
  );

  it('a sender that is shown to nobody is not said to hold the password', async () => {
    const env = { SMTP_URI: 'smtps://me:zebrahunter@mail.example' };
    for (const sender of ['Tailchat <bob@x.org> <al@x.org>', '\u202ebob@x.org']) {
      const { report } = await runJson(OFFLINE, { env: { ...env, SMTP_SENDER: sender } });
      expect(report.warnings.map(({ message }) => message).join()).not.toContain('The password');
    }
  });
});

describe.concurrent('a missing value belongs into a file that is read', () => {
  it.each([
    [{ '.env': 'A=1\n' }, '.env,'],
    [{ 'docker-compose.env': 'A=1\nSMTP_URI=\n' }, 'docker-compose.env:2,'],
    [{ '.env': 'A=1\n', 'docker-compose.env': 'SMTP_URI=\n' }, 'docker-compose.env:1,'],
    [{ '.env': 'A=1\n', 'docker-compose.env': 'B=1\n' }, 'docker-compose.env,'],
    [{}, 'docker-compose.env,'],
  ])('%j', async (files, place) => {
    const cwd = await folderWith(files as Record<string, string>);
    const { report } = await runJson(OFFLINE, { cwd });
    const steps = report.failure?.nextSteps ?? [];
    expect(steps.find((step) => step.includes('SMTP_URI='))).toContain(`:465/ in ${place} or use`);
    // In an empty folder it comes after the way to another one; the sender's line is always the last. Nobody can be asked here.
    expect(steps).toHaveLength(Object.keys(files).length === 0 ? 3 : 2);
    expect(steps.at(-1)).toContain('SMTP_SENDER=');
  });

  it('the one that was named', async () => {
    const cwd = await folderWith({ 'mail.env': 'A=1\n' });
    const { report } = await runJson([...OFFLINE, '--settings', 'mail.env'], { cwd });
    expect(report.failure?.nextSteps.join()).toMatch(/ in mail\.env, or use/);
    expect(report.failure?.nextSteps.join()).not.toContain('docker-compose.env');
  });
});

describe.concurrent('a % in a password', () => {
  const login = async (user: string, password: string) => {
    const env = { SMTP_URI: `smtps://${user}:${password}@mail.example`, SMTP_SENDER: 'me@x.org' };
    const { report, ...result } = await runJson(OFFLINE, { env });
    expect(result.code).toBe(0);
    return report.warnings.map(({ code }) => code);
  };

  it.each(['%4f', '%41', '%7a', '%31', '%01'])(
    'is warned of where %s is decoded that hardly anybody would encode',
    async (escaped) => {
      const password = plantPassword().replace(/\W/g, '');
      for (const user of ['me', 'me%40x.org', 'me@x.org']) {
        expect(await login(user, `${password}${escaped}Xyz`)).toEqual(['not-percent-encoded']);
      }
    },
  );

  it.each(['%40', '%23', '%C3%A9', '%2F', '%7e', '%5f', '%0A'])(
    'is one of an encoded character in %s',
    async (escaped) => {
      const password = plantPassword().replace(/\W/g, '');
      expect(await login('me', `${password}${escaped}Xyz`)).not.toContain('not-percent-encoded');
    },
  );

  it('is one of an encoded character where each of them is encoded', async () => {
    const whole = [...Buffer.from(plantPassword())].map((byte) => `%${byte.toString(16)}`).join('');
    expect(await login('me', whole)).toEqual([]);
  });
});
