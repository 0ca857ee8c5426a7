import { describe, expect, it } from 'vitest';
import { parseSmtpUri } from '../../../../src/settings/uri/smtp-uri.js';
import { warnOfUri } from '../../../../src/smtp/warnings/uri-warnings.js';

describe('an @ in an option', () => {
  it.each([
    ['smtps://smtp.qq.com:465?user=me@qq.com&pass=x', 'smtp.qq.com', 465],
    ['smtps://smtp.qq.com:465/?auth.user=me@qq.com&auth.pass=x', 'smtp.qq.com', 465],
    ['smtps://a:b@smtp.qq.com:465/?user=me@qq.com', 'smtp.qq.com', 465],
    ['smtp://192.0.2.1:2525/?user=a@b', '192.0.2.1', 2525],
  ])('cuts no password where a whole server stands before it: %s', (uri, host, port) => {
    expect(parseSmtpUri(uri)).toMatchObject({ ok: true, uri: { host, port } });
  });

  it.each([
    'localhost:25000/?envelope.from=z@x.com',
    'smtp.qq.com:587/?name=a@b.co',
    'smtp.qq.com:587?foo=a@b.co',
    'smtp.qq.com/?tls.servername=a@b.co',
    '127.0.0.1:465/?name=a@b.co#c@d',
    'smtp.qq.com:465/#a@b',
  ])('ends no login, and is no second server: %s', (server) => {
    const value = `smtps://me%40x.com:s3cret@${server}`;
    const read = parseSmtpUri(value);
    if (!read.ok) throw new Error(`${read.cause} ${read.detail}`);
    expect(read.uri.user).toBe('me@x.com');
    expect(server.startsWith(read.uri.host)).toBe(true);
    const warnings = warnOfUri(value, { kind: 'env' }, read.uri);
    expect(warnings.filter(({ code }) => code === 'not-percent-encoded')).toEqual([]);
  });

  it('is one of two servers before the path', () => {
    const value = 'smtps://me:s3cret@smtp.qq.com#@smtp.qq.com';
    expect(parseSmtpUri(value)).toMatchObject({ ok: false, cause: 'uri-damaged' });
    const two = 'smtps://me:s3cret@smtp.qq.com,x@smtp.qq.com/';
    const read = parseSmtpUri(two);
    if (!read.ok) throw new Error(`${read.cause} ${read.detail}`);
    const codes = warnOfUri(two, { kind: 'env' }, read.uri);
    expect(codes).toMatchObject([{ what: 'second-server' }]);
  });

  it.each([
    'smtps://me:123?a=cret@smtp.qq.com',
    'smtps://me.x:1234?a=cret@smtp.qq.com',
    'smtps://me@qq.com:465?cret@smtp.qq.com',
    'smtps://me:s3@smtp.qq.com?a=cret@smtp.qq.com',
    'smtps://me.x:465/cret?a=b@smtp.qq.com',
  ])('may be of a password else: %s', (uri) => {
    expect(parseSmtpUri(uri)).toMatchObject({ ok: false, cause: 'uri-damaged' });
  });
});

// Only the first question mark begins the options: a second is of the first name.
it('takes no host from an option whose name begins with a question mark', () => {
  expect(parseSmtpUri('smtp://:??host=c.d')).toMatchObject({ ok: false, detail: 'no-host' });
});
