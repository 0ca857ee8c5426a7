/** What became of a mail by a line of a mail server's log, `open` while the server tries again. */
export type Outcome = 'open' | 'delivered' | 'failed' | 'frozen';

/** An event in the queue of a mail server. */
export interface QueueEvent {
  /** The server's name for the mail. */
  id: string;
  /** The recipients as the line names them; undefined where it is about all that are left. */
  recipients: string | undefined;
  outcome: Outcome;
}

/** Postfix and Sendmail: the recipients and, further on, what became of the mail. */
const OF_RECIPIENTS = /\b(\w{6,24}): to=(\S{1,700}), \w/;
const STATUS = /\b(?:dsn=([245])\S{0,9} )?stat(?:us)?=(\w{2,16})/;
/** Postfix's queue manager: the end of all tries. */
const EXPIRED = /\b(\w{6,24}): from=\S{0,330}, status=(?:force-)?expired,/;
/** Exim: a delivery, and what happens to a mail as a whole. */
export const EXIM_ID = /\b(\w{6}-\w{6,11}-\w{2,4}) /;
const OF_EXIM = new RegExp(
  `${EXIM_ID.source}(==|=>|->|>>|\\*\\*) (\\S{1,320})(?: <(\\S{1,320})>)?`,
);
const OF_WHOLE = new RegExp(
  `${EXIM_ID.source}(?:(Completed)|(?:\\*\\*\\* |Message is )?([Ff]rozen|Unfrozen))\\b`,
);
/** Postfix, whose next try is the next server. */
const OF_ONE_HOST = /: (\w{6,24}): host \S{1,300} (?:said|refused to talk to me): 4\d\d[ -]/;
/** OpenSMTPD, with the form of versions up to 5.4. */
const OF_ENVELOPE =
  /\bevpid=(\w{16})\b.{0,900}?\bresult=\W{0,2}(Ok|TempFail|PermFail)\b|\brelay: (Ok|TempFail|PermFail) for (\w{16}):/;
/** Haraka 3: the connection's name and the numbers of the mail and the delivery. */
const OF_OUTBOUND =
  /\[([\w-]{4,40}(?:\.\d{1,6}){1,3})\] \[outbound\] (delivered|deferred|bounced|Temp|recipient \S{1,320} (?:deferred|rejected): 4)/;
/** Stalwart 0.13: the event, the mail, and a refusal's code. */
const OF_EVENT =
  /\(delivery\.([a-z-]{4,40})\) .{0,300}?\bqueueId = (\d{1,20})\b(?:.{0,2000}?\bcode = ([45])\d\d\b)?/;
const TO_OF_EVENT = /\bto = "([^"]{1,320})"/;
/** Maddy 0.8. */
const OF_ATTEMPT =
  /\b(delivery attempt failed|delivered|not delivered[^\t]{0,40})\t.{0,2000}?"msg_id":"([\w-]{4,60})"/;
/** qmail-send 1.03: a delivery, the mail that it is of, and its end. */
const OF_START = /\bstarting delivery (\d{1,12}): msg (\d{1,20}) to (?:remote|local) (\S{1,320})/;
const OF_QMAIL = /(?<!starting )\bdelivery (\d{1,12}): (success|deferral|failure): /;

/** A kind of log: how it tells of events, and the bytes without which a line tells of no end. */
export interface QueueLog {
  read: (line: string) => QueueEvent | undefined;
  ends: readonly string[];
}

export const QUEUE_LOGS: readonly QueueLog[] = [
  {
    ends: ['status=sent', 'status=bounced', 'expired, returned', 'stat=Sent', 'dsn=5'],
    read: (line) => {
      const [, id, recipients] = OF_RECIPIENTS.exec(line) ?? [];
      if (id === undefined) {
        const tried = OF_ONE_HOST.exec(line)?.[1];
        if (tried !== undefined) return { id: tried, recipients: undefined, outcome: 'open' };
        const [, expired] = EXPIRED.exec(line) ?? [];
        return expired === undefined
          ? undefined
          : { id: expired, recipients: undefined, outcome: 'failed' };
      }
      const [, digit, word = ''] = STATUS.exec(line) ?? [];
      const outcome = digit === '5' ? 'failed' : OF_STATUS[word.toLowerCase()];
      return outcome ? { id, recipients, outcome } : undefined;
    },
  },
  {
    ends: [' => ', ' -> ', ' ** ', ' Completed', 'rozen'],
    read: (line) => {
      const [, id, sign = '', shown, whole] = OF_EXIM.exec(line) ?? [];
      const outcome = OF_SIGN[sign];
      if (id && outcome) return { id, recipients: (whole ?? shown)?.replace(/:$/, ''), outcome };
      const [, all, isCompleted, thawing] = OF_WHOLE.exec(line) ?? [];
      if (all === undefined) return undefined;
      const then = thawing === 'Unfrozen' ? 'open' : 'frozen';
      return { id: all, recipients: undefined, outcome: isCompleted ? 'delivered' : then };
    },
  },
  {
    ends: ['result=', 'relay: '],
    read: (line) => {
      const [, now, given, earlier, past] = OF_ENVELOPE.exec(line) ?? [];
      const id = now ?? past;
      const result = given ?? earlier ?? '';
      const outcome = OF_RESULT[result];
      return id && outcome ? { id, recipients: undefined, outcome } : undefined;
    },
  },
  {
    ends: ['[outbound] delivered', '[outbound] bounced'],
    read: (line) => {
      const [, id, word = ''] = OF_OUTBOUND.exec(line) ?? [];
      const outcome = OF_WORD[word] ?? 'open';
      return id === undefined ? undefined : { id, recipients: undefined, outcome };
    },
  },
  {
    ends: ['(delivery.'],
    read: (line) => {
      const [, name = '', id, digit = ''] = OF_EVENT.exec(line) ?? [];
      const outcome = OF_WORD[name] ?? OF_DIGIT[digit];
      const recipients = TO_OF_EVENT.exec(line)?.[1];
      return id && outcome ? { id, recipients, outcome } : undefined;
    },
  },
  {
    ends: ['delivered\t'],
    read: (line) => {
      const [, words = '', id] = OF_ATTEMPT.exec(line) ?? [];
      const outcome = OF_WORD[words] ?? (words.startsWith('not ') ? 'failed' : 'open');
      return id === undefined ? undefined : { id, recipients: undefined, outcome };
    },
  },
];

/** qmail's log, in which a mail's next try has another number: the line that begins it says of which mail it is. */
export class QmailLog implements QueueLog {
  readonly ends = [': success: ', ': failure: '];
  readonly #started = new Map<string, Pick<QueueEvent, 'id' | 'recipients'>>();

  /** Notes the beginning of a delivery. */
  note(line: string): void {
    const [, delivery, mail, recipient] = OF_START.exec(line) ?? [];
    if (delivery === undefined || mail === undefined) return;
    if (this.#started.size >= MOST_STARTED) this.#started.clear();
    this.#started.set(delivery, { id: `msg ${mail}`, recipients: recipient });
  }

  read(line: string): QueueEvent | undefined {
    const [, delivery = '', word = ''] = OF_QMAIL.exec(line) ?? [];
    const mail = this.#started.get(delivery);
    const outcome = OF_WORD[word];
    return mail && outcome ? { ...mail, outcome } : undefined;
  }
}

const MOST_STARTED = 10_000;

const OF_WORD: Record<string, Outcome> = {
  ...{ delivered: 'delivered', bounced: 'failed' },
  ...{ success: 'delivered', deferral: 'open', failure: 'failed' },
};
const OF_DIGIT: Record<string, Outcome> = { 4: 'open', 5: 'failed' };

const OF_STATUS: Record<string, Outcome> = {
  sent: 'delivered',
  deferred: 'open',
  bounced: 'failed',
};
const OF_SIGN: Record<string, Outcome> = {
  ...{ '==': 'open', '**': 'failed' },
  ...{ '=>': 'delivered', '->': 'delivered', '>>': 'delivered' },
};
const OF_RESULT: Record<string, Outcome> = {
  Ok: 'delivered',
  TempFail: 'open',
  PermFail: 'failed',
};
