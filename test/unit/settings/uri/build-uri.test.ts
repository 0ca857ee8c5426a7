import { parse } from 'dotenv';
import { describe, expect, it } from 'vitest';
import { formatEnvLine } from '../../../../src/settings/env-files/env-line.js';
import { buildUri as build, type UriParts } from '../../../../src/settings/uri/build-uri.js';
import { maskSmtpUri } from '../../../../src/settings/uri/mask-uri.js';
import { parseSmtpUri } from '../../../../src/settings/uri/smtp-uri.js';

const PARTS: UriParts = {
  host: 'smtp.example.org',
  port: 465,
  security: 'tls',
  user: 'me@example.org',
  password: 's3cret',
};

const buildUri = (parts: UriParts) => build(parts).reveal();

const NASTY = [
  's3cret',
  '#',
  '/',
  '?',
  '\\',
  '%',
  '%41',
  '100%',
  '@',
  ':',
  'a@b:c@d',
  '#/?\\%@:',
  '+&^=;,!*()',
  `'"\``,
  `$HOME \${X} $$`,
  ' leading and trailing ',
  '<password>x',
  '[::1]',
  'pässwörd',
  '密码',
  '👋',
  '\t',
  '../..//',
  'x'.repeat(500),
];

function read(uri: string) {
  const result = parseSmtpUri(uri);
  if (!result.ok) throw new Error(`${result.cause} ${result.detail}`);
  return result.uri;
}

describe('buildUri', () => {
  it('writes the form that the documentation shows', () => {
    expect(buildUri(PARTS)).toBe('smtps://me%40example.org:s3cret@smtp.example.org:465/');
  });

  it.each(NASTY)('keeps the password %j whole', (password) => {
    const uri = read(buildUri({ ...PARTS, password }));
    expect(uri.password?.reveal()).toBe(password);
    expect(uri).toMatchObject({ host: PARTS.host, port: PARTS.port, user: PARTS.user });
  });

  it.each(NASTY.filter((user) => !user.includes(':')))('keeps the user %j whole', (user) => {
    expect(read(buildUri({ ...PARTS, user })).user).toBe(user);
  });

  it.each(NASTY)('survives an env file with the password %j', (password) => {
    const uri = buildUri({ ...PARTS, password });
    const line = formatEnvLine('SMTP_URI', uri);
    expect(line).toBe(`SMTP_URI=${uri}`);
    expect(parse(line).SMTP_URI).toBe(uri);
  });

  it.each(NASTY.filter((word) => word.length > 3))('can be masked with the password %j', (word) => {
    expect(maskSmtpUri(buildUri({ ...PARTS, password: word }))).toBe(
      'smtps://me%40example.org:***@smtp.example.org:465/',
    );
  });

  it.each(['tls', 'starttls', 'starttls-if-offered', 'none'] as const)(
    'says %s so that it is read as that',
    (security) => {
      expect(read(buildUri({ ...PARTS, security, port: 2525 }))).toMatchObject({
        security,
        port: 2525,
      });
    },
  );

  it('leaves the login out where there is none', () => {
    const uri = buildUri({ ...PARTS, user: '', password: '' });
    expect(uri).not.toContain('@');
    expect(read(uri).user).toBeUndefined();
  });

  it('puts brackets around an IPv6 address', () => {
    const uri = buildUri({ ...PARTS, host: '2001:db8::1' });
    expect(uri).toContain('@[2001:db8::1]:465/');
    expect(read(uri).host).toBe('2001:db8::1');
  });
});
