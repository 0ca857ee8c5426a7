import type { Language } from '../languages.js';
import type { Mistake, Provider, Shape } from '../providers/provider.js';
import type { CredentialOddity } from '../report/facts.js';
import type { SmtpUri } from '../settings/uri/smtp-uri.js';

/** What is put in for a login. */
export interface Credentials {
  user: string;
  password: string;
}

/**
 * What is odd about a user and a password: that which can be told before the server is asked, and
 * without telling either. Nothing is found where nothing is known of the provider but white space.
 */
export function findCredentialOddities(
  { user, password }: Credentials,
  provider: Provider | undefined,
  language: Language,
): CredentialOddity[] {
  return [
    ...oddUser(user, provider, language),
    ...oddValue('password', password, provider?.password, language),
  ];
}

/** The same for the login of a URI; nothing where it has none. */
export function findUriOddities(
  { user, password }: Pick<SmtpUri, 'user' | 'password'>,
  provider: Provider | undefined,
  language: Language,
): CredentialOddity[] {
  if (user === undefined || !password) return [];
  return findCredentialOddities({ user, password: password.reveal() }, provider, language);
}

function oddUser(
  user: string,
  provider: Provider | undefined,
  language: Language,
): CredentialOddity[] {
  const value = 'user';
  const form = provider?.user;
  const odd = oddValue(value, user, form, language);
  if (odd.length > 0 || !form) return odd;
  const isAddress = user.includes('@');
  if (form.form === 'address' && !isAddress) return [{ value, kind: 'no-address' }];
  if (form.form === 'name' && isAddress) return [{ value, kind: 'whole-address' }];
  if (form.value !== undefined && user !== form.value) {
    return [{ value, kind: 'not-fixed', expected: form.value }];
  }
  return [];
}

/** Of several things that are odd, the one that explains the others. */
function oddValue(
  value: 'user' | 'password',
  given: string,
  form: { shape?: Shape; mistakes?: readonly Mistake[] } | undefined,
  language: Language,
): CredentialOddity[] {
  if (given !== given.trim()) return [{ value, kind: 'white-space' }];
  const mistake = form?.mistakes?.find(({ matches }) => matches.test(given));
  if (mistake) return [{ value, kind: 'mistake', looksLike: mistake.words[language] }];
  const shape = form?.shape;
  if (!shape || shape.matches.test(given)) return [];
  return [
    { value, kind: 'shape', expected: shape.words[language], length: Array.from(given).length },
  ];
}
