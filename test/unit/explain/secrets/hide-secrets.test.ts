import { describe, expect, it } from 'vitest';
import { explainFiles } from '../../../../src/explain/explain-files.js';
import { explain } from '../../../../src/index.js';
import {
  CLIENT_FORMS,
  ECHOES,
  OTHER_ECHOES,
  type PasteForm,
} from '../../../helpers/paste-forms.js';
import { plantPassword } from '../../../helpers/run-bin.js';

function fail(_file: unknown, error: unknown): never {
  throw error;
}

/** What a document shows of a password: the whole, a word of it, or a usual encoding. */
function leaksIn(shown: string, password: string): string[] {
  const base64 = Buffer.from(password).toString('base64').replace(/=+$/, '');
  const words = [password, ...password.split(' '), base64, encodeURIComponent(password)];
  const backwards = [...password].reverse().join('');
  const forms = [...words, backwards, Buffer.from(password).toString('hex')];
  return forms.filter((form) => shown.toLowerCase().includes(form.toLowerCase()));
}

const PASSWORDS = [plantPassword(), 'zebrafish', 'zebra kite lynx', 'k9&z', 'Gd7(é密Hb5*Q]'];

async function expectHidden(form: PasteForm, echoes: readonly PasteForm[]): Promise<void> {
  for (const password of PASSWORDS) {
    for (const echo of echoes) {
      for (const lines of [
        [form(password), echo(password)],
        [echo(password), form(password)],
      ]) {
        const explanation = await explain(`${lines.join('\n')}\n`);
        expect(leaksIn(JSON.stringify(explanation), password), lines.join('\n')).toEqual([]);
      }
    }
  }
}

describe('words about a login', () => {
  it.each(ECHOES)('hold no password that nothing else tells of: %s', async (echo) => {
    for (const password of PASSWORDS) {
      const explanation = await explain(echo(password));
      expect(explanation.findings).toHaveLength(1);
      expect(leaksIn(JSON.stringify(explanation), password)).toEqual([]);
    }
  });

  it.each([
    '535 5.7.8 Error: authentication failed',
    '535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6',
    '535-5.7.8 Username and Password not accepted. For more information, go to\n535 5.7.8  https://support.google.com/mail/?p=BadCredentials 5b1f17b1804b1-42f344sm77315e9.7 - gsmtp',
    '535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [AM0PR02CA0001.eurprd02.prod.outlook.com 2026-01-02T03:04:05.678Z 08DE6F7B77124F67]',
    '535 Login fail. Account is abnormal, service is not open, password is incorrect, login frequency limited, or system is busy. More information at https://help.mail.qq.com/detail/108/1023',
    '535 5.7.8 Fehler: Anmeldung fehlgeschlagen, Benutzername oder Passwort falsch',
    "535 5.7.8 Échec d'authentification: identifiant ou mot de passe invalide",
    '535 5.7.8 Error de autenticación: usuario o contraseña incorrecta',
    '535 Ошибка: аутентификация не удалась, неверный пароль',
    '535 authentication failed (#5.7.1), code AUTH005 at 12:30:45 from 192.0.2.4:587',
    '535 错误：请使用授权码登录。详情请看 https://service.mail.qq.com/detail/0/75',
    '454 4.7.0 Temporary authentication failure: Connection lost to authentication server',
    '530 5.7.0 Must issue a STARTTLS command first',
  ])('stay as they are where a password cannot stand: %s', async (reply) => {
    const { findings } = await explain(reply);
    expect(findings.map((finding) => finding.reply?.text)).toEqual([reply]);
  });

  it.each([
    '535 5.7.8 z e b r a',
    '535 5.7.8 z.e.b.r.a',
    '535 5.7.8 zebra-1.9 - gsmtp',
    '535 5.7.8 see https://mail.example.com/?zebra=1',
    '535 5.7.8 mail-zebra',
    '535 5.7.8 bad AT2[SU2=zebra',
    '535 5.7.8 ｚｅｂｒａ',
    '535 5.7.8 密码zebra错误',
    '535 5.7.8 [AUTH_ZEBRA] 1234567',
  ])('hold none in other shapes: %s', async (reply) => {
    const { findings } = await explain(reply);
    expect(findings).toHaveLength(1);
    expect(JSON.stringify(findings)).not.toMatch(/z.?e.?b.?r.?a|ｚｅｂｒａ|1234567/i);
  });

  it('keep the domain of an address, and the name before a value', async () => {
    const { findings } = await explain('535 5.7.8 no zebra@mail.example.com, reason=lynx');
    expect(findings[0]?.reply?.text).toBe('535 5.7.8 no ***@mail.example.com, reason=***');
  });
});

describe('a password in any form that people paste', () => {
  it.each(CLIENT_FORMS)('is not repeated: %s', (form) =>
    expectHidden(form, [...ECHOES.slice(0, 2), ...OTHER_ECHOES]),
  );
});

describe('what a form or a command shows', () => {
  it.each([
    '$ printenv SMTP_PASS\nzebrafish77',
    '$ occ config:system:get mail_smtppassword\nzebrafish77',
    'Your app password for your device\nzebrafish77',
    '授 权 码：zebrafish77',
  ])('is no name of a host either: %s', async (lines) => {
    const found = await explain(`${lines}\nError: getaddrinfo ENOTFOUND zebrafish77\n`);
    expect(JSON.stringify(found)).not.toContain('zebrafish');
  });

  it('is a code of sixteen letters in fours, wherever it stands', async () => {
    for (const line of [
      'SMTP User me SMTP Password',
      'smtp.x.com me:',
      'I typed',
      '550 5.7.1 no',
    ]) {
      const text = `${line} qzxv wkjh plmn bvcx\n550 5.7.1 rejected qzxv wkjh plmn bvcx, qzxvwkjhplmnbvcx\n`;
      const found = JSON.stringify(await explain(text));
      expect(found).not.toMatch(/qzxv|wkjh|plmn|bvcx/);
    }
    const sentence = '550 5.7.1 this host must send mail with auth';
    const { findings } = await explain(sentence);
    expect(findings[0]?.reply?.text).toBe(sentence);
  });

  it('is hardly a host where it has capitals and figures, since programs read hosts in small letters', async () => {
    const found = await explain('Error: getaddrinfo ENOTFOUND Zebra7Lynx');
    expect(JSON.stringify(found)).not.toContain('Zebra7Lynx');
    expect(JSON.stringify(await explain('Error: getaddrinfo ENOTFOUND mail7'))).toContain('mail7');
  });
});

describe('words that are not about a login', () => {
  it.each(['kata sandi: zebrafish', 'jelszó： zebrafish', '- secure: zebrafish'])(
    'hold no value of a field, whatever its name: %s',
    async (line) => {
      const { findings } = await explain(`${line}\n550 5.7.1 zebrafish rejected\n`);
      expect(findings[0]?.reply?.text).toBe('550 5.7.1 *** rejected');
    },
  );

  it('stay as they are where a field of the paste is a number of the mail', async () => {
    const { findings } = await explain('Queue-ID: 4bXk2mZz9q\n550 5.7.1 4bXk2mZz9q rejected\n');
    expect(findings[0]?.reply?.text).toBe('550 5.7.1 4bXk2mZz9q rejected');
  });

  it.each([
    '550 5.1.1 <zebra@mail.example.com>: Recipient address rejected: User zebra unknown',
    '554 5.7.1 Message rejected by Lynxguard, ref ZEBRA-7766-kite',
    '550 SC-001 (BAY004-MC1F10) Unfortunately, messages from 192.0.2.4 were not sent',
  ])('stay as they are: %s', async (reply) => {
    const text = `core | Error: Message failed: ${reply}\ncore |   at SMTPConnection._formatError\n`;
    const { findings } = await explain(text);
    expect(findings.map((finding) => finding.reply?.text)).toEqual([reply]);
  });

  it('are known words alone where not all of a log can be learnt from', async () => {
    const long = 'core | nothing to tell of\n'.repeat(2000);
    const named = 'core | SMTP_PASS=zebrafish\n';
    for (const code of ['535 5.7.8', '550 5.7.1', '554']) {
      const failure = `core | Error: Message failed: ${code} rejected: zebrafish of a@x.org\n`;
      for (const text of [long + named + failure, failure + long + named, long + failure + named]) {
        const explanation = await explain(text);
        expect(explanation.findings).toHaveLength(1);
        expect(JSON.stringify(explanation)).not.toContain('zebrafish');
        expect(explanation.findings[0]?.reply?.text).toContain('rejected: *** of');
      }
    }
  });
});

describe('a name that is asked for', () => {
  const asked = 'Error: getaddrinfo ENOTFOUND zebrafish';

  it.each([
    'SMTP_HOST=zebrafish\nSMTP_PASS=kitelynx',
    'SMTP_URI=smtp://user:kitelynx@zebrafish:1025',
    'smtp://zebrafish:1025',
    '{"host":"zebrafish","port":25,"auth":{"user":"bob","pass":"kitelynx"}}',
    "{ host: 'zebrafish', auth: { user: 'bob', pass: 'kitelynx' } }",
    'login failed on server zebrafish',
    'swaks -s zebrafish -au bob -ap kitelynx',
    'auth: true',
  ])('is shown beside %s', async (line) => {
    const { findings } = await explain(`${line}\n${asked}\n`);
    expect(findings.map(({ title }) => title)).toEqual(['The name zebrafish does not exist']);
  });

  it.each([
    'logging in as bob zebrafish',
    'SMTP_URI=zebrafish',
    'SMTP_URI=smtps://me:p#zebrafish@mail.example.com',
    'redis://:zebrafish@db',
    'password:\nzebrafish',
    `Authorization: Basic ${Buffer.from('me:zebrafish').toString('base64')}`,
    `SMTP_URI: ${Buffer.from('smtps://me:zebrafish@mail.example.com').toString('base64')}`,
    'sendEmail -xu bob -xp zebrafish',
    'SMTP_URI=smtp://user:PA@zebrafish',
    'SMTP_URI=smtp://localhost:2525:user:PA@zebrafish',
  ])('is hidden beside %s', async (line) => {
    for (const failure of [asked, `${asked}.example.com`, '554 5.7.1 <zebrafish@x.org> refused']) {
      const explanation = await explain(`${line}\n${failure}\n`);
      expect(explanation.findings).toHaveLength(1);
      expect(JSON.stringify(explanation)).not.toContain('zebrafish');
    }
  });
});

describe('a password that another text names', () => {
  const signal = new AbortController().signal;
  const piecesOf = async function* (text: string) {
    yield Buffer.from(text);
  };
  const filesOf = async function* (texts: readonly string[]) {
    for (const [index, text] of texts.entries()) {
      yield { name: `${index}.log`, pieces: piecesOf(text) };
    }
  };

  it('is hidden in each of several files, in both orders', async () => {
    const named = 'SMTP_PASS=zebrafish\n';
    const failures = [
      '550 5.7.1 no zebrafish\n',
      '535 zebrafish\n',
      'getaddrinfo ENOTFOUND zebrafish\n',
    ];
    for (const failure of failures) {
      for (const texts of [
        [named, failure],
        [failure, named],
      ]) {
        const found = await explainFiles(filesOf(texts), { signal }, fail);
        expect(found.findings).toHaveLength(1);
        expect(JSON.stringify(found)).not.toContain('zebrafish');
      }
    }
  });

  it('is hidden in a letter, whose text returns a mail with it', async () => {
    const body = 'Your password is zebrafish now.\n';
    const letter = (diagnostic: string) =>
      [
        'From: MAILER-DAEMON@mail.example.com',
        'To: me@x.org',
        'Subject: zebrafish',
        'MIME-Version: 1.0',
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'It could not be delivered.',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; mail.example.com',
        '',
        'Final-Recipient: rfc822; bob@y.org',
        'Action: failed',
        'Status: 5.7.1',
        `Diagnostic-Code: smtp; 550 5.7.1 ${diagnostic}`,
        '--b',
        'Content-Type: message/rfc822',
        '',
        'Subject: zebrafish',
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8',
        '',
        body,
        '--b--',
        '',
      ].join('\n');
    const found = await explain([letter('spam: zebrafish in it')]);
    expect(found.findings).toHaveLength(1);
    expect(JSON.stringify(found)).not.toContain('zebrafish');
    expect(found.letters?.[0]?.subject).toBe('***');
  });

  it('does not part what was told apart by hidden words alone', async () => {
    const { findings } = await explain(
      '535 5.7.8 no login for zebra\n535 5.7.8 no login for lynx\n550 5.7.1 no zebu\n550 5.7.1 no kite\n',
    );
    expect(findings.map(({ reply }) => reply?.text)).toEqual([
      '535 5.7.8 no login for ***',
      '550 5.7.1 no zebu',
      '550 5.7.1 no kite',
    ]);
  });
});
