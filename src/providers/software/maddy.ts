import type { Provider } from '../provider.js';

export const maddy: Provider = {
  id: 'maddy',
  kind: 'software',
  name: { en: 'maddy', 'zh-CN': 'maddy' },
  checked: '2026-11-23',
  servers: [],
  // It greets as any go-smtp server does; its replies end with the number of the message.
  mark: /\(msg ID = [0-9a-f]{6,16}\)/,
  user: { form: 'address' },
  advice: {
    'auth-failed': {
      en: 'Create the login on the server: maddy creds create <address>; the user is the whole address',
      'zh-CN': '在服务器上创建登录凭据：maddy creds create <地址>；用户名为完整地址',
    },
    'sender-mismatch': {
      en: 'Map the user to the address with user_to_email in check.authorize_sender of the submission block (maddy.conf)',
      'zh-CN':
        '在 maddy.conf 的 submission 段 check.authorize_sender 中用 user_to_email 把用户映射到该地址',
    },
    'auth-required': {
      en: 'Log in on the submission port (465 or 587): port 25 of maddy takes mail only for its own domains',
      'zh-CN': '在提交端口（465 或 587）登录：maddy 的端口 25 只接收自己域名的邮件',
    },
    'auth-needs-tls': {
      en: 'Use smtps:// with port 465: the submission endpoint takes logins only over TLS',
      'zh-CN': '使用 smtps:// 端口 465：submission 端点只接受 TLS 上的登录',
    },
  },
  pages: {
    'sender-mismatch': 'https://maddy.email/reference/checks/authorize_sender/',
  },
  replies: [
    { words: /unauthorized use of sender address/i, cause: 'sender-mismatch' },
    { words: /unable to normalize (?:the )?sender address/i, cause: 'sender-syntax' },
    { words: /unable to normalize (?:the )?recipient address/i, cause: 'recipient-syntax' },
    { words: /unable to normalize authorization username/i, cause: 'auth-failed' },
    {
      words: /(?:missing|malformed) (?:from|sender) header|multiple from addresses/i,
      cause: 'sender-syntax',
    },
    { words: /^high load, try again later/i, cause: 'server-busy' },
    { words: /internal error during policy check/i, cause: 'server-error' },
  ],
};
