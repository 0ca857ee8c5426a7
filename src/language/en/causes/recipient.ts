import { say } from '../../plans/plan.js';
import {
  recipientsToTry,
  stepsOfRejectedRecipient,
  stepsOfRestricted,
  stepsOfUnknownRecipient,
  whyBadRecipient,
} from '../../plans/recipient.js';
import type { CauseTexts } from '../../texts.js';
import { paragraph, plural } from '../grammar.js';
import { withRecipients } from '../phrases.js';

const OTHER_RECIPIENT =
  'Try an address at another provider: tailchat smtp test --to you@example.com';

/** The recipient, letter by letter. */
const CHECK = {
  'check-given': 'Check the address given with --to, letter by letter',
  'check-address': "Check the recipient's address, letter by letter",
};

/** The texts of the causes that lie in a recipient, or on the way to its mailbox. */
export const recipient = {
  'recipient-unknown': (facts) => ({
    title: withRecipients(facts, 'No such mailbox', 'The recipient does not exist'),
    explanation: 'The server says that this mailbox or domain does not exist.',
    nextSteps: say(stepsOfUnknownRecipient(facts), facts, {
      ...CHECK,
      'other-recipient': OTHER_RECIPIENT,
    }),
  }),
  'recipient-syntax': (facts) => ({
    title: withRecipients(facts, 'Not a valid address', "The recipient's address is malformed"),
    explanation: paragraph(
      ...say(whyBadRecipient(facts), facts, {
        'odd-dots':
          'The part before the @ has two dots in a row, or begins or ends with one. Most servers refuse that, and Tailchat sends it as it is.',
        form: 'An address looks like you@example.com: one @, no spaces, and a domain after the @.',
        // Nothing of the value itself, which may be anything.
        which: ({ valueNumber, valueLength }) =>
          `The invalid one is value ${valueNumber} of --to (${plural(valueLength, 'character', 'characters')}).`,
      }),
    ),
    nextSteps: [
      'Write only the address: --to you@example.com',
      'Separate several addresses with commas, or give --to several times',
    ],
  }),
  'recipient-rejected': (facts) => ({
    title: withRecipients(facts, 'The server refuses the recipient'),
    explanation: 'A rule of the server does not allow mail to this address.',
    nextSteps: say(stepsOfRejectedRecipient(facts), facts, {
      ...CHECK,
      'other-recipient': OTHER_RECIPIENT,
      'ask-about-recipients': 'Ask whoever runs the mail server which recipients it allows',
    }),
  }),
  'mailbox-full': (facts) => ({
    title: withRecipients(facts, 'This mailbox is full', "The recipient's mailbox is full"),
    explanation: 'There is no room for another mail. Your settings are not the reason.',
    nextSteps: [OTHER_RECIPIENT, 'Ask the recipient to delete old mail'],
  }),
  'delivery-expired': (facts) => ({
    title: withRecipients(
      facts,
      'The mail could not be delivered in time',
      'A later server gave up delivering the mail',
    ),
    explanation: paragraph(
      'A server accepted the mail, tried to deliver it for hours or days, and gave up.',
      'It does not say why. Your settings are not the reason.',
    ),
    nextSteps: [
      'Read the whole returned mail: a line further down may say which server did not answer',
      OTHER_RECIPIENT,
      'Ask whoever runs the mail server to check its log if mail to others does not arrive either',
    ],
  }),
  'mail-loop': (facts) => ({
    title: withRecipients(facts, 'The mail goes round in a loop'),
    explanation: paragraph(
      'Servers forwarded the mail to one another until one of them stopped it.',
      'Some forwarding rule leads back. Your settings are not the reason.',
    ),
    nextSteps: [
      "Look for a forwarding that leads back: a rule in the recipient's mailbox, an alias or a mailing list",
      "Check that the MX record of the recipient's domain names the server with its mailboxes, and that the " +
        'server treats the domain as its own',
      OTHER_RECIPIENT,
    ],
  }),
  greylisted: (facts) => ({
    title: withRecipients(
      facts,
      'Mail delayed for some minutes',
      'The server delays the mail for some minutes',
    ),
    explanation:
      'This is greylisting, a measure against spam: a new sender must try again ' +
      'after a few minutes.',
    nextSteps: [
      `Try again in 5 to 15 minutes, or let the check go on trying: tailchat smtp test --to ${recipientsToTry(facts)} --wait 900`,
      'Ask whoever runs the mail server to exempt this machine if this continues',
    ],
  }),
  'sandbox-restricted': (facts) => ({
    title: 'This trial account may send only to verified addresses',
    explanation: 'The provider has not yet allowed the account to send to everybody.',
    nextSteps: say(stepsOfRestricted(facts), facts, {
      'ask-for-access':
        "Ask for full access on the provider's website (often called production access)",
      verify:
        'Verify your address there, and send the test to it: tailchat smtp test --to you@example.com',
    }),
  }),
} satisfies Pick<
  CauseTexts,
  | 'recipient-unknown'
  | 'recipient-syntax'
  | 'recipient-rejected'
  | 'mailbox-full'
  | 'delivery-expired'
  | 'mail-loop'
  | 'greylisted'
  | 'sandbox-restricted'
>;
