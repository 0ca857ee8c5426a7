import type { LetterTexts } from '../letter-texts.js';

/** What is said about letters. */
export const letters: LetterTexts = {
  sorts: {
    bounce: 'A bounce: a mail that was not delivered',
    delay: 'A notice of delay: the mail is not delivered yet, and a server goes on trying',
    delivered: 'A delivery receipt: the mail has arrived, nothing failed',
    read: 'A read receipt: the mail has arrived, nothing failed',
    'feedback-report':
      'A complaint (feedback report): the mail was delivered, and a recipient marked it as spam',
    'auto-reply': 'An automatic reply, such as an out-of-office note: the mail has arrived',
    list: 'A mail from a mailing list, not a report of a failure',
    received: 'A mail that arrived, not a report of a failure',
    spam: 'A mail that arrived, and that a filter on the way took for spam: not a report of a failure',
    other: 'A letter that names no failed delivery',
  },
  notDelivered: 'Not delivered to:',
  delayed: (until) =>
    until ? `Not delivered yet (the server tries until ${until}) to:` : 'Not delivered yet to:',
  refusedBy: (remote, reporter, hasAnswered) => {
    if (!remote) return reporter && `Reported by: ${reporter}`;
    const who = `${hasAnswered ? 'Refused by' : 'Their server'}: ${remote}`;
    return reporter && reporter !== remote ? `${who}, reported by ${reporter}` : who;
  },
  about: (subject, sent) => {
    const parts = [...(subject ? [`"${subject}"`] : []), ...(sent ? [`sent ${sent}`] : [])];
    return parts.length > 0 ? `The mail: ${parts.join(', ')}` : null;
  },
  foundIn: (headline, line) => `${headline} (line ${line})`,
  progress: (megabytes, found) => `${megabytes} MB read, ${found} failures found`,
};
