import {
  type Outcome,
  QmailLog,
  QUEUE_LOGS,
  type QueueEvent,
  type QueueLog,
} from './queue-events.js';

const LF = 0x0a;
/** The most mails that are followed. More are taken for mails that wait. */
const MOST_MAILS = 10_000;

/** A mail that was put off. */
export interface PutOffMail {
  log: QueueLog;
  event: QueueEvent;
}

/** A recipient who waits for a mail, and the failures that the mail was put off for. */
interface Waiting {
  recipients: string | undefined;
  reasons: Set<string>;
  outcome: Outcome;
}

/**
 * Follows mails that were put off to their end in the same log. Nothing is looked for before the first one, and then only
 * the words of the same kind of log.
 */
export class PutOffMails {
  readonly #waiting = new Map<string, Waiting[]>();
  readonly #logs = new Set<QueueLog>();
  readonly #lost = new Set<string>();
  readonly #ends = new Map<string, Set<Outcome>>();
  readonly #qmail = new QmailLog();

  /** Notes a line of a short log, whatever it tells. */
  note(line: string): void {
    this.#qmail.note(line);
  }

  /** The mail that a line puts off, if the line names it. */
  mailIn(line: string): PutOffMail | undefined {
    for (const log of [...QUEUE_LOGS, this.#qmail]) {
      const event = log.read(line);
      if (event?.outcome === 'open') return { log, event };
    }
    return undefined;
  }

  /** @param reason a name for the failure */
  add(mail: PutOffMail | undefined, reason: string): void {
    if (!mail || (this.#waiting.size >= MOST_MAILS && !this.#waiting.has(mail.event.id))) {
      this.#lost.add(reason);
      return;
    }
    const { id, recipients } = mail.event;
    this.#logs.add(mail.log);
    const all = this.#waiting.get(id) ?? [];
    this.#waiting.set(id, all);
    const own = all.find((one) => one.recipients === recipients);
    if (own) {
      own.reasons.add(reason);
      own.outcome = 'open';
    } else all.push({ recipients, reasons: new Set([reason]), outcome: 'open' });
  }

  /** Looks at lines of the log that were read before: whether one of the mails came to its end there. */
  look(bytes: Buffer): void {
    if (this.#waiting.size === 0) return;
    for (const log of this.#logs) {
      for (const words of log.ends) {
        for (let at = bytes.indexOf(words); at >= 0; at = bytes.indexOf(words, at)) {
          const start = bytes.lastIndexOf(LF, at) + 1;
          const next = bytes.indexOf(LF, at);
          const end = next < 0 ? bytes.length : next;
          const event = log.read(bytes.toString('latin1', start, end));
          if (event) this.#settle(event);
          at = end;
        }
      }
    }
  }

  /** What became of all mails that were put off for a reason; `open` where some wait, or their end is not known. */
  endOf(reason: string): Outcome {
    if (this.#lost.has(reason)) return 'open';
    const left = [...this.#waiting.values()].flat().filter(({ reasons }) => reasons.has(reason));
    const ends = new Set([
      ...(this.#ends.get(reason) ?? []),
      ...left.map(({ outcome }) => outcome),
    ]);
    const order = ['open', 'frozen', 'failed', 'delivered'] as const;
    return order.find((outcome) => ends.has(outcome)) ?? 'open';
  }

  #settle({ id, recipients, outcome }: QueueEvent): void {
    const all = this.#waiting.get(id);
    if (!all) return;
    const isMeant = (one: Waiting) =>
      recipients === undefined || one.recipients === undefined || one.recipients === recipients;
    for (const one of all.filter(isMeant)) {
      one.outcome = outcome;
      if (outcome === 'open' || outcome === 'frozen') continue;
      all.splice(all.indexOf(one), 1);
      for (const reason of one.reasons) {
        const ends = this.#ends.get(reason) ?? new Set<Outcome>();
        this.#ends.set(reason, ends.add(outcome));
      }
    }
    if (all.length === 0) this.#waiting.delete(id);
  }
}
