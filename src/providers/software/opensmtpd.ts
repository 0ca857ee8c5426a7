import type { Provider } from '../provider.js';

export const opensmtpd: Provider = {
  id: 'opensmtpd',
  kind: 'software',
  name: { en: 'OpenSMTPD', 'zh-CN': 'OpenSMTPD' },
  checked: '2026-11-23',
  servers: [],
  mark: /\bOpenSMTPD\b/,
  advice: {
    'relay-denied': {
      en: 'Log in, and let logged-in users relay in smtpd.conf: match from any auth for any action "relay"',
      'zh-CN':
        '登录后发信，并在 smtpd.conf 中允许已登录用户转发：match from any auth for any action "relay"',
    },
    'auth-required': {
      en: 'Put a user and password into SMTP_URI, or change "auth" to "auth-optional" on the listener in smtpd.conf',
      'zh-CN':
        '在 SMTP_URI 中填写用户名和密码，或把 smtpd.conf 监听器中的 “auth” 改为 “auth-optional”',
    },
    'auth-failed': {
      en: 'Write the hash of smtpctl encrypt into the table of "auth <credentials>", then run smtpctl update table',
      'zh-CN':
        '把 smtpctl encrypt 生成的哈希写入 “auth <credentials>” 的表，然后执行 smtpctl update table',
    },
    'auth-needs-tls': {
      en: 'Use smtps:// with port 465, or STARTTLS with 587: OpenSMTPD offers AUTH only after TLS',
      'zh-CN': '使用 smtps:// 端口 465，或 STARTTLS 端口 587：OpenSMTPD 只在 TLS 之后提供 AUTH',
    },
    'sender-mismatch': {
      en: 'Add the address of SMTP_SENDER to the user in the table of "senders <table>" on the listener (smtpd.conf)',
      'zh-CN': '在 smtpd.conf 监听器的 “senders <table>” 表中为该用户加入 SMTP_SENDER 的地址',
    },
    'starttls-unavailable': {
      en: 'Add "tls pki <name>" to the listener in smtpd.conf',
      'zh-CN': '在 smtpd.conf 的监听器中加入 “tls pki <name>”',
    },
  },
  pages: { 'relay-denied': 'https://man.openbsd.org/smtpd.conf' },
  replies: [
    { words: /must issue an AUTH command first/i, cause: 'auth-required' },
    // Only the table of `senders` leads to this.
    {
      steps: ['mail-from'],
      words: /^sender rejected/i,
      codes: [530],
      cause: 'sender-mismatch',
      isOnlyHere: true,
    },
    // No rule of smtpd.conf took the recipient.
    {
      steps: ['rcpt-to'],
      words: /invalid recipient/i,
      codes: [550],
      cause: 'relay-denied',
      isOnlyHere: true,
    },
    {
      steps: ['auth'],
      words: /command not supported/i,
      cause: 'auth-needs-tls',
      isOnlyHere: true,
    },
    {
      steps: ['starttls'],
      words: /command not supported/i,
      cause: 'starttls-unavailable',
      isOnlyHere: true,
    },
    { words: /too many messages sent/i, cause: 'rate-limited' },
  ],
};
