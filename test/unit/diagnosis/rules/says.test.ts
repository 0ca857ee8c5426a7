import { describe, expect, it } from 'vitest';
import { says } from '../../../../src/diagnosis/rules/words/says.js';
import { VOCABULARY } from '../../../../src/diagnosis/rules/words/vocabulary.js';

describe('says', () => {
  it.each([
    ['too many .. logins', 'Too many failed logins from you'],
    ['sender <> unknown', 'unknown sender'],
    ['sender <> unknown', 'Sender address is unknown'],
    ['(quota|limit) exceeded', 'over: limit exceeded'],
    ['authenticat* required', 'Authentication required'],
    ['recipients? unknown', 'recipient unknown'],
    ['(mail|message) (too )?large', 'message large'],
    ['{login} .. {wrong}', 'Anmeldung ist fehlgeschlagen'],
    ['{login} .. {wrong}', '535 登录失败'],
    ['({login}|ticket) .. denied', 'ticket was denied'],
    ['{mailbox} .. {missing}', 'Пользователь не найден'],
  ])('%j finds %j', (phrase, text) => {
    expect(says(phrase).test(text)).toBe(true);
  });

  it.each([
    ['ip', 'recipient'],
    ['spam', 'spammer'],
    ['too many .. logins', 'logins: too many'],
    ['sender .. refused', `sender ${'and so on '.repeat(6)}refused`],
    ['recipients? unknown', 'recipientx unknown'],
  ])('%j does not find %j', (phrase, text) => {
    expect(says(phrase).test(text)).toBe(false);
  });

  it('finds any of several phrases, in capitals too', () => {
    const either = says('first thing', 'second thing');
    expect(either.test('the SECOND THING')).toBe(true);
    expect(either.test('the third thing')).toBe(false);
  });

  it('refuses a list that the vocabulary does not have', () => {
    expect(() => says('{nothing}')).toThrow('nothing');
  });
});

describe('the vocabulary', () => {
  const lists = Object.entries<readonly string[]>(VOCABULARY);

  it.each(lists)(
    'of %s makes a pattern for each word, none of which finds everything',
    (_, words) => {
      for (const word of words) expect(says(`(${word})`).test('zzz'), word).toBe(false);
    },
  );

  it.each(lists)('of %s has no word twice', (_, words) => {
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });
});
