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
        ? `SMTP_URI${inPlace(facts)} says smtps:// with port ${facts.port}, where servers usually begin in plain text.`
        : `SMTP_URI${inPlace(facts)} says smtp:// with port ${facts.port}, where servers usually want TLS at once.`,
      facts.envLine
        ? `Write ${facts.envLine}${heldBy(facts)}`
        : 'Write smtps:// with port 465, or smtp:// with port 587.',
    ),
  'host-unlikely': (facts) =>
    paragraph(
      `${facts.host} in SMTP_URI${inPlace(facts)} is by its name a server that mail is fetched from, not one that takes mail to be sent.`,
      `Write the server for sending, mostly ${facts.meant}.`,
    ),
  'sender-unlikely': (facts) => {
    const { name, address } = facts.mailbox;
    if (facts.holdsPassword) {
      return paragraph(
        `The password in SMTP_URI, or a part of it, stands in SMTP_SENDER${inPlace(facts)}, too: there it is shown as *** here.`,
        'Whoever gets a mail reads the sender, so choose another password, or another sender.',
      );
    }
    if (facts.isLocal) {
      return paragraph(
        `The domain of the sender ${address} in SMTP_SENDER${inPlace(facts)} is known on a machine or in a network of your own alone.`,
        'Servers elsewhere mostly refuse such a sender, and nobody could answer. Write an address in a domain of your own that can get mail.',
      );
    }
    return paragraph(
      name === ''
        ? `Tailchat's server takes the sender from SMTP_SENDER${inPlace(facts)} as ${address}.`
        : `Tailchat's server takes the name ${name} and the address ${address} from ` +
            `SMTP_SENDER${inPlace(facts)}, which is hardly what you mean.`,
      facts.envLine
        ? `Write ${facts.envLine}${heldBy(facts)}`
        : 'Write an address of your own that can send mail.',
    );
  },
  'sender-untested': ({ isOffline, absent }) =>
    paragraph(
      absent
        ? `${absentText('SMTP_SENDER', absent).title}.`
        : 'SMTP_SENDER is not set: Tailchat then names no sender.',
      absent?.why !== 'not-given' && untested(isOffline),
      absent?.why === 'not-given'
        ? 'The sender is in the cluster: give --sender to have it checked.'
        : 'Set SMTP_SENDER, or give --sender to have one checked.',
    ),
  'not-percent-encoded': (facts) => {
    if (facts.what === 'entity') {
      return paragraph(
        `SMTP_URI${inPlace(facts)} holds a character as web pages write it, such as &amp; for &: the server takes it as it stands.`,
        'If it was copied from the source of a page, write the character itself: & between options, its percent-encoded form (%26) in the password.',
      );
    }
    if (facts.what === 'second-server') {
      return paragraph(
        `SMTP_URI${inPlace(facts)} has a second @ behind what looks like a server already: the server takes all before the last @ for the login, and connects to ${facts.host}.`,
        'If something else stands behind the URI, such as the sender, cut it: each setting has a line of its own. If it is all the password, write %40 for each @ in it.',
      );
    }
    return paragraph(
      `The password in SMTP_URI${inPlace(facts)} holds a % with two ` +
        'characters behind it that are taken for an encoded one, though the rest of it is not encoded.',
      'If the % belongs to the password, write %25 for it.',
    );
  },
};

function untested(isOffline = false): string {
  return isOffline
    ? 'Most servers refuse a mail without a sender.'
    : 'This server lets a mail without a sender pass, others refuse it.';
}
