import type { Provider } from '../provider.js';

export const posteo: Provider = {
  id: 'posteo',
  kind: 'mailbox',
  name: { en: 'Posteo', 'zh-CN': 'Posteo' },
  checked: '2026-11-23',
  servers: [
    { host: 'posteo.de', port: 465, security: 'tls' },
    { host: 'posteo.de', port: 587, security: 'starttls' },
  ],
  mark: /\bposteo\.de ESMTP\b/i,
  user: { form: 'address' },
  password: {
    kind: 'app-password',
    name: { en: 'App password', 'zh-CN': '应用密码（App password）' },
    where: {
      en: 'posteo.de > Settings > Password and security > App passwords',
      'zh-CN': 'posteo.de > Settings > Password and security > App passwords',
    },
  },
  sender: 'login-or-alias',
  delivery: {
    freeMail: [
      {
        value: { domains: ['posteo.de', 'posteo.net'], policy: 'none' },
        source: 'https://lore.kernel.org/',
        checked: '2025-07-08',
      },
    ],
    // It takes no domains of customers.
    unknown: { facts: ['spf', 'envelope', 'dkim'], looked: '2026-11-27' },
  },
  advice: {
    'sender-mismatch': {
      en: 'Set SMTP_SENDER to the address that logs in or to one of its aliases (posteo.de > Settings > Alias addresses)',
      'zh-CN': '把 SMTP_SENDER 设为登录的地址或其别名（posteo.de > Settings > Alias addresses）',
    },
    'content-rejected': {
      en: 'Send to another address than the one that logs in, and see that the message has a From, a Date and a subject',
      'zh-CN': '换一个不同于登录地址的收件人，并确认邮件带有 From、Date 和主题',
    },
  },
  pages: { 'app-password-required': 'https://posteo.de/en/help/app-passwords' },
};
