import type { Facts } from '../../../report/facts.js';
import { HOST_GATEWAY, SERVICE_NAME } from '../../examples.js';
import { madeUpByProxy } from '../../facts.js';
import {
  kindOfTimedOut,
  stepsOfClosed,
  stepsOfRefused,
  stepsOfSilent,
  stepsOfStopped,
  stepsOfTimedOut,
  stepsOfUnreachable,
  timeOfClosing,
  whyClosed,
  whyRefused,
  whySilent,
  whyStopped,
  whyTimedOut,
  whyUnreachable,
} from '../../plans/network.js';
import { known, say, tell } from '../../plans/plan.js';
import type { CauseTexts } from '../../texts.js';
import { list, paragraph } from '../grammar.js';
import {
  code,
  SCHEME_AND_PORT,
  SHOW_CONVERSATION,
  server,
  serverWithin,
  within,
} from '../phrases.js';

/** As far as the greeting came. */
function begun({ begun: text }: Facts): string {
  return `问候语只收到这一部分：“${text}”。`;
}

const MORE_PATIENCE = '延长等待时间再试：--timeout 90';

/** A proxy stands in the server's place. */
const madeUp = (facts: Facts) =>
  `${list(madeUpByProxy(facts))} 不是邮件服务器的地址：它是 Clash、mihomo、sing-box、Surge 等代理软件生成的假地址（fake-ip），由代理代替服务器应答。`;

const passProxy = ({ host }: Facts) =>
  `让代理放行${known(host, (name) => ` ${name}`, '邮件服务器')}：把它的域名加入代理的 fake-ip 过滤名单（mihomo 为 fake-ip-filter），并设为直连（DIRECT）`;

const LACKS = {
  trust: '证书不受信任',
  login: '不提供密码登录',
  encryption: '没有加密',
} as const;
const othersAnswer = ({ answered = [] }: Facts) =>
  answered.map(({ port, lacks }) => `同一台服务器的 ${port} 端口有响应，但${LACKS[lacks]}。`);

/** The texts of the causes that lie in the network. */
export const network = {
  'connection-refused': (facts) => ({
    title: `${server(facts)}拒绝连接`,
    explanation: paragraph(
      ...say(whyRefused(facts), facts, {
        'refused-by-proxy': `连接被拒绝${code(facts)}，但拒绝它的不是邮件服务器。`,
        'made-up': madeUp,
        refused: `对方拒绝了连接${code(facts)}：多半是这个端口上没有服务在监听。`,
        'or-firewall': '防火墙也可能这样回应。',
        'others-answer': othersAnswer,
        'dns-leads-home':
          `DNS 把 ${facts.host} 指向 ${list(facts.addresses ?? [])}，也就是本机或容器自己，而那里没有服务在` +
          `监听这个端口${code(facts)}。可能是 hosts 文件或 DNS 过滤器写成了这样。`,
        'is-home': `${facts.host} 指的就是本机或容器自己，那里没有程序监听这个端口${code(facts)}。`,
        'went-home': `连接到的是本机或容器自己，那里没有程序监听这个端口${code(facts)}。`,
        'uri-unread':
          '要么没有读到 SMTP_URI（邮件库这时会连接自己所在的机器），要么 SMTP_URI 写的就是本机；DNS 过滤器也会造成这种结果。',
      }),
    ),
    nextSteps: say(stepsOfRefused(facts), facts, {
      'pass-proxy': passProxy,
      'look-into-hosts': `在 /etc/hosts 和 Pi-hole、AdGuard Home 之类的 DNS 过滤器中查找 ${facts.host}`,
      'check-uri-is-read':
        '检查 Tailchat 是否读到了 SMTP_URI：tailchat smtp verify 会显示它是从哪里读到的',
      'write-service': `把 ${facts.host} 换成邮件服务器的真实地址或 Service 名称（另一个命名空间写 ${SERVICE_NAME}）：在 Pod 里它指 Pod 自己`,
      'write-real-name': `把 ${facts.host} 换成邮件服务器的真实地址；宿主机写 host.docker.internal（在 Linux 上还要加 ${HOST_GATEWAY}）`,
      'check-port': '检查 SMTP_URI 中的端口：通常 smtps:// 用 465，smtp:// 用 587',
      'check-it-runs': '如果是自建的邮件服务器，检查它是否在运行',
      'look-for-firewall': '检查有没有防火墙拒绝了到这个端口的连接',
    }),
  }),
  'connection-timeout': (facts) => ({
    title: tell(kindOfTimedOut(facts), {
      silent: `${server(facts)}没有响应`,
      unreached: `连接不上${server(facts)}`,
    }),
    explanation: paragraph(
      ...say(whyTimedOut(facts), facts, {
        'made-up': madeUp,
        'refused-or-silent': '连接被拒绝了，或者没有得到任何回应：这些文字没有说明是哪一种。',
        'neighbour-answered':
          `等了 ${facts.waitedSeconds} 秒，没有得到任何回应${code(facts)}，连拒绝也没有；而同一台服务器的 ` +
          `${facts.neighbour?.port} 端口只用 ${facts.neighbour?.ms} 毫秒就有了回应。`,
        'no-reply': `发出的连接请求没有得到任何回应${code(facts)}，连拒绝也没有。`,
        dropped:
          '常见原因是防火墙丢弃了连接，或者云服务商封锁了发信端口（最常见的是 25，有时也包括 ' +
          '465 和 587）。',
        'dropped-port': '可见机器在运行；常见原因是防火墙丢弃了通往这个端口的连接。',
        'dropped-inside': '常见原因是防火墙丢弃了连接，或者这个地址上根本没有机器。',
        'others-answer': othersAnswer,
      }),
    ),
    nextSteps: say(stepsOfTimedOut(facts), facts, {
      'pass-proxy': passProxy,
      'check-server': '检查 SMTP_URI 中的服务器地址和端口',
      'other-port': '换用邮箱服务商提供的其他端口：smtps:// 用 465，smtp:// 用 587 或 2525',
      'ask-hoster': '询问云服务商是否封锁了出站的邮件端口，并申请解封',
      'let-out': '检查本机防火墙或安全组是否允许出站连接',
      'from-elsewhere': '稍后再试，也换一个网络试试：服务器可能停机，也可能拒绝了这里的地址',
    }),
  }),
  'network-unreachable': (facts) => ({
    title: `本机的网络无法到达${serverWithin(facts).trimEnd()}`,
    explanation: paragraph(
      ...say(whyUnreachable(facts), facts, {
        'made-up': madeUp,
        'no-route': `系统没有通往邮件服务器地址的路由${code(facts)}。`,
        'lacks-ipv4': '邮件服务器要经 IPv4 访问，而发信的机器或容器没有 IPv4 网络。',
        'lacks-ipv6': '邮件服务器要经 IPv6 访问，而发信的机器或容器没有 IPv6 网络。',
        'only-ipv6': '尝试过的都是 IPv6 地址，而本机可能没有 IPv6。',
        down: '可能没有机器使用这个地址，也可能通往它的网络断开了。',
        'down-or-ipv6': '可能是网络断开了，也可能地址是 IPv6，而本机没有 IPv6。',
      }),
    ),
    nextSteps: say(stepsOfUnreachable(facts), facts, {
      'pass-proxy': passProxy,
      'check-address': '检查邮件服务器是否在运行，它的地址是否就是这个',
      'check-online': '检查本机能否上网：`ping 1.1.1.1`',
      'give-ipv4':
        '给它一个有 IPv4 的网络：network_mode: none 或只有 IPv6 的网络中，Tailchat 的容器没有 IPv4',
      'switch-on-ipv6': '为本机或 Docker 开启 IPv6，或者换用有 IPv4 地址的邮件服务器',
      'check-vpn': '如果邮件服务器在内网，检查 VPN 和防火墙',
    }),
  }),
  'server-silent': (facts) => ({
    title: `${server(facts)}接受了连接，却不发送任何内容`,
    explanation: paragraph(
      ...say(whySilent(facts), facts, {
        greeting: `连接后应由邮件服务器先发送问候语，但${within(facts)}一直没有收到${code(facts)}。`,
        tls: `使用 smtps:// 时由客户端发起 TLS，服务器应当应答，但${within(facts)}一直没有收到应答。`,
        'made-up': madeUp,
      }),
    ),
    nextSteps: say(stepsOfSilent(facts), facts, {
      'pass-proxy': passProxy,
      'tls-port': '检查端口：smtps:// 对应 465；587、25 和 2525 要用 smtp://',
      'tls-scheme':
        '如果端口是 465，把 smtp:// 改成 smtps://：这种端口在 TLS 开始之前不会发送任何内容',
      'check-server': '检查 SMTP_URI 中的地址和端口是否属于邮件服务器',
      'look-between': '检查中间有没有防火墙、杀毒软件或代理',
      'more-patience': MORE_PATIENCE,
    }),
  }),
  'connection-closed': (facts) => ({
    title: `${server(facts)}${tell(timeOfClosing(facts), {
      'in-reply': '应答到一半就断开了连接',
      'in-conversation': '在对话中途断开了连接',
      'at-once': '没有任何应答就断开了连接',
    })}`,
    explanation: paragraph(
      ...say(whyClosed(facts), facts, {
        'no-reason': `对方断开了连接，没有说明原因${code(facts)}。`,
        begun,
        'made-up': madeUp,
      }),
    ),
    nextSteps: say(stepsOfClosed(facts), facts, {
      'pass-proxy': passProxy,
      'scheme-and-port': SCHEME_AND_PORT,
      later: '过几分钟再试：有些服务器在连接过多时会直接断开（--wait 120）',
      'look-for-mail': '重试之前先看看邮件是否已经送达：服务器可能已经收下了',
      'look-into-log': '查看邮件服务器的日志，或者询问管理员：它为什么在这一步断开',
      'check-access': '检查服务器是否允许本机的 IP 地址连接',
      'show-conversation': SHOW_CONVERSATION,
    }),
  }),
  timeout: (facts) => ({
    title: `与${serverWithin(facts)}的对话中途停住了`,
    explanation: paragraph(
      ...say(whyStopped(facts), facts, {
        'began-a-reply': `服务器开始了应答，但${within(facts)}没有说完。`,
        begun,
        'nothing-more': `服务器起初有应答，之后${within(facts)}再没有任何回应${code(facts)}。`,
      }),
    ),
    nextSteps: say(stepsOfStopped(facts), facts, {
      'more-patience': MORE_PATIENCE,
      'show-conversation': SHOW_CONVERSATION,
      'look-between': '检查有没有防火墙、VPN 或代理拦住了部分流量',
    }),
  }),
} satisfies Pick<
  CauseTexts,
  | 'connection-refused'
  | 'connection-timeout'
  | 'network-unreachable'
  | 'server-silent'
  | 'connection-closed'
  | 'timeout'
>;
