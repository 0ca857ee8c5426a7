import type { Facts } from '../../../report/facts.js';
import type { MissingValue } from '../../../report/setting-problem.js';
import { lineFor, planMissing } from '../../plans/missing.js';
import { say } from '../../plans/plan.js';
import type { CauseText, CauseTexts } from '../../texts.js';
import { notEnvFile } from '../file-forms.js';
import {
  ENCODING,
  inPlace,
  list,
  NAMED_SENDER,
  paragraph,
  place,
  QUOTED_SENDER,
  URI_EXAMPLE,
  URI_FORM,
} from '../phrases.js';
import { absentText } from './absent-value.js';
import { aboutValue, lengthOf } from './bad-value.js';
import { askReader, REFUSALS, refused } from './refusals.js';
import { exact, FILE_PROBLEMS, SENDER_PROBLEMS, URI_PROBLEMS } from './setting-problems.js';
import { severalServices } from './several-services.js';

const MISSING: Record<
  MissingValue,
  { name: string; step: (write: (value: 'uri' | 'sender', example: string) => string) => string }
> = {
  uri: {
    name: 'SMTP_URI',
    step: (write) =>
      `${write('uri', URI_EXAMPLE)}, or give the URI with --uri, or have it asked for: tailchat smtp verify --interactive; ` +
      'what your provider wants: tailchat smtp providers',
  },
  sender: {
    name: 'SMTP_SENDER',
    step: (write) =>
      `${write('sender', 'tailchat@example.com')}, or give the address with --sender`,
  },
  recipient: {
    name: '--to (the recipient)',
    step: () => 'Name who is to receive the test mail: --to you@example.com',
  },
};

/** Where a pod has its variables from. */
const POD_SOURCE = 'the Secret, ConfigMap or manifest that the pod gets its environment from';

/** Where to write a missing value, and how. */
function write(value: 'uri' | 'sender', example: string, facts: Facts, otherwise: string): string {
  const line = lineFor(value, example, facts);
  const home = facts.homes?.[value];
  if (home?.add) {
    const { service, under } = home.add;
    const below = under === '' ? `the service ${service}` : `${under}: of ${service}`;
    return `Add this line below ${below} in ${home.file}: ${line}`;
  }
  const where = facts.isOfKubernetes && !facts.file ? POD_SOURCE : otherwise;
  return `Write ${line} in ${home ? place(home) : where}`;
}

/** What was likely meant to be the missing variable. */
function rename({ misspelt }: Facts): string[] {
  if (!misspelt) return [];
  const { name, meant, source, form } = misspelt;
  if (form && source.file) return [notEnvFile(form, meant, { ...source, file: source.file })];
  const where = source.file ? inPlace(source) : ' in the environment';
  if (/[：＝]$/.test(name)) {
    return [`Write = behind ${meant}${where}: the sign that stands there is a full-width one`];
  }
  return [`Rename ${name}${where} to ${meant}: Tailchat does not read ${name}`];
}

/** Names everything that is missing; the value the cause is about may stand somewhere, empty. */
function missing(facts: Facts, about: MissingValue, explanation: string): CauseText {
  if (facts.services) return severalServices(facts.services);
  if (facts.absent) return absentText(MISSING[about].name, facts.absent);
  const { values, isEmpty, nextSteps, otherFile } = planMissing(facts, about);
  const names = list(values.map((value) => MISSING[value].name));
  return {
    title: isEmpty
      ? `${names} is empty${inPlace(facts)}`
      : `${names} ${values.length === 1 ? 'is' : 'are'} missing`,
    explanation,
    nextSteps: say(nextSteps, facts, {
      foreign: ({ foreignNames = [] }) =>
        `${list([...foreignNames])} ${foreignNames.length === 1 ? 'is a setting' : 'are settings'} of another application: Tailchat reads SMTP_URI and SMTP_SENDER alone. They are put together below`,
      rename,
      write: () =>
        values.map((value) =>
          MISSING[value].step((one, example) =>
            write(one, example, facts, value === about ? place(facts) : otherFile),
          ),
        ),
      'name-file':
        'Run the command in the folder that holds docker-compose.env, or name the file: ' +
        '--settings /path/to/docker-compose.env',
    }),
  };
}

/** The texts of the causes that lie in the settings. */
export const settings = {
  'uri-missing': (facts) =>
    missing(
      facts,
      'uri',
      'SMTP_URI tells Tailchat which mail server to use and how to log in. Without it no ' +
        'mail is sent.',
    ),
  'uri-invalid': (facts) =>
    aboutValue(
      facts,
      exact(URI_PROBLEMS, facts, {
        title: `SMTP_URI${inPlace(facts)} is not a usable URI`,
        explanation: 'It cannot be taken apart into user, password, host and port.',
        nextSteps: [
          `Write it in this form: ${URI_FORM}`,
          `Percent-encode special characters of the password: ${ENCODING}`,
        ],
      }),
    ),
  'uri-placeholder': (facts) => ({
    title: `SMTP_URI${inPlace(facts)} still holds placeholders from the documentation`,
    explanation: paragraph(
      'Words such as <username>, <password> or <host> stand for your own values.',
      lengthOf(facts),
    ),
    nextSteps: [
      'Replace each placeholder, its angle brackets included, with your own value',
      `Compare with the whole form: ${URI_FORM}`,
    ],
  }),
  'uri-damaged': (facts) =>
    aboutValue(
      facts,
      exact(URI_PROBLEMS, facts, {
        title: `The value of SMTP_URI${inPlace(facts)} is damaged`,
        explanation:
          'Part of it was lost, or something was added, on the way from the file to Tailchat.',
        nextSteps: [
          `Percent-encode special characters of the password: ${ENCODING}`,
          'Remove quotation marks and spaces that are part of the value',
        ],
      }),
    ),
  'credentials-missing': (facts) => {
    const noUser = facts.detail === 'password-without-user';
    const noPassword = facts.detail === 'user-without-password';
    return {
      title: noUser
        ? `SMTP_URI${inPlace(facts)} holds a password but no user`
        : noPassword
          ? `SMTP_URI${inPlace(facts)} holds a user but no password`
          : `SMTP_URI${inPlace(facts)} holds no whole login`,
      explanation: 'A login needs both a user and a password, with a colon between them.',
      nextSteps: [
        `Write both: ${URI_FORM}`,
        'Write %40 for the @ within the user name, and %3A for a colon',
        'Leave out both, and the @ after them, if the server wants no login: smtp://host:25',
      ],
    };
  },
  'sender-missing': (facts) =>
    missing(
      facts,
      'sender',
      'Every mail needs an address that it comes from. Tailchat takes it from SMTP_SENDER.',
    ),
  'recipient-missing': (facts) =>
    missing(facts, 'recipient', 'A test mail is really sent, so somebody must receive it.'),
  'sender-invalid': (facts) =>
    aboutValue(
      facts,
      exact(SENDER_PROBLEMS, facts, {
        title: `SMTP_SENDER${inPlace(facts)} holds no usable mail address`,
        explanation: 'The sender must be one address, with or without a name before it.',
        nextSteps: [
          'Write SMTP_SENDER=tailchat@example.com, with your own address',
          `Write ${NAMED_SENDER} to give a name as well`,
        ],
      }),
    ),
  'env-file-unreadable': (facts) =>
    exact(FILE_PROBLEMS, facts, {
      title: `${facts.file ?? 'The env file'} cannot be read`,
      explanation: 'The file with the settings could not be opened.',
      nextSteps: ['Check the path after --settings, and that you may read the file'],
    }),
  'env-file-invalid': (facts) =>
    exact(REFUSALS, facts, {
      title: facts.file ? `${place(facts)} is not valid` : 'The env file is not valid',
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
