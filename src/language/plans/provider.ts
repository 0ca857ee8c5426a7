import type { Facts, ProviderFacts } from '../../report/facts.js';
import { isUserInForm } from '../facts.js';
import { plan } from './plan.js';

/** Nothing where the password is the account's own. */
export const howToGetPassword = ({ provider }: Facts) =>
  plan(Boolean(provider?.passwordName) && 'create');

/** Only where the account's own password is what the provider wants. */
export const howToRenewPassword = ({ provider }: Facts) =>
  plan(
    Boolean(provider?.passwordSource) && !provider?.passwordName && !provider?.advice && 'set-anew',
  );

/** Nothing where it is not known how the user is written, or where it is written so. */
export function howToWriteUser(facts: Facts) {
  const { userForm, userWords } = facts.provider ?? {};
  const form = isUserInForm(facts) ? undefined : userForm;
  return plan(
    form === 'address' && 'whole-address',
    form === 'name' && 'part-before-at',
    form === 'fixed' && 'one-word',
    form === 'issued' && Boolean(userWords) && 'issued',
  );
}

/**
 * The steps with the provider's own advice first, and its help page last.
 *
 * @param readMore the words for the page
 */
export function aroundSteps(
  steps: string[],
  provider: ProviderFacts | undefined,
  readMore: (name: string, page: string) => string,
): string[] {
  const { advice, page, name = '' } = provider ?? {};
  return [...(advice ? [advice] : []), ...steps, ...(page ? [readMore(name, page)] : [])];
}
