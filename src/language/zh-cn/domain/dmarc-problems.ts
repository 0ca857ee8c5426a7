import type { FactsOf, FindingWords } from '../../domain-texts.js';

/** DMARC 记录的问题，以及收件方会如何理解。 */
export function dmarcProblem({ domain, problem, policy }: FactsOf<'dmarc-invalid'>): FindingWords {
  const counts =
    policy === null
      ? '按 RFC 9989，这条记录等于没有'
      : `按 RFC 9989，由于它要求发送报告，会被当作 p=${policy}`;
  switch (problem.kind) {
    case 'no-policy':
      return {
        title: `${domain} 的 DMARC 记录没有可用的 p=`,
        explanation: `${counts}${policy === null ? '' : '；有的收件方会忽略整条记录'}。`,
        nextSteps: ['在 v=DMARC1; 之后写上 p=none、p=quarantine 或 p=reject。'],
      };
    case 'bad-subdomain-policy':
      return {
        title: `${domain} 的 DMARC 记录中 ${problem.tag}= 的值不对`,
        explanation: `${counts}；有的收件方只忽略 ${problem.tag}=。`,
        nextSteps: [`${problem.tag}= 只能是 none、quarantine 或 reject，也可以不写。`],
      };
    case 'repeated':
      return {
        title: `${domain} 的 DMARC 记录中 ${problem.tag}= 出现了两次`,
        explanation: '有的收件方取最后一个，有的忽略整条记录。',
        nextSteps: ['保留需要的那个，删除另一个。'],
      };
    case 'bad-beginning':
      return {
        title: `${domain} 的 DMARC 记录不是以 v=DMARC1; 开头`,
        explanation: '大多数收件方会忽略它，也有的照样读取。',
        nextSteps: [
          '记录必须以 v=DMARC1; 开头，写法完全一致，前面没有任何字符，也不带引号和反斜杠。',
        ],
      };
    case 'bad-value':
      return {
        title: `${domain} 的 DMARC 记录中 ${problem.tag}= 的值不对`,
        explanation: `有的收件方忽略 ${problem.tag}=，有的忽略整条记录。`,
        nextSteps: [`改正 ${problem.tag}=，或者删掉它。`],
      };
    case 'odd-spelling':
      return {
        title: `不同收件方对 ${domain} 的 DMARC 记录读法不一`,
        explanation: '记录里有大写字母、空格或空的部分，有些收件方不接受。',
        nextSteps: [
          '照 v=DMARC1; p=none 的样子写：v=DMARC1; 里没有空格，标签用小写，各部分之间只用一个分号。',
        ],
      };
  }
}
