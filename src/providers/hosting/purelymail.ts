import type { Provider } from '../provider.js';

export const purelymail: Provider = {
  id: 'purelymail',
  kind: 'hosting',
  name: { en: 'Purelymail', 'zh-CN': 'Purelymail' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp.purelymail.com', port: 465, security: 'tls' },
    { host: 'smtp.purelymail.com', port: 587, security: 'starttls' },
  ],
  mark: /(?<![@\w.-])(?:smtp|mailserver)\.purelymail\.com\b|\bPurelymail SMTP\b/i,
  user: { form: 'address' },
  password: {
    kind: 'password',
    name: {
      en: 'Password of the user, or an App Password with two-factor authentication',
      'zh-CN': '用户密码；开启两步验证时为 App Password',
    },
    where: {
      en: 'purelymail.com > Users > the user > App Passwords',
      'zh-CN': 'purelymail.com > Users > 用户 > App Passwords',
    },
  },
  sender: 'login-or-alias',
  delivery: {
    spf: {
      value: '_spf.purelymail.com',
      source: 'https://blog.hardcodeconsulting.tech/post/purelymanage-domain-setup/',
      checked: '2026-11-27',
    },
  },
  advice: {
    'auth-failed': {
      en: 'Use an App Password of the user if it has two-factor authentication; the login of the Purelymail account is another one',
      'zh-CN': '若该用户开启了两步验证，请使用其 App Password；Purelymail 账户的登录信息与此不同',
    },
    'rate-limited': {
      en: 'Wait, or write to support@purelymail.com for a higher rate limit',
      'zh-CN': '稍后再试，或写信给 support@purelymail.com 申请提高频率上限',
    },
    'account-suspended': {
      en: 'Write to support@purelymail.com: sending is blocked for this user until they lift it',
      'zh-CN': '写信给 support@purelymail.com：该用户已被禁止发信，需由其解除',
    },
  },
  pages: { 'app-password-required': 'https://mailserver.purelymail.com/docs/users' },
  replies: [
    { words: /wait to send more e-?mails|rate limit increase/i, cause: 'rate-limited' },
    // After too much mail it refuses the login, and only its support lifts that.
    {
      steps: ['auth'],
      words: /contact support/i,
      codes: [550],
      cause: 'account-suspended',
      isOnlyHere: true,
    },
  ],
};
