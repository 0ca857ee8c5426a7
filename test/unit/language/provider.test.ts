import { describe, expect, it } from 'vitest';
import { oddities as inEnglish, withProvider } from '../../../src/language/en/provider.js';
import { loadTexts } from '../../../src/language/index.js';
import { oddities as inChinese } from '../../../src/language/zh-cn/provider.js';
import { LANGUAGES } from '../../../src/language-codes.js';
import { PROVIDERS } from '../../../src/providers/index.js';
import { CAUSES, type Cause } from '../../../src/report/causes.js';
import type { CredentialOddity } from '../../../src/report/credential-oddity.js';
import type { Facts, ProviderFacts } from '../../../src/report/facts.js';
import { providerFacts } from '../../../src/words/provider-facts.js';

const NAMES = Object.keys(CAUSES) as Cause[];

const CJK = /[\u4e00-\u9fff]/;

/** The verbs that an English step begins with: those of the causes, and those of the providers. */
const VERB =
  /^(?:Or )?(Add|Allow|Ask|Buy|Change|Check|Choose|Compare|Configure|Connect|Copy|Correct|Create|Delete|Disable|Enable|End|Enter|Exempt|Export|Fix|Follow|Free|Generate|Get|Give|Include|Install|Issue|Keep|Leave|Let|Log|Look|Make|Map|Match|Move|Name|Open|Pay|Percent-encode|Put|Raise|Reactivate|Read|Register|Remove|Renew|Reopen|Repair|Replace|Request|Reset|Run|Save|Say|See|Send|Separate|Set|Shorten|Start|Stop|Switch|Take|Tick|Top|Try|Turn|Type|Unblock|Update|Upgrade|Use|Validate|Verify|Wait|Write),? /i;

const ODD: readonly CredentialOddity[] = [
  { value: 'user', kind: 'white-space' },
  { value: 'user', kind: 'no-address' },
  { value: 'user', kind: 'whole-address' },
  { value: 'user', kind: 'not-fixed', expected: 'apikey' },
  { value: 'password', kind: 'shape', expected: '16 letters', length: 7 },
  { value: 'password', kind: 'mistake', looksLike: 'API key' },
];

const ODDITIES = { en: inEnglish, 'zh-CN': inChinese };

/** Every provider in each language, one after the other. */
const CASES = LANGUAGES.flatMap((language) =>
  PROVIDERS.map((provider) => [language, provider.id, provider] as const),
);

/** What no text may hold: leftovers of missing facts, doubled points and spaces. */
function expectClean(text: string, where: string): void {
  expect(text, where).not.toMatch(/undefined|null|NaN|\[object|\$\{/);
  expect(text, where).not.toMatch(/—|\s–\s/);
  expect(text, where).not.toMatch(/^\s|\s$|\n| {2}| [,，。：；、）]| \.(\s|$)/);
  expect(text, where).not.toMatch(/\.\.(?!\.)(?<!\.\.\.)|。。|\.。|，，|, ,|;;|:\s*$|：\s*$/);
}

function urlsIn(steps: string[]): string[] {
  return steps.flatMap((step) => step.match(/https:\/\/[^\s，；）)]+/g) ?? []);
}

describe.each(CASES)('in %s, the texts for %s', (language, _id, provider) => {
  const given: [name: string, facts: Facts][] = [
    ['few facts', {}],
    ['oddities', { oddities: ODD }],
    [
      'all facts',
      {
        host: provider.servers[0]?.host ?? 'mail.example.org',
        port: provider.servers[0]?.port ?? 465,
        user: 'me@example.com',
        senderAddress: 'other@example.com',
        recipients: ['you@example.com'],
        mechanisms: ['XOAUTH2'],
        encrypted: true,
        authenticated: true,
        oddities: [],
      },
    ],
  ];

  it.each(given)('are well formed with %s', async (_name, some) => {
    const texts = await loadTexts(language);
    for (const cause of NAMES) {
      const facts = providerFacts(provider, language, cause) as ProviderFacts;
      const text = texts.causes[cause]({ ...some, provider: facts });
      const steps = texts.withProvider(text.nextSteps, facts);
      for (const each of [text.title, text.explanation, ...steps]) expectClean(each, cause);
      expect(text.title, cause).not.toMatch(/[.。]$/);
      expect(text.explanation, cause).toMatch(/[^.。][.。]$/);
      expect(new Set(steps).size, cause).toBe(steps.length);
      expect(new Set(urlsIn(steps)).size, cause).toBe(urlsIn(steps).length);
      expect(steps.length, cause).toBeLessThanOrEqual(7);
      for (const step of steps) {
        expect(step, cause).not.toMatch(/[.。]$/);
        if (language === 'zh-CN') expect(step, cause).toMatch(CJK);
      }
    }
  });

  it('have its advice first and its page last', async () => {
    const texts = await loadTexts(language);
    for (const cause of NAMES) {
      const facts = providerFacts(provider, language, cause) as ProviderFacts;
      const { nextSteps } = texts.causes[cause]({ provider: facts });
      const steps = texts.withProvider(nextSteps, facts);
      const { advice, page } = facts;
      expect(steps.slice(advice ? 1 : 0, page ? -1 : undefined), cause).toEqual(nextSteps);
      if (advice) expect(steps[0], cause).toBe(advice);
      if (page) expect(steps.at(-1)?.endsWith(page), cause).toBe(true);
      if (page) expect(steps.at(-1), cause).toContain(facts.name);
      expect(steps.length - nextSteps.length, cause).toBe((advice ? 1 : 0) + (page ? 1 : 0));
    }
  });

  it('call its password and its user by their names', async () => {
    const texts = await loadTexts(language);
    const facts = providerFacts(provider, language, 'auth-failed') as ProviderFacts;
    const { nextSteps } = texts.causes['auth-failed']({ provider: facts });
    const joined = nextSteps.join('\n');
    if (facts.passwordName) {
      expect(nextSteps[0]).toContain(facts.passwordName);
      expect(nextSteps[0]).toContain(facts.passwordSource ?? facts.name);
    }
    if (facts.userForm === 'fixed' || facts.userForm === 'issued') {
      expect(joined).toContain(facts.userWords);
    }
    if (facts.userForm === 'address') expect(joined).toContain('me%40example.com');
    // What a user is called is no step of its own behind "write as user".
    expect(joined).not.toMatch(/用户名写[^\n]*填写|Write as user [^\n]*: (write|fill in)\b/i);
  });

  it('say how much may be sent where that is the matter', async () => {
    const texts = await loadTexts(language);
    for (const cause of ['rate-limited', 'quota-exceeded'] as const) {
      const facts = providerFacts(provider, language, cause) as ProviderFacts;
      const { explanation } = texts.causes[cause]({ provider: facts });
      if (facts.limits) expect(explanation).toContain(facts.limits);
      expect(explanation.includes(facts.name)).toBe(facts.limits !== undefined);
    }
  });

  it('say what a user or a password looks like in one sentence', () => {
    const facts = providerFacts(provider, language);
    const values = ['user', 'password'] as const;
    const sentences = values.flatMap((value) =>
      (provider[value]?.mistakes ?? []).map(({ words }) => {
        const oddity = { value, kind: 'mistake', looksLike: words[language] } as const;
        return ODDITIES[language]({ oddities: [oddity], provider: facts });
      }),
    );
    for (const sentence of sentences) expectClean(sentence, provider.id);
    // What comes last must not be about what is wanted instead.
    expect(sentences.filter((each) => /(;|\bwhich\b).*, which\b/.test(each))).toEqual([]);
  });
});

describe('the English steps', () => {
  it.each(PROVIDERS.map((provider) => [provider.id, provider] as const))(
    'begin with a verb for %s',
    async (_id, provider) => {
      const texts = await loadTexts('en');
      const steps = NAMES.flatMap((cause) => {
        const facts = providerFacts(provider, 'en', cause) as ProviderFacts;
        return texts.withProvider(texts.causes[cause]({ provider: facts }).nextSteps, facts);
      });
      expect(steps.filter((step) => !VERB.test(step))).toEqual([]);
    },
  );
});

describe('the words for what is odd', () => {
  const gmail = providerFacts(
    PROVIDERS.find(({ id }) => id === 'gmail'),
    'en',
  );

  it('are a sentence each', () => {
    for (const oddity of ODD) {
      for (const provider of [undefined, gmail]) {
        const english = inEnglish({ oddities: [oddity], provider });
        expect(english).toMatch(/^(The|At|User) \S.*[^.]\.$/);
        expectClean(english, oddity.kind);
        const chinese = inChinese({ oddities: [oddity], provider });
        expect(chinese).toMatch(/[^。]。$/);
        expectClean(chinese, oddity.kind);
        expect(chinese).not.toMatch(/[\u4e00-\u9fff] [\u4e00-\u9fff]/);
        // A space parts Chinese words from Latin ones.
        expect(chinese).not.toMatch(/[\u4e00-\u9fff][a-zA-Z]|[a-zA-Z][\u4e00-\u9fff]/);
      }
    }
    expect(inEnglish({ oddities: ODD, provider: gmail }).split('. ')).toHaveLength(ODD.length);
    expect(inEnglish({})).toBe('');
    expect(inChinese({ oddities: [] })).toBe('');
  });

  it('name the length, the shape and what it is called', () => {
    const oddities: CredentialOddity[] = [
      { value: 'password', kind: 'shape', expected: '16 letters', length: 7 },
    ];
    const text = inEnglish({ oddities, provider: gmail });
    for (const word of ['7 characters', 'App password', 'Gmail', '16 letters']) {
      expect(text).toContain(word);
    }
  });

  it('are said in the warning, with what will come of it', async () => {
    for (const language of LANGUAGES) {
      const { warnings } = await loadTexts(language);
      const words = language === 'en' ? inEnglish : inChinese;
      const facts = { host: 'smtp.gmail.com', oddities: ODD, provider: gmail };
      const text = warnings['credentials-unlikely']({ code: 'credentials-unlikely', ...facts });
      expect(text.startsWith(words(facts))).toBe(true);
      expect(text.length).toBeGreaterThan(words(facts).length + 5);
      expectClean(text, language);
    }
  });
});

describe('the steps', () => {
  it('stay as they are where nobody is known', () => {
    expect(withProvider(['Do this'], undefined)).toEqual(['Do this']);
    expect(withProvider(['Do this'], { name: 'Kraut', kind: 'mailbox' })).toEqual(['Do this']);
  });
});
