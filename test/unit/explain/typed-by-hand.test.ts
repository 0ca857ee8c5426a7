import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';

const TELNET = "Trying 192.0.2.1...\nConnected to mx.example.com.\nEscape character is '^]'.\n";
const GREETING = '220 mx.example.com ESMTP\n';

const found = async (text: string) => (await explain(text)).findings;
const told = async (text: string) => (await found(text)).map(({ cause, line }) => [cause, line]);

describe('an order that was typed by hand', () => {
  it.each([
    ['an unknown word', `${GREETING}help me\n502 5.5.2 Error: command not recognized\n`],
    ['a misspelt word', `${TELNET}${GREETING}HELLO me\n500 5.5.1 Command unrecognized\n`],
    [
      'a form',
      `${GREETING}ehlo me\n250 mx\nmail from: me\n501 5.5.4 Syntax: MAIL FROM:<address>\n`,
    ],
    ['the order', `${GREETING}ehlo me\n250 mx\nrcpt to:<a@b.cn>\n503 5.5.1 need MAIL command\n`],
    [
      'text that is not encoded',
      `${GREETING}ehlo me\n250 mx\nauth login\n334 VXNlcm5hbWU6\nfoo\n501 5.5.2 Cannot decode\n`,
    ],
  ])('is at fault, and no setting: %s', async (_, text) => {
    const [finding, ...more] = await found(text);
    expect(more).toEqual([]);
    expect(finding?.cause).toBe('protocol-error');
    expect(finding?.title).toMatch(/typed by hand/);
    expect(finding?.nextSteps.join()).not.toMatch(/SMTP_URI/);
  });

  it('gives way to what the server said of the login', async () => {
    const text = `220 a.qq.com XMail Esmtp QQ Mail Server.\nauth login\n502 Invalid paramenters\nmail from:<a@qq.com>\n503 Error: need EHLO and AUTH first !\n`;
    const [finding, ...more] = await found(text);
    expect(more).toEqual([]);
    expect([finding?.cause, finding?.line]).toEqual(['auth-required', 5]);
    expect(finding?.title).toMatch(/^QQ Mail /);
  });

  it('is over once a command was accepted', async () => {
    const slip = `${TELNET}${GREETING}hello\n502 5.5.2 Error: command not recognized\n`;
    const text = `${slip}ehlo me\n250 mx\nmail from:<a@b.cn>\n`;
    expect(await told(`${text}250 2.1.0 Ok\n`)).toEqual([]);
    expect(await told(`${text}530 5.7.0 Authentication required\n`)).toEqual([
      ['auth-required', 10],
    ]);
  });

  it('is none where a program sent it', async () => {
    const text = `S: ${GREETING}C: EHLO me\nS: 502 5.5.2 Error: command not recognized\n`;
    const [finding] = await found(text);
    expect(finding?.cause).toBe('protocol-error');
    expect(finding?.title).not.toMatch(/typed by hand/);
  });
});
