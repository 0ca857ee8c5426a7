import type { PastedForm, ServerDeed } from '../../../report/bad-uri-facts.js';
import type { Facts } from '../../../report/facts.js';
import { known, say, tell } from '../../plans/plan.js';
import { lengthToTell, lostName, serverBeside, stepsOfBadValue } from '../../plans/settings.js';
import type { CauseText } from '../../texts.js';
import { paragraph, plural } from '../grammar.js';
import { named } from '../phrases.js';
import { heldBy } from '../readers.js';
import { repairHeld, unmask } from './repair-held.js';

const PASTED: Record<PastedForm, string> = {
  shell: 'This is a shell command that sets a variable. Tailchat needs only the part after the =.',
  'docker-flags':
    'These are options of docker run. Tailchat needs only the part after the =; ' +
    'the options do not belong in an env file.',
  assignment:
    'These are whole lines of an env file or compose file. Tailchat needs only the part after the name.',
};

const PARTS = { user: 'user name', password: 'password' };

/** What Tailchat's server would do with the value. */
const DEEDS: Record<ServerDeed, string> = {
  'takes-localhost':
    "Tailchat's server would find no host in it, and try to deliver to its own machine (localhost).",
  throws: 'Tailchat\'s server would fail with "URIError: URI malformed".',
  refuses: 'Tailchat\'s server would fail with "Invalid URL".',
  'reads-it':
    "Tailchat's server would ignore it, but other programs do not, so do not rely on that.",
  'takes-usual-port':
    "Tailchat's server would read no port, and use its usual one instead: 587 with smtp://, 465 with smtps://.",
  'damages-login': "Tailchat's server would not notice, and log in with a wrong user or password.",
  'refuses-port': 'Tailchat\'s server would fail with "Port should be >= 0 and < 65536".',
  'asks-for-user':
    'Tailchat would look up part of your user name in DNS, as if it were the mail server.',
  'asks-for-password':
    'Tailchat would look up part of your password in DNS, as if it were the mail server.',
  'asks-for-host':
    "Tailchat's server would not notice: it would try to reach whatever it reads as the host.",
};

/** A text about a bad value with what is known of this very value: what the server does, the right line. */
export function aboutValue(facts: Facts, text: CauseText): CauseText {
  return {
    ...text,
    explanation: paragraph(
      known(facts.pasted, (form) => PASTED[form], text.explanation),
      lengthOf(facts),
      lostPart(facts),
      known(facts.serverDoes, (deed) => DEEDS[deed]),
    ),
    nextSteps: [
      ...say(stepsOfBadValue(facts), facts, {
        'repair-held': ({ heldIn }) => known(heldIn, (held) => repairHeld(held, facts), []),
        quote: 'Put the whole value in single quotes',
        'write-line': ({ envLine }) => `Write ${envLine}${heldBy(facts)}${unmask(facts)}`,
      }),
      ...text.nextSteps,
    ],
  };
}

/** The character that is at fault, and where it stands: `# in the password`. */
export function culprit({ character, part }: Facts, before: string, otherwise: string): string {
  return known(
    character,
    (one) => `${before}${one} in the ${PARTS[part ?? 'password']}`,
    otherwise,
  );
}

/** The text for a value that was not understood. Little is told, since the whole value may be a password. */
export function lengthOf(facts: Facts): string {
  return tell(lengthToTell(facts), {
    none: '',
    length: ({ length }) =>
      `The value has ${plural(length, 'character', 'characters')}. It may contain a password, so only --show-secrets shows it.`,
  });
}

/** The same for a login, with which the server may be missing. */
export function lostParts(facts: Facts): string {
  return paragraph(
    tell(serverBeside(facts), {
      none: 'No mail server is named either: the text after the @ is the end of a mail address.',
      any: '',
    }),
    lostPart(facts),
  );
}

/** What is missing from a value, and why. */
function lostPart(facts: Facts): string {
  return tell(lostName(facts), {
    name: ({ name }) =>
      `It names the variable ${name}, which is not set, so nothing is put in its place.`,
    dollar:
      'It contains a $: the text after it is read as the name of a variable, which is not set, so nothing is put in its place.',
    cut: ({ shell, sign }) =>
      `${shell} ends the value at ${named(sign)} outside quotation marks, where the file is sourced.`,
    none: '',
  });
}
