import type { Provider } from '../provider.js';

/** MXroute. Every customer is told the name of a server of their own (such as echo.mxrouting.net). */
export const mxroute: Provider = {
  id: 'mxroute',
  kind: 'hosting',
  name: { en: 'MXroute', 'zh-CN': 'MXroute' },
  checked: '2026-11-23',
  servers: [],
  domains: ['mxrouting.net', 'mxlogin.com', 'mxroute.com'],
  mark: /[\w-]\.(?:mxrouting\.net|mxlogin\.com|mxroute\.com)\b/i,
  user: { form: 'address' },
  password: {
    kind: 'password',
    name: { en: 'Password of the email account', 'zh-CN': '邮箱账户的密码' },
    where: {
      en: 'the MXroute control panel > Email Accounts (not the login of the panel itself)',
      'zh-CN': 'MXroute 控制面板 > Email Accounts（不是面板自身的登录密码）',
    },
  },
  delivery: {
    spf: {
      value: 'mxroute.com',
      source: 'https://mxroutedocs.com/dns/dnsoverview/',
      checked: '2026-11-27',
    },
    dkim: {
      value: { form: 'usual', selectors: ['x'] },
      source: 'https://mxroutedocs.com/dns/dnsoverview/',
      checked: '2026-11-27',
    },
    unknown: { facts: ['envelope'], looked: '2026-11-27' },
  },
  limits: {
    en: '400 messages an hour per address; no marketing',
    'zh-CN': '每个地址每小时 400 封；禁止营销邮件',
  },
  advice: {
    'rate-limited': {
      en: 'Wait an hour; do not spread the same mail over more addresses, which MXroute blocks',
      'zh-CN': '等待一小时；不要用多个地址分散发送同一批邮件，MXroute 会因此封禁',
    },
    'account-suspended': {
      en: 'Stop mail from cron jobs and to invalid addresses, repair SPF, then ask MXroute support to unblock the address',
      'zh-CN': '停止 cron 通知和发往无效地址的邮件，修复 SPF，然后请 MXroute 客服解封该地址',
    },
    'ip-blocked': {
      en: 'Correct what the reply names (old password, invalid recipients) and wait: MXroute lifts the block after 12 to 48 hours',
      'zh-CN':
        '修正回复中指出的问题（旧密码、无效收件人）后等待：MXroute 会在 12 至 48 小时后解除封禁',
    },
  },
  pages: {
    'ip-blocked': 'https://docs.mxroute.com/docs/troubleshooting/smtp-blocks.html',
    'account-suspended': 'https://docs.mxroute.com/docs/troubleshooting/blocked-addresses.html',
    'rate-limited': 'https://docs.mxroute.com/docs/troubleshooting/blocked-addresses.html',
  },
  replies: [
    {
      words: /(?:sending|sender) address has been blocked by admins/i,
      cause: 'account-suspended',
    },
    { words: /recipient address has been blocked by admins/i, cause: 'recipient-rejected' },
    { words: /generating excessive authentication failures/i, cause: 'auth-throttled' },
    // These blocks of an IP address end by themselves.
    {
      words: /sending excessive rejected (?:recipients|messages)|flooding our SMTP server/i,
      cause: 'ip-blocked',
      retryable: true,
    },
    { words: /unauthenticated mail not allowed from this range/i, cause: 'ip-blocked' },
  ],
};
