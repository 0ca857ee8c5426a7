import { afterEach, describe, expect, it } from 'vitest';
import { openTerminal, type Terminal } from '../helpers/terminal.js';

describe('a password that is typed at the question for', () => {
  let terminal: Terminal;
  afterEach(() => terminal.close());

  it.each([
    ['the host', 'qzkvxwjhqzkvxwjh', 'me'],
    ['the host', 'Qzk7vxWjh', 'me'],
    ['the user', 'mail.example.com', 'qzkvxwjhqzkvxwjh'],
    ['the user', 'mail.example.com', 'Qzk7vxWjh!'],
  ])('%s is seen nowhere: %s, %s', async (_question, host, user) => {
    terminal = await openTerminal(['smtp', 'verify', '--offline'], { cols: 160, rows: 50 });
    await terminal.waitFor('SMTP_URI is not set');
    terminal.press('down', 'enter');
    await terminal.waitFor(/^ Mailboxes$/m);
    terminal.type('127.0.0.1\r');
    await terminal.answer(/^\? Mail server/m, host);
    await terminal.answer(/^\? Encryption/m, '');
    await terminal.answer(/^\? Port/m, '');
    await terminal.answer(/^\? User/m, user);
    await terminal.answer(/^\? Password/m, 'p');
    await terminal.answer(/^\? SMTP_SENDER/m, 'a@x.org');
    await terminal.answer(/^\? Is this right/m, '');
    await terminal.waitFor('The settings can be read');
    expect(`${terminal.raw()}${terminal.screen()}`.toLowerCase()).not.toMatch(/qzkv|qzk7/);
  });
});
