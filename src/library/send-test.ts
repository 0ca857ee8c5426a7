import { isDuration, LONGEST_SECONDS } from '../limits.js';
import type { MessageOptions } from '../smtp/message-options.js';
import { refuseTypes } from './refuse-types.js';
import { runWith } from './run-with.js';
import type { SettledReport } from './settled-report.js';
import type { VerifyOptions } from './verify-options.js';

/** What `sendTest` takes: the options of `verify`, and the mail. */
export interface SendTestOptions extends VerifyOptions, MessageOptions {
  /** Who gets the mail; each may be a list with commas. */
  to: string | readonly string[];
  /** Look for the mail in its recipient's mailbox for so many seconds. Default: 0, not at all. */
  await?: number | undefined;
  /** That mailbox: `imaps://user:password@host/`, or `imap://`, which demands STARTTLS. */
  imap?: string | undefined;
}

/**
 * The same as `verify`, then really sends a mail.
 *
 * @returns the same report as `tailchat smtp test --json`, on failure too; without `to` that of a missing recipient
 * @throws the signal's reason, when it is aborted; RangeError or TypeError for an impossible option
 */
export async function sendTest(options: SendTestOptions): Promise<SettledReport> {
  refuseTypes(options);
  const { subject, text, html } = options;
  const awaiting = await findMailbox(options);
  const own = { message: { subject, text, html }, ...(awaiting ? { awaiting } : {}) };
  const recipients = [options.to ?? []].flat();
  if (recipients.some((one) => typeof one !== 'string'))
    throw new TypeError('to is no text, and no list of texts');
  return await runWith('test', options, own, recipients);
}

/** Refuses to send before the mailbox is known. The mailbox's URI contains a password, and is never repeated. */
async function findMailbox({ await: seconds = 0, imap }: SendTestOptions) {
  if (!isDuration(seconds, 0))
    throw new RangeError(`await is no number of seconds from 0 to ${LONGEST_SECONDS}`);
  if (seconds === 0) return undefined;
  const { parseImapUri } = await import('../imap/imap-uri.js');
  const { awaitingIn } = await import('../smtp/awaiting.js');
  const uri = parseImapUri(imap ?? '');
  if (!uri) throw new TypeError('imap is no imaps://user:password@host/');
  return awaitingIn(uri, seconds * 1000);
}
