import type { Provider } from '../provider.js';

/** Namecheap Private Email; Namecheap's web hosting has cPanel hosts of its own. */
export const namecheap: Provider = {
  id: 'namecheap',
  kind: 'hosting',
  name: { en: 'Namecheap Private Email', 'zh-CN': 'Namecheap Private Email' },
  checked: '2026-11-23',
  servers: [
    { host: 'mail.privateemail.com', port: 465, security: 'tls' },
    { host: 'mail.privateemail.com', port: 587, security: 'starttls' },
  ],
  domains: ['privateemail.com'],
  mark: /\bPrivateEmail\.com [\w -]{0,20}Mail Node\b|[\w-]\.privateemail\.com\b/i,
  user: { form: 'address' },
  password: {
    kind: 'password',
    name: { en: 'Password of the mailbox', 'zh-CN': '邮箱密码' },
    where: {
      en: 'Namecheap > Account > Private Email > Manage > the mailbox > Change password',
      'zh-CN': 'Namecheap > Account > Private Email > Manage > 邮箱 > Change password',
    },
  },
  sender: 'login-or-alias',
  delivery: {
    spf: {
      value: 'spf.privateemail.com',
      source:
        'https://namecheap.com/support/knowledgebase/article.aspx/1262/2176/what-does-namecheap-private-email-dns-verification-imply',
      checked: '2026-11-27',
    },
    dkim: {
      value: { form: 'fixed', selectors: ['default'] },
      source:
        'https://namecheap.com/support/knowledgebase/article.aspx/1262/2176/what-does-namecheap-private-email-dns-verification-imply',
      checked: '2026-11-27',
    },
  },
  advice: {
    'auth-failed': {
      en: 'Log in at privateemail.com with the whole address and the same password; set a new one under Namecheap > Private Email > Manage',
      'zh-CN':
        '先用完整地址和同一密码登录 privateemail.com；可在 Namecheap > Private Email > Manage 重设密码',
    },
    'sender-mismatch': {
      en: 'Set SMTP_SENDER to the mailbox that logs in, or add the address as its alias under Private Email > Manage',
      'zh-CN': '把 SMTP_SENDER 设为登录的邮箱，或在 Private Email > Manage 中把该地址加为别名',
    },
    'connection-timeout': {
      en: 'Use mail.privateemail.com with port 465, not mail.<your domain>, and let outgoing 465 through the firewall',
      'zh-CN':
        '请使用 mail.privateemail.com 和端口 465，而不是 mail.<你的域名>，并在防火墙放行出站 465',
    },
  },
};
