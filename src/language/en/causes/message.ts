import type { Facts } from '../../../report/facts.js';
import { known } from '../../plans/plan.js';
import { recipientsToTry } from '../../plans/recipient.js';
import type { CauseTexts } from '../../texts.js';
import { paragraph } from '../grammar.js';

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
  'content-rejected': (facts) => ({
    title: 'The server rejects the mail as spam or forbidden content',
    explanation:
      'The reason may be the content of the mail, its sender, or the address it comes from.',
    nextSteps: [
      `Try a plain mail without links: tailchat smtp test --to ${recipientsToTry(facts)} --text "A short test"`,
      "Read the server's words: they often name the rule, or a page about it",
      "Check SPF, DKIM and DMARC of the sender's domain, and what to publish: tailchat smtp domain",
    ],
  }),
  'rate-limited': (facts) => ({
    title: 'Too many mails or recipients in a short time',
    explanation: paragraph(
      'The server limits how much may be sent in a short time. It will work again later.',
      limits(facts),
    ),
    nextSteps: [
      `Try again later, or let the check go on trying: tailchat smtp test --to ${recipientsToTry(facts)} --wait 900`,
      'Send to fewer recipients at once',
    ],
  }),
  'quota-exceeded': (facts) => ({
    title: `${facts.user ?? 'The account'} has reached its sending limit`,
    explanation: paragraph(
      'The daily or monthly limit of the account or its plan is reached.',
      limits(facts),
    ),
    nextSteps: [
      'Wait until the limit is reset, often the next day or month',
      "Check the usage on the provider's website, and get a larger plan if you need it",
    ],
  }),
} satisfies Pick<
  CauseTexts,
  'message-too-large' | 'content-rejected' | 'rate-limited' | 'quota-exceeded'
>;
