import type { UncheckedReason } from '../../../report/domain-finding.js';
import type { FindingTexts } from '../../domain-texts.js';
import {
  aboutReverseNames,
  fameOf,
  reverseNameOf,
  stepsOfReverseNames,
  unusableShown,
  wayToRecipient,
  whyNoMail,
} from '../../plans/domain.js';
import { known, say, tell } from '../../plans/plan.js';
import { list } from './words.js';

const skipReasons: Record<UncheckedReason, string> = {
  offline: 'not asked: --offline',
  'no-domain': 'no domain is known',
  'domain-unknown': 'the domain does not exist',
  'provider-sends': 'your provider sends the mail, so this is not yours to set',
  'login-decides':
    'the account that logs in may not send for this domain, whatever the record says',
  'owner-sets': 'the domain belongs to somebody else, who sets this',
  'uri-unread':
    'SMTP_URI cannot be read, so the server is not known: tailchat smtp verify says why',
  'no-address': 'the address that your mail leaves from is not known: give it with --ip',
  'no-name': 'the name that your mail server gives in EHLO is not known',
  'no-recipient': 'no recipient was given: --recipient <address>',
  'not-asked': 'not asked: --blocklists asks them',
};

/** The user's own server, block lists, the recipient, and what nobody knows. */
export const surroundings = {
  'reverse-name-found': ({ addresses, names }) => ({
    title: `The reverse name of ${list(addresses)} is ${list(names)}, and that name leads back`,
    explanation: 'Receivers that ask for a reverse name find one.',
    nextSteps: [],
  }),
  'reverse-name-missing': (facts) => ({
    title: tell(reverseNameOf(facts.name), {
      'leads-elsewhere': `The reverse name of ${list(facts.addresses)} does not lead back`,
      none: `There is no reverse name (PTR) for ${list(facts.addresses)}`,
    }),
    explanation: say(aboutReverseNames(facts), facts, {
      'name-leads-elsewhere': ({ name, addresses: [address] }) =>
        `${name} has no address record with ${address}.`,
      'who-refuses': 'Gmail, Microsoft and many others refuse mail from such an address.',
      'others-are-well': 'The other addresses of your server have one.',
    }).join(' '),
    nextSteps: say(stepsOfReverseNames(facts), facts, {
      set: 'Have the provider of the address (not your own DNS) set the reverse name to the name that your mail server gives in EHLO.',
      address: 'Give that name an A or AAAA record with the address.',
      'without-six':
        'If the reverse name of an IPv6 address cannot be set, let the mail server send over IPv4 only (Postfix: inet_protocols = ipv4).',
    }),
  }),
  'helo-found': ({ name }) => ({
    title: `The name ${name} is known to DNS`,
    explanation: 'It can be used as the name in EHLO.',
    nextSteps: [],
  }),
  'helo-unqualified': ({ name }) => ({
    title: `${name} is not a full name that DNS knows`,
    explanation: 'Some receivers refuse it in EHLO.',
    nextSteps: ['Make your mail server use a full name that has an address record.'],
  }),
  'not-listed': ({ lists, unanswered }) => ({
    title: `On none of the block lists that answered${known(unanswered, (some) => `; no answer from ${list(some)}`)}`,
    explanation: `Asked: ${list(lists)}.`,
    nextSteps: [],
  }),
  blocklisted: ({ what, lists }) => ({
    title: `${what} is on ${list(lists)}`,
    explanation: 'Receivers that ask this list refuse your mail or put it into spam.',
    nextSteps: [
      'Look up the reason on the list’s website, and fix it first: a server that keeps sending spam is listed again.',
      'Then ask there to be removed.',
    ],
  }),
  'blocklist-refused': ({ lists }) => ({
    title: 'The block lists gave no answer',
    explanation: `${list(lists)} refuse questions that come through public DNS servers. This does not mean that you are listed.`,
    nextSteps: ['Ask through a DNS server of your own: --dns <address>'],
  }),
  'recipient-found': ({ domain, exchanges }) => ({
    title: `DNS sends mail for ${domain} to ${list(exchanges.slice(0, 3))}`,
    explanation:
      'Whether that server is there, and whether the mailbox exists, only a mail can tell.',
    nextSteps: [],
  }),
  'recipient-mx-missing': (facts) => ({
    title: tell(wayToRecipient(facts), {
      'by-address': `${facts.domain} has no MX record`,
      'to-inside': `The MX record of ${facts.domain} leads to an address that nobody outside can reach: ${list(facts.exchanges.slice(0, 3))}`,
    }),
    explanation: tell(wayToRecipient(facts), {
      'by-address': `Mail to it goes to the address of ${facts.domain} itself. DNS does not tell whether a mail server listens there: a misspelt domain often looks like this.`,
      'to-inside':
        'The addresses that DNS gives for it belong to a local network, and only from there can mail reach it.',
    }),
    nextSteps: ['Check the spelling of the recipient.'],
  }),
  'recipient-takes-no-mail': (facts) => ({
    title: tell(fameOf(facts), {
      known: `${facts.domain} takes no mail`,
      unknown: `DNS does not know ${facts.domain}`,
    }),
    explanation: tell(whyNoMail(facts), {
      'null-mx': 'It says so itself, with a null MX record (RFC 7505).',
      unusable: `Its MX record leads nowhere: ${list(unusableShown(facts))}.`,
      known: 'It has neither an MX nor an address record.',
      unknown: 'Mail to it bounces at once.',
    }),
    nextSteps: ['Check the spelling of the recipient.'],
  }),
  'recipient-requires-tls': ({ domain }) => ({
    title: `${domain} publishes an MTA-STS policy`,
    explanation:
      'Servers that know MTA-STS send to it only over verified TLS. The policy itself was not fetched.',
    nextSteps: [],
  }),
  'recipient-without-policy': ({ domain }) => ({
    title: `${domain} has no MTA-STS policy`,
    explanation: 'It does not ask for TLS in this way.',
    nextSteps: [],
  }),
  'dns-unavailable': ({ name, code }) => ({
    title: `No answer about ${name}`,
    explanation: `DNS answered ${code}, so this check cannot tell whether anything is wrong here.`,
    nextSteps: ['Try again in a minute, or through another DNS server: --dns 1.1.1.1'],
  }),
  skipped: ({ why }) => ({ title: skipReasons[why], explanation: skipReasons[why], nextSteps: [] }),
} satisfies Partial<FindingTexts>;
