import type { DmarcProblem } from '../../../report/domain-finding.js';
import type { FactsOf, FindingWords } from '../../domain-texts.js';
import { worthOf } from '../../plans/domain.js';
import { tell } from '../../plans/plan.js';

/** What is wrong with a DMARC record, and what receivers make of it. */
export function dmarcProblem({ domain, problem, policy }: FactsOf<'dmarc-invalid'>): FindingWords {
  const counts = tell(worthOf(policy), {
    nothing: 'Under RFC 9989, receivers then ignore the record',
    'a-policy': `Under RFC 9989, receivers then treat it as p=${policy}, because it asks for reports`,
  });
  return tell<DmarcProblem, FindingWords>(problem, {
    'no-policy': {
      title: `The DMARC record of ${domain} has no usable p=`,
      explanation: `${counts}${tell(worthOf(policy), { nothing: '', 'a-policy': '; some receivers ignore the whole record' })}.`,
      nextSteps: ['Write p=none, p=quarantine or p=reject right after v=DMARC1;'],
    },
    'bad-subdomain-policy': ({ tag }) => ({
      title: `The DMARC record of ${domain} has a wrong ${tag}=`,
      explanation: `${counts}; some receivers ignore only ${tag}=.`,
      nextSteps: [`Write none, quarantine or reject after ${tag}=, or leave it out.`],
    }),
    repeated: ({ tag }) => ({
      title: `The DMARC record of ${domain} has ${tag}= twice`,
      explanation: 'Some receivers use the last one; others ignore the whole record.',
      nextSteps: ['Keep the one that you mean, and delete the other.'],
    }),
    'bad-beginning': {
      title: `The DMARC record of ${domain} does not begin with v=DMARC1;`,
      explanation: 'Most receivers ignore it; some read it anyway.',
      nextSteps: [
        'Begin it with exactly v=DMARC1; with nothing before it, and no quotation marks or backslashes.',
      ],
    },
    'bad-value': ({ tag }) => ({
      title: `The DMARC record of ${domain} has a wrong ${tag}=`,
      explanation: `Some receivers ignore ${tag}=; others ignore the whole record.`,
      nextSteps: [`Correct ${tag}=, or leave it out.`],
    }),
    'odd-spelling': {
      title: `Receivers may read the DMARC record of ${domain} differently`,
      explanation: 'It has capital letters, spaces or empty parts that some of them do not accept.',
      nextSteps: [
        'Write it in the form v=DMARC1; p=none: no spaces inside v=DMARC1, tags in lower case, and one semicolon between the parts.',
      ],
    },
  });
}
