import { say } from '../../plans/plan.js';
import {
  recipientsToTry,
  stepsOfRejectedRecipient,
  stepsOfRestricted,
  stepsOfUnknownRecipient,
  whyBadRecipient,
} from '../../plans/recipient.js';
import type { CauseTexts } from '../../texts.js';
import { paragraph } from '../grammar.js';
import { withRecipients } from '../phrases.js';

const OTHER_RECIPIENT = '换一个其他服务商的收件地址试试：tailchat smtp test --to you@example.com';

/** The recipient, letter by letter. */
const CHECK = {
  'check-given': '逐字检查 --to 后面的地址',
  'check-address': '逐字检查收件人地址',
};

/** The texts of the causes that lie in a recipient, or on the way to its mailbox. */
export const recipient = {
  'recipient-unknown': (facts) => ({
    title: withRecipients(facts, '邮箱不存在', '收件人不存在'),
    explanation: '服务器说没有这个邮箱或这个域名。',
    nextSteps: say(stepsOfUnknownRecipient(facts), facts, {
      ...CHECK,
      'other-recipient': OTHER_RECIPIENT,
    }),
  }),
  'recipient-syntax': (facts) => ({
    title: withRecipients(facts, '不是有效的邮箱地址', '收件人地址格式有误'),
    explanation: paragraph(
      ...say(whyBadRecipient(facts), facts, {
        'odd-dots':
          '@ 前面有连续的点，或者以点开头、结尾。多数服务器会拒绝这样的地址，而 Tailchat 会原样发送。',
        form: '邮箱地址的格式是 you@example.com：一个 @，没有空格，后面是域名。',
        // Nothing of the value itself, which may be anything.
        which: ({ valueNumber, valueLength }) =>
          `有问题的是 --to 的第 ${valueNumber} 个值（${valueLength} 个字符）。`,
      }),
    ),
    nextSteps: ['只写地址：--to you@example.com', '多个地址用英文逗号分隔，或者多次使用 --to'],
  }),
  'recipient-rejected': (facts) => ({
    title: withRecipients(facts, '服务器拒绝了收件人'),
    explanation: '服务器的规则不允许向这个地址发信。',
    nextSteps: say(stepsOfRejectedRecipient(facts), facts, {
      ...CHECK,
      'other-recipient': OTHER_RECIPIENT,
      'ask-about-recipients': '询问邮件服务器的管理员允许哪些收件人',
    }),
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
      '几台服务器把这封邮件转来转去，直到其中一台不再转发。',
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
      `过 5 到 15 分钟再试，或者让检查自动重试：tailchat smtp test --to ${recipientsToTry(facts)} --wait 900`,
      '如果一直如此，请邮件服务器的管理员把本机加入白名单',
    ],
  }),
  'sandbox-restricted': (facts) => ({
    title: '试用账号只能向已验证的地址发信',
    explanation: '服务商还没有允许这个账号向任意地址发信。',
    nextSteps: say(stepsOfRestricted(facts), facts, {
      'ask-for-access': '在服务商的网页上申请正式发信权限（常称为 production access）',
      verify: '在那里验证收件人，再用这个地址重试：tailchat smtp test --to you@example.com',
    }),
  }),
} satisfies Pick<
  CauseTexts,
  | 'recipient-unknown'
  | 'recipient-syntax'
  | 'recipient-rejected'
  | 'mailbox-full'
  | 'delivery-expired'
  | 'mail-loop'
  | 'greylisted'
  | 'sandbox-restricted'
>;
