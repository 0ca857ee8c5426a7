import type { Mistake, Provider, Shape } from '../providers/provider.js';
import { isSwapped } from '../safety/swapped.js';
import type { SmtpUri } from '../settings/uri/smtp-uri.js';
import type { FoundOddity } from './found-failure.js';

/** What is put in for a login. */
export interface Credentials {
  user: string;
  password: string;
}

/**
 * Says what is odd about a user and a password, as far as that can be told before the server is asked. The result contains
 * neither of them. For an unknown provider only white space is checked.
 */
export function findCredentialOddities(
  { user, password }: Credentials,
  provider: Provider | undefined,
): FoundOddity[] {
  const { password: form } = provider ?? {};
  if (form?.kind === 'none') return [{ value: 'password', kind: 'refused', expected: form.name }];
  if (isSwapped(user, password) && provider?.user?.value !== user) {
    return [{ value: 'password', kind: 'swapped' }];
  }
  return [...oddUser(user, provider), ...oddValue('password', password, form)];
}

/** Says the same for the login of a URI; nothing where the URI has none. */
export function findUriOddities(
  { user, password }: Pick<SmtpUri, 'user' | 'password'>,
  provider: Provider | undefined,
): FoundOddity[] {
  if (user === undefined || !password) return [];
  return findCredentialOddities({ user, password: password.reveal() }, provider);
}

function oddUser(user: string, provider: Provider | undefined): FoundOddity[] {
  const value = 'user';
  const form = provider?.user;
  const odd = oddValue(value, user, form);
  if (odd.length > 0 || !form) return odd;
  const isAddress = user.includes('@');
  if (form.form === 'address' && !isAddress) return [{ value, kind: 'no-address' }];
  if (form.form === 'name' && isAddress) return [{ value, kind: 'whole-address' }];
  if (form.value !== undefined && user !== form.value) {
    return [{ value, kind: 'not-fixed', expected: form.value }];
  }
  return [];
}

/** The oddity that explains the others. */
function oddValue(
  value: 'user' | 'password',
  given: string,
  form: { shape?: Shape; mistakes?: readonly Mistake[] } | undefined,
): FoundOddity[] {
  if (given !== given.trim()) return [{ value, kind: 'white-space' }];
  const mistake = form?.mistakes?.find(({ matches }) => matches.test(given));
  if (mistake) return [{ value, kind: 'mistake', looksLike: mistake.words }];
  const shape = form?.shape;
  if (!shape || shape.matches.test(given)) return [];
  const { length } = Array.from(given);
  const isOfThatLength = ['a', 'A', '0'].some((sign) => shape.matches.test(sign.repeat(length)));
  return [
    { value, kind: 'shape', expected: shape.words, length: isOfThatLength ? undefined : length },
  ];
}
