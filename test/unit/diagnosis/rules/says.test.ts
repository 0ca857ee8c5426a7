import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import '../../../../src/diagnosis/rules/words/bounce.js';
import '../../../../src/diagnosis/rules/words/bounce-network.js';
import '../../../../src/diagnosis/rules/words/index.js';
import '../../../../src/diagnosis/diagnose.js';
import '../../../../src/explain/guess-step.js';
import { canStand, SAYINGS, says } from '../../../../src/diagnosis/rules/words/says.js';
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
    ['2fa', 'queued as 626c6a1322fa'],
  ])('%j does not find %j', (phrase, text) => {
    expect(says(phrase).test(text)).toBe(false);
  });

  it('finds any of several phrases, in capitals too', () => {
    const either = says('first thing', 'second thing');
    expect(either.test('the SECOND THING')).toBe(true);
    expect(either.test('the third thing')).toBe(false);
  });

  it('refuses a list that the vocabulary does not have', () => {
    expect(() => says('{nothing}').test('nothing')).toThrow('nothing');
    expect(() => SAYINGS.pop()?.pattern).toThrow('nothing');
  });
});

describe('what can stand in a text', () => {
  it.each([
    ['too many .. logins', 'Too many failed logins from you', true],
    ['too many .. logins', 'too many cooks', false],
    ['sender <> unknown', 'UNKNOWN sender', true],
    ['recipients? unknown', 'recipient unknown', true],
    ['recipients? unknown', 'the receiver', false],
    ['\\([a-z]{0,4}bl[ -]?[a-z]?\\)', 'blocked (PBL)', true],
    ["n[’']t (yet )?known", 'isn’t known', true],
    ['(mail|message) (too )?large', 'message large', true],
    ['{login} .. {wrong}', '535 登录失败', true],
    ['{login} .. {wrong}', 'all is well', false],
    ['{mailbox} .. {missing}', 'ПОЛЬЗОВАТЕЛЬ НЕ НАЙДЕН', true],
  ])('%j in %j: %s', (phrase, text, can) => {
    expect(canStand(phrase, text)).toBe(can);
    if (!can) expect(says(phrase).test(text)).toBe(false);
  });
});

describe('what is found', () => {
  it('is known in whole, in words that the vocabulary has', () => {
    expect(SAYINGS.length).toBeGreaterThan(60);
    for (const { pattern } of SAYINGS) expect(pattern.test('zzz')).toBe(false);
  });

  it('is made of phrases of which each part closes what it opens', () => {
    for (const saying of SAYINGS) {
      for (const part of saying.phrases.flatMap((phrase) => phrase.split(/ <> | \.\. /))) {
        const plain = part.replace(/\\.|\[[^\]]*\]/g, '');
        expect(plain.split('(').length, part).toBe(plain.split(')').length);
      }
    }
  });

  it('phrase by phrase is what the whole pattern finds, in a part of the corpus', () => {
    const texts = corpusTexts().filter((_text, index) => index % 20 === 0);
    expect(texts.length).toBeGreaterThan(150);
    const sayings = SAYINGS.map((saying) => ({ saying, whole: saying.pattern }));
    const differing = texts.flatMap((text) =>
      sayings.filter(({ saying, whole }) => saying.test(text) !== whole.test(text)).map(() => text),
    );
    expect(differing).toEqual([]);
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

/** Every text in the corpus, and every second once more in capitals. */
function corpusTexts(): string[] {
  const folder = new URL('../../../corpus/', import.meta.url);
  const files = readdirSync(folder).filter((name) => /\.jsonl?$/.test(name));
  const texts = files.flatMap((name) => {
    const lines = readFileSync(new URL(name, folder), 'utf8').split('\n');
    return lines.flatMap((line) =>
      [...line.matchAll(/"((?:[^"\\]|\\.){12,})"/g)].map(([, t = '']) => t),
    );
  });
  return texts.flatMap((text, index) => (index % 2 === 0 ? [text] : [text, text.toUpperCase()]));
}
