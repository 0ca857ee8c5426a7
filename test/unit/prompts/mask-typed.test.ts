import { describe, expect, it } from 'vitest';
import {
  maskTypedAnswer,
  maskTypedHost,
  maskTypedPort,
  maskTypedSearch,
  maskTypedUri,
  maskTypedUser,
  maskTypedWord,
} from '../../../src/prompts/mask-typed.js';

describe('a URI while it is typed', () => {
  it.each([
    ['smtps://me', 'smtps://**'],
    ['smtps://me%40x.org:', 'smtps://me%40x.org:'],
    ['smtps://me@x.org:s3cret@mail', 'smtps://me@x.org:***********'],
    ['smtps:/me:s3', 'smtps:/me:**'],
    ['SMTP_URI="smtps://me:s3', 'SMTP_URI="smtps://me:**'],
    ['s3cret', '******'],
    ['me:s3cret', '*********'],
    ['{"pass":"s3"}', '*************'],
    ['', ''],
    // A token is user and password in one.
    ['smtps://b1946ac9-2492-4d23-a0e6-0d0a1b2c3d4e:b1', `smtps://${'*'.repeat(39)}`],
    ['smtps://a.long.name.of.somebody%40x.org:', 'smtps://a.long.name.of.somebody%40x.org:'],
  ])('%j looks like %j', (typed, shown) => {
    expect(maskTypedUri(typed)).toBe(shown);
  });
});

describe('an answer while it is typed', () => {
  it.each(['me@x.org', '"Tailchat" <me@x.org>', 'mail.example', '::1', '[2001:db8::1]', '587', ''])(
    'is seen: %s',
    (typed) => {
      expect(maskTypedAnswer(typed)).toBe(typed);
    },
  );

  it.each([
    'smtps://me:s3cret@x.org',
    'me:s3cret@x.org:465',
    'smtps//me',
    '{"pass":"s3cret"}',
    Buffer.from('smtps://me:s3cret@x.org').toString('base64'),
    'P@ssw0rd',
    'Sup3rS3cret',
    'abcdefghijklmnop',
    'Tailchat <P@ssw0rd>',
  ])('is hidden where it looks like a URI or a password: %s', (typed) => {
    expect(maskTypedAnswer(typed)).toBe('*'.repeat(typed.length));
  });
});

describe('an answer of few forms while it is typed', () => {
  const WORDS = ['是', '否', 'y', 'yes', 'n', 'no'];

  it('is seen as far as it is one of them', () => {
    for (const typed of ['', 'y', 'Ye', ' no ', '是'])
      expect(maskTypedWord(typed, WORDS)).toBe(typed);
    for (const typed of ['', '5', '587', ' 65535 ']) expect(maskTypedPort(typed)).toBe(typed);
    for (const typed of ['gmail', 'me@foxmail.com', '腾讯'])
      expect(maskTypedSearch(typed, true)).toBe(typed);
  });

  it.each(['s3cret', 'yes3cret', 'smtps://me:s3cret@smtp.gmail.com', '1234567', '不'])(
    'is hidden where it is none: %s',
    (typed) => {
      const stars = '*'.repeat(typed.length);
      expect(maskTypedWord(typed, WORDS)).toBe(stars);
      expect(maskTypedPort(typed)).toBe(stars);
      expect(maskTypedSearch(typed, false)).toBe(stars);
    },
  );

  it('is hidden where a URI finds a provider by its host', () => {
    expect(maskTypedSearch('smtps://me:s3cret@smtp.gmail.com', true)).toMatch(/^\*+$/);
  });
});

/** All that was seen of an answer, letter by letter. */
function seenOf(answer: string, mask: (typed: string, isFinal: boolean) => string): string[] {
  const steps = Array.from({ length: answer.length }, (_, end) => answer.slice(0, end + 1));
  return [...steps.map((typed) => mask(typed, false)), mask(answer, true)];
}

describe('a host and a user', () => {
  it.each([
    'abcdefghijklmnop',
    'ABCDEFGHIJKLMNOP',
    'Sup3rS3cret',
    'hunter2!',
    'correct horse',
    'P@ssw0rd',
    'Pa55w0rd',
  ])('are not seen where they are the password: %s', (secret) => {
    for (const mask of [maskTypedHost, maskTypedUser]) {
      const seen = seenOf(secret, mask).map((text) => text.replaceAll('*', ''));
      expect(Math.max(...seen.map(({ length }) => length))).toBeLessThan(4);
    }
  });

  it.each([
    'smtp.qq.com',
    'mail.corp.cn',
    'mailpit',
    '10.0.0.1',
    '2001:db8::1',
    'localhost',
    'nas',
  ])('are seen where they look like it: %s', (host) => {
    expect(maskTypedHost(host, false)).toBe(host);
    expect(maskTypedHost(host, true)).toBe(host);
  });

  it('are seen as far as they are known', () => {
    for (const host of ['smtp.q', 'smtp.gmai', '192.168', '2001:', 'mail.cor'])
      expect(maskTypedHost(host, false)).toBe(host);
    for (const user of ['me', 'apik', 'me@qq.com', 'noreply@corp.cn', 'SMTP_Inj'])
      expect(maskTypedUser(user, false)).toBe(user);
    for (const user of ['john.doe', 'me', 'me@qq.com'])
      expect(maskTypedUser(user, true)).toBe(user);
    expect(maskTypedHost('backend', true)).toBe('backend');
    for (const mask of [maskTypedHost, maskTypedUser])
      expect(mask('smtps://me:s3cret@x.org', true)).toMatch(/^\*+$/);
  });
});
