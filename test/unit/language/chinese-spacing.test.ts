import { describe, expect, it } from 'vitest';
import type { BounceTexts } from '../../../src/language/texts.js';
import { bounces } from '../../../src/language/zh-cn/causes/bounces.js';
import { causes } from '../../../src/language/zh-cn/causes/index.js';
import { CAUSES, type Cause } from '../../../src/report/causes.js';
import type { Facts } from '../../../src/report/facts.js';
import { randomFacts, seededDraw } from '../../recording/random-facts.js';

/** A Latin letter or a digit that touches a Chinese character. */
const TOUCHING = /[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]/;
/** A blank beside a full-width stop, where none belongs. Empty facts leave some, so only the end of a list is looked for. */
const LOOSE = /个 [\u4e00-\u9fff]|把 [\u4e00-\u9fff]/;
const DRAWS = 100;

describe('the Chinese verdicts', () => {
  it.each(Object.keys(CAUSES) as Cause[])('part Latin from Chinese by a blank: %s', (cause) => {
    const draw = seededDraw(31);
    for (let count = 0; count < DRAWS; count += 1) {
      const facts = randomFacts(draw) as Facts;
      for (const text of [causes[cause], (bounces as BounceTexts)[cause]]) {
        const { title, explanation, nextSteps } = text?.(facts) ?? causes[cause](facts);
        for (const words of [title, explanation, ...nextSteps]) {
          expect(words).not.toMatch(TOUCHING);
          expect(words).not.toMatch(LOOSE);
        }
      }
    }
  });
});
