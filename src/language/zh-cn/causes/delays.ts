import type { Facts } from '../../../report/facts.js';
import { known } from '../../plans/plan.js';
import type { CauseText, DelayTexts } from '../../texts.js';
import { mailTo, withRecipients } from '../phrases.js';
import { AGAIN, OF_ADDRESS, OF_NO_REASON } from './bounces.js';

/** What is said of a letter that a server still tries to deliver. */
export const delays: DelayTexts = {
  again: AGAIN,
  wait: (until) =>
    `等待：服务器会自动重试${known(until, (time) => `到 ${time}`, '几小时到几天')}，这期间重新发送，对方可能收到两封`,
  look: (until) => `看看邮件是否已经送达，没有的话再重新发送：服务器只重试到 ${until}`,
  thaw: '先排除原因，再让 Exim 重试：exim -M ID（ID 是日志里这封邮件的编号）',
  delivered: {
    title: '起初推迟，后来已接收',
    explanation: '日志后面写着，再次尝试时下一台服务器接收了邮件，所以这不算失败。',
    nextSteps: ['请收件人查看收件箱和垃圾邮件文件夹'],
  },
  causes: {
    'recipient-unknown': (facts) => ({
      title: withRecipients(facts, '没有这个邮箱或域名', '收件人不存在'),
      explanation: '对方服务器不认识这个地址，但还没有彻底拒收。',
      nextSteps: OF_ADDRESS,
    }),
    greylisted: (facts) => ({
      title: withRecipients(facts, '收件方推迟了邮件，对没有见过的发件人都是这样'),
      explanation: '灰名单机制：过一会儿再试时，对方通常就会接收。',
      nextSteps: [AGAIN],
    }),
    'delivery-expired': notSaid,
    unknown: notSaid,
  },
};

function notSaid(facts: Facts): CauseText {
  return {
    title: mailTo(facts, '尚未送达，也没有说明原因'),
    explanation: '从这些内容看不出具体原因。',
    nextSteps: OF_NO_REASON,
  };
}
