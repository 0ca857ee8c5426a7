import type { Facts } from '../../../report/facts.js';
import { stepsOfUnseenTls } from '../../plans/encryption.js';
import { say } from '../../plans/plan.js';
import type { CauseText } from '../../texts.js';
import { SHOW_CONVERSATION, server } from '../phrases.js';

/** A server that wants encryption where there was encryption. */
export function unseenTls(facts: Facts): CauseText {
  return {
    title: `${server(facts)}以为连接没有加密，其实已经加密`,
    explanation: '连接已经用 TLS 加密，但服务器不知道，多半是它前面的代理终止了 TLS。',
    nextSteps: say(stepsOfUnseenTls(facts), facts, {
      submission:
        '改用 smtp:// 和 587 端口（如果服务器提供）：这样由邮件服务器自己切换到 TLS（STARTTLS）',
      tell: '联系邮件服务器的管理员：代理应当原样转发 TLS，或者让服务器信任这个代理',
      'show-conversation': SHOW_CONVERSATION,
    }),
  };
}
