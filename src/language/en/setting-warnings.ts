import type { WarningTexts } from '../texts.js';
import { absentText } from './causes/absent-value.js';
import { inPlace, paragraph } from './phrases.js';
import { heldBy } from './readers.js';

/** What URI and sender show by themselves, in English. */
export const settingWarnings: Pick<
  WarningTexts,
  'port-unlikely' | 'host-unlikely' | 'sender-unlikely' | 'sender-untested' | 'not-percent-encoded'
> = {
  'port-unlikely': (facts) =>
    paragraph(
      facts.isTlsFirst
        ? `SMTP_URI${inPlace(facts)} says smtps:// with port ${facts.port}, where servers usually start unencrypted.`
        : `SMTP_URI${inPlace(facts)} says smtp:// with port ${facts.port}, where servers usually want TLS at once.`,
      facts.envLine
        ? `Write ${facts.envLine}${heldBy(facts)}`
        : 'Write smtps:// with port 465, or smtp:// with port 587.',
    ),
  'host-unlikely': (facts) =>
    paragraph(
      `${facts.host} in SMTP_URI${inPlace(facts)} looks like a server for reading mail, not for sending it.`,
      `Write the server for sending, usually ${facts.meant}.`,
    ),
  'sender-unlikely': (facts) => {
    const { name, address } = facts.mailbox;
    if (facts.holdsPassword) {
      return paragraph(
        `SMTP_SENDER${inPlace(facts)} contains the password of SMTP_URI, or a part of it (shown as *** here).`,
        'Everybody who gets a mail can read the sender: choose another password or another sender.',
      );
    }
    if (facts.isLocal) {
      return paragraph(
        `The domain of the sender ${address} in SMTP_SENDER${inPlace(facts)} exists only on one machine or in your own network.`,
        'Most other servers refuse such a sender. Write an address in a domain of your own that can receive mail.',
      );
    }
    return paragraph(
      name === ''
        ? `Tailchat's server reads SMTP_SENDER${inPlace(facts)} as the address ${address}.`
        : `Tailchat's server reads the name ${name} and the address ${address} from ` +
            `SMTP_SENDER${inPlace(facts)}, which is probably not what you mean.`,
      facts.envLine
        ? `Write ${facts.envLine}${heldBy(facts)}`
        : 'Write an address of your own that can send mail.',
    );
  },
  'sender-untested': ({ isOffline, absent }) =>
    paragraph(
      absent
        ? `${absentText('SMTP_SENDER', absent).title}.`
        : 'SMTP_SENDER is not set, so Tailchat sends mail without a sender.',
      absent?.why !== 'not-given' && untested(isOffline),
      absent?.why === 'not-given'
        ? 'The sender is in the cluster: use --sender to check it.'
        : 'Set SMTP_SENDER, or use --sender to check one.',
    ),
  'not-percent-encoded': (facts) => {
    if (facts.what === 'entity') {
      return paragraph(
        `SMTP_URI${inPlace(facts)} contains a character as HTML writes it, such as &amp; for &, which the server does not decode.`,
        'If it was copied from the source of a web page, write & between options, and %26 in the password.',
      );
    }
    if (facts.what === 'second-server') {
      return paragraph(
        `SMTP_URI${inPlace(facts)} has a second @ after what looks like a server. Tailchat's server reads everything before the last @ as the login, and connects to ${facts.host}.`,
        'If there is other text after the URI, such as the sender, remove it: each setting has its own line. If it is all the password, write %40 for each @ in it.',
      );
    }
    return paragraph(
      `The password in SMTP_URI${inPlace(facts)} contains a % and two ` +
        'characters that are read as an encoded character, but the rest of it is not encoded.',
      'If the % belongs to the password, write it as %25.',
    );
  },
};

function untested(isOffline = false): string {
  return isOffline ? 'Most servers refuse that.' : 'This server allows that, others refuse it.';
}
