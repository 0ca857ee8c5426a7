import type { CredentialOddity } from '../../report/credential-oddity.js';
import type { Facts, ProviderFacts } from '../../report/facts.js';
import { isUserInForm } from '../facts.js';

/** The name of the value in `SMTP_URI`. */
const NAME = { user: 'user', password: 'password' } as const;

/** What is odd about the credentials, a sentence each. */
export function oddities({
  oddities = [],
  provider,
}: Pick<Facts, 'oddities' | 'provider'>): string {
  return oddities.map((oddity) => describe(oddity, provider)).join(' ');
}

function describe(oddity: CredentialOddity, provider: ProviderFacts | undefined): string {
  const who = provider?.name ?? 'the provider';
  const name = NAME[oddity.value];
  switch (oddity.kind) {
    case 'white-space':
      return `The ${name} begins or ends with a space or a line break, and the server gets that too.`;
    case 'swapped':
      return 'The password is what belongs in the place of the user: the two seem to have changed places.';
    case 'no-address':
      return `The user is not a whole mail address, and ${who} wants one: me%40example.com.`;
    case 'whole-address':
      return `The user is a whole mail address, and ${who} wants only the part before the @.`;
    case 'not-fixed':
      return `With ${who} the user is always the word ${oddity.expected}.`;
    case 'mistake':
      return `The ${name} looks like ${oddity.looksLike}.`;
    case 'shape':
      return `The ${name} has ${oddity.length} ${oddity.length === 1 ? 'character' : 'characters'}; ${wanted(oddity.value, provider)} ${who} is ${oddity.expected}.`;
  }
}

function wanted(value: 'user' | 'password', provider: ProviderFacts | undefined): string {
  if (value === 'user') return 'that of';
  return provider?.passwordName ? `the "${provider.passwordName}" of` : 'that of';
}

/** How to get the password that the provider wants; nothing where it is the account's own. */
export function getPassword(facts: Facts): string[] {
  const { passwordName, passwordSource } = facts.provider ?? {};
  if (!passwordName) return [];
  const where = passwordSource ? `: ${passwordSource}` : '';
  return [`Create the "${passwordName}" of ${facts.provider?.name}${where}`];
}

/** How to set the account's own password anew, where that is what the provider wants. */
export function renewPassword({ provider }: Facts): string[] {
  const { passwordName, passwordSource, advice } = provider ?? {};
  return passwordSource && !passwordName && !advice
    ? [`Set a new password, if in doubt: ${passwordSource}`]
    : [];
}

/** How the user is written; nothing where that is not known. */
export function writeUser(facts: Facts): string[] {
  if (isUserInForm(facts)) return [];
  const { name, userForm, userWords } = facts.provider ?? {};
  switch (userForm) {
    case 'address':
      return [`Write the whole mail address as user, its @ as %40: me%40example.com`];
    case 'address-or-name':
      return [];
    case 'name':
      return ['Write only the part of the mail address before the @ as user'];
    case 'fixed':
      return [`Write the word ${userWords} as user: with ${name} it is the same for everybody`];
    case 'issued':
      return userWords ? [`Write as user what ${name} gives out for it: ${userWords}`] : [];
    default:
      return [];
  }
}

/** The steps with the provider's own advice first, and its help page last. */
export function withProvider(steps: string[], provider: ProviderFacts | undefined): string[] {
  if (!provider) return steps;
  const { advice, page, name } = provider;
  return [
    ...(advice ? [advice] : []),
    ...steps,
    ...(page ? [`Read what ${name} says about it: ${page}`] : []),
  ];
}
