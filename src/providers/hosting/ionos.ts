import type { Provider } from '../provider.js';

/** IONOS, formerly 1&1. It shares its mail platform (Nemesis) with GMX and WEB.DE. */
export const ionos: Provider = {
  id: 'ionos',
  kind: 'hosting',
  name: { en: 'IONOS', 'zh-CN': 'IONOS' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp.ionos.com', port: 465, security: 'tls' },
    { host: 'smtp.ionos.com', port: 587, security: 'starttls' },
    { host: 'smtp.ionos.de', port: 465, security: 'tls' },
    { host: 'smtp.ionos.de', port: 587, security: 'starttls' },
    { host: 'smtp.ionos.co.uk', port: 465, security: 'tls' },
    { host: 'smtp.ionos.co.uk', port: 587, security: 'starttls' },
    { host: 'smtp.ionos.fr', port: 465, security: 'tls' },
    { host: 'smtp.ionos.es', port: 465, security: 'tls' },
    { host: 'smtp.1und1.de', port: 465, security: 'tls' },
    { host: 'smtp.1and1.com', port: 465, security: 'tls' },
  ],
  domains: ['kundenserver.de', 'perfora.net'],
  mark: /\bsmtp\.ionos\.\w{2,5} ESMTP\b|\b(?:kundenserver\.de|perfora\.net) \(mr|\bpostmaster\.(?:1und1|kundenserver)\.de\b|\bionos\.\w+\/help\b/i,
  user: { form: 'address' },
  password: {
    kind: 'password',
    name: { en: 'Password of the email account', 'zh-CN': '邮箱账户的密码' },
    where: {
      en: 'my.ionos.com > Email > the address > Change password (not the password of the IONOS account)',
      'zh-CN': 'my.ionos.com > Email > 邮箱地址 > Change password（不是 IONOS 账户的密码）',
    },
  },
  sender: 'login-or-alias',
  delivery: {
    dkim: {
      value: { form: 'usual', selectors: ['s1-ionos', 's2-ionos'] },
      source:
        'https://www.ionos.de/hilfe/domains/mailserver-und-verwandte-records-konfigurieren/e-mail-authentifizierung-mit-dkim',
      checked: '2026-11-27',
    },
    // Two names by region, one of which a record needs.
    unknown: { facts: ['spf', 'envelope'], looked: '2026-11-27' },
  },
  limits: {
    en: '50 messages an hour in the first week, 500 after 30 days',
    'zh-CN': '开通第一周每小时 50 封，30 天后每小时 500 封',
  },
  advice: {
    'auth-failed': {
      en: 'Use the password of the mailbox, not the one of the IONOS account: set a new one at my.ionos.com > Email',
      'zh-CN': '请使用邮箱的密码，而不是 IONOS 账户的密码：可在 my.ionos.com > Email 重新设置',
    },
    'sender-mismatch': {
      en: 'Set SMTP_SENDER to the mailbox that logs in or to an alias of it (my.ionos.com > Email)',
      'zh-CN': '把 SMTP_SENDER 设为登录的邮箱或它的别名（my.ionos.com > Email）',
    },
    'rate-limited': {
      en: 'Wait an hour and send less: the limit grows with the age of the contract, from 50 to 500 messages an hour',
      'zh-CN': '等待一小时并减少发送量：上限随合同时间增长，从每小时 50 封到 500 封',
    },
  },
  pages: {
    smtp: 'https://www.ionos.co.uk/help/email/glossary-email-terms-explained/outgoing-mail-server/',
    'rate-limited':
      'https://www.ionos.com/help/email/general-topics/what-are-the-mass-mailing-limits/',
  },
  replies: [
    // Both come after "Requested action not taken: mailbox unavailable", which means nothing here.
    { words: /mail send limit exceeded/i, cause: 'rate-limited' },
    {
      steps: ['mail-from', 'rcpt-to', 'data'],
      words: /sender address is not allowed/i,
      cause: 'sender-mismatch',
    },
    {
      steps: ['greeting', 'ehlo', 'mail-from', 'rcpt-to'],
      words: /reject due to policy violations/i,
      cause: 'ip-blocked',
    },
    { steps: ['data'], words: /reject due to policy violations/i, cause: 'content-rejected' },
  ],
};
