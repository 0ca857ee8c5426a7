import type { Facts } from '../../../report/facts.js';
import type { BounceTexts, CauseText } from '../../texts.js';
import { mailTo, withRecipients } from '../phrases.js';
import { relayLogins, YOUR_PROVIDER } from './relay-logins.js';

const OTHER_WAY = '用电话等其他方式向收件人确认正确的地址';
const RIGHT_ADDRESS = '更正对应 Tailchat 账号里的邮箱地址';
const THEIR_ADMIN =
  '换一个邮箱写信给收件方的邮件管理员（对方域名的 postmaster@），附上服务器的回复';
export const AGAIN = '稍后重新发送';
const AUTHENTICATE =
  '查看 SMTP_SENDER 的域名在 DNS 中缺少哪些记录（SPF、DKIM、DMARC）并补上：tailchat smtp domain';

export const OF_ADDRESS = ['逐字检查地址，包括 @ 后面的域名', RIGHT_ADDRESS, OTHER_WAY];
export const OF_NO_REASON = ['查看服务器的回复（如果有）', OTHER_WAY, YOUR_PROVIDER];

/** What is in the way between two servers, neither of which the settings name. */
function unreachable(title: string, explanation: string): (facts: Facts) => CauseText {
  return (facts) => ({
    title: mailTo(facts, title),
    explanation: `${explanation}与 Tailchat 的配置无关：你的邮件服务器已经收下了这封邮件。`,
    nextSteps: [
      AGAIN,
      '逐字检查 @ 后面的域名：写错的域名可能存在，却没有邮件服务器',
      '如果发往任何人的邮件都出不去，询问邮件服务器所在的云厂商是否封锁了 25 端口',
      THEIR_ADMIN,
    ],
  });
}

/** Encryption between two servers, neither of which the settings name. */
function unencrypted(title: string): (facts: Facts) => CauseText {
  return (facts) => ({
    title: withRecipients(facts, title),
    explanation:
      '途中的两台邮件服务器没能协商好加密，与 Tailchat 的连接无关：你的邮件服务器已经收下邮件。',
    nextSteps: [AGAIN, THEIR_ADMIN, YOUR_PROVIDER],
  });
}

/** A mail server that could neither deliver a mail nor pass it on, where no other server took part. */
export function ofOwnServer(facts: Facts): CauseText {
  return {
    title: mailTo(facts, '你的邮件服务器没能投递这封邮件'),
    explanation:
      '没有其他服务器参与，问题出在这台邮件服务器自身。与 Tailchat 的配置无关：它已经收下了这封邮件。',
    nextSteps: [
      '查看邮件服务器日志中这一行前后的内容：出错的组件会写明原因',
      '检查它转交邮件的程序（如 Dovecot）是否在运行、是否允许使用（Postfix：master.cf、transport_maps）',
      '检查它是否可以向其他服务器发信（Debian 的 Exim：dpkg-reconfigure exim4-config）',
    ],
  };
}

/** The texts of the causes that mean another thing in a letter that came back. */
export const bounces = {
  ...relayLogins,
  'recipient-unknown': (facts) => ({
    title: withRecipients(facts, '没有这个邮箱或域名', '收件人不存在'),
    explanation: '邮件已经发出，随后被退回：这个地址不存在，或者已经停用。',
    nextSteps: OF_ADDRESS,
  }),
  'recipient-rejected': (facts) => ({
    title: withRecipients(facts, '收件人不接收这封邮件'),
    explanation: '收件方的规则不允许：邮箱可能已停用，或者只接收特定发件人的邮件。',
    nextSteps: [OTHER_WAY, THEIR_ADMIN],
  }),
  'recipient-syntax': (facts) => ({
    title: withRecipients(facts, '不是有效的地址', '收件人地址格式错误'),
    explanation: '地址的形式是 you@example.com：一个 @，没有空格，后面是域名。',
    nextSteps: [RIGHT_ADDRESS, OTHER_WAY],
  }),
  'mailbox-full': (facts) => ({
    title: withRecipients(facts, '邮箱已满', '收件人的邮箱已满'),
    explanation: '收件邮箱没有空间了，与你的配置无关。',
    nextSteps: ['用其他方式请收件人清理旧邮件', AGAIN],
  }),
  'relay-denied': (facts) => ({
    title: withRecipients(facts, '途中的服务器不接收发往这个地址的邮件'),
    explanation:
      '那台服务器没有把收件人的域名当作自己的域名。多半是收件方的问题，例如 MX 记录指错了服务器。',
    nextSteps: [
      '逐字检查 @ 后面的域名',
      THEIR_ADMIN,
      '如果是自建的邮件服务器，检查 relayhost 或这个域名的路由',
    ],
  }),
  'sender-rejected': (facts) => ({
    title: mailTo(facts, '收件方的服务器拒绝发件人'),
    explanation: '它不接收来自 SMTP_SENDER 这个地址或其域名的邮件。',
    nextSteps: [
      '确认 SMTP_SENDER 的域名在 DNS 中存在并能收信（MX 记录）',
      AUTHENTICATE,
      THEIR_ADMIN,
    ],
  }),
  'ip-blocked': (facts) => ({
    title: mailTo(facts, '收件方的服务器拒绝投递方的 IP 地址'),
    explanation:
      '投递邮件的服务器的公网 IP 被列入黑名单、信誉不佳，或者没有反向解析。与 Tailchat 和它的登录无关。',
    nextSteps: [
      '如果服务器的回复里有链接，打开看看：里面说明了封锁的原因和解除方法',
      YOUR_PROVIDER,
      '如果由自建的服务器投递，为它的 IP 设置反向解析（PTR），并向黑名单申请移除',
      '如果一直如此，改由邮件服务商的服务器投递（SMTP_URI），不再自己投递',
    ],
  }),
  'content-rejected': (facts) => ({
    title: mailTo(facts, '收件方认为是垃圾邮件或违规内容'),
    explanation: '收件方的服务器不接受邮件的内容、发件人或来源地址。除上面的回复外没有更多说明。',
    nextSteps: [AUTHENTICATE, '去掉链接、附件和像广告的字句', '请收件人把你的发件地址加入白名单'],
  }),
  'auth-policy-rejected': (facts) => ({
    title: mailTo(facts, '服务器怀疑发件人不真实'),
    explanation:
      'SPF、DKIM 和 DMARC 这三种 DNS 记录规定谁可以用某个域名发信。这封邮件没有通过检查。',
    nextSteps: [
      AUTHENTICATE,
      '改用属于 SMTP_SENDER 域名的邮件服务器发信',
      '确认收件人没有在中间设置自动转发：转发会使 SPF 失效',
    ],
  }),
  'helo-rejected': (facts) => ({
    title: mailTo(facts, '收件方拒绝了邮件服务器报出的名称'),
    explanation:
      '服务器连接后先报出自己的名称（EHLO），这个名称必须在 DNS 中存在，并且正反向解析一致。',
    nextSteps: [
      '如果是自建的邮件服务器，为它设置完整域名（Postfix：myhostname），配好 A 记录和对应的 PTR',
      YOUR_PROVIDER,
    ],
  }),
  'rate-limited': (facts) => ({
    title: mailTo(facts, '暂时收到的邮件太多'),
    explanation: '收件方限制了短时间内收取你的服务器多少邮件，过一段时间会自行恢复。',
    nextSteps: [AGAIN, YOUR_PROVIDER, '减少一次发送的数量'],
  }),
  greylisted: (facts) => ({
    title: withRecipients(facts, '收件方以灰名单推迟接收，发送方最后放弃了'),
    explanation: '灰名单机制：没有见过的发件人要过几分钟再试一次。',
    nextSteps: [AGAIN, YOUR_PROVIDER],
  }),
  'server-busy': (facts) => ({
    title: mailTo(facts, '收件方的服务器太忙或正在关闭'),
    explanation: '它暂时拒收邮件，通常会自行恢复。',
    nextSteps: [AGAIN, THEIR_ADMIN],
  }),
  'server-error': (facts) => ({
    title: mailTo(facts, '收件方的服务器自身出错'),
    explanation: '问题在收件方，你的配置很可能没有错。',
    nextSteps: [AGAIN, THEIR_ADMIN],
  }),
  'protocol-error': (facts) => ({
    title: mailTo(facts, '途中两台服务器的对话出错'),
    explanation: '其中一台不接受另一台的命令或应答。',
    nextSteps: [AGAIN, YOUR_PROVIDER, THEIR_ADMIN],
  }),
  unknown: (facts) => ({
    title: mailTo(facts, '没有送达，退信未说明原因'),
    explanation: '退信的内容不足以确定原因。',
    nextSteps: OF_NO_REASON,
  }),
  'tls-failed': unencrypted('无法与收件方的服务器建立加密连接'),
  'tls-version': unencrypted('收件方的服务器与你的服务器没有共同的 TLS 版本'),
  'certificate-untrusted': unencrypted('收件方服务器的证书不受信任'),
  'certificate-expired': unencrypted('收件方服务器的证书已过期'),
  'certificate-hostname': unencrypted('收件方服务器的证书与名称不符'),
  'starttls-unavailable': unencrypted('要求加密，而收件方的服务器不提供'),
  'starttls-required': unencrypted('收件方的服务器要求加密连接'),
  'dns-unavailable': (facts) => ({
    title: mailTo(facts, '无法查询收件人的域名'),
    explanation:
      'DNS 没有给邮件服务器可用的答复。与 Tailchat 的配置无关：你的邮件服务器已经收下了这封邮件。',
    nextSteps: [
      AGAIN,
      '如果其他域名也查不到，检查邮件服务器上的 DNS（Postfix 在 chroot 中：/var/spool/postfix/etc/resolv.conf）',
      '逐字检查 @ 后面的域名',
      THEIR_ADMIN,
    ],
  }),
  'host-not-found': (facts) => ({
    title: mailTo(facts, '收件方邮件服务器的域名不存在'),
    explanation:
      'DNS 中查不到它，或者没有它的地址。与 Tailchat 的配置无关：你的邮件服务器已经收下了这封邮件。',
    nextSteps: [
      '逐字检查 @ 后面的域名',
      '查看该域名的 DNS：tailchat smtp domain --recipient you@example.com',
      '如果域名没有写错，要由域名的所有者修复 DNS：请用其他方式告知收件人',
    ],
  }),
  'server-silent': unreachable(
    '收件方的邮件服务器没有任何应答',
    '它接受了连接，却没有发来问候语。',
  ),
  'connection-refused': unreachable(
    '收件方的邮件服务器拒绝连接',
    '找得到这台服务器，但没有程序在接收邮件。',
  ),
  'connection-timeout': unreachable('收件方的邮件服务器没有响应', '多次尝试连接都没有得到回应。'),
  'network-unreachable': unreachable('无法到达收件方的邮件服务器', '投递服务器没有通往它的路由。'),
  'connection-closed': unreachable('收件方的邮件服务器断开了连接', '它在收下邮件之前就断开了。'),
  timeout: unreachable('与收件方邮件服务器的对话中途停止', '它起初有应答，之后再没有任何回应。'),
} satisfies BounceTexts;
