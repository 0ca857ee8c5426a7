import { describe, expect, it } from 'vitest';
import { bounces as englishBounces } from '../../../src/language/en/causes/bounces.js';
import { delays as englishDelays } from '../../../src/language/en/causes/delays.js';
import { causes as english } from '../../../src/language/en/causes/index.js';
import { withProvider as withEnglish } from '../../../src/language/en/provider.js';
import { serverWords as englishWords } from '../../../src/language/en/server-words.js';
import type { BounceTexts, CauseText } from '../../../src/language/texts.js';
import { bounces as chineseBounces } from '../../../src/language/zh-cn/causes/bounces.js';
import { delays as chineseDelays } from '../../../src/language/zh-cn/causes/delays.js';
import { causes as chinese } from '../../../src/language/zh-cn/causes/index.js';
import { withProvider as withChinese } from '../../../src/language/zh-cn/provider.js';
import { serverWords as chineseWords } from '../../../src/language/zh-cn/server-words.js';
import { hang } from '../../../src/output/wrap.js';
import { PROVIDERS } from '../../../src/providers/index.js';
import { CAUSES, type Cause } from '../../../src/report/causes.js';
import type { Facts } from '../../../src/report/facts.js';
import { providerFacts } from '../../../src/words/provider-facts.js';
import { randomFacts, seededDraw } from '../../recording/random-facts.js';

/** Where a verdict is wrapped, in columns. */
const WIDTH = 80;
const MOST_LINES = 2;
/** What is to be copied has a length of its own: lines of files, and commands that take a name. */
const TO_COPY = /SMTP_(?:URI|SENDER)(?:=|: )|systemctl|go-template|extra_hosts/;
const DRAWS = 100;

const LANGUAGES = [
  ['en', english, englishBounces, englishWords, withEnglish],
  ['zh-CN', chinese, chineseBounces, chineseWords, withChinese],
] as const;

describe.each(LANGUAGES)('the steps in %s', (language, causes, bounces, words, withProvider) => {
  const seen = new Set<string>();
  function expectShort({ nextSteps }: CauseText): void {
    for (const step of nextSteps) {
      if (TO_COPY.test(step) || seen.has(step)) continue;
      seen.add(step);
      expect(hang('1. ', step, WIDTH).split('\n').length, step).toBeLessThanOrEqual(MOST_LINES);
    }
  }

  it.each(Object.keys(CAUSES) as Cause[])('of %s take two lines at most', (cause) => {
    const draw = seededDraw(22);
    for (let count = 0; count < DRAWS; count += 1) {
      const facts = randomFacts(draw) as Facts;
      expectShort(causes[cause](facts));
      const inBounce = (bounces as BounceTexts)[cause];
      if (inBounce) expectShort(inBounce(facts));
    }
  });

  it.each(PROVIDERS.map((provider) => [provider.id, provider] as const))(
    'for %s do, too',
    (_id, provider) => {
      const [{ host, port } = {}] = provider.servers;
      for (const cause of Object.keys(CAUSES) as Cause[]) {
        const facts = providerFacts(provider, language, cause);
        for (const known of [{}, { host, port, user: 'me@example.com' }]) {
          const text = causes[cause]({ ...known, provider: facts });
          expectShort({ ...text, nextSteps: withProvider(text.nextSteps, facts) });
        }
      }
    },
  );

  it('while a server still tries do, too', () => {
    const { wait, causes: told } = language === 'en' ? englishDelays : chineseDelays;
    for (const until of [null, '2026-12-03 00:00 UTC']) {
      expectShort({ title: '', explanation: '', nextSteps: [wait(until)] });
    }
    for (const text of Object.values(told)) expectShort(text({}));
  });

  it.each(Object.entries(words))('of what Tailchat says (%s) do, too', (_name, text) => {
    expectShort(text);
  });
});
