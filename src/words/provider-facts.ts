import type { Language } from '../language-codes.js';
import { hasOwnPassword, type Provider } from '../providers/provider.js';
import { type Cause, causeInfo } from '../report/causes.js';
import type { ProviderFacts } from '../report/facts.js';

/**
 * What is known of a provider, for the texts in one language.
 *
 * @param cause the failure that the texts are about; none for a warning
 */
export function providerFacts(provider: Provider, language: Language, cause?: Cause): ProviderFacts;
export function providerFacts(
  provider: Provider | undefined,
  language: Language,
  cause?: Cause,
): ProviderFacts | undefined;
export function providerFacts(
  provider: Provider | undefined,
  language: Language,
  cause?: Cause,
): ProviderFacts | undefined {
  if (!provider) return undefined;
  const { name, kind, user, password, sender, limits, advice, pages } = provider;
  const isOwnPassword = password && hasOwnPassword(password, provider);
  return {
    name: name[language],
    kind,
    passwordName: isOwnPassword || password?.kind === 'none' ? undefined : password?.name[language],
    passwordSource: password?.where?.[language],
    userForm: user?.form,
    userWords: user?.value ?? user?.words?.[language],
    isSenderBound: sender === 'login',
    limits: limits?.[language],
    advice: cause && advice?.[cause]?.[language],
    page: cause && (pages?.[cause] ?? pageOfSettings(cause, provider)),
  };
}

/** Where the settings may be at fault, the page with them says how it is done. */
function pageOfSettings(cause: Cause, { pages }: Provider): string | undefined {
  return causeInfo(cause).hasPage ? pages?.smtp : undefined;
}
