import { known, tell } from '../plans/plan.js';
import type { WarningOf, WarningTexts } from '../texts.js';
import { paragraph } from './grammar.js';
import { inPlace } from './phrases.js';
import { heldBy } from './readers.js';

function difference(facts: WarningOf<'server-differs'>): string {
  const { difference, host } = facts;
  return tell(difference, {
    'ipv6-only': paragraph(
      `${host} has only IPv6 addresses, which a Docker container does not have by default. Tailchat`,
      'then fails with "Can not use IPv6 addresses with current network".',
      'Switch on IPv6 for its network, or use a server that also has IPv4.',
    ),
    'ipv4-lacking': paragraph(
      `${host} was reached by IPv6, since this machine has no IPv4 address. A Docker container has IPv4 by default`,
      'and would take the IPv4 address of the server, to which this machine has no way.',
      'If Tailchat runs in one, check from inside: tailchat smtp verify --in',
    ),
    'weak-key': ({ bits }) =>
      paragraph(
        `${host} uses a key of only ${bits} bits. Tailchat's Node 18 accepts it;`,
        'newer versions of Node refuse it.',
        'Update the mail server before you update Tailchat.',
      ),
    'newer-groups': paragraph(
      `${host} accepts this newer Node, but not Tailchat's Node 18.18.0: it agrees only on`,
      'post-quantum key exchange, which Node 18 does not know.',
      'Switch on X25519 or P-256 there as well, or ask whoever runs the server to.',
    ),
    'blank-line': paragraph(
      `${host} sends empty lines in its replies. Tailchat's nodemailer 6.7.8 reads them as replies, and fails.`,
      'The server, or a firewall in between, must be fixed.',
    ),
    'start-passed-over': paragraph(
      `SMTP_URI${inPlace(facts)} begins with white space. Tailchat's server ignores it; other programs do not.`,
      'Remove it.',
    ),
    'end-passed-over': paragraph(
      `SMTP_URI${inPlace(facts)} ends with white space or a punctuation mark. Tailchat's server`,
      'ignores it; other programs do not.',
      'Remove it.',
    ),
    'wide-host': paragraph(
      `The server in SMTP_URI${inPlace(facts)} is written in full-width characters. Tailchat's server reads them as`,
      'the narrow ones; other programs do not.',
      `Write ${host}`,
    ),
    'colon-in-user': paragraph(
      `The user in SMTP_URI${inPlace(facts)} contains an encoded colon: Tailchat's server reads the text after it`,
      'as the password.',
      'Use a user without a colon.',
    ),
  });
}

function trust({ trust, host, ...facts }: WarningOf<'trust-differs'>): string {
  const authority = trust.authority;
  return tell(trust, {
    'newer-authority': paragraph(
      `The certificate of ${host} comes from ${authority}, which this Node knows and Tailchat's Node`,
      '18.18.0 does not: Tailchat will refuse it.',
      "Set NODE_EXTRA_CA_CERTS for Tailchat's server to a file with its root certificate.",
    ),
    'older-authority': paragraph(
      `The certificate of ${host} comes from ${authority}, which Tailchat's Node 18.18.0 still knows`,
      'and newer programs do not. Tailchat accepts it until Tailchat itself is updated.',
      'Replace it, or ask whoever runs the server to.',
    ),
    'authority-of-shell': paragraph(
      `The certificate of ${host} is trusted only because of NODE_EXTRA_CA_CERTS in this shell (${authority}).`,
      "Tailchat's own settings do not have it, so Tailchat will refuse the certificate.",
      'Set NODE_EXTRA_CA_CERTS where SMTP_URI is set, with a path inside the container.',
    ),
    'authorities-unreadable': paragraph(
      `NODE_EXTRA_CA_CERTS${inPlace(facts)} names ${authority}, which cannot be read here, so this check`,
      'cannot tell whether Tailchat trusts the server.',
      'Run the check where that file is.',
    ),
  });
}

function sender(facts: WarningOf<'sender-read-otherwise'>): string {
  const { senderDifference, mailbox, envLine, envPlace, below } = facts;
  const taken = known(mailbox.name, (name) => `${name} <${mailbox.address}>`, mailbox.address);
  const what = {
    group: `Because of a colon, Tailchat reads SMTP_SENDER${inPlace(facts)} as a group of addresses, which servers may refuse as a sender.`,
    cut: `Tailchat uses only ${taken} of SMTP_SENDER${inPlace(facts)}: a comma or a semicolon outside quotation marks ends it.`,
    parted: `Tailchat reads SMTP_SENDER${inPlace(facts)} as ${taken}: a quotation mark that is never closed cuts the address.`,
    'wide-domain': `The domain in SMTP_SENDER${inPlace(facts)} contains unusual characters, which Tailchat reads differently.`,
  }[senderDifference];
  return paragraph(
    what,
    known(
      envLine,
      (line) => `Write ${line}${heldBy({ envPlace, below })}`,
      'Write one address, and put a name with such characters in quotation marks.',
    ),
  );
}

function option(facts: WarningOf<'option-unchecked'>): string {
  const { optionDoubt } = facts;
  const name = optionDoubt.option;
  return tell(optionDoubt, {
    'short-wait': ({ ms }) =>
      paragraph(
        `${name}=${ms} in SMTP_URI${inPlace(facts)} means milliseconds: Tailchat gives up if the`,
        'server takes longer.',
        `Write ${name}=${ms * 1000} if you mean seconds.`,
      ),
    service: paragraph(
      `With the option service in SMTP_URI${inPlace(facts)}, Tailchat ignores the host, port and encryption written`,
      "there if its nodemailer knows a service by that name, and uses that service's own.",
      'This check does not try that. Remove the option, and write the server itself.',
    ),
    unchecked: paragraph(
      `This check does not try the option ${name} in SMTP_URI${inPlace(facts)}, so its effect on Tailchat is unknown.`,
      'Remove it unless you need it.',
    ),
  });
}

/** The English texts of the warnings about what Tailchat's own server does otherwise. */
export const serverWarnings = {
  'pool-keeps-connections': (facts) =>
    paragraph(
      `With pool=true, each mail from Tailchat leaves a connection to ${facts.host} open for`,
      'minutes. If the server allows only a few, more mail is refused or lost.',
      `Remove pool=true from SMTP_URI${inPlace(facts)}.`,
    ),
  'slow-reply': (facts) =>
    paragraph(
      `${facts.host} took ${facts.seconds} s${known(facts.secondsOfMail, (all) => `, so a whole mail takes about ${all} s`)}. Tailchat waits 10 s for a mail to be sent;`,
      'after that its users see an error, and a code that still arrives does not work.',
      'Use a server or port that answers faster.',
    ),
  'server-differs': difference,
  'trust-differs': trust,
  'sender-read-otherwise': sender,
  'option-unchecked': option,
} satisfies Partial<WarningTexts>;
