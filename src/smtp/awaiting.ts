import { randomBytes } from 'node:crypto';
import type { ImapUri } from '../imap/imap-uri.js';

/** Where the test mail is looked for, and how long. */
export interface Awaiting {
  uri: ImapUri;
  timeoutMs: number;
  /** The mark that identifies the mail. */
  token: string;
}

/** Prepares the search for the test mail. */
export function awaitingIn(uri: ImapUri, timeoutMs: number): Awaiting {
  return { uri, timeoutMs, token: randomBytes(16).toString('hex') };
}
