import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/language-codes.js';
import { findProviderOfHost } from '../../../src/providers/find.js';
import { PROVIDERS } from '../../../src/providers/index.js';
import { CAUSES, type Cause } from '../../../src/report/causes.js';
import { providerFacts } from '../../../src/words/provider-facts.js';

const NAMES = Object.keys(CAUSES) as Cause[];

function factsOf(
  host: string,
  cause?: Cause,
  language = LANGUAGES[0] as (typeof LANGUAGES)[number],
) {
  const provider = findProviderOfHost(host);
  if (!provider) throw new Error(`nobody has ${host}`);
  return { provider, facts: providerFacts(provider, language, cause) };
}

describe('the facts of a provider', () => {
  it('are none where nobody is known', () => {
    expect(providerFacts(undefined, 'en', 'auth-failed')).toBeUndefined();
  });

  it('are in the language of the texts', () => {
    const { facts } = factsOf('smtp.qq.com', 'app-password-required');
    expect(facts).toMatchObject({
      name: 'QQ Mail',
      kind: 'mailbox',
      passwordName: 'authorization code (授权码)',
      userForm: 'address-or-name',
      isSenderBound: true,
      page: 'https://help.mail.qq.com/detail/106/985',
    });
    const inChinese = factsOf('smtp.qq.com', 'app-password-required', 'zh-CN').facts;
    expect(inChinese).toMatchObject({ name: 'QQ 邮箱', passwordName: '授权码' });
    expect(inChinese?.page).toBe(facts?.page);
  });

  it('name the user where it is the same for everybody, and what it is called elsewhere', () => {
    expect(factsOf('smtp.sendgrid.net').facts).toMatchObject({
      userForm: 'fixed',
      userWords: 'apikey',
      isSenderBound: false,
    });
    const { facts } = factsOf('email-smtp.us-east-1.amazonaws.com', undefined, 'zh-CN');
    expect(facts).toMatchObject({ userForm: 'issued', userWords: expect.stringContaining('AKIA') });
    expect(facts?.userWords).toMatch(/[\u4e00-\u9fff]/);
  });

  it('name no password where it is the account’s own', () => {
    for (const provider of PROVIDERS) {
      // Whoever sends for others gives out one for that alone, whatever it is called.
      const isOwn = provider.password?.kind === 'password' && provider.kind !== 'relay';
      const isNone = provider.password?.kind === 'none';
      const facts = providerFacts(provider, 'en');
      const named = isOwn || isNone ? undefined : provider.password?.name.en;
      expect(facts?.passwordName, provider.id).toBe(named);
    }
  });

  it('hold advice and a page for the cause alone', () => {
    const { facts, provider } = factsOf('smtp.gmail.com', 'quota-exceeded');
    expect(facts?.advice).toBe(provider.advice?.['quota-exceeded']?.en);
    expect(facts?.advice).toContain('24 hours');
    expect(facts?.page).toBe('https://support.google.com/mail/answer/22839');
    expect(factsOf('smtp.gmail.com').facts).toMatchObject({ advice: undefined, page: undefined });
  });

  it('hold the page with the settings where no other is about the cause', () => {
    const settings = 'https://support.google.com/mail/answer/7126229';
    expect(factsOf('smtp.gmail.com', 'auth-failed').facts?.page).toBe(settings);
    expect(factsOf('smtp.gmail.com', 'connection-refused').facts?.page).toBe(settings);
    const app = factsOf('smtp.gmail.com', 'app-password-required').facts?.page;
    expect(app).toBe('https://support.google.com/accounts/answer/185833');
  });

  it.each(['mailbox-full', 'recipient-unknown', 'greylisted', 'uri-missing', 'unknown'] as const)(
    'hold no page with settings for %s, which no setting mends',
    (cause) => {
      expect(factsOf('smtp.gmail.com', cause).facts?.page).toBeUndefined();
    },
  );

  it('tell software that people run themselves from a service', () => {
    for (const provider of PROVIDERS) {
      expect(providerFacts(provider, 'en')?.kind, provider.id).toBe(provider.kind);
    }
  });

  it('tell whether the sender is bound to the login', () => {
    for (const provider of PROVIDERS) {
      const isBound = provider.sender === 'login';
      expect(providerFacts(provider, 'en')?.isSenderBound, provider.id).toBe(isBound);
    }
  });

  it.each(LANGUAGES)('are those of the data, for every provider and cause, in %s', (language) => {
    for (const provider of PROVIDERS) {
      for (const cause of NAMES) {
        const { name, password, user, limits, advice, pages } = provider;
        const facts = providerFacts(provider, language, cause);
        expect(facts).toMatchObject({
          name: name[language],
          passwordSource: password?.where?.[language],
          userWords: user?.value ?? user?.words?.[language],
          limits: limits?.[language],
          advice: advice?.[cause]?.[language],
        });
        expect([pages?.[cause] ?? pages?.smtp, undefined]).toContain(facts?.page);
        if (pages?.[cause]) expect(facts?.page).toBe(pages[cause]);
      }
    }
  });
});
