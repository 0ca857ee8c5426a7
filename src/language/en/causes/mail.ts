import type { Facts } from '../../../report/facts.js';
import { isSenderLogin, isSubmission, loginToAdvise } from '../../facts.js';
import type { CauseTexts } from '../../texts.js';
import { inPlace, paragraph, server, URI_FORM, withRecipients } from '../phrases.js';

/** The sender that would suit the login; nothing where it is the sender, or was refused as one. */
function matchingSender(facts: Facts): string[] {
  const login = loginToAdvise(facts);
  if (login) return [`Write SMTP_SENDER=${login}`];
  return isSenderLogin(facts) || facts.isLoginRefusedAsSender
    ? []
    : ['Write the mail address of the account that logs in as SMTP_SENDER'];
}

const ASK_ABOUT_SENDERS = 'Ask whoever runs the mail server which senders it allows';

/** The recipient, letter by letter. */
function checkRecipient(facts: Facts): string {
  const address = facts.recipients?.length
    ? 'the address given with --to'
    : "the recipient's address";
  return `Check ${address}, letter by letter`;
}

/** Which of the given recipients it is; nothing of the value itself, which may be anything. */
function badRecipient({ valueNumber, valueLength }: Facts): string {
  if (valueNumber === undefined) return '';
  const length = `${valueLength} ${valueLength === 1 ? 'character' : 'characters'}`;
  return `What is no address is number ${valueNumber} of the values of --to (${length}).`;
}

const OTHER_RECIPIENT =
  'Try an address at another provider: tailchat smtp test --to you@example.com';

/** How much the provider lets one send. */
function limits({ provider }: Facts): string | false {
  return provider?.limits ? `${provider.name}: ${provider.limits}.` : false;
}

/** The texts of the causes that lie in the sender, the recipients or the message. */
export const mail = {
  'sender-mismatch': (facts) => ({
    title: isSenderLogin(facts)
      ? `The server takes no mail from ${facts.user}, who is logged in`
      : `${facts.user ?? 'The user who logs in'} may not send as ${
          facts.senderAddress ?? 'the address in SMTP_SENDER'
        }`,
    explanation: paragraph(
      'The server lets an account send only from addresses that belong to it.',
      isSenderLogin(facts) && 'It does not count the name of the login among them.',
      facts.isLoginRefusedAsSender === true &&
        `It was asked about ${facts.user}, too, and refused it.`,
    ),
    nextSteps: [
      ...matchingSender(facts),
      ...(isSenderLogin(facts)
        ? ['Write an address that the account owns, by its page on the web, as SMTP_SENDER']
        : ["Log in as the sender's own account: change user and password in SMTP_URI"]),
      ...(isSenderLogin(facts) || facts.isLoginRefusedAsSender ? [ASK_ABOUT_SENDERS] : []),
      ...(facts.provider?.isSenderBound || isSenderLogin(facts)
        ? []
        : [
            "Add the sender as an alias of the account on the provider's web site, if it allows that",
          ]),
    ],
  }),
  'sender-unverified': (facts) => ({
    title: `${facts.senderAddress ?? 'The sender'} is not verified with the mail provider`,
    explanation:
      'The provider sends only for addresses or domains that you have proved to be yours.',
    nextSteps: [
      ...(facts.provider?.advice
        ? []
        : [
            "Verify the address or its domain on the provider's web site (for a domain: by DNS records)",
          ]),
      'Write an address that is already verified as SMTP_SENDER',
    ],
  }),
  'sender-syntax': (facts) => ({
    title: `The server takes ${facts.senderAddress ?? 'the sender'} for a malformed address`,
    explanation: `The sender${inPlace(facts)} is not written in the way the server expects.`,
    nextSteps: [
      'Write the bare address: SMTP_SENDER=tailchat@example.com, with your own',
      'Use only ASCII letters in the address',
    ],
  }),
  'sender-rejected': (facts) => ({
    title: facts.senderAddress
      ? `The server refuses ${facts.senderAddress} as the sender`
      : 'The server refuses the sender',
    explanation: paragraph(
      'The server does not take mail from this address.',
      "The reason, if it gave one, is in the server's words.",
    ),
    nextSteps: [
      ...matchingSender(facts),
      "Check that the sender's domain exists in DNS and can receive mail",
      ASK_ABOUT_SENDERS,
    ],
  }),
  'recipient-unknown': (facts) => ({
    title: withRecipients(facts, 'No such mailbox', 'The recipient does not exist'),
    explanation: 'The server says that there is no such mailbox or domain.',
    nextSteps: [checkRecipient(facts), OTHER_RECIPIENT],
  }),
  'recipient-syntax': (facts) => ({
    title: withRecipients(facts, 'Not a valid address', "The recipient's address is malformed"),
    explanation: paragraph(
      'An address looks like you@example.com: one @, no spaces, a domain after it.',
      badRecipient(facts),
    ),
    nextSteps: [
      'Write the bare address: --to you@example.com',
      'Separate several addresses with commas, or give --to several times',
    ],
  }),
  'recipient-rejected': (facts) => ({
    title: withRecipients(facts, 'The server refuses the recipient'),
    explanation: 'A rule of the server forbids mail to this address.',
    nextSteps: [
      OTHER_RECIPIENT,
      checkRecipient(facts),
      'Ask whoever runs the mail server which recipients it allows',
    ],
  }),
  'relay-denied': (facts) => ({
    title: `${server(facts, 'The mail server')} does not pass on mail for you`,
    explanation: paragraph(
      'The server takes mail for its own mailboxes, but will not forward yours to others.',
      facts.authenticated === false && 'Nobody logged in, and that is mostly the reason.',
      facts.authenticated === true &&
        'A login was made, so it is about the sender or the recipient.',
    ),
    nextSteps: [
      ...(facts.authenticated === true || isSubmission(facts)
        ? []
        : facts.user
          ? ['Use a port at which the server offers a login: 465 or 587']
          : [`Write user and password in SMTP_URI, and use port 465 or 587: ${URI_FORM}`]),
      ...matchingSender(facts),
      "Allow this machine's address to relay in the mail server's settings, if the server " +
        'is your own',
    ],
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
      'A server further on gave up delivering the mail',
    ),
    explanation: paragraph(
      'A server took the mail, tried for hours or days to pass it on, and gave up.',
      'Why it could not is not said. Your settings are not the reason.',
    ),
    nextSteps: [
      'Read the whole letter that came back: a line further down may say which server did not answer',
      OTHER_RECIPIENT,
      'Ask whoever runs the mail server to look into its log, if mail to others does not arrive either',
    ],
  }),
  'mail-loop': (facts) => ({
    title: withRecipients(facts, 'The mail goes round in circles'),
    explanation: paragraph(
      'Servers passed the mail on to one another until one of them counted too many stations.',
      'Some forwarding leads back to where it came from. Your settings are not the reason.',
    ),
    nextSteps: [
      "Look for a forwarding that leads back: a rule in the recipient's mailbox, an alias, a mailing list",
      "Check that the MX record of the recipient's domain names the server with its mailboxes, and that this " +
        'server takes the domain for its own',
      OTHER_RECIPIENT,
    ],
  }),
  greylisted: (facts) => ({
    title: withRecipients(
      facts,
      'Mail put off for some minutes',
      'The server puts the mail off for some minutes',
    ),
    explanation:
      'This is greylisting, a measure against spam: a sender not seen before must try again ' +
      'after some minutes.',
    nextSteps: [
      'Try again in 5 to 15 minutes, or let the check go on trying: tailchat smtp test --to you@example.com --wait 900',
      'Ask whoever runs the mail server to exempt this machine, if it goes on',
    ],
  }),
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
      "Check SPF, DKIM and DMARC of the sender's domain in DNS",
    ],
  }),
  'auth-policy-rejected': (facts) => ({
    title: facts.senderAddress
      ? `The server doubts that the mail really comes from ${facts.senderAddress}`
      : 'The server doubts that the sender is genuine',
    explanation:
      'SPF, DKIM and DMARC are DNS records that say who may send for a domain. This mail ' +
      'failed such a check.',
    nextSteps: [
      'Send through the mail server that belongs to the domain of SMTP_SENDER',
      "Add the SPF and DKIM records to the domain's DNS that your mail provider names",
      'Write a sender whose domain belongs to this mail server as SMTP_SENDER',
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
    title: facts.user
      ? `${facts.user} has used up what it may send`
      : 'The account has used up what it may send',
    explanation: paragraph(
      'The daily or monthly limit of the account or of its plan is reached.',
      limits(facts),
    ),
    nextSteps: [
      'Wait until the limit is reset, often the next day or month',
      "Check the usage on the provider's web site, and get a larger plan if you need it",
    ],
  }),
  'sandbox-restricted': (facts) => ({
    title: 'A trial account may write only to verified addresses',
    explanation: 'The provider has not yet opened the account for mail to everybody.',
    nextSteps: [
      ...(facts.provider?.advice
        ? []
        : ["Ask for full access on the provider's web site (often called production access)"]),
      'Verify the recipient there, and try again with that address: tailchat smtp test --to you@example.com',
    ],
  }),
} satisfies Pick<
  CauseTexts,
  | 'sender-mismatch'
  | 'sender-unverified'
  | 'sender-syntax'
  | 'sender-rejected'
  | 'recipient-unknown'
  | 'recipient-syntax'
  | 'recipient-rejected'
  | 'relay-denied'
  | 'mailbox-full'
  | 'delivery-expired'
  | 'mail-loop'
  | 'greylisted'
  | 'message-too-large'
  | 'content-rejected'
  | 'auth-policy-rejected'
  | 'rate-limited'
  | 'quota-exceeded'
  | 'sandbox-restricted'
>;
