import type { Provider } from '../provider.js';

/** Sohu Mail, and its paid sister vip.sohu.com, which has accounts and a server of its own. */
export const sohu: Provider = {
  id: 'sohu',
  kind: 'mailbox',
  name: { en: 'Sohu Mail', 'zh-CN': '搜狐邮箱' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp.sohu.com', port: 465, security: 'tls' },
    { host: 'smtp.vip.sohu.com', port: 465, security: 'tls' },
  ],
  domains: ['mail.sohu.com', 'vip.sohu.com'],
  mark: /\b(?:smtp|sohumx\d*)\.sohu\.com\b|\bcontent rejct\b|\bheloip reject\b/i,
  user: { form: 'address-or-name' },
  password: {
    kind: 'app-password',
    name: { en: 'separate password (独立密码)', 'zh-CN': '独立密码' },
    where: {
      en: 'mail.sohu.com > 选项 > 设置 (Options > Settings) > POP3/SMTP/IMAP: tick IMAP/SMTP服务',
      'zh-CN': 'mail.sohu.com > 选项 > 设置 > POP3/SMTP/IMAP：勾选“IMAP/SMTP服务”，手机验证后获取',
    },
  },
  hasServerPerDomain: true,
  sender: 'login',
  delivery: {
    freeMail: [
      {
        value: { domains: ['sohu.com'] },
        source:
          'https://topic.alibabacloud.com/a/font-classtopic-s-color00c1dewhatfont-font-classtopic-s-color00c1deisfont-an-font-classtopic-s-color00c1desmtpfont-font-classtopic-s-color00c1deserverfont_8_8_10226040.html',
        checked: '2026-11-27',
      },
    ],
  },
  advice: {
    'auth-failed': {
      en: 'Use the separate password (独立密码), not the login password, and switch off 「IP白名单模式」 (address list) or add this machine there',
      'zh-CN': '使用独立密码而非登录密码，并关闭「IP白名单模式」或把本机 IP 加入白名单',
    },
    'auth-disabled': {
      en: 'Tick 「IMAP/SMTP服务」: mail.sohu.com > 选项 (Options) > 设置 (Settings) > POP3/SMTP/IMAP',
      'zh-CN': '勾选「IMAP/SMTP服务」：mail.sohu.com > 选项 > 设置 > POP3/SMTP/IMAP',
    },
    'ip-blocked': {
      en: 'Switch off 「IP白名单模式」 (address list) in the settings of POP3/SMTP/IMAP, and log in instead of delivering directly',
      'zh-CN': '在 POP3/SMTP/IMAP 设置中关闭「IP白名单模式」，并以登录方式发信，不要直接投递',
    },
  },
  replies: [
    { words: /\bheloip reject/i, cause: 'helo-rejected' },
    // Both pass when less is sent for a while.
    { words: /^ip reject\b/i, cause: 'ip-blocked', retryable: true },
    { words: /^sender reject\b/i, cause: 'sender-rejected', retryable: true },
    // Its spelling.
    { words: /\bcontent rejct\b/i, cause: 'content-rejected' },
  ],
};
