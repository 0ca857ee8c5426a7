import type { Facts } from '../../../report/facts.js';
import { URI_FORM } from '../../examples.js';
import { loginToAdvise } from '../../facts.js';
import { known, say, tell } from '../../plans/plan.js';
import {
  kindOfMismatch,
  stepsOfBadSender,
  stepsOfDoubt,
  stepsOfMismatch,
  stepsOfNoRelay,
  stepsOfRejected,
  stepsOfUnverified,
  whyMismatch,
  whyNoRelay,
} from '../../plans/sender.js';
import { senderLine } from '../../plans/setting-line.js';
import type { CauseTexts } from '../../texts.js';
import { paragraph, spaceAfter, spaceAround } from '../grammar.js';
import { inPlace, server } from '../phrases.js';
import { inForm } from '../readers.js';

/** The sender that would suit the login. */
const SUITABLE = {
  'write-login': (facts: Facts) =>
    `把发件人改成登录的账号：${inForm(senderLine(facts, loginToAdvise(facts)))}`,
  'write-address-of-login': '把 SMTP_SENDER 改成登录账号的邮箱地址',
  'write-login-uri': `在 SMTP_URI 中写上用户名和密码，并使用 465 或 587 端口：${URI_FORM}`,
};

const ASK_ABOUT_SENDERS = '询问邮件服务器的管理员允许哪些发件人';

/** The texts of the causes that lie in the sender, or in what it may do. */
export const sender = {
  'sender-mismatch': (facts) => ({
    title: tell(kindOfMismatch(facts), {
      nobody: `没有登录，服务器拒绝以 ${spaceAfter(facts.senderAddress ?? 'SMTP_SENDER 中的地址')}作发件人`,
      login: `服务器不接受来自 ${facts.user} 的邮件，尽管登录的就是它`,
      other: `${spaceAfter(facts.user ?? '登录的账号')}不能以 ${spaceAfter(
        facts.senderAddress ?? 'SMTP_SENDER 中的地址',
      )}的名义发信`,
    }),
    explanation: paragraph(
      ...say(whyMismatch(facts), facts, {
        'owned-only': '服务器只允许账号使用该账号名下的地址发信。',
        'no-login': 'SMTP_URI 里没有用户名和密码，所以没有登录。',
        'not-the-login': '登录名不在其中。',
        'other-capitals': '发件人与登录名只有大小写不同，而有的服务器区分大小写。',
        'login-asked': `换成${spaceAround(facts.user ?? '登录名')}作发件人，服务器同样拒绝。`,
      }),
    ),
    nextSteps: say(stepsOfMismatch(facts), facts, {
      ...SUITABLE,
      'write-owned': '在服务商的网页上查看这个账号拥有的地址，把 SMTP_SENDER 改成其中之一',
      'log-in-as-sender': '改用发件人自己的账号登录：修改 SMTP_URI 中的用户名和密码',
      'ask-about-senders': ASK_ABOUT_SENDERS,
      'add-alias': '如果服务商支持，在其网页上把发件人地址添加为该账号的别名',
    }),
  }),
  'sender-unverified': (facts) => ({
    title: `${spaceAfter(facts.senderAddress ?? '发件人')}未在邮件服务商处验证`,
    explanation: '地址或域名要先验证归你所有，服务商才会代发。',
    nextSteps: say(stepsOfUnverified(facts), facts, {
      verify: '在服务商的网页上验证这个地址或它的域名（域名通过 DNS 记录验证）',
      'write-verified': '把 SMTP_SENDER 改成已经验证过的地址',
    }),
  }),
  'sender-syntax': (facts) => ({
    title: `服务器认为${known(facts.senderAddress, (address) => ` ${address} `, '发件人地址')}格式有误`,
    explanation: `${inPlace('SMTP_SENDER', facts)}的写法不符合服务器的要求。`,
    nextSteps: say(stepsOfBadSender(facts), facts, {
      'single-dots':
        '换一个地址：@ 前面不能有连续的点，开头和 @ 之前也不能是点，否则多数服务器会拒绝',
      'only-address': (facts) => `只写地址，换成你自己的：${inForm(senderLine(facts))}`,
      'only-ascii': '地址里只使用英文字母、数字等 ASCII 字符',
      'ask-which-form': '询问邮件服务器的管理员它接受哪种写法的发件人',
      'ask-about-form': '询问邮件服务器的管理员它接受怎样的发件人：这个地址的写法没有问题',
    }),
  }),
  'sender-rejected': (facts) => ({
    title: `服务器拒绝了发件人${known(facts.senderAddress, (address) => ` ${address}`)}`,
    explanation: '服务器不接受来自这个地址的邮件。如果说明了原因，就在服务器的回复里。',
    nextSteps: say(stepsOfRejected(facts), facts, {
      ...SUITABLE,
      'check-domain': '检查发件人的域名在 DNS 中是否存在、能否收信',
      'ask-about-senders': ASK_ABOUT_SENDERS,
    }),
  }),
  'auth-policy-rejected': (facts) => ({
    title: known(
      facts.senderAddress,
      (address) => `服务器怀疑邮件并非来自 ${address}`,
      '服务器怀疑发件人是伪造的',
    ),
    explanation:
      'SPF、DKIM 和 DMARC 这三种 DNS 记录规定谁可以用某个域名发信。这封邮件没有通过检查。',
    nextSteps: say(stepsOfDoubt(facts), facts, {
      'send-through-owner': '用 SMTP_SENDER 的域名自己的邮件服务器发信',
      'add-records':
        '查看域名的 DNS 中缺少哪些记录（SPF、DKIM、DMARC）并补上：tailchat smtp domain',
      'write-other-sender': '把 SMTP_SENDER 改成这台邮件服务器自己域名的地址',
    }),
  }),
  'relay-denied': (facts) => ({
    title: `${server(facts)}不为你转发邮件`,
    explanation: paragraph(
      ...say(whyNoRelay(facts), facts, {
        'own-mailboxes-only': '服务器只接收发给自己邮箱的邮件，不替你转发到别处。',
        'no-login': '这次没有登录，多半就是原因。',
        'login-made': '这次已经登录，但服务器不允许这个账号或这个发件人给别处发信。',
      }),
    ),
    nextSteps: say(stepsOfNoRelay(facts), facts, {
      ...SUITABLE,
      'other-port': '换用服务器提供登录的端口：465 或 587',
      'allow-login':
        '在邮件服务器的配置里允许已登录的用户中继（Postfix：permit_sasl_authenticated），或者请管理员设置',
      'allow-here': '如果是自建的邮件服务器，在其配置中允许本机的 IP 地址中继',
    }),
  }),
} satisfies Pick<
  CauseTexts,
  | 'sender-mismatch'
  | 'sender-unverified'
  | 'sender-syntax'
  | 'sender-rejected'
  | 'auth-policy-rejected'
  | 'relay-denied'
>;
