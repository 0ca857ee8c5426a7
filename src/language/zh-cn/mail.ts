import type { MailFacts, MailTexts } from '../mail-texts.js';

function howSent({ sender, machine, date, server }: MailFacts): string {
  return (
    `发送命令：\`tailchat smtp test\`；机器：${machine}；时间：${date}；发件人：${sender}；` +
    `邮件服务器：${server}。`
  );
}

export const mail: MailTexts = {
  subject: 'Tailchat 测试邮件（tailchat smtp test）',
  body: (facts) => [
    '这是一封测试邮件。能看到它，说明 Tailchat 可以用当前的配置发信：找回密码和邮箱验证都能' +
      '正常使用。',
    howSent(facts),
    '如果你并不知情，那是有人在自己搭建的 Tailchat 服务器上用你的地址测试发信。你的地址没有用' +
      '于其他用途，直接删除这封邮件即可。',
  ],
};

/** The test mail for the throw-away server, which passes it on to nobody. */
export const sandboxMail: MailTexts = {
  subject: mail.subject,
  body: (facts) => [
    '这是一封测试邮件。它只发到了本命令自带的临时服务器，没有发给任何人，因此不能说明 Tailchat 要用的邮件服务器能否发信。',
    howSent(facts),
  ],
};
