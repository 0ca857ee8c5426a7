import { say } from '../../plans/plan.js';
import { stepsOfBlocked, stepsOfBusy, stepsOfHelo, whyBlocked } from '../../plans/server.js';
import type { CauseTexts } from '../../texts.js';
import { server as nameOf, paragraph } from '../phrases.js';

const REVERSE_NAME =
  'Ask the company that hosts this machine for a reverse DNS entry (PTR) for its address';

/** The texts of the causes for which a server turns this machine away, before any login. */
export const server = {
  'server-busy': (facts) => ({
    title: `${nameOf(facts, 'The mail server')} is too busy or shutting down`,
    explanation: 'The server turns connections away for the moment. This usually passes by itself.',
    nextSteps: say(stepsOfBusy(facts), facts, {
      later:
        'Try again in a few minutes, or let the check go on trying: tailchat smtp verify --wait 300',
      'close-others': 'Look for other programs that keep many connections to this server open',
      'look-into-log':
        "Look into the server's log if it is your own: what it asks before it answers (a milter, a filter, a policy service) may be down",
    }),
  }),
  'ip-blocked': (facts) => ({
    title: `${nameOf(facts, 'The mail server')} does not talk to this machine's address`,
    explanation: paragraph(
      ...say(whyBlocked(facts), facts, {
        'no-reverse-name':
          "This machine's public IP address has no name in reverse DNS, or one that does not lead back to it.",
        'any-reason':
          "This machine's public IP address is on a block list, has a bad reputation, or has no " +
          'name in reverse DNS.',
        'own-list':
          'It refuses the address that this machine, or its container, has in your own network: its own settings decide that.',
        'own-name':
          'It asks DNS for the name of the address that this machine, or its container, has in your own network, and there is none.',
        'of-place':
          'It lets nobody in from the country or region that it takes this address to be in.',
        'not-the-login': 'User and password are not the reason.',
      }),
    ),
    nextSteps: say(stepsOfBlocked(facts), facts, {
      'allow-here':
        "Allow that address in the mail server's settings (in Postfix: mynetworks), and look whether a firewall or fail2ban there blocks it",
      'name-here':
        'Give that address a name in the DNS that the mail server asks, or let the server take it without one (in Postfix: mynetworks)',
      'allow-place':
        'Ask whoever runs the mail server to allow this country or region, or look for such a switch in the account',
      'read-words':
        "Read the server's words: they often hold the address of a page that explains the block",
      'use-submission':
        "Use your mail provider's server with a login on port 465 or 587 instead of port 25",
      'reverse-dns': REVERSE_NAME,
      'ask-for-removal':
        'Look the address up at the block list named by the server, for example ' +
        'check.spamhaus.org, and ask for its removal',
    }),
  }),
  'helo-rejected': (facts) => ({
    title:
      `${nameOf(facts, 'The mail server')} refuses the name this machine introduces ` +
      'itself with',
    explanation:
      'Each client gives its own name first (EHLO). Some servers accept only a full domain ' +
      'name, and a container or a home computer rarely has one.',
    nextSteps: say(stepsOfHelo(facts), facts, {
      'other-name': `Write another name than ${facts.clientName} behind name= in SMTP_URI: a domain name of your own`,
      'give-name': 'End SMTP_URI in /?name=chat.example.org, with a domain name of your own',
      'check-name': 'Check that this name exists in DNS and leads to this machine',
    }),
  }),
} satisfies Pick<CauseTexts, 'server-busy' | 'ip-blocked' | 'helo-rejected'>;
