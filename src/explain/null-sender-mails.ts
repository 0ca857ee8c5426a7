import { EXIM_ID, QUEUE_LOGS } from './queue-events.js';

/** Postfix: a notice that is a mail of its own, and a mail without an envelope sender (RFC 5321 section 4.5.5). */
const OF_NOTICE = /\bnotification: (\w{6,24})\b/;
const OF_QUEUE = /\b(\w{6,24}): from=<>,/;
/** Exim. */
const OF_EXIM = new RegExp(`${EXIM_ID.source}<= <>`);
const MOST_MAILS = 1000;

/**
 * The bounces in a mail server's log, which are mails with an empty sender: that one of them cannot be delivered says nothing of
 * the mail that it is about.
 */
export class NullSenderMails {
  readonly #ids = new Set<string>();

  /** Notes a bounce that a line tells of. */
  note(line: string): void {
    const id = (OF_NOTICE.exec(line) ?? OF_QUEUE.exec(line) ?? OF_EXIM.exec(line))?.[1];
    if (id !== undefined && this.#ids.size < MOST_MAILS) this.#ids.add(id);
  }

  /** Whether a line is about the delivery of one of them. */
  isAbout(line: string): boolean {
    if (this.#ids.size === 0) return false;
    return QUEUE_LOGS.some(({ read }) => this.#ids.has(read(line)?.id ?? ''));
  }
}
