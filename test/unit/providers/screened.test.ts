import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needsOf } from '../../../scripts/screen-patterns.js';
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
