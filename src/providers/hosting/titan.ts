import type { Provider } from '../provider.js';

/** Titan, which registrars and hosting companies sell under their own names. */
export const titan: Provider = {
  id: 'titan',
  kind: 'hosting',
  name: { en: 'Titan', 'zh-CN': 'Titan' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp.titan.email', port: 465, security: 'tls' },
    { host: 'smtp.titan.email', port: 587, security: 'starttls' },
  ],
  domains: ['titan.email'],
  mark: /[\w-]\.titan\.email\b/i,
  user: { form: 'address' },
  password: {
    kind: 'password',
    name: { en: 'Password of the mailbox', 'zh-CN': '邮箱密码' },
  },
  sender: 'login-or-alias',
  delivery: {
    spf: {
      value: 'spf.titan.email',
      source:
        'https://github.com/Domain-Connect/Templates/blob/master/titan.email.titan-mail-hosting.json',
      checked: '2026-08-20',
    },
  },
  advice: {
    'auth-failed': {
      en: 'Log in at app.titan.email with the same password, and see in its Settings > Preferences that other email apps are allowed',
      'zh-CN':
        '用同一密码登录 app.titan.email，并在 Settings > Preferences 中确认已允许其他邮件应用',
    },
    'auth-disabled': {
      en: 'Switch on access for other email apps at app.titan.email > Settings > Preferences',
      'zh-CN': '在 app.titan.email > Settings > Preferences 开启其他邮件应用的访问',
    },
    'ip-blocked': {
      en: 'Wait, then write to support@titan.email with the address of this server: repeated failed logins from it were blocked',
      'zh-CN': '稍后再试，仍不行则把本服务器的 IP 发给 support@titan.email：多次登录失败会被封禁',
    },
    'account-suspended': {
      en: 'Ask Titan support, or the company that sold the mailbox, to unsuspend it: bounces or spam reports suspended it',
      'zh-CN': '联系 Titan 客服或邮箱的销售商解除停用：退信过多或垃圾邮件投诉会导致停用',
    },
  },
  pages: {
    'ip-blocked':
      'https://support.titan.email/hc/en-us/articles/4416516446873-ESMTP-not-accepting-connections',
    'account-suspended':
      'https://support.hostinger.com/en/articles/6845407-what-to-do-if-your-titan-email-account-is-suspended',
  },
  replies: [
    // Its help says what that is: the address of the client is blocked after failed logins.
    {
      words: /not accepting connections/i,
      cause: 'ip-blocked',
      retryable: true,
      isOnlyHere: true,
    },
  ],
};
