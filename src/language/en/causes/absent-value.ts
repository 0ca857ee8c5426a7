import type { AbsentValue } from '../../../report/facts.js';
import type { CauseText } from '../../texts.js';
import { paragraph, place } from '../phrases.js';
import { notGivenText } from './not-given.js';
import { repairHeld } from './repair-held.js';

/** The words for a value that stands somewhere and does not reach Tailchat. */
export function absentText(variable: string, absent: AbsentValue): CauseText {
  const { why, service, other = '', by, heldIn, heldAs } = absent;
  const where = place(absent);
  const title = `${variable} stands in ${where}, but the container of ${service} does not get it`;
  const after = 'Then run `docker compose up -d`: `restart` does not read the files again';
  switch (why) {
    case 'dot-env':
      return {
        title,
        explanation: paragraph(
          `Docker Compose uses .env only to fill in names such as \${NAME} in its own files.`,
          'No container gets what stands there by itself.',
        ),
        nextSteps: [...addLine(absent), after],
      };
    case 'unused-file':
      return {
        title,
        explanation: `No service of ${by.file} names ${absent.file}, so nobody reads it.`,
        nextSteps: [...addLine(absent), after],
      };
    case 'taken-away':
      return {
        title: `${place(by)} takes away the ${variable} of ${where}`,
        explanation:
          'What stands below environment: wins over every env file, also where it has no value.',
        nextSteps: [`Remove ${variable} from ${place(by)}, or write the value there`, after],
      };
    case 'unmounted':
      return {
        title,
        explanation: `${other} holds it, and the container names ${other} neither in envFrom nor in env.`,
        nextSteps: [...addLine(absent), 'Then apply the manifest: kubectl apply -f FILE'],
      };
    case 'not-given':
      return notGivenText(variable, absent);
    case 'wrong-key':
      return {
        title: `${variable} stands in ${where} under another key: ${heldAs}`,
        explanation: `The container of ${service} gets what ${other} holds by its keys, and Tailchat reads ${variable} alone.`,
        nextSteps: heldIn ? repairHeld(heldIn) : [],
      };
    case 'inactive':
      return {
        title: `${variable} stands in ${where} for ${other}, which Compose does not start`,
        explanation: `The service ${other} belongs to a profile that is not active.`,
        nextSteps: [
          `Write ${variable} for the service ${service}, which sends mail`,
          `Name ${other} with --service if it is the one that sends mail`,
        ],
      };
    case 'other-service':
      return {
        title: `${variable} in ${where} is for ${other}, not for ${service}, which sends mail`,
        explanation: `In Tailchat the service that runs core/user sends mail; here that is ${service}.`,
        nextSteps: [
          `Give ${service} the same ${variable}`,
          `Name ${other} with --service if it is the one that sends mail`,
          after,
        ],
      };
  }
}

function addLine({ add, service, by }: AbsentValue): string[] {
  if (!add) return [];
  const below = add.under === '' ? `the service ${service}` : `${add.under}: of ${service}`;
  return [`Add this line below ${below} in ${by.file}: ${add.line}`];
}
