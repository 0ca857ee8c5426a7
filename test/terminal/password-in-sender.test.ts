import { afterEach, describe, expect, it } from 'vitest';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { openTerminal, type Terminal } from '../helpers/terminal.js';

describe('a sender that contains the password', () => {
  let terminal: Terminal;
  afterEach(() => terminal.close());
  const password = plantPassword().replace(/\W.*/s, '').toLowerCase();
  const SMTP_URI = `smtps://me:${password}@mail.example.com:465/`;

  it('is masked once it is answered', async () => {
    terminal = await openTerminal(['smtp', 'verify', '--offline', '-i'], { env: { SMTP_URI } });
    await terminal.waitFor(/^\? SMTP_URI/m);
    terminal.press('enter');
    await terminal.waitFor(/^\? SMTP_SENDER/m);
    terminal.type(`${password} <a@example.com>`);
    terminal.press('enter');
    await terminal.waitFor('Is this right?');
    expect(terminal.view()).toMatch(/✓ SMTP_SENDER[^✓]*\*\*\* <a@example\.com>\s+SMTP_URI/);
    expectNoSecret({ stdout: terminal.view(), stderr: '' }, password);
  });

  it('is masked as the default, and stays what it is on Enter', async () => {
    const env = { SMTP_URI, SMTP_SENDER: `a@${password}.test` };
    terminal = await openTerminal(['smtp', 'verify', '--offline', '-i'], { env });
    await terminal.waitFor(/^\? SMTP_URI/m);
    terminal.press('enter');
    await terminal.waitFor(/^\? SMTP_SENDER.*a@\*\*\*\.test/m);
    terminal.press('enter');
    await terminal.waitFor('Is this right?');
    terminal.press('enter');
    await terminal.waitFor('sender-unlikely');
    expectNoSecret({ stdout: terminal.screen(), stderr: terminal.raw() }, password);
  });
});
