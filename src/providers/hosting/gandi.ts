import type { Provider } from '../provider.js';

/** Gandi (GandiMail). */
export const gandi: Provider = {
  id: 'gandi',
  kind: 'hosting',
  name: { en: 'Gandi', 'zh-CN': 'Gandi' },
  checked: '2026-11-23',
  servers: [
    { host: 'mail.gandi.net', port: 465, security: 'tls' },
    { host: 'mail.gandi.net', port: 587, security: 'starttls' },
  ],
  domains: ['mail.gandi.net'],
  mark: /\b(?:mail|postmaster)\.gandi\.net\b|\bpolicy reason\.? RULE\d/i,
  user: { form: 'address' },
  password: {
    kind: 'password',
    name: { en: 'Password of the mailbox', 'zh-CN': '邮箱密码' },
    where: {
      en: 'admin.gandi.net > Domain > the domain > Email > the mailbox > Change password (not the Gandi account)',
      'zh-CN': 'admin.gandi.net > Domain > 域名 > Email > 邮箱 > 修改密码（不是 Gandi 账户的密码）',
    },
  },
  sender: 'login-or-alias',
  delivery: {
    spf: {
      value: '_mailcust.gandi.net',
      source: 'https://helpdesk.gandi.net/hc/en-us/articles/14001808469404-What-is-an-SPF-record',
      checked: '2026-11-27',
    },
  },
  advice: {
    'sender-mismatch': {
      en: 'Set SMTP_SENDER to the mailbox that logs in or to an alias of it: Gandi sends only for domains that it hosts',
      'zh-CN': '把 SMTP_SENDER 设为登录的邮箱或它的别名：Gandi 只为托管在它那里的域名发信',
    },
    'content-rejected': {
      en: 'Read at postmaster.gandi.net what the RULE in the reply means, and remove what looks like spam or phishing from the message',
      'zh-CN':
        '在 postmaster.gandi.net 查看回复中 RULE 编号的含义，并去掉邮件中像垃圾或钓鱼邮件的内容',
    },
  },
  pages: {
    'content-rejected': 'https://postmaster.gandi.net/',
    'rate-limited': 'https://postmaster.gandi.net/',
    'ip-blocked': 'https://postmaster.gandi.net/',
  },
  replies: [
    // RULE1 virus, RULE2 phishing and scam, RULE3 advertising and spam.
    { words: /policy reason\.? *RULE\d/i, cause: 'content-rejected' },
    { words: /sasl_rate_limit/i, cause: 'rate-limited' },
    { words: /blocked,? you may ?be infected/i, cause: 'ip-blocked' },
  ],
};
