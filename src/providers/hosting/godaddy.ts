import type { Provider } from '../provider.js';

/** GoDaddy's own mailboxes; the Microsoft 365 that GoDaddy sells is at smtp.office365.com. */
export const godaddy: Provider = {
  id: 'godaddy',
  kind: 'hosting',
  name: { en: 'GoDaddy', 'zh-CN': 'GoDaddy' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtpout.secureserver.net', port: 465, security: 'tls' },
    { host: 'smtpout.secureserver.net', port: 587, security: 'starttls' },
    { host: 'smtpout.europe.secureserver.net', port: 465, security: 'tls' },
    { host: 'smtpout.asia.secureserver.net', port: 465, security: 'tls' },
  ],
  domains: ['secureserver.net'],
  mark: /[\w-]\.secureserver\.net\b|\sIB[0124567]\d\d\b/,
  user: { form: 'address' },
  password: {
    kind: 'password',
    name: { en: 'Password of the email account', 'zh-CN': '邮箱账户的密码' },
    where: {
      en: 'GoDaddy > Email & Office Dashboard > the user > Manage > Change password (not the GoDaddy login)',
      'zh-CN':
        'GoDaddy > Email & Office Dashboard > 用户 > Manage > Change password（不是 GoDaddy 的登录密码）',
    },
  },
  delivery: {
    spf: {
      value: 'secureserver.net',
      source:
        'https://za.godaddy.com/help/use-spf-records-to-prevent-spoofing-and-ensure-mail-delivery-40499',
      checked: '2026-11-27',
    },
  },
  advice: {
    'auth-failed': {
      en: 'Look in the Email & Office Dashboard what the mailbox is: Microsoft 365 logs in at smtp.office365.com port 587, not at smtpout.secureserver.net',
      'zh-CN':
        '在 Email & Office Dashboard 查看邮箱类型：Microsoft 365 邮箱应使用 smtp.office365.com 端口 587，而不是 smtpout.secureserver.net',
    },
    'auth-disabled': {
      en: 'Switch on "SMTP Authentication": Email & Office Dashboard > the user > Manage > Advanced Settings',
      'zh-CN':
        '开启 “SMTP Authentication”：Email & Office Dashboard > 用户 > Manage > Advanced Settings',
    },
    'auth-mechanism-unsupported': {
      en: 'Use the host smtpout.secureserver.net with port 465: smtp.secureserver.net only receives mail',
      'zh-CN': '请使用主机 smtpout.secureserver.net 和端口 465：smtp.secureserver.net 只收信',
    },
    'connection-timeout': {
      en: 'Use localhost port 25 without login if this runs on GoDaddy web hosting: it blocks SMTP to other servers',
      'zh-CN':
        '若运行在 GoDaddy 虚拟主机上，请使用 localhost 端口 25 且不登录：它会拦截到其他服务器的 SMTP 连接',
    },
  },
  pages: {
    'content-rejected': 'https://www.godaddy.com/help/fix-rejected-email-with-a-bounce-error-40685',
    'ip-blocked': 'https://www.godaddy.com/help/fix-rejected-email-with-a-bounce-error-40685',
  },
  // The codes of its inbound and outbound servers ("IBSMTP"), as its help page lists them.
  replies: [
    // The login went to the server that only receives.
    { words: /\bIB401\b|not allowed on IBSMTP/i, cause: 'auth-mechanism-unsupported' },
    { words: /\bIB50[12]\b/, cause: 'sender-syntax' },
    { words: /\bIB506\b/, cause: 'sender-rejected' },
    { words: /\bIB508\b/, cause: 'auth-policy-rejected' },
    { words: /\bIB(?:212|705)\b/, cause: 'content-rejected' },
    { words: /\bIB(?:504|510|605|607)\b/, cause: 'rate-limited' },
    { words: /\bIB(?:007|101)\b/, cause: 'server-busy' },
    // Blocked for an hour or for the rest of the day.
    { words: /\bIB11[0-3]\b/, cause: 'ip-blocked', retryable: true },
    // The reply is a 421, but a name in reverse DNS does not come by itself.
    { words: /\bIB108\b/, cause: 'ip-blocked', retryable: false },
    { words: /\bIB10[3-6]\b/, cause: 'ip-blocked' },
  ],
};
