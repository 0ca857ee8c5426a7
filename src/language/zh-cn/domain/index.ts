import type { DomainTexts } from '../../domain-texts.js';
import { servedBy } from '../../plans/domain.js';
import { known, tell } from '../../plans/plan.js';
import { sending } from './sending.js';
import { signing } from './signing.js';
import { surroundings } from './surroundings.js';
import { quoted } from './words.js';

const results = { pass: '是', fail: '否', unknown: '邮件送达之前无法确定' };

export const domain: DomainTexts = {
  findings: { ...sending, ...signing, ...surroundings },
  differs: (difference, name) =>
    tell(difference, {
      policy: ({ treePolicy, listOrganization }) =>
        `遵循 RFC 9989 的收件方查到 ${name} 的策略：${quoted(treePolicy)}；按公共后缀列表的收件方查询 ${listOrganization}，得到的是另一条策略。`,
      'dmarc-testing': ({ policy }) =>
        `t=y：遵循 RFC 9989 的收件方对 ${name} 执行比 p=${policy} 低一级的策略；只支持 RFC 7489 的收件方仍执行 p=${policy}。`,
      'dmarc-percent': ({ percent }) =>
        `pct=${percent}：遵循 RFC 9989 的收件方会忽略它；支持 RFC 7489 的收件方只对 ${percent}% 的此类邮件执行 ${name} 的策略。`,
      'spf-read-on':
        '按 RFC 7208，这条 SPF 记录是错误的，大多数收件方也这样处理；rspamd 会跳过有问题的部分继续判断。',
      'spf-include-gone': (include) =>
        `include 的 ${include.domain} 没有记录：大多数收件方视为错误（RFC 7208），rspamd 则会忽略。`,
    }),
  checks: {
    domain: '域名',
    mx: 'MX',
    spf: 'SPF',
    dkim: 'DKIM',
    dmarc: 'DMARC',
    'reverse-name': '反向解析',
    helo: 'EHLO 名称',
    blocklist: '黑名单',
    recipient: '收件人',
    'mta-sts': 'MTA-STS',
  },
  panel: {
    name: '主机记录',
    type: '记录类型',
    value: '记录值',
    splitValue: '如果面板限制每段 255 个字符：',
    shortName: (name, short) => `如果面板会自动补上 ${name}，主机记录填写 ${short}`,
  },
  alignment: {
    heading: '收件方会看到',
    spf: (result) => `SPF 与发件人一致：${results[result]}`,
    dkim: (result) => `DKIM 与发件人一致：${results[result]}`,
    dmarc: (result, policy) =>
      `DMARC 通过：${results[result]}${known(policy, (one) => `（策略：${one}）`)}`,
  },
  noDomain: {
    title: '没有可检查的域名',
    explanation: '既没有指定域名，SMTP_SENDER 中也没有地址。',
    nextSteps: ['指定域名：tailchat smtp domain example.com', '或者设置 SMTP_SENDER。'],
  },
  offline: (name) => `离线：没有查询 DNS，无法判断以 ${name} 名义发信的情况`,
  well: (name) => `以 ${name} 的名义发信：DNS 里没有发现错误`,
  wellWithWarnings: (name, count) =>
    `以 ${name} 的名义发信：DNS 里没有发现错误，有 ${count} 条警告`,
  aroundRecord: (place, check) =>
    tell(place, {
      alias: ({ name, to }) =>
        tell(servedBy(check), {
          policy: `先删除 ${name} 处指向 ${to} 的 CNAME：它旁边不能有其他记录。`,
          hosts: `先把 ${name} 处指向 ${to} 的 CNAME 换成地址记录（A、AAAA）：它旁边不能有其他记录。`,
        }),
      wildcard: ({ name }) =>
        `直接添加记录，不要删除任何记录：${name} 处的 CNAME 来自泛解析（*），添加后会自动让位。`,
      'host-of-wildcard': ({ name }) =>
        `同时为 ${name} 添加它现有的全部记录（A、AAAA、MX，以及 SPF 等 TXT）：它们现在由泛解析（*）提供，一旦该名称或其下级有了记录，泛解析对它就不再生效。`,
    }),
  publish: '添加以下记录：',
  caches: 'DNS 服务器会缓存旧结果：根据记录的 TTL，几分钟到一天不等。',
};
