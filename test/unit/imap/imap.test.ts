import { describe, expect, it } from 'vitest';
import { decodeName } from '../../../src/imap/folders.js';
import { parseImapUri } from '../../../src/imap/imap-uri.js';
import { ResponseReader } from '../../../src/imap/response-reader.js';
import { Secret } from '../../../src/safety/secret.js';

describe('an IMAP URI', () => {
  it.each([
    ['imaps://me%40x.org:p%40s@imap.x.org', 'imap.x.org', 993, 'tls'],
    ['imaps://me@x.org:p%40s@imap.x.org:1993/', 'imap.x.org', 1993, 'tls'],
    ['imap://me%40x.org:p%40s@[::1]/INBOX', '::1', 143, 'starttls'],
  ])('%s', (raw, host, port, security) => {
    const uri = parseImapUri(new Secret(raw));
    expect(uri).toMatchObject({ host, port, security, user: 'me@x.org' });
    expect(uri?.password.reveal()).toBe('p@s');
    expect(JSON.stringify(uri)).not.toContain('p@s');
  });

  it('has a host that is told where it is hardly the end of the password', () => {
    const shown = (raw: string) => parseImapUri(new Secret(raw))?.shownHost;
    expect(shown('imaps://me:p@imap.x.org')).toBe('imap.x.org');
    expect(shown('imaps://me:p@[::1]')).toBe('::1');
    expect(shown('imaps://me:p@dovecot:993')).toBe('dovecot');
    for (const raw of ['imaps://me:P@SS', 'imaps://me:P@ss.w0rd:993'])
      expect(shown(raw)).toBe('***');
  });

  it.each([
    '',
    'smtp://a:b@x',
    'imaps://x.org',
    'imaps://a@x.org',
    'imaps://a:%zz@x',
    'imaps://a%0d%0a:b@x',
    'imaps://a:b@',
    'imaps://a:b@x:99999',
  ])('is not %j', (raw) => expect(parseImapUri(raw)).toBeUndefined());
});

describe('the name of a folder', () => {
  it.each([
    ['&V4NXPpCuTvY-', '垃圾邮件'],
    ['a &- b', 'a & b'],
    ['INBOX', 'INBOX'],
    ['&AAA', '&AAA'],
  ])('%s', (name, shown) => expect(decodeName(name)).toBe(shown));
});

describe('responses', () => {
  it('are put together of pieces, literals included', () => {
    const reader = new ResponseReader();
    const bytes = Buffer.from('* 1 FETCH (X {5}\r\na\r\nb\r)\r\n* 2 EXISTS\r\n');
    const found = [...bytes].flatMap((byte) => reader.take(Buffer.from([byte])));
    expect(found.map(({ text }) => text)).toEqual(['* 1 FETCH (X {5})', '* 2 EXISTS']);
    expect(found[0]?.literals.map(String)).toEqual(['a\r\nb\r']);
    expect(reader.hasRest).toBe(false);
  });

  it.each(['x'.repeat(70_000), '* {999999999}\r\n', '* x {1}\r\na'.repeat(30)])(
    'are bounded (%#)',
    (text) => expect(() => new ResponseReader().take(Buffer.from(text))).toThrow('protocol'),
  );
});

it('bounds each answer, and not all of a connection', () => {
  const reader = new ResponseReader();
  const line = Buffer.from(`* OK ${'x'.repeat(60_000)}\r\n`);
  const megabytes = (count: number) => {
    for (let at = 0; at < count * 17; at += 1) reader.take(line);
  };
  megabytes(10);
  reader.startAnswer();
  megabytes(10);
  expect(() => megabytes(10)).toThrow('protocol');
});
