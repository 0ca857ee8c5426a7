import type { Facts } from '../../../report/facts.js';
import { URI_FORM } from '../../examples.js';
import { encryptionHad, stepsOfEncryptionWanted } from '../../plans/encryption.js';
import {
  fateOfOffer,
  stepsOfAppPassword,
  stepsOfDisabled,
  stepsOfFailedLogin,
  stepsOfNoLogin,
  stepsOfNoMechanism,
  whyAppPassword,
  whyFailedLogin,
  whyNoMechanism,
  whyOnlyOauth,
} from '../../plans/login.js';
import { atEnd } from '../../plans/phrases.js';
import { known, say, tell } from '../../plans/plan.js';
import type { CauseText, CauseTexts } from '../../texts.js';
import { list, paragraph, spaceAfter } from '../grammar.js';
import { ENCODING, SHOW_CONVERSATION, server } from '../phrases.js';
import { getPassword, oddities, renewPassword, WRITE_USER } from '../provider.js';
import { unseenTls } from './unseen-tls.js';
import { TLS_FIRST, WANTED_TLS } from './wanted-tls.js';

const WHERE_TO_GET_A_CODE =
  'QQ 邮箱：设置 > 账号；163 邮箱：设置 > POP3/SMTP/IMAP；Gmail：应用专用密码';

const OTHER_PASSWORD =
  '如果服务商有授权码（QQ 邮箱、163 邮箱）或应用专用密码（Gmail），用它代替账号密码';

const NOT_OFFERED = '询问邮件服务器的管理员为什么这里不提供登录：SMTP_URI 中已有用户名和密码';

/** What the server offers to log in with. */
function offered({ mechanisms = [] }: Facts): string {
  return `服务器只提供 ${list(mechanisms)}。`;
}

/** What Tailchat's server does where XOAUTH2 is on offer and nothing for a password. */
const CRASH =
  "更糟的是，Tailchat 的服务进程会因此崩溃（TypeError: ... 'getToken'）：在换用其他配置之前，" +
  '请先去掉 SMTP_URI。';

const OWN_SERVER =
  '如果是自己的服务器，而用户名和密码都没错，可以查看它的日志：Dovecot 或 saslauthd 没有运行或连不上数据库时，服务器往往也这样回复。';

function needsTls(facts: Facts): CauseText {
  return {
    title: `${server(facts)}不允许在未加密的连接上登录`,
    explanation: '服务器要求先加密，以免密码在途中被人读到。',
    nextSteps: say(stepsOfEncryptionWanted(facts), facts, WANTED_TLS),
  };
}

/** The texts of the causes at the login. */
export const login = {
  'auth-failed': (facts) => ({
    title: `${server(facts)}${known(
      facts.user,
      (user) => `拒绝了 ${user} 的登录`,
      '不接受用户名和密码',
    )}`,
    explanation: paragraph(
      ...say(whyFailedLogin(facts), facts, {
        'not-accepted': '连接正常，但服务器不接受这个用户名和密码的组合。',
        'not-which': '服务器没有说明是哪一个错了。',
        'own-server': OWN_SERVER,
        'user-unknown': '服务器的日志里写着：没有这个用户。',
        'password-wrong': '服务器的日志里写着：有这个用户，但密码不对。',
        expired: '连接正常，服务器也说明了原因：密码已过期。',
        oddities,
      }),
    ),
    nextSteps: say(stepsOfFailedLogin(facts), facts, {
      'get-password': getPassword,
      ...WRITE_USER,
      'check-user':
        '检查 SMTP_URI 里的用户名（通常是完整的邮箱地址，其中的 @ 写成 %40），并重新填写密码',
      'try-name': '检查 SMTP_URI 里的用户名（有的服务器只要 @ 前面的部分），并重新填写密码',
      retype: '逐字核对 SMTP_URI 里的用户名，并重新填写密码',
      'renew-password': renewPassword,
      'other-password': OTHER_PASSWORD,
      encode: `对密码中的特殊字符做百分号编码：${ENCODING}`,
      'replace-expired': '在服务商的网页上设置新密码，或者请邮件服务器的管理员设置',
      'write-new': `在 SMTP_URI 中写上新密码：${URI_FORM}`,
      'switch-on': '登录邮箱网页版，在设置里开启 SMTP 服务（如果有这个开关）',
    }),
  }),
  'app-password-required': (facts) => ({
    title: known(
      facts.user,
      (user) => `${user} 必须用授权码或应用专用密码登录`,
      '登录需要授权码或应用专用密码',
    ),
    explanation: paragraph(
      ...say(whyAppPassword(facts), facts, {
        'of-website':
          '这里不能使用登录网页时的密码。服务商会为 Tailchat 这类程序另外提供一个密码。',
        'in-form':
          'SMTP_URI 中的密码看起来正是这样的密码，但可能抄错了、属于别的账号，或者在修改账号密码后已经失效。',
        oddities,
      }),
    ),
    nextSteps: say(stepsOfAppPassword(facts), facts, {
      'get-password': getPassword,
      'create-one': `在服务商的网页上生成授权码或应用专用密码（${WHERE_TO_GET_A_CODE}）`,
      'write-it': `在 SMTP_URI 中用它代替密码，不要带空格：${URI_FORM}`,
    }),
  }),
  'auth-disabled': (facts) => ({
    title: `${spaceAfter(facts.user ?? '这个账号')}没有开启 SMTP 服务`,
    explanation: '服务器不允许这个账号或整个组织用密码登录 SMTP，但可以开启。',
    nextSteps: say(stepsOfDisabled(facts), facts, {
      'switch-on': '在邮箱设置里开启 SMTP 服务（有的叫“SMTP AUTH”）',
      'ask-for-it': '找不到这个开关时，请邮箱域名的管理员开启',
      later: '过几分钟再试：更改可能需要一段时间才生效',
      'other-way': '如果组织不允许开启，改用组织的 SMTP 中继或其他邮件服务商发信',
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
      '运行一个代 Tailchat 处理 OAuth 的代理，例如 email-oauth2-proxy',
    ],
  }),
  'auth-mechanism-unsupported': (facts) => ({
    title: tell(fateOfOffer(facts), {
      refused: `${server(facts)}提供了登录方式，使用时却拒绝`,
      useless: `${server(facts)}没有 Tailchat 支持的登录方式`,
    }),
    explanation: paragraph(
      ...say(whyNoMechanism(facts), facts, {
        'must-share': '客户端和服务器必须支持同一种传递密码的方式，例如 PLAIN 或 LOGIN。',
        offered,
        'offers-and-refuses': ({ mechanisms = [] }) =>
          `它列出了 ${list(mechanisms)}，登录时却说不认识或不允许。`,
        'not-the-password': '用户名和密码可能并没有错。',
        crash: CRASH,
      }),
    ),
    nextSteps: say(stepsOfNoMechanism(facts), facts, {
      'tls-first': TLS_FIRST,
      'other-mechanism': `试试它提供的另一种登录方式：在 SMTP_URI 末尾加上 ${atEnd('authMethod=LOGIN', facts)} 或 ${atEnd('authMethod=PLAIN', facts)}`,
      'ask-why':
        '如果是自己的邮件服务器，检查它的登录设置（Postfix 是 smtpd_sasl_auth_enable）；否则询问管理员',
      'other-port': '换用邮箱服务商提供的其他端口：smtps:// 用 465，smtp:// 用 587',
      'switch-on': '如果是自建的邮件服务器，为加密连接启用 PLAIN 或 LOGIN',
      'show-conversation': SHOW_CONVERSATION,
    }),
  }),
  'auth-needs-tls': (facts) =>
    tell(encryptionHad(facts), { unseen: unseenTls(facts), none: needsTls(facts) }),
  'auth-required': (facts) => ({
    title: `${server(facts)}要求登录，但这次没有登录`,
    explanation: '服务器要先用用户名和密码登录，才允许发信。',
    nextSteps: say(stepsOfNoLogin(facts), facts, {
      'use-line': '改用下面这一行：按现在的写法，服务器不提供登录',
      'not-offered': NOT_OFFERED,
      'write-login': `在 SMTP_URI 中写上用户名和密码：${URI_FORM}`,
      'check-port': '检查端口：登录后发信用 465 或 587，25 端口往往不提供登录',
    }),
  }),
  'auth-throttled': (facts) => ({
    title: `服务器暂时限制了${known(facts.user, (user) => ` ${user} 的`)}登录`,
    explanation: '短时间内登录次数太多，或者某次登录看起来可疑。密码可能并没有错。',
    nextSteps: [
      '至少等 15 分钟再试：每次尝试都可能延长限制',
      '登录邮箱网页版，按提示确认安全提醒',
      '停掉仍在用旧密码登录的其他程序',
    ],
  }),
  'account-suspended': (facts) => ({
    title: `账号${known(facts.user, (user) => ` ${user} `)}被锁定或停用`,
    explanation: '服务器认识这个账号，但不允许它发信。修改其他配置没有用。',
    nextSteps: [
      '登录服务商的网页，按页面提示处理',
      '检查是否欠费，以及服务商是否发来通知',
      '联系服务商或管理员解锁账号',
    ],
  }),
} satisfies Pick<
  CauseTexts,
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
