import type { Facts } from '../../../report/facts.js';
import { known } from '../../plans/plan.js';
import type { CauseTexts } from '../../texts.js';
import { paragraph } from '../phrases.js';

/** How much the provider lets one send. */
function limits({ provider }: Facts): string {
  return known(provider?.limits, (limits) => `${provider?.name}: ${limits}.`);
}

/** The texts of the causes that lie in the message, or in how much is sent. */
export const message = {
  'message-too-large': () => ({
    title: 'The mail is larger than the server allows',
    explanation: 'The server has a limit on the size of a mail, and this one exceeds it.',
    nextSteps: [
      'Send less: a shorter --text, or an --html file without embedded pictures',
      'Raise the limit on the mail server, if it is your own',
    ],
  }),
  'content-rejected': () => ({
    title: 'The server takes the mail for spam or for something forbidden',
    explanation: 'What it minds may be the content of the mail, or who sends it from where.',
    nextSteps: [
      'Try a plain mail without links: tailchat smtp test --to you@example.com --text "A short test"',
      "Read the server's words: they often name the rule or a page about it",
      "Look at what DNS says of the sender's domain (SPF, DKIM, DMARC), and what to publish: tailchat smtp domain",
    ],
  }),
  'rate-limited': (facts) => ({
    title: 'Too many mails or recipients for now',
    explanation: paragraph(
      'The server limits how much may be sent in a short time. This passes by itself.',
      limits(facts),
    ),
    nextSteps: [
      'Try again later, or let the check go on trying: tailchat smtp test --to you@example.com --wait 900',
      'Send to fewer recipients at once',
    ],
  }),
  'quota-exceeded': (facts) => ({
    title: `${facts.user ?? 'The account'} has used up what it may send`,
    explanation: paragraph(
      'The daily or monthly limit of the account or of its plan is reached.',
      limits(facts),
    ),
    nextSteps: [
      'Wait until the limit is reset, often the next day or month',
      "Check the usage on the provider's web site, and get a larger plan if you need it",
    ],
  }),
} satisfies Pick<
  CauseTexts,
  'message-too-large' | 'content-rejected' | 'rate-limited' | 'quota-exceeded'
>;
