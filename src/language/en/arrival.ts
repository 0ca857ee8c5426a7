import type { Arrival, AuthenticationResult, MailboxProblem } from '../../report/arrival.js';
import type { ArrivalTexts } from '../arrival-texts.js';
import { known, tell } from '../plans/plan.js';
import { readingOf } from '../plans/received.js';
import { list, paragraph } from './grammar.js';

type Problem = NonNullable<Arrival['problem']>;

const WHY: Record<MailboxProblem, (problem: Problem) => string> = {
  'host-not-found': ({ host }) => `The name ${host} was not found.`,
  'not-reached': ({ host, words }) => `Could not connect to ${host}${inBrackets(words)}.`,
  silent: ({ host }) => `${host} accepted the connection, but did not answer in time.`,
  certificate: ({ host, words }) =>
    `The certificate of ${host} cannot be verified${inBrackets(words)}: no password was sent there.`,
  'certificate-expired': ({ host, words }) =>
    `The certificate of ${host} is outside of its time${inBrackets(words)}: no password was sent there.`,
  tls: ({ host, words }) => `No TLS with ${host}${inBrackets(words)}: no password was sent there.`,
  'tls-version': ({ host }) =>
    `${host} has no version of TLS that this machine accepts: no password was sent there.`,
  'no-starttls': ({ host }) => `${host} offers no STARTTLS: no password was sent there.`,
  login: ({ host }) => `${host} refused the login to the mailbox.`,
  oauth: ({ host }) => `${host} takes no password for IMAP, only OAuth 2.0: none was sent there.`,
  unavailable: ({ host }) =>
    `${host} could not handle the login just now. This says nothing about the password.`,
  'contact-admin': ({ host }) =>
    `${host} does not let this account in until its administrators have looked at it.`,
  'needs-tls': ({ host }) =>
    `${host} accepts no login, because it considers the connection unencrypted.`,
  expired: ({ host }) => `${host} says that the password of the mailbox has expired.`,
  'folder-unavailable': ({ host }) =>
    `${host} accepted the login, but could not open every folder just now.`,
  folder: ({ host }) =>
    `${host} accepted the login, but does not open every folder or show every mail.`,
  lost: ({ host }) => `${host} had answered, but then the connection was lost.`,
  folders: ({ words }) => `Not every folder of the mailbox was opened in time${inBrackets(words)}.`,
  copy: ({ words }) =>
    `A copy is in the folder${inBrackets(words)}: it may be the sender's own, or a rule may have delivered it there.`,
  protocol: ({ host }) => `${host} ended the conversation, or did not speak IMAP.`,
};

const STEPS: Record<MailboxProblem, string> = {
  'host-not-found': 'Correct the host in the IMAP URI: it is often imap. before the domain',
  'not-reached':
    'Correct host and port in the IMAP URI (imaps:// means 993), or give --await more seconds',
  silent:
    'Give --await more seconds, and check host and port: imaps:// means TLS from the start (993), ' +
    'imap:// means STARTTLS (143)',
  certificate:
    'Write the host as the certificate names it, or name its authority in NODE_EXTRA_CA_CERTS',
  'certificate-expired':
    "Renew the certificate of the mailbox server, or ask whoever runs it to; check this machine's clock as well",
  tls: 'Check host and port: imaps:// means TLS from the start (993), imap:// means STARTTLS (143)',
  'tls-version':
    'Have TLS 1.2 or newer switched on at the mailbox server, or use a mailbox at another one',
  'no-starttls': 'Use imaps:// with port 993',
  login:
    'Use the password for mail programs (an app password, an authorization code), and allow IMAP in the ' +
    'settings of the mailbox',
  oauth: 'Use a mailbox at a server that takes passwords for IMAP',
  unavailable:
    'Try again in a few minutes: the server has a problem of its own, or too many logins at once',
  'contact-admin': 'Ask whoever runs the mailbox server to look at the account',
  'needs-tls': 'Use imaps:// with port 993, or ask whoever runs the mailbox server',
  expired: 'Set a new password for the mailbox, and use it in the IMAP URI',
  'folder-unavailable':
    'Try again in a few minutes: the folder is locked or busy, as while another program has it open',
  folder: 'Allow IMAP for mail programs in the settings of the mailbox',
  lost: 'Try again in a few minutes: the server, or something before it, closed the connection',
  folders: 'Give --await more seconds',
  copy: 'Read the header of that copy: on one that was delivered, its receiver has added Return-Path and Received',
  protocol: 'Check that the IMAP URI names an IMAP server: imaps:// means 993',
};

export const arrival: ArrivalTexts = {
  askForMailbox: 'IMAP URI of the mailbox (imaps://user:password@host/)',
  found: (folder, ms) =>
    `Found in the folder ${folder} after ${(ms / 1000).toFixed(1)} s, and left unread`,
  judged: (by, results) =>
    `Judged by ${by ?? 'the receiver'}: ${results.map(judgement).join(', ')}`,
  notJudged: 'The receiver added nothing about SPF, DKIM or DMARC to the mail',
  subjectChanged:
    'The subject was changed on the way, which breaks the signature: it was judged with the subject that was sent',
  doubted:
    'The receiver marked it as spam, or found that DMARC failed: other mailboxes may refuse such a mail. Check SPF, DKIM and DMARC of the sender’s domain',
  others: (recipients) => `Not looked into: the mailbox of ${list(recipients)}`,
  assumed: (recipients) =>
    `The login of the mailbox names no recipient: whether the mailbox belongs to ${list(recipients)} is not known`,
  unreadTitle: ({ kind, host }) =>
    tell(readingOf(kind), {
      unread: `The mail was sent, but the mailbox at ${host} could not be read`,
      open: 'The mail was sent, but it is not known whether it has arrived',
    }),
  unread: (problem) =>
    paragraph(
      tell<Problem, string>(problem, WHY),
      'It is not known whether the mail has arrived. The settings for sending passed the check.',
    ),
  unreadSteps: (kind) => [STEPS[kind], 'Look in the mailbox yourself, including the spam folder'],
};

/** One result, as it is written. */
export function judgement({ method, result, domain }: AuthenticationResult): string {
  return `${method}=${result}${inBrackets(domain)}`;
}

function inBrackets(words: string | null): string {
  return known(words, (some) => ` (${some})`);
}
