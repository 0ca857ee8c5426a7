import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairUri as repair } from '../../../../src/settings/uri/repair-uri.js';
import { withoutEnds } from '../../../../src/settings/uri/server-reading.js';
import { parseSmtpUri } from '../../../../src/settings/uri/smtp-uri.js';
import { serverOptionsOf } from '../../../helpers/server-nodemailer.js';

/** One that can be used is not asked about. */
const repairUri = (value: string) =>
  parseSmtpUri(value).ok ? withoutEnds(value) : repair(value)?.value.reveal();

const HOST = 'smtp.x.org';
const RIGHT = `smtps://me:p%23w@${HOST}:465/`;

describe('a damaged URI', () => {
  it.each([
    ['a number sign', `smtps://me:p#w@${HOST}:465/`, RIGHT],
    ['a slash', `smtps://me:p/w@${HOST}`, `smtps://me:p%2Fw@${HOST}`],
    ['a question mark', `smtps://me:p?w@${HOST}`, `smtps://me:p%3Fw@${HOST}`],
    ['a backslash', `smtps://me:p\\w@${HOST}`, `smtps://me:p%5Cw@${HOST}`],
    ['a bare %', `smtps://me:p%w@${HOST}`, `smtps://me:p%25w@${HOST}`],
    [
      'a bare % beside what looks encoded',
      `smtps://me:p%w%41@${HOST}`,
      `smtps://me:p%25w%2541@${HOST}`,
    ],
    [
      'what is encoded already',
      `smtps://me%40x.org:p%23#w@${HOST}`,
      `smtps://me%40x.org:p%23%23w@${HOST}`,
    ],
    ['an @ in the user', `smtps://me@x.org:p#w@${HOST}`, `smtps://me%40x.org:p%23w@${HOST}`],
    [
      'an @ and a slash in the password',
      `smtps://me:p@q/w@${HOST}`,
      `smtps://me:p%40q%2Fw@${HOST}`,
    ],
    ['quotes', `"${RIGHT}"`, RIGHT],
    ['one quote', `${RIGHT}'`, RIGHT],
    ['smart quotes', `“${RIGHT}”`, RIGHT],
    ['quotes and a semicolon', `"${RIGHT}";`, RIGHT],
    ['backslashes before quotes', `\\"${RIGHT}\\"`, RIGHT],
    ['white space', `  ${RIGHT}\t`, RIGHT],
    ['a no-break space', `\u00a0${RIGHT}\u00a0`, RIGHT],
    ['a zero-width space', `${RIGHT.slice(0, -1)}\u200b`, RIGHT.slice(0, -1)],
    ['a line break', `${RIGHT}\r\n`, RIGHT],
    ['a line break inside', `smtps://me:p%23w@smtp.\nx.org:465/`, RIGHT],
    ['a comma', `${RIGHT.slice(0, -1)},`, RIGHT.slice(0, -1)],
    ['no scheme and port 465', `me:p%23w@${HOST}:465/`, RIGHT],
    ['no scheme and port 587', `${HOST}:587`, `smtp://${HOST}:587`],
    ['no scheme and no port', `me:pw@${HOST}`, `smtps://me:pw@${HOST}`],
    ['one slash', `smtps:/me:pw@${HOST}`, `smtps://me:pw@${HOST}`],
    ['no colon', `smtps//me:pw@${HOST}`, `smtps://me:pw@${HOST}`],
    ['letters in each other’s place', `stmps://me:pw@${HOST}`, `smtps://me:pw@${HOST}`],
    ['a web address', `https://me:pw@${HOST}`, `smtps://me:pw@${HOST}`],
    ['full-width characters', `smtps：／／me:pw＠smtp．x.org：465`, `smtps://me:pw@${HOST}:465`],
    ['the variable’s name before it', `SMTP_URI=${RIGHT}`, RIGHT],
    ['quotes and a note', `"${RIGHT}" # mail`, RIGHT],
    ['single quotes and a note', `'${RIGHT}' # "mail"`, RIGHT],
    ['quotes, a semicolon and a note', `"${RIGHT}"; // mail`, RIGHT],
    ['quotes, no slash and a note', `"smtps://me:pw@${HOST}" # mail`, `smtps://me:pw@${HOST}`],
    [
      'quotes, an @ in the user and a note',
      `"smtps://me@y.org:pw@${HOST}:465" # mail`,
      `smtps://me%40y.org:pw@${HOST}:465`,
    ],
    ['quotes, options and a note', `"${RIGHT}?pool=1" # mail`, `${RIGHT}?pool=1`],
    ['quotes and a note with an address', `"${RIGHT}" # ask bob@y.org`, RIGHT],
    ['quotes, a number sign and a note', `"smtps://me:p#w@${HOST}:465/" # mail`, RIGHT],
    ['a quote and a note without a space', `"${RIGHT}"#mail`, RIGHT],
    // Text behind a whole URI is no password, and what it names is no server.
    ['a literal line end and a setting', `${RIGHT}\\nSMTP_SENDER=bob@y.org`, RIGHT],
    ['a line end and a setting', `${RIGHT}\nSMTP_SENDER=bob@y.org`, RIGHT],
    ['a space and a setting', `${RIGHT} SMTP_SENDER=bob@y.org`, RIGHT],
    ['a setting, glued', `${RIGHT}SMTP_SENDER=bob@y.org`, RIGHT],
    [
      'a setting and no port',
      `smtps://me:pw@${HOST}\\nSMTP_SENDER=b@y.org`,
      `smtps://me:pw@${HOST}`,
    ],
    ['a setting and options', `${RIGHT}?pool=1,SMTP_SENDER=b@y.org`, `${RIGHT}?pool=1`],
    ['a second URI', `${RIGHT},smtps://a:b@smtp.y.org:465/`, RIGHT],
    [
      'a second URI, no slash',
      `smtps://me:pw@${HOST}:465,smtps://a:b@smtp.y.org:465`,
      `smtps://me:pw@${HOST}:465`,
    ],
    ['an address behind a space', `${RIGHT} bob@y.org`, RIGHT],
    ['an address in a note', `${RIGHT} # ask bob@y.org`, RIGHT],
    [
      'a slash in the password, and a setting',
      `smtps://me:p/w@${HOST}:465/\\nSMTP_SENDER=b@y.org`,
      `smtps://me:p%2Fw@${HOST}:465/`,
    ],
    [
      'host, port, user and password in a row',
      `${HOST}:465:bob@y.org:Pw9`,
      `smtps://bob%40y.org:Pw9@${HOST}:465/`,
    ],
    [
      'the same and a scheme',
      `smtps://${HOST}:465:bob@y.org:Pw9`,
      `smtps://bob%40y.org:Pw9@${HOST}:465/`,
    ],
    ['port 0', `smtps://me:pw@${HOST}:0`, `smtps://me:pw@${HOST}`],
    ['a port of letters', `smtps://me:pw@${HOST}:ssl/`, `smtps://me:pw@${HOST}/`],
  ])('with %s', (_name, damaged, right) => {
    expect(repairUri(damaged)).toBe(right);
  });

  it.each([
    '',
    '   ',
    'password',
    'smtps://<username>:<password>@smtp.qq.com/',
    'smtps://me:p#w',
    'smtps://',
    'smtps://me@smtp.x.org',
    'me pw smtp.x.org',
    'smtps://me:pw',
    'smtps://smtp.x.org@me:pw',
    'see smtps://me:pw@smtp.x.org',
    // The password may go on behind the first host, or not.
    'smtps://me:pw@smtp.x.org/bob@y.org',
    'smtps://me:pw@smtp.x.org:465/bob@y.org',
    'smtps://me:p@ss.word/x@smtp.x.org:465/',
    // The server stands first, and another host behind the user.
    'smtp.x.org:bob@y.org:Pw9',
    'smtp.x.org:465:Pw9:bob@y.org',
    'smtps://smtp.x.org:465/bob@y.org:Pw9',
    'smtp.x.org:465/bob@y.org',
    'x.org:465:bob@y.org/Pw9',
  ])('that nobody can guess stays: %j', (value) => {
    expect(repairUri(value)).toBeUndefined();
  });
});

const user = fc.constantFrom('me', 'me@x.org', 'a.b+c', '用户@x.org');
const password = fc
  .array(fc.constantFrom(...'abcXYZ019#/?\\@:+&^ $!*();=~,._-"\'`<>{}|[]密é'), {
    minLength: 2,
    maxLength: 14,
  })
  .map((characters) => characters.join(''));

describe('any login', () => {
  it('that is written as it stands gets its meaning back', () => {
    fc.assert(
      fc.property(user, password, (name, secret) => {
        const repaired = repairUri(`smtps://${name}:${secret}@${HOST}:465/`);
        // Only a password that is a placeholder, a mask, or that holds a host, is not taken for one.
        if (repaired === undefined) {
          expect(secret).toMatch(/^<[^<>@]*>$|^\*{3,}$|@[^@]*\.[^@]{2}/);
          return;
        }
        const expected = { host: HOST, port: 465, auth: { user: name, pass: secret } };
        expect(serverOptionsOf(repaired)).toMatchObject(expected);
      }),
      { numRuns: 4000 },
    );
  });

  it('that is right but for what stands around it is not changed', () => {
    fc.assert(
      fc.property(user, password, (name, secret) => {
        const login = `${encodeURIComponent(name)}:${encodeURIComponent(secret)}`;
        const uri = `smtps://${login}@${HOST}:465/`;
        expect([uri.replaceAll("'", '%27'), undefined]).toContain(repairUri(`"${uri}"; `));
      }),
      { numRuns: 2000 },
    );
  });

  it('ends for any text, with a URI that can be used or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const repaired = repairUri(text);
        if (repaired !== undefined) expect(parseSmtpUri(repaired).ok).toBe(true);
      }),
      { numRuns: 4000 },
    );
    const start = performance.now();
    for (const piece of ['@', '"', '%', ' ', '@a', ':', 'a.'])
      repairUri(`smtps://${piece.repeat(20_000)}`);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
