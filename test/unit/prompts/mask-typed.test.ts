import { describe, expect, it } from 'vitest';
import {
  maskTypedAnswer,
  maskTypedPort,
  maskTypedSearch,
  maskTypedUri,
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
  ])('is hidden where it looks like a URI: %s', (typed) => {
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
