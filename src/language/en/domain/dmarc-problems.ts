import type { DmarcProblem } from '../../../report/domain-finding.js';
import type { FactsOf, FindingWords } from '../../domain-texts.js';
import { worthOf } from '../../plans/domain.js';
import { tell } from '../../plans/plan.js';

/** What is wrong with a DMARC record, and what receivers make of it. */
export function dmarcProblem({ domain, problem, policy }: FactsOf<'dmarc-invalid'>): FindingWords {
  const counts = tell(worthOf(policy), {
    nothing: 'By RFC 9989 the record then counts for nothing',
    'a-policy': `By RFC 9989 it then counts as p=${policy}, since it asks for reports`,
  });
  return tell<DmarcProblem, FindingWords>(problem, {
    'no-policy': {
      title: `The DMARC record of ${domain} has no usable p=`,
      explanation: `${counts}${tell(worthOf(policy), { nothing: '', 'a-policy': '; some receivers pass over it' })}.`,
      nextSteps: ['Write p=none, p=quarantine or p=reject right behind v=DMARC1;'],
    },
    'bad-subdomain-policy': ({ tag }) => ({
      title: `The DMARC record of ${domain} has a wrong ${tag}=`,
      explanation: `${counts}; some receivers pass over ${tag}= alone.`,
      nextSteps: [`Write none, quarantine or reject behind ${tag}=, or leave it out.`],
    }),
    repeated: ({ tag }) => ({
      title: `The DMARC record of ${domain} has ${tag}= twice`,
      explanation: 'Some receivers take the last one, others pass over the whole record.',
      nextSteps: ['Keep the one that you mean, and delete the other.'],
    }),
    'bad-beginning': {
      title: `The DMARC record of ${domain} does not begin with v=DMARC1;`,
      explanation: 'Most receivers pass over it; some read it all the same.',
      nextSteps: [
        'Let it begin with v=DMARC1; in just this spelling, with nothing before it, and without quotation marks and backslashes.',
      ],
    },
    'bad-value': ({ tag }) => ({
      title: `The DMARC record of ${domain} has a wrong ${tag}=`,
      explanation: `Some receivers pass over ${tag}=, others over the whole record.`,
      nextSteps: [`Correct ${tag}=, or leave it out.`],
    }),
    'odd-spelling': {
      title: `Not every receiver reads the DMARC record of ${domain} alike`,
      explanation: 'It has capitals, blanks or empty parts where some of them expect none.',
      nextSteps: [
        'Write it as v=DMARC1; p=none is written: nothing within v=DMARC1; but these letters, tags in small ones, one semicolon between the parts.',
      ],
    },
  });
}
