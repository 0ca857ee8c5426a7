import type { AbsentValue } from '../../../report/absent-value.js';
import {
  type Absence,
  absence,
  commandForKeys,
  keyOf,
  shareTaken,
  sourceOf,
  stepsOfAbsent,
} from '../../plans/absent.js';
import { known, say, tell } from '../../plans/plan.js';
import type { CauseText } from '../../texts.js';
import { paragraph, place } from '../phrases.js';
import { belowWhat } from './below-what.js';
import { repairHeld } from './repair-held.js';

/** The words for a value that stands somewhere and does not reach Tailchat. */
export function absentText(variable: string, absent: AbsentValue): CauseText {
  const { service, other = '', by, heldIn, heldAs } = absent;
  const where = place(absent);
  const title = `${variable} stands in ${where}, but the container of ${service} does not get it`;
  return {
    ...tell<Absence, Omit<CauseText, 'nextSteps'>>(absence(absent), {
      'dot-env': {
        title,
        explanation: paragraph(
          `Docker Compose uses .env only to fill in names such as \${NAME} in its own files.`,
          'No container gets what stands there by itself.',
        ),
      },
      'unused-file': {
        title,
        explanation: `No service of ${by.file} names ${absent.file}, so nobody reads it.`,
      },
      'taken-away': {
        title: `${place(by)} takes away the ${variable} of ${where}`,
        explanation:
          'What stands below environment: wins over every env file, also where it has no value.',
      },
      unmounted: {
        title,
        explanation: `${other} holds it, and the container names ${other} neither in envFrom nor in env.`,
      },
      'not-given': {
        title: tell(shareTaken(absent), {
          whole: `The container of ${service} takes ${source(absent)} whole, and no given file holds it`,
          key: `${variable} in ${where} comes from ${source(absent)}, key ${absent.source?.key}, and no given file holds it`,
        }),
        explanation: `Whether ${variable} is right, nobody can tell from these files: the value is in the cluster, or in another file.`,
      },
      'wrong-key': {
        title: `${variable} stands in ${where} under another key: ${heldAs}`,
        explanation: `The container of ${service} gets what ${other} holds by its keys, and Tailchat reads ${variable} alone.`,
      },
      inactive: {
        title: `${variable} stands in ${where} for ${other}, which Compose does not start`,
        explanation: `The service ${other} belongs to a profile that is not active.`,
      },
      'other-service': {
        title: `${variable} in ${where} is for ${other}, not for ${service}, which sends mail`,
        explanation: `In Tailchat the service that runs core/user sends mail; here that is ${service}.`,
      },
    }),
    nextSteps: say(stepsOfAbsent(absent), absent, {
      'add-line': ({ add }) =>
        known(
          add,
          (spot) =>
            `Add this line below ${belowWhat({ ...spot, service })} in ${by.file}: ${spot.line}`,
        ),
      'up-again': 'Then run `docker compose up -d`: `restart` does not read the files again',
      'give-back': `Remove ${variable} from ${place(by)}, or write the value there`,
      apply: `Then apply the manifest: kubectl apply -f ${by.file}`,
      'name-manifest': `Name the manifest of ${source(absent)}, too: --settings ${absent.file} --settings FILE`,
      'check-in-pod':
        'Or check from the pod, which has the value: tailchat smtp verify --in kubernetes:deploy/NAME',
      'see-key': `See whether it has the key ${keyOf(absent, variable)}; the value is not shown: ${commandForKeys(absent)}`,
      'repair-held': () => known(heldIn, (held) => repairHeld(held, {}), []),
      'write-for-service': `Write ${variable} for the service ${service}, which sends mail`,
      'name-other': `Name ${other} with --service if it is the one that sends mail`,
      'give-the-same': `Give ${service} the same ${variable}`,
    }),
  };
}

/** The ConfigMap or Secret that no given file holds. */
function source(absent: AbsentValue): string {
  const { kind, name } = sourceOf(absent);
  return `the ${kind} ${name}`;
}
