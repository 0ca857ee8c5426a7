import type { Facts, PastedForm } from '../../../report/facts.js';
import type { CauseText } from '../../texts.js';
import { paragraph } from '../phrases.js';
import { heldBy } from '../readers.js';
import { repairHeld } from './repair-held.js';

const PASTED: Record<PastedForm, string> = {
  shell:
    'This is a command that sets a variable in a shell. Tailchat wants only what stands behind the =.',
  'docker-flags':
    'These are flags of docker run, which gives a container its variables. Tailchat wants only what ' +
    'stands behind the =; in an env file the flags have no place.',
  assignment:
    'These are whole lines of an env file or a compose file. Tailchat wants only what stands behind the name.',
};

/** A text about a bad value with what is known of this very value: what the server does, the right line. */
export function aboutValue(facts: Facts, text: CauseText): CauseText {
  const steps = facts.heldIn ? repairHeld(facts.heldIn, facts) : writeLine(facts);
  const what = facts.pasted ? PASTED[facts.pasted] : undefined;
  return {
    ...text,
    explanation: paragraph(what ?? text.explanation, lengthOf(facts), serverWould(facts)),
    nextSteps: [...steps, ...text.nextSteps],
  };
}

/** The character that is at fault, and where it stands: `the # in the password`. */
export function culprit({ character, part }: Facts): string | undefined {
  if (!character) return undefined;
  return `${character} in the ${part === 'user' ? 'user name' : 'password'}`;
}

/** All that is told of a value that was not understood: it may be a password from one end to the other. */
export function lengthOf({ valueLength }: Facts): string {
  if (valueLength === undefined) return '';
  return `The value has ${valueLength} ${valueLength === 1 ? 'character' : 'characters'}.`;
}

function serverWould({ serverDoes }: Facts): string {
  switch (serverDoes) {
    case 'takes-localhost':
      return "Tailchat's server would find no host in it, and try to hand its mail to its own machine (localhost).";
    case 'throws':
      return 'Tailchat\'s server would stop at it with "URIError: URI malformed".';
    case 'reads-it':
      return "Tailchat's server would read past it, but other programs do not: better not count on that.";
    case 'asks-for-user':
      return (
        "Tailchat's server would take a part of your user name for the host, and send it to DNS in " +
        'the attempt to reach it.'
      );
    case 'asks-for-password':
      return (
        "Tailchat's server would take a part of your password for the host, and send it to DNS in " +
        'the attempt to reach it.'
      );
    case 'asks-for-host':
      return "Tailchat's server would not see that: it would try to reach what it takes for the host in it.";
    default:
      return '';
  }
}

function writeLine({ envLine, isMasked, holders }: Facts): string[] {
  if (!envLine) return [];
  const write = `Write ${envLine}${heldBy({ holders })}`;
  if (!isMasked || !envLine.includes('***')) return [write];
  const what = envLine.includes('***:***') ? 'user and password' : 'password';
  return [`${write}, with your percent-encoded ${what} for *** (--show-secrets prints it)`];
}
