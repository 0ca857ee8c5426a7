import type { Facts } from '../../../report/facts.js';
import type { CauseText } from '../../texts.js';
import { paragraph } from '../phrases.js';
import { heldBy } from '../readers.js';

/** A text about a bad value with what is known of this very value: what the server does, the right line. */
export function aboutValue(facts: Facts, text: CauseText): CauseText {
  return {
    ...text,
    explanation: paragraph(text.explanation, serverWould(facts)),
    nextSteps: [...writeLine(facts), ...text.nextSteps],
  };
}

/** The character that is at fault, and where it stands: `the # in the password`. */
export function culprit({ character, part }: Facts): string | undefined {
  if (!character) return undefined;
  return `${character} in the ${part === 'user' ? 'user name' : 'password'}`;
}

function serverWould({ serverDoes, serverHost = '' }: Facts): string {
  switch (serverDoes) {
    case 'takes-localhost':
      return "Tailchat's server would find no host in it, and try to hand its mail to its own machine (localhost).";
    case 'throws':
      return 'Tailchat\'s server would stop at it with "URIError: URI malformed".';
    case 'reads-it':
      return "Tailchat's server would read past it, but other programs do not: better not count on that.";
    case 'asks-for-user':
      return (
        `Tailchat's server would try to reach a host called "${serverHost}", and so send that part of ` +
        'your user name to DNS.'
      );
    case 'asks-for-password':
      return (
        "Tailchat's server would take a part of your password for the host, and send it to DNS in " +
        'the attempt to reach it.'
      );
    case 'asks-for-host':
      return `Tailchat's server would try to reach a host called "${serverHost}".`;
    default:
      return '';
  }
}

function writeLine({ envLine, isMasked, holders }: Facts): string[] {
  if (!envLine) return [];
  const masked = isMasked && envLine.includes('***');
  return [
    `Write ${envLine}${heldBy({ holders })}${masked ? ', with your percent-encoded password for *** (--show-secrets prints it)' : ''}`,
  ];
}
