import type { Facts } from '../../../report/facts.js';
import { known, tell } from '../../plans/plan.js';
import { formOfUnreadable, type ProblemTexts, whoNames } from '../../plans/settings.js';
import { paragraph } from '../grammar.js';
import { place } from '../phrases.js';

/** The file, by its name where that is known. */
const file = (facts: Facts) => facts.file ?? 'The env file';

/** ` docker-compose.yml:4 names it.`, or nothing. */
const named = ({ namedAt }: Facts) => known(namedAt, (at) => `${place(at)} names it.`);

/** Where to correct which file is read. */
function correctPath(facts: Facts): string {
  return tell(whoNames(facts), {
    compose: ({ at }) => `Correct the path in ${place(at)}`,
    person: 'Check the path after --settings, or give the full one: /path/to/docker-compose.env',
    nobody: 'Name the file with the settings: --settings /path/to/docker-compose.env',
  });
}

/** Why an env file cannot be read. */
export const FILE_PROBLEMS: ProblemTexts = {
  'not-found': (facts) => ({
    title: `${file(facts)} does not exist`,
    explanation: 'There is no file with this name. A relative path starts in the current folder.',
    nextSteps: tell(whoNames(facts).kind, {
      compose: [correctPath(facts)],
      person: [
        correctPath(facts),
        'Remove --settings to read .env and docker-compose.env in the current folder',
      ],
      nobody: ['Correct COMPOSE_FILE or COMPOSE_ENV_FILES, in the environment or in .env'],
    }),
  }),
  'no-permission': (facts) => ({
    title: `You may not read ${facts.file ?? 'the env file'}`,
    explanation: paragraph(
      'The file is there, but the system does not let you read it.',
      named(facts),
    ),
    nextSteps: [
      'Run the command as the user who owns the file, or with sudo',
      'Change who may read the file with chmod or chown',
    ],
  }),
  'is-a-folder': (facts) => ({
    title: `${file(facts)} is a folder, not a file`,
    explanation: paragraph(
      named(facts),
      'Docker creates such a folder when it is told to mount a file that does not exist.',
    ),
    nextSteps: tell(whoNames(facts).kind, {
      compose: ['Remove the folder if it is empty, and create the file', correctPath(facts)],
      person: ['Name the file inside it, for example docker-compose.env'],
      nobody: ['Remove the folder if it is empty', correctPath(facts)],
    }),
  }),
  'too-large': (facts) => ({
    title: `${file(facts)} is too large to be an env file`,
    explanation: paragraph(
      named(facts),
      'An env file is a few lines of text. This one is far larger, so it was not read.',
    ),
    nextSteps: [correctPath(facts)],
  }),
  binary: (facts) => ({
    title: `${file(facts)} is not a text file`,
    explanation: paragraph(
      named(facts),
      'It holds bytes that are not text, so it was not read. Text in UTF-16 looks like that, too.',
    ),
    nextSteps: [
      'Save the file as UTF-8 if it comes from a Windows editor',
      'Check that this is the file with the settings',
    ],
  }),
  unreadable: (facts) => ({
    title: `${file(facts)} cannot be read`,
    explanation: paragraph(named(facts), 'The file with the settings could not be read.'),
    nextSteps: tell(formOfUnreadable(facts), {
      pipe: [
        'Check what the command in the pipe prints, and write --settings: Node takes --env-file for itself, and empties the pipe',
      ],
      file: [correctPath(facts)],
    }),
  }),
};
