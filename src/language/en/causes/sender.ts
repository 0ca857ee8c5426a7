import type { Facts } from '../../../report/facts.js';
import { isSenderLogin, isSubmission, loginToAdvise } from '../../facts.js';
import type { CauseTexts } from '../../texts.js';
import { inPlace, paragraph, server, URI_FORM } from '../phrases.js';

/** The sender that would suit the login; nothing where it is the sender, or was refused as one. */
function matchingSender(facts: Facts): string[] {
  const login = loginToAdvise(facts);
  if (login) return [`Write SMTP_SENDER=${login}`];
  return isSenderLogin(facts) || facts.isLoginRefusedAsSender
    ? []
    : ['Write the mail address of the account that logs in as SMTP_SENDER'];
}

const ASK_ABOUT_SENDERS = 'Ask whoever runs the mail server which senders it allows';

/** The texts of the causes that lie in the sender, or in what it may do. */
export const sender = {
  'sender-mismatch': (facts) => ({
    title: isSenderLogin(facts)
      ? `The server takes no mail from ${facts.user}, who is logged in`
      : `${facts.user ?? 'The user who logs in'} may not send as ${
          facts.senderAddress ?? 'the address in SMTP_SENDER'
        }`,
    explanation: paragraph(
      'The server lets an account send only from addresses that belong to it.',
      isSenderLogin(facts) && 'It does not count the name of the login among them.',
      facts.isLoginRefusedAsSender === true &&
        `It was asked about ${facts.user}, too, and refused it.`,
    ),
    nextSteps: [
      ...matchingSender(facts),
      ...(isSenderLogin(facts)
        ? ['Write an address that the account owns, by its page on the web, as SMTP_SENDER']
        : ["Log in as the sender's own account: change user and password in SMTP_URI"]),
      ...(isSenderLogin(facts) || facts.isLoginRefusedAsSender ? [ASK_ABOUT_SENDERS] : []),
      ...(facts.provider?.isSenderBound || isSenderLogin(facts)
        ? []
        : [
            "Add the sender as an alias of the account on the provider's web site, if it allows that",
          ]),
    ],
  }),
  'sender-unverified': (facts) => ({
    title: `${facts.senderAddress ?? 'The sender'} is not verified with the mail provider`,
    explanation:
      'The provider sends only for addresses or domains that you have proved to be yours.',
    nextSteps: [
      ...(facts.provider?.advice
        ? []
        : [
            "Verify the address or its domain on the provider's web site (for a domain: by DNS records)",
          ]),
      'Write an address that is already verified as SMTP_SENDER',
    ],
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
    title: facts.senderAddress
      ? `The server refuses ${facts.senderAddress} as the sender`
      : 'The server refuses the sender',
    explanation: paragraph(
      'The server does not take mail from this address.',
      "The reason, if it gave one, is in the server's words.",
    ),
    nextSteps: [
      ...matchingSender(facts),
      "Check that the sender's domain exists in DNS and can receive mail",
      ASK_ABOUT_SENDERS,
    ],
  }),
  'auth-policy-rejected': (facts) => ({
    title: facts.senderAddress
      ? `The server doubts that the mail really comes from ${facts.senderAddress}`
      : 'The server doubts that the sender is genuine',
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
      'The server takes mail for its own mailboxes, but will not forward yours to others.',
      facts.authenticated === false && 'Nobody logged in, and that is mostly the reason.',
      facts.authenticated === true &&
        'A login was made, so it is about the sender or the recipient.',
    ),
    nextSteps: [
      ...(facts.authenticated === true || isSubmission(facts)
        ? []
        : facts.user
          ? ['Use a port at which the server offers a login: 465 or 587']
          : [`Write user and password in SMTP_URI, and use port 465 or 587: ${URI_FORM}`]),
      ...matchingSender(facts),
      "Allow this machine's address to relay in the mail server's settings, if the server " +
        'is your own',
    ],
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
