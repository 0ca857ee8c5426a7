import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAsServer } from '../../../../src/settings/uri/server-reading.js';
import { parseSmtpUri } from '../../../../src/settings/uri/smtp-uri.js';
import { serverOptionsOf } from '../../../helpers/server-nodemailer.js';

/** What the server really does with a value, in the words of `readAsServer`. */
function serverDoes(value: string) {
  const options = serverOptionsOf(value);
  if (options === 'throws') return { does: 'throws' };
  // A newer Node refuses more.
  if (options === 'refused')
    return process.version.startsWith('v18.') ? { does: 'refuses' } : undefined;
  // Where there is no host, nodemailer takes `localhost`.
  const { host, port } = options;
  return host ? { does: 'connects', host, ...(port ? { port } : {}) } : { does: 'takes-localhost' };
}

const HOST = 'smtp.x.org';
const VALUES = [
  ` smtps://me:p@${HOST}/ `,
  `smtps://me:p@${HOST};`,
  `smtps://me:p@${HOST},`,
  `smtps://me:p@${HOST}:465,`,
  `"smtps://me:p@${HOST}"`,
  `smtps://me:p@${HOST}"`,
  `smtps://me:p#w@${HOST}`,
  `smtps://me:p/w@${HOST}`,
  `smtps://me@qq.com:p?w@${HOST}`,
  `smtps://me:p\\w@${HOST}`,
  `smtps://me:p%zw@${HOST}`,
  `${HOST}:587`,
  `me:p@${HOST}:465`,
  HOST,
  `smtps:/me:p@${HOST}`,
  `smtps//me:p@${HOST}`,
  `https://me:p@${HOST}`,
  `smtps://me:p@${HOST}:0`,
  `smtps://me:p@${HOST}:abc`,
  'smtps://me:p@',
  'smtps://me:p@[::1]:465',
  'smtps://me:p@2001:db8::1',
  'smtps://me:p@邮件.example',
  'smtps://me:p@a_b.org',
  `smtps://me:p@${HOST}.`,
  'smtps://me:p@h org',
  'smtps://me:p@h:４６５',
  'smtps://me:p@h:99999',
  'smtps://me:p@h:465.0',
  'smtps://me:p@h。org:465/',
  'smtps://me:p@127。0。0。1:465/',
  'smtp://me:p@h:25\nSMTP_SENDER=me@x.org',
  'smtps：//me:p@h.org',
  'smtps://<username>:<password>@smtp.qq.com',
  `smtps://me:p@${HOST}\u00a0`,
  `\ufeffsmtps://me:p@${HOST}`,
  "smtps://me:p@h'x.org",
  '',
  '   ',
  'smtps://',
  // Found by the test below.
  'smtps://[]]',
  'smtps://[]];',
  'smtps://[]{]',
  'smtps://[\u00a0]',
  '\\\\me@smtps://',
];

describe('what the server makes of a value', () => {
  it.each(VALUES)('%j', (value) => {
    expect(readAsServer(value)).toEqual(serverDoes(value));
  });

  it.each(['h：465', 'h\u3000:465', 'h\u00a0:465', 'a＠h', '\u200b'])('%j is no host', (server) => {
    const value = `smtps://me:p@${server}`;
    expect(serverOptionsOf(value)).toBe('refused');
    expect(readAsServer(value)).toEqual({ does: 'refuses' });
  });

  const PIECES = [
    ...[
      'smtps://',
      'smtp://',
      'smtps:',
      'me',
      'a.b',
      ':',
      '@',
      '/',
      '?',
      '#',
      '\\',
      '%',
      '%41',
      '"',
    ],
    ...[
      "'",
      ' ',
      ';',
      ',',
      '<',
      '>',
      '[',
      ']',
      '465',
      '0',
      'x.org',
      'smtp.x.org',
      '&',
      '=',
      '$',
      '^',
    ],
    ...['：', '。', '．', '／', '？', '２', '\u3000', '\u200b', '\n'],
    ...['{', '|', '}', '`', '\u00a0', '\t', '-', '_', '.', '!', '*', '(', ')', '+', '~'],
  ];

  it('is the same for thousands of others', () => {
    const value = fc
      .array(fc.constantFrom(...PIECES), { maxLength: 14 })
      .map((pieces) => pieces.join(''));
    const started = fc.tuple(fc.constantFrom('smtps://', 'smtp://me:', '', '"smtp://'), value);
    fc.assert(
      fc.property(started, ([start, rest]) => {
        const expected = serverDoes(start + rest);
        if (expected) expect(readAsServer(start + rest)).toEqual(expected);
      }),
      { numRuns: 6000 },
    );
  });
});

/** Characters that a password may hold as they are. */
const HARMLESS = '@:+&^ $!*();=~,._-"\'`<>{}|[]abcXYZ019密码é';
const password = fc
  .array(fc.constantFrom(...HARMLESS), { minLength: 1, maxLength: 16 })
  .map((characters) => characters.join(''));
const user = fc.constantFrom('me', 'me@qq.com', 'me%40qq.com', 'a.b+c', '用户');
const host = fc.constantFrom(
  HOST,
  'localhost',
  '192.0.2.1',
  '[2001:db8::1]',
  '邮件.example',
  'A_b.X',
);
const port = fc.constantFrom('', ':465', ':587', ':2525', ':65535', ':');
const query = fc.constantFrom(
  ...['', '/', '/', '?requireTLS=true', '/?ignoreTLS=true&name=a.b', '/?port=2525'],
  ...['/?tls.rejectUnauthorized=false', '/?authMethod=LOGIN&tls.servername=a.b', '/?secure=false'],
);

describe('a URI that can be used', () => {
  it('is used as the server uses it', () => {
    const uri = fc.tuple(fc.constantFrom('smtp', 'smtps'), user, password, host, port, query);
    fc.assert(
      fc.property(uri, ([scheme, name, secret, server, at, options]) => {
        const value = `${scheme}://${name}:${secret}@${server}${at}${options}`;
        const read = parseSmtpUri(value);
        const expected = serverOptionsOf(value);
        if (!read.ok || typeof expected === 'string') {
          // All of this a server takes; only a password that is one placeholder is not meant.
          expect(read.ok ? undefined : read.cause).toBe('uri-placeholder');
          return;
        }
        expect(read.uri.host).toBe(expected.host);
        expect(read.uri.port).toBe(expected.port ?? (expected.secure ? 465 : 587));
        expect(read.uri.security === 'tls').toBe(expected.secure);
        expect(read.uri.user).toBe(expected.auth?.user);
        expect(read.uri.password?.reveal()).toBe(expected.auth?.pass);
        expect(read.uri.clientName).toBe(expected.name);
        expect(read.uri.authMethod).toBe(expected.authMethod);
        expect(read.uri.tls).toEqual(expected.tls ?? {});
        expect(read.uri.security === 'starttls').toBe(
          expected.requireTLS === true && !expected.secure,
        );
      }),
      { numRuns: 4000 },
    );
  });
});
