import type { Facts } from '../../../report/facts.js';
import { SERVICE_NAME } from '../../examples.js';
import {
  kindOfUnknownHost,
  stepsOfKnownHost,
  stepsOfNoDns,
  stepsOfUnknownHost,
  whyNoDns,
  whyUnknownHost,
} from '../../plans/network.js';
import { known, say, tell } from '../../plans/plan.js';
import type { CauseText, CauseTexts } from '../../texts.js';
import { paragraph } from '../grammar.js';
import { code, ENCODING } from '../phrases.js';
import { DNS_SERVERS, JOIN_NETWORK } from './dns-steps.js';

/** A name that nobody knows. */
function unknownHost(facts: Facts): CauseText {
  return {
    title: known(
      facts.host,
      (host) => `The name ${host} does not exist`,
      "The mail server's name does not exist",
    ),
    explanation: paragraph(
      ...say(whyUnknownHost(facts), facts, {
        unknown: `DNS does not know this name${code(facts)}, so there is nothing to connect to.`,
        hidden:
          'It is not shown, because it may be the end of a password: what follows the last @ counts as the host.',
      }),
    ),
    nextSteps: say(stepsOfUnknownHost(facts), facts, {
      ...JOIN_NETWORK,
      meant: ({ host, meantHost }) =>
        `Write ${meantHost} instead of ${host}, if you mean that server`,
      'encode-at': `If the password has an @, percent-encode it, and add the host if it is missing: ${ENCODING}`,
      compare:
        "Compare the host in SMTP_URI with your mail provider's help pages, letter by letter",
      encode: `Percent-encode the password if the name above is part of your login: ${ENCODING}`,
      'compare-services': `If it is the name of a Service in the cluster, compare it with kubectl get services -A; from another namespace it is ${SERVICE_NAME}`,
      'run-in-network':
        'Run the check where Tailchat runs if it is the name of a container: only containers in the same Docker network know it',
      'run-in-pod': 'Check from the pod itself: tailchat smtp verify --in kubernetes:deploy/NAME',
    }),
  };
}

/** A name that others know, and the DNS of this machine does not. */
function knownHost(facts: Facts): CauseText {
  return {
    title: `DNS on this machine cannot find ${facts.host}`,
    explanation: paragraph(
      `This is a server of ${facts.provider?.name}: the name is right,`,
      `but the DNS server of this machine does not know it${code(facts)}.`,
    ),
    nextSteps: say(stepsOfKnownHost(facts), facts, {
      'look-up': `Run \`nslookup ${facts.host}\` on this machine to see what its DNS says`,
      ...DNS_SERVERS,
      'ask-about-blocking': 'Ask whoever runs this network whether it blocks names of mail servers',
    }),
  };
}

/** The texts of the causes that lie in the DNS. */
export const dns = {
  'host-not-found': (facts) =>
    tell(kindOfUnknownHost(facts), {
      'known-elsewhere': knownHost(facts),
      unknown: unknownHost(facts),
    }),
  'dns-unavailable': (facts) => ({
    title: `DNS gives no answer${known(facts.host, (host) => ` about ${host}`)}`,
    explanation: paragraph(
      ...say(whyNoDns(facts), facts, {
        'could-not-ask': `This machine could not look up the address of the mail server${code(facts)}.`,
        'name-may-be-right': 'The name itself may be right.',
        'hosts-do-not-help':
          'Tailchat asks the DNS server first: as long as that refuses, a line in /etc/hosts does not help.',
      }),
    ),
    nextSteps: say(stepsOfNoDns(facts), facts, {
      ...JOIN_NETWORK,
      later: 'Try again in a minute, or let the check go on trying: tailchat smtp verify --wait 60',
      'look-up':
        `Run \`nslookup ${facts.host ?? 'smtp.example.org'}\` on this machine to see whether ` +
        'DNS works at all',
      ...DNS_SERVERS,
    }),
  }),
} satisfies Pick<CauseTexts, 'host-not-found' | 'dns-unavailable'>;
