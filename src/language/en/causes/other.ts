import { kindOfUnknown, stepsOfUnknown } from '../../plans/other.js';
import { known, say, tell } from '../../plans/plan.js';
import { stepsOfServerError, whyServerError } from '../../plans/server.js';
import type { CauseTexts } from '../../texts.js';
import {
  code,
  logOfApplication,
  paragraph,
  SHOW_CONVERSATION,
  server,
  withRecipients,
} from '../phrases.js';

const WHERE_IT_STANDS =
  'Give the lines around it, too: those that begin with "Caused by", "---> " or "nested exception", and what the server said; ' +
  'PHPMailer shows it with SMTPDebug = 2, WordPress in the log of its mail plugin';

/** The texts of the causes that belong nowhere else. */
export const other = {
  'server-error': (facts) => ({
    title: paragraph(
      server(facts, 'The mail server'),
      ...say(whyServerError(facts), facts, {
        'takes-no-mail': 'says that it takes no mail',
        'forgot-login': 'asks for a login again, although the login has succeeded',
        'its-fault': 'reports trouble of its own',
      }),
    ),
    explanation: paragraph(
      ...say(whyServerError(facts), facts, {
        'takes-no-mail':
          'It answers only to say that it offers no service: to everybody, or to clients that it does not expect.',
        'forgot-login':
          'It took user and password over this very connection and does not remember it: the fault is on its side, or that of a proxy in front of it.',
        'its-fault': 'The fault is on the side of the server. Your settings may well be right.',
      }),
    ),
    nextSteps: say(stepsOfServerError(facts), facts, {
      'check-server':
        'Check host and port in SMTP_URI: they are those of the server for sending, as your provider names it',
      later:
        'Try again in a few minutes, or let the check go on trying: tailchat smtp verify --wait 300',
      ask: "Ask whoever runs the mail server, and pass on the server's words",
      'show-conversation': SHOW_CONVERSATION,
    }),
  }),
  'protocol-error': (facts) => ({
    title: `${server(facts, 'The mail server')} gave an answer that makes no sense`,
    explanation: 'Its reply does not follow the rules of SMTP, or does not fit what was asked.',
    nextSteps: [
      'Check that host and port in SMTP_URI are those of a mail server for sending',
      SHOW_CONVERSATION,
      'Look for a firewall, virus scanner or proxy that changes the conversation',
    ],
  }),
  'strict-warnings': ({ strictWarnings = [] }) => ({
    title: paragraph(
      'The check passed, but --strict counts warnings',
      known(strictWarnings, (codes) => `(${codes.join(', ')})`),
    ),
    explanation: 'Everything that was tried worked. With --strict a warning is a failure as well.',
    nextSteps: [
      'Remove what each warning is about: its text says how',
      'Leave out --strict to let the check pass with warnings',
    ],
  }),
  'not-arrived': (facts) => ({
    title: withRecipients(facts, 'The mail has not arrived', 'The mail has not arrived yet'),
    explanation: paragraph(
      'The server took the mail, and it was in no folder of the mailbox within the time.',
      'It may be late, held back, or thrown away further on.',
    ),
    nextSteps: [
      "Look in the sender's mailbox for a letter that sends it back: tailchat smtp explain says what it means",
      "Look for the mail in the log of the mail server, or on the provider's web site",
      'Wait longer: greylisting and queues take from minutes to an hour',
      "Look at what DNS says of the sender's domain (SPF, DKIM, DMARC), and what to publish: tailchat smtp domain",
    ],
  }),
  'arrived-in-spam': (facts) => ({
    title: withRecipients(
      facts,
      'The mail arrived in the spam folder',
      'The mail arrived, but in the spam folder',
    ),
    explanation:
      'The settings work and the mail was delivered, but the mailbox takes it for spam. Others are ' +
      'likely to do so, too.',
    nextSteps: [
      "Look at what DNS says of the sender's domain (SPF, DKIM, DMARC); what is missing there is the usual reason: tailchat smtp domain",
      "Read the header lines of the mail in the spam folder: Authentication-Results, and the filter's own",
      'Move the mail out of the spam folder: the mailbox learns from it',
    ],
  }),
  unknown: (facts) => ({
    title: tell(kindOfUnknown(facts), {
      summary: 'The mail was not sent, and why does not stand here',
      seen: `The check failed at ${server(facts)} for a reason not known to this program`,
    }),
    explanation: tell(kindOfUnknown(facts), {
      summary:
        'These words sum up a failure: a program says so of a port that is closed, of a certificate and of a wrong password alike.',
      seen: `Nothing that was seen points to one certain cause${code(facts)}.`,
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
