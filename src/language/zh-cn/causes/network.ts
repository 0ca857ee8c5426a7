import type { Facts } from '../../../report/facts.js';
import { isUsualPair, leadsHome, mayWaitLonger } from '../../facts.js';
import type { CauseTexts } from '../../texts.js';
import {
  code,
  ENCODING,
  list,
  paragraph,
  SCHEME_AND_PORT,
  SHOW_CONVERSATION,
  server,
  serverWithin,
  within,
} from '../phrases.js';

/** Every address that was tried is an IPv6 one. */
function onlyIpv6(facts: Facts): boolean {
  return facts.addresses?.length
    ? facts.addresses.every((address) => address.includes(':'))
    : false;
}

/** As far as the greeting came. */
function begun({ begun: text }: Facts): string {
  return text === undefined ? '' : `收到的问候语到这里为止：“${text}”。`;
}

/** What a refusal by the machine itself means: where the settings are known, no more than they say. */
function refusedAtHome(facts: Facts): string {
  if (leadsHome(facts) === 'address') {
    return (
      `DNS 把 ${facts.host} 指向 ${list(facts.addresses ?? [])}，也就是本机或容器自己，而那里没有服务在` +
      `监听这个端口${code(facts)}。可能是 hosts 文件或 DNS 过滤器写成了这样。`
    );
  }
  if (facts.security)
    return `这个地址就是本机或容器自己，而那里没有服务在监听这个端口${code(facts)}。`;
  return paragraph(
    `连接到的是本机或容器自己，而那里没有服务在监听这个端口${code(facts)}。`,
    '要么没有读到 SMTP_URI（邮件库这时会连接自己所在的机器），要么 SMTP_URI 写的就是本机；DNS 过滤器也会造成这种结果。',
  );
}

function homeSteps(facts: Facts): string[] {
  const leads = leadsHome(facts);
  if (leads === 'address') {
    return [`在 /etc/hosts 和 Pi-hole、AdGuard Home 之类的 DNS 过滤器中查找 ${facts.host}`];
  }
  if (leads === undefined) return [];
  const isKnown = facts.security !== undefined;
  return [
    ...(isKnown
      ? []
      : ['检查 Tailchat 是否读到了 SMTP_URI：tailchat smtp verify 会显示它是从哪里读到的']),
    `把 ${facts.host} 换成邮件服务器的真实地址：在容器里它指的是容器自己（宿主机可写` +
      ' host.docker.internal）',
  ];
}

/** The texts of the causes that lie in the network. */
export const network = {
  'host-not-found': (facts) => ({
    title: facts.host ? `域名 ${facts.host} 不存在` : '邮件服务器的域名不存在',
    explanation: `DNS 里查不到这个名称${code(facts)}，所以无从连接。`,
    nextSteps: [
      '对照邮箱服务商的帮助页面，逐字检查 SMTP_URI 中的服务器地址',
      '如果上面的名称不是服务器，而是用户名或密码的一部分，请对密码中的特殊字符做百分号编' +
        `码：${ENCODING}`,
      '如果这是容器的名称，请在 Tailchat 所在的环境里运行检查：只有同一 Docker 网络中的容器' +
        '才认识它',
    ],
  }),
  'dns-unavailable': (facts) => ({
    title: facts.host ? `查询 ${facts.host} 时 DNS 没有应答` : 'DNS 没有应答',
    explanation: paragraph(
      `本机无法查到邮件服务器的 IP 地址${code(facts)}。`,
      '域名本身可能没有问题。',
      facts.errorCode === 'EREFUSED' &&
        'Tailchat 会先询问 DNS 服务器：只要它拒绝回答，写进 /etc/hosts 也没有用。',
    ),
    nextSteps: [
      '过一分钟再试，或者让检查自动重试：tailchat smtp verify --wait 60',
      `在本机运行 \`nslookup ${facts.host ?? 'smtp.example.org'}\`，看看 DNS 是否正常`,
      '检查 /etc/resolv.conf 中的 DNS 服务器；容器则检查 docker-compose.yml 的 dns: 一项',
    ],
  }),
  'connection-refused': (facts) => ({
    title: `${server(facts)}拒绝连接`,
    explanation: leadsHome(facts)
      ? refusedAtHome(facts)
      : paragraph(
          `对方有回应，但拒绝了连接${code(facts)}：多半是这个端口上没有服务在监听。`,
          '防火墙也可能这样回应。',
        ),
    nextSteps: [
      ...homeSteps(facts),
      ...(isUsualPair(facts)
        ? []
        : ['检查 SMTP_URI 中的端口：通常 smtps:// 用 465，smtp:// 用 587']),
      '如果是自建的邮件服务器，检查它是否在运行',
      ...(leadsHome(facts) ? [] : ['检查有没有防火墙拒绝了到这个端口的连接']),
    ],
  }),
  'connection-timeout': (facts) => ({
    title: `${server(facts)}没有响应`,
    explanation: paragraph(
      facts.neighbour && facts.waitedSeconds !== undefined
        ? `等了 ${facts.waitedSeconds} 秒，没有得到任何回应${code(facts)}，连拒绝也没有；而同一台服务器的 ` +
            `${facts.neighbour.port} 端口只用 ${facts.neighbour.ms} 毫秒就有了回应。`
        : `发出的连接请求没有得到任何回应${code(facts)}，连拒绝也没有。`,
      '常见原因是防火墙丢弃了连接，或者云服务商封锁了发信端口（最常见的是 25，有时也包括 ' +
        '465 和 587）。',
    ),
    nextSteps: [
      '检查 SMTP_URI 中的服务器地址和端口',
      '换用邮箱服务商提供的其他端口：smtps:// 用 465，smtp:// 用 587 或 2525',
      '询问云服务商是否封锁了出站的邮件端口，并申请解封',
      '检查本机防火墙或安全组是否允许出站连接',
    ],
  }),
  'network-unreachable': (facts) => ({
    title: `本机的网络到不了${serverWithin(facts).trimEnd()}`,
    explanation: paragraph(
      `系统没有通往邮件服务器地址的路由${code(facts)}。`,
      onlyIpv6(facts)
        ? '尝试过的都是 IPv6 地址，而本机可能没有 IPv6。'
        : '可能是网络断开了，也可能地址是 IPv6，而本机没有 IPv6。',
    ),
    nextSteps: [
      '检查本机能否上网：`ping 1.1.1.1`',
      '为本机或 Docker 开启 IPv6，或者换用有 IPv4 地址的邮件服务器',
      '如果邮件服务器在内网，检查 VPN 和防火墙',
    ],
  }),
  'server-silent': (facts) => ({
    title: `${server(facts)}接受了连接，却不发送任何内容`,
    explanation: `连接后应由邮件服务器先发送问候语，但${within(facts)}一直没有收到${code(facts)}。`,
    nextSteps: [
      ...(facts.security === 'tls' || (facts.port !== undefined && facts.port !== 465)
        ? []
        : ['如果端口是 465，把 smtp:// 改成 smtps://：这种端口在 TLS 开始之前不会发送任何内容']),
      '检查 SMTP_URI 中的地址和端口是否属于邮件服务器',
      '检查中间有没有防火墙、杀毒软件或代理',
      ...(mayWaitLonger(facts) ? ['延长等待时间再试：--timeout 90'] : []),
    ],
  }),
  'connection-closed': (facts) => ({
    title: facts.begun
      ? `${server(facts)}应答到一半就断开了连接`
      : `${server(facts)}没有任何应答就断开了连接`,
    explanation: `对方断开了连接，没有说明原因${code(facts)}。${begun(facts)}`,
    nextSteps: [
      ...(isUsualPair(facts) ? [] : [SCHEME_AND_PORT]),
      '过几分钟再试：有些服务器在连接过多时会直接断开（--wait 120）',
      '检查服务器是否允许本机的 IP 地址连接',
      SHOW_CONVERSATION,
    ],
  }),
  timeout: (facts) => ({
    title: `与${serverWithin(facts)}的对话中途停住了`,
    explanation: facts.begun
      ? `服务器开始了应答，但${within(facts)}没有说完。${begun(facts)}`
      : `服务器起初有应答，之后${within(facts)}再没有任何回应${code(facts)}。`,
    nextSteps: [
      ...(mayWaitLonger(facts) ? ['延长等待时间再试：--timeout 90'] : []),
      SHOW_CONVERSATION,
      '检查有没有防火墙、VPN 或代理拦住了部分流量',
    ],
  }),
} satisfies Pick<
  CauseTexts,
  | 'host-not-found'
  | 'dns-unavailable'
  | 'connection-refused'
  | 'connection-timeout'
  | 'network-unreachable'
  | 'server-silent'
  | 'connection-closed'
  | 'timeout'
>;
