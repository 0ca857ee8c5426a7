import type { Arrival, AuthenticationResult, MailboxProblem } from '../../report/arrival.js';
import type { ArrivalTexts } from '../arrival-texts.js';
import { known, tell } from '../plans/plan.js';
import { readingOf } from '../plans/received.js';
import { list, paragraph } from './grammar.js';

type Problem = NonNullable<Arrival['problem']>;

const WHY: Record<MailboxProblem, (problem: Problem) => string> = {
  'host-not-found': ({ host }) => `找不到主机名 ${host}。`,
  'not-reached': ({ host, words }) => `没能连上 ${host}${inBrackets(words)}。`,
  silent: ({ host }) => `已连上 ${host}，但它没有在限定时间内应答。`,
  certificate: ({ host, words }) =>
    `无法验证 ${host} 的证书${inBrackets(words)}，因此没有把密码发给它。`,
  'certificate-expired': ({ host, words }) =>
    `${host} 的证书不在有效期内${inBrackets(words)}，因此没有把密码发给它。`,
  tls: ({ host, words }) =>
    `无法与 ${host} 建立 TLS 连接${inBrackets(words)}，因此没有把密码发给它。`,
  'tls-version': ({ host }) => `${host} 支持的 TLS 版本本机都不接受，因此没有把密码发给它。`,
  'no-starttls': ({ host }) => `${host} 不支持 STARTTLS，因此没有把密码发给它。`,
  login: ({ host }) => `${host} 拒绝登录这个邮箱。`,
  oauth: ({ host }) => `${host} 的 IMAP 不接受密码，只接受 OAuth 2.0，因此没有把密码发给它。`,
  unavailable: ({ host }) => `${host} 暂时无法处理登录，这并不说明密码是否正确。`,
  'contact-admin': ({ host }) => `${host} 要求先由管理员处理这个账号，才允许登录。`,
  'needs-tls': ({ host }) => `${host} 认为连接没有加密，因此不接受登录。`,
  expired: ({ host }) => `${host} 表示邮箱密码已过期。`,
  'folder-unavailable': ({ host }) => `${host} 接受了登录，但暂时打不开某个文件夹。`,
  folder: ({ host }) => `${host} 接受了登录，但有文件夹打不开，或有邮件读不出来。`,
  lost: ({ host }) => `${host} 应答过，但后来连接中断了。`,
  folders: ({ words }) => `没有来得及打开邮箱的所有文件夹${inBrackets(words)}。`,
  copy: ({ words }) =>
    `文件夹${inBrackets(words)}里有一份副本：可能是发件人自己留存的，也可能是按规则投递到那里的。`,
  protocol: ({ host }) => `${host} 中断了连接，或者不是 IMAP 服务器。`,
};

const STEPS: Record<MailboxProblem, string> = {
  'host-not-found': '改正 IMAP URI 里的主机名：通常是域名前面加 imap.',
  'not-reached': '改正 IMAP URI 里的主机和端口（imaps:// 默认 993），或者用 --await 多等几秒',
  silent:
    '用 --await 多等几秒，并核对主机和端口：imaps:// 一开始就用 TLS（993），imap:// 用 STARTTLS（143）',
  certificate: '主机名要与证书上的名称一致；自建 CA 的证书请写进 NODE_EXTRA_CA_CERTS',
  'certificate-expired': '更新邮箱服务器的证书，或者请管理员更新；也核对一下本机时间',
  tls: '核对主机和端口：imaps:// 一开始就用 TLS（993），imap:// 用 STARTTLS（143）',
  'tls-version': '请管理员在邮箱服务器上启用 TLS 1.2 或更高版本，或者改用别处的邮箱',
  'no-starttls': '改用 imaps:// 和 993 端口',
  login: '使用供邮件客户端登录的密码（授权码、应用专用密码），并在邮箱设置里开启 IMAP',
  oauth: '改用 IMAP 接受密码的邮箱',
  unavailable: '过几分钟再试：服务器出了故障，或者同时登录的连接过多',
  'contact-admin': '请邮箱服务器的管理员检查这个账号',
  'needs-tls': '改用 imaps:// 和 993 端口，或者询问邮箱服务器的管理员',
  expired: '为邮箱设置新密码，并写进 IMAP URI',
  'folder-unavailable': '过几分钟再试：文件夹被占用或锁定，例如另一个程序正在使用它',
  folder: '在邮箱设置里允许邮件客户端通过 IMAP 访问',
  lost: '过几分钟再试：服务器或中间的设备断开了连接',
  folders: '用 --await 多等几秒',
  copy: '查看那份副本的邮件头：送达的邮件会有收件方添加的 Return-Path 和 Received',
  protocol: '确认 IMAP URI 指向的是 IMAP 服务器：imaps:// 默认 993 端口',
};

export const arrival: ArrivalTexts = {
  askForMailbox: '邮箱的 IMAP URI（imaps://user:password@host/）',
  found: (folder, ms) => `${(ms / 1000).toFixed(1)} 秒后在文件夹“${folder}”里找到，仍为未读`,
  judged: (by, results) =>
    `${known(by, (name) => `${name} `, '收件方')}的判断：${results.map(judgement).join('，')}`,
  notJudged: '收件方没有在邮件里记录 SPF、DKIM 或 DMARC 的结果',
  subjectChanged: '主题在途中被改动，签名因此失效：这里按发出时的主题判断签名',
  doubted:
    '收件方把它标记为垃圾邮件，或判定 DMARC 未通过：其他邮箱可能会拒收这样的邮件，请检查发件人域名的 SPF、DKIM 和 DMARC',
  others: (recipients) => `没有查看 ${list(recipients)} 的邮箱`,
  assumed: (recipients) =>
    `邮箱的登录名不是收件人的地址，因此不确定它是不是 ${list(recipients)} 的邮箱`,
  unreadTitle: ({ kind, host }) =>
    tell(readingOf(kind), {
      unread: `邮件已发出，但无法读取 ${host} 上的邮箱`,
      open: '邮件已发出，但不知道是否已送达',
    }),
  unread: (problem) =>
    paragraph(
      tell<Problem, string>(problem, WHY),
      '因此不知道邮件是否已送达。Tailchat 的发信配置已通过检查。',
    ),
  unreadSteps: (kind) => [STEPS[kind], '自己到邮箱里找一找，也看看垃圾邮件文件夹'],
};

/** One result, as it is written. */
export function judgement({ method, result, domain }: AuthenticationResult): string {
  return `${method}=${result}${inBrackets(domain)}`;
}

function inBrackets(words: string | null): string {
  return known(words, (some) => `（${some}）`);
}
