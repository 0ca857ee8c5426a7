import type { Texts } from '../texts.js';

const LOG = 'docker compose logs --no-color service-core | tailchat smtp explain';

/** What Tailchat's own server says without a reason, in Chinese. */
export const serverWords: Texts['serverWords'] = {
  unavailable: {
    title: 'Tailchat 启动时邮件服务不可用',
    explanation:
      'Tailchat 只在服务启动时检查一次邮件。当时环境变量里没有 SMTP_URI，或者检查没有通过。原因在日志前面的部分。',
    nextSteps: [
      '在容器里检查，使用容器实际得到的配置：tailchat smtp verify --in',
      `在完整的日志里找原因：${LOG}`,
      '修改之后，让 Compose 重新创建服务：docker compose up -d（docker compose restart 沿用旧配置）',
    ],
  },
  'mail-failed': {
    title: 'Tailchat 没能发出邮件，这里没有说明原因',
    explanation: '这是 Tailchat 显示给用户的提示。原因写在服务器的日志里。',
    nextSteps: [
      `在日志里找原因：${LOG}`,
      '用同样的方式发一封邮件，看停在哪一步：tailchat smtp test --to you@example.com',
    ],
  },
  'no-recipients': {
    title: '有一封邮件没有收件人',
    explanation: '程序没有给出收件地址，邮件库没有连接邮件服务器就停下了。这与 SMTP_URI 无关。',
    nextSteps: [
      '在前面几行查找要发的是什么、发给哪个用户：该账号可能没有填写邮箱',
      '向一个已知的地址发信试试：tailchat smtp test --to you@example.com',
    ],
  },
  'too-long': {
    title: 'Tailchat 放弃了：发送邮件超过了 10 秒',
    explanation: 'Tailchat 最多等 10 秒。邮件服务器更慢，或者没有回应；邮件也可能已经发出。',
    nextSteps: [
      '看每一步用了多久：tailchat smtp test --to you@example.com --in',
      '如果服务器故意延迟（灰名单等），请改用 465 或 587 端口，或者换一家服务商',
      '检查是否有防火墙、VPN 或代理拦截了部分流量',
    ],
  },
};
