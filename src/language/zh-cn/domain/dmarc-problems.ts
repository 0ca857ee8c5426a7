import type { DmarcProblem } from '../../../report/domain-finding.js';
import type { FactsOf, FindingWords } from '../../domain-texts.js';
import { worthOf } from '../../plans/domain.js';
import { tell } from '../../plans/plan.js';

/** What is wrong with a DMARC record, and what receivers make of it. */
export function dmarcProblem({ domain, problem, policy }: FactsOf<'dmarc-invalid'>): FindingWords {
  const counts = tell(worthOf(policy), {
    nothing: '按 RFC 9989，这条记录等于没有',
    'a-policy': `按 RFC 9989，由于它要求发送报告，会被当作 p=${policy}`,
  });
  return tell<DmarcProblem, FindingWords>(problem, {
    'no-policy': {
      title: `${domain} 的 DMARC 记录没有可用的 p=`,
      explanation: `${counts}${tell(worthOf(policy), { nothing: '', 'a-policy': '；有的收件方会忽略整条记录' })}。`,
      nextSteps: ['在 v=DMARC1; 之后写上 p=none、p=quarantine 或 p=reject。'],
    },
    'bad-subdomain-policy': ({ tag }) => ({
      title: `${domain} 的 DMARC 记录中 ${tag}= 的值不对`,
      explanation: `${counts}；有的收件方只忽略 ${tag}=。`,
      nextSteps: [`${tag}= 只能是 none、quarantine 或 reject，也可以不写。`],
    }),
    repeated: ({ tag }) => ({
      title: `${domain} 的 DMARC 记录中 ${tag}= 出现了两次`,
      explanation: '有的收件方取最后一个，有的忽略整条记录。',
      nextSteps: ['保留需要的那个，删除另一个。'],
    }),
    'bad-beginning': {
      title: `${domain} 的 DMARC 记录不是以 v=DMARC1; 开头`,
      explanation: '大多数收件方会忽略它，也有的照样读取。',
      nextSteps: [
        '记录必须以 v=DMARC1; 开头，写法完全一致，前面没有任何字符，也不带引号和反斜杠。',
      ],
    },
    'bad-value': ({ tag }) => ({
      title: `${domain} 的 DMARC 记录中 ${tag}= 的值不对`,
      explanation: `有的收件方忽略 ${tag}=，有的忽略整条记录。`,
      nextSteps: [`改正 ${tag}=，或者删掉它。`],
    }),
    'odd-spelling': {
      title: `不同收件方对 ${domain} 的 DMARC 记录读法不一`,
      explanation: '记录里有大写字母、空格或空的部分，有些收件方不接受。',
      nextSteps: [
        '照 v=DMARC1; p=none 的样子写：v=DMARC1; 里没有空格，标签用小写，各部分之间只用一个分号。',
      ],
    },
  });
}
