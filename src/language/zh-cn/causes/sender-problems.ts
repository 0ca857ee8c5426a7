import { namedSender, quotedSender, senderLine } from '../../plans/setting-line.js';
import type { ProblemTexts } from '../../plans/settings.js';
import { inPlace } from '../phrases.js';
import { inForm } from '../readers.js';

/** What can be wrong with `SMTP_SENDER`. */
export const SENDER_PROBLEMS: ProblemTexts = {
  'uri-as-sender': (facts) => ({
    title: `${inPlace('SMTP_SENDER', facts)}里写的是 URI，不是邮箱地址`,
    explanation: '邮件服务器的 URI 写在 SMTP_URI 里；SMTP_SENDER 是发件人的邮箱地址。',
    nextSteps: [`把 URI 移到 SMTP_URI，SMTP_SENDER 写你自己的地址：${inForm(senderLine(facts))}`],
  }),
  'named-sender': (facts) => ({
    title: `${inPlace('SMTP_SENDER', facts)}以变量名开头`,
    explanation:
      '这个值是完整的一行。Tailchat 只需要变量名后面的部分；它的服务器会把变量名当成发件人的一部分。',
    nextSteps: ['去掉值里面的变量名'],
  }),
  'group-as-sender': (facts) => ({
    title: `${inPlace('SMTP_SENDER', facts)}里写的是一个地址组，不是单个地址`,
    explanation:
      '不在双引号里的冒号会把后面的内容变成一个地址组，而 Tailchat 的邮件只能有一个发件人。',
    nextSteps: [
      `只写一个地址，去掉组名：${inForm(senderLine(facts))}`,
      `如果冒号是名称的一部分，用双引号把名称括起来：${inForm(quotedSender(facts))}`,
    ],
  }),
  'encoded-at': (facts) => ({
    title: `${inPlace('SMTP_SENDER', facts)}里的 @ 被写成了百分号编码`,
    explanation: '%40 只在 SMTP_URI 里表示 @；SMTP_SENDER 写什么就读成什么。',
    nextSteps: [`把 %40 改成 @：${inForm(senderLine(facts))}`],
  }),
  'wide-at': (facts) => ({
    title: `${inPlace('SMTP_SENDER', facts)}里的 ＠ 是全角字符`,
    explanation: '它是中文输入法输入的，邮箱地址里要用半角的 @。',
    nextSteps: ['改成半角的 @'],
  }),
  'no-address': (facts) => ({
    title: `${inPlace('SMTP_SENDER', facts)}里没有邮箱地址`,
    explanation: '发件人必须有邮箱地址，例如 tailchat@example.com，只有名称是不够的。',
    nextSteps: [
      `填写自己的地址：${inForm(senderLine(facts))}`,
      `需要显示名称时这样写：${inForm(namedSender(facts))}`,
    ],
  }),
  'several-addresses': (facts) => ({
    title: `${inPlace('SMTP_SENDER', facts)}被识别为多个地址`,
    explanation:
      'Tailchat 会把这些地址都写进 From，并用第一个发信，服务器可能因此拒收。逗号和分号会被当成地址的分隔符，名称里的也一样，除非名称放在双引号里。',
    nextSteps: [
      '只保留一个地址',
      `名称里有这些符号时，用双引号把名称括起来：${inForm(quotedSender(facts))}`,
    ],
  }),
};
