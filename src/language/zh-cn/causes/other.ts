import type { CauseTexts } from '../../texts.js';
import { code, SHOW_CONVERSATION, server, serverWithin } from '../phrases.js';

/** The texts of the causes that belong nowhere else. */
export const other = {
  'server-error': (facts) => ({
    title: `${server(facts)}自身出了故障`,
    explanation: '问题出在服务器一方，你的配置很可能没有错。',
    nextSteps: [
      '过几分钟再试，或者让检查自动重试：tailchat smtp verify --wait 300',
      '联系邮件服务器的管理员，并附上服务器的回复',
    ],
  }),
  'protocol-error': (facts) => ({
    title: `${server(facts)}的应答不合规范`,
    explanation: '应答不符合 SMTP 协议，或者与请求对不上。',
    nextSteps: [
      '检查 SMTP_URI 中的地址和端口是否属于用来发信的邮件服务器',
      SHOW_CONVERSATION,
      '检查中间有没有防火墙、杀毒软件或代理改动了对话',
    ],
  }),
  unknown: (facts) =>
    facts.strictWarnings?.length
      ? {
          title: `检查已通过，但 --strict 把警告也算作失败：${facts.strictWarnings.join('、')}`,
          explanation: '试过的各项都正常。使用 --strict 时，有警告就算失败。',
          nextSteps: ['按各条警告的说明消除警告', '去掉 --strict，有警告也算通过'],
        }
      : {
          title: `对${serverWithin(facts)}的检查失败，原因不明`,
          explanation: `已有的信息不足以确定原因${code(facts)}。`,
          nextSteps: ['如果服务器有回复，用其中的文字在服务商的帮助页面里搜索', SHOW_CONVERSATION],
        },
} satisfies Pick<CauseTexts, 'server-error' | 'protocol-error' | 'unknown'>;
