import type { Provider } from '../provider.js';

export const mailboxOrg: Provider = {
  id: 'mailbox-org',
  kind: 'mailbox',
  name: { en: 'mailbox.org', 'zh-CN': 'mailbox.org' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp.mailbox.org', port: 465, security: 'tls' },
    { host: 'smtp.mailbox.org', port: 587, security: 'starttls' },
  ],
  mark: /[\w-]\.mailbox\.org\b/i,
  user: {
    form: 'address',
    words: { en: 'the main address, not an alias', 'zh-CN': '主邮箱地址，而不是别名' },
  },
  password: {
    kind: 'password',
    name: {
      en: 'Mailbox password, or an application password with two-factor authentication',
      'zh-CN': '邮箱密码；开启两步验证时为应用密码（application password）',
    },
    where: {
      en: 'mailbox.org > All settings > Security > Application passwords',
      'zh-CN': 'mailbox.org > All settings > Security > Application passwords',
    },
  },
  sender: 'login-or-alias',
  delivery: {
    spf: {
      value: 'mailbox.org',
      source:
        'https://kb.mailbox.org/de/privat/e-mail-mit-eigener-domain/spam-reputation-der-eigenen-domain-verbessern-mit-spf-dkim-und-dmarc',
      checked: '2026-11-27',
    },
    dkim: {
      value: { form: 'fixed', selectors: ['MBO0001', 'MBO0002', 'MBO0003', 'MBO0004'] },
      source:
        'https://kb.mailbox.org/de/privat/e-mail-mit-eigener-domain/spam-reputation-der-eigenen-domain-verbessern-mit-spf-dkim-und-dmarc',
      checked: '2026-11-27',
    },
  },
  advice: {
    'auth-failed': {
      en: 'Log in with the main address, not an alias; with two-factor authentication use an application password (All settings > Security)',
      'zh-CN':
        '用主地址而不是别名登录；若开启了两步验证，请使用应用密码（All settings > Security）',
    },
    'sender-mismatch': {
      en: 'Set SMTP_SENDER to the main address, or add the address as an alias in the settings of mailbox.org',
      'zh-CN': '把 SMTP_SENDER 设为主地址，或在 mailbox.org 的设置中把该地址加为别名',
    },
  },
  pages: {
    smtp: 'https://kb.mailbox.org/en/private/e-mail/e-mail-configuration',
    'app-password-required': 'https://kb.mailbox.org/en/private/e-mail/e-mail-configuration',
  },
};
