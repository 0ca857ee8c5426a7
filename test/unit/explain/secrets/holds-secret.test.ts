import { describe, expect, it } from 'vitest';
import { explain } from '../../../../src/index.js';

/** Passwords in the shape of what replies consist of: dates, times, numbers, addresses, hosts, versions, words between signs. */
const SHAPES = [
  ...[
    '1990-12-31',
    '19.85.06.12',
    '12:34:56',
    '2031/12/24',
    '198.51.100.77',
    '19850612',
    'v1.22.333',
  ],
  ...[
    'p@ss.w0rd.com',
    'k1te.lynx.com',
    'user@home',
    'a,b,c,9',
    'x|y|7z',
    'kiteliness',
    'p&auml;ss&szlig;99',
  ],
];

/** Where a person writes a password, in a way that names it or not. */
const WRITTEN = [
  (pw: string) => `I log in as me@x.com with ${pw}`,
  (pw: string) => `my settings: smtp.x.com, 465, me@x.com, ${pw}`,
  (pw: string) => `The password is ${pw}, the user me@x.com.`,
  (pw: string) => `授权码用的是 ${pw} 试过了`,
  (pw: string) =>
    `    environment:\n      SMTP_URI: "smtps://me%40x.com:${encodeURIComponent(pw)}@smtp.x.com:465/"`,
  (pw: string) => `kind: Secret\ndata:\n  SMTP_PASS: ${Buffer.from(pw).toString('base64')}`,
  (pw: string) =>
    `AUTH LOGIN\n334 VXNlcm5hbWU6\n${Buffer.from('me').toString('base64')}\n334 UGFzc3dvcmQ6\n${Buffer.from(pw).toString('base64')}`,
];

const octets = (pw: string) => [...Buffer.from(pw)];

/** How a server writes what it got, beside the word itself. */
const FORMS = [
  (pw: string) => pw,
  (pw: string) =>
    octets(pw)
      .map((octet) => `\\${octet.toString(8).padStart(3, '0')}`)
      .join(''),
  (pw: string) =>
    octets(pw)
      .map((octet) => `+${octet.toString(16).toUpperCase()}`)
      .join(''),
  (pw: string) =>
    octets(pw)
      .map((octet) => `&#${octet}`)
      .join(''),
  (pw: string) => octets(pw).join(' '),
  (pw: string) =>
    octets(pw)
      .map((octet) => `=${octet.toString(16).toUpperCase()}`)
      .join('')
      .replace(/(.{9})/g, '$1=\n'),
  (pw: string) => `=?utf-8?B?${Buffer.from(pw).toString('base64')}?=`,
];

const REPLIES = [
  (echo: string) => `535 5.7.8 Error: authentication failed: ${echo}`,
  (echo: string) => `550 5.7.1 <a@x.com>: Sender address rejected: ${echo} not allowed`,
  (echo: string) => `554 5.7.1 spam (${echo}) http://x.com/?k=${echo}`,
  (echo: string) => `Error: getaddrinfo ENOTFOUND ${echo}`,
];

describe('beside what may be a password', () => {
  it.each(SHAPES)('no shape is shown for its own sake: %s', async (password) => {
    for (const written of WRITTEN) {
      for (const form of FORMS) {
        for (const reply of REPLIES) {
          const text = `${written(password)}\n\n${reply(form(password))}\n`;
          const { findings } = await explain(text);
          expect(findings).toHaveLength(1);
          const shown = JSON.stringify(findings);
          for (const secret of [password, form(password)])
            expect(shown, text).not.toContain(secret);
        }
      }
    }
  });

  it('codes and known words stay, and the pages of providers', async () => {
    const said =
      '535-5.7.8 Username and Password not accepted. For more information, go to\n535 5.7.8  https://support.google.com/mail/?p=BadCredentials';
    const { findings } = await explain(`SMTP_PASS=12:34:56\n${said}`);
    expect(findings[0]?.cause).toBe('app-password-required');
    expect(findings[0]?.reply?.text).toBe(said);
  });

  it.each([
    ['SMTP_PASS=welcome', 'welcome'],
    ['SMTP_PASS=password', 'password'],
    ["auth: { user: 'me', pass: 'Wrong' }", 'wrong'],
    ['SMTP_URI=smtps://me:service@smtp.x.com:465/', 'service'],
    ['我的密码是 service', 'Service'],
  ])(
    'a reply with a password that is one of its words is its codes alone: %s',
    async (line, word) => {
      const reply = `535 5.7.8 Error: ${word} not accepted`;
      for (const text of [`${line}\n${reply}\n`, `${reply}\n${line}\n`]) {
        const { findings } = await explain(text);
        expect(findings[0]?.reply?.text).toBe('535 5.7.8 ***');
      }
      const { findings } = await explain(`${line}\nError: getaddrinfo ENOTFOUND ${word}\n`);
      expect(findings[0]?.title).toBe('The name *** does not exist');
    },
  );

  it.each([
    ['SMTP_URI=smtps://me:kite77lynx@mail7.zebu.example:465/', 'mail7.zebu.example'],
    ['SMTP_HOST=mail7.zebu.example\nSMTP_PASS=kite77lynx', 'mail7.zebu.example'],
    ['SMTP_PASS=kite77lynx', 'smtp.163.com'],
  ])('the server of the settings is named, and one of a known provider: %s', async (line, host) => {
    const { findings } = await explain(`${line}\nError: getaddrinfo ENOTFOUND ${host}\n`);
    expect(findings[0]?.title).toContain(host);
  });

  it('another host is not', async () => {
    const text = 'SMTP_PASS=kite77lynx\nError: getaddrinfo ENOTFOUND mail7.zebu.example\n';
    const { findings } = await explain(text);
    expect(findings[0]?.title).toBe('The name *** does not exist');
  });

  it('a host and a reply are as they were where no password may stand', async () => {
    const { findings } = await explain(
      'core-1 | Error: getaddrinfo ENOTFOUND mail7.zebu.example\n550 5.1.1 <a@zebu.example> no mailbox, ref 4bX-77\n',
    );
    expect(findings.map(({ title, reply }) => reply?.text ?? title)).toEqual([
      'The name mail7.zebu.example does not exist',
      '550 5.1.1 <a@zebu.example> no mailbox, ref 4bX-77',
    ]);
  });
});
