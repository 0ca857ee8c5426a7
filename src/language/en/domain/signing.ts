import type { DkimKeyProblem } from '../../../report/dkim-key-problem.js';
import type { Misalignment } from '../../../report/domain-finding.js';
import type { FactsOf, FindingTexts, FindingWords } from '../../domain-texts.js';
import {
  keysOf,
  strengthOf,
  treatment,
  whoNamesSelector,
  whosePolicy,
} from '../../plans/domain.js';
import { known, tell } from '../../plans/plan.js';
import { dmarcProblem } from './dmarc-problems.js';
import { dkimProblems, list, quoted } from './words.js';

const policyWords = (facts: FactsOf<'dmarc-misaligned'>) =>
  tell(treatment(facts), {
    refuse: 'refuse such mail',
    'refuse-or-spam': 'refuse such mail or put it into the spam folder',
    spam: 'put such mail into the spam folder',
    'of-their-own': 'decide for themselves; Gmail and others put such mail into spam or refuse it',
  });

/** Where the mail is signed: not everybody has a provider. */
const WHERE_SIGNED =
  'in your provider’s settings, or with OpenDKIM or rspamd on a server of your own, and add the record that it gives.';
const SWITCH_ON_DKIM = `Switch on DKIM for the domain ${WHERE_SIGNED}`;
const COPY_AGAIN =
  'Copy the whole record from your provider again, without quotation marks or line breaks.';
const dkimSteps: Partial<Record<DkimKeyProblem, string>> = {
  'too-short': `Create a key of 2048 bits ${WHERE_SIGNED}`,
  'no-sha256': 'Remove h= from the record, or write h=sha256.',
  'not-for-mail': 'Remove s= from the record, or write s=email.',
  'several-records':
    'Delete them, and write the whole key into one record: the panel splits it by itself, or takes several strings in quotation marks.',
};

/** Keys of DKIM, and the policy of DMARC. */
export const signing = {
  'dkim-found': ({ selectors, shortest }) => ({
    title: `DKIM key found: ${list(selectors)}${known(shortest, (bits) => ` (${bits} bits)`)}`,
    explanation: tell(strengthOf(shortest), {
      short: 'Receivers still accept a key of this length; 2048 bits are advised (RFC 8301).',
      good: 'Receivers can check a signature made with it.',
    }),
    nextSteps: [],
  }),
  'dkim-key-missing': (facts) => ({
    title: `There is no DKIM key at ${facts.selector}._domainkey.${facts.domain}`,
    explanation: tell(whoNamesSelector(facts), {
      person: 'Signatures with this selector cannot be checked and count for nothing.',
      provider:
        'Your provider signs with this selector: without the key, its signatures count for nothing.',
    }),
    nextSteps: [
      SWITCH_ON_DKIM,
      'If the DNS panel adds the domain by itself, leave the domain out of the name.',
    ],
  }),
  'dkim-key-revoked': ({ selector }) => ({
    title: `The DKIM key "${selector}" has been withdrawn (p= is empty)`,
    explanation: 'Receivers refuse every signature made with it.',
    nextSteps: [`Create a new key ${WHERE_SIGNED}`],
  }),
  'dkim-key-malformed': ({ selector, problem }) => ({
    title: `The DKIM key "${selector}" cannot be used`,
    explanation: dkimProblems[problem],
    nextSteps: [known(dkimSteps[problem], (step) => step, COPY_AGAIN)],
  }),
  'dkim-unknown': (facts) =>
    tell(keysOf(facts), {
      none: {
        title: `${facts.domain} publishes no DKIM key`,
        explanation: `There is no name below _domainkey.${facts.domain}, so no signature in the name of this domain can be checked.`,
        nextSteps: [SWITCH_ON_DKIM],
      },
      unknown: {
        title: 'It is not known which DKIM key signs your mail',
        explanation: 'Only a mail that was sent names the selector; it cannot be guessed.',
        nextSteps: [
          'Open a mail that arrived, show its source, find s= in DKIM-Signature, and give it: --selector <s>',
        ],
      },
    }),
  'dmarc-found': (facts) => ({
    title: `DMARC policy of ${facts.domain}: ${facts.policy}`,
    explanation: tell(whosePolicy(facts), {
      own: 'The record is well formed.',
      'from-above': `It comes from ${facts.at}, a domain above.`,
    }),
    nextSteps: [],
  }),
  'dmarc-missing': ({ domain, meantAt }) => ({
    title: known(
      meantAt,
      (at) => `The DMARC record of ${domain} stands at ${at}, where nobody looks`,
      `${domain} has no DMARC record`,
    ),
    explanation:
      'Gmail and Yahoo require one from everybody who sends a lot, and a domain with one is trusted more.',
    nextSteps: [
      known(
        meantAt,
        (at) =>
          `Move it from ${at} to _dmarc.${domain}. Many DNS panels add the domain by themselves: there the name is _dmarc.`,
        'Add one that asks for nothing at first: p=none.',
      ),
    ],
  }),
  'dmarc-invalid': (facts) => dmarcProblem(facts),
  'dmarc-multiple': ({ domain, count }) => ({
    title: `${domain} has ${count} DMARC records`,
    explanation: 'With more than one, none of them counts (RFC 9989).',
    nextSteps: ['Keep one of them, and delete the others.'],
  }),
  'dmarc-misaligned': (facts) =>
    tell<Misalignment<string>, FindingWords>(facts.reason, {
      'free-mail': ({ owner, through }) => {
        const by = through ?? 'another server';
        return {
          title: `A sender in ${facts.domain} cannot go through ${by}`,
          explanation: `Only ${owner} can send for ${facts.domain}: through ${by}, neither SPF nor DKIM agrees with the sender. Receivers ${policyWords(facts)}.`,
          nextSteps: [
            `Send through ${owner} itself, with the account of that address, or`,
            'use a sender in a domain of your own that is set up with the provider of SMTP_URI.',
          ],
        };
      },
      login: ({ loginDomain, through }) => ({
        title: `A login at ${loginDomain} cannot send for ${facts.domain}`,
        explanation: `${through} takes mail from the account's own address alone, or puts that in place of the sender. No record in DNS changes that, and one that lets ${through} send would let everybody with an account there pass.`,
        nextSteps: [
          `Use the address of the login as SMTP_SENDER, or`,
          `send through a provider, or a product for companies, where ${facts.domain} is set up.`,
        ],
      }),
      provider: ({ provider }) => ({
        title: `Neither SPF nor DKIM will agree with ${facts.domain}`,
        explanation: `${provider} sends with an envelope sender of its own, and no DKIM key of ${facts.domain} is known. Receivers ${policyWords(facts)}.`,
        nextSteps: [
          `Verify ${facts.domain} with ${provider}, and add the DKIM records that it shows.`,
        ],
      }),
      records: {
        title: `Neither SPF nor DKIM will agree with ${facts.domain}`,
        explanation: `The SPF record does not let your mail through, and there is no DKIM key for it. Receivers ${policyWords(facts)}.`,
        nextSteps: ['Repair SPF or DKIM as said above: one of the two is enough.'],
      },
    }),
  'readers-differ': ({ domain, treePolicy, listPolicy }) => ({
    title: `Receivers find different DMARC policies for ${domain}`,
    explanation: `Those that walk up the tree (RFC 9989) find ${quoted(treePolicy)}; those that use the list of public suffixes (RFC 7489) find ${quoted(listPolicy)}.`,
    nextSteps: [
      `Put a DMARC record at _dmarc.${domain} itself: then all receivers read the same record.`,
    ],
  }),
} satisfies Partial<FindingTexts>;
