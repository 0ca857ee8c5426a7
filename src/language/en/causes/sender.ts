import type { Facts } from '../../../report/facts.js';
import { URI_FORM } from '../../examples.js';
import { loginToAdvise } from '../../facts.js';
import { known, say, tell } from '../../plans/plan.js';
import {
  kindOfMismatch,
  stepsOfMismatch,
  stepsOfNoRelay,
  stepsOfRejected,
  stepsOfUnverified,
  whyMismatch,
  whyNoRelay,
} from '../../plans/sender.js';
import type { CauseTexts } from '../../texts.js';
import { inPlace, paragraph, server } from '../phrases.js';

/** The sender that would suit the login. */
const SUITABLE = {
  'write-login': (facts: Facts) => `Write SMTP_SENDER=${loginToAdvise(facts)}`,
  'write-address-of-login': 'Write the mail address of the account that logs in as SMTP_SENDER',
};

const ASK_ABOUT_SENDERS = 'Ask whoever runs the mail server which senders it allows';

/** The texts of the causes that lie in the sender, or in what it may do. */
export const sender = {
  'sender-mismatch': (facts) => ({
    title: tell(kindOfMismatch(facts), {
      login: `The server takes no mail from ${facts.user}, who is logged in`,
      other: `${facts.user ?? 'The user who logs in'} may not send as ${
        facts.senderAddress ?? 'the address in SMTP_SENDER'
      }`,
    }),
    explanation: paragraph(
      ...say(whyMismatch(facts), facts, {
        'owned-only': 'The server lets an account send only from addresses that belong to it.',
        'not-the-login': 'It does not count the name of the login among them.',
        'login-asked': `It was asked about ${facts.user}, too, and refused it.`,
      }),
    ),
    nextSteps: say(stepsOfMismatch(facts), facts, {
      ...SUITABLE,
      'write-owned':
        'Write an address that the account owns, by its page on the web, as SMTP_SENDER',
      'log-in-as-sender':
        "Log in as the sender's own account: change user and password in SMTP_URI",
      'ask-about-senders': ASK_ABOUT_SENDERS,
      'add-alias':
        "Add the sender as an alias of the account on the provider's web site, if it allows that",
    }),
  }),
  'sender-unverified': (facts) => ({
    title: `${facts.senderAddress ?? 'The sender'} is not verified with the mail provider`,
    explanation:
      'The provider sends only for addresses or domains that you have proved to be yours.',
    nextSteps: say(stepsOfUnverified(facts), facts, {
      verify:
        "Verify the address or its domain on the provider's web site (for a domain: by DNS records)",
      'write-verified': 'Write an address that is already verified as SMTP_SENDER',
    }),
  }),
  'sender-syntax': (facts) => ({
    title: `The server takes ${facts.senderAddress ?? 'the sender'} for a malformed address`,
    explanation: `The sender${inPlace(facts)} is not written in the way the server expects.`,
    nextSteps: [
      'Write the bare address: SMTP_SENDER=tailchat@example.com, with your own',
      'Use only ASCII letters in the address',
    ],
  }),
  'sender-rejected': (facts) => ({
    title: known(
      facts.senderAddress,
      (address) => `The server refuses ${address} as the sender`,
      'The server refuses the sender',
    ),
    explanation: paragraph(
      'The server does not take mail from this address.',
      "The reason, if it gave one, is in the server's words.",
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
      (address) => `The server doubts that the mail really comes from ${address}`,
      'The server doubts that the sender is genuine',
    ),
    explanation:
      'SPF, DKIM and DMARC are DNS records that say who may send for a domain. This mail ' +
      'failed such a check.',
    nextSteps: [
      'Send through the mail server that belongs to the domain of SMTP_SENDER',
      "Add the records that the domain's DNS lacks (SPF, DKIM, DMARC): tailchat smtp domain",
      'Write a sender whose domain belongs to this mail server as SMTP_SENDER',
    ],
  }),
  'relay-denied': (facts) => ({
    title: `${server(facts, 'The mail server')} does not pass on mail for you`,
    explanation: paragraph(
      ...say(whyNoRelay(facts), facts, {
        'own-mailboxes-only':
          'The server takes mail for its own mailboxes, but will not forward yours to others.',
        'no-login': 'Nobody logged in, and that is mostly the reason.',
        'login-made': 'A login was made, so it is about the sender or the recipient.',
      }),
    ),
    nextSteps: say(stepsOfNoRelay(facts), facts, {
      ...SUITABLE,
      'other-port': 'Use a port at which the server offers a login: 465 or 587',
      'write-login-uri': `Write user and password in SMTP_URI, and use port 465 or 587: ${URI_FORM}`,
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
