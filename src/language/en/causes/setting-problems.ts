import { URI_FORM } from '../../examples.js';
import { say, tell } from '../../plans/plan.js';
import { uriLine } from '../../plans/setting-line.js';
import {
  formOf,
  kindOfOption,
  optionAtFault,
  type ProblemTexts,
  stepsOfBadOption,
} from '../../plans/settings.js';
import { ENCODING, inPlace } from '../phrases.js';
import { inForm } from '../readers.js';
import { culprit } from './bad-value.js';

/** What can be wrong with `SMTP_URI`. */
export const URI_PROBLEMS: ProblemTexts = {
  'no-scheme': (facts) => ({
    title: `SMTP_URI${inPlace(facts)} does not begin with smtp:// or smtps://`,
    explanation:
      'Without it, nobody can tell which part is the host, and the mail ' +
      'would go to the wrong place.',
    nextSteps: [
      `Write the full form: ${URI_FORM}`,
      'Write smtps:// for port 465, smtp:// for port 587',
    ],
  }),
  'wrong-scheme': (facts) => ({
    title: `SMTP_URI${inPlace(facts)} begins with something other than smtp:// or smtps://`,
    explanation:
      'Tailchat sends mail over SMTP only, so the URI must begin with smtp:// or smtps://.',
    nextSteps: [
      'Write smtps:// for port 465, smtp:// for port 587',
      `Compare with the full form: ${URI_FORM}`,
    ],
  }),
  'no-host': (facts) => ({
    title: `SMTP_URI${inPlace(facts)} names no mail server`,
    explanation: 'The host is missing. It is the part after the @.',
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
    explanation: 'The port is the number after the last colon.',
    nextSteps: [
      'Write :465 with smtps://, or :587 with smtp://, unless your provider says otherwise',
      `Percent-encode special characters of the password: ${ENCODING}`,
    ],
  }),
  'server-left-out': (facts) => ({
    title: `SMTP_URI${inPlace(facts)} has a mail address, and no mail server`,
    explanation:
      'The text after the @ is the end of the address. It stands where the server belongs, and other text where the port belongs.',
    nextSteps: [
      `Write the address with %40, the password, then @ and the server: ${formOf(facts)}`,
      "Look for your provider's server: tailchat smtp providers",
    ],
  }),
  'scheme-as-host': (facts) => ({
    title: `SMTP_URI${inPlace(facts)} has a second scheme where the server name belongs`,
    explanation: 'Only the name of the server belongs after the @, without https:// or the like.',
    nextSteps: [`Write the bare name after the @: ${URI_FORM}`],
  }),
  'two-schemes': (facts) => ({
    title: `SMTP_URI${inPlace(facts)} begins with two schemes`,
    explanation:
      'Only one belongs there. Tailchat takes the second one for the name of the server.',
    nextSteps: [
      'Keep only smtps:// for port 465, or smtp:// for port 587',
      `Compare with the full form: ${URI_FORM}`,
    ],
  }),
  example: (facts) => ({
    title: `SMTP_URI${inPlace(facts)} is still an example`,
    explanation: 'The server and the password in it are those of an example, not your own.',
    nextSteps: [
      'Write your own server, user and password: tailchat smtp providers has the servers',
      `Percent-encode special characters of the password: ${ENCODING}`,
    ],
  }),
  hidden: (facts) => ({
    title: `SMTP_URI${inPlace(facts)} has *** where the login belongs`,
    explanation:
      'The line was copied from a place that hides the password behind ***. Tailchat would log in with the asterisks.',
    nextSteps: [
      `Write your own user and password there, percent-encoded: ${ENCODING}`,
      'Look for the password in a backup of the file (.bak), or get a new one from your mail provider',
    ],
  }),
  'no-brackets': (facts) => ({
    title: `The IPv6 address in SMTP_URI${inPlace(facts)} has no brackets`,
    explanation: 'Without brackets, its colons look like the one before the port.',
    nextSteps: ['Write the address in brackets: smtps://user:password@[2001:db8::1]:465/'],
  }),
  'text-behind-port': (facts) => ({
    title: `There is text after the port in SMTP_URI${inPlace(facts)}`,
    explanation:
      'The text after the number, such as a comment after a #, became part of the value.',
    nextSteps: ['Remove the text after the port; put a comment on a line of its own'],
  }),
  'text-behind-uri': (facts) => ({
    title: `There is other text after the URI in SMTP_URI${inPlace(facts)}`,
    explanation:
      'The text after the URI does not belong to it: a second setting, a second URI or a note.',
    nextSteps: [
      'Remove everything after the port and the options of the URI: each setting has its own line',
    ],
  }),
  'bad-option': (facts) => ({
    title: `SMTP_URI${inPlace(facts)} gives the option ${optionAtFault(facts)} a value that cannot work`,
    explanation: tell(kindOfOption(facts), {
      authorities:
        'It takes the text of a certificate, not a path to it: Tailchat then trusts no authority at all, and refuses every certificate.',
      file: 'It takes the content of a file, not its path: no encrypted connection is possible.',
      object: 'It takes an object, which no URI can hold: every mail fails.',
      tls: 'Node does not know this value, so no encrypted connection is possible.',
      proxy:
        'Tailchat supports only http:// and https:// proxies: for others it says "Socks module not loaded".',
      time: "Tailchat's server reads it as milliseconds: a whole number, without a unit.",
      other: "Tailchat's server fails on it before it contacts the mail server.",
    }),
    nextSteps: say(stepsOfBadOption(facts), optionAtFault(facts), {
      'write-number': (option) =>
        `Write a number, such as ${option}=30000 for half a minute, or remove ${option}`,
      'leave-out': (option) => `Remove ${option} from SMTP_URI, unless you know that you need it`,
      'name-authority':
        'For an authority of your own, set NODE_EXTRA_CA_CERTS to the path of its PEM file in the environment of Tailchat',
      'check-value':
        'Check the value: tls.minVersion=TLSv1.2 works; tls.ciphers needs names that OpenSSL knows',
    }),
  }),
  'cut-in-quotes': (facts) => ({
    title: `The value of SMTP_URI${inPlace(facts)} ends before its quotation mark closes`,
    explanation: 'The file is read line by line, so the lines below do not belong to the value.',
    nextSteps: [
      `Write the whole value on one line, without quotation marks: ${inForm(uriLine(facts))}`,
    ],
  }),
  'curly-quotes': (facts) => ({
    title: `SMTP_URI${inPlace(facts)} is in curly quotation marks (“ ”)`,
    explanation: 'No program removes them: they become part of the value.',
    nextSteps: ['Remove “ and ”: the value needs no quotation marks'],
  }),
  'wide-signs': (facts) => ({
    title: `SMTP_URI${inPlace(facts)} contains full-width signs (： ／ ＠ ？)`,
    explanation: 'A Chinese input method writes them. A URI needs the narrow ones (: / @ ?).',
    nextSteps: ['Write : / @ ? instead of ： ／ ＠ ？'],
  }),
  'quotes-kept': (facts) => ({
    title: `Quotation marks are part of the value of SMTP_URI${inPlace(facts)}`,
    explanation: 'The program that read the setting kept the quotation marks.',
    nextSteps: [
      `Remove the quotation marks: ${inForm(uriLine(facts))}`,
      'Use no quotation marks after the = in a file for `docker run --env-file` or in a ' +
        'list under "environment:"',
    ],
  }),
  'white-space-kept': (facts) => ({
    title: `There is white space in the value of SMTP_URI${inPlace(facts)}`,
    explanation: 'A space or a line break is part of the value, often from copying and pasting.',
    nextSteps: [
      'Remove every space before, after and inside the URI',
      'Write %20 for a space that belongs to the password',
    ],
  }),
  'control-character': (facts) => ({
    title: `There is an invisible character in the value of SMTP_URI${inPlace(facts)}`,
    explanation: 'The value holds a character that you cannot see, such as a Windows line ending.',
    nextSteps: [
      'Type the line again instead of pasting it',
      'Save the file with Unix line endings (LF)',
    ],
  }),
  'escape-read': (facts) => ({
    title: `A backslash in SMTP_URI${inPlace(facts)} was read together with the letter after it`,
    explanation:
      'In double quotes, \\n stands for a line break, \\t for a tab, and so on: two characters became one invisible one.',
    nextSteps: ['Write %5C for each backslash of the user name and the password'],
  }),
  'cut-short': (facts) => ({
    title: `SMTP_URI${inPlace(facts)} is cut short by ${culprit(facts, 'the ', 'a special character of the password')}`,
    explanation:
      'The characters # / ? \\ have a special meaning in a URI. If they are not ' +
      'encoded, the URI breaks there, and another part of it is taken for the mail server.',
    nextSteps: [
      `Percent-encode special characters in the user name and the password, and only there: ${ENCODING}`,
      'Use no quotation marks around the value: once encoded, it needs none, and some programs take them as part of it',
    ],
  }),
  'bare-percent': (facts) => ({
    title: `SMTP_URI${inPlace(facts)} holds a ${culprit(facts, '', '%')} that does not encode a character`,
    explanation: 'In a URI, a % begins an encoded character, such as %23 for #.',
    nextSteps: [
      'Write %25 for each % of the password',
      `Percent-encode these as well: ${ENCODING}`,
    ],
  }),
  'trailing-punctuation': (facts) => ({
    title: `SMTP_URI${inPlace(facts)} ends in a character that does not belong there`,
    explanation: 'A comma or semicolon at the end of the line becomes part of the value.',
    nextSteps: ['Remove the last character of the value'],
  }),
};
