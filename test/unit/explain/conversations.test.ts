import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';

const HELLO = '220 smtp.example.com ESMTP\nEHLO me\n250-smtp.example.com\n250 AUTH LOGIN PLAIN\n';
const LOGIN = 'AUTH LOGIN\n334 VXNlcm5hbWU6\nbWU=\n334 UGFzc3dvcmQ6\nc2VjcmV0\n';

const told = async (text: string) =>
  (await explain(text)).findings.map(({ cause, step }) => [cause, step]);

/** The conversation as a program shows it. */
const FORMS: [string, (text: string) => string][] = [
  ['typed by hand', (text) => text],
  ['with marks', (text) => text.replace(/^(?=\d{3}[ -])/gm, 'S: ').replace(/^(?!S: |$)/gm, 'C: ')],
  [
    "of nodemailer's",
    (text) =>
      text
        .replace(/^(?=\d{3}[ -])/gm, '[2026-11-28 10:00:00] DEBUG [ab12] S: ')
        .replace(/^(?!\[|$)/gm, '[2026-11-28 10:00:00] DEBUG [ab12] C: '),
  ],
];

describe.each(FORMS)('a conversation %s', (_, form) => {
  it.each([
    ['535 Authentication failed', 'auth-failed', 'auth'],
    ['535 Incorrect authentication data', 'auth-failed', 'auth'],
  ])('tells a refused login behind another refusal: %s', async (reply, cause, step) => {
    const sender = 'MAIL FROM:<me@example.com>\n550 5.7.1 Sender rejected\nRSET\n250 ok\n';
    for (const login of [LOGIN, 'AUTH PLAIN AGZvbwBiYXI=\n']) {
      const all = await told(form(`${HELLO}${sender}${login}${reply}\n`));
      expect(all).toEqual([
        ['sender-rejected', 'mail-from'],
        [cause, step],
      ]);
    }
  });

  it('tells a recipient without a code of its own behind a refused login', async () => {
    const text = `${HELLO}${LOGIN}535 5.7.8 Authentication failed\nRCPT TO:<you@example.org>\n550 No such user here\n`;
    expect(await told(form(text))).toEqual([
      ['auth-failed', 'auth'],
      ['recipient-unknown', 'rcpt-to'],
    ]);
  });
});

it('takes no number for a reply that stands far from a command', async () => {
  const rest = 'all is well\n'.repeat(6);
  const text = `${HELLO}MAIL FROM:<me@example.com>\n550 5.7.1 Sender rejected\n${rest}550 reasons to log in\n`;
  expect(await told(text)).toEqual([['sender-rejected', 'mail-from']]);
});
