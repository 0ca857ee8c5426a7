import { describe, expect, it } from 'vitest';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { folderWith, run, runJson } from './support.js';

const OFFLINE = ['verify', '--offline'];
const FILE = 'docker-compose.env';

/** A folder with the URI in its env file. */
const folderOf = (uri: string) =>
  folderWith({ [FILE]: `SMTP_URI=${uri}\nSMTP_SENDER=me@mail.example\n` });

/** The report and the text, without the password. */
async function checked(uri: string, password: string, lang = 'en') {
  const cwd = await folderOf(uri);
  const [json, text] = [
    await runJson([...OFFLINE, '--lang', lang], { cwd }),
    await run([...OFFLINE, '--lang', lang], { cwd }),
  ];
  expectNoSecret(text, password);
  expectNoSecret(json, password);
  return { ...text, report: json.report };
}

describe.concurrent('a line in which *** stands for the password', () => {
  it.each([
    'smtps://me%40qq.com:***@smtp.qq.com:465/',
    'smtps://***:***@smtp.qq.com:465/',
    'smtps://***@smtp.qq.com:465/',
    'smtps://me%40qq.com:••••••@smtp.qq.com:465/',
    '***',
  ])('is no setting: %s', async (uri) => {
    const { code, stdout, report } = await checked(uri, plantPassword());
    expect(code).toBe(78);
    expect(report.failure?.cause).toBe('uri-placeholder');
    expect(stdout).toContain(`SMTP_URI in ${FILE}:1 has *** where the login belongs`);
    expect(report.failure?.nextSteps[0]).toContain('Write your own user and password there');
    const zh = await checked(uri, plantPassword(), 'zh-CN');
    expect(zh.report.failure?.nextSteps[0]).toContain('写上自己的用户名和密码');
  });

  it('is said to be one in every warning that shows it', async () => {
    const password = plantPassword();
    const encoded = encodeURIComponent(password);
    const { report } = await checked(`smtps://me:${encoded}@mail.example:587/`, password);
    const { message } = report.warnings.find(({ code }) => code === 'port-unlikely') ?? {};
    expect(message).toContain('smtp://me:***@mail.example:587/?requireTLS=true');
    expect(message).toContain('with your percent-encoded password instead of ***');
    const cwd = await folderOf(`smtps://me:${encoded}@mail.example:587/`);
    const { stdout } = await run([...OFFLINE, '--show-secrets'], { cwd });
    expect(stdout).toContain(
      `Write SMTP_URI=smtp://me:${encoded}@mail.example:587/?requireTLS=true`,
    );
  });
});

describe.concurrent('options with an @', () => {
  it.each([
    ['smtps://smtp.qq.com?user=me@qq.com&pass=', 465],
    ['smtps://smtp.qq.com/?auth.user=me@qq.com&auth.pass=', 465],
    ['smtp://smtp.qq.com:587?user=me@qq.com&pass=x/', 587],
  ])('cut no password short: %s', async (uri, port) => {
    const password = plantPassword();
    const { code, report } = await checked(uri + encodeURIComponent(password), password);
    expect(code).toBe(0);
    expect(report.settings).toMatchObject({ host: 'smtp.qq.com', port, user: null });
    const messages = report.warnings.map(({ message }) => message).join('\n');
    expect(messages).toContain('User and password belong before the host');
  });

  it.each(['smtps://smtp.qq.com:465/me@qq.com', 'smtps://smtp.qq.com:465#me@qq.com'])(
    'stand behind the URI: %s',
    async (uri) => {
      const { code, report } = await checked(uri, plantPassword());
      expect(code).toBe(78);
      expect(report.failure?.title).toContain('There is other text after the URI');
    },
  );

  it.each(['smtps://bob:465/x', 'smtps://bob:pw?user=x', 'smtps://bob.smith?q=x'])(
    'may still be a password: %s',
    async (uri) => {
      const password = plantPassword();
      const { report } = await checked(`${uri}${password}@mail.example:465`, password);
      expect(report.failure?.title).toContain('cut short');
    },
  );
});

describe.concurrent('two schemes', () => {
  it.each([
    ['smtps://smtp://', '@mail.example:465', 'smtps://me:***@mail.example:465'],
    ['smtp://smtps://', '@mail.example:587', 'smtp://me:***@mail.example:587'],
    ['smtps://https://', '@mail.example', 'smtps://me:***@mail.example'],
    ['https://smtps://', '@mail.example:465', 'smtps://me:***@mail.example:465'],
  ])('%s become one', async (schemes, server, repaired) => {
    const password = plantPassword();
    const uri = `${schemes}me:${password}${server}`;
    const { code, report } = await checked(uri, password);
    expect(code).toBe(78);
    expect(report.failure?.title).not.toContain('cut short');
    expect(report.failure?.explanation).toContain('whatever it reads as the host');
    expect(report.failure?.nextSteps[0]).toContain(`Write SMTP_URI=${repaired}`);
    if (!schemes.startsWith('https')) {
      expect(report.failure?.title).toContain('begins with two schemes');
      const zh = await checked(uri, password, 'zh-CN');
      expect(zh.report.failure?.title).toContain('开头写了两个协议');
    }
  });

  it('without a login become one', async () => {
    const { report } = await checked('smtp://smtp://mail.example:25', plantPassword());
    expect(report.failure?.nextSteps[0]).toContain('Write SMTP_URI=smtp://mail.example:25');
  });
});

describe.concurrent('an address in place of the URI', () => {
  it.each(['mailto:me@qq.com', 'smtp:me@qq.com'])('%s holds no password', async (uri) => {
    const { stdout } = await checked(uri, plantPassword());
    expect(stdout).not.toContain('part of your password');
    expect(stdout).toContain('whatever it reads as the host');
  });
});

describe.concurrent('a mail address where login and server belong', () => {
  it.each([
    ['smtps://me@163.com:', 'uri-invalid', 'smtps://me%40163.com:password@smtp.163.com:465/'],
    ['smtp://12345@qq.com:', 'uri-invalid', 'smtps://me%40qq.com:password@smtp.qq.com:465/'],
    // An unknown domain may be anything, such as a part of the password.
    [
      'smtps://me@corp.example:',
      'uri-invalid',
      'smtps://tailchat%40example.com:password@smtp.example.com:465/',
    ],
    [
      'smtps://12345@qq.com:465#',
      'credentials-missing',
      'smtps://me%40qq.com:password@smtp.qq.com:465/',
    ],
  ])('%s: the line names the server', async (uri, cause, line) => {
    const password = plantPassword().replace(/\W/g, '');
    const { code, stdout, report } = await checked(uri + password, password);
    expect(code).toBe(78);
    expect(report.failure?.cause).toBe(cause);
    expect(report.failure?.nextSteps[0]).toContain(line);
    expect(stdout).toMatch(/no mail server|No mail server is named/);
    const zh = await checked(uri + password, password, 'zh-CN');
    expect(zh.report.failure?.nextSteps[0]).toContain(line);
    expect(zh.stdout).toMatch(/没有写邮件服务器|邮件服务器也没有写/);
  });

  it('is not seen in a server without a password, or one whose name ends addresses, too', async () => {
    for (const uri of ['smtps://me@smtp.163.com:465/', 'smtps://me@posteo.de:465/']) {
      const { report } = await checked(uri, plantPassword());
      expect(report.failure?.cause).toBe('credentials-missing');
      expect(report.failure?.explanation).not.toContain('No mail server is named');
    }
  });
});

describe.concurrent('the option service', () => {
  it.each([
    ['en', 'ignores the host, port and encryption written there'],
    ['zh-CN', '改用该服务自己的服务器、端口和加密方式'],
  ])('is said to take the place of the server (%s)', async (lang, words) => {
    const password = plantPassword();
    const uri = `smtps://me:${encodeURIComponent(password)}@mail.example:465/?service=qq`;
    const { code, report } = await checked(uri, password, lang);
    expect(code).toBe(0);
    const { message } = report.warnings.find((one) => one.code === 'option-unchecked') ?? {};
    expect(message).toContain(words);
  });
});

describe.concurrent('a server or a site where people read mail', () => {
  it.each([
    ['mail.qq.com', 'smtp.qq.com'],
    ['exmail.qq.com', 'smtp.exmail.qq.com'],
    ['mail.163.com', 'smtp.163.com'],
    ['mail.126.com', 'smtp.126.com'],
    ['imap.126.com', 'smtp.126.com'],
    ['mail.google.com', 'smtp.gmail.com'],
  ])('is hardly the server for sending: %s', async (host, meant) => {
    const password = plantPassword();
    const uri = `smtps://me:${encodeURIComponent(password)}@${host}:465/`;
    for (const lang of ['en', 'zh-CN']) {
      const { code, report } = await checked(uri, password, lang);
      expect(code).toBe(0);
      const { message } = report.warnings.find((one) => one.code === 'host-unlikely') ?? {};
      expect(message).toContain(host);
      expect(message).toContain(meant);
    }
  });
});
