import { say, tell } from '../../plans/plan.js';
import {
  kindOfBlock,
  stepsOfBlocked,
  stepsOfBusy,
  stepsOfHelo,
  whyBlocked,
} from '../../plans/server.js';
import type { CauseTexts } from '../../texts.js';
import { paragraph } from '../grammar.js';
import { LATER_BY_HAND, server as nameOf } from '../phrases.js';

const REVERSE_NAME = '请云服务商为本机的 IP 地址设置反向解析（PTR 记录）';

/** The texts of the causes for which a server turns this machine away, before any login. */
export const server = {
  'server-busy': (facts) => ({
    title: `${nameOf(facts)}太忙或正在关闭`,
    explanation: '服务器暂时不接受连接，一般过一会儿就会恢复。',
    nextSteps: say(stepsOfBusy(facts), facts, {
      'later-by-hand': LATER_BY_HAND,
      later: '过几分钟再试，或者让检查自动重试：tailchat smtp verify --wait 300',
      'close-others': '检查有没有其他程序占用了大量到这台服务器的连接',
      'look-into-log':
        '如果是自己的服务器，查看它的日志：它要用到的 milter、过滤器或策略服务可能没有运行',
    }),
  }),
  'ip-blocked': (facts) => ({
    title: tell(kindOfBlock(facts), {
      said: `${nameOf(facts)}拒绝本机的 IP 地址`,
      unsaid: `${nameOf(facts)}拒绝了本机的连接`,
    }),
    explanation: paragraph(
      ...say(whyBlocked(facts), facts, {
        'no-reverse-name': '本机的公网 IP 没有反向解析，或者反向解析得到的域名并不指向它。',
        'any-reason': '本机的公网 IP 被列入黑名单、信誉不佳，或者没有反向解析。',
        unsaid:
          '它没有说明原因。这时它几乎只知道对方的 IP 地址：最常见的是这个地址被列入黑名单、信誉不佳，或者没有反向解析。',
        'own-list': '它拒绝的是本机（或容器）的内网地址，这由邮件服务器自己的设置决定。',
        'own-name': '它向 DNS 反查本机（或容器）的内网地址，但没有查到名称。',
        'of-place': '它不允许来自这个国家或地区的地址连接。',
        'not-the-login': '这与用户名和密码无关。',
      }),
    ),
    nextSteps: say(stepsOfBlocked(facts), facts, {
      'allow-here':
        '在邮件服务器的设置中允许这个地址（Postfix 是 mynetworks），并检查那边的防火墙或 fail2ban 有没有封锁它',
      'name-here':
        '在邮件服务器所用的 DNS 里为这个地址设置名称，或者让服务器不查名称就接受它（Postfix 是 mynetworks）',
      'allow-place': '请邮件服务器的管理员放行这个国家或地区，或者在账号设置里找找有没有这样的开关',
      'read-words': '查看服务器的回复：里面往往有说明原因的网址',
      'use-submission': '不要用 25 端口，改用邮箱服务商的服务器，通过 465 或 587 端口登录后发信',
      'reverse-dns': REVERSE_NAME,
      'ask-for-removal':
        '到服务器提到的黑名单网站（例如 check.spamhaus.org）查询这个 IP 并申请移除',
    }),
  }),
  'helo-rejected': (facts) => ({
    title: `${nameOf(facts)}不接受本机自报的名称`,
    explanation:
      '客户端连接后要先报上自己的名称（EHLO）。有些服务器只接受完整的域名，而容器和家用电脑' +
      '通常没有。',
    nextSteps: say(stepsOfHelo(facts), facts, {
      'other-name': `把 SMTP_URI 里 name= 后面的 ${facts.clientName} 换成你自己的域名`,
      'give-name': '把 SMTP_URI 的结尾写成 /?name=chat.example.org，换成你自己的域名',
      'check-name': '检查这个域名在 DNS 中是否存在，并且指向本机',
    }),
  }),
} satisfies Pick<CauseTexts, 'server-busy' | 'ip-blocked' | 'helo-rejected'>;
