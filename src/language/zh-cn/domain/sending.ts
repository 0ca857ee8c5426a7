import type { SpfProblem } from '../../../report/domain-finding.js';
import type { FindingTexts } from '../../domain-texts.js';
import { list, spfProblem } from './words.js';

/** 西文名称两侧留空格。 */
const through = (provider: string | null) => (provider ? ` ${provider} ` : '为你发信的服务器');

/** 域名是否存在、能否收信，以及是否允许服务商代表它发信。 */
export const sending = {
  'domain-found': ({ domain }) => ({
    title: `${domain} 存在`,
    explanation: `DNS 中有 ${domain}。`,
    nextSteps: [],
  }),
  'domain-unknown': ({ domain }) => ({
    title: `DNS 中没有 ${domain}`,
    explanation: '发件人域名不存在时，大多数收件方会拒收，也没有人能回信。',
    nextSteps: [
      '检查 SMTP_SENDER 中的域名是否拼写正确。',
      '如果拼写无误，请确认域名没有过期，并且设置了 DNS 服务器。',
    ],
  }),
  'mx-found': ({ exchanges }) => ({
    title: `发往该域名的邮件由 ${list(exchanges.slice(0, 3))} 接收`,
    explanation: '回信和退信都能送达。',
    nextSteps: [],
  }),
  'mx-missing': ({ domain, takesByAddress, isNullMx }) => ({
    title: isNullMx ? `${domain} 声明不接收邮件（空 MX）` : `${domain} 没有 MX 记录`,
    explanation: isNullMx
      ? '收件方会拒收来自不收信域名的邮件（RFC 7505），你也收不到退信。'
      : takesByAddress
        ? `发往它的邮件会直接送到 ${domain} 本身的地址。如果那里没有邮件服务器，退信会丢失，部分收件方会拒收。`
        : '没有服务器为它收信：退信会丢失，许多收件方会拒收。',
    nextSteps: [`改用能收信的域名作为发件人，或为 ${domain} 添加邮箱服务商给出的 MX 记录。`],
  }),
  'spf-covers': ({ provider }) => ({
    title: `SPF 允许${through(provider)}发信`,
    explanation: provider
      ? `${provider} 公布的所有网段都在记录中。`
      : '你的邮件发出时使用的地址都在记录中。',
    nextSteps: [],
  }),
  'spf-found': () => ({
    title: '有 SPF 记录，格式正确',
    explanation: '这里不知道你的邮件从哪里发出，因此无法判断记录是否包含该地址。',
    nextSteps: [],
  }),
  'spf-open': ({ domain }) => ({
    title: `SPF 记录允许任何人以 ${domain} 的名义发信（+all）`,
    explanation: '这样的记录起不到保护作用，有些收件方还会因此降低信任。',
    nextSteps: ['把 +all 改为 ~all 或 -all，放在你所用服务的条目之后。'],
  }),
  'spf-missing': ({ domain, provider, isOfEnvelope }) => ({
    title: `${domain} 没有 SPF 记录`,
    explanation: isOfEnvelope
      ? `收件方无法确认${through(provider)}可以代表 ${domain} 发信。既没有 SPF 又没有 DKIM 的邮件，Gmail 会拒收，其他收件方会放进垃圾邮件文件夹。`
      : `${through(provider).trim()} 使用自己的域名作为信封发件人，收件方检查的是它的记录。这里添加一条记录仍有助于防止冒用。`,
    nextSteps: [`为 ${domain} 添加一条 SPF 记录（TXT 类型），列出代它发信的服务器。`],
  }),
  'spf-multiple': ({ domain, count }) => ({
    title: `${domain} 有 ${count} 条 SPF 记录`,
    explanation: '多于一条时全部无效（RFC 7208 第 4.5 节），所有邮件的 SPF 检查都会失败。',
    nextSteps: ['把它们合并成一条，删除其余的。'],
  }),
  'spf-invalid': ({ problem }) => ({
    title: 'SPF 记录无法使用',
    explanation: `${spfProblem(problem)}收件方会把它当作错误处理。`,
    nextSteps: [repairOf(problem)],
  }),
  'spf-too-many-lookups': ({ lookups }) => ({
    title: `SPF 记录需要 ${lookups} 次 DNS 查询，上限是 10 次`,
    explanation: '收件方查到第 10 次就停止，并把记录当作错误（RFC 7208 第 4.6.4 节）。',
    nextSteps: [
      '删除不再为你发信的服务的 include:、a 和 mx 条目。',
      '发信量大的服务可以改用单独设置记录的子域名。',
    ],
  }),
  'spf-provider-missing': ({ domain, provider, isPartial }) => ({
    title: isPartial ? `SPF 记录只包含 ${provider} 的部分网段` : `SPF 记录不允许 ${provider} 发信`,
    explanation: isPartial
      ? '邮件能否通过，取决于碰巧由哪台服务器发出。'
      : `${domain} 经 ${provider} 发出的邮件无法通过 SPF。`,
    nextSteps: ['用下面的记录替换现有记录。'],
  }),
  'spf-address-missing': ({ addresses }) => ({
    title: `SPF 记录不允许 ${list(addresses)} 发信`,
    explanation: '从该地址发出的邮件无法通过 SPF。',
    nextSteps: ['用下面的记录替换现有记录。'],
  }),
} satisfies Partial<FindingTexts>;

function repairOf(problem: SpfProblem): string {
  switch (problem.kind) {
    case 'no-record':
      return `删除 include:${problem.domain}，或改正其拼写。`;
    case 'loop':
      return `删除绕回 ${problem.domain} 的 include: 或 redirect=。`;
    case 'several-records':
      return `需要 ${problem.domain} 的所有者合并记录；在此之前，请先从你的记录中删除它。`;
    case 'syntax':
      return `改正 ${problem.domain} 记录中的条目 ${problem.error.term}。`;
    case 'too-many-void-lookups':
      return '删除指向不存在名称的条目。';
    default:
      return '删除不再为你发信的服务的条目。';
  }
}
