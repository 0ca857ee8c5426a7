import type { Facts } from '../../../report/facts.js';
import { known } from '../../plans/plan.js';
import { recipientsToTry } from '../../plans/recipient.js';
import type { CauseTexts } from '../../texts.js';
import { paragraph, spaceAfter } from '../grammar.js';

/** How much the provider lets one send. */
function limits({ provider }: Facts): string {
  return known(provider?.limits, (limits) => `${provider?.name}：${limits}。`);
}

/** The texts of the causes that lie in the message, or in how much is sent. */
export const message = {
  'message-too-large': () => ({
    title: '邮件超过了服务器允许的大小',
    explanation: '服务器限制了单封邮件的大小，这封邮件超出了限制。',
    nextSteps: [
      '缩小邮件：缩短 --text，或者使用不内嵌图片的 --html 文件',
      '如果是自建的邮件服务器，调高大小限制',
    ],
  }),
  'content-rejected': (facts) => ({
    title: '服务器认为邮件是垃圾邮件或含有禁止的内容',
    explanation: '问题可能出在邮件内容，也可能出在发件人或发信的机器。',
    nextSteps: [
      `换一封不带链接的短邮件试试：tailchat smtp test --to ${recipientsToTry(facts)} --text "简短测试"`,
      '查看服务器的回复：里面往往写明了规则或说明页面',
      '查看发件人域名的 SPF、DKIM 和 DMARC 记录，以及该添加什么：tailchat smtp domain',
    ],
  }),
  'rate-limited': (facts) => ({
    title: '邮件或收件人太多，暂时被限制',
    explanation: paragraph('服务器限制短时间内的发信数量，过一段时间会自动恢复。', limits(facts)),
    nextSteps: [
      `稍后再试，或者让检查自动重试：tailchat smtp test --to ${recipientsToTry(facts)} --wait 900`,
      '减少一次发送的收件人数量',
    ],
  }),
  'quota-exceeded': (facts) => ({
    title: `${spaceAfter(facts.user ?? '账号')}的发信额度已用完`,
    explanation: paragraph('已经达到账号或套餐每天或每月的上限。', limits(facts)),
    nextSteps: ['等待额度重置，通常是第二天或下个月', '在服务商的网页上查看用量，需要的话升级套餐'],
  }),
} satisfies Pick<
  CauseTexts,
  'message-too-large' | 'content-rejected' | 'rate-limited' | 'quota-exceeded'
>;
