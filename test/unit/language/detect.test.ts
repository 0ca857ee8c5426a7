import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../src/commands/language-of.js';
import { detectLanguage, isLanguage, loadTexts } from '../../../src/language/index.js';

describe('detectLanguage', () => {
  it.each([
    ['zh_CN.UTF-8', 'zh-CN'],
    ['zh_CN', 'zh-CN'],
    ['zh-CN', 'zh-CN'],
    ['zh-TW', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['ZH_cn.GB18030', 'zh-CN'],
    ['zh_CN.UTF-8@pinyin', 'zh-CN'],
    ['C.UTF-8', 'en'],
    ['C', 'en'],
    ['POSIX', 'en'],
    ['en_US', 'en'],
    ['en_US.UTF-8', 'en'],
    ['de_DE.UTF-8', 'en'],
    ['', 'en'],
  ])('%j speaks %s', (locale, language) => {
    for (const name of ['LC_ALL', 'LC_MESSAGES', 'LANG', 'LANGUAGE']) {
      expect(detectLanguage({ [name]: locale })).toBe(language);
    }
  });

  it('speaks English where nothing is set', () => {
    expect(detectLanguage({})).toBe('en');
  });

  it('goes by LC_ALL, then LC_MESSAGES, then LANG, then LANGUAGE', () => {
    const names = ['LC_ALL', 'LC_MESSAGES', 'LANG', 'LANGUAGE'];
    for (const [index, first] of names.entries()) {
      const later = names.slice(index + 1);
      const others = (locale: string) => Object.fromEntries(later.map((name) => [name, locale]));
      expect(detectLanguage({ ...others('en_US'), [first]: 'zh_CN' })).toBe('zh-CN');
      expect(detectLanguage({ ...others('zh_CN'), [first]: 'en_US' })).toBe('en');
      expect(detectLanguage({ ...others('zh_CN'), [first]: 'C' })).toBe('en');
    }
  });

  it('passes over an empty one', () => {
    expect(detectLanguage({ LC_ALL: '', LC_MESSAGES: '', LANG: 'zh_CN' })).toBe('zh-CN');
  });

  it('takes the first of the list in LANGUAGE', () => {
    expect(detectLanguage({ LANGUAGE: 'zh_CN:en' })).toBe('zh-CN');
    expect(detectLanguage({ LANGUAGE: 'en:zh_CN' })).toBe('en');
  });
});

describe('languageOf', () => {
  const env = { LANG: 'en_US' };
  it.each([
    [['--lang', 'zh-CN'], 'zh-CN'],
    [['--lang=zh-CN'], 'zh-CN'],
    [['--lang', 'en'], 'en'],
    [['--lang', 'klingon'], 'en'],
    [['--lang'], 'en'],
    [[], 'en'],
  ])('%j speaks %s', (words, language) => {
    expect(languageOf({ argv: ['smtp', 'verify', ...words], env })).toBe(language);
  });

  it('prefers the flag to the environment', () => {
    expect(languageOf({ argv: ['--lang', 'en'], env: { LC_ALL: 'zh_CN' } })).toBe('en');
  });
});

describe('isLanguage', () => {
  it.each([
    ['en', true],
    ['zh-CN', true],
    ['zh', false],
    ['toString', false],
    ['', false],
  ])('%j: %s', (word, expected) => {
    expect(isLanguage(word)).toBe(expected);
  });
});

describe('loadTexts', () => {
  it('loads the texts of each language', async () => {
    const [en, zh] = [await loadTexts('en'), await loadTexts('zh-CN')];
    expect(en.causes['auth-failed']({}).title).toMatch(/^[\x20-\x7e]+$/);
    expect(zh.causes['auth-failed']({}).title).toMatch(/\p{Script=Han}/u);
  });
});
