import { describe, expect, it } from 'vitest';
import { maskSmtpUri } from '../../../../src/settings/uri/mask-uri.js';
import { readAsServer } from '../../../../src/settings/uri/server-reading.js';
import { parseSmtpUri } from '../../../../src/settings/uri/smtp-uri.js';

describe('a word of the documentation in brackets', () => {
  it.each(['[YOUR-PASSWORD]', '[APP_PASSWORD]', '[YOUR PASSWORD]', '[PASSWORD]'])(
    'is no password: %s',
    (word) => {
      const read = parseSmtpUri(`smtps://me:${word}@smtp.qq.com`);
      expect(read).toMatchObject({ ok: false, cause: 'uri-placeholder' });
    },
  );

  it.each(['[s3cret]', '[XKCD]', '[A-1]', 'X[YOUR-PASSWORD]'])('may be one: %s', (word) => {
    expect(parseSmtpUri(`smtps://me:${word}@smtp.qq.com`)).toMatchObject({ ok: true });
  });
});

describe('a scheme without slashes', () => {
  it.each([
    ['smtps:me:s3cret@smtp.qq.com', 'me', 'smtp.qq.com', 465, 'smtps:me:***@smtp.qq.com'],
    ['smtp:me@x.com:s3cret@[::1]:2525/', 'me@x.com', '::1', 2525, 'smtp:me@x.com:***@[::1]:2525/'],
    ['SMTPS:me:s3@cret@smtp.qq.com', 'me', 'smtp.qq.com', 465, 'SMTPS:me:***@smtp.qq.com'],
  ])('is read as the server reads it: %s', (uri, user, host, port, shown) => {
    expect(parseSmtpUri(uri)).toMatchObject({ ok: true, uri: { user, host, port } });
    expect(readAsServer(uri)).toMatchObject({ does: 'connects', host });
    expect(maskSmtpUri(uri)).toBe(shown);
  });

  it.each([
    'smtp:25',
    'smtp:me@qq.com',
    'smtps:/me:s3cret@smtp.qq.com',
    'smtps:me:s3/cret@smtp.qq.com',
    'smtps:me:s3cret',
    'https:me:s3cret@smtp.qq.com',
  ])('is none for anything else: %s', (uri) => {
    expect(parseSmtpUri(uri)).toMatchObject({ ok: false, detail: 'no-scheme' });
    expect(maskSmtpUri(uri)).toBe('***');
  });
});

describe('a login without a server behind it', () => {
  it.each(['smtps://me:Zq81xxTT', 'smtp://postmaster:top-secret/'])('lacks the host: %s', (uri) => {
    expect(parseSmtpUri(uri)).toMatchObject({ ok: false, detail: 'no-host' });
  });

  it.each(['smtps://smtp.qq.com:abc', 'smtps://localhost:abc', 'smtp://mail:99999'])(
    'is no host with a bad port: %s',
    (uri) => {
      expect(parseSmtpUri(uri)).toMatchObject({ ok: false, detail: 'bad-port' });
    },
  );
});
