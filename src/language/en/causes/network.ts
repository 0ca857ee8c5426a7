import type { Facts } from '../../../report/facts.js';
import { HOST_GATEWAY, SERVICE_NAME } from '../../examples.js';
import { madeUpByProxy } from '../../facts.js';
import {
  kindOfTimedOut,
  stepsOfClosed,
  stepsOfRefused,
  stepsOfSilent,
  stepsOfStopped,
  stepsOfTimedOut,
  stepsOfUnreachable,
  timeOfClosing,
  whyClosed,
  whyRefused,
  whySilent,
  whyStopped,
  whyTimedOut,
  whyUnreachable,
} from '../../plans/network.js';
import { known, say, tell } from '../../plans/plan.js';
import type { CauseTexts } from '../../texts.js';
import { list, paragraph } from '../grammar.js';
import { code, SCHEME_AND_PORT, SHOW_CONVERSATION, server, within } from '../phrases.js';

/** As far as the greeting came. */
function begun({ begun: text }: Facts): string {
  return `Its greeting began with "${text}".`;
}

const MACHINE_ITSELF = 'the connecting machine or container itself';

const MORE_PATIENCE = 'Try again with more time: --timeout 90';

/** A proxy stands in the server's place. */
const madeUp = (facts: Facts) =>
  `${list(madeUpByProxy(facts))} is the address of no mail server: proxies such as Clash, mihomo, sing-box or Surge make it up ("fake IP") and answer in the server's place.`;

const passProxy = ({ host }: Facts) =>
  `Let ${known(host, (name) => name, 'the mail server')} past the proxy: put its name into the proxy's fake-IP filter (mihomo: fake-ip-filter), and its connections under DIRECT`;

const LACKS = {
  trust: 'with a certificate that is not trusted',
  login: 'offers no login with a password',
  encryption: 'without encryption',
} as const;
const othersAnswer = ({ answered = [] }: Facts) =>
  answered.map(({ port, lacks }) => `Port ${port} of the same host answers, but ${LACKS[lacks]}.`);

/** The texts of the causes that lie in the network. */
export const network = {
  'connection-refused': (facts) => ({
    title: `${server(facts, 'The mail server')} refuses connections`,
    explanation: paragraph(
      ...say(whyRefused(facts), facts, {
        'refused-by-proxy': `The connection was refused${code(facts)}, and not by the mail server.`,
        'made-up': madeUp,
        refused: `The machine answered, and refused the connection${code(facts)}: usually nothing listens on this port.`,
        'or-firewall': 'A firewall can answer like that as well.',
        'others-answer': othersAnswer,
        'dns-leads-home':
          `DNS leads ${facts.host} to ${list(facts.addresses ?? [])}, which is ${MACHINE_ITSELF}, and nothing ` +
          `listens on this port there${code(facts)}. A hosts file or a DNS filter may have put it there.`,
        'is-home': `${facts.host} is ${MACHINE_ITSELF}, and nothing listens on this port there${code(facts)}.`,
        'went-home': `The connection went to ${MACHINE_ITSELF}, and nothing listens on this port there${code(facts)}.`,
        'uri-unread':
          'Either SMTP_URI was not read (a mail library then tries its own machine), or it names this ' +
          'machine itself. A DNS filter can also lead there.',
      }),
    ),
    nextSteps: say(stepsOfRefused(facts), facts, {
      'pass-proxy': passProxy,
      'look-into-hosts': `Look for ${facts.host} in /etc/hosts, and in a DNS filter such as Pi-hole or AdGuard Home`,
      'check-uri-is-read':
        'Check that Tailchat gets SMTP_URI: tailchat smtp verify shows where it is read from',
      'write-service': `Write the mail server's name or Service (in another namespace ${SERVICE_NAME}) instead of ${facts.host}: in a pod that is the pod itself`,
      'write-real-name': `Write the mail server's name instead of ${facts.host}; if it runs on the Docker host, host.docker.internal (on Linux with ${HOST_GATEWAY})`,
      'check-port': 'Check the port in SMTP_URI: usually 465 with smtps://, or 587 with smtp://',
      'check-it-runs': 'Check that the mail server is running, if it is your own',
      'look-for-firewall': 'Look for a firewall that rejects connections to this port',
    }),
  }),
  'connection-timeout': (facts) => ({
    title: tell(kindOfTimedOut(facts), {
      silent: `${server(facts, 'The mail server')} does not answer`,
      unreached: `${server(facts, 'The mail server')} cannot be reached`,
    }),
    explanation: paragraph(
      ...say(whyTimedOut(facts), facts, {
        'made-up': madeUp,
        'refused-or-silent':
          'The server refused the connection, or did not answer: this text does not say which.',
        'neighbour-answered':
          `No answer came in ${facts.waitedSeconds} s${code(facts)}, not even a refusal, while port ` +
          `${facts.neighbour?.port} of the same host answered in ${facts.neighbour?.ms} ms.`,
        'no-reply': `The attempt to connect got no reply at all${code(facts)}, not even a refusal.`,
        dropped:
          'Often a firewall drops it, or the company that hosts this machine blocks mail ' +
          'ports (mostly 25, sometimes 465 and 587).',
        'dropped-port':
          'So the machine is there, and often a firewall drops what goes to this port.',
        'dropped-inside': 'Often a firewall drops it, or no machine has this address.',
        'others-answer': othersAnswer,
      }),
    ),
    nextSteps: say(stepsOfTimedOut(facts), facts, {
      'pass-proxy': passProxy,
      'check-server': 'Check host and port in SMTP_URI',
      'other-port':
        'Try another port that your mail provider names: 465 with smtps://, 587 or 2525 with smtp://',
      'ask-hoster':
        'Ask the company that hosts this machine whether it blocks outgoing mail ports, and ' +
        'to open them',
      'let-out': 'Check that the firewall or security group of this machine lets connections out',
      'from-elsewhere':
        'Try again later, and from another network: the server may be down, or turn away the address of this one',
    }),
  }),
  'network-unreachable': (facts) => ({
    title: `This machine has no route to ${server(facts)}`,
    explanation: paragraph(
      ...say(whyUnreachable(facts), facts, {
        'made-up': madeUp,
        'no-route': `The system does not know how to reach the address of the mail server${code(facts)}.`,
        'lacks-ipv4':
          'The mail server has to be reached over IPv4, and the machine or container that sends has no network with IPv4.',
        'lacks-ipv6':
          'The mail server has to be reached over IPv6, and the machine or container that sends has no network with IPv6.',
        'only-ipv6': 'Only IPv6 addresses were tried, and this machine may not have IPv6.',
        down: 'Perhaps no machine has this address, or the network to it is down.',
        'down-or-ipv6':
          'The network may be down, or the address is IPv6 and this machine has no IPv6.',
      }),
    ),
    nextSteps: say(stepsOfUnreachable(facts), facts, {
      'pass-proxy': passProxy,
      'check-address': 'Check that the mail server is running, and that this is its address',
      'check-online': 'Check that this machine is online: `ping 1.1.1.1`',
      'give-ipv4':
        "Give it a network with IPv4: Tailchat's container has none under network_mode: none, or in a network with IPv6 alone",
      'switch-on-ipv6':
        'Switch on IPv6 for this machine or for Docker, or use a mail server that has an IPv4 ' +
        'address',
      'check-vpn': 'Check VPN and firewall if the mail server is in a private network',
    }),
  }),
  'server-silent': (facts) => ({
    title: `${server(facts, 'The mail server')} accepts the connection and then says nothing`,
    explanation: paragraph(
      ...say(whySilent(facts), facts, {
        greeting: `A mail server speaks first, with a greeting. None came${within(facts)}${code(facts)}.`,
        tls: `With smtps://, the client begins TLS and the server answers. No answer came${within(facts)}.`,
        'made-up': madeUp,
      }),
    ),
    nextSteps: say(stepsOfSilent(facts), facts, {
      'pass-proxy': passProxy,
      'tls-port':
        'Check the port: smtps:// belongs to 465; the ports 587, 25 and 2525 want smtp://',
      'tls-scheme':
        'Write smtps:// instead of smtp:// if the port is 465: this port waits silently for TLS',
      'check-server': 'Check that the host and port in SMTP_URI belong to a mail server',
      'look-between': 'Look for a firewall, virus scanner or proxy in between',
      'more-patience': MORE_PATIENCE,
    }),
  }),
  'connection-closed': (facts) => ({
    title: `${server(facts, 'The mail server')} hung up ${tell(timeOfClosing(facts), {
      'in-reply': 'in the middle of a reply',
      'in-conversation': 'in the middle of the conversation',
      'at-once': 'without a word',
    })}`,
    explanation: paragraph(
      ...say(whyClosed(facts), facts, {
        'no-reason': `The other side ended the connection and gave no reason${code(facts)}.`,
        begun,
        'made-up': madeUp,
      }),
    ),
    nextSteps: say(stepsOfClosed(facts), facts, {
      'pass-proxy': passProxy,
      'scheme-and-port': SCHEME_AND_PORT,
      later:
        'Try again in a few minutes: some servers hang up after too many ' +
        'connections (--wait 120)',
      'look-for-mail':
        'Look whether the mail has arrived before you try again: the server may have taken it',
      'look-into-log':
        "Look into the mail server's log, or ask whoever runs it, why it ended the conversation at this step",
      'check-access': "Check whether the server accepts connections from this machine's address",
      'show-conversation': SHOW_CONVERSATION,
    }),
  }),
  timeout: (facts) => ({
    title: `The conversation with ${server(facts)} stopped half-way`,
    explanation: paragraph(
      ...say(whyStopped(facts), facts, {
        'began-a-reply': `The server began a reply and did not finish it${within(facts)}.`,
        begun,
        'nothing-more': `The server answered at first. Nothing more came${within(facts)}${code(facts)}.`,
      }),
    ),
    nextSteps: say(stepsOfStopped(facts), facts, {
      'more-patience': MORE_PATIENCE,
      'show-conversation': SHOW_CONVERSATION,
      'look-between': 'Look for a firewall, VPN or proxy that blocks part of the traffic',
    }),
  }),
} satisfies Pick<
  CauseTexts,
  | 'connection-refused'
  | 'connection-timeout'
  | 'network-unreachable'
  | 'server-silent'
  | 'connection-closed'
  | 'timeout'
>;
