import {
  faultOfAnswer,
  kindOfUnknown,
  sortedOutTo,
  stepsOfFaultyAnswer,
  stepsOfSortedOut,
  stepsOfUnknown,
} from '../../plans/other.js';
import { known, say, tell } from '../../plans/plan.js';
import { stepsOfServerError, whyServerError } from '../../plans/server.js';
import type { CauseTexts } from '../../texts.js';
import { paragraph } from '../grammar.js';
import {
  code,
  LATER_BY_HAND,
  logOfApplication,
  SHOW_CONVERSATION,
  server,
  withRecipients,
} from '../phrases.js';

const WHERE_IT_STANDS =
  'Include the lines around it, with "Caused by", "---> " or the server\'s reply ' +
  '(PHPMailer: SMTPDebug = 2; WordPress: the log of its mail plugin)';

/** The texts of the causes that belong nowhere else. */
export const other = {
  'server-error': (facts) => ({
    title: paragraph(
      server(facts, 'The mail server'),
      ...say(whyServerError(facts), facts, {
        'takes-no-mail': 'says that it accepts no mail',
        'forgot-login': 'asks for a login although the login succeeded',
        'its-fault': 'reports a problem of its own',
      }),
    ),
    explanation: paragraph(
      ...say(whyServerError(facts), facts, {
        'takes-no-mail':
          'It says only that it offers no service, to anybody or to unknown clients.',
        'forgot-login':
          'It accepted user and password over this connection, and then asked for them again. The fault is with the server, or with a proxy in front of it.',
        'its-fault': 'The fault is with the server. Your settings may well be right.',
      }),
    ),
    nextSteps: say(stepsOfServerError(facts), facts, {
      'check-server':
        'Check that host and port in SMTP_URI are what your provider gives for sending',
      'later-by-hand': LATER_BY_HAND,
      later:
        'Try again in a few minutes, or let the check go on trying: tailchat smtp verify --wait 300',
      ask: "Ask whoever runs the mail server, and pass on the server's words",
      'show-conversation': SHOW_CONVERSATION,
    }),
  }),
  'protocol-error': (facts) => ({
    title: tell(faultOfAnswer(facts), {
      'blank-line': `${server(facts, 'The mail server')} sends empty lines among its replies`,
      command: `${server(facts, 'The mail server')} did not accept a command of SMTP`,
      typed: `${server(facts, 'The mail server')} did not accept a command that was typed by hand`,
      any: `${server(facts, 'The mail server')} gave an answer that SMTP does not allow`,
    }),
    explanation: tell(faultOfAnswer(facts), {
      'blank-line':
        "Tailchat's nodemailer 6.7.8 reads each empty line as a reply of its own, so every mail fails.",
      command:
        'It does not know the command or its form, or expects another one first. Tailchat sends what every mail program sends, in the usual order.',
      typed:
        "The command is misspelt, incomplete or out of order. That says nothing about Tailchat's settings.",
      any: 'Its reply breaks the rules of SMTP, or does not fit the question.',
    }),
    nextSteps: say(stepsOfFaultyAnswer(facts), facts, {
      'type-in-order':
        'Begin with EHLO and the name of a host, then type one command after another',
      'check-host': 'Check that host and port in SMTP_URI belong to a mail server for sending',
      'show-conversation': SHOW_CONVERSATION,
      'find-filter': 'Look for a firewall, virus scanner or proxy that changes the conversation',
    }),
  }),
  'strict-warnings': ({ strictWarnings = [] }) => ({
    title: paragraph(
      'The check passed, but --strict counts warnings',
      known(strictWarnings, (codes) => `(${codes.join(', ')})`),
    ),
    explanation: 'No step failed. With --strict, a warning counts as a failure.',
    nextSteps: [
      'Fix what each warning says',
      'Leave out --strict to let the check pass with warnings',
    ],
  }),
  'not-arrived': (facts) => ({
    title: withRecipients(
      facts,
      'The mail has not arrived',
      'The mail has not arrived in the mailbox that was opened',
    ),
    explanation: paragraph(
      'The server accepted the mail, but no folder that could be opened had received it in time.',
      'It may be late, held back, or discarded by a later server.',
    ),
    nextSteps: [
      "Look in the sender's mailbox for a bounce, and give it to tailchat smtp explain",
      "Look for the mail in the log of the mail server, or on the provider's website",
      'Wait longer: greylisting and queues can take up to an hour',
      "Check SPF, DKIM and DMARC of the sender's domain, and what to publish: tailchat smtp domain",
    ],
  }),
  'arrived-in-spam': (facts) => ({
    title: tell(sortedOutTo(facts), {
      spam: withRecipients(
        facts,
        'The mail arrived in the spam folder',
        'The mail arrived, but in the spam folder',
      ),
      held: withRecipients(
        facts,
        'The mail was put into quarantine',
        'The mail arrived, but was put into quarantine',
      ),
      trash: withRecipients(
        facts,
        'The mail arrived in the trash',
        'The mail arrived, but in the trash',
      ),
    }),
    explanation: tell(sortedOutTo(facts), {
      spam:
        'The settings work and the mail was delivered, but the mailbox treats it as spam. Other mailboxes ' +
        'are likely to do the same.',
      held:
        'The settings work and the mail was delivered, but it is in a folder for dangerous or suspicious mails. ' +
        'Recipients hardly look there.',
      trash:
        'The settings work and the mail was delivered, but it is in the trash: put there by a rule, by a block on the sender, ' +
        'or by hand. Recipients hardly look there, and many mailboxes empty it by themselves.',
    }),
    nextSteps: say(stepsOfSortedOut(facts), facts, {
      records:
        "Check SPF, DKIM and DMARC of the sender's domain; a missing record is the usual reason: tailchat smtp domain",
      headers:
        'Read the headers of the mail in that folder: Authentication-Results, and what the filter added',
      'move-out': 'Move the mail out of the spam folder: the mailbox learns from it',
      release:
        'Release the mail, and have the sender allowed in the settings of the filter; its administrator may have to do so',
      rules:
        "Look through the mailbox's rules, filters and blocked senders, and take out what catches the mail",
      'records-else':
        "If nothing there does, check SPF, DKIM and DMARC of the sender's domain: tailchat smtp domain",
    }),
  }),
  unknown: (facts) => ({
    title: tell(kindOfUnknown(facts), {
      summary: 'The mail was not sent, and this text does not say why',
      seen: `The check failed at ${server(facts)} for a reason that this program does not know`,
    }),
    explanation: tell(kindOfUnknown(facts), {
      summary:
        'These words only sum up a failure: programs say this about a closed port, a bad certificate and a wrong password alike.',
      seen: `Nothing here points to one cause${code(facts)}.`,
    }),
    nextSteps: say(stepsOfUnknown(facts), facts, {
      'log-of-application': logOfApplication,
      'where-it-stands': WHERE_IT_STANDS,
      'read-words':
        "Read the server's words, if there are any, and look for them on the provider's help pages",
      'show-conversation': SHOW_CONVERSATION,
    }),
  }),
} satisfies Pick<
  CauseTexts,
  | 'server-error'
  | 'protocol-error'
  | 'strict-warnings'
  | 'not-arrived'
  | 'arrived-in-spam'
  | 'unknown'
>;
