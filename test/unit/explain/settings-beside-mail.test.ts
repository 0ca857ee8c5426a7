import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';
import { expectNoSecret, plantPassword } from '../../helpers/run-bin.js';

const encode = (text: string) => Buffer.from(text).toString('base64');
const uri = (password: string) =>
  `smtps://me%40example.com:${encodeURIComponent(password)}@mail.example.com:465/`;

/** What people paste beside a message, with a password in it. */
const SETTINGS: readonly ((password: string) => string)[] = [
  (password) => `SMTP_URI=${uri(password)}`,
  (password) => `SMTP_URI="${uri(password)}"`,
  (password) => `    environment:\n      SMTP_URI: "${uri(password)}"`,
  (password) => `        - name: SMTP_URI\n          value: "${uri(password)}"`,
  (password) => `kind: Secret\ndata:\n  SMTP_URI: ${encode(uri(password))}`,
  (password) => `export SMTP_URI='${uri(password)}'`,
  (password) => `setx SMTP_URI "${uri(password)}"`,
  (password) => `$env:SMTP_URI = "${uri(password)}"`,
  (password) => `Password: ${password}`,
  (password) => `授权码: ${password}`,
];

/** Those in which only the words around it tell what it is. */
const TOLD_BY_WORDS: readonly ((password: string) => string)[] = [
  (password) => `| Password | ${password} |`,
  (password) => `**Password**\n${password}`,
  (password) =>
    `AUTH LOGIN\n334 VXNlcm5hbWU6\n${encode('me@example.com')}\n334 UGFzc3dvcmQ6\n${encode(password)}`,
];

const bounce = (said: string) =>
  [
    'From: MAILER-DAEMON@mx.example.com',
    'To: me@example.com',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="B"',
    '',
    '--B',
    'Content-Type: text/plain',
    '',
    `<you@example.org>: host mx.example.org[192.0.2.4] said: 550 5.1.1 no such user ${said}`,
    '',
    '--B',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.com',
    '',
    'Final-Recipient: rfc822; you@example.org',
    'Action: failed',
    'Status: 5.1.1',
    `Diagnostic-Code: smtp; 550 5.1.1 no such user ${said}`,
    '',
    '--B--',
  ].join('\n');

async function expectHidden(settings: string, said: string, password: string): Promise<void> {
  for (const lines of [
    [settings, said],
    [said, settings],
  ]) {
    const explanation = await explain(`${lines.join('\n')}\n`);
    expect(explanation.findings, lines.join('\n')).not.toHaveLength(0);
    expectNoSecret({ stdout: JSON.stringify(explanation), stderr: '' }, password);
  }
}

describe('a password in settings beside a mail', () => {
  it.each([...SETTINGS, ...TOLD_BY_WORDS])(
    'is not in the words of its server: %s',
    async (form) => {
      for (const password of [plantPassword(), 'qwmzkxhvlpjrtbcd']) {
        await expectHidden(form(password), bounce(password), password);
      }
    },
  );

  it.each(SETTINGS)('may consist of figures: %s', async (form) => {
    await expectHidden(form('19850612'), bounce('19850612'), '19850612');
  });

  it('leaves the words that replies have, and no other', async () => {
    const { findings } = await explain(`Password: ${plantPassword()}\n${bounce('k7q2 at host')}\n`);
    expect(findings[0]?.reply?.text).toContain('no such user *** at host');
  });

  it('is learnt where it stands far behind the mail', async () => {
    const password = plantPassword();
    const mail = bounce(password).replace(
      '\n--B\n',
      `\n--B\n\n${'a line of it\n'.repeat(2000)}\n--B\n`,
    );
    const said = `This is the mail system at host mx.example.com.\n\n<you@example.org>: host mx.example.org[192.0.2.4] said: 550 5.1.1 no such user ${password}\n`;
    for (const form of [...SETTINGS, (word: string) => `I use me@example.com / ${word} there`]) {
      for (const text of [mail, `${said}${'a line of it\n'.repeat(2000)}`]) {
        const explanation = await explain(`${text}\n${form(password)}\n`);
        expect(explanation.findings).not.toHaveLength(0);
        expectNoSecret({ stdout: JSON.stringify(explanation), stderr: '' }, password);
      }
    }
  });
});

describe('a password beside a reply', () => {
  it.each([...SETTINGS, TOLD_BY_WORDS[2]])('may be a date: %s', async (form) => {
    const password = '1990-12-31';
    if (form === undefined) throw new Error('no form');
    await expectHidden(
      form(password),
      `535 5.7.8 Error: authentication failed: ${password}`,
      password,
    );
  });

  it.each(SETTINGS.slice(0, 8))('may be written without its spaces: %s', async (form) => {
    const said = 'tgkqwzrvhxbnmjdp';
    await expectHidden(form('tgkq wzrv hxbn mjdp'), `550 5.7.1 rejected ${said}`, said);
  });

  it('may stand behind an address in a sentence', async () => {
    const password = 'Abc123';
    const reply = `550 5.7.1 <a@example.com>: Sender address rejected: ${password} not allowed`;
    await expectHidden(`I use me@example.com / ${password}`, reply, password);
  });
});

describe('a password of a word, a sign and a year', () => {
  it.each(SETTINGS)('is not shown in a reply about the sender: %s', async (form) => {
    const password = 'Tailchat@2024';
    const reply = `553 Mail from must equal authorized user ${password}`;
    await expectHidden(form(password), reply, password);
  });
});

describe('a password of figures or single letters', () => {
  it.each([
    ['my password is 1990-12-31', '1990-12-31'],
    ['SMTP_URI="smtps://me:19.85.06.12@mail.example.com:465/"', '19.85.06.12'],
    ['I log in as me@example.com with 1990-12-31', '1990-12-31'],
    ['| Password | 19850612 |', '19850612'],
    ['**Password**\n19.85.06.123', '19.85.06.123'],
    ['授权码用的是 1990-12-31 试过了', '1990-12-31'],
    ['SMTP_PASS=a,b,c,9', 'a,b,c,9'],
    ['SMTP_URI="smtps://me:a,b,c,9@mail.example.com:465/"', 'a,b,c,9'],
    ['my settings: mail.example.com, 465, me@example.com, Abc123', 'Abc123'],
  ])('is in no reply: %s', async (settings, password) => {
    for (const said of [
      `535 5.7.8 failed: ${password}\n`,
      `550 5.7.1 rejected: ${password} refused\n`,
    ]) {
      await expectHidden(settings, said, password);
    }
  });
});
