import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../../src/safety/redactor.js';
import { MASK, Secret } from '../../../src/safety/secret.js';
import { plantPassword, secretForms } from '../../helpers/run-bin.js';

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');
const redactorOf = (password: string, user = 'me@x.org') =>
  createRedactor({ user, password: new Secret(password) });

describe('createRedactor', () => {
  const password = 'p#ss/w?rd%1';
  const redact = redactorOf(password);

  it.each([
    ['as it is', password],
    ['percent-encoded', 'p%23ss%2Fw%3Frd%251'],
    ['percent-encoded in small letters', 'p%23ss%2fw%3frd%251'],
    ['base64', base64(password)],
    ['base64 without padding', base64(password).replace(/=+$/, '')],
    ['AUTH PLAIN', base64(`\0me@x.org\0${password}`)],
    ['AUTH PLAIN with an identity', base64(`me@x.org\0me@x.org\0${password}`)],
  ])('masks the password %s', (_form, text) => {
    expect(redact(`535 bad login ${text}, sorry`)).toMatch(/^535 bad login \*\*\*=*, sorry$/);
  });

  const random = 'Ab3#Cd4"Ef5&Gh6';
  const wrapped = (text: string, end: string) => text.replace(/(.{12})/g, `$1${end}`);
  const hex = [...Buffer.from(random)].map((byte) => byte.toString(16).padStart(2, '0'));
  it.each([
    ['in capitals', random.toUpperCase()],
    ['in small letters', random.toLowerCase()],
    ['in the other case', 'aB3#cD4"eF5&gH6'],
    ['backwards', [...random].reverse().join('')],
    ['as JSON', JSON.stringify(random)],
    ['as JSON with units', 'Ab3\\u0023Cd4\\u0022Ef5\\u0026Gh6'],
    ['with escapes of C', 'Ab3\\x23Cd4\\x22Ef5\\x26Gh6'],
    ['as HTML', 'Ab3#Cd4&quot;Ef5&amp;Gh6'],
    ['as HTML with numbers', 'Ab3&#35;Cd4&#x22;Ef5&#038;Gh6'],
    ['quoted-printable', 'Ab3=23Cd4=22Ef5=26Gh6'],
    [
      'quoted-printable in small letters',
      'Ab3=23Cd4=22Ef5=26Gh6'.replace(/[Gd]/g, (l) => `=${l.charCodeAt(0).toString(16)}`),
    ],
    ['letter by letter', [...random].join(' ')],
    ['with dashes', [...random].join('-')],
    ['with NULs', [...random].join('\0')],
    ['with backspaces', [...random].join('\b')],
    ['with colours', [...random].join('\x1b[0m')],
    ['with signs that have no width', [...random].join('\u200b')],
    ['base64 of 16 bits a letter', Buffer.from(random, 'utf16le').toString('base64')],
    ['base64 twice', base64(base64(random))],
    ['xtext', 'Ab3+23Cd4+22Ef5+26Gh6'],
    ['every octet percent-encoded', hex.map((byte) => `%${byte}`).join('')],
    ['percent-encoded twice', encodeURIComponent(encodeURIComponent(random))],
    ['in part percent-encoded', 'Ab3%23Cd4"Ef5%26Gh6'],
    ['in hexadecimal', hex.join('')],
    ['in hexadecimal with colons', hex.join(':')],
    ['as octets of a program', hex.map((byte) => `0x${byte}`).join(',')],
    ['as code points of JavaScript', hex.map((byte) => `\\u{${byte}}`).join('')],
    ['as HTML without semicolons', hex.map((byte) => `&#${Number.parseInt(byte, 16)}`).join('')],
    ['cut short', random.slice(0, 10)],
    ['without its beginning', random.slice(4)],
    ['wrapped', wrapped(random.repeat(2), '\n')],
    ['wrapped over the lines of a reply', wrapped(base64(`me@x.org:${random}`), '\r\n535-')],
    ['in base64 of a URI', base64(`smtps://me:${random}@mail.example:465`)],
    ['in base64 for URLs', Buffer.from(`>>>???${random}`).toString('base64url')],
    ['in base64 of a line of LOGIN', base64(`${random}\r\n`)],
    ['in base64 behind other letters', `pass${base64(random)}`],
  ])('masks a password %s', (_form, text) => {
    const clean = redactorOf(random)(`535 5.7.8 no: ${text}, sorry`);
    expect(clean).toMatch(/^535 5\.7\.8 no: /);
    expect(clean).toContain(MASK);
    const letters = clean.replace(/^535 5\.7\.8 no: |, sorry$/g, '').replaceAll(MASK, '');
    // No six characters of it in a row are left, in whatever form.
    for (let at = 0; at + 6 <= text.length; at += 1) {
      expect(letters).not.toContain(text.slice(at, at + 6));
    }
  });

  it.each([
    ['cut short', '535 5.7.8 bad HunterZe...'],
    ['cut short in small letters', '535 5.7.8 bad hunterze...'],
    ['without its beginning', '535 bad ...raFoxes'],
    ['cut short in base64', `535 bad ${base64('HunterZe')}`],
    ['from its middle in base64', `535 bad ${base64('erZebra')}`],
    ['in pieces over lines', '535-Hun\r\n535-terZ\r\n535 ebraF'],
    ['in pieces behind statuses', '535-5.7.8 Hun\r\n535-5.7.8 terZ\r\n535 5.7.8 ebraFo'],
  ])('masks a part of a password of plain letters: %s', (_how, text) => {
    const clean = redactorOf('HunterZebraFoxes')(text);
    expect(clean).toContain(MASK);
    expect(clean).not.toMatch(/hunt|zebr|foxes|terZ|ebra/i);
    expect(clean).not.toContain(base64('HunterZe').slice(0, 8));
    expect(clean).not.toContain(base64('erZebra').slice(0, 8));
  });

  it('leaves alone what a login and a reply say for themselves', () => {
    const redactWords = redactorOf('Authentication-hunters.example', 'me@hunters.example');
    for (const text of [
      '535 5.7.8 Authentication failed for me@hunters.example',
      '334 UGFzc3dvcmQ6',
      '535 authentication credentials invalid',
    ])
      expect(redactWords(text)).toBe(text);
  });

  it.each([
    ['in threes', '535 Hy8-tRf-VbN-m3p-LqW'],
    ['in twos, without its beginning', '535 5.7.8 8t Rf Vb Nm 3p Lq W'],
    ['in two groups', '535 5.7.8 Hy8t RfVb'],
    ['over lines', '535-5.7.8 Hy8tR\r\n535 5.7.8 fVbNm'],
  ])('masks groups that are cut short: %s', (_how, text) => {
    const clean = redactorOf('Hy8tRfVbNm3pLqWz')(text);
    expect(clean).toContain(MASK);
    expect(clean.replace(/[^A-Za-z\d]/g, '')).not.toMatch(/Hy8|8tR|RfV|VbN|Nm3|m3p|pLq|LqW/);
  });

  // Forms of letters beyond ASCII, of which each is several octets.
  it.each([
    ['as quoted-printable', 'Gr=C3=BC=C3=9Fe2024'],
    ['as xtext', 'Gr+C3+BC+C3+9Fe2024'],
    ['as escaped octets', String.raw`Gr\xc3\xbc\xc3\x9fe2024`],
    ['as octal octets', String.raw`Gr\303\274\303\237e2024`],
    ['as decimal octets', '71, 114, 195, 188, 195, 159, 101, 50, 48, 50, 52'],
    ['with its marks apart', 'Grüße2024'.normalize('NFD')],
    ['as its octets look in Latin-1', Buffer.from('Grüße2024').toString('latin1')],
    ['as an encoded word', '=?utf-8?Q?Gr=C3=BC=C3=9Fe2024?='],
  ])('masks letters beyond ASCII %s', (_how, text) => {
    const clean = redactorOf('Grüße2024')(`535 5.7.8 no: ${text}, sorry`);
    expect(clean).toMatch(/^535 5\.7\.8 no: \S*\*\*\*\S*, sorry$/);
    expect(clean).not.toMatch(/Gr|2024|50, 48/);
  });

  it.each([
    ['in octets with dashes', '48-79-38-74-51-32-6d-5a-37-77'],
    ['in octets with commas', '48, 79, 38, 74, 51, 32, 6d, 5a, 37, 77'],
    ['beside a letter that becomes two in small ones', 'GİRİŞ: HY8TQ2MZ7W'],
    ['in part beside such a letter', 'GİRİŞ: Hy8tQ2mZ'],
    ['in groups beside such a letter', 'GİRİŞ: Hy8t Q2mZ 7w'],
  ])('masks a password %s', (_how, text) => {
    const clean = redactorOf('Hy8tQ2mZ7w')(`535 5.7.8 ${text}`);
    expect(clean).toMatch(/^535 5\.7\.8 (?:GİRİŞ: )?\*\*\*(?: \*\*\*)*$/);
  });

  it('masks a tab that is escaped', () => {
    expect(redactorOf('Hy8tQ\t2mZ7w')(String.raw`535 "Hy8tQ\t2mZ7w"`)).toBe('535 "***"');
  });

  it('masks the app password of Gmail in an encoded word', () => {
    const word = '=?utf-8?Q?=74=67=6B=71_=77=7A=72=76_=68=78=62=6E_=6D=6A=64=70?=';
    expect(redactorOf('tgkq wzrv hxbn mjdp')(`535 ${word}`)).toBe('535 ***');
  });

  it('masks groups of plain letters that are cut short', () => {
    expect(redactorOf('zebrafoxesrun')('550 zeb-raf-oxe')).toBe('550 ***');
    expect(redactorOf('correcthorsebattery')('550 correct horse')).toBe('550 correct horse');
  });

  it('leaves the words of a reply alone that a password has, too', () => {
    const redactWords = redactorOf('Wrong-password-2024x');
    expect(redactWords('535 wrong password, please log in')).toBe(
      '535 wrong password, please log in',
    );
  });

  it('masks it wherever it stands, and every time', () => {
    expect(redact(`${password}${password} x ${password}\n${password}`)).toBe(
      `${MASK}${MASK} x ${MASK}\n${MASK}`,
    );
  });

  it('masks the longer form where one form holds another', () => {
    const redactWord = redactorOf('word');
    expect(redactWord('word')).toBe(MASK);
    expect(redactWord(base64('\0me@x.org\0word'))).toBe(MASK);
  });

  it('masks a password with a space, a control character or other letters', () => {
    for (const word of [
      'a b c d',
      'a\tbcd',
      'pässwörd',
      '密码密码',
      '👋👋👋',
      '$&$1$$',
      '\\d+.*',
    ]) {
      expect(redactorOf(word)(`<${word}>`)).toBe(`<${MASK}>`);
    }
  });

  it('leaves other text alone', () => {
    expect(redact('250 2.0.0 Ok')).toBe('250 2.0.0 Ok');
  });

  it('strips control characters too', () => {
    expect(redact(`\x1b[31m${password}\x07`)).toBe(`\ufffd[31m${MASK}\ufffd`);
  });

  it('masks no password of three characters: it stands in any text', () => {
    expect(redactorOf('250')('250 Ok\x07')).toBe('250 Ok\ufffd');
    expect(redactorOf('2500')('2500')).toBe(MASK);
  });

  it('works without a password', () => {
    expect(createRedactor({})('250 Ok\x1b')).toBe('250 Ok\ufffd');
    expect(createRedactor({ user: 'me' })('me')).toBe('me');
  });

  it('masks every form that the tests for leaks look for', () => {
    for (let count = 0; count < 50; count += 1) {
      const planted = plantPassword();
      const redactPlanted = redactorOf(planted, 'me');
      const [plain = '', ...others] = secretForms(planted, 'me').filter(
        (form) =>
          // Parts of it are no form that it travels in.
          [planted, encodeURIComponent(planted)].includes(form) || !planted.includes(form),
      );
      for (const form of [plain, ...others]) {
        expect(redactPlanted(`x ${form} y`)).not.toContain(form);
      }
    }
  });

  it('is quick on a large reply', () => {
    const start = performance.now();
    redact(`${password} `.repeat(20_000));
    redact(' '.repeat(250_000));
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('masks the whole word around a short password, which the rest would spell', () => {
    const redact = createRedactor({ password: new Secret('mail') });
    expect(redact('550 invalid mailbox, webmail')).toBe('550 invalid ***, ***');
    expect(redact('邮箱mail不存在')).toBe('邮箱***不存在');
  });
});
