import type { Provider } from '../provider.js';

/** Infomaniak: Mail Service and kSuite. */
export const infomaniak: Provider = {
  id: 'infomaniak',
  kind: 'hosting',
  name: { en: 'Infomaniak', 'zh-CN': 'Infomaniak' },
  checked: '2026-11-23',
  servers: [
    { host: 'mail.infomaniak.com', port: 465, security: 'tls' },
    { host: 'mail.infomaniak.com', port: 587, security: 'starttls' },
  ],
  mark: /[\w-]\.infomaniak\.(?:ch|com)\b/i,
  user: { form: 'address' },
  password: {
    kind: 'password',
    name: { en: 'Password of the email address', 'zh-CN': '邮箱地址的密码' },
    where: {
      en: 'manager.infomaniak.com > Mail Service > the address > Devices > add a device, which gets a password of its own',
      'zh-CN':
        'manager.infomaniak.com > Mail Service > 邮箱地址 > Devices > 添加设备，会生成单独的密码',
    },
  },
  sender: 'login-or-alias',
  delivery: {
    spf: {
      value: 'spf.infomaniak.ch',
      source: 'https://www.infomaniak.com/en/support/faq/2199/manage-spf-records',
      checked: '2026-11-27',
    },
  },
  limits: {
    en: '1,440 messages a day; 500 with my kSuite, 100 with the free plans',
    'zh-CN': '每天 1440 封；my kSuite 500 封，入门套餐 100 封',
  },
  advice: {
    'auth-failed': {
      en: 'Use the password of the email address, not the one of the Infomaniak account: manager.infomaniak.com > Mail Service > the address',
      'zh-CN':
        '请使用邮箱地址的密码，而不是 Infomaniak 账户的密码：manager.infomaniak.com > Mail Service > 邮箱地址',
    },
    'app-password-required': {
      en: 'Create an application password for the Infomaniak account (two-factor authentication is on) and use it in SMTP_URI',
      'zh-CN': '为已开启两步验证的 Infomaniak 账户创建应用密码，并填入 SMTP_URI',
    },
    'account-suspended': {
      en: 'Open the unblocking link in the message that Infomaniak sent to the owner of the address ("SMTPban")',
      'zh-CN': '打开 Infomaniak 发给该地址持有人的邮件中的解封链接（“SMTPban”）',
    },
    'quota-exceeded': {
      en: 'Wait for the 24 hours to pass, or ask Infomaniak in writing for a higher limit for this paid address',
      'zh-CN': '等待 24 小时，或书面向 Infomaniak 申请提高该付费地址的上限',
    },
  },
  pages: {
    smtp: 'https://www.infomaniak.com/en/support/faq/2427/sync-your-emails-across-all-your-devices',
    'account-suspended':
      'https://www.infomaniak.com/en/support/faq/1821/resolve-an-outgoing-email-block',
  },
};
