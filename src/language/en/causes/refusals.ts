import type { Facts } from '../../../report/facts.js';
import { NAMED_SENDER } from '../../examples.js';
import { say, tell } from '../../plans/plan.js';
import {
  formsOfPair,
  formsOfSender,
  type ProblemTexts,
  readerOfYaml,
  stepsOfBadYaml,
  whomToAsk,
} from '../../plans/settings.js';
import { paragraph } from '../grammar.js';
import { place } from '../phrases.js';
import { READERS } from '../readers.js';
import { ASK_COMPOSE } from './ask-compose.js';
import { COMPOSE_REFUSALS } from './compose-refusals.js';
import { MANIFEST_REFUSALS } from './manifests.js';

/** What it means that a reader refuses a file. */
export function refused({ reader = 'compose' }: Pick<Facts, 'reader'>): string {
  return paragraph(
    `${READERS[reader]} refuses the whole file if it cannot read one line.`,
    'The service then gets none of its settings.',
  );
}

/** Where to see the reader's own words: of Compose, they are a command away. */
export function askReader(facts: Pick<Facts, 'reader'>): string[] {
  return say(whomToAsk(facts), facts, { 'ask-compose': ASK_COMPOSE });
}

const NOT_APPLIED = 'kubectl cannot read the file, so nothing in it is applied.';

/** Why the reader of an env file or of a compose file refuses it. */
export const REFUSALS: ProblemTexts = {
  'no-name': (facts) => ({
    title: `${place(facts)} has no name before the =`,
    explanation: `${refused(facts)} Each line must be NAME=value.`,
    nextSteps: [
      'Write the name before the =, or put a # at the beginning of the line',
      ...askReader(facts),
    ],
  }),
  'bad-name': (facts) => ({
    title: `${READERS[facts.reader ?? 'compose']} cannot read ${place(facts)}`,
    explanation:
      `${refused(facts)} There is text where a name must be: often the rest of a value whose ` +
      'quotation marks were closed too early.',
    nextSteps: [
      `Write nothing behind a closing quotation mark. A sender with a name needs none: ${NAMED_SENDER}`,
      'Put a # at the beginning of the line if it is a comment',
      ...askReader(facts),
    ],
  }),
  'odd-name': (facts) => ({
    title: `${place(facts)} is not of the form NAME=value`,
    explanation: `${refused(facts)} A name has no spaces in it or around it.`,
    nextSteps: [
      'Write NAME=value, with a name of letters, digits and _',
      'Put a # at the beginning of the line if it is a comment',
      ...askReader(facts),
    ],
  }),
  'wide-sign': (facts) => ({
    title: `${place(facts)} has a full-width sign behind the name, not =`,
    explanation: `${refused(facts)} Chinese input methods write such signs.`,
    nextSteps: ['Write = there, with the input method switched to English', ...askReader(facts)],
  }),
  'unseen-sign': (facts) => ({
    title: `${place(facts)} has a character in the name or beside it that cannot be seen`,
    explanation: `${refused(facts)} Such characters come along when text is copied.`,
    nextSteps: ['Type the name and the = anew instead of pasting them', ...askReader(facts)],
  }),
  'quote-not-closed': (facts) => ({
    title: `${place(facts)} opens a quotation mark that is never closed`,
    explanation: `${refused(facts)} Everything after the mark becomes part of one value.`,
    nextSteps: [
      'Close the quotation mark at the end of the value, or remove the one at its beginning',
      ...askReader(facts),
    ],
  }),
  'bad-interpolation': (facts) => ({
    title: `${place(facts)} has a \${ that Compose cannot replace`,
    explanation: `${refused(facts)} It reads the text after a $ as the name of a variable.`,
    nextSteps: [
      'Write $$ for each literal $, or %24 in SMTP_URI, which every program reads alike',
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
    explanation: tell(readerOfYaml(facts), {
      compose:
        'Docker Compose cannot read the file, so it is unknown which settings the service gets.',
      kubectl: NOT_APPLIED,
    }),
    nextSteps: say(stepsOfBadYaml(facts), facts, {
      look: 'Check the indentation (spaces, no tabs), the colons and the quotation marks at that line',
      'ask-compose': ASK_COMPOSE,
      'check-alone': 'If the settings stand in another file, check that alone: --settings FILE',
      'ask-kubectl': ({ file }) =>
        `Run \`kubectl apply --dry-run=client -f ${file}\` to see what kubectl says about it`,
    }),
  }),
  'no-pair': (facts) => ({
    title: `${place(facts)} is not of the form NAME: value`,
    explanation: tell(readerOfYaml(facts), { compose: refused(facts), kubectl: NOT_APPLIED }),
    nextSteps: [
      ...say(formsOfPair(facts), facts, {
        map: 'Write NAME: value there and in the lines like it, with a plain colon and a space behind it',
        list: 'In a list, where each line has a dash, write - NAME=value',
      }),
      ...askReader(facts),
    ],
  }),
  'text-behind-quote': (facts) => ({
    title: `${place(facts)} has text after the closing quotation mark`,
    explanation:
      'In YAML a quoted value ends at the quotation mark, so the whole file is refused. Few programs ' +
      'accept "Tailchat" a@x.org in an env file either.',
    nextSteps: say(formsOfSender(facts), facts, {
      'in-yaml':
        'Write it without quotation marks, with the address in angle brackets: SMTP_SENDER: Tailchat <tailchat@example.com>',
      'in-env-file': `Write it in an env file like this: ${NAMED_SENDER}`,
    }),
  }),
  'not-utf8': (facts) => ({
    title: `${place(facts)} is not valid UTF-8`,
    explanation: `${refused(facts)} An editor may have saved it in another encoding, such as GBK.`,
    nextSteps: ['Save the file as UTF-8, or retype that line', ...askReader(facts)],
  }),
  'line-too-long': (facts) => ({
    title: `${place(facts)} is longer than 64 KiB`,
    explanation: refused(facts),
    nextSteps: ['Remove the long line from the file', ...askReader(facts)],
  }),
  'name-twice': (facts) => ({
    title: `${place(facts)} sets a name for the second time`,
    explanation: `${refused(facts)} A name may appear there only once.`,
    nextSteps: ['Remove one of the two lines', ...askReader(facts)],
  }),
  'bad-shell': (facts) => ({
    title: `${place(facts)} cannot be read by the shell`,
    explanation: paragraph(
      'A sourced file is a script: quotation marks, brackets, < and > have a meaning there.',
      'The shell stops at such a line.',
    ),
    nextSteps: ['Put the whole value in single quotes'],
  }),
  ...COMPOSE_REFUSALS,
  ...MANIFEST_REFUSALS,
};
