import type { Provider } from '../provider.js';

export const socketlabs: Provider = {
  id: 'socketlabs',
  kind: 'relay',
  name: { en: 'SocketLabs', 'zh-CN': 'SocketLabs' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp.socketlabs.com', port: 465, security: 'tls' },
    { host: 'smtp.socketlabs.com', port: 587, security: 'starttls' },
    { host: 'smtp.socketlabs.com', port: 2525, security: 'starttls' },
  ],
  domains: ['socketlabs.com'],
  mark: /\bsmtp\.socketlabs\.com\b|\b(?:support|help)\.socketlabs\.com\b/i,
  user: {
    form: 'issued',
    words: {
      en: 'the SMTP username of the server, such as server12345',
      'zh-CN': 'Server 的 SMTP 用户名，例如 server12345',
    },
    mistakes: [
      {
        matches: /@/,
        words: {
          en: 'a mail address; the SMTP username of the server is wanted',
          'zh-CN': '邮箱地址；此处应填 Server 的 SMTP 用户名',
        },
      },
    ],
  },
  password: {
    kind: 'password',
    name: { en: 'SMTP password', 'zh-CN': 'SMTP 密码' },
    where: {
      en: 'cp.socketlabs.com > the server > Configuration > SMTP Credentials',
      'zh-CN': 'cp.socketlabs.com > 对应的 Server > Configuration > SMTP Credentials',
    },
  },
  sender: 'verified',
  delivery: {
    envelope: {
      value: 'subdomain',
      source: 'https://help.socketlabs.com/docs/custom-bounce-domains',
      checked: '2026-11-27',
    },
    dkim: {
      value: { form: 'issued' },
      source: 'https://help.socketlabs.com/docs/email/v2/subaccount-dkim-authentication',
      checked: '2026-11-27',
    },
    unknown: { facts: ['spf'], looked: '2026-11-27' },
  },
  limits: {
    en: 'as many mails a month as the plan holds; 20 connections an address, 500 recipients a mail',
    'zh-CN': '每月数量按套餐计；每个地址 20 个连接，每封最多 500 位收件人',
  },
  advice: {
    'auth-failed': {
      en: 'Copy the SMTP username and password: cp.socketlabs.com > the server > Configuration > SMTP Credentials; those of the control panel do not work',
      'zh-CN':
        '复制 SMTP 用户名和密码：cp.socketlabs.com > 对应的 Server > Configuration > SMTP Credentials；控制台账号不能使用',
    },
    'sender-unverified': {
      en: 'Add and verify the domain: cp.socketlabs.com > the server > Configuration > Sending Domains',
      'zh-CN':
        '添加并验证域名：cp.socketlabs.com > 对应的 Server > Configuration > Sending Domains',
    },
    'quota-exceeded': {
      en: 'Upgrade the plan, or raise the limit: cp.socketlabs.com > the server > Configuration > Overage Settings',
      'zh-CN':
        '升级套餐，或提高上限：cp.socketlabs.com > 对应的 Server > Configuration > Overage Settings',
    },
    'ip-blocked': {
      en: 'Stop all sending for some minutes, then correct what failed (most often the login)',
      'zh-CN': '停止一切发送几分钟，再纠正出错之处（多半是登录信息）',
    },
  },
  pages: {
    smtp: 'https://help.socketlabs.com/docs/secure-connections-ssltls-to-the-inbound-smtp-gateway',
    'sender-unverified':
      'https://help.socketlabs.com/docs/554-510-the-senders-address-was-not-allowed',
    'quota-exceeded':
      'https://help.socketlabs.com/docs/451-471-your-account-has-been-temporarily-suspended',
    'ip-blocked':
      'https://help.socketlabs.com/docs/421-451-too-many-errors-you-have-been-temporarily-blacklisted',
  },
  replies: [
    { words: /sender.s address was not allowed/i, cause: 'sender-unverified' },
    // The month's allotment is used up, which is all that it suspends for in this way.
    {
      words: /temporarily suspended/i,
      codes: [451],
      cause: 'quota-exceeded',
      isOnlyHere: true,
    },
    // It clears by itself within minutes.
    { words: /temporarily blacklisted/i, cause: 'ip-blocked', retryable: true, isOnlyHere: true },
  ],
};
