import { plan } from './plan.js';

/** The server whose words tell of a failure. */
export type Teller =
  | { kind: 'nobody' }
  | { kind: 'reporter'; reporter: string }
  /** `reporter`: the server that passed the words on, if that is another one. */
  | { kind: 'refused' | 'theirs'; remote: string; reporter: string | null };

/**
 * Who says that a mail was not delivered.
 *
 * @param hasAnswered the remote server itself refused it
 */
export function tellerOf(
  remote: string | null,
  reporter: string | null,
  hasAnswered: boolean,
): Teller {
  if (!remote) return reporter ? { kind: 'reporter', reporter } : { kind: 'nobody' };
  const kind = hasAnswered ? 'refused' : 'theirs';
  return { kind, remote, reporter: reporter === remote ? null : reporter };
}

/** What is known of the mail. */
export const partsOfMail = (subject: string | null, sent: string | null) =>
  plan(Boolean(subject) && 'subject', Boolean(sent) && 'sent');

/** `2026-11-26T08:59:58.000Z` without what nobody reads. */
export const readableTime = (iso: string): string =>
  iso.replace('T', ' ').replace(/:\d\d(?:\.\d+)?Z$/, ' UTC');
