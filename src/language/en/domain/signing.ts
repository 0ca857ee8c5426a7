import type { DkimKeyProblem, DmarcPolicy } from '../../../report/domain-finding.js';
import type { FindingTexts } from '../../domain-texts.js';
import { dmarcProblem } from './dmarc-problems.js';
import { dkimProblems, list, quoted } from './words.js';

const policyWords = (policy: DmarcPolicy | null) =>
  policy === 'reject'
    ? 'refuse such mail'
    : policy === 'quarantine'
      ? 'put such mail into the spam folder'
      : 'decide for themselves; Gmail and others put such mail into spam or refuse it';

const COPY_AGAIN =
  'Copy the record from your provider again, whole, without quotation marks and line breaks.';
const dkimSteps: Partial<Record<DkimKeyProblem, string>> = {
  'too-short':
    'Create a key of 2048 bits in your provider’s settings, and add the record that it shows.',
  'several-records':
    'Delete them, and write the whole key into one record: the panel splits it by itself, or takes several strings in quotation marks.',
};

/** Keys of DKIM, and the policy of DMARC. */
export const signing = {
  'dkim-found': ({ selectors, shortest }) => ({
    title: `DKIM key found: ${list(selectors)}${shortest === null ? '' : ` (${shortest} bits)`}`,
    explanation:
      shortest !== null && shortest < 2048
        ? 'Receivers still take a key of this length; 2048 bits are advised (RFC 8301).'
        : 'Receivers can check a signature made with it.',
    nextSteps: [],
  }),
  'dkim-key-missing': ({ domain, selector, isGiven }) => ({
    title: `There is no DKIM key at ${selector}._domainkey.${domain}`,
    explanation: isGiven
      ? 'Signatures with this selector cannot be checked and count for nothing.'
      : 'Your provider signs with this selector: without the key, its signatures count for nothing.',
    nextSteps: [
      'Switch on DKIM for the domain in your provider’s settings, and add the record that it shows.',
      'In DNS panels that add the domain by themselves, write the name without it.',
    ],
  }),
  'dkim-key-revoked': ({ selector }) => ({
    title: `The DKIM key "${selector}" has been withdrawn (p= is empty)`,
    explanation: 'Receivers refuse every signature made with it.',
    nextSteps: ['Create a new key in your provider’s settings, and add the record that it shows.'],
  }),
  'dkim-key-malformed': ({ selector, problem }) => ({
    title: `The DKIM key "${selector}" cannot be used`,
    explanation: dkimProblems[problem],
    nextSteps: [dkimSteps[problem] ?? COPY_AGAIN],
  }),
  'dkim-unknown': ({ domain, hasKeys }) => ({
    title:
      hasKeys === false
        ? `${domain} publishes no DKIM key`
        : 'Which DKIM key your mail is signed with is not known',
    explanation:
      hasKeys === false
        ? `There is no name below _domainkey.${domain}, so no signature in the name of this domain can be checked.`
        : 'The selector stands only in a mail that was sent: it cannot be guessed.',
    nextSteps:
      hasKeys === false
        ? [
            'Switch on DKIM for the domain in your provider’s settings, and add the record that it shows.',
          ]
        : [
            'Open a mail that arrived, show its source, find s= in DKIM-Signature, and give it: --selector <s>',
          ],
  }),
  'dmarc-found': ({ domain, at, policy }) => ({
    title: `DMARC policy of ${domain}: ${policy}`,
    explanation:
      at === domain
        ? 'The record is well formed.'
        : `It comes from ${at}, the domain of the organisation.`,
    nextSteps: [],
  }),
  'dmarc-missing': ({ domain }) => ({
    title: `${domain} has no DMARC record`,
    explanation:
      'Gmail and Yahoo ask for one from everybody who sends much, and trust a domain more that has one.',
    nextSteps: ['Add one that asks for nothing at first: p=none.'],
  }),
  'dmarc-invalid': (facts) => dmarcProblem(facts),
  'dmarc-multiple': ({ domain, count }) => ({
    title: `${domain} has ${count} DMARC records`,
    explanation: 'With more than one, none of them counts (RFC 9989).',
    nextSteps: ['Keep one of them, and delete the others.'],
  }),
  'dmarc-misaligned': ({ domain, policy, reason }) => {
    if (reason.by === 'free-mail') {
      const by = reason.through ?? 'another server';
      return {
        title: `A sender in ${domain} cannot go through ${by}`,
        explanation: `Only ${reason.owner} can send for ${domain}: through ${by}, neither SPF nor DKIM agrees with the sender. Receivers ${policyWords(policy)}.`,
        nextSteps: [
          `Send through ${reason.owner} itself, with the account of that address, or`,
          'use a sender in a domain of your own that is set up with the provider of SMTP_URI.',
        ],
      };
    }
    const isProvider = reason.by === 'provider';
    return {
      title: `Neither SPF nor DKIM will agree with ${domain}`,
      explanation: `${
        isProvider
          ? `${reason.provider} sends with an envelope sender of its own, and no DKIM key of ${domain} is known.`
          : 'The SPF record does not let your mail through, and there is no DKIM key for it.'
      } Receivers ${policyWords(policy)}.`,
      nextSteps: isProvider
        ? [`Verify ${domain} with ${reason.provider}, and add the DKIM records that it shows.`]
        : ['Repair SPF or DKIM as said above: one of the two is enough.'],
    };
  },
  'readers-differ': ({ domain, treePolicy, listPolicy }) => ({
    title: `Receivers find different DMARC policies for ${domain}`,
    explanation: `Those that walk up the tree (RFC 9989) find ${quoted(treePolicy)}; those that use the list of public suffixes (RFC 7489) find ${quoted(listPolicy)}.`,
    nextSteps: [`Put a DMARC record at _dmarc.${domain} itself: then all read the same.`],
  }),
} satisfies Partial<FindingTexts>;
