import type { LetterTexts } from '../letter-texts.js';
import { partsOfMail, type Teller, tellerOf } from '../plans/letters.js';
import { known, say, tell } from '../plans/plan.js';

export const letters: LetterTexts = {
  sorts: {
    bounce: '退信：邮件没有送达',
    delay: '延迟通知：邮件尚未送达，服务器还在重试',
    delivered: '送达回执：邮件已经送达，没有失败',
    relayed: '转交回执：邮件已经交给下一台服务器，此后只有失败才会通知',
    read: '已读回执：邮件已经送达，没有失败',
    'feedback-report': '投诉（反馈报告）：邮件已经送达，收件人把它标记为垃圾邮件',
    'auto-reply': '自动回复，例如外出通知：邮件已经到达收件方',
    list: '邮件列表发来的邮件，不是失败通知',
    received: '收到的普通邮件，不是失败通知',
    spam: '收到的邮件，途中被过滤器判为垃圾邮件，不是失败通知',
    other: '这封信没有提到投递失败',
  },
  notDelivered: '未送达：',
  delayed: (until) => `尚未送达${known(until, (time) => `（服务器重试到 ${time}）`)}：`,
  refusedBy: (remote, reporter, hasAnswered) =>
    tell<Teller, string | null>(tellerOf(remote, reporter, hasAnswered), {
      nobody: null,
      reporter: (teller) => `报告方：${teller.reporter}`,
      refused: (teller) => `拒收方：${withReporter(teller)}`,
      theirs: (teller) => `对方服务器：${withReporter(teller)}`,
    }),
  about: (subject, sent) => {
    const parts = say(partsOfMail(subject, sent), undefined, {
      subject: `“${subject}”`,
      sent: `发送于 ${sent}`,
    });
    return known<string[], string | null>(parts, (some) => `邮件：${some.join('，')}`, null);
  },
  foundIn: (headline, line) => `${headline}（第 ${line} 行）`,
  progress: (megabytes, found) => `已读取 ${megabytes} MB，发现 ${found} 个失败`,
};

function withReporter({ remote, reporter }: { remote: string; reporter: string | null }): string {
  return `${remote}${known(reporter, (name) => `，由 ${name} 报告`)}`;
}
