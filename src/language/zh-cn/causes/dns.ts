import type { Facts } from '../../../report/facts.js';
import { SERVICE_NAME } from '../../examples.js';
import {
  kindOfUnknownHost,
  stepsOfKnownHost,
  stepsOfNoDns,
  stepsOfUnknownHost,
  whyNoDns,
  whyUnknownHost,
} from '../../plans/network.js';
import { known, say, tell } from '../../plans/plan.js';
import type { CauseText, CauseTexts } from '../../texts.js';
import { paragraph, spaceAround } from '../grammar.js';
import { code, ENCODING } from '../phrases.js';
import { DNS_SERVERS, JOIN_NETWORK } from './dns-steps.js';

/** A name that nobody knows. */
function unknownHost(facts: Facts): CauseText {
  return {
    title: known(facts.host, (host) => `域名 ${host} 不存在`, '邮件服务器的域名不存在'),
    explanation: paragraph(
      ...say(whyUnknownHost(facts), facts, {
        unknown: `DNS 里查不到这个域名${code(facts)}，所以无法连接。`,
        hidden: '最后一个 @ 之后的内容会被当作服务器地址；它可能是密码的末尾，所以这里不显示。',
      }),
    ),
    nextSteps: say(stepsOfUnknownHost(facts), facts, {
      ...JOIN_NETWORK,
      meant: ({ host, meantHost }) => `如果你指的是 ${meantHost}，请用它替换 ${host}`,
      'encode-at': `如果密码中含有 @，请做百分号编码；如果漏写了服务器地址，请补上：${ENCODING}`,
      compare: '对照邮箱服务商的帮助页面，逐字检查 SMTP_URI 中的服务器地址',
      encode:
        '如果上面的名称不是服务器，而是用户名或密码的一部分，请对密码中的特殊字符做百分号编' +
        `码：${ENCODING}`,
      'compare-services': `如果这是集群中 Service 的名称，请对照 kubectl get services -A；从另一个命名空间访问时写 ${SERVICE_NAME}`,
      'run-in-network':
        '如果这是容器的名称，请在 Tailchat 所在的环境里运行检查：只有同一 Docker 网络中的容器才认识它',
      'run-in-pod': '在 Pod 里检查：tailchat smtp verify --in kubernetes:deploy/NAME',
    }),
  };
}

/** A name that others know, and the DNS of this machine does not. */
function knownHost(facts: Facts): CauseText {
  return {
    title: `本机的 DNS 查不到 ${facts.host}`,
    explanation: paragraph(
      `这是${spaceAround(facts.provider?.name ?? '')}的服务器：`,
      `域名没有写错，但本机使用的 DNS 不认识它${code(facts)}。`,
    ),
    nextSteps: say(stepsOfKnownHost(facts), facts, {
      'look-up': `在本机运行 \`nslookup ${facts.host}\`，看看 DNS 怎么说`,
      ...DNS_SERVERS,
      'ask-about-blocking': '问问网络管理员，这个网络是否屏蔽了邮件服务器的域名',
    }),
  };
}

/** The texts of the causes that lie in the DNS. */
export const dns = {
  'host-not-found': (facts) =>
    tell(kindOfUnknownHost(facts), {
      'known-elsewhere': knownHost(facts),
      unknown: unknownHost(facts),
    }),
  'dns-unavailable': (facts) => ({
    title: `${known(facts.host, (host) => `查询 ${host} 时 `)}DNS 没有应答`,
    explanation: paragraph(
      ...say(whyNoDns(facts), facts, {
        'could-not-ask': `本机无法查到邮件服务器的 IP 地址${code(facts)}。`,
        'name-may-be-right': '域名本身可能没有问题。',
        'hosts-do-not-help':
          'Tailchat 会先询问 DNS 服务器：只要它拒绝回答，写进 /etc/hosts 也没有用。',
      }),
    ),
    nextSteps: say(stepsOfNoDns(facts), facts, {
      ...JOIN_NETWORK,
      later: '过一分钟再试，或者让检查自动重试：tailchat smtp verify --wait 60',
      'look-up': `在本机运行 \`nslookup ${facts.host ?? 'smtp.example.org'}\`，看看 DNS 是否正常`,
      ...DNS_SERVERS,
    }),
  }),
} satisfies Pick<CauseTexts, 'host-not-found' | 'dns-unavailable'>;
