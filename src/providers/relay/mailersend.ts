import type { Provider } from '../provider.js';

export const mailersend: Provider = {
  id: 'mailersend',
  kind: 'relay',
  name: { en: 'MailerSend', 'zh-CN': 'MailerSend' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp.mailersend.net', port: 587, security: 'starttls' },
    { host: 'smtp.mailersend.net', port: 2525, security: 'starttls' },
  ],
  domains: ['mailersend.net', 'mailersend.com'],
  mark: /\bsmtp\.mailersend\.net\b|#MS4\d{4}\b/i,
  user: {
    form: 'issued',
    words: {
      en: 'the username of an SMTP user, such as MS_1a2B3c@example.com',
      'zh-CN': 'SMTP 用户的用户名，例如 MS_1a2B3c@example.com',
    },
    shape: {
      matches: /^MS_\w+@[^\s@]+$/,
      words: { en: 'MS_, some characters, @ and a domain', 'zh-CN': 'MS_ 加若干字符、@ 和域名' },
    },
  },
  password: {
    kind: 'password',
    name: { en: 'password of the SMTP user', 'zh-CN': 'SMTP 用户的密码' },
    where: {
      en: 'app.mailersend.com > Domains > Manage > SMTP > Generate new user',
      'zh-CN': 'app.mailersend.com > Domains > Manage > SMTP > Generate new user',
    },
    mistakes: [
      {
        matches: /^mlsn\./,
        words: { en: 'an API token, which is not for SMTP', 'zh-CN': 'API token，不能用于 SMTP' },
      },
    ],
  },
  sender: 'verified',
  delivery: {
    envelope: {
      value: 'subdomain',
      source:
        'https://github.com/Domain-Connect/Templates/blob/master/mailersend.com.mailersend-email-new.json',
      checked: '2026-08-20',
    },
  },
  advice: {
    'auth-failed': {
      en: 'Generate an SMTP user and copy both values: app.mailersend.com > Domains > Manage > SMTP',
      'zh-CN': '生成 SMTP 用户并复制两项内容：app.mailersend.com > Domains > Manage > SMTP',
    },
    'sender-unverified': {
      en: 'Send from a domain that is verified: app.mailersend.com > Domains; the user name MS_… is no sender',
      'zh-CN': '使用已验证域名的地址发信：app.mailersend.com > Domains；用户名 MS_… 不能当发件人',
    },
    'sandbox-restricted': {
      en: 'Verify a domain and request approval of the account in app.mailersend.com; a trial may write only to a few recipients',
      'zh-CN': '在 app.mailersend.com 验证域名并申请账户审批；试用账户只能发给少数收件人',
    },
    'quota-exceeded': {
      en: 'Wait for the next period or upgrade the plan: app.mailersend.com > Plan and billing',
      'zh-CN': '等待下一周期，或升级套餐：app.mailersend.com > Plan and billing',
    },
  },
  pages: {
    smtp: 'https://www.mailersend.com/help/smtp-relay',
    'sender-unverified': 'https://developers.mailersend.com/smtp-relay.html',
  },
  // With 450, as all that its validation finds, though it passes only when something is changed.
  replies: [
    { words: /#MS42225\b|trial accounts? (?:can only|unique)/i, cause: 'sandbox-restricted' },
    {
      words: /#MS42207\b|from\.email domain must be verified|domain must be verified/i,
      cause: 'sender-unverified',
      isOnlyHere: true,
    },
  ],
};
