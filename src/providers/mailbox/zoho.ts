import type { Provider } from '../provider.js';

/**
 * Zoho Mail. Every data centre has hosts of its own and knows only its own accounts; `smtppro` is for
 * paid plans with a domain.
 */
export const zoho: Provider = {
  id: 'zoho',
  kind: 'mailbox',
  name: { en: 'Zoho Mail', 'zh-CN': 'Zoho Mail' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp.zoho.com', port: 465, security: 'tls' },
    { host: 'smtppro.zoho.com', port: 465, security: 'tls' },
    { host: 'smtp.zoho.com', port: 587, security: 'starttls' },
    { host: 'smtp.zoho.eu', port: 465, security: 'tls' },
    { host: 'smtppro.zoho.eu', port: 465, security: 'tls' },
    { host: 'smtp.zoho.in', port: 465, security: 'tls' },
    { host: 'smtppro.zoho.in', port: 465, security: 'tls' },
    { host: 'smtp.zoho.com.cn', port: 465, security: 'tls' },
    { host: 'smtppro.zoho.com.cn', port: 465, security: 'tls' },
    { host: 'smtp.zoho.com.au', port: 465, security: 'tls' },
    { host: 'smtp.zoho.jp', port: 465, security: 'tls' },
    { host: 'smtp.zoho.sa', port: 465, security: 'tls' },
    { host: 'smtp.zohocloud.ca', port: 465, security: 'tls' },
  ],
  domains: [
    'zoho.com',
    'zoho.eu',
    'zoho.in',
    'zoho.com.cn',
    'zoho.com.au',
    'zoho.jp',
    'zoho.sa',
    'zohocloud.ca',
    'zohomail.com',
  ],
  mark: /\bmx\.zohomail\.[a-z]|\bzoho mail\b|\bzoho\.[a-z.]{2,6}\/(mail\/help|UnblockMe)/i,
  user: { form: 'address' },
  password: {
    kind: 'app-password',
    name: { en: 'Application-specific password', 'zh-CN': '应用特定密码' },
    where: {
      en: 'accounts.zoho.com > Security > App Passwords (without two-factor login, the account’s own)',
      'zh-CN':
        'accounts.zoho.com > 安全 > 应用特定密码（未开启双重验证时也可用账号密码；中国区为 accounts.zoho.com.cn）',
    },
  },
  sender: 'login-or-alias',
  delivery: {
    dkim: {
      value: { form: 'usual', selectors: ['zmail'] },
      source: 'https://domainsecurityscanner.com/guides/zoho-mail',
      checked: '2026-11-27',
    },
  },
  limits: {
    en: '50 to 500 mails an hour, by the reputation of the sender; SMTP is not in every free plan',
    'zh-CN': '按发件人信誉每小时 50–500 封；部分免费版不支持 SMTP',
  },
  advice: {
    'auth-failed': {
      en: 'Take the host of your data centre (mail.zoho.eu: smtp.zoho.eu; paid plans with a domain: smtppro.zoho.eu); with two-factor login, an app password',
      'zh-CN':
        '使用账号所在数据中心的主机（如登录 mail.zoho.eu 则用 smtp.zoho.eu）；付费企业版用 smtppro.zoho.eu；开启双重验证时用应用特定密码',
    },
    'auth-disabled': {
      en: 'Let the administrator allow IMAP and SMTP for the user: Zoho Mail Admin Console > Users > Mail Settings',
      'zh-CN': '请管理员为该用户开启 IMAP 和 SMTP：Zoho Mail 管理控制台 > 用户 > 邮件设置',
    },
    'sender-mismatch': {
      en: 'Set SMTP_SENDER to the address that logs in, or add it as an alias: Zoho Mail > Settings > Send Mail As',
      'zh-CN': '把 SMTP_SENDER 改为登录所用的地址，或将其添加为别名：Zoho Mail > 设置 > 发送邮件为',
    },
    'account-suspended': {
      en: 'Unblock sending at mail.zoho.com/UnblockMe, or let the administrator do so in the Admin Console, under blocked users',
      'zh-CN':
        '在 mail.zoho.com/UnblockMe 解除发信限制，或请管理员在管理控制台的“已阻止用户”中解除',
    },
    'rate-limited': {
      en: 'Send fewer mails at a time; for mails of a service use Zoho ZeptoMail instead of a mailbox',
      'zh-CN': '降低发送频率；服务通知类邮件请改用 Zoho ZeptoMail',
    },
  },
  pages: {
    smtp: 'https://www.zoho.com/mail/help/zoho-smtp.html',
    'account-suspended': 'https://www.zoho.com/mail/help/usage-policy.html',
    'rate-limited': 'https://www.zoho.com/mail/help/adminconsole/rates-and-limits.html',
  },
  replies: [
    // Not about the recipient: the sender is neither the address that logged in nor its alias.
    { words: /relaying disallowed as\b|sender is not allowed to relay/i, cause: 'sender-mismatch' },
    { words: /relaying disallowed/i, cause: 'sender-mismatch', isOnlyHere: true },
    {
      words: /unusual (sending |login )?activity detected|\/UnblockMe\b/i,
      cause: 'account-suspended',
    },
    {
      words: /\b(e?mail )?(outgoing|sending) (has been |is )?blocked/i,
      cause: 'account-suspended',
    },
    { words: /sender address blocked/i, codes: ['5.1.8'], cause: 'account-suspended' },
    { words: /yet to enable (imap|smtp|pop)/i, cause: 'auth-disabled' },
    {
      words: /email policy violation detected|email flagged as spam|detected by zoho mail/i,
      cause: 'content-rejected',
    },
    { words: /subject is mandatory/i, cause: 'content-rejected' },
    { words: /email size exceeded the policy/i, cause: 'message-too-large' },
    {
      words: /rejected by destination domain|mailbox delivery (restricted|failure)/i,
      cause: 'recipient-rejected',
    },
  ],
};
