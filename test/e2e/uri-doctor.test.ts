import { describe, expect, it } from 'vitest';
import type { Cause } from '../../src/report/causes.js';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { run, runJson } from './support.js';

const OFFLINE = ['verify', '--offline'];
const SMTP_SENDER = 'tailchat@mail.example';
const HOST = 'mail.example';

/** A damaged URI, made of a password's own form and of a form that is not encoded where it should be. */
interface Row {
  name: string;
  uri: (encoded: string) => string;
  cause: Cause;
  /** What the title names. */
  title?: RegExp;
  /** What the explanation says of Tailchat's server. */
  server?: RegExp;
  /** The repaired URI, with the password masked. */
  repaired?: string;
}

const LOCALHOST = /own machine \(localhost\)/;
const OF_USER = /look up part of your user name in DNS/;
const OF_HOST = /whatever it reads as the host/;
const READS = /would ignore it/;
const RIGHT = `smtps://me:***@${HOST}:465/`;

const ROWS: Row[] = [
  ...['#', '/', '?', '\\'].map(
    (character): Row => ({
      name: `an unencoded ${character}`,
      uri: (pw) => `smtps://me:${pw}${character}x@${HOST}:465/`,
      cause: 'uri-damaged',
      title: new RegExp(`cut short by the \\${character} in the password`),
      server: OF_USER,
      repaired: RIGHT,
    }),
  ),
  {
    name: 'an unencoded / in the user',
    uri: (pw) => `smtps://me/you:${pw}@${HOST}:465/`,
    cause: 'uri-damaged',
    title: /cut short by the \/ in the user name/,
    server: OF_USER,
    // What stands before the colon may be a part of the password, too.
    repaired: `smtps://***:***@${HOST}:465/`,
  },
  {
    name: 'an unencoded / behind an @ of the password',
    uri: (pw) => `smtps://me:${pw}@x/y@${HOST}:465/`,
    cause: 'uri-damaged',
    server: /look up part of your password in DNS/,
    repaired: RIGHT,
  },
  {
    name: 'a bare %',
    uri: (pw) => `smtps://me:${pw}%x@${HOST}:465/`,
    cause: 'uri-damaged',
    title: /a % in the password/,
    server: /URI malformed/,
    repaired: RIGHT,
  },
  {
    name: 'quotes kept',
    uri: (pw) => `"smtps://me:${pw}@${HOST}:465/"`,
    cause: 'uri-damaged',
    server: LOCALHOST,
    repaired: RIGHT,
  },
  {
    name: 'one quote at the end',
    uri: (pw) => `smtps://me:${pw}@${HOST}:465/'`,
    cause: 'uri-damaged',
    server: READS,
    repaired: RIGHT,
  },
  {
    name: 'smart quotes',
    uri: (pw) => `“smtps://me:${pw}@${HOST}:465/”`,
    cause: 'uri-damaged',
    server: LOCALHOST,
    repaired: RIGHT,
  },
  ...([
    ['an ideographic space at its end', (uri: string) => `${uri}\u3000`],
    ['a zero-width space', (uri: string) => `${uri}\u200b`],
  ].map(([name, damage]) => ({
    name,
    uri: (pw: string) =>
      (damage as (uri: string) => string)(`smtps://me:${pw}@${HOST}:465/?requireTLS=true`),
    cause: 'uri-damaged',
    server: READS,
    repaired: `${RIGHT}?requireTLS=true`,
  })) as Row[]),
  {
    name: 'a comma',
    uri: (pw) => `smtps://me:${pw}@${HOST},`,
    cause: 'uri-damaged',
    server: OF_HOST,
    repaired: `smtps://me:***@${HOST}`,
  },
  {
    name: 'no scheme',
    uri: (pw) => `me:${pw}@${HOST}:465/`,
    cause: 'uri-invalid',
    server: OF_HOST,
    repaired: RIGHT,
  },
  {
    name: 'no scheme and no login',
    uri: () => `${HOST}:587`,
    cause: 'uri-invalid',
    server: OF_HOST,
    repaired: `smtp://${HOST}:587`,
  },
  {
    name: 'a misspelt scheme',
    uri: (pw) => `stmps://me:${pw}@${HOST}:465/`,
    cause: 'uri-invalid',
    repaired: RIGHT,
  },
  {
    name: 'a scheme of the web',
    uri: (pw) => `https://me:${pw}@${HOST}:465/`,
    cause: 'uri-invalid',
    repaired: RIGHT,
  },
  {
    name: 'one slash',
    uri: (pw) => `smtps:/me:${pw}@${HOST}:465/`,
    cause: 'uri-invalid',
    server: LOCALHOST,
    repaired: RIGHT,
  },
  {
    name: 'full-width characters',
    uri: (pw) => `smtps：//me:${pw}@mail．example：465/`,
    cause: 'uri-invalid',
    server: LOCALHOST,
    repaired: RIGHT,
  },
  {
    name: 'port 0',
    uri: (pw) => `smtps://me:${pw}@${HOST}:0`,
    cause: 'uri-invalid',
    repaired: `smtps://me:***@${HOST}`,
  },
  {
    name: 'a port out of range',
    uri: (pw) => `smtps://me:${pw}@${HOST}:65536`,
    cause: 'uri-invalid',
    repaired: `smtps://me:***@${HOST}`,
  },
  {
    name: 'placeholders',
    uri: () => 'smtps://<username>:<password>@smtp.163.com/',
    cause: 'uri-placeholder',
  },
  { name: 'a user alone', uri: () => `smtps://me@${HOST}`, cause: 'credentials-missing' },
  {
    name: 'an IPv6 address without brackets',
    uri: (pw) => `smtps://me:${pw}@2001:db8::1`,
    cause: 'uri-invalid',
  },
];

describe.concurrent('SMTP_URI with', () => {
  it.each(ROWS)('$name', async ({ uri, cause, title, server, repaired }) => {
    const password = plantPassword();
    const value = uri(encodeURIComponent(password));
    const env = { SMTP_URI: value, SMTP_SENDER };
    const { report, ...json } = await runJson(OFFLINE, { env });
    expect(json.code).toBe(78);
    const { failure } = report;
    expect(failure).toMatchObject({ cause, step: 'settings' });
    if (title) expect(failure?.title).toMatch(title);
    if (server) expect(failure?.explanation).toMatch(server);
    if (repaired) expect(failure?.nextSteps[0]).toContain(`SMTP_URI=${repaired}`);
    expectNoSecret(json, password, 'me');

    const people = await run([...OFFLINE, '--lang', 'zh-CN'], { env });
    expect(people.code).toBe(78);
    if (repaired) expect(people.stdout).toContain(`SMTP_URI=${repaired}`);
    expectNoSecret(people, password, 'me');
  });

  it('a password that has to be encoded: the line is whole with --show-secrets', async () => {
    const env = { SMTP_URI: `smtps://me:p#w/1@${HOST}`, SMTP_SENDER };
    const { report } = await runJson([...OFFLINE, '--show-secrets'], { env });
    expect(report.failure?.nextSteps[0]).toBe(`Write SMTP_URI=smtps://me:p%23w%2F1@${HOST}`);
  });

  it.each([
    ...[
      '@',
      ':',
      '+',
      '^',
      '$',
      '!',
      '*',
      '(',
      ')',
      ';',
      ',',
      '=',
      '&',
      '~',
      ' ',
      '密',
      "'",
      '"',
      '<',
    ],
    ...['[', ']', '{', '|', '}', '`', '%23', '%C3%A9'],
  ])('%j in the password without a word', async (characters) => {
    const password = plantPassword();
    const SMTP_URI = `smtps://me:${encodeURIComponent(password)}${characters}x@${HOST}`;
    const env = { SMTP_URI, SMTP_SENDER };
    const { report, ...json } = await runJson(OFFLINE, { env });
    // The planted password is percent-encoded: beside what is raw it looks like a % that is not.
    const others = report.warnings.filter(({ code }) => code !== 'not-percent-encoded');
    expect({ ok: report.ok, others }).toEqual({ ok: true, others: [] });
    expectNoSecret(json, password, 'me');
  });

  it.each([
    `smtp://[2001:db8::1]:25`,
    'smtp://邮件.example',
    'smtp://a_b.example',
    `smtp://${HOST}.`,
  ])('the host of %s without a word', async (uri) => {
    const { report } = await runJson(OFFLINE, { env: { SMTP_URI: uri, SMTP_SENDER } });
    expect(report).toMatchObject({ ok: true, warnings: [] });
  });
});

describe.concurrent('warnings about SMTP_URI', () => {
  it.each([
    ['secure=true', /secure .*does nothing.*smtps:\/\//],
    ['requiretls=true', /requiretls.*does nothing.*Write requireTLS/],
    ['rejectUnauthorized=false', /rejectUnauthorized in.*Write tls\.rejectUnauthorized/],
  ])('of the option %s', async (option, message) => {
    const env = { SMTP_URI: `smtp://${HOST}/?${option}`, SMTP_SENDER };
    const { report } = await runJson(OFFLINE, { env });
    expect(report).toMatchObject({ ok: true, warnings: [{ code: 'misspelt-variable' }] });
    expect(report.warnings[0]?.message).toMatch(message);
  });

  it('of a % that is decoded by chance', async () => {
    const { report } = await runJson(OFFLINE, {
      env: { SMTP_URI: `smtps://me:p@ss%41word@${HOST}`, SMTP_SENDER },
    });
    expect(report.warnings).toMatchObject([{ code: 'not-percent-encoded' }]);
    const encoded = await runJson(OFFLINE, {
      env: { SMTP_URI: `smtps://me:p%40ss%23word@${HOST}`, SMTP_SENDER },
    });
    expect(encoded.report.warnings).toEqual([]);
  });
});

describe.concurrent("what Tailchat's server passes over", () => {
  it.each([
    ['a space at its end', (uri: string) => `${uri} `, 'server-differs'],
    ['a no-break space at its beginning', (uri: string) => `\u00a0${uri}`, 'server-differs'],
    ['a line break', (uri: string) => `${uri}\r\n`, 'line-end-kept'],
    ['a semicolon', (uri: string) => `${uri};`, 'server-differs'],
  ])('is no damage: %s', async (_name, damage, warning) => {
    const password = plantPassword();
    const uri = damage(`smtps://me:${encodeURIComponent(password)}@${HOST}:465/`);
    const result = await runJson(OFFLINE, { env: { SMTP_URI: uri, SMTP_SENDER } });
    expect(result.report).toMatchObject({ ok: true, settings: { host: HOST, port: 465 } });
    expect(result.report.warnings.map(({ code }) => code)).toContain(warning);
    expectNoSecret(result, password, 'me');
  });

  it('names options that are beyond a check, and opens no connection past them', async () => {
    const password = plantPassword();
    const uri = `smtp://me:${encodeURIComponent(password)}@127.0.0.1:1/?proxy=http://p:${password.slice(0, 15)}@127.0.0.1:2`;
    const result = await runJson(['test', '--to', 'you@x.org', '--sender', 'a@x.org'], {
      env: { SMTP_URI: uri, SMTP_SENDER },
    });
    expect(result.report).toMatchObject({ ok: true, exitCode: 0, message: null });
    expect(result.report.warnings.map(({ code }) => code)).toEqual(['option-unchecked']);
    expectNoSecret(result, password, 'me');
  });

  it.each([
    ['pool=true', 'pool-keeps-connections'],
    ['greetingTimeout=30', 'option-unchecked'],
    ['tls.ca=x&tls.rejectUnauthorized=false', 'option-unchecked', 'tls-verification-off'],
  ])('?%s is warned of as %s', async (query, code, ...more) => {
    const env = { SMTP_URI: `smtp://${HOST}/?${query}`, SMTP_SENDER };
    const { report } = await runJson(OFFLINE, { env });
    expect(report.warnings.map((warning) => warning.code).sort()).toEqual([code, ...more].sort());
    const { stdout } = await run([...OFFLINE, '--lang', 'zh-CN'], { env });
    expect(stdout).toContain(`[${code}]`);
  });
});
