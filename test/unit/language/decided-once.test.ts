import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decisionsIn, decisionsInCode } from '../../helpers/decisions.js';
import { codeOf, filesIn, importsOf, read } from '../../helpers/sources.js';

const LANGUAGES = ['en', 'zh-cn'];
const texts = LANGUAGES.flatMap((language) => filesIn(`src/language/${language}`));
/** Lists, plurals, spaces, other words for a place: what makes words of words. */
const isGrammar = (file: string) => /\/(?:grammar|seats)\.ts$/.test(file);

describe('which words are said', () => {
  it.each(texts.filter((file) => !isGrammar(file)))('is not decided in %s', (file) => {
    expect(decisionsIn(file)).toEqual([]);
  });

  it.each(texts)('is asked of nobody outside of the language in %s', (file) => {
    const values = [...read(file).matchAll(/^import (?!type\b)[^;]*? from '([^']+)'/gm)];
    const paths = values.map(([, name = '']) => posix.join(posix.dirname(file), name));
    expect(paths.filter((path) => !path.startsWith('src/language/'))).toEqual([]);
  });

  it.each(texts.filter(isGrammar))('is no matter of %s, which knows no facts', (file) => {
    expect(importsOf(file)).toEqual([]);
  });

  it('is decided by plans alone, which have no words', () => {
    const CJK = /[\u4e00-\u9fff]/;
    const plans = filesIn('src/language/plans');
    expect(plans.length).toBeGreaterThan(10);
    for (const file of plans) {
      expect(importsOf(file).filter((name) => /^src\/language\/(en|zh-cn)\//.test(name))).toEqual(
        [],
      );
    }
    expect(plans.filter((file) => CJK.test(codeOf(file)))).toEqual([]);
  });
});

describe('the rule', () => {
  it.each([
    ["facts.host ? 'a' : 'b'", 1],
    ["facts.host && 'a'", 1],
    ['facts.host ?? facts.user', 1],
    ["facts.host ?? 'the host'", 0],
    ["['a', 'b'][Number(facts.isPublic)]", 1],
    ['[facts.host].filter(Boolean)', 1],
    ["known(facts.host, (host) => 'to ' + host)", 0],
    ["known(facts.host, () => 'somewhere')", 1],
    ['known(isPublic(facts), (it) => it)', 1],
    ["tell(kindOf(facts), { a: 'a', b: 'b' })", 0],
    ["facts.text.includes('a')", 1],
    ['/a/.test', 1],
  ])('sees in %s so many decisions: %i', (code, count) => {
    expect(decisionsInCode(code)).toHaveLength(count);
  });
});
