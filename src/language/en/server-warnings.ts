import type { WarningOf, WarningTexts } from '../texts.js';
import { inPlace, paragraph } from './phrases.js';
import { heldBy } from './readers.js';

function difference(facts: WarningOf<'server-differs'>): string {
  const { difference, host } = facts;
  switch (difference.kind) {
    case 'ipv6-only':
      return paragraph(
        `${host} has only IPv6 addresses, and Docker gives a container none unless it is told to: Tailchat`,
        'then says "Can not use IPv6 addresses with current network".',
        'Give its network IPv6, or use a server that has IPv4, too.',
      );
    case 'weak-key':
      return paragraph(
        `${host} secures the connection with a key of only ${difference.bits} bits. Tailchat's Node 18 takes it;`,
        'newer versions of Node refuse it.',
        'Have the server renewed before Tailchat is.',
      );
    case 'newer-groups':
      return paragraph(
        `${host} takes the connection of this newer Node, and not that of Tailchat's Node 18.18.0: it only agrees on`,
        'post-quantum key exchange, which Node 18 does not know.',
        'Have X25519 or P-256 switched on there, too.',
      );
    case 'blank-line':
      return paragraph(
        `${host} puts empty lines into its replies: Tailchat's nodemailer 6.7.8 takes them for replies, and fails.`,
        'Have the server, or the firewall in between, mended.',
      );
    case 'end-passed-over':
      return paragraph(
        `SMTP_URI${inPlace(facts)} has white space or a punctuation mark at its end, which Tailchat's server`,
        'passes over; other programs do not.',
        'Remove it.',
      );
    case 'colon-in-user':
      return paragraph(
        `The user in SMTP_URI${inPlace(facts)} holds an encoded colon: Tailchat's server takes all that follows`,
        'it for the password.',
        'Use a user without a colon.',
      );
  }
}

function trust({ trust, host, ...facts }: WarningOf<'trust-differs'>): string {
  const authority = trust.authority;
  switch (trust.kind) {
    case 'newer-authority':
      return paragraph(
        `The certificate of ${host} is vouched for by ${authority}, which this Node knows and Tailchat's Node`,
        '18.18.0 does not: Tailchat will refuse it.',
        'Name a file with its root certificate in NODE_EXTRA_CA_CERTS, for the server.',
      );
    case 'older-authority':
      return paragraph(
        `The certificate of ${host} is vouched for by ${authority}, which Tailchat's Node 18.18.0 still knows`,
        'and newer programs do not: Tailchat takes it, as long as it is not renewed itself.',
        'Have the certificate replaced.',
      );
    case 'authority-of-shell':
      return paragraph(
        `The certificate of ${host} is only believed for NODE_EXTRA_CA_CERTS in this shell (${authority}):`,
        "Tailchat's own settings do not have it, and it will refuse the certificate.",
        'Set NODE_EXTRA_CA_CERTS where SMTP_URI is set, with a path inside the container.',
      );
    case 'authorities-unreadable':
      return paragraph(
        `NODE_EXTRA_CA_CERTS${inPlace(facts)} names ${authority}, which cannot be read here: whom Tailchat`,
        'believes for it, this check does not know.',
        'Run the check where that file is.',
      );
  }
}

function sender(facts: WarningOf<'sender-read-otherwise'>): string {
  const { senderDifference, mailbox, envLine, envPlace } = facts;
  const taken = mailbox.name ? `${mailbox.name} <${mailbox.address}>` : mailbox.address;
  const what = {
    group: `Because of a colon, Tailchat makes a group of SMTP_SENDER${inPlace(facts)}, and servers may refuse mail from a group.`,
    cut: `Of SMTP_SENDER${inPlace(facts)} Tailchat takes only ${taken}: a comma outside quotation marks parts it.`,
    'wide-domain': `Tailchat does not read the domain in SMTP_SENDER${inPlace(facts)} as it looks, for some of its characters are not the usual ones.`,
  }[senderDifference];
  return paragraph(
    what,
    envLine
      ? `Write ${envLine}${heldBy({ envPlace })}`
      : 'Write one address, and a name with such signs in quotation marks.',
  );
}

function option(facts: WarningOf<'option-unchecked'>): string {
  const { optionDoubt } = facts;
  const name = optionDoubt.option;
  if (optionDoubt.kind === 'short-wait') {
    return paragraph(
      `${name}=${optionDoubt.ms} in SMTP_URI${inPlace(facts)} are milliseconds: Tailchat gives up if the`,
      'server takes any longer.',
      `Write ${name}=${optionDoubt.ms * 1000} if seconds are meant.`,
    );
  }
  return paragraph(
    `The option ${name} in SMTP_URI${inPlace(facts)} is beyond this check: what Tailchat makes of it was not tried.`,
    'Leave it out, unless you need it.',
  );
}

/** The English texts of the warnings about what Tailchat's own server does otherwise. */
export const serverWarnings = {
  'pool-keeps-connections': (facts) =>
    paragraph(
      `With pool=true each mail of Tailchat's leaves a connection to ${facts.host} open for`,
      'minutes: where only a few are allowed, further mail is refused or lost.',
      `Remove pool=true from SMTP_URI${inPlace(facts)}.`,
    ),
  'slow-reply': (facts) =>
    paragraph(
      `${facts.host} took ${facts.seconds} s. Tailchat waits 10 s for a mail to go`,
      'out: after that people see an error, and a code that arrives all the same does not work.',
      'Use a server, or a port, that answers sooner.',
    ),
  'server-differs': difference,
  'trust-differs': trust,
  'sender-read-otherwise': sender,
  'option-unchecked': option,
} satisfies Partial<WarningTexts>;
