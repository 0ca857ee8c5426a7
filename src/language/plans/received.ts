import type { MailboxProblem } from '../../report/arrival.js';
import type { SignatureFacts, SpamVerdict } from '../../report/received-letter.js';

/** What a filter holds a mail to be. */
export function judgementOf({ isSpam }: SpamVerdict) {
  if (isSpam === null) return 'none';
  return isSpam ? 'spam' : 'no-spam';
}

/** Whether the mailbox could not be read, or was read and leaves it open whether the mail arrived. */
export const readingOf = (kind: MailboxProblem) =>
  kind === 'folders' || kind === 'copy' || kind === 'lost' ? 'open' : 'unread';

/** Whether the body is the one that was signed. */
export const bodyOf = ({ body }: SignatureFacts) => (body === 'intact' ? 'intact' : 'changed');

/** How long a mail took, in the unit that is read best: it waits for seconds or for days. */
export function delayOf(ms: number): {
  kind: 'seconds' | 'minutes' | 'hours' | 'days';
  count: number;
} {
  const minutes = Math.round(ms / 60_000);
  if (ms < 120_000) return { kind: 'seconds', count: ms / 1000 };
  if (minutes < 120) return { kind: 'minutes', count: minutes };
  if (minutes < 2880) return { kind: 'hours', count: Math.round(minutes / 60) };
  return { kind: 'days', count: Math.round(minutes / 1440) };
}
