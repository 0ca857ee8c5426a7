import type { SpfProblem } from '../../../report/domain-finding.js';
import type { FindingTexts } from '../../domain-texts.js';
import {
  mendMx,
  repairFor,
  shareCovered,
  unusableShown,
  wayToDomain,
  whereMeant,
  whomFaultMeets,
  whomRecordLeavesOut,
  whoseRecordCounts,
} from '../../plans/domain.js';
import { known, tell } from '../../plans/plan.js';
import { list, spfProblem } from './words.js';

const through = (provider: string | null) => provider ?? 'the server that sends your mail';

const FAULT = {
  everybody: 'Receivers treat such a record as an error.',
  others:
    'Your mail passes before receivers reach it; to mail that no term before it matches, the record is an error.',
};

/** Whether the domain exists, takes mail, and lets the provider send for it. */
export const sending = {
  'domain-found': ({ domain }) => ({
    title: `${domain} exists`,
    explanation: `DNS knows ${domain}.`,
    nextSteps: [],
  }),
  'domain-unknown': ({ domain }) => ({
    title: `DNS does not know ${domain}`,
    explanation:
      'Most receivers refuse mail from a domain that does not exist, and nobody can reply to it.',
    nextSteps: [
      'Check the spelling of the domain in SMTP_SENDER.',
      'If it is right, check that the domain is still registered and has name servers.',
    ],
  }),
  'mx-found': ({ exchanges }) => ({
    title: `Mail to this domain goes to ${list(exchanges.slice(0, 3))}`,
    explanation: 'Replies and bounces can reach it.',
    nextSteps: [],
  }),
  'mx-missing': (facts) => ({
    title: tell(wayToDomain(facts), {
      'null-mx': `${facts.domain} says that it takes no mail (null MX)`,
      'by-address': `${facts.domain} has no MX record`,
      nowhere: `${facts.domain} has no MX record`,
      'to-address': `The MX record of ${facts.domain} names an address, not a host: ${list(unusableShown(facts))}`,
      'to-inside': `The MX record of ${facts.domain} leads to an address that nobody outside can reach: ${list(unusableShown(facts))}`,
      'to-nothing': `The MX record of ${facts.domain} leads nowhere: DNS has no address for ${list(unusableShown(facts))}`,
    }),
    explanation: tell(wayToDomain(facts), {
      'null-mx':
        'Receivers refuse mail from a domain that takes none (RFC 7505), and bounces cannot reach you.',
      'by-address': `Mail to it goes to the address of ${facts.domain} itself. Unless a mail server listens there, bounces are lost and some receivers refuse the sender.`,
      nowhere:
        'No server takes mail for it: bounces are lost, and many receivers refuse the sender.',
      'to-address':
        'It must hold the name of a host (RFC 5321 section 5.1). Many servers send nothing to an address there: bounces are lost, and some receivers refuse the sender.',
      'to-inside':
        'The addresses that DNS gives for it belong to the machine itself or to a local network. If DNS says the same outside, bounces are lost, and many receivers refuse the sender.',
      'to-nothing':
        'No server takes mail for it: bounces are lost, and many receivers refuse the sender.',
    }),
    nextSteps: [
      tell(mendMx(facts), {
        add: `Use a sender in a domain that takes mail, or add the MX records that your mail provider names to ${facts.domain}.`,
        correct: `Use a sender in a domain that takes mail, or correct the MX records of ${facts.domain} to those that your mail provider names.`,
      }),
    ],
  }),
  'spf-covers': ({ provider }) => ({
    title: `SPF lets ${through(provider)} send`,
    explanation: known(
      provider,
      (name) => `All networks that ${name} publishes are in the record.`,
      'The addresses that your mail leaves from are in the record.',
    ),
    nextSteps: [],
  }),
  'spf-found': () => ({
    title: 'There is an SPF record, and it is well formed',
    explanation:
      'This check does not know which address your mail leaves from, so it cannot tell whether the record covers it.',
    nextSteps: [],
  }),
  'spf-open': ({ domain }) => ({
    title: `The SPF record lets everybody send as ${domain}`,
    explanation: 'Such a record protects nobody, and some receivers count it against you.',
    nextSteps: [
      'Replace +all, or the term that names all addresses (ip4:0.0.0.0/0), with ~all or -all, after the terms for the services that send for you.',
    ],
  }),
  'spf-missing': (facts) => ({
    title: tell(whereMeant(facts), {
      nowhere: `${facts.domain} has no SPF record`,
      spoilt: `The SPF record of ${facts.domain} does not begin with v=spf1 and a space, so it is none`,
      elsewhere: ({ at }) =>
        `The SPF record of ${facts.domain} stands at ${at}, where nobody looks`,
    }),
    explanation: tell(whoseRecordCounts(facts), {
      this: `Receivers cannot tell that ${through(facts.provider)} may send for ${facts.domain}. Gmail refuses mail that has neither SPF nor DKIM; others put it into spam.`,
      provider: `${through(facts.provider)} uses its own domain as the envelope sender, so receivers check its record, not this one. A record here still helps against forgers.`,
    }),
    nextSteps: [
      tell(whereMeant(facts), {
        nowhere: `Add an SPF record (type TXT) for ${facts.domain} that lists the servers that send for it.`,
        spoilt:
          'Begin it with exactly v=spf1 and a space, with nothing before it, and no quotation marks or full-width signs.',
        elsewhere: `Move it to ${facts.domain}. Many DNS panels add the domain by themselves, and take @ for the domain itself.`,
      }),
    ],
  }),
  'spf-multiple': ({ domain, count }) => ({
    title: `${domain} has ${count} SPF records`,
    explanation:
      'With more than one, none of them counts (RFC 7208 section 4.5): SPF fails for all.',
    nextSteps: ['Merge them into one record, and delete the others.'],
  }),
  'spf-invalid': ({ problem }, status) => ({
    title: tell(whomFaultMeets(status), {
      everybody: 'The SPF record cannot be used',
      others: 'The SPF record has a fault behind the term that lets your mail through',
    }),
    explanation: `${spfProblem(problem)} ${tell(whomFaultMeets(status), FAULT)}`,
    nextSteps: [repairOf(problem)],
  }),
  'spf-too-many-lookups': ({ lookups }, status) => ({
    title: `The SPF record needs ${lookups} DNS look-ups; 10 are allowed`,
    explanation: `Receivers stop after the tenth (RFC 7208 section 4.6.4). ${tell(whomFaultMeets(status), FAULT)}`,
    nextSteps: [
      'Remove the include:, a and mx terms of services that no longer send for you.',
      'Give a service that sends a lot its own subdomain, with its own record.',
    ],
  }),
  'spf-provider-missing': (facts) => ({
    title: tell(shareCovered(facts), {
      some: `The SPF record covers only some of the networks of ${facts.provider}`,
      none: `The SPF record does not let ${facts.provider} send`,
    }),
    explanation: tell(shareCovered(facts), {
      some: 'Whether a mail passes depends on which server happens to send it.',
      none: `Mail from ${facts.domain} through ${facts.provider} does not pass SPF.`,
    }),
    nextSteps: ['Make the record below the only SPF record of that name.'],
  }),
  'spf-of-others': ({ domain, provider, others, hint }) => ({
    title: `The SPF record lets only ${list(others)} send, and your mail goes through ${provider}`,
    explanation: `Which servers ${provider} sends from is not known here. Unless they are among those, mail from ${domain} does not pass SPF.`,
    nextSteps: [
      `Look up what ${provider} wants in the SPF record (include:…), and add it in front of the term "all".`,
      ...known(hint, (words) => [`${words}.`], []),
    ],
  }),
  'spf-address-missing': ({ addresses }) =>
    tell(whomRecordLeavesOut(addresses), {
      some: {
        title: `The SPF record does not let ${list(addresses)} send`,
        explanation: 'Mail that leaves from there does not pass SPF.',
        nextSteps: ['Make the record below the only SPF record of that name.'],
      },
      everybody: {
        title: 'The SPF record lets no server send',
        explanation: 'No mail from this domain passes SPF, wherever it leaves from.',
        nextSteps: [
          'Put what your mail provider names (include:…), or the address of your own server (ip4:…), in front of the term "all".',
        ],
      },
    }),
} satisfies Partial<FindingTexts>;

function repairOf(problem: SpfProblem): string {
  return tell(repairFor(problem), {
    'no-record': ({ domain }) =>
      `Remove the include: or redirect= of ${domain}, or correct its spelling.`,
    loop: ({ domain }) => `Remove the include: or redirect= that leads back to ${domain}.`,
    'several-records': ({ domain }) =>
      `The owner of ${domain} has to merge its records; until then, remove it from yours.`,
    syntax: ({ domain, error }) => `Correct the term ${error.term} in the record of ${domain}.`,
    unaskable: ({ name }) => `Write a bare domain name in the place of ${name}.`,
    'too-many-void-lookups': 'Remove the terms whose names no longer exist.',
    'fewer-terms': 'Remove the terms of services that no longer send for you.',
  });
}
