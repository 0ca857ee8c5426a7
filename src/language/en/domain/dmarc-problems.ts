import type { FactsOf, FindingWords } from '../../domain-texts.js';

/** What is wrong with a DMARC record, and what receivers make of it. */
export function dmarcProblem({ domain, problem, policy }: FactsOf<'dmarc-invalid'>): FindingWords {
  const counts =
    policy === null
      ? 'By RFC 9989 the record then counts for nothing'
      : `By RFC 9989 it then counts as p=${policy}, since it asks for reports`;
  switch (problem.kind) {
    case 'no-policy':
      return {
        title: `The DMARC record of ${domain} has no usable p=`,
        explanation: `${counts}${policy === null ? '' : '; some receivers pass over it'}.`,
        nextSteps: ['Write p=none, p=quarantine or p=reject right behind v=DMARC1;'],
      };
    case 'bad-subdomain-policy':
      return {
        title: `The DMARC record of ${domain} has a wrong ${problem.tag}=`,
        explanation: `${counts}; some receivers pass over ${problem.tag}= alone.`,
        nextSteps: [`Write none, quarantine or reject behind ${problem.tag}=, or leave it out.`],
      };
    case 'repeated':
      return {
        title: `The DMARC record of ${domain} has ${problem.tag}= twice`,
        explanation: 'Some receivers take the last one, others pass over the whole record.',
        nextSteps: ['Keep the one that you mean, and delete the other.'],
      };
    case 'bad-beginning':
      return {
        title: `The DMARC record of ${domain} does not begin with v=DMARC1;`,
        explanation: 'Most receivers pass over it; some read it all the same.',
        nextSteps: [
          'Let it begin with v=DMARC1; in just this spelling, with nothing before it, and without quotation marks and backslashes.',
        ],
      };
    case 'bad-value':
      return {
        title: `The DMARC record of ${domain} has a wrong ${problem.tag}=`,
        explanation: `Some receivers pass over ${problem.tag}=, others over the whole record.`,
        nextSteps: [`Correct ${problem.tag}=, or leave it out.`],
      };
    case 'odd-spelling':
      return {
        title: `Not every receiver reads the DMARC record of ${domain} alike`,
        explanation: 'It has capitals, blanks or empty parts where some of them expect none.',
        nextSteps: [
          'Write it as v=DMARC1; p=none is written: nothing within v=DMARC1; but these letters, tags in small ones, one semicolon between the parts.',
        ],
      };
  }
}
