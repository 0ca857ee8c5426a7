import { plan } from './plan.js';

/** Whose words a failure was told in. */
export type Teller =
  | { kind: 'nobody' }
  | { kind: 'reporter'; reporter: string }
  /** `reporter`: who passes it on, where that is somebody else. */
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
