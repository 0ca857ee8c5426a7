import type { ApplicationFacts, Facts } from '../../report/facts.js';
import { OWN_ENV_FILE } from '../../settings/env-files/own-env-file.js';
import { formatHostPort } from '../../settings/uri/host-port.js';

/** The characters that must be percent-encoded in a password, and how. */
export const ENCODING = '# → %23, / → %2F, ? → %3F, \\ → %5C, % → %25';

/** The step that asks for more evidence. */
export const SHOW_CONVERSATION = 'See the whole conversation: tailchat smtp verify --verbose';

/** The step for a scheme and a port that may not belong together. */
export const SCHEME_AND_PORT =
  'Check that scheme and port fit: smtps:// with 465, smtp:// with 587';

/** Joins sentences to a paragraph, leaving out those that do not apply. */
export function paragraph(...sentences: (string | false)[]): string {
  return sentences.filter(Boolean).join(' ');
}

/** Names at most three of several things. */
export function list(items: readonly string[]): string {
  const shown = items.slice(0, 3);
  const more = items.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${more} more`;
  const last = shown.pop() ?? '';
  return shown.length > 0 ? `${shown.join(', ')} and ${last}` : last;
}

/** The word that agrees with a number. */
export function agree(count: number | undefined, one: string, several: string): string {
  return count === 1 ? one : several;
}

/** So many of something: `1 day`, `2 days`. */
export function plural(count: number | undefined, one: string, several: string): string {
  return `${count} ${agree(count, one, several)}`;
}

/** `host:port`, as far as it is known, else the provider's name; otherwise the words given. */
export function server(facts: Facts, otherwise = 'the mail server'): string {
  const { host, port, provider } = facts;
  if (!host) return provider && provider.kind !== 'software' ? provider.name : otherwise;
  return port === undefined ? host : formatHostPort(host, port);
}

/** Where a setting stands: `docker-compose.env:20`. */
export function place(facts: Pick<Facts, 'file' | 'line'>, otherwise = OWN_ENV_FILE): string {
  if (!facts.file) return otherwise;
  return facts.line === undefined ? facts.file : `${facts.file}:${facts.line}`;
}

/** ` in docker-compose.env:20`, or nothing. */
export function inPlace(facts: Pick<Facts, 'file' | 'line'>): string {
  return facts.file ? ` in ${place(facts)}` : '';
}

/** The error's own code in parentheses, to be searched for, or nothing. */
export function code(facts: Facts): string {
  return facts.errorCode && !facts.isCodeInferred ? ` (${facts.errorCode})` : '';
}

/** The words with the recipients after a colon, or other words where none are known. */
export function withRecipients(facts: Facts, words: string, otherwise = words): string {
  return facts.recipients?.length ? `${words}: ${list(facts.recipients)}` : otherwise;
}

/** The words with whom the mail was for, where they are about somebody else. */
export function mailTo(facts: Facts, words: string): string {
  return facts.recipients?.length ? `${words} (mail to ${list(facts.recipients)})` : words;
}

/** ` within the 30 s that this check may take`, what was waited where that was less, or nothing. */
export function within(facts: Facts): string {
  if (facts.waitedSeconds !== undefined) return ` within ${facts.waitedSeconds} s`;
  if (facts.timeoutSeconds === undefined) return '';
  return ` within the ${facts.timeoutSeconds} s that this check may take`;
}

/** Where an application writes why a mail was not sent. */
export function whereItStands({ name, log, more }: ApplicationFacts): string {
  return `Look for the reason where ${name} writes it (${log})${more === undefined ? '' : `, with ${more} for more of it`}`;
}

/** The same of the application that said that it failed. */
export function logOfApplication({ application }: Facts): string {
  return application === undefined ? '' : whereItStands(application);
}
