import type { DkimKeyProblem, SpfProblem, SpfSyntaxError } from '../../../report/domain-finding.js';
import { known, tell } from '../../plans/plan.js';

/** `a, b, and c`. */
export const list = (items: readonly string[]) =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format(items);

/** A policy, or that there is none. */
export const quoted = (policy: string | null) => known(policy, (one) => `p=${one}`, 'none at all');

/** What is wrong with a DKIM key. */
export const dkimProblems: Readonly<Record<DkimKeyProblem, string>> = {
  'no-tags': 'The text at this name is no DKIM record.',
  'wrong-version': 'It must begin with v=DKIM1.',
  'unknown-key-type': 'k= must be rsa or ed25519.',
  'no-key': 'The part p= with the key is missing.',
  revoked: 'The part p= is empty.',
  'not-base64':
    'The key holds characters that no key has, such as quotation marks or spaces that were typed in.',
  'not-a-key': 'What stands in p= is no whole key: it was cut off or changed on the way.',
  'too-short': 'The key has less than 1024 bits, and receivers must not take it (RFC 8301).',
  'not-for-mail': 's= says that it is not for mail.',
  quoted: 'There are quotation marks in the text: they belong to the DNS panel, not to the record.',
  'several-records':
    'There is more than one record at this name, as when a long key was split into records: which one counts, nobody knows.',
};

/** What is wrong with an SPF record. */
export function spfProblem(problem: SpfProblem): string {
  return tell(problem, {
    'too-many-lookups': 'It needs more than ten DNS look-ups.',
    'too-many-void-lookups': 'More than two of its terms lead to names that do not exist.',
    'too-many-names': ({ domain }) => `${domain} has more than ten MX hosts.`,
    'no-record': ({ domain }) => `It leads to ${domain}, which has no SPF record.`,
    loop: ({ domain }) => `The record of ${domain} leads back to itself, and that never ends.`,
    'several-records': ({ domain, records }) =>
      `It includes ${domain}, which has ${records.length} SPF records.`,
    syntax: ({ domain, error }) =>
      `${syntaxProblems[error.problem]}: ${error.term} (record of ${domain}).`,
    'dns-error': ({ name, code }) => `No answer about ${name} (${code}).`,
    unaskable: ({ name }) => `The name ${name} cannot be asked for.`,
  });
}

const syntaxProblems: Readonly<Record<SpfSyntaxError['problem'], string>> = {
  'unknown-term': 'It has a term that SPF does not know',
  'bad-term': 'It has a term that is written wrongly',
  'bad-address': 'It has an address that is none',
  'bad-prefix': 'It has a prefix length that is none',
  'bad-domain': 'It has a domain name that is none',
  repeated: 'It has a term twice that may stand once',
};
