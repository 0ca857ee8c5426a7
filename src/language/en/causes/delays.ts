import type { Facts } from '../../../report/facts.js';
import { known } from '../../plans/plan.js';
import type { CauseText, DelayTexts } from '../../texts.js';
import { mailTo, withRecipients } from '../phrases.js';
import { AGAIN, OF_ADDRESS, OF_NO_REASON } from './bounces.js';

/** What is said of a letter that a server still tries to deliver. */
export const delays: DelayTexts = {
  again: AGAIN,
  wait: (until) =>
    `Wait: the server tries by itself${known(until, (time) => ` until ${time}`, ' for hours or days')}, and a mail sent again meanwhile may arrive as well`,
  look: (until) =>
    `See whether the mail has arrived, and send it again if it has not: the server tried until ${until}`,
  thaw: 'Remove the reason, then let Exim try again: exim -M ID, with the ID that the log has for the mail',
  delivered: {
    title: 'Put off at first, and accepted later',
    explanation:
      'The log says further on that the next server accepted the mail on a later try: that is no failure.',
    nextSteps: ['Look in the inbox of the recipient, then in the spam folder'],
  },
  causes: {
    'recipient-unknown': (facts) => ({
      title: withRecipients(facts, 'No such mailbox or domain', 'The recipient does not exist'),
      explanation: 'The server does not know this address, and does not yet refuse it for good.',
      nextSteps: OF_ADDRESS,
    }),
    greylisted: (facts) => ({
      title: withRecipients(facts, 'Put off, as new senders are'),
      explanation:
        'This is greylisting: the server usually accepts the mail when it is tried again.',
      nextSteps: [AGAIN],
    }),
    'delivery-expired': notSaid,
    unknown: notSaid,
  },
};

function notSaid(facts: Facts): CauseText {
  return {
    title: mailTo(facts, 'Not delivered yet, and it is not said why'),
    explanation: 'Nothing in these words points to one cause.',
    nextSteps: OF_NO_REASON,
  };
}
