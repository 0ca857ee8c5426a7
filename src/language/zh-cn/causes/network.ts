import type { Facts } from '../../../report/facts.js';
import { isLoopback } from '../../../settings/addresses/is-loopback.js';
import type { CauseTexts } from '../../texts.js';
import {
  code,
  ENCODING,
  paragraph,
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
    explanation: paragraph(
      `能到达这台机器，但这个端口不接受连接${code(facts)}。`,
      '防火墙也可能造成同样的结果。',
    ),
    nextSteps: [
      ...(isLoopback(facts.host)
        ? [
            `把 ${facts.host} 换成邮件服务器的真实地址：在容器里它指的是容器自己（宿主机可写` +
              ' host.docker.internal）',
          ]
        : []),
      '检查 SMTP_URI 中的端口：通常 smtps:// 用 465，smtp:// 用 587',
      '如果是自建的邮件服务器，检查它是否在运行',
      '检查有没有防火墙拒绝了到这个端口的连接',
    ],
  }),
  'connection-timeout': (facts) => ({
    title: `${server(facts)}没有响应`,
    explanation: paragraph(
      `发出的连接请求没有得到任何回应${code(facts)}，连拒绝也没有。`,
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
      '如果端口是 465，把 smtp:// 改成 smtps://：这种端口在 TLS 开始之前不会发送任何内容',
      '检查 SMTP_URI 中的地址和端口是否属于邮件服务器',
      '检查中间有没有防火墙、杀毒软件或代理',
      '延长等待时间再试：--timeout 90',
    ],
  }),
  'connection-closed': (facts) => ({
    title: `${server(facts)}没有任何应答就断开了连接`,
    explanation: `对方断开了连接，没有说明原因${code(facts)}。`,
    nextSteps: [
      '检查协议和端口是否匹配：smtps:// 配 465，smtp:// 配 587',
      '过几分钟再试：有些服务器在连接过多时会直接断开（--wait 120）',
      '检查服务器是否允许本机的 IP 地址连接',
      SHOW_CONVERSATION,
    ],
  }),
  timeout: (facts) => ({
    title: `与${serverWithin(facts)}的对话中途停住了`,
    explanation: `服务器起初有应答，之后${within(facts)}再没有任何回应${code(facts)}。`,
    nextSteps: [
      '延长等待时间再试：--timeout 90',
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
