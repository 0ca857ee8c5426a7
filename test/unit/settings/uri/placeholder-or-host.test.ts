import { describe, expect, it } from 'vitest';
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
