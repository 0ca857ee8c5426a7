import type { LetterTexts } from '../letter-texts.js';
import { partsOfMail, type Teller, tellerOf } from '../plans/letters.js';
import { known, say, tell } from '../plans/plan.js';

export const letters: LetterTexts = {
  sorts: {
    bounce: 'A bounce: a mail that was not delivered',
    delay: 'A notice of delay: the mail is not delivered yet, and a server keeps trying',
    delivered: 'A delivery receipt: the mail has arrived, nothing failed',
    relayed:
      'A receipt of passing on: the mail has reached another server, which reports only a failure',
    read: 'A read receipt: the mail has arrived, nothing failed',
    'feedback-report':
      'A complaint (feedback report): the mail was delivered, and a recipient marked it as spam',
    'auto-reply':
      "An automatic reply, such as an out-of-office note: the mail has reached the recipient's side",
    list: 'A mail from a mailing list, not a report of a failure',
    received: 'A mail that arrived, not a report of a failure',
    spam: 'A mail that arrived, marked as spam by a filter on the way: not a report of a failure',
    other: 'A mail that reports no failed delivery',
  },
  notDelivered: 'Not delivered to:',
  delayed: (until) =>
    `Not delivered yet${known(until, (time) => ` (the server tries until ${time})`)} to:`,
  refusedBy: (remote, reporter, hasAnswered) =>
    tell<Teller, string | null>(tellerOf(remote, reporter, hasAnswered), {
      nobody: null,
      reporter: (teller) => `Reported by: ${teller.reporter}`,
      refused: (teller) => `Refused by: ${withReporter(teller)}`,
      theirs: (teller) => `Their server: ${withReporter(teller)}`,
    }),
  about: (subject, sent) => {
    const parts = say(partsOfMail(subject, sent), undefined, {
      subject: `"${subject}"`,
      sent: `sent ${sent}`,
    });
    return known<string[], string | null>(parts, (some) => `The mail: ${some.join(', ')}`, null);
  },
  foundIn: (headline, line) => `${headline} (line ${line})`,
  progress: (megabytes, found) => `${megabytes} MB read, ${found} failures found`,
};

function withReporter({ remote, reporter }: { remote: string; reporter: string | null }): string {
  return `${remote}${known(reporter, (name) => `, reported by ${name}`)}`;
}
