import { NAMED_SENDER, QUOTED_SENDER, URI_FORM } from '../../examples.js';
import { say, tell } from '../../plans/plan.js';
import {
  kindOfOption,
  optionAtFault,
  type ProblemTexts,
  stepsOfBadOption,
} from '../../plans/settings.js';
import { ENCODING, inPlace } from '../phrases.js';
import { culprit } from './bad-value.js';

/** What can be wrong with `SMTP_URI`. */
export const URI_PROBLEMS: ProblemTexts = {
  'no-scheme': (facts) => ({
    title: `SMTP_URI${inPlace(facts)} does not begin with smtp:// or smtps://`,
    explanation:
      'Without these first letters nobody can tell which part is the host, and the mail ' +
      'would go astray.',
    nextSteps: [
      `Write the whole form: ${URI_FORM}`,
      'Write smtps:// for port 465, smtp:// for port 587',
    ],
  }),
  'wrong-scheme': (facts) => ({
    title: `SMTP_URI${inPlace(facts)} begins with something other than smtp:// or smtps://`,
    explanation:
      'Tailchat sends mail over SMTP only, so the URI must begin with smtp:// or smtps://.',
    nextSteps: [
      'Write smtps:// for port 465, smtp:// for port 587',
      `Compare with the whole form: ${URI_FORM}`,
    ],
  }),
  'no-host': (facts) => ({
    title: `SMTP_URI${inPlace(facts)} names no mail server`,
    explanation: 'The host, which is the part after the @, is missing.',
    nextSteps: [
      `Write the server's name after the @: ${URI_FORM}`,
      'Look for the "SMTP server" or "outgoing server" on your mail provider\'s help pages',
    ],
  }),
  'bad-host': (facts) => ({
    title: `The host in SMTP_URI${inPlace(facts)} cannot be the name of a server`,
    explanation: 'The part between the @ and the port holds characters that no host name may have.',
    nextSteps: [
      `Write the bare name after the @: ${URI_FORM}`,
      `Percent-encode special characters of the password: ${ENCODING}`,
    ],
  }),
  'bad-port': (facts) => ({
    title: `The port in SMTP_URI${inPlace(facts)} is not a number from 1 to 65535`,
    explanation:
      'The port is the number after the last colon. It says which door of the server to use.',
    nextSteps: [
      'Write :465 with smtps://, or :587 with smtp://, unless your provider says otherwise',
      `Percent-encode special characters of the password: ${ENCODING}`,
    ],
  }),
  'scheme-as-host': (facts) => ({
    title: `A second scheme stands where SMTP_URI${inPlace(facts)} names the server`,
    explanation: 'Behind the @ stands the bare name of the server, without https:// or the like.',
    nextSteps: [`Write the bare name after the @: ${URI_FORM}`],
  }),
  'no-brackets': (facts) => ({
    title: `The IPv6 address in SMTP_URI${inPlace(facts)} has no brackets`,
    explanation: 'Its colons cannot be told from the one before the port.',
    nextSteps: ['Write the address in brackets: smtps://user:password@[2001:db8::1]:465/'],
  }),
  'text-behind-port': (facts) => ({
    title: `Something stands behind the port in SMTP_URI${inPlace(facts)}`,
    explanation:
      'Whoever read the setting took what follows the number for a part of the value, such as a comment behind a #.',
    nextSteps: ['Remove what stands behind the port; a comment belongs in a line of its own'],
  }),
  'text-behind-uri': (facts) => ({
    title: `Other text stands behind the URI in SMTP_URI${inPlace(facts)}`,
    explanation:
      'The URI is followed by something that is no part of it, such as a second setting in the same line, a second URI or a note.',
    nextSteps: [
      'End the value behind the port and the options of the one URI, and cut what follows: each setting has a line of its own',
    ],
  }),
  'bad-option': (facts) => ({
    title: `SMTP_URI${inPlace(facts)} gives the option ${optionAtFault(facts)} a value that cannot work`,
    explanation: tell(kindOfOption(facts), {
      tls: 'Node does not know this value, so no encrypted connection can be made.',
      proxy:
        'Tailchat has no module for a proxy other than http:// and https://: it says "Socks module not loaded".',
      time: "Tailchat's server takes it for milliseconds: a whole number, without a unit.",
      other: "Tailchat's server fails on it before it says a word to the mail server.",
    }),
    nextSteps: say(stepsOfBadOption(facts), optionAtFault(facts), {
      'write-number': (option) =>
        `Write a number, such as ${option}=30000 for half a minute, or leave ${option} out`,
      'leave-out': (option) => `Leave ${option} out of SMTP_URI, unless you know that you need it`,
      'check-value':
        'Check the value: tls.minVersion=TLSv1.2 is a good one, tls.ciphers needs names that OpenSSL knows',
    }),
  }),
  'cut-in-quotes': (facts) => ({
    title: `The value of SMTP_URI${inPlace(facts)} ends before its quotation mark closes`,
    explanation:
      'Whoever read the setting reads it line by line: what stands in the lines below does not belong to it.',
    nextSteps: [`Write the whole value in one line, without quotation marks: SMTP_URI=${URI_FORM}`],
  }),
  'quotes-kept': (facts) => ({
    title: `Quotation marks are part of the value of SMTP_URI${inPlace(facts)}`,
    explanation: 'Whoever read the setting kept the quotation marks.',
    nextSteps: [
      `Remove the quotation marks: SMTP_URI=${URI_FORM}`,
      'Write no quotation marks after the = in a file for `docker run --env-file` or in a ' +
        'list under "environment:"',
    ],
  }),
  'white-space-kept': (facts) => ({
    title: `There is white space in the value of SMTP_URI${inPlace(facts)}`,
    explanation: 'A space or a line break was kept in the value, often after copying and pasting.',
    nextSteps: [
      'Remove every space before, after and inside the URI',
      'Write %20 for a space that belongs to the password',
    ],
  }),
  'control-character': (facts) => ({
    title: `There is an invisible character in the value of SMTP_URI${inPlace(facts)}`,
    explanation: 'A character that cannot be seen, such as a Windows line ending, is in the value.',
    nextSteps: [
      'Type the line anew instead of pasting it',
      'Save the file with Unix line endings (LF)',
    ],
  }),
  'cut-short': (facts) => ({
    title: `SMTP_URI${inPlace(facts)} is cut short by ${culprit(facts, 'the ', 'a special character of the password')}`,
    explanation:
      'The characters # / ? \\ have a meaning of their own in a URI. Unless they are ' +
      'encoded, the URI breaks there and a wrong part of it is taken for the server.',
    nextSteps: [
      `Percent-encode them in the password, and only there: ${ENCODING}`,
      'Leave out quotation marks around the value: encoded it needs none, and not every reader takes them off',
    ],
  }),
  'bare-percent': (facts) => ({
    title: `SMTP_URI${inPlace(facts)} holds a ${culprit(facts, '', '%')} that is not part of an encoding`,
    explanation: 'In a URI a % announces an encoded character.',
    nextSteps: [
      'Write %25 for each % of the password',
      `Percent-encode these as well: ${ENCODING}`,
    ],
  }),
  'trailing-punctuation': (facts) => ({
    title: `SMTP_URI${inPlace(facts)} ends in a character that does not belong there`,
    explanation: 'A comma or a semicolon at the end of the line becomes part of the value.',
    nextSteps: ['Remove the last character of the value'],
  }),
};

/** What can be wrong with `SMTP_SENDER`. */
export const SENDER_PROBLEMS: ProblemTexts = {
  'uri-as-sender': (facts) => ({
    title: `SMTP_SENDER${inPlace(facts)} holds a URI, and no mail address`,
    explanation:
      'The address of the mail server belongs in SMTP_URI; the sender is the address that mail comes from.',
    nextSteps: [
      'Move the URI to SMTP_URI, and write SMTP_SENDER=tailchat@example.com, with your own address',
    ],
  }),
  'no-address': (facts) => ({
    title: `SMTP_SENDER${inPlace(facts)} holds no mail address`,
    explanation:
      'The sender needs an address such as tailchat@example.com. A name alone is not enough.',
    nextSteps: [
      'Write SMTP_SENDER=tailchat@example.com, with your own address',
      `Write ${NAMED_SENDER} to give a name as well`,
    ],
  }),
  'several-addresses': (facts) => ({
    title: `SMTP_SENDER${inPlace(facts)} is read as more than one address`,
    explanation:
      'A mail from Tailchat has one sender. A comma or a semicolon separates addresses, also in a name, ' +
      'unless the name is in double quotes.',
    nextSteps: [`Put the name in double quotes: ${QUOTED_SENDER}`, 'Keep one address only'],
  }),
};

/** Why an env file cannot be read. */
export const FILE_PROBLEMS: ProblemTexts = {
  'not-found': (facts) => ({
    title: `${facts.file ?? 'The env file'} does not exist`,
    explanation:
      'There is no file of this name here. A relative path starts in the current folder.',
    nextSteps: [
      'Check the path after --settings, or give the full one: /path/to/docker-compose.env',
      'Leave out --settings to read .env and docker-compose.env in the current folder',
    ],
  }),
  'no-permission': (facts) => ({
    title: `${facts.file ?? 'The env file'} may not be read by this user`,
    explanation: 'The file is there, but the system does not let you read it.',
    nextSteps: [
      'Run the command as the user who owns the file, or with sudo',
      'Change who may read the file with chmod or chown',
    ],
  }),
  'is-a-folder': (facts) => ({
    title: `${facts.file ?? 'What --settings names'} is a folder, not a file`,
    explanation: 'Docker creates such a folder when a file that is to be mounted does not exist.',
    nextSteps: ['Name the file inside it, for example docker-compose.env'],
  }),
  'too-large': (facts) => ({
    title: `${facts.file ?? 'The env file'} is too large to be an env file`,
    explanation: 'An env file is a few lines of text. This one is far larger, so it was not read.',
    nextSteps: ['Check the path after --settings'],
  }),
  binary: (facts) => ({
    title: `${facts.file ?? 'The env file'} is not a text file`,
    explanation:
      'It holds bytes that no text has, so it was not read. UTF-16 text looks like that too.',
    nextSteps: [
      'Check the path after --settings',
      'Save the file as UTF-8 if it comes from a Windows editor',
    ],
  }),
};
