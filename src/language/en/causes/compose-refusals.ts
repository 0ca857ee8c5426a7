import { namedAtAll, stepsOfUnknown } from '../../plans/manifests.js';
import { known, say, tell } from '../../plans/plan.js';
import { misfit, type ProblemTexts, unknownKey } from '../../plans/settings.js';
import { list, paragraph } from '../grammar.js';
import { place } from '../phrases.js';
import { ASK_COMPOSE } from './ask-compose.js';

const REFUSED = paragraph(
  'Docker Compose then refuses the whole project,',
  'and no service gets its settings.',
);

const VARIABLE_KEYS = 'The keys that give a container variables are environment and env_file.';
const CORRECT_KEY = 'Correct the name of the key, or where it is indented';

/** What Compose refuses in a compose file. */
export const COMPOSE_REFUSALS: ProblemTexts = {
  'bad-structure': (facts) => ({
    title: tell(misfit(facts), {
      place: `${place(facts)} has a list, a map or a value where Compose wants something else`,
      both: ({ about }) => `${place(facts)} sets ${about}, which Compose does not take together`,
      value: ({ about }) => `${place(facts)} gives ${about} a value that Compose does not take`,
    }),
    explanation: REFUSED,
    nextSteps: [
      tell(misfit(facts), {
        place: 'Check the indentation and the dashes there',
        both: 'Leave out one of the two',
        value: ({ example }) =>
          known(
            example,
            (line) => `Write it in this form: ${line}`,
            'Check the indentation and the dashes there, or put a number in quotes',
          ),
      }),
      ASK_COMPOSE,
    ],
  }),
  'bad-entry': (facts) => ({
    title: `${place(facts)} is not of the form - NAME=value`,
    explanation: `${REFUSED} In a list the name and the value are joined by =, not by a colon.`,
    nextSteps: [
      'Write - NAME=value, or leave out all the dashes of the list and write NAME: value',
      ASK_COMPOSE,
    ],
  }),
  'space-in-name': (facts) => ({
    title: `${place(facts)} has a space before the =`,
    explanation: `${REFUSED} The space would become part of the name.`,
    nextSteps: ['Write - NAME=value, without spaces around the =', ASK_COMPOSE],
  }),
  'unknown-key': (facts) => ({
    title: `${place(facts)} has the key ${unknownKey(facts).key}, which Compose does not know`,
    explanation: paragraph(
      REFUSED,
      tell(unknownKey(facts), {
        meant: VARIABLE_KEYS,
        unknown: VARIABLE_KEYS,
        characters: 'Names of services have only a-z, A-Z, 0-9, ., _ and - in them.',
      }),
    ),
    nextSteps: [
      tell(unknownKey(facts), {
        meant: ({ meant }) => `Write ${meant} there, if that is what you meant`,
        unknown: CORRECT_KEY,
        characters: CORRECT_KEY,
      }),
      ASK_COMPOSE,
    ],
  }),
  'unknown-format': (facts) => ({
    title: `${place(facts)} names the format ${facts.about ?? ''}, which Compose does not know`,
    explanation: `${REFUSED} The only format that it knows is raw.`,
    nextSteps: ['Remove the line with format:', ASK_COMPOSE],
  }),
  'unknown-service': (facts) => ({
    title: tell(namedAtAll(facts), {
      services: `There is no service ${facts.about ?? 'of this name'}${known(facts.file, (file) => ` for ${place({ ...facts, file })}`)}`,
      workloads: `The manifests have no workload or container ${facts.about ?? 'of this name'}`,
      nothing: `The manifests have no workload, so --service names nothing`,
    }),
    explanation: tell(namedAtAll(facts), {
      services: known(
        facts.services,
        (services) => `The services are ${list(services)}.`,
        'No service of this name was found.',
      ),
      workloads: known(facts.services, (workloads) => `The workloads are ${list(workloads)}.`),
      nothing: 'Without a workload the values of the ConfigMaps and Secrets are checked.',
    }),
    nextSteps: say(stepsOfUnknown(facts), facts, {
      'check-name': 'Check the name, here or after --service',
      'leave-out': "Leave out --service, or name the workload's manifest as well: --settings FILE",
      'ask-compose': ASK_COMPOSE,
    }),
  }),
  'other-chosen': (facts) => ({
    title: `Docker Compose reads ${place(facts)}, not ${facts.about ?? ''} beside it`,
    explanation: `Of several compose files in a folder it takes ${place(facts)}, which has no Tailchat service to start.`,
    nextSteps: [
      `Remove ${place(facts)}, or rename it, if Tailchat's services are in ${facts.about ?? ''}`,
      `Or name that file, here and for Compose: --settings ${facts.about ?? ''}, docker compose -f ${facts.about ?? ''}`,
    ],
  }),
  'not-defined': (facts) => ({
    title: `${place(facts)} names ${facts.about ?? ''}, which is not defined`,
    explanation: REFUSED,
    nextSteps: [
      `Define ${facts.about ?? ''} in the compose file, start its profile, or remove the name`,
      ASK_COMPOSE,
    ],
  }),
  'no-image': (facts) => ({
    title: `The service ${facts.about ?? ''} in ${place(facts)} has no image and no build`,
    explanation: REFUSED,
    nextSteps: ['Write image: moonrailgun/tailchat under the service', ASK_COMPOSE],
  }),
  'file-missing': (facts) => ({
    title: `${place(facts)} names ${facts.about ?? 'a file'}, which does not exist`,
    explanation: `${REFUSED} A relative path starts in the folder of the compose file.`,
    nextSteps: [
      `Create the file ${facts.about ?? ''}, or correct its path`,
      `If it is an env_file that may be missing: env_file: [{ path: ${facts.about ?? 'FILE'}, required: false }]`,
      ASK_COMPOSE,
    ],
  }),
  circle: (facts) => ({
    title: `${place(facts)} leads back to itself by include, extends or depends_on`,
    explanation: REFUSED,
    nextSteps: ['Remove that entry, or another one of the circle', ASK_COMPOSE],
  }),
};
