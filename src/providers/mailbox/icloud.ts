import type { Provider } from '../provider.js';

/** iCloud Mail, with domains of one's own where they are set up in iCloud. */
export const icloud: Provider = {
  id: 'icloud',
  kind: 'mailbox',
  name: { en: 'iCloud Mail', 'zh-CN': 'iCloud 邮件' },
  checked: '2026-11-23',
  // Port 465 is not offered.
  servers: [{ host: 'smtp.mail.me.com', port: 587, security: 'starttls' }],
  domains: ['mail.me.com', 'icloud.com', 'me.com', 'mac.com'],
  mark: /\bicloudmta\b|\bsmtp\.mail\.me\.com ESMTP\b|\[(HME?|CS)\d+\]|support\.apple\.com\/(\S{1,20}\/)?(HT204137|102322)\b/,
  user: { form: 'address' },
  password: {
    kind: 'app-password',
    name: { en: 'App-specific password', 'zh-CN': 'App 专用密码' },
    where: {
      en: 'account.apple.com > Sign-In and Security > App-Specific Passwords',
      'zh-CN': 'account.apple.com > 登录和安全 > App 专用密码',
    },
    shape: {
      matches: /^(?:[a-z]{4}-?){3}[a-z]{4}$/i,
      words: {
        en: 'four groups of 4 letters, xxxx-xxxx-xxxx-xxxx',
        'zh-CN': '四组 4 个字母，形如 xxxx-xxxx-xxxx-xxxx',
      },
    },
  },
  sender: 'login-or-alias',
  delivery: {
    spf: {
      value: 'icloud.com',
      source: 'https://mxhelper.com/fr/mail-providers/icloud',
      checked: '2026-11-27',
    },
    freeMail: [
      {
        value: { domains: ['icloud.com'], policy: 'quarantine' },
        source: 'https://lore.kernel.org/',
        checked: '2026-04-30',
      },
      {
        value: { domains: ['me.com', 'mac.com'], policy: 'quarantine' },
        source: 'https://www.cakemail.com/blog/post/apple-updates-dmarc-warning-for-senders',
        checked: '2018-08-31',
      },
    ],
  },
  limits: {
    en: '1,000 mails and 1,000 recipients a day, 500 recipients a mail',
    'zh-CN': '每天 1000 封、1000 位收件人，每封最多 500 位收件人',
  },
  advice: {
    'auth-failed': {
      en: 'Write the whole iCloud address (name@icloud.com) as user, also where your Apple Account has another address, with an app-specific password',
      'zh-CN':
        '用户名填写完整的 iCloud 邮箱地址（name@icloud.com），即使 Apple 账户是别的地址；密码用 App 专用密码',
    },
    'sender-mismatch': {
      en: 'Set SMTP_SENDER to your iCloud address or one of its aliases, or add the domain: icloud.com > Account > Custom Email Domain',
      'zh-CN':
        '把 SMTP_SENDER 改为你的 iCloud 邮箱地址或其别名，或添加域名：icloud.com > 账户 > 自定义电子邮件域名',
    },
    'quota-exceeded': {
      en: 'Wait until the next day: iCloud takes 1,000 mails a day',
      'zh-CN': '等到第二天再发：iCloud 每天最多发送 1000 封',
    },
    'content-rejected': {
      en: 'Remove links from the mail and try again; if it stays so, write to icloudadmin@apple.com with the whole reply',
      'zh-CN': '去掉邮件中的链接再试；仍被拒绝时把完整回复发给 icloudadmin@apple.com',
    },
  },
  pages: {
    smtp: 'https://support.apple.com/en-us/102525',
    'app-password-required': 'https://support.apple.com/en-us/102654',
    'quota-exceeded': 'https://support.apple.com/en-us/102198',
    'content-rejected': 'https://support.apple.com/en-us/102322',
    'auth-policy-rejected': 'https://support.apple.com/en-us/102322',
    'ip-blocked': 'https://support.apple.com/en-us/102322',
  },
  replies: [
    { words: /from address is not one of your addresses/i, cause: 'sender-mismatch' },
    { words: /\[HME\d+\]|failing both spf and dkim/i, cause: 'auth-policy-rejected' },
    // The filter for mail, which does not say what it found.
    { words: /\[(HM|CS)\d+\]/, codes: [550, 554], cause: 'content-rejected' },
    { words: /deferred due to excessive volume/i, cause: 'rate-limited' },
    { words: /exceeded your daily sending limit/i, cause: 'quota-exceeded' },
    { words: /domain present in the spamhaus/i, cause: 'content-rejected' },
    { words: /due to listing in spamhaus|proofpoint\.com\/dnsbl-lookup/i, cause: 'ip-blocked' },
    {
      steps: ['greeting'],
      words: /\besmtp not accepting connections/i,
      cause: 'ip-blocked',
      isOnlyHere: true,
    },
    {
      words: /inactive email address|unknown or illegal alias|recipient no longer on server/i,
      cause: 'recipient-unknown',
    },
  ],
};
