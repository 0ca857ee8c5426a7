import type { DkimKeyProblem, SpfProblem, SpfSyntaxError } from '../../../report/domain-finding.js';

/** `a, b, and c`. */
export const list = (items: readonly string[]) =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format(items);

/** A policy, or that there is none. */
export const quoted = (policy: string | null) => (policy === null ? 'none at all' : `p=${policy}`);

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
  switch (problem.kind) {
    case 'too-many-lookups':
      return 'It needs more than ten DNS look-ups.';
    case 'too-many-void-lookups':
      return 'More than two of its terms lead to names that do not exist.';
    case 'too-many-names':
      return `${problem.domain} has more than ten MX hosts.`;
    case 'no-record':
      return `It includes ${problem.domain}, which has no SPF record.`;
    case 'loop':
      return `The record of ${problem.domain} leads back to itself, and that never ends.`;
    case 'several-records':
      return `It includes ${problem.domain}, which has ${problem.records.length} SPF records.`;
    case 'syntax':
      return `${syntaxProblems[problem.error.problem]}: ${problem.error.term} (record of ${problem.domain}).`;
    case 'dns-error':
      return `No answer about ${problem.name} (${problem.code}).`;
    case 'unaskable':
      return `The name ${problem.name} cannot be asked for.`;
  }
}

const syntaxProblems: Readonly<Record<SpfSyntaxError['problem'], string>> = {
  'unknown-term': 'It has a term that SPF does not know',
  'bad-term': 'It has a term that is written wrongly',
  'bad-address': 'It has an address that is none',
  'bad-prefix': 'It has a prefix length that is none',
  'bad-domain': 'It has a domain name that is none',
  repeated: 'It has a term twice that may stand once',
};
