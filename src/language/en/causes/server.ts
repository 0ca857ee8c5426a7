import { say, tell } from '../../plans/plan.js';
import {
  kindOfBlock,
  stepsOfBlocked,
  stepsOfBusy,
  stepsOfHelo,
  whyBlocked,
} from '../../plans/server.js';
import type { CauseTexts } from '../../texts.js';
import { paragraph } from '../grammar.js';
import { LATER_BY_HAND, server as nameOf } from '../phrases.js';

const REVERSE_NAME =
  'Ask the company that hosts this machine for a reverse DNS entry (PTR) for its address';

/** The texts of the causes for which a server turns this machine away, before any login. */
export const server = {
  'server-busy': (facts) => ({
    title: `${nameOf(facts, 'The mail server')} is too busy or shutting down`,
    explanation:
      'The server turns connections away for the moment. This usually passes without your help.',
    nextSteps: say(stepsOfBusy(facts), facts, {
      'later-by-hand': LATER_BY_HAND,
      later:
        'Try again in a few minutes, or let the check go on trying: tailchat smtp verify --wait 300',
      'close-others': 'Look for other programs that keep many connections to this server open',
      'look-into-log':
        "Check the server's log if it is your own: a milter, filter or policy service that it asks may be down",
    }),
  }),
  'ip-blocked': (facts) => ({
    title: tell(kindOfBlock(facts), {
      said: `${nameOf(facts, 'The mail server')} refuses this machine's address`,
      unsaid: `${nameOf(facts, 'The mail server')} turns this machine away`,
    }),
    explanation: paragraph(
      ...say(whyBlocked(facts), facts, {
        'no-reverse-name':
          "This machine's public IP address has no reverse DNS name, or one that does not point back to it.",
        'any-reason':
          "This machine's public IP address is on a block list, has a bad reputation, or has no " +
          'name in reverse DNS.',
        unsaid:
          'It gives no reason. At this point it knows little but the address that connects: most often that is on a block list, has a bad reputation, or has no name in reverse DNS.',
        'own-list':
          'It refuses the address that this machine, or its container, has in your own network. Its settings decide this.',
        'own-name':
          'It looks up the name of the address that this machine, or its container, has in your own network. DNS has none.',
        'of-place': 'It refuses connections from the country or region of this address.',
        'not-the-login': 'User and password are not the reason.',
      }),
    ),
    nextSteps: say(stepsOfBlocked(facts), facts, {
      'allow-here':
        "Allow that address in the mail server's settings (Postfix: mynetworks), and check whether a firewall or fail2ban blocks it",
      'name-here':
        'Give that address a name in the DNS of the mail server, or allow it without one (Postfix: mynetworks)',
      'allow-place':
        'Ask whoever runs the mail server to allow this country or region, or look for a setting in the account',
      'read-words': "Read the server's words: they often link to a page that explains the block",
      'use-submission':
        "Use your mail provider's server with a login on port 465 or 587 instead of port 25",
      'reverse-dns': REVERSE_NAME,
      'ask-for-removal':
        'Look up the address at the block list that the server names, for example ' +
        'check.spamhaus.org, and ask for its removal',
    }),
  }),
  'helo-rejected': (facts) => ({
    title: `${nameOf(facts, 'The mail server')} refuses the name that this machine gives itself`,
    explanation:
      'Each client first gives its own name (EHLO). Some servers accept only a full domain ' +
      'name, and a container or a home computer rarely has one.',
    nextSteps: say(stepsOfHelo(facts), facts, {
      'other-name': `Write a domain name of your own after name= in SMTP_URI, instead of ${facts.clientName}`,
      'give-name': 'End SMTP_URI with /?name=chat.example.org, using a domain name of your own',
      'check-name': 'Check that this name exists in DNS and points to this machine',
    }),
  }),
} satisfies Pick<CauseTexts, 'server-busy' | 'ip-blocked' | 'helo-rejected'>;
