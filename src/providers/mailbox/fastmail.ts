import type { Provider } from '../provider.js';

/** Fastmail. It looks at the sender only after DATA. */
export const fastmail: Provider = {
  id: 'fastmail',
  kind: 'mailbox',
  name: { en: 'Fastmail', 'zh-CN': 'Fastmail' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp.fastmail.com', port: 465, security: 'tls' },
    { host: 'smtp.fastmail.com', port: 587, security: 'starttls' },
  ],
  domains: ['fastmail.com', 'fastmail.fm', 'messagingengine.com'],
  mark: /\bsmtp\.fastmail\.com ESMTP\b|\bmessagingengine\.com\b/i,
  user: { form: 'address' },
  password: {
    kind: 'app-password',
    name: { en: 'App password', 'zh-CN': '应用密码（App password）' },
    where: {
      en: 'Settings > Privacy & Security > Manage app passwords and access > New app password',
      'zh-CN': 'Settings > Privacy & Security > Manage app passwords and access > New app password',
    },
    shape: {
      matches: /^(?:[a-z\d]{4} ?){4}$/i,
      words: { en: '16 letters and digits', 'zh-CN': '16 个字母和数字' },
    },
  },
  sender: 'login-or-alias',
  delivery: {
    spf: {
      value: 'spf.messagingengine.com',
      source: 'https://mailflowauthority.com/email-authentication/fastmail-email-auth',
      checked: '2026-11-27',
    },
    dkim: {
      value: { form: 'fixed', selectors: ['fm1', 'fm2', 'fm3'] },
      source: 'https://www.fastmail.help/hc/en-us/articles/360060591153',
      checked: '2026-11-27',
    },
  },
  advice: {
    'auth-failed': {
      en: 'Write the login address of the account as user, not an alias, with an app password that allows "Mail" or "SMTP"',
      'zh-CN': '用户名填写账号的登录地址（不是别名），密码用允许 Mail 或 SMTP 的应用密码',
    },
    'sender-mismatch': {
      en: 'Add the address of SMTP_SENDER: Settings > My email addresses',
      'zh-CN': '添加 SMTP_SENDER 的地址：Settings > My email addresses',
    },
    'sender-syntax': {
      en: 'Write one address only in SMTP_SENDER, and put quotation marks around a name that holds an @ or a comma',
      'zh-CN': 'SMTP_SENDER 中只写一个地址；名称中含有 @ 或逗号时用引号括起来',
    },
  },
  pages: {
    smtp: 'https://www.fastmail.com/help/technical/servernamesandports.html',
    'sender-mismatch': 'https://www.fastmail.help/hc/en-us/articles/1500000280401-Identities',
  },
  replies: [
    { words: /not (authori[sz]ed|permitted) to send (from|with) this/i, cause: 'sender-mismatch' },
    { words: /multiple addresses in a from header/i, cause: 'sender-syntax' },
    { words: /address locked or deactivated/i, cause: 'recipient-rejected' },
  ],
};
