import type { Facts } from '../../../report/facts.js';
import type { BounceTexts, CauseText } from '../../texts.js';
import { mailTo, withRecipients } from '../phrases.js';
import { relayLogins, YOUR_PROVIDER } from './relay-logins.js';

const OTHER_WAY = 'Ask the recipient in another way, for example by phone, which address is right';
const RIGHT_ADDRESS = 'Correct the address in the Tailchat account';
const THEIR_ADMIN =
  "Write to the recipient's postmaster from another mailbox, and quote the server's words";
export const AGAIN = 'Send the mail again later';
const AUTHENTICATE =
  'Add the DNS records that the domain of SMTP_SENDER lacks (SPF, DKIM, DMARC): tailchat smtp domain';

export const OF_ADDRESS = [
  'Check the address letter by letter, including the domain after the @',
  RIGHT_ADDRESS,
  OTHER_WAY,
];
export const OF_NO_REASON = [
  'Read the words of the server, if there are any',
  OTHER_WAY,
  YOUR_PROVIDER,
];

/** What is in the way between two servers, neither of which the settings name. */
function unreachable(title: string, explanation: string): (facts: Facts) => CauseText {
  return (facts) => ({
    title: mailTo(facts, title),
    explanation: `${explanation} Tailchat's settings are not the reason: your mail server accepted the mail.`,
    nextSteps: [
      AGAIN,
      'Check the domain after the @, letter by letter: a misspelt one may exist without a mail server',
      'Ask the company that hosts your mail server whether it blocks port 25, if all your mail fails',
      THEIR_ADMIN,
    ],
  });
}

/** Encryption between two servers, neither of which the settings name. */
function unencrypted(title: string): (facts: Facts) => CauseText {
  return (facts) => ({
    title: withRecipients(facts, title),
    explanation:
      "Two mail servers on the way did not agree on encryption. Tailchat's own connection is not the reason: your mail server accepted the mail.",
    nextSteps: [AGAIN, THEIR_ADMIN, YOUR_PROVIDER],
  });
}

/** A mail server that could neither deliver a mail nor pass it on, where no other server took part. */
export function ofOwnServer(facts: Facts): CauseText {
  return {
    title: mailTo(facts, 'Your mail server could not deliver the mail'),
    explanation:
      "No other server took part: the fault lies in the mail server itself. Tailchat's settings are not the reason, because it accepted the mail.",
    nextSteps: [
      "Read the mail server's log around this line: the part of it that failed gives the reason",
      'Check that what it hands the mail to is running and may be used, such as Dovecot (Postfix: master.cf, transport_maps)',
      'Check whether it may send mail to other servers at all (Exim on Debian: dpkg-reconfigure exim4-config)',
    ],
  };
}

/** The texts of the causes that mean another thing in a letter that came back. */
export const bounces = {
  ...relayLogins,
  'recipient-unknown': (facts) => ({
    title: withRecipients(facts, 'No such mailbox or domain', 'The recipient does not exist'),
    explanation:
      'The mail was sent and came back: the address does not exist, or no longer exists.',
    nextSteps: OF_ADDRESS,
  }),
  'recipient-rejected': (facts) => ({
    title: withRecipients(facts, 'The recipient does not accept this mail'),
    explanation:
      "A rule on the recipient's side forbids this mail: the mailbox may be closed, or open only to some senders.",
    nextSteps: [OTHER_WAY, THEIR_ADMIN],
  }),
  'recipient-syntax': (facts) => ({
    title: withRecipients(facts, 'Not a valid address', "The recipient's address is malformed"),
    explanation:
      'An address looks like you@example.com: one @, no spaces, and a domain after the @.',
    nextSteps: [RIGHT_ADDRESS, OTHER_WAY],
  }),
  'mailbox-full': (facts) => ({
    title: withRecipients(facts, 'This mailbox is full', "The recipient's mailbox is full"),
    explanation: 'There is no room for another mail. Your settings are not the reason.',
    nextSteps: ['Ask the recipient in another way to delete old mail', AGAIN],
  }),
  'relay-denied': (facts) => ({
    title: withRecipients(facts, 'A server on the way does not accept mail for this address'),
    explanation:
      "That server does not treat the recipient's domain as its own. The fault is usually on the recipient's side, such as a wrong MX record.",
    nextSteps: [
      'Check the domain after the @, letter by letter',
      THEIR_ADMIN,
      'Check relayhost, or the route for this domain, on your mail server, if it is your own',
    ],
  }),
  'sender-rejected': (facts) => ({
    title: mailTo(facts, "The recipient's server refuses the sender"),
    explanation: 'It does not accept mail from the address in SMTP_SENDER, or from its domain.',
    nextSteps: [
      'Check that the domain of SMTP_SENDER exists in DNS and receives mail (MX record)',
      AUTHENTICATE,
      THEIR_ADMIN,
    ],
  }),
  'ip-blocked': (facts) => ({
    title: mailTo(facts, "The recipient's server refuses the address that the mail came from"),
    explanation:
      'The public IP address of the server that delivers your mail is on a block list, has a bad reputation, or has no reverse DNS name. Tailchat and its login are not the reason.',
    nextSteps: [
      "Follow the link in the server's words, if there is one: it explains the block and how to get off the list",
      YOUR_PROVIDER,
      'Give the address a reverse DNS entry (PTR) and ask the block list to remove it, if that server is your own',
      "Send through a mail provider's server (SMTP_URI) instead of your own, if this continues",
    ],
  }),
  'content-rejected': (facts) => ({
    title: mailTo(facts, 'Taken for spam or forbidden content'),
    explanation:
      "The recipient's server objects to the content of the mail, its sender, or the address it comes from. It says no more than the words above.",
    nextSteps: [
      AUTHENTICATE,
      'Leave out links, attachments, and words that look like advertising',
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
      'Check whether the recipient forwards mail: forwarding breaks SPF',
    ],
  }),
  'helo-rejected': (facts) => ({
    title: mailTo(facts, 'Refused because of the name that your mail server gives itself'),
    explanation:
      'Servers first say their own name (EHLO). It must exist in DNS and point back to the server.',
    nextSteps: [
      'Give your mail server a full domain name (Postfix: myhostname) with an A record and a matching PTR, if it is your own',
      YOUR_PROVIDER,
    ],
  }),
  'rate-limited': (facts) => ({
    title: mailTo(facts, 'Too much mail for now'),
    explanation:
      "The recipient's server accepts only so much mail in a short time from the server that delivers yours. This passes by itself.",
    nextSteps: [AGAIN, YOUR_PROVIDER, 'Send fewer mails at once'],
  }),
  greylisted: (facts) => ({
    title: withRecipients(facts, 'Put off by greylisting, and then given up'),
    explanation: 'This is greylisting: a new sender must try again after some minutes.',
    nextSteps: [AGAIN, YOUR_PROVIDER],
  }),
  'server-busy': (facts) => ({
    title: mailTo(facts, "The recipient's server is too busy or shutting down"),
    explanation: 'It turned the mail away for the moment. This usually passes by itself.',
    nextSteps: [AGAIN, THEIR_ADMIN],
  }),
  'server-error': (facts) => ({
    title: mailTo(facts, "The recipient's server has a problem of its own"),
    explanation: "The fault is on the recipient's side. Your settings may well be right.",
    nextSteps: [AGAIN, THEIR_ADMIN],
  }),
  'protocol-error': (facts) => ({
    title: mailTo(facts, 'Two servers on the way did not understand each other'),
    explanation: 'One of them did not accept a command or a reply of the other.',
    nextSteps: [AGAIN, YOUR_PROVIDER, THEIR_ADMIN],
  }),
  unknown: (facts) => ({
    title: mailTo(facts, 'Not delivered, and the bounce does not say why'),
    explanation: 'Nothing in the bounce points to one cause.',
    nextSteps: OF_NO_REASON,
  }),
  'tls-failed': unencrypted("No encrypted connection to the recipient's server"),
  'tls-version': unencrypted("The recipient's server and yours have no TLS version in common"),
  'certificate-untrusted': unencrypted("The certificate of the recipient's server is not trusted"),
  'certificate-expired': unencrypted("The certificate of the recipient's server has expired"),
  'certificate-hostname': unencrypted(
    "The certificate of the recipient's server is for another name",
  ),
  'starttls-unavailable': unencrypted(
    "The recipient's server offers no encryption, and it is required",
  ),
  'starttls-required': unencrypted("The recipient's server wants an encrypted connection"),
  'dns-unavailable': (facts) => ({
    title: mailTo(facts, "The recipient's domain could not be looked up"),
    explanation:
      "DNS gave the mail server no usable answer. Tailchat's settings are not the reason: your mail server accepted the mail.",
    nextSteps: [
      AGAIN,
      'Check DNS on your mail server if other domains fail as well (Postfix in a chroot: /var/spool/postfix/etc/resolv.conf)',
      'Check the domain after the @, letter by letter',
      THEIR_ADMIN,
    ],
  }),
  'host-not-found': (facts) => ({
    title: mailTo(facts, "The name of the recipient's mail server does not exist"),
    explanation:
      "DNS does not know it, or knows no address for it. Tailchat's settings are not the reason: your mail server accepted the mail.",
    nextSteps: [
      'Check the domain after the @, letter by letter',
      'See what DNS says of that domain: tailchat smtp domain --recipient you@example.com',
      'If the domain is right, its owner has to repair its DNS: tell the recipient another way',
    ],
  }),
  'server-silent': unreachable(
    "The recipient's mail server says nothing",
    'It accepts the connection, but sends no greeting.',
  ),
  'connection-refused': unreachable(
    "The recipient's mail server refuses connections",
    'It was reached, but nothing accepts mail there.',
  ),
  'connection-timeout': unreachable(
    "The recipient's mail server does not answer",
    'It did not reply to any attempt to connect.',
  ),
  'network-unreachable': unreachable(
    "The recipient's mail server cannot be reached",
    'The server that delivers your mail knows no route to it.',
  ),
  'connection-closed': unreachable(
    "The recipient's mail server hung up",
    'It ended the connection before it accepted the mail.',
  ),
  timeout: unreachable(
    "The conversation with the recipient's mail server stopped half-way",
    'It answered at first, then nothing more came.',
  ),
} satisfies BounceTexts;
