import { describe, expect, it } from 'vitest';
import { findCredentialOddities } from '../../../src/diagnosis/credential-oddities.js';
import { loadTexts } from '../../../src/language/index.js';
import { LANGUAGES, type Language } from '../../../src/language-codes.js';
import { findProviderOfHost } from '../../../src/providers/find.js';
import type { Provider } from '../../../src/providers/provider.js';
import type { CredentialOddity } from '../../../src/report/credential-oddity.js';
import { localizeOddities } from '../../../src/words/localize-oddities.js';
import { providerFacts } from '../../../src/words/provider-facts.js';

const USER = 'zwiebel@kraut.example';
const LETTERS = 'qwertzuiopasdfgh';
const UUID = '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';
const HEX = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const IAM_SECRET = 'qWertZuioP+asdfGhjKL/yxcvBnm1234567890QW';
const SES_PASSWORD = `BQ8+${IAM_SECRET}`;
const SES_USER = 'AKIAQWERTZUIOPASDFGH';
const SENDGRID_KEY = `SG.${'q'.repeat(22)}.${'W'.repeat(43)}`;

const UNKNOWN = 'mail.kraut.example';

function find(host: string, user: string, password: string, language: Language = 'en') {
  return localizeOddities(
    findCredentialOddities({ user, password }, findProviderOfHost(host)),
    language,
  );
}

const shape = (
  value: 'user' | 'password',
  length: number | undefined,
  expected: string | RegExp,
) => ({
  value,
  kind: 'shape',
  length,
  expected: typeof expected === 'string' ? expected : expect.stringMatching(expected),
});

const mistake = (value: 'user' | 'password', looksLike: RegExp) => ({
  value,
  kind: 'mistake',
  looksLike: expect.stringMatching(looksLike),
});

const noAddress = { value: 'user', kind: 'no-address' };
const swapped = { value: 'password', kind: 'swapped' };

/** What people put in, and what is odd about it. */
const ODD: [host: string, user: string, password: string, oddities: unknown[]][] = [
  ['smtp.qq.com', LETTERS, USER, [swapped]],
  [UNKNOWN, LETTERS, USER, [swapped]],
  ['smtp.gmail.com', USER, 'hunter2hunter2', [shape('password', 14, '16 letters')]],
  ['smtp.gmail.com', USER, 'qwer tzui opas dfg1', [shape('password', 19, '16 letters')]],
  ['smtp.gmail.com', USER, `${LETTERS}j`, [shape('password', 17, '16 letters')]],
  ['smtp.gmail.com', USER, '密码😀', [shape('password', 3, '16 letters')]],
  // So it comes out of the clipboard at times.
  [
    'smtp.gmail.com',
    USER,
    'qwer\u00a0tzui\u00a0opas\u00a0dfgh',
    [shape('password', 19, '16 letters')],
  ],
  ['smtp.gmail.com', 'zwiebel', LETTERS, [noAddress]],
  ['smtp.gmail.com', 'zwiebel', 'hunter2', [noAddress, shape('password', 7, '16 letters')]],
  ['smtp-relay.gmail.com', USER, 'hunter2', [shape('password', 7, '16 letters')]],
  ['SMTP.QQ.com.', USER, 'hunter2', [shape('password', 7, '16 letters')]],
  ['smtp.qq.com', USER, 'qwertzuiopasdfg1', [shape('password', undefined, '16 letters')]],
  ['smtp.163.com', USER, 'hunter2', [shape('password', 7, '16 letters or digits')]],
  [
    'smtp.126.com',
    USER,
    'qwertzuiopasdf_!',
    [shape('password', undefined, '16 letters or digits')],
  ],
  ['smtp.exmail.qq.com', 'zwiebel', 'hunter2', [noAddress]],
  [
    'smtp-mail.outlook.com',
    'zwiebel@hotmail.com',
    LETTERS,
    [{ value: 'password', kind: 'refused', expected: expect.stringMatching(/^no password works/) }],
  ],
  ['smtp.office365.com', 'zwiebel@hotmail.com', 'hunter2', [mistake('user', /no password works/)]],
  ['smtp.office365.com', 'zwiebel', 'hunter2', [noAddress]],
  ['smtp.office365.com', 'KRAUT\\zwiebel', 'hunter2', [noAddress]],
  ['smtp.mail.me.com', USER, 'hunter2', [shape('password', 7, /^four groups of 4 letters/)]],
  ['smtp.mail.me.com', 'zwiebel', 'qwer-tzui-opas-dfgh', [noAddress]],
  ['smtp.mail.yahoo.com', USER, 'Hunter2!Hunter2!', [shape('password', undefined, '16 letters')]],
  ['smtp.fastmail.com', USER, 'hunter2', [shape('password', 7, '16 letters and digits')]],
  [
    'email-smtp.eu-west-1.amazonaws.com',
    SES_USER,
    IAM_SECRET,
    [mistake('password', /secret access key of IAM/)],
  ],
  [
    'email-smtp.eu-west-1.amazonaws.com',
    USER,
    SES_PASSWORD.slice(1),
    [shape('user', USER.length, /AKIA/), shape('password', 43, /^44 /)],
  ],
  [
    'email-smtp.eu-west-1.amazonaws.com',
    'ASIAQWERTZUIOPASDFGH',
    SES_PASSWORD,
    [mistake('user', /temporary credentials/)],
  ],
  [
    'email-smtp.eu-west-1.amazonaws.com',
    'ses-smtp-user.20261123-101112',
    SES_PASSWORD,
    [mistake('user', /name of the IAM user/)],
  ],
  [
    'smtp.sendgrid.net',
    USER,
    SENDGRID_KEY,
    [{ value: 'user', kind: 'not-fixed', expected: 'apikey' }],
  ],
  ['smtp.sendgrid.net', 'apikey', 'q'.repeat(22), [mistake('password', /API Key ID/)]],
  ['smtp.sendgrid.net', 'apikey', 'SG.qwertz', [shape('password', 9, /./)]],
  [
    'smtp.resend.com',
    USER,
    're_qwertz',
    [{ value: 'user', kind: 'not-fixed', expected: 'resend' }],
  ],
  ['smtp.resend.com', 'resend', 'hunter2', [shape('password', 7, /re_/)]],
  [
    'smtp.sparkpostmail.com',
    USER,
    `${HEX}0f1e2d3c`,
    [{ value: 'user', kind: 'not-fixed', expected: 'SMTP_Injection' }],
  ],
  ['smtp.postmarkapp.com', USER, UUID, [mistake('user', /mail address/)]],
  ['in-v3.mailjet.com', USER, HEX, [mistake('user', /address of the account/)]],
  ['in-v3.mailjet.com', HEX, 'hunter2', [shape('password', 7, '32 hexadecimal digits')]],
  ['smtp-relay.brevo.com', 'zwiebel', 'xsmtpsib-qwertz', [shape('user', 7, 'a whole address')]],
  ['smtp-relay.brevo.com', USER, 'xkeysib-qwertz', [mistake('password', /API key/)]],
  ['smtp.mailgun.org', USER, `key-${HEX}`, [mistake('password', /API key/)]],
  ['smtp.mailersend.net', 'MS_qWertZ@kraut.example', 'mlsn.qwertz', [mistake('password', /API/)]],
  ['smtp.azurecomm.net', 'zwiebel', UUID, [mistake('password', /ID of the secret/)]],
  ['smtpdm.aliyun.com', `LTAI${LETTERS}`, 'hunter2', [mistake('user', /AccessKey ID/)]],
  ['smtp.qcloudmail.com', `AKID${LETTERS}${LETTERS}`, 'hunter2', [mistake('user', /SecretId/)]],
];

/** What is as it should be, or as far as anybody knows. */
const RIGHT: [host: string, user: string, password: string][] = [
  ['smtp.gmail.com', USER, LETTERS],
  ['smtp.gmail.com', USER, 'qwer tzui opas dfgh'],
  ['smtp.gmail.com', USER, 'QWER TZUI OPAS DFGH'],
  ['smtp.gmail.com', USER, LETTERS.toUpperCase()],
  ['smtp-relay.gmail.com', USER, 'qwer tzui opas dfgh'],
  ['smtp.qq.com', USER, LETTERS],
  ['smtp.qq.com', '10001', LETTERS],
  ['smtp.163.com', 'zwiebel', LETTERS.toUpperCase()],
  ['smtp.163.com', USER, 'QWxx12ERtz34UIop'],
  ['smtp.exmail.qq.com', USER, 'hunter2'],
  ['smtp.139.com', '13800138000', 'hunter2'],
  ['smtp.office365.com', USER, 'any password at all'],
  ['smtp.mail.me.com', USER, 'qwer-tzui-opas-dfgh'],
  ['smtp.mail.me.com', USER, LETTERS],
  ['smtp.mail.yahoo.com', USER, 'qwer tzui opas dfgh'],
  ['smtp.fastmail.com', USER, '2q3w 4e5r 6t7z 8u9i'],
  ['email-smtp.eu-west-1.amazonaws.com', SES_USER, SES_PASSWORD],
  ['smtp.sendgrid.net', 'apikey', SENDGRID_KEY],
  ['smtp.resend.com', 'resend', 're_qWertZ_123'],
  ['smtp.sparkpostmail.com', 'SMTP_Injection', `${HEX}0f1e2d3c`],
  ['smtp.postmarkapp.com', UUID, UUID],
  ['smtp.postmarkapp.com', 'PM-T-outbound-qwertz', 'hunter2'],
  ['in-v3.mailjet.com', HEX, HEX],
  ['smtp-relay.brevo.com', '1a2b3c001@smtp-brevo.com', 'xsmtpsib-qwertz'],
  ['smtp.mailgun.org', 'postmaster@mg.kraut.example', `${HEX}-0f1e2d3c-4b5a6978`],
  ['live.smtp.mailtrap.io', 'api', HEX],
  ['smtpdm.aliyun.com', USER, 'Hunter2Hunter2'],
  // Nothing is known of these.
  [UNKNOWN, 'zwiebel', 'x'],
  [UNKNOWN, USER, IAM_SECRET],
  ['127.0.0.1', 'apikey', 'SG.x'],
  ['notgmail.com', 'zwiebel', 'hunter2'],
];

const WHITE: [name: string, white: string][] = [
  ['a space', ' '],
  ['a line feed', '\n'],
  ['a carriage return', '\r\n'],
  ['a tab', '\t'],
  ['a no-break space', '\u00a0'],
  ['an ideographic space', '\u3000'],
  ['a byte order mark', '\ufeff'],
];

describe('credentials that cannot be right', () => {
  it.each(ODD)('at %s, user %s with password %s', (host, user, password, oddities) => {
    expect(find(host, user, password)).toEqual(oddities);
  });

  it.each(ODD)('are put into Chinese words too: %s, %s, %s', (host, user, password, oddities) => {
    const inChinese = find(host, user, password, 'zh-CN');
    const kinds = (found: unknown[]) => (found as CredentialOddity[]).map(({ kind }) => kind);
    expect(kinds(inChinese)).toEqual(kinds(oddities));
    for (const oddity of inChinese) {
      if (oddity.kind !== 'shape' && oddity.kind !== 'mistake') continue;
      const words = oddity.kind === 'shape' ? oddity.expected : oddity.looksLike;
      expect(words).not.toMatch(/^(a|an|the) /);
    }
  });

  it('may be a whole address where only its name is wanted', () => {
    const provider: Provider = {
      id: 'kraut',
      kind: 'mailbox',
      name: { en: 'Kraut', 'zh-CN': 'Kraut' },
      checked: '2026-11-23',
      servers: [],
      user: { form: 'name' },
    };
    const found = (user: string) => findCredentialOddities({ user, password: 'x' }, provider);
    expect(found(USER)).toEqual([{ value: 'user', kind: 'whole-address' }]);
    expect(found('zwiebel')).toEqual([]);
  });
});

describe('credentials without fault', () => {
  it.each(RIGHT)('at %s, user %s with password %s', (host, user, password) => {
    for (const language of LANGUAGES) expect(find(host, user, password, language)).toEqual([]);
  });
});

describe.each(WHITE)('%s', (_name, white) => {
  const ofUser = { value: 'user', kind: 'white-space' };
  const ofPassword = { value: 'password', kind: 'white-space' };

  it.each([UNKNOWN, 'smtp.gmail.com', 'smtp.sendgrid.net'])(
    'at either end is odd at %s',
    (host) => {
      const [user, password] = host.endsWith('.net') ? ['apikey', SENDGRID_KEY] : [USER, LETTERS];
      expect(find(host, `${white}${user}`, password)).toEqual([ofUser]);
      expect(find(host, `${user}${white}`, password)).toEqual([ofUser]);
      expect(find(host, user, `${white}${password}`)).toEqual([ofPassword]);
      expect(find(host, user, `${password}${white}`)).toEqual([ofPassword]);
      expect(find(host, `${user}${white}`, `${white}${password}`)).toEqual([ofUser, ofPassword]);
    },
  );

  it('explains what else is odd', () => {
    expect(find('smtp.gmail.com', `zwiebel${white}`, `hunter2${white}`)).toEqual([
      ofUser,
      ofPassword,
    ]);
  });

  it('in between is nobody’s fault where nothing is known', () => {
    expect(find(UNKNOWN, `zwie${white}bel`, `hun${white}ter2`)).toEqual([]);
  });
});

describe('what is told of credentials', () => {
  it.each(LANGUAGES)('never holds them, in %s', async (language) => {
    const { causes, warnings } = await loadTexts(language);
    for (const [host, user, password] of [
      ...ODD,
      [UNKNOWN, `${USER} `, ' hunter2\n'] as const,
      ['smtp.sendgrid.net', `${USER}\u00a0`, `${SENDGRID_KEY} `] as const,
    ]) {
      const provider = findProviderOfHost(host);
      const oddities = find(host, user, password, language);
      expect(oddities).not.toEqual([]);
      const facts = { host, oddities, provider: providerFacts(provider, language, 'auth-failed') };
      const told = JSON.stringify([
        oddities,
        warnings['credentials-unlikely']({ code: 'credentials-unlikely', ...facts }),
        causes['auth-failed'](facts),
        causes['app-password-required'](facts),
      ]);
      for (const value of [user, password].map((each) => each.trim())) {
        for (const form of [value, encodeURIComponent(value), btoa(encodeURIComponent(value))]) {
          if (value !== 'apikey' && value !== 'resend') expect(told).not.toContain(form);
        }
      }
      expect(told).not.toMatch(/undefined|NaN|null/);
    }
  });
});
