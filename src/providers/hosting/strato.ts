import type { Provider } from '../provider.js';

export const strato: Provider = {
  id: 'strato',
  kind: 'hosting',
  name: { en: 'STRATO', 'zh-CN': 'STRATO' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp.strato.de', port: 465, security: 'tls' },
    { host: 'smtp.strato.de', port: 587, security: 'starttls' },
    { host: 'smtp.strato.com', port: 465, security: 'tls' },
    { host: 'smtp.strato.com', port: 587, security: 'starttls' },
  ],
  domains: ['rzone.de'],
  // The name of its own mail server.
  mark: /\bRZmta \d/,
  user: { form: 'address' },
  password: {
    kind: 'password',
    name: { en: 'Password of the mailbox (Postfach)', 'zh-CN': '邮箱（Postfach）密码' },
    where: {
      en: 'STRATO Kunden-Login > E-Mail > E-Mail-Adressen verwalten > the mailbox > Passwort ändern',
      'zh-CN': 'STRATO Kunden-Login > E-Mail > E-Mail-Adressen verwalten > 邮箱 > Passwort ändern',
    },
  },
  sender: 'login-or-alias',
  delivery: {
    dkim: {
      value: { form: 'usual', selectors: ['strato-dkim-0002', 'strato-dkim-0003'] },
      source: 'https://lore.kernel.org/',
      checked: '2025-10-13',
    },
    unknown: { facts: ['spf', 'envelope'], looked: '2026-11-27' },
  },
  advice: {
    'auth-failed': {
      en: 'Use the whole address as user and the password of the mailbox, not the one of the STRATO Kunden-Login',
      'zh-CN': '用户名用完整邮箱地址，密码用邮箱的密码，而不是 STRATO Kunden-Login 的密码',
    },
    'sender-mismatch': {
      en: 'Set SMTP_SENDER to an address of the mailbox that logs in (E-Mail > E-Mail-Adressen verwalten)',
      'zh-CN': '把 SMTP_SENDER 设为登录邮箱所属的地址（E-Mail > E-Mail-Adressen verwalten）',
    },
  },
};
