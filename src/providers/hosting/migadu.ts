import type { Provider } from '../provider.js';

export const migadu: Provider = {
  id: 'migadu',
  kind: 'hosting',
  name: { en: 'Migadu', 'zh-CN': 'Migadu' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp.migadu.com', port: 465, security: 'tls' },
    { host: 'smtp.migadu.com', port: 587, security: 'starttls' },
  ],
  mark: /[\w-]\.migadu\.com\b/i,
  user: { form: 'address' },
  password: {
    kind: 'password',
    name: { en: 'Password of the mailbox', 'zh-CN': '邮箱密码' },
    where: {
      en: 'admin.migadu.com > the domain > Mailboxes > the mailbox > Password; an identity may have a password of its own',
      'zh-CN': 'admin.migadu.com > 域名 > Mailboxes > 邮箱 > Password；Identities 也可有自己的密码',
    },
  },
  sender: 'login-or-alias',
  delivery: {
    spf: {
      value: 'spf.migadu.com',
      source: 'https://gist.github.com/tennox/f2836fb57e2ac3b54c0c044b7777eb35',
      checked: '2024-03-20',
    },
    dkim: {
      value: { form: 'fixed', selectors: ['key1', 'key2', 'key3'] },
      source: 'https://gist.github.com/tennox/f2836fb57e2ac3b54c0c044b7777eb35',
      checked: '2024-03-20',
    },
  },
  limits: {
    en: 'a daily number of outgoing messages by plan, for the whole account',
    'zh-CN': '按套餐限制整个账户每天的发信数量',
  },
  advice: {
    'auth-failed': {
      en: 'Use the mailbox and its password, not the login of admin.migadu.com; see also that "May send" is on for the mailbox',
      'zh-CN':
        '请使用邮箱及其密码，而不是 admin.migadu.com 的登录信息；并确认该邮箱允许发信（May send）',
    },
    'sender-mismatch': {
      en: 'Add the address of SMTP_SENDER as an identity of the mailbox: admin.migadu.com > Mailboxes > Identities',
      'zh-CN': '把 SMTP_SENDER 的地址加为该邮箱的身份：admin.migadu.com > Mailboxes > Identities',
    },
    'quota-exceeded': {
      en: 'Wait until tomorrow, raise the limit of the mailbox, or take a larger plan at admin.migadu.com',
      'zh-CN': '等到明天，或在 admin.migadu.com 提高该邮箱的上限或升级套餐',
    },
  },
  replies: [{ words: /reached \w+ outgoing limits?/i, cause: 'quota-exceeded' }],
};
