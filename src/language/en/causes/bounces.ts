import type { Facts } from '../../../report/facts.js';
import type { BounceTexts, CauseText } from '../../texts.js';
import { mailTo, withRecipients } from '../phrases.js';

const OTHER_WAY = 'Ask the recipient by another way, such as a phone call, which address is right';
const RIGHT_ADDRESS = 'Correct the address in the Tailchat account that it belongs to';
const THEIR_ADMIN =
  "Write to the recipient's mail administrators (postmaster@ their domain) from another mailbox, with the server's words";
const YOUR_PROVIDER =
  "Pass the server's words on to your provider's support if a provider delivers your mail";
const AGAIN = 'Send the mail again later';
const AUTHENTICATE =
  'Add the records that the domain of SMTP_SENDER lacks in DNS (SPF, DKIM, DMARC): tailchat smtp domain';

/** What is in the way between two servers, neither of which the settings name. */
function unreachable(title: string, explanation: string): (facts: Facts) => CauseText {
  return (facts) => ({
    title: mailTo(facts, title),
    explanation: `${explanation} Tailchat's settings are not the reason: your mail server took the mail.`,
    nextSteps: [
      AGAIN,
      'Check the domain behind the @, letter by letter: a wrong one may exist and have no mail server',
      'Ask the company that hosts your mail server whether it blocks port 25, if no mail gets out to anybody',
      THEIR_ADMIN,
    ],
  });
}

/** Encryption between two servers, neither of which the settings name. */
function unencrypted(title: string): (facts: Facts) => CauseText {
  return (facts) => ({
    title: withRecipients(facts, title),
    explanation:
      "Two mail servers on the way did not agree on encryption. Tailchat's own connection is not the reason: your mail server took the mail.",
    nextSteps: [AGAIN, THEIR_ADMIN, YOUR_PROVIDER],
  });
}

/** The texts of the causes that mean another thing in a letter that came back. */
export const bounces = {
  'recipient-unknown': (facts) => ({
    title: withRecipients(facts, 'No such mailbox or domain', 'The recipient does not exist'),
    explanation: 'The mail was sent, and then came back: the address does not exist (any more).',
    nextSteps: [
      'Check the address letter by letter, also the domain behind the @',
      RIGHT_ADDRESS,
      OTHER_WAY,
    ],
  }),
  'recipient-rejected': (facts) => ({
    title: withRecipients(facts, 'The recipient does not take this mail'),
    explanation:
      "A rule on the recipient's side forbids it: the mailbox may be shut, or open to some senders only.",
    nextSteps: [OTHER_WAY, THEIR_ADMIN],
  }),
  'recipient-syntax': (facts) => ({
    title: withRecipients(facts, 'Not a valid address', "The recipient's address is malformed"),
    explanation: 'An address looks like you@example.com: one @, no spaces, a domain after it.',
    nextSteps: [RIGHT_ADDRESS, OTHER_WAY],
  }),
  'mailbox-full': (facts) => ({
    title: withRecipients(facts, 'This mailbox is full', "The recipient's mailbox is full"),
    explanation: 'There is no room for another mail. Your settings are not the reason.',
    nextSteps: ['Ask the recipient by another way to delete old mail', AGAIN],
  }),
  'relay-denied': (facts) => ({
    title: withRecipients(facts, 'A server on the way does not take mail for this address'),
    explanation:
      "The server that was asked does not know the recipient's domain as its own. Mostly that is a fault on the recipient's side, such as an MX record that names the wrong server.",
    nextSteps: [
      'Check the domain behind the @, letter by letter',
      THEIR_ADMIN,
      'Check relayhost, or the route for this domain, on your mail server, if it is your own',
    ],
  }),
  'sender-rejected': (facts) => ({
    title: mailTo(facts, "The recipient's server refuses the sender"),
    explanation: 'It does not take mail from the address in SMTP_SENDER, or from its domain.',
    nextSteps: [
      'Check that the domain of SMTP_SENDER exists in DNS and receives mail (MX record)',
      AUTHENTICATE,
      THEIR_ADMIN,
    ],
  }),
  'ip-blocked': (facts) => ({
    title: mailTo(facts, "The recipient's server refuses the address that the mail came from"),
    explanation:
      'The public IP address of the server that delivered your mail is on a block list, has a bad reputation, or has no name in reverse DNS. Tailchat and its login are not the reason.',
    nextSteps: [
      "Follow the link in the server's words, where there is one: it explains the block and how to be removed",
      YOUR_PROVIDER,
      'Give the address a reverse DNS entry (PTR) and ask the block list for its removal, if the server that delivers is your own',
      "Deliver through a mail provider's server (SMTP_URI) in place of a server of your own, if it goes on",
    ],
  }),
  'content-rejected': (facts) => ({
    title: mailTo(facts, 'Taken for spam or for something forbidden'),
    explanation:
      "The recipient's side minds the content of the mail, or who sends it from where. It says no more than the words above.",
    nextSteps: [
      AUTHENTICATE,
      'Leave out links and attachments, and words that look like advertising',
      'Ask the recipient to allow your sender',
    ],
  }),
  'auth-policy-rejected': (facts) => ({
    title: mailTo(facts, 'The server doubts that the sender is genuine'),
    explanation:
      'SPF, DKIM and DMARC are DNS records that say who may send for a domain. This mail failed such a check.',
    nextSteps: [
      AUTHENTICATE,
      'Send through the mail server that belongs to the domain of SMTP_SENDER',
      'Check that no forwarding of the recipient is in between: it breaks SPF',
    ],
  }),
  'auth-required': (facts) => ({
    title: mailTo(facts, 'A server on the way wants a login'),
    explanation:
      'Your mail server handed the mail on to another server that takes mail only after a login.',
    nextSteps: [
      'Enter user and password for the relay on your mail server (Postfix: smtp_sasl_password_maps), if it is your own',
      YOUR_PROVIDER,
    ],
  }),
  'helo-rejected': (facts) => ({
    title: mailTo(facts, 'Refused for the name that your mail server gives of itself'),
    explanation: 'Servers say their own name first (EHLO). It must exist in DNS and lead back.',
    nextSteps: [
      'Give your mail server a full domain name (Postfix: myhostname) with an A record and a matching PTR, if it is your own',
      YOUR_PROVIDER,
    ],
  }),
  'rate-limited': (facts) => ({
    title: mailTo(facts, 'Too much mail for now'),
    explanation:
      "The recipient's server takes only so much in a short time from the server that delivers yours. This passes by itself.",
    nextSteps: [AGAIN, YOUR_PROVIDER, 'Send fewer mails at once'],
  }),
  greylisted: (facts) => ({
    title: withRecipients(facts, 'Put off, and not tried again in time'),
    explanation: 'Greylisting: a sender not seen before must try again after some minutes.',
    nextSteps: [AGAIN, YOUR_PROVIDER],
  }),
  'server-busy': (facts) => ({
    title: mailTo(facts, "The recipient's server is too busy or shutting down"),
    explanation: 'It turned the mail away for the moment. This usually passes by itself.',
    nextSteps: [AGAIN, THEIR_ADMIN],
  }),
  'server-error': (facts) => ({
    title: mailTo(facts, "The recipient's server has trouble of its own"),
    explanation: "The fault is on the recipient's side. Your settings may well be right.",
    nextSteps: [AGAIN, THEIR_ADMIN],
  }),
  'protocol-error': (facts) => ({
    title: mailTo(facts, 'Two servers on the way did not understand each other'),
    explanation: 'A reply does not follow the rules of SMTP, or does not fit what was asked.',
    nextSteps: [AGAIN, YOUR_PROVIDER, THEIR_ADMIN],
  }),
  unknown: (facts) => ({
    title: mailTo(facts, 'Not delivered, and the letter does not say why'),
    explanation: 'Nothing in it points to one certain cause.',
    nextSteps: ['Read the words of the server, if there are any', OTHER_WAY, YOUR_PROVIDER],
  }),
  'auth-failed': (facts) => ({
    title: withRecipients(facts, 'A mail server on the way could not log in at the next one'),
    explanation:
      "Tailchat's own login is not the reason: your mail server took the mail. The relay that it then sends through refused it.",
    nextSteps: [
      'Set user and password of the relay anew in your mail server (Postfix: smtp_sasl_password_maps), if it is your own',
      YOUR_PROVIDER,
    ],
  }),
  'tls-failed': unencrypted("No encrypted connection to the recipient's server"),
  'tls-version': unencrypted("The recipient's server and yours share no version of TLS"),
  'certificate-untrusted': unencrypted("The certificate of the recipient's server is not trusted"),
  'certificate-expired': unencrypted("The certificate of the recipient's server has expired"),
  'certificate-hostname': unencrypted(
    "The certificate of the recipient's server is made out to another name",
  ),
  'starttls-unavailable': unencrypted(
    "The recipient's server offers no encryption, and it is required",
  ),
  'starttls-required': unencrypted("The recipient's server wants an encrypted connection"),
  'dns-unavailable': unreachable(
    "The recipient's domain could not be looked up",
    'DNS gave no usable answer about it.',
  ),
  'host-not-found': unreachable(
    "The name of the recipient's mail server does not exist",
    'DNS does not know it.',
  ),
  'server-silent': unreachable(
    "The recipient's mail server says nothing",
    'It takes the connection, and no greeting comes.',
  ),
  'connection-refused': unreachable(
    "The recipient's mail server refuses connections",
    'It was reached, but nothing accepts mail there.',
  ),
  'connection-timeout': unreachable(
    "The recipient's mail server does not answer",
    'The attempts to connect to it got no reply.',
  ),
  'network-unreachable': unreachable(
    "There is no way to the recipient's mail server",
    'The server that delivers your mail has no route to it.',
  ),
  'connection-closed': unreachable(
    "The recipient's mail server hung up",
    'It ended the connection before it took the mail.',
  ),
  timeout: unreachable(
    "The conversation with the recipient's mail server stopped half-way",
    'It answered at first, and then nothing more came.',
  ),
} satisfies BounceTexts;
