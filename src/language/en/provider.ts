import type { CredentialOddity } from '../../report/credential-oddity.js';
import type { Facts, ProviderFacts } from '../../report/facts.js';
import { known, tell } from '../plans/plan.js';
import type { HomeFacts } from '../texts.js';
import { plural } from './grammar.js';

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
  return tell(oddity, {
    'white-space': `The ${name} begins or ends with a space or line break, which the server gets as well.`,
    swapped: 'User and password seem to be swapped.',
    refused: ({ expected }) => `At ${who} ${expected}.`,
    'no-address': `The user is not a whole mail address, but ${who} wants one: me%40example.com.`,
    'whole-address': `The user is a whole mail address, but ${who} wants only the part before the @.`,
    'not-fixed': ({ expected }) => `At ${who} the user is always the word ${expected}.`,
    mistake: ({ looksLike }) => `The ${name} looks like ${looksLike}.`,
    shape: ({ value, expected, length }) =>
      `The ${name} ${known(length, (count) => `(${plural(count, 'character', 'characters')}) `)}does not look like ${wanted(value, provider)} ${who}, which is ${expected}.`,
  });
}

function wanted(value: 'user' | 'password', provider: ProviderFacts | undefined): string {
  return tell(value, {
    user: 'that of',
    password: known(provider?.passwordName, (name) => `the "${name}" of`, 'that of'),
  });
}

/** How to get the password that the provider wants, where it is not the account's own. */
export function getPassword({ provider }: Facts): string {
  const where = known(provider?.passwordSource, (source) => `: ${source}`);
  return `Create the "${provider?.passwordName}" of ${provider?.name}${where}`;
}

/** How to set the account's own password anew, where that is what the provider wants. */
export const renewPassword = ({ provider }: Facts) =>
  `Set a new password if in doubt: ${provider?.passwordSource}`;

/** How the user is written. */
export const WRITE_USER = {
  'write-address': 'Use the whole mail address as user, with %40 for the @: me%40example.com',
  'write-name': 'Use only the part of the mail address before the @ as user',
  'write-fixed': ({ provider }: Facts) =>
    `Use the word ${provider?.userWords} as user: at ${provider?.name} it is the same for everybody`,
  'write-issued': ({ provider }: Facts) =>
    `Use as user what ${provider?.name} issues: ${provider?.userWords}`,
};

/** The step to the server where the address of a login is at home. */
export function goHome(home: HomeFacts): string {
  const { scheme, host, port, domain, name } = home;
  const write = `Write ${host}:${port} with ${scheme} into SMTP_URI`;
  return tell(home, {
    elsewhere: `${write}: @${domain} belongs to ${name}, which has passwords of its own`,
    sister: `${write}: that is the server for @${domain} addresses`,
    business: `${write}, if the mail of your domain is at ${name}, with a password from there`,
  });
}

/** The steps with the provider's own advice first, and its help page last. */
export function withProvider(steps: string[], provider: ProviderFacts | undefined): string[] {
  return [
    ...known(provider?.advice, (advice) => [advice], []),
    ...steps,
    ...known(provider?.page, (page) => [`Read what ${provider?.name} says about it: ${page}`], []),
  ];
}
