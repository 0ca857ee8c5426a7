import type { DkimKeyProblem } from '../../../report/dkim-key-problem.js';
import type { SpfProblem, SpfSyntaxError } from '../../../report/domain-finding.js';
import { known, tell } from '../../plans/plan.js';

/** `a, b, and c`. */
export const list = (items: readonly string[]) =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format(items);

/** A policy, or that there is none. */
export const quoted = (policy: string | null) => known(policy, (one) => `p=${one}`, 'none at all');

/** What is wrong with a DKIM key. */
export const dkimProblems: Readonly<Record<DkimKeyProblem, string>> = {
  'no-tags': 'The text at this name is not a DKIM record.',
  'wrong-version': 'It must begin with v=DKIM1.',
  'unknown-key-type': 'k= must be rsa or ed25519.',
  'no-key': 'The part p= with the key is missing.',
  revoked: 'The part p= is empty.',
  'not-base64':
    'The key has characters that do not belong in a key, such as quotation marks or added spaces.',
  'not-a-key': 'The key in p= is not complete: it was cut off or changed.',
  'too-short': 'The key has fewer than 1024 bits, and receivers must not accept it (RFC 8301).',
  'no-sha256':
    'h= leaves out sha256, which signatures use today: every one of them fails (RFC 8301).',
  'not-for-mail': 's= says that it is not for mail.',
  quoted: 'The text has quotation marks in it. They belong to the DNS panel, not to the record.',
  'several-records':
    'There is more than one record at this name, perhaps because a long key was split into records. It is not defined which one counts.',
};

/** What is wrong with an SPF record. */
export function spfProblem(problem: SpfProblem): string {
  return tell(problem, {
    'too-many-lookups': 'It needs more than ten DNS look-ups.',
    'too-many-void-lookups': 'More than two of its terms lead to names that do not exist.',
    'too-many-names': ({ domain }) => `${domain} has more than ten MX hosts.`,
    'no-record': ({ domain }) => `It leads to ${domain}, which has no SPF record.`,
    loop: ({ domain }) => `The record of ${domain} leads back to itself without end.`,
    'several-records': ({ domain, records }) =>
      `It includes ${domain}, which has ${records.length} SPF records.`,
    syntax: ({ domain, error }) =>
      `${syntaxProblems[error.problem]}: ${error.term} (record of ${domain}).`,
    'dns-error': ({ name, code }) => `No answer about ${name} (${code}).`,
    unaskable: ({ name }) => `DNS cannot be asked for the name ${name}.`,
  });
}

const syntaxProblems: Readonly<Record<SpfSyntaxError['problem'], string>> = {
  'unknown-term': 'It has a term that SPF does not know',
  'bad-term': 'It has a malformed term',
  'bad-address': 'It has an invalid address',
  'bad-prefix': 'It has an invalid prefix length',
  'bad-domain': 'It has an invalid domain name',
  'foreign-sign': 'It has a sign that does not belong there, such as a full-width colon',
  repeated: 'It repeats a term that may appear only once',
};
