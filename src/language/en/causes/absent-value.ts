import type { AbsentValue } from '../../../report/absent-value.js';
import {
  type Absence,
  absence,
  commandForKeys,
  keyOf,
  leftAbove,
  shareTaken,
  shellFault,
  sourceOf,
  stepsOfAbsent,
  takenBy,
} from '../../plans/absent.js';
import { known, say, tell } from '../../plans/plan.js';
import type { CauseText } from '../../texts.js';
import { paragraph } from '../grammar.js';
import { named, place } from '../phrases.js';
import { belowWhat } from './below-what.js';
import { repairHeld } from './repair-held.js';

/** The words for a value that stands somewhere and does not reach Tailchat. */
export function absentText(variable: string, absent: AbsentValue): CauseText {
  const { service, other = '', by, heldIn, heldAs } = absent;
  const where = place(absent);
  const title = `${variable} is in ${where}, but the container of ${service} does not get it`;
  return {
    ...tell<Absence, Omit<CauseText, 'nextSteps'>>(absence(absent), {
      'dot-env': {
        title,
        explanation: paragraph(
          `Docker Compose uses .env only to fill in names such as \${NAME} in its own files.`,
          'A container does not get these values by itself.',
        ),
      },
      'unused-file': {
        title,
        explanation: `No service in ${by.file} uses ${absent.file}, so the file is not read.`,
      },
      'files-overridden': {
        title,
        explanation: `${place(by)} replaces what env_file of ${service} names in the files before it (!override or !reset), so ${absent.file} is not read.`,
      },
      'taken-away': {
        title: `${place(by)} leaves ${variable} empty, whatever ${where} says`,
        explanation: tell(takenBy(absent), {
          environment: 'A name under environment: wins over every env file, even without a value.',
          'env-file': 'Of several env files the last one counts, even without a value.',
          container:
            'An entry under env: of the container wins over envFrom, even without a value.',
        }),
      },
      'other-namespace': {
        title: `${variable} in ${where} is in the namespace ${other}, but the container of ${service} is in ${namespaceOf(absent)}`,
        explanation: `A pod uses only the ConfigMaps and Secrets of its own namespace. If ${namespaceOf(absent)} has no ${whatOf(absent)}, the container does not start (CreateContainerConfigError).`,
      },
      shell: {
        title: tell(shellFault(absent), {
          ends: ({ name, line }) =>
            `${name} stops reading at ${place({ ...absent, line })}, before ${variable} in ${where}`,
          blank: ({ name }) =>
            `${variable} is in ${where}, but ${name} does not read the line as a setting`,
          sign: ({ name }) =>
            `${variable} is in ${where}, but ${name} does not read the line as a setting`,
          unknown: ({ name }) =>
            `${variable} is in ${where}, but ${name} does not read the line as a setting`,
        }),
        explanation: tell(shellFault(absent), {
          ends: 'A sourced file is a script: spaces, & ; | < > ( ) $ and quotation marks have a meaning there.',
          blank:
            'A sourced file is a script: with a space beside the =, a part of the line is taken for a command.',
          sign: ({ sign }) =>
            `A sourced file is a script, and ${named(sign)} outside quotation marks has a meaning there: the value ends at it.`,
          unknown:
            'A sourced file is a script: spaces, & ; | < > ( ) $ and quotation marks have a meaning there.',
        }),
      },
      renamed: {
        title: `${variable} is in ${where}, but the container of ${service} gets it as ${heldAs}`,
        explanation: `${place(by)} gives it that name, and Tailchat reads only ${variable}.`,
      },
      unmounted: {
        title,
        explanation: `It is in ${other}, which the container does not use: neither envFrom nor env names it.`,
      },
      'not-given': {
        title: tell(shareTaken(absent), {
          whole: `The container of ${service} uses all of ${source(absent)}, which no given file contains`,
          key: `${variable} in ${where} comes from ${source(absent)}, key ${absent.source?.key}, which no given file contains`,
        }),
        explanation: `Its value is in the cluster or in another file, so these files do not show whether it is right.`,
      },
      'wrong-key': {
        title: `${variable} is in ${where} under another key: ${heldAs}`,
        explanation: `The keys of ${other} become variables of ${service}, and Tailchat reads only ${variable}.`,
      },
      inactive: {
        title: `${variable} in ${where} is for ${other}, which Compose does not start`,
        explanation: `The service ${other} belongs to a profile that is not active.`,
      },
      'other-service': {
        title: `${variable} in ${where} is for ${other}, not for ${service}, which sends mail`,
        explanation: `The Tailchat service that runs core/user sends mail. Here that is ${service}.`,
      },
    }),
    nextSteps: say(stepsOfAbsent(absent), absent, {
      'add-line': ({ add }) =>
        known(add, (toWrite) =>
          tell(toWrite, {
            below: (spot) =>
              `Add this line under ${belowWhat({ ...spot, service })} in ${by.file}: ${spot.line}`,
            instead: ({ at, line }) => `Change ${place(at)} to: ${line}`,
            variable: ({ at, value }) =>
              `Add ${variable} with the value '${value}' to the environment of ${service} (${place(at)}), in the form used there`,
            source: (spot) =>
              `Add ${spot.item} to ${belowWhat({ ...spot, service })} (${place(spot.at)}), in the form used there`,
            'env-file': ({ at, name }) =>
              `Add ${name} to env_file of ${service} (${place(at)}), in the form used there`,
          }),
        ),
      'up-again': 'Then run `docker compose up -d`: `restart` does not read the files again',
      'give-back': ({ remove }) =>
        known(
          remove,
          (entry) =>
            `Remove ${variable} from ${place(entry)}, or write the value there${tell(
              leftAbove(entry),
              {
                nothing: '. A key with nothing left below it gets {}, such as environment: {}',
                others: '',
              },
            )}`,
        ),
      activate: ({ profile }) =>
        `Add ${profile} to COMPOSE_PROFILES in .env, so that Compose starts ${other}: COMPOSE_PROFILES=${profile}`,
      apply: `Then apply the manifest: kubectl apply -f ${by.file}`,
      'name-manifest': `Name the manifest of ${source(absent)} as well: --settings ${absent.file} --settings FILE`,
      'check-in-pod':
        'Or check inside the pod, which has the value: tailchat smtp verify --in kubernetes:deploy/NAME',
      'see-key': `See whether it has the key ${keyOf(absent, variable)} (values are not shown): ${commandForKeys(absent)}`,
      'same-namespace': `Write namespace: ${namespaceOf(absent)} under metadata: of the ${whatOf(absent)} (${absent.file}), or move the workload to the namespace ${other}`,
      rename: `Change ${place(by)}: remove prefix:, or write the name that Tailchat reads`,
      'close-up': `Remove the spaces before and behind the = in ${where}`,
      quote: `Put the whole value in ${where} in single quotes, or percent-encode the sign`,
      'mend-line': () =>
        known(
          absent.shell?.endsAt,
          (line) => `Mend ${place({ ...absent, line })}: put its value in single quotes`,
        ),
      'repair-held': () => known(heldIn, (held) => repairHeld(held, {}), []),
      'write-for-service': `Write ${variable} for the service ${service}, which sends mail`,
      'name-other': `Add --service ${other} if that is the one that sends mail`,
      'give-the-same': `Give ${service} the same ${variable}`,
    }),
  };
}

/** The namespace of the container. */
const namespaceOf = ({ source }: AbsentValue) => source?.namespace ?? 'default';

/** The ConfigMap or Secret, with its name. */
function whatOf(absent: AbsentValue): string {
  const { kind, name } = sourceOf(absent);
  return `${kind} ${name}`;
}

/** The ConfigMap or Secret that no given file holds. */
function source(absent: AbsentValue): string {
  return `the ${whatOf(absent)}`;
}
