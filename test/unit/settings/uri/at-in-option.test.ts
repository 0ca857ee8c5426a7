import { describe, expect, it } from 'vitest';
import { parseSmtpUri } from '../../../../src/settings/uri/smtp-uri.js';

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
