import type { MailboxProblem } from '../report/arrival.js';

/** Why a mailbox could not be read. */
export class ImapError extends Error {
  override name = 'ImapError';
  readonly kind: MailboxProblem;
  /** The server's words or the system's code. They come from outside and are not cleaned yet. */
  readonly words: string | null;

  constructor(kind: MailboxProblem, words: string | null = null) {
    super(kind);
    this.kind = kind;
    this.words = words;
  }
}
