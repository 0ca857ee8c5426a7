import type { Provider } from '../provider.js';

/** T-Online (Deutsche Telekom), with magenta.de. */
export const tOnline: Provider = {
  id: 't-online',
  kind: 'mailbox',
  name: { en: 'T-Online (Telekom)', 'zh-CN': 'T-Online（德国电信）' },
  checked: '2026-11-23',
  servers: [
    { host: 'securesmtp.t-online.de', port: 465, security: 'tls' },
    { host: 'securesmtp.t-online.de', port: 587, security: 'starttls' },
  ],
  domains: ['t-online.de', 'magenta.de'],
  // Addresses of its customers are at t-online.de itself.
  mark: /\b(aul|rx|mgt)\.t-online\.de\b|\bpostmaster\.t-online\.de\b|\bT-Online ESMTP\b/i,
  user: { form: 'address' },
  password: {
    kind: 'app-password',
    name: {
      en: 'Password for mail programs (Passwort für E-Mail-Programme)',
      'zh-CN': '邮件程序密码（Passwort für E-Mail-Programme）',
    },
    where: {
      en: 'email.t-online.de > Einstellungen (cogwheel) > Passwörter',
      'zh-CN': 'email.t-online.de > 设置（Einstellungen，齿轮图标）> Passwörter',
    },
  },
  sender: 'login-or-alias',
  delivery: {
    spf: {
      value: '_spf.hier-im-netz.de',
      source:
        'https://homepagecenter.telekom.de/hilfe/e-mail-benutzer/grundlagen-zum-thema-e-mail/wird-ein-spf-record-verwendet',
      checked: '2026-11-27',
    },
    signsByDefault: {
      value: false,
      source: 'https://lore.kernel.org/',
      checked: '2025-12-27',
    },
    freeMail: [
      {
        value: { domains: ['t-online.de'], policy: 'none' },
        source: 'https://lore.kernel.org/',
        checked: '2025-12-27',
      },
    ],
    unknown: { facts: ['envelope', 'dkim'], looked: '2026-11-27' },
  },
  advice: {
    'ip-blocked': {
      en: 'Write to tosa@rx.t-online.de with the address in the reply; it takes only servers with a PTR record and an imprint under that name',
      'zh-CN':
        '写信给 tosa@rx.t-online.de 并附上回复中的地址；它只接受有 PTR 记录、且该域名网站有经营者信息（Impressum）的服务器',
    },
    'content-rejected': {
      en: 'Replace short links (bit.ly and the like) in the mail by whole ones, or send the reply to FPR@rx.t-online.de',
      'zh-CN': '把邮件中的短链接（如 bit.ly）换成完整链接，或把该回复发给 FPR@rx.t-online.de',
    },
  },
  pages: {
    smtp: 'https://www.telekom.de/hilfe/festnetz-internet-tv/e-mail/e-mail-server-e-mail-protokolle-und-e-mail-einrichtung/posteingangsserver-und-postausgangsserver',
    'app-password-required':
      'https://www.telekom.de/hilfe/festnetz-internet-tv/e-mail/e-mail-adresse-passwoerter-und-sicherheit/passwort-fuer-e-mail-programme-einrichten',
    'ip-blocked': 'https://postmaster.t-online.de/index.en.html',
    'content-rejected': 'https://postmaster.t-online.de/index.en.html',
  },
  replies: [
    // A list of blocked addresses (BL), or one of the known servers on which this is not (NOWL).
    { words: /\brx\.t-online\.de\b.{0,200}\((BL|NOWL|\w{2,6})\)/i, cause: 'ip-blocked' },
    { steps: ['greeting'], words: /\brx\.t-online\.de\b/i, cause: 'ip-blocked' },
    { words: /message considered as spam or virus/i, cause: 'content-rejected' },
  ],
};
