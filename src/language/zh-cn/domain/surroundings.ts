import type { UncheckedReason } from '../../../report/domain-finding.js';
import type { FindingTexts } from '../../domain-texts.js';
import {
  aboutReverseNames,
  fameOf,
  reverseNameOf,
  stepsOfReverseNames,
  unusableShown,
  wayToRecipient,
  whyNoMail,
} from '../../plans/domain.js';
import { known, say, tell } from '../../plans/plan.js';
import { list } from './words.js';

const skipReasons: Record<UncheckedReason, string> = {
  offline: '未查询：--offline',
  'no-domain': '没有域名',
  'domain-unknown': '域名不存在',
  'provider-sends': '邮件由你的服务商发出，这由它负责',
  'login-decides': '登录的账号不能以这个域名发信，记录怎么写都一样',
  'owner-sets': '域名不归你管理，由其所有者设置',
  'uri-unread': '读不出 SMTP_URI，因此不知道由哪台服务器发信：原因见 tailchat smtp verify',
  'no-address': '不知道你的邮件从哪个地址发出：请用 --ip 指定',
  'no-name': '不知道发信服务器在 EHLO 中使用的名称',
  'no-recipient': '没有指定收件人：--recipient <地址>',
  'not-asked': '未查询：用 --blocklists 查询',
};

/** The user's own server, block lists, the recipient, and what nobody knows. */
export const surroundings = {
  'reverse-name-found': ({ addresses, names }) => ({
    title: `${list(addresses)} 的反向解析是 ${list(names)}，并能正向解析回来`,
    explanation: '要求反向解析的收件方可以查到。',
    nextSteps: [],
  }),
  'reverse-name-missing': (facts) => ({
    title: tell(reverseNameOf(facts.name), {
      'leads-elsewhere': `${list(facts.addresses)} 的反向解析不能正向解析回来`,
      none: `${list(facts.addresses)} 没有反向解析（PTR）`,
    }),
    explanation: say(aboutReverseNames(facts), facts, {
      'name-leads-elsewhere': ({ name, addresses: [address] }) =>
        `${name} 没有指向 ${address} 的地址记录。`,
      'who-refuses': 'Gmail、微软和许多收件方会拒收来自这种地址的邮件。',
      'others-are-well': '服务器的其他地址没有这个问题。',
    }).join(''),
    nextSteps: say(stepsOfReverseNames(facts), facts, {
      set: '在提供该 IP 的服务商处（不是你自己的 DNS）设置反向解析，填写邮件服务器在 EHLO 中使用的名称。',
      address: '为该名称添加指向此 IP 的 A 或 AAAA 记录。',
      'without-six':
        '如果无法为 IPv6 地址设置反向解析，就让邮件服务器只用 IPv4 发信（Postfix：inet_protocols = ipv4）。',
    }),
  }),
  'helo-found': ({ name }) => ({
    title: `DNS 中有 ${name}`,
    explanation: '可以用作 EHLO 名称。',
    nextSteps: [],
  }),
  'helo-unqualified': ({ name }) => ({
    title: `${name} 不是 DNS 中存在的完整域名`,
    explanation: '用作 EHLO 名称时，部分收件方会拒收。',
    nextSteps: ['让邮件服务器使用有地址记录的完整域名。'],
  }),
  'not-listed': ({ lists, unanswered }) => ({
    title: `有答复的黑名单都没有收录${known(unanswered, (some) => `；未答复的有 ${list(some)}`)}`,
    explanation: `已查询：${list(lists)}。`,
    nextSteps: [],
  }),
  blocklisted: ({ what, lists }) => ({
    title: `${what} 被 ${list(lists)} 收录`,
    explanation: '使用该黑名单的收件方会拒收你的邮件或放进垃圾邮件文件夹。',
    nextSteps: [
      '先到黑名单网站查明原因并处理：继续发送垃圾邮件的服务器会再次被收录。',
      '然后在该网站申请移除。',
    ],
  }),
  'blocklist-refused': ({ lists }) => ({
    title: '黑名单没有给出答复',
    explanation: `${list(lists)} 拒绝来自公共 DNS 的查询，这不代表被收录。`,
    nextSteps: ['改用你自己的 DNS 服务器查询：--dns <地址>'],
  }),
  'recipient-found': ({ domain, exchanges }) => ({
    title: `DNS 把发往 ${domain} 的邮件指向 ${list(exchanges.slice(0, 3))}`,
    explanation: '那里有没有邮件服务器、邮箱是否存在，只有发一封邮件才知道。',
    nextSteps: [],
  }),
  'recipient-mx-missing': (facts) => ({
    title: tell(wayToRecipient(facts), {
      'by-address': `${facts.domain} 没有 MX 记录`,
      'to-inside': `${facts.domain} 的 MX 记录指向外部无法到达的地址：${list(facts.exchanges.slice(0, 3))}`,
    }),
    explanation: tell(wayToRecipient(facts), {
      'by-address': `发往它的邮件会直接送到 ${facts.domain} 本身的地址。DNS 看不出那里有没有邮件服务器：拼错的域名往往就是这样。`,
      'to-inside': 'DNS 给出的是局域网的地址，只有从那个网络里才能把邮件送到。',
    }),
    nextSteps: ['检查收件人地址是否拼写正确。'],
  }),
  'recipient-takes-no-mail': (facts) => ({
    title: tell(fameOf(facts), {
      known: `${facts.domain} 不接收邮件`,
      unknown: `DNS 中没有 ${facts.domain}`,
    }),
    explanation: tell(whyNoMail(facts), {
      'null-mx': '它用空 MX 记录声明了这一点（RFC 7505）。',
      unusable: `它的 MX 记录没有指向可用的主机：${list(unusableShown(facts))}。`,
      known: '它既没有 MX 记录，也没有地址记录。',
      unknown: '发往它的邮件会立即被退回。',
    }),
    nextSteps: ['检查收件人地址是否拼写正确。'],
  }),
  'recipient-requires-tls': ({ domain }) => ({
    title: `${domain} 公布了 MTA-STS 策略`,
    explanation: '支持 MTA-STS 的服务器只会通过已验证的 TLS 向它发信。这里没有获取策略内容。',
    nextSteps: [],
  }),
  'recipient-without-policy': ({ domain }) => ({
    title: `${domain} 没有 MTA-STS 策略`,
    explanation: '它没有以这种方式要求 TLS。',
    nextSteps: [],
  }),
  'dns-unavailable': ({ name, code }) => ({
    title: `查询 ${name} 没有得到答复`,
    explanation: `DNS 返回 ${code}，因此无法判断这里是否有问题。`,
    nextSteps: ['稍后重试，或换一个 DNS 服务器：--dns 223.5.5.5'],
  }),
  skipped: ({ why }) => ({ title: skipReasons[why], explanation: skipReasons[why], nextSteps: [] }),
} satisfies Partial<FindingTexts>;
