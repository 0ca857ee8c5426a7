import type { Language } from '../language-codes.js';
import { hasOwnPassword, type Provider } from '../providers/provider.js';
import { type Cause, causeInfo } from '../report/causes.js';
import type { Facts, ProviderFacts } from '../report/facts.js';

/** The user and the host of a login. */
type Login = Pick<Facts, 'user' | 'host'>;

/**
 * What is known of a provider, for the texts in one language.
 *
 * @param cause the failure that the texts are about; none for a warning
 * @param login whose it is, where the provider has several sites
 */
export function providerFacts(
  provider: Provider,
  language: Language,
  cause?: Cause,
  login?: Login,
): ProviderFacts;
export function providerFacts(
  provider: Provider | undefined,
  language: Language,
  cause?: Cause,
  login?: Login,
): ProviderFacts | undefined;
export function providerFacts(
  provider: Provider | undefined,
  language: Language,
  cause?: Cause,
  login: Login = {},
): ProviderFacts | undefined {
  if (!provider) return undefined;
  const { name, kind, user, password, sender, limits, advice, pages } = provider;
  const toSite = (text: string | undefined) => text && withSite(text, provider, login);
  const isOwnPassword = password && hasOwnPassword(password, provider);
  return {
    name: name[language],
    kind,
    passwordName: isOwnPassword || password?.kind === 'none' ? undefined : password?.name[language],
    passwordSource: toSite(password?.where?.[language]),
    userForm: user?.form,
    userWords: user?.value ?? user?.words?.[language],
    isSenderBound: sender === 'login',
    limits: limits?.[language],
    advice: cause && toSite(advice?.[cause]?.[language]),
    page: cause && (pages?.[cause] ?? pageOfSettings(cause, provider)),
  };
}

/** A text that sends people to the site of their own address, else to that of the host. */
export function withSite(text: string, { sites }: Provider, { user, host }: Login): string {
  if (!sites) return text;
  const { usual, ofDomains } = sites;
  const isIn = (name: string | undefined, domain: string) => name?.toLowerCase().endsWith(domain);
  const entries = Object.entries(ofDomains);
  const [, own = usual] =
    entries.find(([domain]) => isIn(user, `@${domain}`)) ??
    entries.find(([domain]) => !user?.includes('@') && isIn(host, `.${domain}`)) ??
    [];
  return text.replace(usual, own);
}

/** Where the settings may be at fault, the page with them says how it is done. */
function pageOfSettings(cause: Cause, { pages }: Provider): string | undefined {
  return causeInfo(cause).hasPage ? pages?.smtp : undefined;
}
