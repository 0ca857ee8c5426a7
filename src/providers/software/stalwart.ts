import type { Provider } from '../provider.js';

export const stalwart: Provider = {
  id: 'stalwart',
  kind: 'software',
  name: { en: 'Stalwart', 'zh-CN': 'Stalwart' },
  checked: '2026-11-23',
  servers: [],
  mark: /\bStalwart (?:E?SMTP|LMTP)\b|\byou had me at (?:EHLO|HELO)\b/,
  advice: {
    'sender-mismatch': {
      en: 'Add the address of SMTP_SENDER to the account as an alias (WebAdmin > Directory > Accounts), or set session.auth.must-match-sender to false',
      'zh-CN':
        '在 WebAdmin > Directory > Accounts 中把 SMTP_SENDER 加为账户别名，或把 session.auth.must-match-sender 设为 false',
    },
    'auth-mechanism-unsupported': {
      en: 'Use smtps:// with port 465, or STARTTLS with 587: PLAIN and LOGIN are offered only after TLS (session.auth.mechanisms)',
      'zh-CN':
        '使用 smtps:// 端口 465，或 STARTTLS 端口 587：PLAIN 和 LOGIN 只在 TLS 之后提供（session.auth.mechanisms）',
    },
    'auth-failed': {
      en: 'Use the login name of the account (its address since 0.10), or an app password made in the self-service portal',
      'zh-CN': '使用账户的登录名（或邮箱地址），或在自助门户中创建的应用密码',
    },
    'auth-disabled': {
      en: 'Give the account the permission to send ("Send email") in WebAdmin > Directory > Accounts or in its role',
      'zh-CN': '在 WebAdmin > Directory > Accounts 或其角色中授予该账户发信权限（“Send email”）',
    },
    'app-password-required': {
      en: 'Create an app password in the self-service portal of the server: the account has two-factor authentication',
      'zh-CN': '在服务器的自助门户中创建应用密码：该账户已开启两步验证',
    },
    'relay-denied': {
      en: 'Log in on port 465 or 587: port 25 takes mail only for the domains of the server (session.rcpt.relay)',
      'zh-CN': '在端口 465 或 587 登录：端口 25 只接收本服务器域名的邮件（session.rcpt.relay）',
    },
    'ip-blocked': {
      en: 'Remove the address of this machine from WebAdmin > Settings > Security > Blocked IPs',
      'zh-CN': '在 WebAdmin > Settings > Security > Blocked IPs 中移除本机的 IP',
    },
  },
  pages: {
    'sender-mismatch': 'https://stalw.art/docs/mta/inbound/auth',
    'relay-denied': 'https://stalw.art/docs/mta/inbound/rcpt',
  },
  replies: [
    { words: /not allowed to send from this address/i, cause: 'sender-mismatch' },
    { words: /sender address not allowed\b/i, cause: 'sender-rejected' },
    { words: /you must authenticate first/i, cause: 'auth-required' },
    { words: /requires multi-factor authentication/i, cause: 'app-password-required' },
    {
      steps: ['auth'],
      words: /not authorized to use this service/i,
      cause: 'auth-disabled',
    },
    { words: /OAuth token expired/i, cause: 'auth-failed' },
    { words: /too many authentication errors/i, cause: 'auth-throttled' },
    { words: /relay not allowed/i, cause: 'relay-denied' },
    { words: /reverse DNS validation failed|validating reverse DNS/i, cause: 'ip-blocked' },
    {
      words:
        /no (?:passing|valid) DKIM signatures? found|rejected per DMARC policy|SPF validation failed/i,
      cause: 'auth-policy-rejected',
    },
    { words: /polite people say EHLO first/i, cause: 'protocol-error' },
  ],
};
