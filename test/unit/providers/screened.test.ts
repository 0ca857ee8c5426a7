import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needsOf, signsOfAll } from '../../../scripts/screen-patterns.js';
import { screened } from '../../../scripts/screened.js';
import { PROVIDERS } from '../../../src/providers/index.js';

import { readCorpus } from '../../helpers/corpus.js';

const patterns = PROVIDERS.flatMap(({ mark, replies = [] }) => [
  ...(mark ? [mark] : []),
  ...replies.map(({ words }) => words),
]).filter((words): words is RegExp => words instanceof RegExp);

const made = patterns.map((pattern) => ({ pattern, needs: needsOf(pattern) }));

/** Whatever an expression finds in a text, with other letters around. */
function found(pattern: RegExp): fc.Arbitrary<string> | undefined {
  try {
    return fc.stringMatching(new RegExp(pattern.source, pattern.flags.replace(/[^s]/g, '')));
  } catch {
    // It looks back or ahead.
    return undefined;
  }
}

describe('the expressions of the providers in the bundle', () => {
  it('are nearly all asked only where a text that they need stands', () => {
    const screenedOnes = made.filter(({ needs }) => needs && !needs.includes(''));
    expect(screenedOnes.length).toBeGreaterThan(patterns.length * 0.9);
  });

  it('find in the corpus what they find anyway', () => {
    const replies = readCorpus().filter((_reply, index) => index % 8 === 0);
    const texts = replies.flatMap(({ reply }) => [reply, reply.toUpperCase()]);
    const differing = made.flatMap(({ pattern, needs }) => {
      if (!needs) return [];
      const one = screened(pattern, needs.join('\n'));
      return texts.filter((text) => one.test(text) !== pattern.test(text));
    });
    expect(differing).toEqual([]);
  });

  it('find whatever they find', () => {
    for (const { pattern, needs } of made) {
      const texts = needs && found(pattern);
      if (!texts) continue;
      const one = screened(pattern, needs.join('\n'));
      fc.assert(
        fc.property(texts, (text) => {
          expect(one.test(text)).toBe(pattern.test(text));
          const other = pattern.ignoreCase ? text.toUpperCase() : text;
          expect(one.test(other)).toBe(pattern.test(other));
        }),
        { numRuns: 20 },
      );
    }
  });

  it('are asked with every space that they want', () => {
    expect(needsOf(/a {2}b/)).toEqual(['a  b']);
  });

  it('of a kind for which small letters do not tell are asked always', () => {
    for (const pattern of [/abc/g, /abc/iu, /σίγμα/i, /ab|defg/]) {
      const needs = needsOf(pattern);
      expect(!needs || needs.includes(''), `${pattern}`).toBe(true);
    }
  });
});

describe('the signs of all providers in the bundle', () => {
  const { texts, codes } = signsOfAll();
  const signs = texts.split('\n');

  it('tell little of what every server says, and nothing of it by a code alone', () => {
    expect(signs.filter((sign) => sign.length < 3)).toEqual([]);
    expect(codes.filter((code) => !/^[45]\.\d+\.\d+$/.test(`${code}`))).toEqual([]);
    const usual = '535 5.7.8 error: authentication failed, 550 5.7.1 sender address rejected';
    expect(signs.filter((sign) => usual.includes(sign))).toEqual([]);
  });

  it('are there wherever one of them shows itself', () => {
    const rules = PROVIDERS.flatMap(({ mark, replies = [] }) => [
      ...(mark ? [{ words: mark }] : []),
      ...replies.filter(({ isOnlyHere }) => !isOnlyHere),
    ]) as { words: { test(text: string): boolean }; codes?: readonly (number | string)[] }[];
    const hidden = readCorpus().filter(({ reply }) => {
      const text = reply.replaceAll('\n', ' ');
      const isShown =
        signs.some((sign) => text.toLowerCase().includes(sign)) ||
        codes.some((code) => text.includes(`${code}`));
      const isFound = () =>
        rules.some(
          ({ words, codes: wanted }) =>
            words.test(text) && (!wanted || wanted.some((code) => text.includes(`${code}`))),
        );
      return !isShown && isFound();
    });
    expect(hidden).toEqual([]);
  });
});
