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
const EXIM_ID = /\b(\w{6}-\w{6,11}-\w{2,4}) /;
const OF_EXIM = new RegExp(
  `${EXIM_ID.source}(==|=>|->|>>|\\*\\*) (\\S{1,320})(?: <(\\S{1,320})>)?`,
);
const OF_WHOLE = new RegExp(
  `${EXIM_ID.source}(?:(Completed)|(?:\\*\\*\\* |Message is )?([Ff]rozen|Unfrozen))\\b`,
);
/** OpenSMTPD. */
const OF_ENVELOPE = /\bevpid=(\w{16})\b.{0,900}?\bresult=\W{0,2}(Ok|TempFail|PermFail)\b/;

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
    ends: ['result='],
    read: (line) => {
      const [, id, result = ''] = OF_ENVELOPE.exec(line) ?? [];
      const outcome = OF_RESULT[result];
      return id && outcome ? { id, recipients: undefined, outcome } : undefined;
    },
  },
];

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
