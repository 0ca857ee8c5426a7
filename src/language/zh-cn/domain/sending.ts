import type { SpfProblem } from '../../../report/domain-finding.js';
import type { FindingTexts } from '../../domain-texts.js';
import {
  mendMx,
  repairFor,
  shareCovered,
  unusableShown,
  wayToDomain,
  whereMeant,
  whomFaultMeets,
  whomRecordLeavesOut,
  whoseRecordCounts,
} from '../../plans/domain.js';
import { known, tell } from '../../plans/plan.js';
import { list, spfProblem } from './words.js';

const through = (provider: string | null) =>
  known(provider, (name) => ` ${name} `, '为你发信的服务器');

const FAULT = {
  everybody: '收件方会把它当作错误处理。',
  others: '收件方读到错误之前，你的邮件已经通过；对前面没有条目匹配的邮件，这条记录就是错误。',
};

/** Whether the domain exists, takes mail, and lets the provider send for it. */
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
  'mx-missing': (facts) => ({
    title: tell(wayToDomain(facts), {
      'null-mx': `${facts.domain} 声明不接收邮件（空 MX）`,
      'by-address': `${facts.domain} 没有 MX 记录`,
      nowhere: `${facts.domain} 没有 MX 记录`,
      'to-address': `${facts.domain} 的 MX 记录写的是地址，不是主机名：${list(unusableShown(facts))}`,
      'to-inside': `${facts.domain} 的 MX 记录指向外部无法到达的地址：${list(unusableShown(facts))}`,
      'to-nothing': `${facts.domain} 的 MX 记录指向不存在的主机：DNS 中没有 ${list(unusableShown(facts))} 的地址`,
    }),
    explanation: tell(wayToDomain(facts), {
      'null-mx': '收件方会拒收来自不收信域名的邮件（RFC 7505），你也收不到退信。',
      'by-address': `发往它的邮件会直接送到 ${facts.domain} 本身的地址。如果那里没有邮件服务器，退信会丢失，部分收件方会拒收。`,
      nowhere: '没有服务器为它收信：退信会丢失，许多收件方会拒收。',
      'to-address':
        'MX 记录必须写主机名（RFC 5321 第 5.1 节），写成地址时许多服务器不会投递：退信会丢失，部分收件方会拒收。',
      'to-inside':
        'DNS 给出的是本机或局域网的地址。如果外部查到的也是这样，退信会丢失，许多收件方会拒收。',
      'to-nothing': '没有服务器为它收信：退信会丢失，许多收件方会拒收。',
    }),
    nextSteps: [
      tell(mendMx(facts), {
        add: `改用能收信的域名作为发件人，或为 ${facts.domain} 添加邮箱服务商给出的 MX 记录。`,
        correct: `改用能收信的域名作为发件人，或把 ${facts.domain} 的 MX 记录改成邮箱服务商给出的值。`,
      }),
    ],
  }),
  'spf-covers': ({ provider }) => ({
    title: `SPF 允许${through(provider)}发信`,
    explanation: known(
      provider,
      (name) => `${name} 公布的所有网段都在记录中。`,
      '你的邮件发出时使用的地址都在记录中。',
    ),
    nextSteps: [],
  }),
  'spf-found': () => ({
    title: '有 SPF 记录，格式正确',
    explanation: '这里不知道你的邮件从哪里发出，因此无法判断记录是否包含该地址。',
    nextSteps: [],
  }),
  'spf-open': ({ domain }) => ({
    title: `SPF 记录允许任何人以 ${domain} 的名义发信`,
    explanation: '这样的记录起不到保护作用，有些收件方还会因此降低对你的信任。',
    nextSteps: [
      '把 +all 或包含所有地址的条目（ip4:0.0.0.0/0）改为 ~all 或 -all，放在各发信服务的条目之后。',
    ],
  }),
  'spf-missing': (facts) => ({
    title: tell(whereMeant(facts), {
      nowhere: `${facts.domain} 没有 SPF 记录`,
      spoilt: `${facts.domain} 的 SPF 记录没有以 v=spf1 加空格开头，等于没有`,
      elsewhere: ({ at }) => `${facts.domain} 的 SPF 记录写在 ${at}，收件方不会去那里查`,
    }),
    explanation: tell(whoseRecordCounts(facts), {
      this: `收件方无法确认${through(facts.provider)}可以代表 ${facts.domain} 发信。既没有 SPF 又没有 DKIM 的邮件，Gmail 会拒收，其他收件方会放进垃圾邮件文件夹。`,
      provider: `${through(facts.provider).trim()} 使用自己的域名作为信封发件人，收件方检查的是它的记录。这里添加一条记录仍有助于防止冒用。`,
    }),
    nextSteps: [
      tell(whereMeant(facts), {
        nowhere: `为 ${facts.domain} 添加一条 SPF 记录（TXT 类型），列出代它发信的服务器。`,
        spoilt: '让它以 v=spf1 加一个空格开头，前面不要有任何内容，也不要有引号或全角符号。',
        elsewhere: `把它移到 ${facts.domain}。许多 DNS 面板会自动补上域名，主机记录填 @ 即代表域名本身。`,
      }),
    ],
  }),
  'spf-multiple': ({ domain, count }) => ({
    title: `${domain} 有 ${count} 条 SPF 记录`,
    explanation: '多于一条时全部无效（RFC 7208 第 4.5 节），所有邮件的 SPF 检查都会失败。',
    nextSteps: ['把它们合并成一条，删除其余的。'],
  }),
  'spf-invalid': ({ problem }, status) => ({
    title: tell(whomFaultMeets(status), {
      everybody: 'SPF 记录无法使用',
      others: 'SPF 记录在放行你的邮件的条目之后有错误',
    }),
    explanation: `${spfProblem(problem)}${tell(whomFaultMeets(status), FAULT)}`,
    nextSteps: [repairOf(problem)],
  }),
  'spf-too-many-lookups': ({ lookups }, status) => ({
    title: `SPF 记录需要 ${lookups} 次 DNS 查询，上限是 10 次`,
    explanation: `收件方查到第 10 次就停止（RFC 7208 第 4.6.4 节）。${tell(whomFaultMeets(status), FAULT)}`,
    nextSteps: [
      '删除不再为你发信的服务的 include:、a 和 mx 条目。',
      '发信量大的服务可以改用单独设置记录的子域名。',
    ],
  }),
  'spf-provider-missing': (facts) => ({
    title: tell(shareCovered(facts), {
      some: `SPF 记录只包含 ${facts.provider} 的部分网段`,
      none: `SPF 记录不允许 ${facts.provider} 发信`,
    }),
    explanation: tell(shareCovered(facts), {
      some: '邮件能否通过，取决于碰巧由哪台服务器发出。',
      none: `${facts.domain} 经 ${facts.provider} 发出的邮件无法通过 SPF。`,
    }),
    nextSteps: ['让下面这条记录成为该名称下唯一的 SPF 记录。'],
  }),
  'spf-of-others': ({ domain, provider, others, hint }) => ({
    title: `SPF 记录只允许 ${list(others)} 发信，而你的邮件经 ${provider} 发出`,
    explanation: `这里不知道 ${provider} 从哪些服务器发信。除非它们就在其中，否则 ${domain} 的邮件无法通过 SPF。`,
    nextSteps: [
      `查看 ${provider} 要求在 SPF 记录中加入什么（include:…），把它加到 all 一项之前。`,
      ...known(hint, (words) => [`${words}。`], []),
    ],
  }),
  'spf-address-missing': ({ addresses }) =>
    tell(whomRecordLeavesOut(addresses), {
      some: {
        title: `SPF 记录不允许 ${list(addresses)} 发信`,
        explanation: '从该地址发出的邮件无法通过 SPF。',
        nextSteps: ['让下面这条记录成为该名称下唯一的 SPF 记录。'],
      },
      everybody: {
        title: 'SPF 记录不允许任何服务器发信',
        explanation: '该域名的邮件无论从哪里发出，都无法通过 SPF。',
        nextSteps: [
          '把邮箱服务商给出的条目（include:…）或你自己服务器的地址（ip4:…）写在 all 条目之前。',
        ],
      },
    }),
} satisfies Partial<FindingTexts>;

function repairOf(problem: SpfProblem): string {
  return tell(repairFor(problem), {
    'no-record': ({ domain }) => `删除引用 ${domain} 的 include: 或 redirect=，或改正其拼写。`,
    loop: ({ domain }) => `删除绕回 ${domain} 的 include: 或 redirect=。`,
    'several-records': ({ domain }) =>
      `需要 ${domain} 的所有者合并记录；在此之前，请先从你的记录中删除它。`,
    syntax: ({ domain, error }) => `改正 ${domain} 记录中的条目 ${error.term}。`,
    unaskable: ({ name }) => `把 ${name} 改成单纯的域名。`,
    'too-many-void-lookups': '删除指向不存在名称的条目。',
    'fewer-terms': '删除不再为你发信的服务的条目。',
  });
}
