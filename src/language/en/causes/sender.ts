import type { Facts } from '../../../report/facts.js';
import { URI_FORM } from '../../examples.js';
import { loginToAdvise } from '../../facts.js';
import { known, say, tell } from '../../plans/plan.js';
import {
  kindOfMismatch,
  stepsOfBadSender,
  stepsOfDoubt,
  stepsOfMismatch,
  stepsOfNoRelay,
  stepsOfRejected,
  stepsOfUnverified,
  whyMismatch,
  whyNoRelay,
} from '../../plans/sender.js';
import { senderLine } from '../../plans/setting-line.js';
import type { CauseTexts } from '../../texts.js';
import { paragraph } from '../grammar.js';
import { inPlace, server } from '../phrases.js';
import { inForm } from '../readers.js';

/** The sender that would suit the login. */
const SUITABLE = {
  'write-login': (facts: Facts) => `Write ${inForm(senderLine(facts, loginToAdvise(facts)))}`,
  'write-address-of-login': 'Set SMTP_SENDER to the mail address of the account that logs in',
  'write-login-uri': `Write user and password into SMTP_URI, and use port 465 or 587: ${URI_FORM}`,
};

const ASK_ABOUT_SENDERS = 'Ask whoever runs the mail server which senders it allows';

/** The texts of the causes that lie in the sender, or in what it may do. */
export const sender = {
  'sender-mismatch': (facts) => ({
    title: tell(kindOfMismatch(facts), {
      nobody: `Without a login, the server refuses ${facts.senderAddress ?? 'the address in SMTP_SENDER'} as the sender`,
      login: `The server refuses mail from ${facts.user}, although that is the login`,
      other: `${facts.user ?? 'The user who logs in'} may not send as ${
        facts.senderAddress ?? 'the address in SMTP_SENDER'
      }`,
    }),
    explanation: paragraph(
      ...say(whyMismatch(facts), facts, {
        'owned-only': 'The server lets an account send only from addresses that belong to it.',
        'no-login': 'SMTP_URI has no user and no password, so nobody logged in.',
        'not-the-login': 'The login name is not among them.',
        'other-capitals':
          'The sender differs from the login in capital letters alone, which some servers tell apart.',
        'login-asked': `The server refused ${facts.user ?? 'the login'} as the sender, too.`,
      }),
    ),
    nextSteps: say(stepsOfMismatch(facts), facts, {
      ...SUITABLE,
      'write-owned':
        "Set SMTP_SENDER to an address of the account; the provider's website lists them",
      'log-in-as-sender':
        "Log in with the sender's own account: change user and password in SMTP_URI",
      'ask-about-senders': ASK_ABOUT_SENDERS,
      'add-alias':
        "Add the sender as an alias of the account on the provider's website, if that is possible",
    }),
  }),
  'sender-unverified': (facts) => ({
    title: `${facts.senderAddress ?? 'The sender'} is not verified with the mail provider`,
    explanation: 'The provider sends only for addresses or domains that you have proved to own.',
    nextSteps: say(stepsOfUnverified(facts), facts, {
      verify:
        "Verify the address or its domain on the provider's website (a domain: with DNS records)",
      'write-verified': 'Set SMTP_SENDER to an address that is already verified',
    }),
  }),
  'sender-syntax': (facts) => ({
    title: `The server says that ${facts.senderAddress ?? 'the sender'} is malformed`,
    explanation: `The sender${inPlace(facts)} does not have the form that the server expects.`,
    nextSteps: say(stepsOfBadSender(facts), facts, {
      'single-dots':
        'Use an address without two dots in a row, and without a dot before the @ or at the beginning: most servers refuse those',
      'only-address': (facts) =>
        `Write only the address, with your own: ${inForm(senderLine(facts))}`,
      'only-ascii': 'Use only ASCII letters in the address',
      'ask-which-form': 'Ask whoever runs the mail server which form of sender it takes',
      'ask-about-form':
        'Ask whoever runs the mail server which senders it accepts: this address has the usual form',
    }),
  }),
  'sender-rejected': (facts) => ({
    title: known(
      facts.senderAddress,
      (address) => `The server refuses ${address} as the sender`,
      'The server refuses the sender',
    ),
    explanation: paragraph(
      'The server does not accept mail from this address.',
      "If it gave a reason, it is in the server's words.",
    ),
    nextSteps: say(stepsOfRejected(facts), facts, {
      ...SUITABLE,
      'check-domain': "Check that the sender's domain exists in DNS and can receive mail",
      'ask-about-senders': ASK_ABOUT_SENDERS,
    }),
  }),
  'auth-policy-rejected': (facts) => ({
    title: known(
      facts.senderAddress,
      (address) => `The server doubts that the mail comes from ${address}`,
      'The server doubts that the sender is genuine',
    ),
    explanation:
      'SPF, DKIM and DMARC are DNS records that say who may send for a domain. This mail ' +
      'failed such a check.',
    nextSteps: say(stepsOfDoubt(facts), facts, {
      'send-through-owner':
        'Send through the mail server that belongs to the domain of SMTP_SENDER',
      'add-records':
        'Add the DNS records that the domain lacks (SPF, DKIM, DMARC): tailchat smtp domain',
      'write-other-sender':
        'Set SMTP_SENDER to an address whose domain belongs to this mail server',
    }),
  }),
  'relay-denied': (facts) => ({
    title: `${server(facts, 'The mail server')} does not relay your mail`,
    explanation: paragraph(
      ...say(whyNoRelay(facts), facts, {
        'own-mailboxes-only':
          'The server accepts mail for its own mailboxes, but does not forward yours to others.',
        'no-login': 'There was no login, which is usually the reason.',
        'login-made':
          'The login succeeded, but the server does not let it send to others, or not from this sender.',
      }),
    ),
    nextSteps: say(stepsOfNoRelay(facts), facts, {
      ...SUITABLE,
      'other-port': 'Use a port with a login: 465 or 587',
      'allow-login':
        'Allow logged-in users to relay in the settings of the mail server, or ask whoever runs it to (Postfix: permit_sasl_authenticated)',
      'allow-here':
        "Allow this machine's address to relay in the mail server's settings, if the server " +
        'is your own',
    }),
  }),
} satisfies Pick<
  CauseTexts,
  | 'sender-mismatch'
  | 'sender-unverified'
  | 'sender-syntax'
  | 'sender-rejected'
  | 'auth-policy-rejected'
  | 'relay-denied'
>;
