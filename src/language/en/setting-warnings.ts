import { known, say, tell } from '../plans/plan.js';
import {
  misuseOfPort,
  notEncoded,
  oddityOfSender,
  remarksOnNoSender,
  whoUsesIt,
  whyUnused,
} from '../plans/warnings.js';
import type { WarningOf, WarningTexts } from '../texts.js';
import { absentText } from './causes/absent-value.js';
import { unmask } from './causes/repair-held.js';
import { paragraph } from './grammar.js';
import { inPlace, place } from './phrases.js';
import { heldBy } from './readers.js';

/** Where the value comes from that is used instead of the one in the file. */
function otherValue(facts: WarningOf<'env-overrides-file'>): string {
  const { by, variable } = facts;
  const origin = known(
    by.file,
    (file) => place({ ...by, file }),
    'the environment of this command',
  );
  return `${variable} comes from ${origin}; the value in ${place(facts)} differs, and is not used here.`;
}

/** English warnings that need only the URI and the sender. */
export const settingWarnings: Pick<
  WarningTexts,
  | 'env-overrides-file'
  | 'env-file-unused'
  | 'port-unlikely'
  | 'host-unlikely'
  | 'sender-unlikely'
  | 'sender-untested'
  | 'not-percent-encoded'
> = {
  'env-overrides-file': (facts) =>
    tell(whoUsesIt(facts), {
      container: paragraph(
        `The container has another ${facts.variable} than ${place(facts)}: it keeps the value that it was created with.`,
        'If the file is right, have it created anew: docker compose up -d',
      ),
      server: paragraph(
        otherValue(facts),
        'Tailchat does not use it either. Remove it if it is out of date.',
      ),
      check: paragraph(otherValue(facts), 'Tailchat itself may use the other value.'),
    }),
  'env-file-unused': (facts) =>
    tell(whyUnused(facts), {
      'other-project': ({ variable, by, ...at }) =>
        paragraph(
          `No container that Compose starts from ${by} gets ${variable} from ${place(at)}.`,
          "Name Tailchat's compose file with --settings to see what its container gets.",
        ),
      'no-container': ({ service, ...at }) =>
        paragraph(
          `Compose starts no container of ${service}: ${place(at)} sets their number to 0.`,
          `Write 1 there, or start it with docker compose up -d --scale ${service}=1.`,
        ),
      'no-pod': ({ service, ...at }) =>
        paragraph(
          `Kubernetes starts no pod of ${service}: ${place(at)} sets their number to 0.`,
          'Write 1 there, and apply the manifest.',
        ),
      'defined-twice': (at) =>
        paragraph(
          `Docker Compose before 5 starts nothing: ${place(at)} defines again what an included file defines.`,
          'Write it into the included file, or into docker-compose.override.yml.',
        ),
      stack: ({ variable, by, ...at }) =>
        paragraph(
          `${place(by)} starts a stack, and docker stack deploy does not read .env: there ${variable} from ${place(at)} is empty.`,
          'Export its variables before that line, in bash: set -a && source ./.env && set +a',
        ),
    }),
  'port-unlikely': (facts) =>
    paragraph(
      tell(misuseOfPort(facts), {
        fetching: ({ protocol }) =>
          `SMTP_URI${inPlace(facts)} says port ${facts.port}, at which mail is read (${protocol}), not sent.`,
        tls: `SMTP_URI${inPlace(facts)} says smtps:// with port ${facts.port}, where servers usually start unencrypted.`,
        plain: `SMTP_URI${inPlace(facts)} says smtp:// with port ${facts.port}, where servers usually want TLS at once.`,
      }),
      known(
        facts.envLine,
        (line) => `Write ${line}${heldBy(facts)}${unmask(facts)}`,
        'Write smtps:// with port 465, or smtp:// with port 587.',
      ),
    ),
  'host-unlikely': (facts) =>
    paragraph(
      known(
        facts.domain,
        (domain) =>
          `${facts.host} in SMTP_URI${inPlace(facts)} is not where @${domain} addresses usually log in.`,
        `${facts.host} in SMTP_URI${inPlace(facts)} looks like a server for reading mail, not for sending it.`,
      ),
      `Write the server for sending, usually ${facts.meant}.`,
    ),
  'sender-unlikely': (facts) => {
    const { name, address } = facts.mailbox;
    const instead = known(
      facts.envLine,
      (line) => `Write ${line}${heldBy(facts)}`,
      'Write an address of your own that can send mail.',
    );
    return tell(oddityOfSender(facts), {
      'holds-password': paragraph(
        `SMTP_SENDER${inPlace(facts)} contains the password of SMTP_URI, or a part of it (shown as *** here).`,
        'Everybody who gets a mail can read the sender: choose another password or another sender.',
      ),
      local: paragraph(
        `The domain of the sender ${address} in SMTP_SENDER${inPlace(facts)} exists only on one machine or in your own network.`,
        'Most other servers refuse such a sender. Write an address in a domain of your own that can receive mail.',
      ),
      unclosed: paragraph(
        `SMTP_SENDER${inPlace(facts)} has a < without the > that closes it.`,
        instead,
      ),
      'address-alone': paragraph(
        `Tailchat's server reads SMTP_SENDER${inPlace(facts)} as the address ${address}.`,
        instead,
      ),
      'odd-name': paragraph(
        `Tailchat's server reads the name ${name} and the address ${address} from ` +
          `SMTP_SENDER${inPlace(facts)}, which is probably not what you mean.`,
        instead,
      ),
    });
  },
  'sender-untested': (facts) =>
    paragraph(
      known(
        facts.absent,
        (absent) => `${absentText('SMTP_SENDER', absent).title}.`,
        'SMTP_SENDER is not set, so Tailchat sends mail without a sender.',
      ),
      ...say(remarksOnNoSender(facts), facts, {
        'mostly-refused': 'Most servers refuse that.',
        'taken-here': 'This server allows that; others refuse it.',
        'give-sender': 'The sender is in the cluster: use --sender to check it.',
        'set-sender': 'Set SMTP_SENDER, or use --sender to check one.',
      }),
    ),
  'not-percent-encoded': (facts) =>
    tell(notEncoded(facts), {
      entity: paragraph(
        `SMTP_URI${inPlace(facts)} contains a character as HTML writes it, such as &amp; for &, which the server does not decode.`,
        'If it was copied from the source of a web page, write & between options, and %26 in the password.',
      ),
      'second-server': ({ host }) =>
        paragraph(
          `SMTP_URI${inPlace(facts)} has a second @ after what looks like a server. Tailchat's server reads everything before the last @ as the login, and connects to ${host}.`,
          'If there is other text after the URI, such as the sender, remove it: each setting has its own line. If it is all the password, write %40 for each @ in it.',
        ),
      percent: paragraph(
        `The password in SMTP_URI${inPlace(facts)} contains a % and two characters that Tailchat's ` +
          'server reads as one encoded character, though one that hardly anybody would encode.',
        'If the % belongs to the password, write it as %25.',
      ),
    }),
};
