import type { Provider } from '../provider.js';

/** Hostinger Email; mailboxes that Hostinger sells as Titan use smtp.titan.email. */
export const hostinger: Provider = {
  id: 'hostinger',
  kind: 'hosting',
  name: { en: 'Hostinger', 'zh-CN': 'Hostinger' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp.hostinger.com', port: 465, security: 'tls' },
    { host: 'smtp.hostinger.com', port: 587, security: 'starttls' },
  ],
  mark: /(?<!@)\bsmtp\.hostinger\.com\b|\bhostinger_out_ratelimit\b|\bhPanel\b/i,
  user: { form: 'address' },
  password: {
    kind: 'password',
    name: { en: 'Password of the email account', 'zh-CN': '邮箱账户的密码' },
    where: {
      en: 'hPanel > Emails > Manage > Email Accounts > the account > Change password',
      'zh-CN': 'hPanel > Emails > Manage > Email Accounts > 邮箱账户 > Change password',
    },
  },
  sender: 'login-or-alias',
  delivery: {
    spf: {
      value: '_spf.mail.hostinger.com',
      source: 'https://support.hostinger.com/en/articles/1583673-what-is-hostinger-spf-record',
      checked: '2026-11-27',
    },
  },
  limits: {
    en: 'a daily limit by plan: 1,000 messages with Business Starter, 3,000 with Business Premium',
    'zh-CN': '按套餐限制每日数量：Business Starter 1000 封，Business Premium 3000 封',
  },
  advice: {
    'auth-failed': {
      en: 'Set a new password for the mailbox in hPanel > Emails > Email Accounts; the password of the Hostinger account does not work',
      'zh-CN':
        '在 hPanel > Emails > Email Accounts 为邮箱重设密码；Hostinger 账户的密码不能用于登录',
    },
    'auth-disabled': {
      en: 'Switch sending on for the mailbox in hPanel > Emails > Email Accounts',
      'zh-CN': '在 hPanel > Emails > Email Accounts 中为该邮箱开启发信',
    },
    'sender-mismatch': {
      en: 'Set SMTP_SENDER to the mailbox that logs in, or add the address as its alias in hPanel > Emails > Aliases',
      'zh-CN': '把 SMTP_SENDER 设为登录的邮箱，或在 hPanel > Emails > Aliases 中把该地址加为别名',
    },
    'rate-limited': {
      en: 'Wait, and send more slowly; a larger email plan in hPanel raises the limit',
      'zh-CN': '稍后再发并降低发送速度；在 hPanel 升级邮箱套餐可提高上限',
    },
  },
  replies: [
    { words: /hostinger_out_ratelimit/i, cause: 'rate-limited' },
    { words: /disabled by user from hpanel/i, cause: 'auth-disabled' },
  ],
};
