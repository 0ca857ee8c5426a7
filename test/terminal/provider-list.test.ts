import { afterEach, describe, expect, it } from 'vitest';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { openTerminal, type Terminal } from '../helpers/terminal.js';

describe('the list of providers', () => {
  let terminal: Terminal;
  afterEach(() => terminal.close());

  it.each([
    ['gmail.com', 'Gmail', 'smtp.gmail.com:465'],
    ['me@foxmail.com', 'QQ Mail', 'smtp.qq.com:465'],
    ['qq', 'QQ Mail', 'smtp.qq.com:465'],
  ])('finds a provider by %s', async (typed, name, server) => {
    terminal = await openTerminal(['smtp', 'verify', '--offline', '--show-secrets'], {
      ...{ cols: 160, rows: 50 },
    });
    await terminal.waitFor('SMTP_URI is not set');
    terminal.press('down', 'enter');
    await terminal.waitFor('Who provides the mail account?');
    await terminal.waitFor(/^ Mailboxes$/m);
    terminal.type(typed);
    await terminal.waitFor(new RegExp(`^› ${name.replace(/[.()]/g, '.')}`, 'm'));
    terminal.press('enter');
    if (name === 'Gmail') {
      // Gmail takes whole addresses alone.
      await terminal.answer(/^\? User \(most providers want the full address\)/m, 'me');
      await terminal.waitFor('✗ That is not a mail address');
      terminal.press('ctrl-u');
    }
    await terminal.answer(/^\? User/m, 'me@x.org');
    await terminal.answer(/^\? Password/m, 'p');
    await terminal.answer(/^\? SMTP_SENDER/m, '');
    await terminal.answer(/^\? Is this right/m, '');
    expect(await terminal.exit()).toBe(0);
    expect(terminal.screen()).toContain(`:p@${server}/`);
  });

  it('asks again where the chosen one takes no password, and says so', async () => {
    terminal = await openTerminal(['smtp', 'verify', '--offline'], { cols: 160, rows: 50 });
    await terminal.waitFor('SMTP_URI is not set');
    terminal.press('down', 'enter');
    await terminal.waitFor(/^ Mailboxes$/m);
    terminal.type('hotmail');
    await terminal.waitFor(/^› Outlook\.com: no password works/m);
    terminal.press('enter');
    await terminal.waitFor(/Outlook\.com: no password works[\s\S]*^\? Who provides/m);
  });

  it.each([
    ['gmail\r', 'Gmail', /smtp\.gmail\.com/],
    ['me@foxmail.com\r', 'QQ Mail', /smtp\.qq\.com/],
    ['127.0.0.1\r', 'Another one', /^\? Mail server \(host\)/m],
  ])('takes what it shows where Enter comes with what is typed: %j', async (typed, name, then) => {
    terminal = await openTerminal(['smtp', 'verify', '--offline', '--show-secrets'], {
      ...{ cols: 160, rows: 50 },
    });
    await terminal.waitFor('SMTP_URI is not set');
    terminal.press('down', 'enter');
    await terminal.waitFor(/^ Mailboxes$/m);
    terminal.type(typed);
    await terminal.waitFor(new RegExp(`Who provides the mail account\\? .*${name}`));
    if (name === 'Another one') {
      await terminal.waitFor(then);
      return;
    }
    await terminal.answer(/^\? User/m, 'me@x.org');
    await terminal.answer(/^\? Password/m, 'p');
    await terminal.answer(/^\? SMTP_SENDER/m, '');
    await terminal.answer(/^\? Is this right/m, '');
    expect(await terminal.exit()).toBe(0);
    expect(terminal.screen()).toMatch(then);
  });

  it.each([
    ['a URI', (password: string) => `smtps://me%40x.org:${password}@smtp.example.com:465`],
    ['one of a known host', (password: string) => `smtps://me:${password}@smtp.gmail.com`],
    ['a login', (password: string) => `me@gmail.com:${password}`],
    ['a password', (password: string) => password],
  ])('shows nothing of what is pasted at its question: %s', async (_, form) => {
    const password = encodeURIComponent(plantPassword());
    terminal = await openTerminal(['smtp', 'verify', '--offline'], { cols: 160, rows: 50 });
    await terminal.waitFor('SMTP_URI is not set');
    terminal.press('down', 'enter');
    await terminal.waitFor(/^ Mailboxes$/m);
    const typed = form(password);
    terminal.type(typed);
    await terminal.waitFor(
      new RegExp(`Who provides the mail account\\? \\*{${typed.length}}$`, 'm'),
    );
    expectNoSecret({ stdout: terminal.screen(), stderr: terminal.raw() }, password);
  });

  it.each([
    [60, 20, 'en', 'Who provides the mail account?'],
    [60, 20, 'zh-CN', '用的是哪家的邮箱？'],
    [40, 10, 'en', 'Who provides the mail account?'],
    [24, 12, 'zh-CN', '用的是哪家的邮箱？'],
    [200, 60, 'en', 'Who provides the mail account?'],
  ])(
    'keeps the question in view in %i columns and %i rows (%s)',
    async (cols, rows, lang, text) => {
      terminal = await openTerminal(['smtp', 'verify', '--lang', lang], { cols, rows });
      await terminal.waitFor('SMTP_URI');
      terminal.press('down', 'enter');
      const seen = () => terminal.view().replace(/\s+/g, '');
      const question = text.replace(/\s+/g, '');
      await terminal.waitFor(new RegExp([...question].join('\\s*').replaceAll('?', '\\?')));
      const chosen = () => /^\s*›.*/m.exec(terminal.view())?.[0];
      await expect.poll(chosen).toBeDefined();
      for (let step = 0; step < 8; step += 1) {
        const before = chosen();
        expect(seen()).toContain(question);
        expect(before).toBeDefined();
        terminal.press('down');
        await expect.poll(chosen).not.toBe(before);
      }
      const shown = terminal.view();
      expect(shown.split('\n').length).toBeLessThanOrEqual(rows);
      const list = shown.split('\n').slice(shown.split('\n').findIndex((line) => /^\?/.test(line)));
      expect(list.length).toBeLessThanOrEqual(26);
    },
  );
});
