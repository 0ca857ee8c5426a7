import type { Facts } from '../../../report/facts.js';
import { NAMED_SENDER } from '../../examples.js';
import { say } from '../../plans/plan.js';
import { type ProblemTexts, whomToAsk } from '../../plans/settings.js';
import { paragraph, place } from '../phrases.js';
import { READERS } from '../readers.js';
import { ASK_COMPOSE } from './ask-compose.js';
import { COMPOSE_REFUSALS } from './compose-refusals.js';
import { MANIFEST_REFUSALS } from './manifests.js';

/** What it means that a reader refuses a file. */
export function refused({ reader = 'compose' }: Pick<Facts, 'reader'>): string {
  return paragraph(
    `${READERS[reader]} refuses the whole file when it cannot read one line of it.`,
    'Then the service gets none of its settings.',
  );
}

/** Where to see the reader's own words: of Compose, they are a command away. */
export function askReader(facts: Pick<Facts, 'reader'>): string[] {
  return say(whomToAsk(facts), facts, { 'ask-compose': ASK_COMPOSE });
}

/** Why the reader of an env file or of a compose file refuses it. */
export const REFUSALS: ProblemTexts = {
  'no-name': (facts) => ({
    title: `${place(facts)} has no name before the =`,
    explanation: `${refused(facts)} A line is NAME=value.`,
    nextSteps: [
      'Write the name before the =, or put a # at the beginning of the line',
      ...askReader(facts),
    ],
  }),
  'bad-name': (facts) => ({
    title: `${READERS[facts.reader ?? 'compose']} cannot read ${place(facts)}`,
    explanation:
      `${refused(facts)} Something stands where only a name may: often it is the rest of a value whose ` +
      'quotation marks were closed too early.',
    nextSteps: [
      `Write the value without quotation marks, the address in angle brackets: ${NAMED_SENDER}`,
      'Put a # at the beginning of the line if it is a comment',
      ...askReader(facts),
    ],
  }),
  'quote-not-closed': (facts) => ({
    title: `${place(facts)} opens a quotation mark that is never closed`,
    explanation: `${refused(facts)} Everything behind the mark is taken for one value.`,
    nextSteps: [
      'Close the quotation mark at the end of the value, or remove the one at its beginning',
      ...askReader(facts),
    ],
  }),
  'bad-interpolation': (facts) => ({
    title: `${place(facts)} has a \${ that Compose cannot replace`,
    explanation: `${refused(facts)} It takes what follows a $ for the name of a variable.`,
    nextSteps: [
      'Write $$ for each $ that is meant as it stands, or %24 in SMTP_URI, which every reader takes alike',
      ...askReader(facts),
    ],
  }),
  'required-variable': (facts) => ({
    title: `${place(facts)} requires a variable that is not set`,
    explanation: `${refused(facts)} \${NAME:?text} demands that NAME is set.`,
    nextSteps: [
      'Set the variable in .env beside the compose file, or in the environment',
      ...askReader(facts),
    ],
  }),
  'bad-yaml': (facts) => ({
    title: `${place(facts)} is not valid YAML`,
    explanation:
      'Docker Compose cannot read its own file, so nobody knows which settings the service gets.',
    nextSteps: [
      'Check the indentation, the colons and the quotation marks at that line',
      ASK_COMPOSE,
      'Name the file with the settings to check it alone: --settings docker-compose.env',
    ],
  }),
  'text-behind-quote': (facts) => ({
    title: `${place(facts)} has text behind the quotation mark that closes a value`,
    explanation:
      'In YAML a value in quotation marks ends with them, so the file is refused as a whole. In an env file, too, only Tailchat from source ' +
      'and programs that keep the marks take "Tailchat" a@x.org as it stands.',
    nextSteps: [
      'Write the value without quotation marks, the address in angle brackets: SMTP_SENDER: Tailchat <tailchat@example.com>',
      `In an env file write it so: ${NAMED_SENDER}`,
    ],
  }),
  'not-utf8': (facts) => ({
    title: `${place(facts)} holds bytes that are no UTF-8`,
    explanation: `${refused(facts)} An editor saved it in another encoding, such as GBK.`,
    nextSteps: ['Save the file as UTF-8, or write the comment there anew', ...askReader(facts)],
  }),
  'line-too-long': (facts) => ({
    title: `${place(facts)} is longer than 64 KiB`,
    explanation: refused(facts),
    nextSteps: ['Take what is so long out of the file', ...askReader(facts)],
  }),
  'name-twice': (facts) => ({
    title: `${place(facts)} sets a name for the second time`,
    explanation: `${refused(facts)} A name may stand there only once.`,
    nextSteps: ['Remove one of the two lines', ...askReader(facts)],
  }),
  'bad-shell': (facts) => ({
    title: `${place(facts)} is a line that the shell cannot read`,
    explanation: paragraph(
      'A file that is sourced is a script: quotation marks, brackets, < and > mean something there.',
      'At such a line the shell stops.',
    ),
    nextSteps: ['Put the whole value in single quotes'],
  }),
  ...COMPOSE_REFUSALS,
  ...MANIFEST_REFUSALS,
};
