import type { Provider } from '../provider.js';

export const yandex: Provider = {
  id: 'yandex',
  kind: 'mailbox',
  name: { en: 'Yandex Mail', 'zh-CN': 'Yandex 邮箱' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp.yandex.com', port: 465, security: 'tls' },
    { host: 'smtp.yandex.ru', port: 465, security: 'tls' },
    { host: 'smtp.yandex.com', port: 587, security: 'starttls' },
    { host: 'smtp.yandex.ru', port: 587, security: 'starttls' },
  ],
  domains: [
    'yandex.com',
    'yandex.ru',
    'yandex.net',
    'ya.ru',
    'yandex.kz',
    'yandex.by',
    'yandex.com.tr',
  ],
  mark: /\b(mail|(yp|qloud)-c)\.yandex\.(net|com|ru)\b|\bya\.cc\/|\byandex\.(com|ru)\/support\/|\bhelp\.yandex\.(com|ru)\/mail/,
  user: { form: 'address' },
  password: {
    kind: 'app-password',
    name: { en: 'App password', 'zh-CN': '应用密码' },
    where: {
      en: 'id.yandex.com/security/app-passwords > Mail',
      'zh-CN': 'id.yandex.com/security/app-passwords > Mail（邮件）',
    },
  },
  sender: 'login-or-alias',
  delivery: {
    spf: {
      value: '_spf.yandex.net',
      source: 'https://yandex.com.tr/support/connect/dns/spf.html?lang=tr',
      checked: '2026-11-27',
    },
    freeMail: [
      {
        value: { domains: ['yandex.ru'], policy: 'none' },
        source: 'https://www.dmarctrust.com/domains/yandex.ru',
        checked: '2026-11-27',
      },
      {
        value: { domains: ['ya.ru'] },
        source: 'https://dogcorner.ru/qa/view/pochta-yandeks-chto-posle-sobaki',
        checked: '2026-11-27',
      },
    ],
  },
  limits: {
    en: '500 mails a day (each recipient counts), 35 recipients a mail over SMTP',
    'zh-CN': '每天 500 封（按收件人计），经 SMTP 每封最多 35 位收件人',
  },
  advice: {
    'auth-disabled': {
      en: 'Tick "From imap.yandex.com server via IMAP" and "App passwords and OAuth tokens": Yandex Mail > Settings > All settings > Email clients',
      'zh-CN':
        '勾选“From imap.yandex.com server via IMAP”和“App passwords and OAuth tokens”：Yandex 邮箱 > Settings > All settings > Email clients',
    },
    'auth-failed': {
      en: 'Make an app password for Mail, and allow it under Yandex Mail > Settings > All settings > Email clients',
      'zh-CN':
        '生成类型为 Mail 的应用密码，并在 Yandex 邮箱 > Settings > All settings > Email clients 中允许邮件客户端',
    },
    'sender-mismatch': {
      en: 'Set SMTP_SENDER to the address that logs in; it takes no other, in the From header either',
      'zh-CN': '把 SMTP_SENDER 改为登录所用的地址；From 头中也必须是该地址',
    },
    'content-rejected': {
      en: 'Send one mail from the web page of Yandex Mail and solve the captcha; then stop sending for 24 hours, as each attempt lengthens the block',
      'zh-CN':
        '在 Yandex 邮箱网页版发一封邮件并完成验证码；之后 24 小时内不要再发，每次尝试都会延长封禁',
    },
    'quota-exceeded': {
      en: 'Stop sending for 24 hours; each attempt in that time lengthens the block',
      'zh-CN': '24 小时内停止发信，期间每次尝试都会延长封禁',
    },
  },
  pages: {
    smtp: 'https://yandex.com/support/mail/mail-clients/others.html',
    'app-password-required': 'https://yandex.com/support/passport/authorization/app-passwords.html',
    'auth-disabled': 'https://yandex.com/support/mail/mail-clients/others.html',
    'quota-exceeded': 'https://yandex.com/support/mail/web/letter/create/send-many-letters.html',
    'content-rejected':
      'https://yandex.com/support/mail/bounces/yandex/message-rejected-under-suspicion-of-spam.html',
  },
  replies: [
    // Mail programs are switched off in the settings of the mailbox, or by the organisation.
    { words: /does not have access rights to this service/i, cause: 'auth-disabled' },
    { steps: ['auth'], words: /accept (the )?EULA/i, cause: 'auth-disabled' },
    // At login: the account is held back until a person has solved a captcha.
    {
      steps: ['auth'],
      words: /looks like spam|not a robot/i,
      cause: 'auth-throttled',
      retryable: false,
    },
    { words: /under suspicion of spam|message looks like spam/i, cause: 'content-rejected' },
    { words: /blocked by spam statistics/i, cause: 'ip-blocked' },
    { words: /spam limit exceeded/i, cause: 'rate-limited' },
    { words: /without ssl\/tls encryption is not allowed/i, cause: 'starttls-required' },
    { words: /policy rejection on the target address/i, cause: 'recipient-rejected' },
  ],
};
