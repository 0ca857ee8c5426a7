import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { certificates } from '../helpers/certificates.js';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { type SmtpFixture, startSmtpServer } from '../helpers/smtp-fixture.js';
import { openTerminal, type Terminal } from '../helpers/terminal.js';

const USER = 'me@localhost.example';
const PASSWORD = plantPassword();
const WRONG = plantPassword();

const WORDS = {
  en: {
    review: 'Is this right?',
    hidden: '(hidden)',
    start: /^› Yes, check/m,
    server: /^› Change the mail server/m,
    host: /^\? Mail server/m,
    encryption: /^\? Encryption/m,
    port: /^\? Port/m,
    user: /^› Change the user/m,
    asksUser: /^\? User/m,
    password: /^› Change the password/m,
    asksPassword: /^\? Password/m,
    sender: /^› Change SMTP_SENDER/m,
    recipient: /^› Change who gets/m,
    cancel: /^› Cancel/m,
    show: 'Print these lines once more with the password',
    passed: 'accepts the login',
    accepted: 'took the mail',
  },
  'zh-CN': {
    review: '以上内容对吗？',
    hidden: '（已隐去）',
    start: /^› 对，/m,
    server: /^› 修改邮件服务器/m,
    host: /^\? 邮件服务器地址/m,
    encryption: /^\? 加密方式/m,
    port: /^\? 端口/m,
    user: /^› 修改用户名/m,
    asksUser: /^\? 用户名/m,
    password: /^› 修改密码/m,
    asksPassword: /^\? 密码/m,
    sender: /^› 修改 SMTP_SENDER/m,
    recipient: /^› 修改测试邮件的收件人/m,
    cancel: /^› 取消/m,
    show: '要再打印一次带密码的完整内容',
    passed: '登录',
    accepted: '收下',
  },
} as const;

describe('before the check', () => {
  let server: SmtpFixture;
  let terminal: Terminal;
  beforeAll(async () => {
    server = await startSmtpServer({ security: 'tls', users: { [USER]: PASSWORD } });
  });
  afterAll(() => server.close());
  afterEach(() => terminal.close());

  const uri = (user: string, password: string, port = server.port) =>
    `smtps://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${port}/`;

  function expectNothingLeaked(): void {
    const seen = { stdout: terminal.screen(), stderr: terminal.raw() };
    expectNoSecret(seen, PASSWORD, USER);
    expectNoSecret(seen, WRONG, USER);
  }

  /** Goes down to the choice, with the question always in view. */
  async function take(choice: RegExp, question: string): Promise<void> {
    const flat = (text: string) => text.replace(/\s+/g, '');
    await expect.poll(() => flat(terminal.view())).toContain(flat(question));
    await expect.poll(() => /^›/m.test(terminal.view())).toBe(true);
    for (let step = 0; !choice.test(terminal.view()); step += 1) {
      expect(step).toBeLessThan(10);
      const before = /^›.*/m.exec(terminal.view())?.[0];
      terminal.press('down');
      await expect.poll(() => /^›.*/m.exec(terminal.view())?.[0]).not.toBe(before);
      expect(flat(terminal.view())).toContain(flat(question));
    }
    terminal.press('enter');
  }

  /** Answers the question that stands last in view. */
  async function answer(question: RegExp, text: string): Promise<void> {
    await expect.poll(() => question.test(terminal.view())).toBe(true);
    terminal.type(text);
    terminal.press('enter');
  }

  async function open(
    args: string[],
    { cols, rows }: { cols: number; rows: number },
    pasted: string,
    lang: keyof typeof WORDS,
  ): Promise<void> {
    const env = { NODE_EXTRA_CA_CERTS: certificates.authorityFile };
    terminal = await openTerminal(['smtp', ...args, '--lang', lang], { cols, rows, env });
    await terminal.waitFor('SMTP_URI');
    terminal.press('enter');
    await answer(/^\? SMTP_URI\s*$/m, pasted);
    await answer(/^\? SMTP_SENDER/m, 'wrong@localhost.example');
  }

  const sizes = [
    { cols: 60, rows: 20 },
    { cols: 80, rows: 24 },
  ];
  const cases = (['en', 'zh-CN'] as const).flatMap((lang) =>
    sizes.map((size) => ({ lang, ...size })),
  );

  it.each(cases)(
    'each answer can be changed, and the lines copied whole ($lang, $cols x $rows)',
    async ({ lang, ...size }) => {
      const words = WORDS[lang];
      const closed = 9;
      await open(['verify'], size, uri('wrong@localhost.example', WRONG, closed), lang);
      await terminal.waitFor(words.hidden);
      await take(words.server, words.review);
      await answer(words.host, '');
      await expect.poll(() => words.encryption.test(terminal.view())).toBe(true);
      terminal.press('enter');
      await answer(words.port, `\x15${server.port}`);
      await take(words.user, words.review);
      await answer(words.asksUser, USER);
      await take(words.password, words.review);
      await answer(words.asksPassword, PASSWORD);
      await take(words.sender, words.review);
      await answer(/^\? SMTP_SENDER/m, USER);
      const before = server.logins.length;
      await take(words.start, words.review);
      await terminal.waitFor(words.show);
      expect(server.logins.slice(before)).toEqual([{ method: 'PLAIN', user: USER, ok: true }]);
      expectNothingLeaked();
      terminal.type('y');
      terminal.press('enter');
      expect(await terminal.exit()).toBe(0);
      const whole = terminal.screen().split('\n').slice(-4).join('');
      expect(whole).toContain(`SMTP_URI=${uri(USER, PASSWORD)}SMTP_SENDER=${USER}`);
    },
  );

  it('the password is not printed on Enter', async () => {
    await open(['verify'], { cols: 120, rows: 40 }, uri(USER, PASSWORD), 'en');
    await take(WORDS.en.start, WORDS.en.review);
    await terminal.waitFor(WORDS.en.show);
    terminal.press('enter');
    await terminal.exit();
    expect(terminal.screen()).toMatch(/with the password.* no$/m);
    expectNothingLeaked();
  });

  it.each([
    ['en', 'no', 'Type y for yes or n for no'],
    ['zh-CN', '否', '请输入 y（是）或 n（否）'],
  ] as const)('%s: an answer is yes or no, or asked for again', async (lang, no, again) => {
    await open(['verify'], { cols: 120, rows: 40 }, uri(USER, PASSWORD), lang);
    await take(WORDS[lang].start, WORDS[lang].review);
    await terminal.waitFor(WORDS[lang].show);
    terminal.type('maybe');
    terminal.press('enter');
    await terminal.waitFor(again);
    terminal.press('ctrl-u');
    terminal.type(no);
    terminal.press('enter');
    await terminal.exit();
    expectNothingLeaked();
  });

  it.each(['en', 'zh-CN'] as const)(
    'the run can be cancelled: nothing is sent (%s)',
    async (lang) => {
      const connections = server.logins.length;
      await open(['verify'], { cols: 80, rows: 24 }, uri(USER, PASSWORD), lang);
      await take(WORDS[lang].cancel, WORDS[lang].review);
      expect(await terminal.exit()).toBe(130);
      expect(server.logins.length).toBe(connections);
      expectNothingLeaked();
    },
  );

  it('the recipient can be changed, and is the only thing that can where nothing else was asked', async () => {
    const env = {
      NODE_EXTRA_CA_CERTS: certificates.authorityFile,
      SMTP_URI: uri(USER, PASSWORD),
      SMTP_SENDER: USER,
    };
    terminal = await openTerminal(['smtp', 'test'], { cols: 60, rows: 20, env });
    await answer(/^\? Send the test mail to/m, 'typo@localhost.example');
    await terminal.waitFor(WORDS.en.review);
    expect(terminal.view()).not.toMatch(/Change (?:the|SMTP)/);
    await take(WORDS.en.recipient, WORDS.en.review);
    await answer(/^\? Send the test mail to/m, '\x15you@localhost.example');
    await take(/^› Yes, check and send now/m, WORDS.en.review);
    expect(await terminal.exit()).toBe(0);
    expect(server.mails.at(-1)?.to).toEqual(['you@localhost.example']);
    expectNothingLeaked();
  });

  it('a user and a password can be added to a URI without', async () => {
    await open(
      ['verify'],
      { cols: 80, rows: 24 },
      `smtps://127.0.0.1:${server.port}/?pool=false`,
      'en',
    );
    await take(WORDS.en.user, WORDS.en.review);
    await answer(WORDS.en.asksUser, USER);
    await answer(WORDS.en.asksPassword, PASSWORD);
    await take(WORDS.en.start, WORDS.en.review);
    await terminal.waitFor(WORDS.en.show);
    expect(server.logins.at(-1)).toEqual({ method: 'PLAIN', user: USER, ok: true });
    expect(terminal.screen()).toContain('?pool=false');
    terminal.press('enter');
    await terminal.exit();
    expectNothingLeaked();
  });
});
