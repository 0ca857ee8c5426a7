import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { certificates } from '../helpers/certificates.js';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { type SmtpFixture, startSmtpServer } from '../helpers/smtp-fixture.js';
import { openTerminal, type Terminal, type TerminalOptions } from '../helpers/terminal.js';

const USER = 'me@localhost.example';
const PASSWORD = plantPassword();
const ASKS_HAVE_URI = 'SMTP_URI is not set. Do you have one?';
const ASKS_URI = /^\? SMTP_URI( |$)(?!is)/m;
const ASKS_SENDER = /^\? SMTP_SENDER/m;
const REVIEW = '? Is this right?';
const SHOW = '? Print these lines once more with the password';

/** What stands on the screen when all of a pasted URI has arrived: all behind the user is hidden. */
function starsFor(pasted: string): string {
  const user = encodeURIComponent(USER);
  return '*'.repeat(pasted.length - pasted.indexOf(user) - user.length - 1);
}

describe('prompt mode', () => {
  let server: SmtpFixture;
  let folder: string;
  let terminal: Terminal;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tailchat-smtp-test-'));
    server = await startSmtpServer({ security: 'tls', users: { [USER]: PASSWORD } });
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });
  afterEach(() => terminal.close());

  async function open(args: string[], { env, ...options }: TerminalOptions = {}): Promise<void> {
    const trust = { NODE_EXTRA_CA_CERTS: certificates.authorityFile };
    const wide = { cols: 160, rows: 50 };
    terminal = await openTerminal(args, { ...wide, ...options, env: { ...trust, ...env } });
  }

  async function choose(question: string | RegExp, direction?: 'up' | 'down'): Promise<void> {
    await terminal.waitFor(question);
    if (direction) terminal.press(direction);
    terminal.press('enter');
  }

  /** Says that all is right; where there are lines to copy, keeps the password off the screen. */
  async function start({ isShown = false } = {}): Promise<void> {
    await choose(REVIEW);
    if (!isShown) await choose(SHOW);
  }

  function uri(password = encodeURIComponent(PASSWORD)): string {
    return `smtps://${encodeURIComponent(USER)}:${password}@127.0.0.1:${server.port}/`;
  }

  function expectNothingLeaked(): void {
    expectNoSecret({ stdout: terminal.screen(), stderr: terminal.raw() }, PASSWORD, USER);
  }

  describe('with a URI to paste', () => {
    it('hides its password, checks it and gives the lines to paste', async () => {
      await open(['smtp', 'verify']);
      await choose(ASKS_HAVE_URI);
      await terminal.waitFor(ASKS_URI);
      terminal.type(uri());
      await terminal.waitFor(starsFor(uri()));
      expectNothingLeaked();
      terminal.press('enter');
      await terminal.waitFor(`(${USER})`);
      await choose(ASKS_SENDER);
      await start();
      expect(await terminal.exit()).toBe(0);
      const screen = terminal.screen();
      expect(screen).toContain('accepts the login and accepts the sender');
      expect(screen).toContain(`\nSMTP_URI=${uri('***')}\nSMTP_SENDER=${USER}\n`);
      expectNothingLeaked();
    });

    it('prints the real password with --show-secrets', async () => {
      await open(['smtp', 'verify', '--show-secrets']);
      await choose(ASKS_HAVE_URI);
      await terminal.answer(ASKS_URI, uri());
      await choose(ASKS_SENDER);
      await start({ isShown: true });
      expect(await terminal.exit()).toBe(0);
      expect(terminal.screen()).toContain(`\nSMTP_URI=${uri()}\nSMTP_SENDER=${USER}`);
      expect(terminal.screen()).not.toContain(SHOW);
    });

    it('says what is wrong with an answer, and lets one go on', async () => {
      await open(['smtp', 'verify']);
      await choose(ASKS_HAVE_URI);
      await terminal.answer(ASKS_URI, uri().replace('smtps', 'http'));
      await terminal.waitFor('It must begin with smtp:// or smtps://');
      terminal.press('ctrl-u');
      await terminal.answer(ASKS_URI, uri().replace(`:${server.port}`, ':70000'));
      await terminal.waitFor('The port must be a number from 1 to 65535');
      terminal.press('ctrl-u');
      await terminal.answer(ASKS_URI, uri());
      await terminal.answer(ASKS_SENDER, 'nobody');
      await terminal.waitFor('There is no mail address in it');
      terminal.press('ctrl-u');
      terminal.press('enter');
      await start();
      expect(await terminal.exit()).toBe(0);
      expectNothingLeaked();
    });

    it.each([
      ['in quotes', () => `'${uri()}'`],
      ['as the whole line of the file', () => `SMTP_URI=${uri()}`],
      ['after a space', () => ` ${uri()}`],
      ['without a scheme', () => uri().replace('smtps://', '')],
      ['with a slash too few', () => uri().replace('://', ':/')],
      ['with a strange scheme', () => uri().replace('smtps', 'smtp2')],
      ['with the password not encoded', () => uri(PASSWORD)],
    ])('hides its password when it is pasted %s', async (_, paste) => {
      await open(['smtp', 'verify']);
      await choose(ASKS_HAVE_URI);
      await terminal.waitFor(ASKS_URI);
      terminal.type(paste());
      await terminal.waitFor(starsFor(paste()));
      expectNothingLeaked();
      expect(terminal.raw()).not.toContain(PASSWORD.slice(-6));
      terminal.press('enter');
      await terminal.waitFor(/^(✗ |\? SMTP_SENDER)/m);
      expectNothingLeaked();
    });
  });

  it('hides the line of --uri -, too', async () => {
    await open(['smtp', 'verify', '--uri', '-']);
    await terminal.waitFor(ASKS_URI);
    terminal.type(uri());
    await terminal.waitFor(starsFor(uri()));
    terminal.press('enter');
    expect(await terminal.exit()).toBe(0);
    expect(terminal.screen()).toContain('SMTP_URI from stdin');
    expectNothingLeaked();
  });

  describe('without a URI', () => {
    /** What no provider is called leaves the way on for who finds none. */
    async function chooseAnother(): Promise<void> {
      await terminal.waitFor('Who provides the mail account?');
      terminal.type('none of these');
      await terminal.waitFor(/^› Another one/m);
      terminal.press('enter');
    }

    async function build(password: string): Promise<void> {
      await choose(ASKS_HAVE_URI, 'down');
      await chooseAnother();
      await terminal.answer(/^\? Mail server/m, '127.0.0.1');
      await choose(/^\? Encryption/m);
      await terminal.waitFor('(465)');
      await terminal.answer(/^\? Port/m, `${server.port}`);
      await terminal.answer(/^\? User/m, USER);
      await terminal.waitFor(/^\? Password/m);
      terminal.type(password);
      await terminal.waitFor(/\*{10}/);
    }

    it('builds one that logs in with the very password that was typed', async () => {
      await open(['smtp', 'verify']);
      const before = server.logins.length;
      await build(PASSWORD);
      terminal.press('enter');
      await choose(ASKS_SENDER);
      await start();
      expect(await terminal.exit()).toBe(0);
      expect(server.logins.slice(before)).toEqual([{ method: 'PLAIN', user: USER, ok: true }]);
      expect(terminal.screen()).toContain(`\nSMTP_URI=${uri('***')}\nSMTP_SENDER=${USER}\n`);
      expectNothingLeaked();
    });

    it('has no key that shows the password', async () => {
      await open(['smtp', 'verify']);
      await build(PASSWORD);
      terminal.press('ctrl-t');
      terminal.press('enter');
      await terminal.waitFor(ASKS_SENDER);
      expectNothingLeaked();
      expect(terminal.screen()).not.toContain('toggle');
    });

    it('asks again for a host, a port and a password that cannot be', async () => {
      await open(['smtp', 'verify']);
      await choose(ASKS_HAVE_URI, 'down');
      await chooseAnother();
      await terminal.answer(/^\? Mail server/m, 'a b');
      await terminal.waitFor('That is not the name of a host');
      for (const wrong of ['localhost/', 'localhost?x=1', 'me@localhost', 'localhost:25']) {
        terminal.press('ctrl-u');
        await expect.poll(() => terminal.view()).not.toMatch(/^✗ /m);
        await terminal.answer(/^\? Mail server/m, wrong);
        await expect.poll(() => terminal.view()).toMatch(/^✗ /m);
      }
      terminal.press('ctrl-u');
      await terminal.answer(/^\? Mail server/m, 'localhost');
      await choose(/^\? Encryption/m, 'down');
      await terminal.waitFor('(587)');
      await terminal.answer(/^\? Port/m, '0');
      await terminal.waitFor('The port must be a number from 1 to 65535');
      for (const wrong of ['65536', '58 7', '587/', '587?x=1', ' ']) {
        terminal.press('ctrl-u');
        await expect.poll(() => terminal.view()).not.toContain('The port must be');
        await terminal.answer(/^\? Port/m, wrong);
        await terminal.waitFor(/The port must be a number from 1 to 65535$/m);
      }
      terminal.press('ctrl-u', 'enter');
      await terminal.answer(/^\? User/m, USER);
      await choose(/^\? Password/m);
      await terminal.waitFor('A value is needed here');
      await terminal.answer(/^\? Password/m, PASSWORD);
      await terminal.waitFor(ASKS_SENDER);
      expect(terminal.screen()).toMatch(/Port 587$/m);
    });
  });

  it('asks test for a recipient, and sends', async () => {
    const env = { SMTP_URI: uri(), SMTP_SENDER: USER };
    await open(['smtp', 'test'], { env });
    await terminal.answer('Send the test mail to', 'not an address');
    await terminal.waitFor('There is no mail address in it');
    terminal.press('ctrl-u');
    terminal.type('you@localhost.example');
    terminal.press('enter');
    await start({ isShown: true });
    expect(await terminal.exit()).toBe(0);
    expect(server.mails.at(-1)?.to).toEqual(['you@localhost.example']);
    expect(terminal.screen()).not.toContain('docker-compose.env:');
    expectNothingLeaked();
  });

  describe('with --interactive', () => {
    beforeAll(() =>
      writeFile(join(folder, 'docker-compose.env'), `SMTP_URI=${uri()}\nSMTP_SENDER=${USER}\n`),
    );

    it('keeps what was found on Enter, without showing the password', async () => {
      await open(['smtp', 'test', '-i', '--to', 'you@localhost.example'], { cwd: folder });
      await choose(`(Enter keeps ${uri('***')})`);
      await choose(/^\? SMTP_SENDER.* \(me@localhost\.example\)/m);
      await choose(/^\? Send the test mail to \(you@localhost\.example\)/m);
      await start({ isShown: true });
      expect(await terminal.exit()).toBe(0);
      const words = terminal.screen().replace(/\s+/g, ' ');
      expect(words).toContain('SMTP_URI from docker-compose.env:1');
      expect(words).toContain('SMTP_SENDER from docker-compose.env:2');
      expectNothingLeaked();
    });

    it('takes other answers in their place', async () => {
      await open(['smtp', 'verify', '-i'], { cwd: folder });
      const other = `${uri()}?pool=false`;
      await terminal.answer(/^\? SMTP_URI/m, other);
      await terminal.answer(ASKS_SENDER, 'other@localhost.example');
      await choose(REVIEW);
      await terminal.answer('? Write this into docker-compose.env?', 'n');
      await choose(SHOW);
      expect(await terminal.exit()).toBe(0);
      expect(terminal.screen()).toContain('SMTP_SENDER=other@localhost.example');
      expect(terminal.screen()).toMatch(/^SMTP_URI=.*pool=false$/m);
      expectNothingLeaked();
    });
  });

  it('speaks Chinese', async () => {
    await open(['smtp', 'verify'], { env: { LANG: 'zh_CN.UTF-8' } });
    await terminal.waitFor('未设置 SMTP_URI。你手头有现成的吗？');
    expect(terminal.screen()).not.toMatch(/navigate|select/);
    terminal.press('enter');
    await terminal.answer(ASKS_URI, 'http://x');
    await terminal.waitFor('必须以 smtp:// 或 smtps:// 开头');
    terminal.press('ctrl-u');
    await terminal.answer(ASKS_URI, uri());
    await choose('SMTP_SENDER，即 Tailchat 发信用的地址');
    await choose('以上内容对吗？');
    await choose('要再打印一次带密码的完整内容，以便复制吗？');
    expect(await terminal.exit()).toBe(0);
    expect(terminal.screen()).toContain('写入 docker-compose.env 的内容：');
    expect(terminal.screen()).toContain(`\nSMTP_URI=${uri('***')}\nSMTP_SENDER=${USER}\n`);
    expectNothingLeaked();
  });
});
