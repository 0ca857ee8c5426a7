import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { maskSecrets } from '../../../src/settings/mask-secrets.js';

const SECRET = 'Zq7Wx9Kv3Tn5';
const PLAIN = Buffer.from(`\0me@mail.example\0${SECRET}`).toString('base64');

describe('a log is shown without what a program was given', () => {
  it.each([
    `535 密码：${SECRET} 错误`,
    `535 密码是 ${SECRET}`,
    `535 授权码 ${SECRET} 不正确`,
    `535 authentication failed: ${PLAIN}`,
    `550 <me:${SECRET}@mail.example>`,
    `535 pwd ${SECRET}`,
    `535 password ${SECRET}`,
    `getaddrinfo ENOTFOUND ${SECRET}@smtp.mail.example`,
    `535 password=${SECRET}`,
    `smtps://me:${SECRET}@mail.example`,
  ])('%s', (text) => {
    const shown = maskSecrets(text);
    expect(shown).not.toContain(SECRET);
    expect(shown).not.toContain(PLAIN);
    expect(shown).toContain('***');
  });

  it.each([
    '535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6',
    '550 5.1.1 <bob@mail.example>: Recipient address rejected: User unknown',
    '553 5.7.1 sender:bob@mail.example not owned by user',
    '535 Login fail. Please enter your authorization code to login. 请输入授权码登录',
    '535 5.7.8 Username and Password not accepted. https://support.google.com/mail/?p=BadCredentials',
  ])('%s stays as it is', (text) => {
    expect(maskSecrets(text)).toBe(text);
  });

  it('is quick on a long line', () => {
    const start = process.cpuUsage().user;
    for (const piece of [
      'a',
      'a:',
      '@',
      'a:b@',
      '密码',
      'pwd 1',
      'pwd=',
      'pwd:"',
      'pwd:\\',
      '<pwd>',
      'token ',
      '--pwd ',
      'password a ',
      "('a','",
      'a1 LOGIN ',
      'login a a1',
      'for a (a1',
      '-pa',
      'smtp%3a%2f%2f',
      'xPass ',
      'user a pass ',
      'got "a" as ',
      'login a/',
      'a.b:1 ',
      'a.b:1 a:b ',
    ])
      maskSecrets(piece.repeat(4000));
    expect(process.cpuUsage().user - start).toBeLessThan(3_000_000);
  });
});

const word = 'zebrahunterfox';
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('a password of plain words is masked under each name that programs give it', () => {
  it.each([
    'SMTP_PASS=zebrahunterfox',
    'MAIL_PASSWORD=zebrahunterfox',
    'smtpPassword=zebrahunterfox',
    '{"auth_pass":"zebrahunterfox"}',
    '{"smtp_pass":"zebrahunterfox","port":465}',
    '{\\"password\\":\\"zebrahunterfox\\"}',
    '{\\\\\\"password\\\\\\":\\\\\\"zebra,hunterfox\\\\\\"}',
    '{"pass": "zebra\\"hunterfox"}',
    '{"pass": "zebrahunterfox',
    "{ pass: 'zebra hunterfox' }",
    'pass: zebra,hunterfox',
    "password='zebra'\\''hunterfox'",
    'password => zebrahunterfox',
    'password -> zebrahunterfox',
    'Password: Hunter Zebra Fox',
    'wrong password "Hunter Zebra, Fox"',
    'wrong password (“Hunter Zebra, Fox”)',
    '<password>zebrahunterfox</password>',
    '&lt;password&gt;zebra&amp;hunterfox&lt;/password&gt;',
    '&quot;password&quot;:&quot;zebra hunterfox&quot;',
    'Password is zebrahunterfox',
    'the password was "zebra hunterfox"',
    '密码错误：zebrahunterfox',
    '密码错误：“zebra hunterfox”',
    '密码是 zebrahunterfox',
    'swaks --password zebrahunterfox',
    'swaks --auth-password zebrahunterfox',
    'password%3Dzebrahunterfox',
    'password  =  zebrahunterfox',
    'password\t=\tzebra hunterfox',
    'password [zebrahunterfox]',
    'your password (zebrahunterfox) is wrong',
    'the password zebrahunterfox is wrong',
    'Password was: zebrahunterfox',
    'Password for bob: zebrahunterfox',
    'password&#61;zebrahunterfox',
    'password\\u003dzebrahunterfox',
    'pass = "the zebra hunterfox"',
    'mot de passe : zebrahunterfox',
    '您的密码为：zebrahunterfox，错误',
    '密码错误（zebrahunterfox）',
    'wrong credentials bob:zebrahunterfox',
    'curl -u bob:zebrahunterfox',
    'swaks -ap zebrahunterfox',
    'C: PASS zebrahunterfox',
    'Bearer zebrahunterfox.zebrahunterfox',
    'Cookie: session=zebrahunterfox',
    'apiKey: zebrahunterfox',
    'api_key=zebrahunterfox',
    'Authorization: Bearer zebrahunterfox',
    'Authorization: Basic zebrahunterfox',
    '"credentials":"zebrahunterfox"',
    'bob@example.com:zebrahunterfox',
    'smtp://bob:zebrahunterfox',
    'bob:zebra/hunterfox@smtp.example.com',
    'user:zebrahunterfox@smtp.example.com',
    'auth.pass zebrahunterfox',
    'smtp-pass zebrahunterfox',
    'api_key zebrahunterfox',
    'smtpPassword is zebrahunterfox',
    'smtpPassword "zebrahunterfox"',
    'credentials "zebrahunterfox"',
    'password (bob): zebrahunterfox',
    "failed ['password', 'zebrahunterfox']",
    'API key (zebrahunterfox)',
    'SMTP_PASS [zebrahunterfox]',
    '密码\tzebrahunterfox',
    '授权码 -> zebrahunterfox',
    '密码【zebrahunterfox】',
    'MAIL_PW=zebrahunterfox',
    'pw: zebrahunterfox',
    'smtp_pw zebrahunterfox',
    'パスワード: zebrahunterfox',
    '비밀번호: zebrahunterfox',
    'contraseña incorrecta: zebrahunterfox',
    'пароль zebrahunterfox1 неверен',
    'mot de passe zebrahunterfox1 incorrect',
    'wrong pass zebrahunterfox1',
    'api key zebrahunterfox1 is invalid',
    'bad login bob zebrahunterfox1',
    'credentials {bob, zebrahunterfox}',
    "auth: { user: 'bob', credentials: 'zebrahunterfox' }",
    "smtplib.login('bob@example.com', 'zebrahunterfox')",
    'server.login("bob", "zebrahunterfox")',
    'a1 LOGIN bob zebrahunterfox',
    'https://api.example.com/send?key=zebrahunterfox',
    'mysql -pzebrahunterfox1',
    'smtp%3A%2F%2Fbob%3Azebrahunterfox%40smtp.example.com',
    "URI malformed decodeURIComponent('zebrahunterfox%')",
    'for bob (zebrahunterfox1)',
    'getaddrinfo ENOTFOUND bob:zebrahunterfox',
    'password zebrahunterfox',
    'machine mail.example login bob password zebrahunterfox',
    'user bob pass zebrahunterfox',
    'userPass zebrahunterfox',
    'SMTP_PASSWORD zebrahunterfox',
    'passwordeval "echo zebrahunterfox"',
    'got "zebrahunterfox" as password',
    'received zebrahunterfox as the password',
    '“zebrahunterfox” 不是密码',
    '"zebrahunterfox" is not a valid app password',
    'login bob/zebrahunterfox',
    'login failed for bob@example.com/zebrahunterfox',
    'Authorization: zebrahunterfox',
    'authorization: Login zebrahunterfox',
    '[smtp.mail.example]:587 bob:zebrahunterfox',
    'smtp.mail.example:587 bob@mail.example:zebrahunterfox',
    `Error: ${base64(word)}`,
    `Error: ${base64('zebra fox')}`,
  ])('%s', (text) => {
    const shown = maskSecrets(`535 5.7.8 Authentication failed: ${text}`);
    expect(shown).not.toMatch(/zebra|hunter|fox/i);
    for (const encoded of [base64(word), base64('zebra fox')]) expect(shown).not.toContain(encoded);
    expect(shown).toMatch(/^535 5\.7\.8 Authentication failed: .*\*\*\*/);
  });

  it.each([
    '535 Username and Password not accepted',
    '535 password incorrect',
    '535 Password is wrong',
    '535 Password is incorrect, login frequency limited',
    '535 your password has expired',
    '535 Password: incorrect',
    '535 password is case sensitive',
    '535 app password is REQUIRED for this account',
    '534 5.7.14 Password authentication disabled',
    '535 密码错误：请使用授权码登录',
    '535 密码错误',
    '535 Basic authentication is disabled',
    '535 password (required)',
    '535 password [AUTH005]',
    '535 the password entered is incorrect',
    '535 password authentication is invalid',
    '535 login failed: try again',
    '{"errors":{"password":"is incorrect"}}',
    '535 Authorization: denied',
    '535 Authorization: login required',
    '535 password transition is over',
    '535 the Server API Token（与密码相同）',
    '535 a bypass "rule" applies',
    '535 sender-id=pass header.from=a1@example.com',
    '535 8003 LOGIN authentication mechanism not supported',
    '535 check IDP_TOKEN configuration',
    '535 password invalid: try again',
    '535 login failed for bob (AUTH005)',
    '535 PLAIN and LOGIN are offered only after TLS',
    '535 Login failed: user/password mismatch',
    '504 use auth login/plain',
    '535 SPF_PASS shortcircuit',
    '535 password PLAIN is not offered',
    '535 "PLAIN" is not a password mechanism',
    '535 password 535 5.7.8',
    '550 host mail.example[192.0.2.1]:25 said: no',
    '535 Invalid credentials: check the user',
    '535 Usage: AUTH <user> <password> to log in',
    '550 spf=pass: mail.example',
    '550 cannot reach mail.example:587, bob@mail.example:465',
    '535 Error: authentication failed: UGFzc3dvcmQ6',
    '334 eyJzdGF0dXMiOiI0MDAiLCJzY2hlbWVzIjoiQmVhcmVyIn0=',
  ])('%s stays as it is', (text) => {
    expect(maskSecrets(text)).toBe(text);
  });

  it.each([
    ['535 SMTP_PASS=zebra for user bob is wrong', '535 SMTP_PASS=*** for user bob is wrong'],
    ['pass: zebra fox, host: mail.example', 'pass: ***, host: mail.example'],
    ['password: zebra, fox', 'password: ***'],
    ['password: zebra 535 5.7.8 rejected', 'password: *** 535 5.7.8 rejected'],
    ['535 bad password zebra for bob', '535 bad password *** for bob'],
  ])('a sentence goes on behind the value: %s', (text, shown) => {
    expect(maskSecrets(text)).toBe(shown);
  });

  it('changes no reply of the corpus', () => {
    const folder = new URL('../../corpus/', import.meta.url);
    const replies = readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl'))
      .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').trim().split('\n'))
      .map((line): string => JSON.parse(line).reply ?? '');
    expect(replies.length).toBeGreaterThan(500);
    expect(replies.filter((reply) => maskSecrets(reply) !== reply).map(maskSecrets)).toEqual([]);
  });
});
