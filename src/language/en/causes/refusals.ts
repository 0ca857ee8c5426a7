import { paragraph, place, QUOTED_SENDER } from '../phrases.js';
import { ASK_COMPOSE } from './ask-compose.js';
import { COMPOSE_REFUSALS } from './compose-refusals.js';
import type { ProblemTexts } from './setting-problems.js';

/** What it means that a reader refuses a file. */
export const REFUSED = paragraph(
  'Docker Compose refuses the whole file when it cannot read one line of it.',
  'Then the service gets none of its settings.',
);

/** Why the reader of an env file or of a compose file refuses it. */
export const REFUSALS: ProblemTexts = {
  'no-name': (facts) => ({
    title: `${place(facts)} has no name before the =`,
    explanation: `${REFUSED} A line is NAME=value.`,
    nextSteps: [
      'Write the name before the =, or put a # at the beginning of the line',
      ASK_COMPOSE,
    ],
  }),
  'bad-name': (facts) => ({
    title: `${place(facts)} is not of the form NAME=value`,
    explanation:
      `${REFUSED} Something stands where only a name may: often it is the rest of a value whose ` +
      'quotation marks were closed too early.',
    nextSteps: [
      `Put the whole value in single quotes: ${QUOTED_SENDER}`,
      'Put a # at the beginning of the line if it is a comment',
      ASK_COMPOSE,
    ],
  }),
  'quote-not-closed': (facts) => ({
    title: `${place(facts)} opens a quotation mark that is never closed`,
    explanation: `${REFUSED} Everything behind the mark is taken for one value.`,
    nextSteps: [
      'Close the quotation mark at the end of the value, or remove the one at its beginning',
      ASK_COMPOSE,
    ],
  }),
  'bad-interpolation': (facts) => ({
    title: `${place(facts)} has a \${ that Compose cannot replace`,
    explanation: `${REFUSED} It takes what follows a $ for the name of a variable.`,
    nextSteps: [
      `Put the whole value in single quotes if the $ is meant as it stands: ${QUOTED_SENDER}`,
      'Write %24 for each $ of a password in SMTP_URI',
      ASK_COMPOSE,
    ],
  }),
  'required-variable': (facts) => ({
    title: `${place(facts)} requires a variable that is not set`,
    explanation: `${REFUSED} \${NAME:?text} demands that NAME is set.`,
    nextSteps: [
      'Set the variable in .env beside the compose file, or in the environment',
      ASK_COMPOSE,
    ],
  }),
  'bad-yaml': (facts) => ({
    title: `${place(facts)} is not valid YAML`,
    explanation:
      'Docker Compose cannot read its own file, so nobody knows which settings the service gets.',
    nextSteps: [
      'Check the indentation, the colons and the quotation marks at that line',
      ASK_COMPOSE,
      'Name the file with the settings to check it alone: --env-file docker-compose.env',
    ],
  }),
  ...COMPOSE_REFUSALS,
};
