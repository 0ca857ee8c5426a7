import { describe, expect, it } from 'vitest';
import { maskSmtpUri } from '../../../../src/settings/uri/mask-uri.js';
import { parseSmtpUri } from '../../../../src/settings/uri/smtp-uri.js';

const HOST = 'smtp.example.org';

/** A URI and what must be read from it; passwords are made of the parts `s3` and `cret`. */
const GOOD: [uri: string, parts: Record<string, unknown>][] = [
  [`smtps://me:s3cret@${HOST}`, { port: 465, security: 'tls', user: 'me', password: 's3cret' }],
  [`smtp://me:s3cret@${HOST}`, { port: 587, security: 'starttls-if-offered', user: 'me' }],
  [`SMTPS://me:s3cret@${HOST}/`, { host: HOST, port: 465, security: 'tls' }],
  [`smtps://me:s3cret@${HOST}:2465/`, { port: 2465, clientName: undefined, tls: {} }],
  [`smtp://me:s3cret@${HOST}:1`, { port: 1 }],
  [`smtp://me:s3cret@${HOST}:65535`, { port: 65535 }],
  [`smtp://me:s3cret@${HOST}:`, { port: 587 }],
  [`smtps://me%40qq.com:s3cret@${HOST}`, { user: 'me@qq.com', password: 's3cret', host: HOST }],
  [`smtps://me@qq.com:s3cret@${HOST}`, { user: 'me@qq.com', password: 's3cret', host: HOST }],
  [`smtps://me@qq.com:s3@cret@${HOST}`, { user: 'me@qq.com', password: 's3@cret', host: HOST }],
  [`smtps://me:s3@cret@${HOST}`, { user: 'me', password: 's3@cret', host: HOST }],
  [`smtps://me:s3:cret@${HOST}`, { user: 'me', password: 's3:cret' }],
  [`smtps://me:s3+cret@${HOST}`, { password: 's3+cret' }],
  [`smtps://me:s3&cret@${HOST}`, { password: 's3&cret' }],
  [`smtps://me:s3^cret@${HOST}`, { password: 's3^cret' }],
  [`smtps://me:s3 cret@${HOST}`, { password: 's3 cret' }],
  [`smtps://me:s3$cret@${HOST}`, { password: 's3$cret' }],
  [`smtps://me:s3=cret;!@${HOST}`, { password: 's3=cret;!' }],
  [`smtps://me:s3'cret"@${HOST}`, { password: `s3'cret"` }],
  [`smtps://me:s3密码écret@${HOST}`, { password: 's3密码écret' }],
  [`smtps://me:s3%23%2F%3F%5C%25cret@${HOST}`, { password: 's3#/?\\%cret' }],
  [`smtps://me:s3%41cret@${HOST}`, { password: 's3Acret' }],
  ['smtp://me:s3cret@[2001:db8::1]:2525/', { host: '2001:db8::1', port: 2525 }],
  ['smtps://me:s3cret@[::1]', { host: '::1', port: 465 }],
  ['smtp://192.0.2.1:25', { host: '192.0.2.1', port: 25, user: undefined, password: undefined }],
  [` smtps://me:s3cret@${HOST} \t`, { user: 'me', password: 's3cret', port: 465 }],
  [`smtps://me:s3cret@${HOST}\r\n`, { host: HOST }],
  [`\ufeffsmtps://me:s3cret@${HOST}`, { host: HOST }],
  [`smtps://me:s3cret@${HOST}:2465;`, { host: HOST, port: 2465 }],
  [`smtps://me:s3cret@${HOST}/?from=me@x.org`, { host: HOST, isElsewhere: false }],
  [`smtps://me:s3cret@${HOST}/?proxy=http://p.x.org:3128`, { isElsewhere: true }],
  [`smtps://me%3Ayou:s3cret@${HOST}`, { user: 'me', password: 'you:s3cret', isUserCut: true }],
  [`smtp:///?host=${HOST}`, { host: HOST }],
  [`smtp://${HOST}/?requireTLS=true&ignoreTLS=true`, { security: 'none' }],
  [`smtp://${HOST}/?greetingTimeout=30&socketTimeout=`, { waits: { greetingTimeout: 30 } }],
  [`smtp://${HOST}/?pool=yes`, { isPooled: true }],
  [`smtp://${HOST}/?pool=false`, { isPooled: false }],
  [`smtp://:@${HOST}`, { host: HOST, user: undefined, password: undefined, isLoginEmpty: true }],
  [`smtp://@${HOST}`, { isLoginEmpty: undefined }],
  ['smtp://localhost', { host: 'localhost', port: 587 }],
  ['smtp://邮件.example', { host: 'xn--5nq051n.example' }],
  [`smtp://${HOST}?requireTLS=true`, { security: 'starttls' }],
  [`smtp://${HOST}/?ignoreTLS=true`, { security: 'none' }],
  [`smtp://${HOST}/?requireTLS=false&ignoreTLS=false`, { security: 'starttls-if-offered' }],
  [`smtps://${HOST}/?ignoreTLS=true`, { security: 'tls' }],
  [`smtp://${HOST}/?opportunisticTLS=true`, { opportunisticTls: true }],
  [`smtp://${HOST}/`, { opportunisticTls: false, authMethod: undefined }],
  [`smtp://${HOST}/?name=chat.example.org`, { clientName: 'chat.example.org' }],
  [`smtp://${HOST}/?authMethod=login`, { authMethod: 'LOGIN' }],
  [`smtps://${HOST}/?tls.rejectUnauthorized=false`, { tls: { rejectUnauthorized: false } }],
  [
    `smtps://${HOST}/?tls.servername=a.b&tls.minVersion=TLSv1.2&tls.ciphers=HIGH`,
    { tls: { servername: 'a.b', minVersion: 'TLSv1.2', ciphers: 'HIGH' } },
  ],
  // Given twice, an option is a list to the server: neither a number nor a no.
  [`smtp://${HOST}/?requireTLS=false&requireTLS=false`, { security: 'starttls' }],
  [`smtp://${HOST}/?authMethod=PLAIN&authMethod=LOGIN`, { authMethod: 'PLAIN,LOGIN' }],
  [`smtps://${HOST}/?tls.rejectUnauthorized=false&tls.rejectUnauthorized=false`, { port: 465 }],
  [`smtp://${HOST}/?authMethod=%20login%20`, { authMethod: 'LOGIN' }],
  [`smtp://${HOST}/?name=0&logger=true&debug=true`, { clientName: undefined }],
  [`smtp://me:s3cret@${HOST}/?bcc=me@x.org`, { host: HOST }],
  [`smtp://me:s3cret@${HOST}:25;requireTLS=true`, { port: 25, security: 'starttls-if-offered' }],
  [`smtp://me:s3cret@${HOST}:25/,`, { port: 25 }],
  [`smtp://me:s3cret@${HOST}:25/\u3000`, { port: 25 }],
  [`smtp://me:s3cret@${HOST}:25/\u200b`, { port: 25 }],
];

/** A URI that cannot be used, with the cause and the detail that name why. */
const BAD: [uri: string, cause: string, detail?: string][] = [
  ['', 'uri-invalid', 'no-scheme'],
  [`smtp://${HOST}/?greetingTimeout=30s`, 'uri-invalid', 'bad-option'],
  [`smtp://${HOST}/?proxy=socks5://p.x.org:1080`, 'uri-invalid', 'bad-option'],
  ...[
    'logger=1',
    'socket=x',
    'connection=true',
    'name=x%0d%0aNOOP',
    'tls.servername=a&tls.servername=b',
  ].map((options): [string, string, string] => [
    `smtps://${HOST}/?${options}`,
    'uri-invalid',
    'bad-option',
  ]),
  [`${HOST}:587`, 'uri-invalid', 'no-scheme'],
  [`me:s3cret@${HOST}:465`, 'uri-invalid', 'no-scheme'],
  [`https://me:s3cret@${HOST}`, 'uri-invalid', 'wrong-scheme'],
  [`smtp+tls://me:s3cret@${HOST}`, 'uri-invalid', 'wrong-scheme'],
  [`smtps://me:s3cret@${HOST}:0`, 'uri-invalid', 'bad-port'],
  [`smtps://me:s3cret@${HOST}:65536`, 'uri-invalid', 'bad-port'],
  [`smtps://me:s3cret@${HOST}:abc`, 'uri-invalid', 'bad-port'],
  [`smtps://me:s3cret@${HOST}:-1`, 'uri-invalid', 'bad-port'],
  [`smtps://me:s3cret@${HOST}:4e2`, 'uri-invalid', 'bad-port'],
  [`smtps://me:s3cret@${HOST}:465:587`, 'uri-invalid', 'bad-port'],
  ['smtps://', 'uri-invalid', 'no-host'],
  ['smtps://me:s3cret@', 'uri-invalid', 'no-host'],
  ['smtps://me:s3cret@:465/', 'uri-invalid', 'no-host'],
  ['smtps:///', 'uri-invalid', 'no-host'],
  ['smtps://me:s3cret@smtp..org', 'uri-invalid', 'bad-host'],
  ['smtps://me:s3cret@smtp example', 'uri-invalid', 'bad-host'],
  ['smtps://me:s3cret@[2001:zz]', 'uri-invalid', 'bad-host'],
  [`smtps://<username>:<password>@${HOST}/`, 'uri-placeholder'],
  ['smtps://<qqNumber>:s3cret@smtp.qq.com/', 'uri-placeholder'],
  [`smtps://me:<password>@${HOST}`, 'uri-placeholder'],
  [`smtps://me:%3Cpassword%3E@${HOST}`, 'uri-placeholder'],
  ['smtps://me:s3cret@<host>', 'uri-placeholder'],
  [`smtps://me:s3cret@${HOST}:<port>`, 'uri-placeholder'],
  [`smtps://me:s3cret@${HOST}/<other-info>`, 'uri-placeholder'],
  [`<protocol>://me:s3cret@${HOST}:465`, 'uri-placeholder'],
  [`"smtps://me:s3cret@${HOST}"`, 'uri-damaged', 'quotes-kept'],
  [`'smtps://me:s3cret@${HOST}'`, 'uri-damaged', 'quotes-kept'],
  [`"smtps://me:s3cret@${HOST}" # note`, 'uri-damaged', 'quotes-kept'],
  [`smtps://me:s3cret@${HOST}"`, 'uri-damaged', 'quotes-kept'],
  [`“smtps://me:s3cret@${HOST}”`, 'uri-damaged', 'curly-quotes'],
  [`‘smtps://me:s3cret@${HOST}’`, 'uri-damaged', 'curly-quotes'],
  [`smtps://me:s3cret＠${HOST}:465`, 'uri-invalid', 'wide-signs'],
  [`smtps://me:s3cret@${HOST}\u3000`, 'uri-damaged', 'white-space-kept'],
  [`smtps://me:s3\0cret@${HOST}`, 'uri-damaged', 'control-character'],
  [`smtps://me:s3cret@smtp.\nexample.org`, 'uri-damaged', 'control-character'],
  [`smtps://me:s3cret@${HOST}:465,`, 'uri-damaged', 'trailing-punctuation'],
  [`smtps://me:s3@${HOST}:465/\\nSMTP_SENDER=b@y.org`, 'uri-damaged', 'text-behind-uri'],
  [`smtps://me:s3@${HOST}:465,smtps://a:b@y.org`, 'uri-damaged', 'text-behind-uri'],
  [`smtps://me:s3@${HOST}:465 SMTP_SENDER=b@y.org`, 'uri-damaged', 'text-behind-uri'],
  [`smtps://me:s3#cret@${HOST}`, 'uri-damaged', 'cut-short'],
  [`smtps://me:#s3cret@${HOST}:465`, 'uri-damaged', 'cut-short'],
  [`smtps://me:s3/cret@${HOST}`, 'uri-damaged', 'cut-short'],
  [`smtps://me@qq.com:s3/cret@${HOST}`, 'uri-damaged', 'cut-short'],
  [`smtps://me:s3?cret@${HOST}`, 'uri-damaged', 'cut-short'],
  [`smtps://me@qq.com:s3?a=cret@${HOST}`, 'uri-damaged', 'cut-short'],
  [`smtps://me:s3\\cret@${HOST}`, 'uri-damaged', 'cut-short'],
  [`smtps://me:s3cret%@${HOST}`, 'uri-damaged', 'bare-percent'],
  [`smtps://me:s3%zzcret@${HOST}`, 'uri-damaged', 'bare-percent'],
  [`smtps://100%:s3cret@${HOST}`, 'uri-damaged', 'bare-percent'],
  [`smtps://me@${HOST}`, 'credentials-missing', 'user-without-password'],
  [`smtps://me:@${HOST}`, 'credentials-missing', 'user-without-password'],
  [`smtps://:s3cret@${HOST}`, 'credentials-missing', 'password-without-user'],
];

/** No URIs at all, or odd ones: the password is somewhere in them all the same. */
const ODD: string[] = [
  's3cret',
  'me s3cret smtp.example.org',
  `SMTP_URI=smtps://me:s3cret@${HOST}`,
  `\\"smtps://me:s3cret@${HOST}\\"`,
  `smtps:/me:s3cret@${HOST}`,
  `smtps//me:s3cret@${HOST}`,
  `smtps://s3cret@${HOST}`,
  'smtps://me:s3cret',
  `smtps://${HOST}@me:s3cret`,
  `smtps://${HOST}:465:me:s3cret`,
  `smtps://me:s3cret@${HOST} smtps://you:s3cret@${HOST}`,
  `smtps://me:s3cret@${HOST} SMTP_SENDER=me@x.org`,
  `smtps://me:<s3cret>@${HOST}`,
  `smtps://me:"s3cret"@${HOST}`,
  `smtps://me:s3@x?word=cret@${HOST}`,
  `smtps://${HOST}:465/?user=me&pass=s3cret`,
  `smtps://${HOST}/me:s3cret`,
  `smtps://me:other@${HOST}/ # was s3cret`,
];

function read(uri: string): Record<string, unknown> {
  const result = parseSmtpUri(uri);
  if (!result.ok) throw new Error(`${result.cause} ${result.detail}`);
  return { ...result.uri, password: result.uri.password?.reveal() };
}

describe('parseSmtpUri', () => {
  it.each(GOOD)('reads %j', (uri, parts) => {
    const uriParts = read(uri);
    for (const [name, value] of Object.entries(parts)) expect(uriParts[name]).toEqual(value);
  });

  it.each(BAD)('refuses %j as %s %s', (uri, cause, detail) => {
    expect(parseSmtpUri(uri)).toMatchObject({ ok: false, cause, ...(detail ? { detail } : {}) });
  });

  it('reads all but the login where that is incomplete', () => {
    expect(parseSmtpUri(`smtps://me@${HOST}`)).toMatchObject({
      cause: 'credentials-missing',
      uri: { host: HOST, port: 465, security: 'tls' },
    });
  });

  // Nodemailer makes numbers of values that look like one, and takes any true one for a yes.
  it('takes requireTLS=1 and ignoreTLS=1 as the server does', () => {
    expect(read(`smtp://${HOST}/?requireTLS=1`).security).toBe('starttls');
    expect(read(`smtp://${HOST}/?ignoreTLS=1`).security).toBe('none');
  });

  // Where Node wants a function, a word is no use to a check.
  it('leaves out options of TLS that no word can say', () => {
    const { tls } = read(`smtps://${HOST}/?tls.lookup=y&tls.__proto__=z&tls.toString=a`);
    expect(tls).toEqual({});
  });

  it('takes an @ behind the host for a password that was cut short, whatever stands before it', () => {
    expect(parseSmtpUri('smtps://me:s3@x?word=cret@host')).toEqual({
      ok: false,
      cause: 'uri-damaged',
      detail: 'cut-short',
    });
  });
});

describe('maskSmtpUri', () => {
  it('shows everything but the password', () => {
    expect(maskSmtpUri('smtps://me%40qq.com:s3cret@smtp.qq.com:465/')).toBe(
      'smtps://me%40qq.com:***@smtp.qq.com:465/',
    );
    expect(maskSmtpUri('smtp://me@qq.com:s3:@cret@[::1]:25')).toBe('smtp://me@qq.com:***@[::1]:25');
  });

  it('shows a URI without a password as it is', () => {
    expect(maskSmtpUri(`smtp://${HOST}:25/?ignoreTLS=true`)).toBe(
      `smtp://${HOST}:25/?ignoreTLS=true`,
    );
  });

  it('does not tell how long the password is', () => {
    const masked = ['x', 'x'.repeat(40)].map((word) => maskSmtpUri(`smtp://me:${word}@${HOST}`));
    expect(masked[0]).toBe(masked[1]);
  });

  it('shows nothing of what it does not understand', () => {
    for (const [uri] of BAD.filter(([, cause]) => cause !== 'credentials-missing')) {
      expect(maskSmtpUri(uri)).toBe('***');
    }
  });

  it('shows the half of no login', () => {
    expect(maskSmtpUri(`smtps://s3cret@${HOST}`)).toBe(`smtps://***@${HOST}`);
    expect(maskSmtpUri(`smtps://:s3cret@${HOST}`)).toBe(`smtps://***@${HOST}`);
  });

  it('does not show a user who is the password', () => {
    expect(maskSmtpUri(`smtps://s3cret:s3cret@${HOST}`)).toBe(`smtps://***:***@${HOST}`);
    expect(maskSmtpUri(`smtps://s3%63ret:s3cret@${HOST}`)).toBe(`smtps://***:***@${HOST}`);
  });

  it('does not show a user who holds what no user does', () => {
    expect(maskSmtpUri(`smtps://me s3cret%3Apw:x@${HOST}`)).toBe(`smtps://***:***@${HOST}`);
  });

  it.each([
    ['tls.passphrase=s3cret', '***'],
    ['pool=s3cret', '***'],
    ['s3cret=1', '***'],
    ['connectionTimeout=5000&requireTLS=true', 'connectionTimeout=5000&requireTLS=true'],
    ['tls.minVersion=TLSv1.2&name=a.b', 'tls.minVersion=TLSv1.2&name=a.b'],
  ])('shows only options that it knows: %s', (given, shown) => {
    expect(maskSmtpUri(`smtps://me:pw@${HOST}/?${given}`)).toBe(`smtps://me:***@${HOST}/?${shown}`);
  });

  const all = [...GOOD.map(([uri]) => uri), ...BAD.map(([uri]) => uri), ...ODD];
  it.each(all.filter((uri) => uri.includes('cret')))('hides the password of %j', (uri) => {
    const masked = maskSmtpUri(uri);
    expect(masked).toContain('***');
    expect(masked).not.toContain('cret');
    expect(masked).not.toContain('s3');
  });
});

describe('time', () => {
  const LONG = 100_000;
  const rests = [
    'a',
    '@',
    ':',
    '%41',
    '%',
    '?a=@',
    '&a=',
    '#',
    '/',
    '\\',
    ' ',
    '<',
    '.',
    '"',
    '\n',
  ];

  it.each(rests)('is short for 100 kB of %j', (part) => {
    const text = part.repeat(LONG / part.length);
    const start = performance.now();
    for (const uri of [`smtps://${text}`, `smtps://me:${text}@${HOST}`, text, `${text}x`]) {
      parseSmtpUri(uri);
      maskSmtpUri(uri);
    }
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
