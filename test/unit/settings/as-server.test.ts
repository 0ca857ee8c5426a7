// Whatever is taken for settings is what Tailchat's server takes: over URIs and senders that nobody thought of.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSender } from '../../../src/settings/addresses/mail-address.js';
import { senderDifferenceOf } from '../../../src/settings/addresses/sender-difference.js';
import { parseSmtpUri } from '../../../src/settings/uri/smtp-uri.js';
import { serverMailboxesOf, serverOptionsOf } from '../../helpers/server-nodemailer.js';

const PIECES = [
  'a',
  'B',
  '7',
  '%41',
  '%3A',
  '%40',
  '+',
  '=',
  '&',
  ';',
  '!',
  "'",
  ',',
  '密',
  ' ',
  '.',
];
const piece = (...more: string[]) =>
  fc.array(fc.constantFrom(...PIECES, ...more), { maxLength: 6 }).map((all) => all.join(''));
const OPTIONS = [
  ...[
    'pool=true',
    'pool=false',
    'pool=1',
    'requireTLS=true',
    'ignoreTLS=true',
    'ignoreTLS=0',
    'name=a.b',
  ],
  ...[
    'greetingTimeout=30',
    'socketTimeout=0',
    'connectionTimeout=5000',
    'from=me@x.org',
    'port=2525',
  ],
  ...[
    'tls.rejectUnauthorized=false',
    'tls.servername=a.b',
    'host=c.d',
    'authMethod=LOGIN',
    'x=y',
    '',
  ],
];
const URI = fc
  .record({
    before: fc.constantFrom('', ' ', '\ufeff', '\n'),
    scheme: fc.constantFrom('smtp://', 'smtps://', 'smtp://', 'smtps://', 'SMTP://', 'smtp:/', ''),
    user: piece(),
    colon: fc.constantFrom(':', '', '%3A'),
    password: fc.oneof(piece(), piece(':', '@'), piece('#', '/', '?', '\\', '@', ':', '%')),
    at: fc.constantFrom('@', '@', '@', ''),
    host: fc.constantFrom(
      'mail.example.org',
      'localhost',
      '127.0.0.1',
      '[::1]',
      'MAIL.x',
      '邮件.example',
      '',
    ),
    port: fc.constantFrom('', ':587', ':465', ':2525', ':0', ':x', ':'),
    path: fc.constantFrom('', '/', '/x', ';'),
    query: fc.array(fc.constantFrom(...OPTIONS), { maxLength: 3 }),
    after: fc.constantFrom('', ' ', ';', '\r\n', ','),
  })
  .map(({ before, scheme, user, colon, password, at, host, port, path, query, after }) => {
    const options = query.length > 0 ? `?${query.join('&')}` : '';
    return `${before}${scheme}${user}${colon}${password}${at}${host}${port}${path}${options}${after}`;
  });

describe('a URI that can be used', () => {
  it("says what Tailchat's server takes from it", () => {
    let usable = 0;
    const property = fc.property(URI, (text) => {
      const parsed = parseSmtpUri(text);
      const server = serverOptionsOf(text);
      // What only a newer Node refuses, or an option that stands there twice, is beside the point.
      const names = [...text.matchAll(/[?&]([\w.]+)=/g)].map(([, name]) => name);
      if (!parsed.ok || server === 'refused' || new Set(names).size < names.length) return;
      const { uri } = parsed;
      expect(server).not.toBe('throws');
      if (server === 'throws') return;
      usable += 1;
      const secure = Boolean(server.secure);
      expect({
        host: server.host?.toLowerCase(),
        port: server.port ?? (secure ? 465 : 587),
        isTlsFirst: secure,
        user: server.auth?.user || undefined,
        password: server.auth?.pass || undefined,
        isPooled: Boolean(server.pool),
        greeting: server.greetingTimeout || undefined,
        ignores: !secure && Boolean(server.ignoreTLS),
        name: server.name || undefined,
      }).toEqual({
        host: uri.host.toLowerCase(),
        port: uri.port,
        isTlsFirst: uri.security === 'tls',
        user: uri.user,
        password: uri.password?.reveal(),
        isPooled: uri.isPooled,
        greeting: uri.waits.greetingTimeout,
        ignores: uri.security === 'none',
        name: uri.clientName,
      });
    });
    fc.assert(property, { numRuns: 4000 });
    expect(usable).toBeGreaterThan(200);
  });
});

describe('a sender that can be used', () => {
  const words = fc.constantFrom(
    ...[
      'Tailchat',
      'me@x.org',
      '<me@x.org>',
      '"',
      ',',
      ':',
      ';',
      '(',
      ')',
      ' ',
      '\\',
      '群',
      'you@y.org',
    ],
  );
  const SENDER = fc.array(words, { maxLength: 7 }).map((all) => all.join(''));

  it("is the one that Tailchat's server sends from, and what it drops is told", () => {
    const property = fc.property(SENDER, (text) => {
      const parsed = parseSender(text);
      if (!parsed.ok) return;
      const entries = serverMailboxesOf(text);
      const [first] = entries.filter(({ address }) => address !== '');
      // The envelope has no stray brackets.
      const address = first?.address.replace(/^[\s<>]+|[\s<>]+$/g, '');
      expect(parsed.mailbox).toEqual({ address, name: first?.name });
      const isCut = entries.length > 1;
      if (isCut) expect(senderDifferenceOf(text)).toBeDefined();
    });
    fc.assert(property, { numRuns: 4000 });
  });
});
