import type { Facts } from '../../../report/facts.js';
import {
  stepsOfBlocked,
  stepsOfBusy,
  stepsOfDisabled,
  stepsOfFailedLogin,
  stepsOfHelo,
  stepsOfNoLogin,
  stepsOfNoMechanism,
  whyBlocked,
  whyFailedLogin,
  whyNoMechanism,
  whyOnlyOauth,
} from '../../plans/login.js';
import { say } from '../../plans/plan.js';
import type { CauseTexts } from '../../texts.js';
import { ENCODING, list, paragraph, SHOW_CONVERSATION, server, URI_FORM } from '../phrases.js';
import { getPassword, oddities, renewPassword, writeUser } from '../provider.js';

const WHERE_TO_GET_A_CODE =
  '例如 QQ 邮箱、163 邮箱：设置 > POP3/IMAP/SMTP，开启 SMTP 服务后生成授权码；腾讯企业邮箱：' +
  '客户端专用密码；Gmail：应用专用密码';

const TLS_FIRST = '在 SMTP_URI 中改用 smtps:// 和 465 端口（如果服务器提供）';

const OTHER_PASSWORD =
  '如果服务商有授权码（QQ 邮箱、163 邮箱）或应用专用密码（Gmail），用它代替账号密码';

const NOT_OFFERED = '询问邮件服务器的管理员为什么这里不提供登录：SMTP_URI 中已有用户名和密码';

/** Steps, or the one that stands for them where there are none. */
function orElse(steps: string[], otherwise: string): string[] {
  return steps.length > 0 ? steps : [otherwise];
}

/** What the server offers to log in with. */
function offered({ mechanisms = [] }: Facts): string {
  return `服务器只提供 ${list(mechanisms)}。`;
}

/** What Tailchat's server does where XOAUTH2 is on offer and nothing for a password. */
const CRASH =
  "更糟的是，Tailchat 的服务进程会因此崩溃（TypeError: ... 'getToken'）：在换用其他配置之前，" +
  '请先去掉 SMTP_URI。';

const OWN_SERVER =
  '如果是自己的服务器，而用户名和密码都没错，可以查看它的日志：Dovecot 或 saslauthd 没有运行、连不上数据库时，回复往往一样。';

const REVERSE_NAME = '请云服务商为本机的 IP 地址设置反向解析（PTR 记录）';

/** The texts of the causes before and at the login. */
export const login = {
  'server-busy': (facts) => ({
    title: `${server(facts)}太忙或正在关闭`,
    explanation: '服务器暂时不接受连接，一般过一会儿就会恢复。',
    nextSteps: say(stepsOfBusy(facts), facts, {
      later: '过几分钟再试，或者让检查自动重试：tailchat smtp verify --wait 300',
      'close-others': '检查有没有其他程序占用了大量到这台服务器的连接',
      'look-into-log':
        '如果是自己的服务器，查看它的日志：它在应答前要询问的程序（milter、过滤器、策略服务）可能没有运行',
    }),
  }),
  'ip-blocked': (facts) => ({
    title: `${server(facts)}拒绝本机的 IP 地址`,
    explanation: paragraph(
      ...say(whyBlocked(facts), facts, {
        'no-reverse-name': '本机的公网 IP 没有反向解析，或者反向解析得到的域名并不指向它。',
        'any-reason': '本机的公网 IP 被列入黑名单、信誉不佳，或者没有反向解析。',
        'not-the-login': '这与用户名和密码无关。',
      }),
    ),
    nextSteps: say(stepsOfBlocked(facts), facts, {
      'read-words': '查看服务器的回复：里面往往有说明原因的网址',
      'use-submission': '不要用 25 端口，改用邮箱服务商的服务器，通过 465 或 587 端口登录后发信',
      'reverse-dns': REVERSE_NAME,
      'ask-for-removal':
        '到服务器提到的黑名单网站（例如 check.spamhaus.org）查询这个 IP 并申请移除',
    }),
  }),
  'helo-rejected': (facts) => ({
    title: `${server(facts)}不接受本机报出的名称`,
    explanation:
      '客户端连接后要先报上自己的名称（EHLO）。有些服务器只接受完整的域名，而容器和家用电脑' +
      '通常没有。',
    nextSteps: say(stepsOfHelo(facts), facts, {
      'other-name': `把 SMTP_URI 里 name= 后面的 ${facts.clientName} 换成别的名称：你自己的域名`,
      'give-name': '把 SMTP_URI 的结尾写成 /?name=chat.example.org，换成你自己的域名',
      'check-name': '检查这个域名在 DNS 中是否存在，并且指向本机',
    }),
  }),
  'auth-failed': (facts) => ({
    title: facts.user
      ? `${server(facts)}拒绝了 ${facts.user} 的登录`
      : `${server(facts)}不接受用户名和密码`,
    explanation: paragraph(
      ...say(whyFailedLogin(facts), facts, {
        'not-accepted': '连接正常，但服务器不接受这个用户名和密码的组合。',
        'not-which': '服务器没有说明是哪一个错了。',
        'own-server': OWN_SERVER,
        oddities,
      }),
    ),
    nextSteps: say(stepsOfFailedLogin(facts), facts, {
      'get-password': getPassword,
      'write-user': () =>
        orElse(
          writeUser(facts),
          '检查用户名（通常是完整的邮箱地址，其中的 @ 写成 %40），并重新输入密码',
        ),
      'renew-password': renewPassword,
      'other-password': OTHER_PASSWORD,
      encode: `对密码中的特殊字符做百分号编码：${ENCODING}，$ → %24`,
      'switch-on': '登录邮箱网页版，在设置里开启 SMTP 服务（如果有这个开关）',
    }),
  }),
  'app-password-required': (facts) => ({
    title: facts.user
      ? `${facts.user} 必须用授权码或应用专用密码登录`
      : '登录需要授权码或应用专用密码',
    explanation: paragraph(
      '这里不能使用登录网页时的密码。服务商会为 Tailchat 这类程序另外提供一个密码。',
      oddities(facts),
    ),
    nextSteps: [
      ...orElse(
        getPassword(facts),
        `在服务商的网页上生成授权码或应用专用密码（${WHERE_TO_GET_A_CODE}）`,
      ),
      `在 SMTP_URI 中用它代替密码，不要带空格：${URI_FORM}`,
    ],
  }),
  'auth-disabled': (facts) => ({
    title: facts.user ? `${facts.user} 没有开启 SMTP 服务` : '这个账号没有开启 SMTP 服务',
    explanation: '服务器不允许这个账号或整个组织用密码登录 SMTP，但可以开启。',
    nextSteps: say(stepsOfDisabled(facts), facts, {
      'switch-on': '在邮箱设置里开启 SMTP 服务（有的叫“SMTP AUTH”）',
      'ask-for-it': '找不到这个开关时，请邮箱域名的管理员开启',
      later: '过几分钟再试：更改可能需要一段时间才生效',
    }),
  }),
  'oauth-required': (facts) => ({
    title: `${server(facts)}不接受密码，只支持 OAuth`,
    explanation: paragraph(
      ...say(whyOnlyOauth(facts), facts, {
        'no-password-works':
          '换什么密码都没有用。Tailchat 只能用 SMTP_URI 中的用户名和密码登录，不支持 OAuth。',
        crash: CRASH,
      }),
    ),
    nextSteps: [
      '换用支持密码或应用专用密码的邮箱或邮件服务',
      '向邮箱域名的管理员申请不需要 OAuth 的 SMTP 中继',
      '在中间运行一个处理 OAuth 的代理，例如 email-oauth2-proxy',
    ],
  }),
  'auth-mechanism-unsupported': (facts) => ({
    title: `${server(facts)}没有 Tailchat 支持的登录方式`,
    explanation: paragraph(
      ...say(whyNoMechanism(facts), facts, {
        'must-share': '客户端和服务器必须支持同一种传递密码的方式，例如 PLAIN 或 LOGIN。',
        offered,
        crash: CRASH,
      }),
    ),
    nextSteps: say(stepsOfNoMechanism(facts), facts, {
      'tls-first': TLS_FIRST,
      'switch-on': '如果是自建的邮件服务器，为加密连接启用 PLAIN 或 LOGIN',
      'show-conversation': SHOW_CONVERSATION,
    }),
  }),
  'auth-needs-tls': (facts) => ({
    title: `${server(facts)}不允许在未加密的连接上登录`,
    explanation: '服务器要求先加密，以免密码在途中被人读到。',
    nextSteps: ['如果 SMTP_URI 中有 ignoreTLS=true，把它去掉', TLS_FIRST],
  }),
  'auth-required': (facts) => ({
    title: `${server(facts)}要求登录，但这次没有登录`,
    explanation: '服务器只接受用户名和密码登录之后的发信请求。',
    nextSteps: say(stepsOfNoLogin(facts), facts, {
      'not-offered': NOT_OFFERED,
      'write-login': `在 SMTP_URI 中写上用户名和密码：${URI_FORM}`,
      'check-port': '检查端口：登录后发信用 465 或 587，25 端口往往不提供登录',
    }),
  }),
  'auth-throttled': (facts) => ({
    title: facts.user ? `服务器暂时限制了 ${facts.user} 的登录` : '服务器暂时限制了登录',
    explanation: '短时间内登录次数太多，或者某次登录看起来可疑。这并不说明密码是否正确。',
    nextSteps: [
      '至少等 15 分钟再试：每次尝试都可能延长限制',
      '登录邮箱网页版，按提示确认安全提醒',
      '停掉仍在用旧密码登录的其他程序',
    ],
  }),
  'account-suspended': (facts) => ({
    title: facts.user ? `账号 ${facts.user} 被锁定或停用` : '账号被锁定或停用',
    explanation: '服务器认识这个账号，但不允许它发信。修改其他配置没有用。',
    nextSteps: [
      '登录服务商的网页，按页面提示处理',
      '检查是否欠费，以及服务商是否发来通知',
      '联系服务商或管理员解锁账号',
    ],
  }),
} satisfies Pick<
  CauseTexts,
  | 'server-busy'
  | 'ip-blocked'
  | 'helo-rejected'
  | 'auth-failed'
  | 'app-password-required'
  | 'auth-disabled'
  | 'oauth-required'
  | 'auth-mechanism-unsupported'
  | 'auth-needs-tls'
  | 'auth-required'
  | 'auth-throttled'
  | 'account-suspended'
>;
