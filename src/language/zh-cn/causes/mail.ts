import type { Facts } from '../../../report/facts.js';
import { isSenderLogin, isSubmission, loginToAdvise } from '../../facts.js';
import type { CauseTexts } from '../../texts.js';
import { inPlace, paragraph, server, spaceAfter, URI_FORM, withRecipients } from '../phrases.js';

/** The sender that would suit the login; nothing where it is the sender, or was refused as one. */
function matchingSender(facts: Facts): string[] {
  const login = loginToAdvise(facts);
  if (login) return [`把发件人改成登录的账号：SMTP_SENDER=${login}`];
  return isSenderLogin(facts) || facts.isLoginRefusedAsSender
    ? []
    : ['把 SMTP_SENDER 改成登录账号的邮箱地址'];
}

const ASK_ABOUT_SENDERS = '询问邮件服务器的管理员允许哪些发件人';

/** The recipient, letter by letter. */
function checkRecipient(facts: Facts): string {
  return facts.recipients?.length ? '逐字检查 --to 后面的地址' : '逐字检查收件人地址';
}

/** Which of the given recipients it is; nothing of the value itself, which may be anything. */
function badRecipient({ valueNumber, valueLength }: Facts): string {
  if (valueNumber === undefined) return '';
  return `有问题的是 --to 的第 ${valueNumber} 个值（${valueLength} 个字符）。`;
}

const OTHER_RECIPIENT = '换一个其他服务商的收件地址试试：tailchat smtp test --to you@example.com';

/** How much the provider lets one send. */
function limits({ provider }: Facts): string | false {
  return provider?.limits ? `${provider.name}：${provider.limits}。` : false;
}

/** The texts of the causes that lie in the sender, the recipients or the message. */
export const mail = {
  'sender-mismatch': (facts) => ({
    title: isSenderLogin(facts)
      ? `服务器不接受来自 ${facts.user} 的邮件，尽管登录的就是它`
      : `${spaceAfter(facts.user ?? '登录的账号')}不能以 ${spaceAfter(
          facts.senderAddress ?? 'SMTP_SENDER 中的地址',
        )}的名义发信`,
    explanation: paragraph(
      '服务器只允许账号用属于自己的地址发信。',
      isSenderLogin(facts) && '登录名不在其中。',
      facts.isLoginRefusedAsSender === true &&
        `也问过 ${spaceAfter(facts.user ?? '登录名')}能否作发件人，同样被拒绝。`,
    ),
    nextSteps: [
      ...matchingSender(facts),
      ...(isSenderLogin(facts)
        ? ['在服务商的网页上查看这个账号拥有的地址，把 SMTP_SENDER 改成其中之一']
        : ['改用发件人自己的账号登录：修改 SMTP_URI 中的用户名和密码']),
      ...(isSenderLogin(facts) || facts.isLoginRefusedAsSender ? [ASK_ABOUT_SENDERS] : []),
      ...(facts.provider?.isSenderBound || isSenderLogin(facts)
        ? []
        : ['如果服务商支持，在其网页上把发件人地址添加为该账号的别名']),
    ],
  }),
  'sender-unverified': (facts) => ({
    title: `${spaceAfter(facts.senderAddress ?? '发件人')}未在邮件服务商处验证`,
    explanation: '服务商只为已验证归你所有的地址或域名发信。',
    nextSteps: [
      ...(facts.provider?.advice
        ? []
        : ['在服务商的网页上验证这个地址或它的域名（域名通过 DNS 记录验证）']),
      '把 SMTP_SENDER 改成已经验证过的地址',
    ],
  }),
  'sender-syntax': (facts) => ({
    title: `服务器认为${facts.senderAddress ? ` ${facts.senderAddress} ` : '发件人地址'}格式有误`,
    explanation: `${inPlace('SMTP_SENDER', facts)}的写法不符合服务器的要求。`,
    nextSteps: [
      '只写地址，换成你自己的：SMTP_SENDER=tailchat@example.com',
      '地址里只使用英文字母、数字等 ASCII 字符',
    ],
  }),
  'sender-rejected': (facts) => ({
    title: `服务器拒绝了发件人${facts.senderAddress ? ` ${facts.senderAddress}` : ''}`,
    explanation: '服务器不接受来自这个地址的邮件。如果说明了原因，就在服务器的回复里。',
    nextSteps: [
      ...matchingSender(facts),
      '检查发件人的域名在 DNS 中是否存在、能否收信',
      ASK_ABOUT_SENDERS,
    ],
  }),
  'recipient-unknown': (facts) => ({
    title: withRecipients(facts, '邮箱不存在', '收件人不存在'),
    explanation: '服务器说没有这个邮箱或这个域名。',
    nextSteps: [checkRecipient(facts), OTHER_RECIPIENT],
  }),
  'recipient-syntax': (facts) => ({
    title: withRecipients(facts, '不是有效的邮箱地址', '收件人地址格式有误'),
    explanation: paragraph(
      '邮箱地址的格式是 you@example.com：一个 @，没有空格，后面是域名。',
      badRecipient(facts),
    ),
    nextSteps: ['只写地址：--to you@example.com', '多个地址用英文逗号分隔，或者多次使用 --to'],
  }),
  'recipient-rejected': (facts) => ({
    title: withRecipients(facts, '服务器拒绝了收件人'),
    explanation: '服务器的规则不允许向这个地址发信。',
    nextSteps: [OTHER_RECIPIENT, checkRecipient(facts), '询问邮件服务器的管理员允许哪些收件人'],
  }),
  'relay-denied': (facts) => ({
    title: `${server(facts)}不为你转发邮件`,
    explanation: paragraph(
      '服务器只接收发给自己邮箱的邮件，不替你转发到别处。',
      facts.authenticated === false && '这次没有登录，多半就是原因。',
      facts.authenticated === true && '这次已经登录，所以问题在发件人或收件人。',
    ),
    nextSteps: [
      ...(facts.authenticated === true || isSubmission(facts)
        ? []
        : facts.user
          ? ['换用服务器提供登录的端口：465 或 587']
          : [`在 SMTP_URI 中写上用户名和密码，并使用 465 或 587 端口：${URI_FORM}`]),
      ...matchingSender(facts),
      '如果是自建的邮件服务器，在其配置中允许本机的 IP 地址中继',
    ],
  }),
  'mailbox-full': (facts) => ({
    title: withRecipients(facts, '邮箱已满', '收件人的邮箱已满'),
    explanation: '收件邮箱没有空间了，与你的配置无关。',
    nextSteps: [OTHER_RECIPIENT, '请收件人清理旧邮件'],
  }),
  'delivery-expired': (facts) => ({
    title: withRecipients(facts, '邮件未能在期限内送达', '途中的服务器放弃了投递'),
    explanation: paragraph(
      '途中有服务器接受了邮件，反复投递了几小时或几天，最后放弃了。',
      '没有说明投递不了的原因，但与你的配置无关。',
    ),
    nextSteps: [
      '把退信看完：后面可能写着是哪台服务器没有回应',
      OTHER_RECIPIENT,
      '如果发给其他人的邮件也收不到，请邮件服务器的管理员查看日志',
    ],
  }),
  'mail-loop': (facts) => ({
    title: withRecipients(facts, '邮件在服务器之间循环'),
    explanation: paragraph(
      '几台服务器互相转发这封邮件，直到其中一台发现转发次数太多。',
      '某处的转发又绕回了原处，与你的配置无关。',
    ),
    nextSteps: [
      '找出绕回原处的转发：收件邮箱的规则、别名或邮件列表',
      '检查收件人域名的 MX 记录是否指向存放邮箱的服务器，以及这台服务器是否把该域名当作自己的域名',
      OTHER_RECIPIENT,
    ],
  }),
  greylisted: (facts) => ({
    title: withRecipients(facts, '邮件被推迟几分钟', '服务器把邮件推迟几分钟'),
    explanation: '这是反垃圾邮件的灰名单机制：没有见过的发件人要过几分钟再试一次。',
    nextSteps: [
      '过 5 到 15 分钟再试，或者让检查自动重试：tailchat smtp test --to you@example.com --wait 900',
      '如果一直如此，请邮件服务器的管理员把本机加入白名单',
    ],
  }),
  'message-too-large': () => ({
    title: '邮件超过了服务器允许的大小',
    explanation: '服务器限制了单封邮件的大小，这封邮件超出了限制。',
    nextSteps: [
      '缩小邮件：缩短 --text，或者使用不内嵌图片的 --html 文件',
      '如果是自建的邮件服务器，调高大小限制',
    ],
  }),
  'content-rejected': () => ({
    title: '服务器认为邮件是垃圾邮件或含有禁止的内容',
    explanation: '问题可能出在邮件内容，也可能出在发件人或发信的机器。',
    nextSteps: [
      '发一封不带链接的简单邮件试试：tailchat smtp test --to you@example.com --text "一封简短的测试邮件"',
      '查看服务器的回复：里面往往写明了规则或说明页面',
      '检查发件人域名的 SPF、DKIM 和 DMARC 记录',
    ],
  }),
  'auth-policy-rejected': (facts) => ({
    title: facts.senderAddress
      ? `服务器怀疑邮件并非来自 ${facts.senderAddress}`
      : '服务器怀疑发件人是伪造的',
    explanation:
      'SPF、DKIM 和 DMARC 是 DNS 中的记录，规定谁可以代表某个域名发信。这封邮件没有通过这类检查。',
    nextSteps: [
      '通过 SMTP_SENDER 所属域名的邮件服务器发信',
      '按照邮件服务商的说明，在域名的 DNS 中添加 SPF 和 DKIM 记录',
      '把 SMTP_SENDER 改成属于这台邮件服务器的域名的地址',
    ],
  }),
  'rate-limited': (facts) => ({
    title: '邮件或收件人太多，暂时被限制',
    explanation: paragraph('服务器限制短时间内的发信数量，过一段时间会自动恢复。', limits(facts)),
    nextSteps: [
      '稍后再试，或者让检查自动重试：tailchat smtp test --to you@example.com --wait 900',
      '减少一次发送的收件人数量',
    ],
  }),
  'quota-exceeded': (facts) => ({
    title: `${spaceAfter(facts.user ?? '账号')}的发信额度已用完`,
    explanation: paragraph('已经达到账号或套餐每天或每月的上限。', limits(facts)),
    nextSteps: ['等待额度重置，通常是第二天或下个月', '在服务商的网页上查看用量，需要的话升级套餐'],
  }),
  'sandbox-restricted': (facts) => ({
    title: '试用账号只能向已验证的地址发信',
    explanation: '服务商还没有允许这个账号向任意地址发信。',
    nextSteps: [
      ...(facts.provider?.advice
        ? []
        : ['在服务商的网页上申请正式发信权限（常称为 production access）']),
      '在那里验证收件人，再用这个地址重试：tailchat smtp test --to you@example.com',
    ],
  }),
} satisfies Pick<
  CauseTexts,
  | 'sender-mismatch'
  | 'sender-unverified'
  | 'sender-syntax'
  | 'sender-rejected'
  | 'recipient-unknown'
  | 'recipient-syntax'
  | 'recipient-rejected'
  | 'relay-denied'
  | 'mailbox-full'
  | 'delivery-expired'
  | 'mail-loop'
  | 'greylisted'
  | 'message-too-large'
  | 'content-rejected'
  | 'auth-policy-rejected'
  | 'rate-limited'
  | 'quota-exceeded'
  | 'sandbox-restricted'
>;
