import { describe, expect, it } from 'vitest';
import { maskSmtpUri } from '../../../../src/settings/uri/mask-uri.js';
import { shownHost, shownLoggedHost } from '../../../../src/settings/uri/shown-host.js';
import { parseSmtpUri } from '../../../../src/settings/uri/smtp-uri.js';

function shown(uri: string): string | undefined {
  const read = parseSmtpUri(uri);
  return read.uri && shownHost(read.uri);
}

describe('the host of a URI', () => {
  it.each([
    ['smtps://me%40qq.com:pw@smtp.qq.com', 'smtp.qq.com'],
    ['smtps://me:P@ss@mail.corp.cn', 'mail.corp.cn'],
    ['smtps://me:pw@SMTP.QQ.COM:465', 'smtp.qq.com'],
    ['smtps://me:pw@stmp.qq.con', 'stmp.qq.con'],
    ['smtps://me:pw@sntp.gmail.con', 'sntp.gmail.con'],
    ['smtp://me:pw@mailpit:1025', 'mailpit'],
    ['smtp://me:pw@postfix', 'postfix'],
    ['smtp://me:pw@nas:25', 'nas'],
    ['smtp://me:pw@localhost', 'localhost'],
    ['smtp://me:pw@10.0.0.1', '10.0.0.1'],
    ['smtp://me:pw@[2001:db8::1]:25', '2001:db8::1'],
    ['smtp://relay7:25', 'relay7'],
    ['smtp://some.host.unheard', 'some.host.unheard'],
  ])('of %s is told', (uri, host) => {
    expect(shown(uri)).toBe(host);
    expect(maskSmtpUri(uri).toLowerCase()).toContain(host);
  });

  it.each([
    'smtp://user:PA@SS',
    'smtp://localhost:2525:user:PA@SS',
    'smtp://user:PA@ss',
    'smtps://me@qq.com:P@ss.word',
    'smtps://me%40qq.com:P@ss.w0rd:465',
    'smtps://me:P@Kv3Tn5.com',
    'smtps://me:smtp.qq.com@abcdefghijklmnop:465',
    'smtp://user@Zq7Wx9Kv3',
    'smtps://abcdefghijklmnop',
    'smtp://me:p@ss1:2525',
    'smtp://me:P@ss?tls.servername=SS',
  ])('of %s may be the end of a password', (uri) => {
    const { host = '' } = parseSmtpUri(uri).uri ?? {};
    expect(host).not.toBe('');
    expect(shown(uri)).toBe('***');
    expect(maskSmtpUri(uri).slice(8).toLowerCase()).not.toContain(host);
  });
});

it('what a log names is told where it looks like a host', () => {
  for (const name of ['smtp.qq.com', 'zebrafish', 'mailpit', '10.0.0.1', '***@smtp.qq.com', '***'])
    expect(shownLoggedHost(name)).toBe(name);
  for (const name of ['ss.w0rd', 'kv3tn5', '***@ss.word'])
    expect(shownLoggedHost(name)).toBe('***');
});
