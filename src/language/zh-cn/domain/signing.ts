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
    refuse: '会拒收这类邮件',
    'refuse-or-spam': '会拒收这类邮件，或放进垃圾邮件文件夹',
    spam: '会把这类邮件放进垃圾邮件文件夹',
    'of-their-own': '自行决定如何处理；Gmail 等会放进垃圾邮件文件夹或拒收',
  });

/** Where the mail is signed: not everybody has a provider. */
const WHERE_SIGNED = '在服务商的设置中（自建邮件服务器则用 OpenDKIM 或 rspamd）';
const SWITCH_ON_DKIM = `${WHERE_SIGNED}为该域名开启 DKIM，并添加给出的记录。`;
const COPY_AGAIN = '从服务商处重新完整复制记录，不带引号和换行。';
const dkimSteps: Partial<Record<DkimKeyProblem, string>> = {
  'too-short': `${WHERE_SIGNED}生成 2048 位的密钥，并添加给出的记录。`,
  'no-sha256': '从记录中去掉 h=，或写成 h=sha256。',
  'not-for-mail': '从记录中去掉 s=，或写成 s=email。',
  'several-records':
    '把它们删掉，将完整公钥写进一条记录：面板会自行拆分，或允许填写多个带引号的字符串。',
};

/** Keys of DKIM, and the policy of DMARC. */
export const signing = {
  'dkim-found': ({ selectors, shortest }) => ({
    title: `找到 DKIM 公钥：${list(selectors)}${known(shortest, (bits) => `（${bits} 位）`)}`,
    explanation: tell(strengthOf(shortest), {
      short: '收件方目前仍接受这样的长度，建议使用 2048 位（RFC 8301）。',
      good: '收件方可以用它验证签名。',
    }),
    nextSteps: [],
  }),
  'dkim-key-missing': (facts) => ({
    title: `${facts.selector}._domainkey.${facts.domain} 下没有 DKIM 公钥`,
    explanation: tell(whoNamesSelector(facts), {
      person: '使用该选择器的签名无法验证，不起作用。',
      provider: '你的服务商用该选择器签名：没有公钥，签名不起作用。',
    }),
    nextSteps: [SWITCH_ON_DKIM, '如果 DNS 面板会自动补上域名，主机记录中不要再写域名。'],
  }),
  'dkim-key-revoked': ({ selector }) => ({
    title: `DKIM 公钥 ${selector} 已被撤销（p= 为空）`,
    explanation: '收件方不接受用它生成的任何签名。',
    nextSteps: [`${WHERE_SIGNED}生成新的密钥，并添加给出的记录。`],
  }),
  'dkim-key-malformed': ({ selector, problem }) => ({
    title: `DKIM 公钥 ${selector} 无法使用`,
    explanation: dkimProblems[problem],
    nextSteps: [known(dkimSteps[problem], (step) => step, COPY_AGAIN)],
  }),
  'dkim-unknown': (facts) =>
    tell(keysOf(facts), {
      none: {
        title: `${facts.domain} 没有公布 DKIM 公钥`,
        explanation: `_domainkey.${facts.domain} 下没有任何记录，以该域名做的签名都无法验证。`,
        nextSteps: [SWITCH_ON_DKIM],
      },
      unknown: {
        title: '不知道你的邮件用哪个 DKIM 公钥签名',
        explanation: '选择器只写在已发出的邮件里，猜不出来。',
        nextSteps: [
          '打开一封已收到的邮件，查看原文，找到 DKIM-Signature 中的 s=，再用 --selector <s> 指定。',
        ],
      },
    }),
  'dmarc-found': (facts) => ({
    title: `${facts.domain} 的 DMARC 策略：${facts.policy}`,
    explanation: tell(whosePolicy(facts), {
      own: '记录格式正确。',
      'from-above': `来自上级域名 ${facts.at}。`,
    }),
    nextSteps: [],
  }),
  'dmarc-missing': ({ domain, meantAt }) => ({
    title: known(
      meantAt,
      (at) => `${domain} 的 DMARC 记录写在 ${at}，收件方不会去那里查`,
      `${domain} 没有 DMARC 记录`,
    ),
    explanation: 'Gmail 和 Yahoo 要求发信量大的域名设置 DMARC，有 DMARC 记录的域名也更受信任。',
    nextSteps: [
      known(
        meantAt,
        (at) =>
          `把它从 ${at} 移到 _dmarc.${domain}。许多 DNS 面板会自动补上域名，主机记录填 _dmarc 即可。`,
        '先添加一条不要求任何处理的记录：p=none。',
      ),
    ],
  }),
  'dmarc-invalid': (facts) => dmarcProblem(facts),
  'dmarc-multiple': ({ domain, count }) => ({
    title: `${domain} 有 ${count} 条 DMARC 记录`,
    explanation: '多于一条时全部无效（RFC 9989）。',
    nextSteps: ['保留一条，删除其余的。'],
  }),
  'dmarc-misaligned': (facts) =>
    tell<Misalignment<string>, FindingWords>(facts.reason, {
      'free-mail': ({ owner, through }) => {
        const by = through ?? '其他服务器';
        return {
          title: `${facts.domain} 的发件人不能经 ${by} 发信`,
          explanation: `只有 ${owner} 能代表 ${facts.domain} 发信：经 ${by} 发出时，SPF 和 DKIM 都与发件人不一致。收件方${policyWords(facts)}。`,
          nextSteps: [
            `改用 ${owner} 本身的服务器和该地址的账号发信；或者`,
            '改用你自己的域名作为发件人，并在 SMTP_URI 的服务商处完成设置。',
          ],
        };
      },
      login: ({ loginDomain, through }) => ({
        title: `${loginDomain} 的账号不能以 ${facts.domain} 的名义发信`,
        explanation: `${through} 只接受账号自己的地址作为发件人，或者会把发件人换成它。DNS 记录改变不了这一点；允许 ${through} 发信的记录，还会让那里的所有用户都通过验证。`,
        nextSteps: [
          '把 SMTP_SENDER 改成登录账号的地址；或者',
          `改用已为 ${facts.domain} 完成设置的服务商或企业邮箱发信。`,
        ],
      }),
      provider: ({ provider }) => ({
        title: `SPF 和 DKIM 都不会与 ${facts.domain} 一致`,
        explanation: `${provider} 使用自己的信封发件人，且没有已知的 ${facts.domain} 的 DKIM 公钥。收件方${policyWords(facts)}。`,
        nextSteps: [`在 ${provider} 验证 ${facts.domain}，并添加它给出的 DKIM 记录。`],
      }),
      records: {
        title: `SPF 和 DKIM 都不会与 ${facts.domain} 一致`,
        explanation: `SPF 记录不能让你的邮件通过验证，也没有对应的 DKIM 公钥。收件方${policyWords(facts)}。`,
        nextSteps: ['按上文修复 SPF 或 DKIM：两者有一个通过即可。'],
      },
    }),
  'readers-differ': ({ domain, treePolicy, listPolicy }) => ({
    title: `不同收件方为 ${domain} 找到的 DMARC 策略不同`,
    explanation: `沿域名树向上查找的（RFC 9989）得到：${quoted(treePolicy)}；使用公共后缀列表的（RFC 7489）得到：${quoted(listPolicy)}。`,
    nextSteps: [`直接在 _dmarc.${domain} 设置 DMARC 记录，各方读到的就一致了。`],
  }),
} satisfies Partial<FindingTexts>;
