import type { ApplicationFacts } from '../../report/application-facts.js';
import type { StepName, ValueSource } from '../../report/report.js';
import type { FileErrorCode, LastWords, OutputTexts } from '../interface-texts.js';
import { outcome, serverOf, shown } from '../plans/outcomes.js';
import { known, say, tell } from '../plans/plan.js';
import {
  type Belonging,
  belongingOf,
  type Proof,
  partOf,
  proofOf,
  toFillIn,
} from '../plans/suggestion.js';
import type { SuggestionWords } from '../suggestion-words.js';
import { FILE_ERRORS } from './file-errors.js';
import { agree, list, paragraph } from './grammar.js';
import { lastWords } from './last-words.js';
import { place as placeInFile, whereItStands } from './phrases.js';
import { heldBy, IN_ENTRY, READERS } from './readers.js';
import { TROUBLES } from './step-troubles.js';

const STEPS: Record<StepName, string> = {
  settings: 'settings',
  dns: 'dns',
  connect: 'connect',
  tls: 'tls',
  greeting: 'greeting',
  ehlo: 'ehlo',
  starttls: 'starttls',
  auth: 'login',
  'mail-from': 'sender',
  'rcpt-to': 'recipient',
  data: 'message',
};

/** How far the suggestion was tried. The words promise nothing beyond that. */
function proof(suggestion: SuggestionWords): string {
  const { lines } = suggestion;
  const below = `The ${agree(lines, 'line', 'lines')} below`;
  const tried = `${below} ${agree(lines, 'was', 'were')} tried`;
  return tell<Proof, string>(proofOf(suggestion), {
    untried: `${below} will probably work, but ${agree(lines, 'it was', 'they were')} not tried.`,
    'login-and-sender': `${tried}: the server accepts the login and the sender. No mail was sent.`,
    'login-alone': `${tried}: the server accepts the login. No sender was tried, as SMTP_SENDER is not set.`,
    'login-of-two': `The login in the lines below was tried: the server accepts it. The sender was not tried.`,
    'sender-alone': `${tried}: the server accepts the sender, without a login. No mail was sent.`,
    refused: ({ how, step, reply }) =>
      `This server answers, ${HOW[how]}, but a trial then failed at: ${STEPS[step]}${known(reply, (words) => ` (${words})`)}.`,
    answers: ({ how, untried }) =>
      `This server answers, ${HOW[how]}; ${known(
        untried,
        (some) =>
          `${some.map((one) => UNTRIED[one]).join(' and ')} ${agree(some.length, 'was', 'were')} not tried`,
        'nothing more was tried',
      )}.`,
  });
}

const HOW = { encrypted: 'encrypted, with a valid certificate', plain: 'unencrypted' };
const UNTRIED = { login: 'login', sender: 'sender' };

/** The place for the suggestion: where the checked value stands. */
function home(suggestion: SuggestionWords): string {
  const { linesHere } = suggestion;
  const them = agree(linesHere, 'it', 'them');
  return tell<Belonging, string>(belongingOf(suggestion), {
    written: ({ file }) => `${agree(linesHere, 'It is', 'They are')} in ${file} now`,
    file: ({ source, below }) =>
      `Write ${them} into ${place(source)}${tell(below, {
        stringData: ', under stringData: of the Secret, as data: is base64',
        entry: IN_ENTRY,
        anything: '',
      })}`,
    refused: ({ otherHost }) =>
      known(
        otherHost,
        (host) =>
          `Make sure that ${host} is your mail server, and mend that, before you use ${them}`,
        `Mend that before you use ${them}`,
      ),
    pod: `Write ${them} where the pod gets its environment from: its Secret, ConfigMap or manifest`,
    environment: `Write ${them} where the environment of this command comes from`,
    given: `Use ${them} instead of ${agree(linesHere, 'the value', 'the values')} that you gave, and write ${them} where Tailchat reads ${them}`,
    'own-file': `Write ${them} into ${placeInFile({})}`,
  });
}

export const output: OutputTexts = {
  steps: STEPS,
  from: (value, variable, source) => `${value} (${variable} from ${place(source)})`,
  hidden: (variable, source) =>
    `${variable} from ${place(source)}, hidden as it may hold a password`,
  join: (parts) => parts.join(', '),
  noUri: 'no SMTP_URI',
  notRead: 'could not be read',
  noSender: 'no SMTP_SENDER',
  resolved: (addresses) => addresses.join(', '),
  usesIpv4: 'Tailchat uses IPv4 only',
  connected: (address, port) => `${address} port ${port}`,
  encrypted: (protocol, cipher, certificate) => `${protocol} ${cipher}; ${certificate}`,
  certificate: (names, issuer, validTo) =>
    `certificate for ${names.join(', ')}, by ${issuer}, until ${validTo.slice(0, 10)}`,
  noCertificate: 'no certificate',
  ehlo: (clientName, extensions) =>
    `this command introduced itself as ${clientName}; server offers ${known(extensions, (some) => some.join(', '), 'no extensions')}`,
  took: (ms) => `(${ms} ms)`,
  loggedIn: (mechanism) => `with ${mechanism}`,
  loginRefused: (mechanism) => `refused with ${mechanism}`,
  troubles: TROUBLES,
  troubled: (shown, trouble) => `${shown}: ${trouble}`,
  skipped: {
    address: 'the host is an IP address',
    offline: 'offline',
    elsewhere: 'an option of SMTP_URI sends mail another way, which was not tried',
    starttlsNotOffered: 'the server does not offer it',
    starttlsIgnored: 'the settings say not to use it (ignoreTLS)',
    starttlsRefused: 'refused; the settings allow to go on without it (opportunisticTLS)',
    noCredentials: 'no user and password in SMTP_URI',
    authNotOffered: 'the server offers no login, so user and password were not tried',
    noSender: 'SMTP_SENDER is not set',
  },
  verifyPassed: (server, isLoggedIn, isSenderTaken) =>
    list(
      say(shown(isLoggedIn, isSenderTaken), server, {
        answers: (name) => `${name} answers`,
        login: 'accepts the login',
        sender: 'accepts the sender',
      }),
    ),
  offlinePassed: 'The settings can be read; offline, nothing more was checked',
  elsewherePassed: 'The settings can be read; nothing more could be checked, and no mail was sent',
  offlineUnchecked:
    'Not checked, because it needs the network: the name of the server, its port, encryption, the login, and ' +
    'whether the server accepts the sender.',
  testPassed: (recipients, isSandbox) =>
    tell(serverOf(isSandbox), {
      sandbox: `The sandbox accepted the mail for ${recipients.join(', ')}; nobody else gets it`,
      own: `The server accepted the mail for ${recipients.join(', ')}`,
    }),
  nothingSent: 'No mail was sent.',
  ...lastWords,
  testNext: (messageId, look) => [
    'Accepted does not mean delivered. Look in the inbox, then in the spam folder.',
    `If it is in neither, search the provider's sending log for ${messageId}, look for a ` +
      'bounce in the',
    `sender's own mailbox, and check the DNS of its domain: ${look}`,
  ],
  spellingHolds: (holders) => `Every program reads it that way${heldBy({ holders })}.`,
  suggestion: (about) =>
    `${tell(partOf(about), { first: `${proof(about)} `, another: '' })}${home(about)}${tell(toFillIn(about), { password: ', with your percent-encoded password instead of ***', nothing: '' })}:`,
  failedAt: (headline, step) => `${headline} (failed at: ${step})`,
  foundAt: (headline, step, line) =>
    `${headline} (${known(line, (one) => `line ${one}, `)}at: ${step})`,
  nothingFound: (lines, elsewhere, application, cutAt) => [
    ['This text contains no known SMTP failure.'],
    [
      paragraph(
        agree(lines, 'One line was read.', `${lines} lines were read.`),
        known(
          cutAt,
          (bytes) =>
            `Of a longer line only the first ${bytes} bytes were read: give the part of it with the error.`,
        ),
      ),
    ],
    ...known<readonly string[], LastWords[]>(
      elsewhere,
      (names) => [[`It contains failures of ${list(names)}, which have nothing to do with mail.`]],
      [],
    ),
    [
      'Give the line that begins with Error:, or the reply of the server (a number such as 535, and words). A stack trace alone does not ' +
        'name the cause. Tailchat logs that line when it starts and when it sends mail:',
      'docker compose logs --no-color service-core | tailchat smtp explain',
    ],
    ...known<ApplicationFacts, LastWords[]>(application, (one) => [[`${whereItStands(one)}.`]], []),
    ['To test the settings themselves:', 'tailchat smtp verify'],
  ],
  gotOver: 'What the server refused at first, the same conversation got over.',
  pasteText: 'Paste the error message, the log or the mail, then Ctrl-D on its own line:',
  serverSaid: 'The server said:',
  whatToDo: 'What to do:',
  warning: (message, code) => `Warning: ${message} [${code}]`,
  readers: READERS,
  valueLength: (length) => known(length, (characters) => `${characters} characters`, 'no value'),
  readerProblems: {
    'not-set': 'does not read this line as a setting',
    'file-refused': 'refuses the whole file because of this line',
    'quotes-kept': 'keeps the quotation marks as part of the value',
    'backslashes-kept': 'keeps the backslashes as part of the value',
    'escapes-replaced': 'replaces the character after a backslash',
    'comment-kept': 'keeps the comment as part of the value',
    'cut-at-hash': 'reads the text after the # as a comment',
    'dollar-replaced': 'reads $ and the text after it as a variable, and replaces it',
    'dollar-kept': 'keeps the $ as it is',
    differs: 'reads something else',
  },
  readAsMeant: 'as it was probably meant',
  accepted: (address) => `${address}: accepted`,
  rejected: (address, reply) => `${address}: refused: ${reply}`,
  supposed:
    "This conclusion rests on the wording alone, without a server's reply or an error code: there may be another reason.",
  beforePlainLogin: 'The login is sent unencrypted, as Tailchat would send it with these settings.',
  recipientsAnswered: (answered, count) => `recipient: ${answered} of ${count} answered`,
  awaiting: 'waiting for the mail in the mailbox',
  searching: 'looking for a setting that works',
  retry: (title, seconds) => `${title}; trying again within ${seconds} s`,
  transcriptNotice:
    'The conversation follows. Passwords are masked and names shortened, so you can paste it into an issue. Look ' +
    'through it first: host names are kept, and the verdict below names addresses in full.',
  sandboxMail: 'The mail as the sandbox received it:',
  summary: (command, isOk) =>
    `tailchat smtp ${command}: ${tell(outcome(isOk), { passed: 'passed', failed: 'failed' })}`,
  reportFailed: (file, code) =>
    `The report could not be written to ${file}: ${known(FILE_ERRORS[code as FileErrorCode], (why) => `${why} (${code})`, code)}`,
  summaryFailed: (why) => `The job summary could not be written: ${why}`,
  more: (count) => `${count} more`,
};

function place(source: ValueSource): string {
  return tell<ValueSource, string>(source, {
    flag: 'the command line',
    env: 'the environment',
    file: (spot) => placeInFile(spot),
    prompt: 'your answer',
    stdin: 'stdin',
    sandbox: 'the sandbox',
  });
}
