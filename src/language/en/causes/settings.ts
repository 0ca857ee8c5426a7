import type { AbsentValue } from '../../../report/absent-value.js';
import type { Facts } from '../../../report/facts.js';
import type { MissingValue } from '../../../report/setting-problem.js';
import { QUOTED_SENDER, URI_FORM } from '../../examples.js';
import { stepsTogether } from '../../plans/absent.js';
import {
  type BothMissing,
  type Home,
  type Missing,
  type MissingPlan,
  planMissing,
} from '../../plans/missing.js';
import { known, say, tell } from '../../plans/plan.js';
import { namedSender, senderLine } from '../../plans/setting-line.js';
import { exact, lackOfLogin, stepsOfLogin } from '../../plans/settings.js';
import type { CauseText, CauseTexts } from '../../texts.js';
import { agree, list, paragraph } from '../grammar.js';
import { ENCODING, inPlace, place } from '../phrases.js';
import { heldBy, inForm } from '../readers.js';
import { absentText } from './absent-value.js';
import { aboutValue, lengthOf, lostParts } from './bad-value.js';
import { belowWhat } from './below-what.js';
import { FILE_PROBLEMS } from './file-problems.js';
import { rename } from './misspellings.js';
import { askReader, REFUSALS, refused } from './refusals.js';
import { SENDER_PROBLEMS } from './sender-problems.js';
import { URI_PROBLEMS } from './setting-problems.js';
import { severalServices } from './several-services.js';
import { whereSearched } from './where-searched.js';

const NAMES: Record<MissingValue, string> = {
  uri: 'SMTP_URI',
  sender: 'SMTP_SENDER',
  recipient: '--to (the recipient)',
};

/** Where to write a missing value, and how. */
function write({ line, home }: { line: string; home: Home }): string {
  return tell(home, {
    add: (spot) => `Add this line under ${belowWhat(spot)} in ${spot.file}: ${line}`,
    beside: ({ at, service, name, value }) =>
      `Add ${name} with the value ${value} to the environment of ${service} (${place(at)}), in the form used there`,
    place: (spot) => `Write ${line} in ${place(spot)}${heldBy({ below: spot.below })}`,
    elsewhere: `Write ${line} where Tailchat's service gets its variables`,
    pod: ({ held, item }) =>
      `Write ${held} under stringData: of a Secret (data: of a ConfigMap) in envFrom of the pod, or ${item} under env: of its container`,
  });
}

/** How a missing value is given. */
function give(value: Missing | BothMissing): string {
  return tell(value, {
    uri: (missing) =>
      `${write(missing)}${tell(missing.or, { option: ', or use --uri', none: '' })}. To see the line for your provider: tailchat smtp providers`,
    sender: (missing) =>
      `${write(missing)}${tell(missing.or, { option: ', or use --sender', none: '' })}`,
    both: (missing) =>
      `${write(missing)}${tell(missing.or, { option: ', or use --uri and --sender', none: '' })}. To see the lines for your provider: tailchat smtp providers`,
    recipient: 'Say who gets the test mail: --to you@example.com',
  });
}

/** Names everything that is missing; the value the cause is about may stand somewhere, empty. */
function missing(facts: Facts, about: MissingValue, explanation: string): CauseText {
  return tell<MissingPlan, CauseText>(planMissing(facts, about), {
    'several-services': ({ services }) => severalServices(services),
    absent: ({ absent, sender }) => {
      const text = absentText(NAMES[about], absent);
      const steps = text.nextSteps;
      const ofSender = (it: AbsentValue) => ({
        absent: it,
        steps: absentText(NAMES.sender, it).nextSteps,
      });
      return {
        ...text,
        nextSteps: known(sender, (it) => stepsTogether({ absent, steps }, ofSender(it)), steps),
      };
    },
    missing: (plan) => {
      const names = list(plan.named.map((name) => NAMES[name]));
      return {
        title: tell(plan.title, {
          empty: `${names} is empty${inPlace(facts)}`,
          missing: `${names} ${agree(plan.named.length, 'is', 'are')} missing`,
        }),
        explanation,
        nextSteps: say(plan.nextSteps, plan, {
          foreign: ({ foreignNames }) =>
            `${list(foreignNames)} ${agree(foreignNames.length, 'is a setting', 'are settings')} of another application, which Tailchat does not read. The lines at the end use them`,
          rename: ({ misspellings }) => misspellings.map(rename),
          write: ({ writes }) => writes.map(give),
          'create-anew': ({ container, create, held }) =>
            `Create the container ${container} anew${known(create, (words) => ` (${words})`)}: it does not have ${list(held.map(({ name, at }) => `${name} of ${place(at)}`))}`,
          'give-file': ({ heldFiles }) =>
            `If that does not help, add ${list(heldFiles)} to env_file of its service (--env-file of docker run)`,
          'name-likely': ({ likelyFile }) =>
            known(
              likelyFile,
              (found) =>
                `${place(found)} has an SMTP_URI. If Tailchat gets that file, name it: --settings ${found.file}`,
            ),
          'go-there':
            'Go to the folder of docker-compose.yml and run the command there, or name the file: ' +
            '--settings /path/to/docker-compose.env',
          'answer-questions':
            'No settings yet? Answer a few questions: tailchat smtp verify --interactive',
          'name-compose':
            "Run the command in the folder of Tailchat's compose file, or name the file: " +
            '--settings /path/to/docker-compose.yml',
          'name-file':
            'Run the command in the folder of docker-compose.env, or name the file: --settings /path/to/docker-compose.env',
        }),
      };
    },
  });
}

/** The texts of the causes that lie in the settings. */
export const settings = {
  'uri-missing': (facts) =>
    missing(
      facts,
      'uri',
      paragraph(
        'SMTP_URI tells Tailchat which mail server to use and how to log in. Without it, no mail is sent.',
        whereSearched(facts),
      ),
    ),
  'uri-invalid': (facts) =>
    aboutValue(
      facts,
      exact(URI_PROBLEMS, facts, {
        title: `SMTP_URI${inPlace(facts)} is not a usable URI`,
        explanation: 'It cannot be split into user, password, host and port.',
        nextSteps: [
          `Write it in this form: ${URI_FORM}`,
          `Percent-encode special characters of the password: ${ENCODING}`,
        ],
      }),
    ),
  'uri-placeholder': (facts) =>
    exact(URI_PROBLEMS, facts, {
      title: `SMTP_URI${inPlace(facts)} still holds placeholders`,
      explanation: paragraph(
        `Placeholders such as <username>, <password> or <host> stand for your own values. Names such as $NAME or {{ name }} are ` +
          'filled in by another program, which did not happen here.',
        lengthOf(facts),
      ),
      nextSteps: [
        'Replace each placeholder, including its brackets, with your own value',
        `Compare with the full form: ${URI_FORM}`,
      ],
    }),
  'uri-damaged': (facts) =>
    aboutValue(
      facts,
      exact(URI_PROBLEMS, facts, {
        title: `The value of SMTP_URI${inPlace(facts)} is damaged`,
        explanation: 'Part of it was lost or something was added between the file and Tailchat.',
        nextSteps: [
          `Percent-encode special characters of the password: ${ENCODING}`,
          'Remove quotation marks and spaces from the value',
        ],
      }),
    ),
  'credentials-missing': (facts) => ({
    title: tell(lackOfLogin(facts), {
      user: `SMTP_URI${inPlace(facts)} holds a password but no user`,
      password: `SMTP_URI${inPlace(facts)} holds a user but no password`,
      'a-part': `SMTP_URI${inPlace(facts)} does not hold a complete login`,
    }),
    explanation: paragraph(
      'A login needs a user and a password, with a colon between them.',
      lostParts(facts),
    ),
    nextSteps: say(stepsOfLogin(facts), facts, {
      'set-name':
        'Set that variable, or write a $ of the password itself as the warning below says',
      'write-both': ({ uriForm = URI_FORM }) => `Write both: ${uriForm}`,
      encode: 'Write %40 for an @ in the user name, and %3A for a colon',
      'leave-out':
        'Leave out both, and the @ after them, if the server wants no login: smtp://host:25',
    }),
  }),
  'sender-missing': (facts) =>
    missing(
      facts,
      'sender',
      'Every mail needs a sender address. Tailchat takes it from SMTP_SENDER.',
    ),
  'recipient-missing': (facts) =>
    missing(facts, 'recipient', 'A real test mail is sent, so somebody must receive it.'),
  'sender-invalid': (facts) =>
    aboutValue(
      facts,
      exact(SENDER_PROBLEMS, facts, {
        title: `SMTP_SENDER${inPlace(facts)} is not a usable mail address`,
        explanation: 'The sender must be one address, with or without a name before it.',
        nextSteps: [
          `Write ${inForm(senderLine(facts))}, with your own address`,
          `Write ${inForm(namedSender(facts))} to give a name as well`,
        ],
      }),
    ),
  'env-file-unreadable': (facts) =>
    exact(FILE_PROBLEMS, facts, {
      title: `${facts.file ?? 'The env file'} cannot be read`,
      explanation: 'The file with the settings could not be read.',
      nextSteps: ['Check the path after --settings, and whether you may read the file'],
    }),
  'env-file-invalid': (facts) =>
    exact(REFUSALS, facts, {
      title: `${place(facts, 'The env file')} is not valid`,
      explanation: refused(facts),
      nextSteps: [
        `Put values with spaces, quotation marks or $ in single quotes: ${QUOTED_SENDER}`,
        'Check that every line reads NAME=value and that every quotation mark is closed',
        ...askReader(facts),
      ],
    }),
} satisfies Pick<
  CauseTexts,
  | 'uri-missing'
  | 'uri-invalid'
  | 'uri-placeholder'
  | 'uri-damaged'
  | 'credentials-missing'
  | 'sender-missing'
  | 'recipient-missing'
  | 'sender-invalid'
  | 'env-file-unreadable'
  | 'env-file-invalid'
>;
