import type { ApplicationFacts } from '../../report/application-facts.js';
import type { Facts } from '../../report/facts.js';
import {
  codeToSearch,
  patience,
  place,
  type ServerName,
  serverName,
  signOf,
} from '../plans/phrases.js';
import { known, tell } from '../plans/plan.js';
import { list } from './grammar.js';

export { place } from '../plans/phrases.js';

/** The characters that must be percent-encoded in a password, and how. */
export const ENCODING = '#→%23, /→%2F, ?→%3F, \\→%5C, %→%25, @→%40, :→%3A, $→%24';

/** The step that asks for more evidence. */
export const SHOW_CONVERSATION = 'See the whole conversation: tailchat smtp verify --verbose';

/** The step where a login failed for now. */
export const LATER_BY_HAND =
  'Try again by hand in some minutes: each try is a login, and too many may lock the account';

/** The step for a scheme and a port that may not belong together. */
export const SCHEME_AND_PORT =
  'Check that scheme and port fit: smtps:// with 465, smtp:// with 587';

/** `host:port`, as far as it is known, else the provider's name; otherwise the words given. */
export function server(facts: Facts, otherwise = 'the mail server'): string {
  return tell<ServerName, string>(serverName(facts), {
    address: ({ name }) => name,
    provider: ({ name }) => name,
    unknown: otherwise,
  });
}

/** ` in docker-compose.env:20`, or nothing. */
export function inPlace(facts: Pick<Facts, 'file' | 'line'>): string {
  return known(facts.file, (file) => ` in ${place({ ...facts, file })}`);
}

/** The error's own code in parentheses, to be searched for, or nothing. */
export function code(facts: Facts): string {
  const toSearch = codeToSearch(facts);
  return known(toSearch, (words) => ` (${words})`);
}

/** The words with the recipients after a colon, or other words where none are known. */
export function withRecipients(facts: Facts, words: string, otherwise = words): string {
  return known(facts.recipients, (some) => `${words}: ${list(some)}`, otherwise);
}

/** The words with whom the mail was for, where they are about somebody else. */
export function mailTo(facts: Facts, words: string): string {
  return known(facts.recipients, (some) => `${words} (mail to ${list(some)})`, words);
}

/** ` within the 30 s that this check may take`, what was waited where that was less, or nothing. */
export function within(facts: Facts): string {
  return tell(patience(facts), {
    waited: ({ seconds }) => ` within ${seconds} s`,
    allowed: ({ seconds }) => ` within the ${seconds} s that this check may take`,
    unknown: '',
  });
}

/** Where an application writes why a mail was not sent. */
export function whereItStands({ name, log, more }: ApplicationFacts): string {
  return `Look for the reason where ${name} writes it (${log})${known(more, (option) => `, with ${option} for more of it`)}`;
}

/** The same of the application that said that it failed. */
export function logOfApplication({ application }: Facts): string {
  return known(application, (one) => whereItStands(one));
}

/** A sign in a sentence. */
export const named = (sign: string): string =>
  tell(signOf(sign), { space: 'a space', sign: (one) => one.sign });
