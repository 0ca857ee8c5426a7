import type { Provider } from '../provider.js';

/** Brevo, which was Sendinblue. */
export const brevo: Provider = {
  id: 'brevo',
  kind: 'relay',
  name: { en: 'Brevo', 'zh-CN': 'Brevo' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp-relay.brevo.com', port: 465, security: 'tls' },
    { host: 'smtp-relay.brevo.com', port: 587, security: 'starttls' },
    { host: 'smtp-relay.brevo.com', port: 2525, security: 'starttls' },
    { host: 'smtp-relay.sendinblue.com', port: 465, security: 'tls' },
    { host: 'smtp-relay.sendinblue.com', port: 587, security: 'starttls' },
  ],
  domains: ['brevo.com', 'sendinblue.com'],
  mark: /\bsmtp-relay\.(?:brevo|sendinblue)\.com\b|\bcontact us at contact@(?:brevo|sendinblue)\.com\b/i,
  user: {
    form: 'issued',
    words: {
      en: 'the login shown under SMTP & API > SMTP, such as 1a2b3c001@smtp-brevo.com',
      'zh-CN': 'SMTP & API > SMTP 页面上显示的登录名，例如 1a2b3c001@smtp-brevo.com',
    },
    shape: {
      matches: /^[^\s@]+@[^\s@]+$/,
      words: { en: 'a whole address', 'zh-CN': '完整的地址' },
    },
  },
  password: {
    kind: 'api-key',
    name: { en: 'SMTP key', 'zh-CN': 'SMTP key' },
    where: {
      en: 'app.brevo.com > Settings > SMTP & API > SMTP > Generate a new SMTP key',
      'zh-CN': 'app.brevo.com > Settings > SMTP & API > SMTP > Generate a new SMTP key',
    },
    mistakes: [
      {
        matches: /^xkeysib-/,
        words: { en: 'the API key, which is not for SMTP', 'zh-CN': 'API key，不能用于 SMTP' },
      },
    ],
  },
  sender: 'verified',
  delivery: {
    envelope: {
      value: 'provider',
      source: 'https://www.captaindns.com/en/blog/brevo-transactional-email-technical-guide',
      checked: '2026-01-16',
    },
    dkim: {
      value: { form: 'usual', selectors: ['mail'] },
      source: 'https://developers.brevo.com/docs/domain-authentication-and-verification',
      checked: '2026-11-27',
    },
  },
  limits: {
    en: 'free plan: 300 mails a day',
    'zh-CN': '免费套餐：每天 300 封',
  },
  advice: {
    'auth-failed': {
      en: 'Take login and SMTP key from app.brevo.com > Settings > SMTP & API > SMTP; neither the account’s password nor an API key works',
      'zh-CN':
        '从 app.brevo.com > Settings > SMTP & API > SMTP 取得登录名和 SMTP key；账户密码和 API key 都不能使用',
    },
    'auth-disabled': {
      en: 'Ask Brevo to activate transactional mail for the account: write to contact@brevo.com',
      'zh-CN': '写信给 contact@brevo.com，请 Brevo 为账户开通事务性邮件',
    },
    'ip-blocked': {
      en: 'Add this machine’s public address (IPv6 too), or stop blocking unknown ones: app.brevo.com > Settings > Security > Authorized IPs',
      'zh-CN':
        '添加本机的公网地址（含 IPv6），或关闭对未知地址的拦截：app.brevo.com > Settings > Security > Authorized IPs',
    },
    'sender-unverified': {
      en: 'Add the sender or authenticate its domain: app.brevo.com > Settings > Senders, Domains & Dedicated IPs',
      'zh-CN':
        '添加发件人或验证其域名：app.brevo.com > Settings > Senders, Domains & Dedicated IPs',
    },
    'account-suspended': {
      en: 'Log in to app.brevo.com and complete the validation of the account, or write to its support',
      'zh-CN': '登录 app.brevo.com 完成账户验证，或联系其客服',
    },
    'quota-exceeded': {
      en: 'Wait until tomorrow or upgrade the plan: app.brevo.com > Usage and plan',
      'zh-CN': '等到明天，或升级套餐：app.brevo.com > Usage and plan',
    },
  },
  pages: {
    smtp: 'https://developers.brevo.com/docs/smtp-integration',
    'ip-blocked':
      'https://help.brevo.com/hc/en-us/articles/5740111683858-Authorize-and-block-IP-addresses-for-API-and-SMTP-security',
  },
  replies: [
    // The key was right; the machine is not on the account's list of addresses.
    { words: /unauthori[sz]ed ip address/i, cause: 'ip-blocked' },
    // It comes with 502 or 450 after the message, and the account alone is in the way.
    { words: /account is not (?:yet )?activated/i, cause: 'auth-disabled' },
    {
      words: /sender you used|validate your sender|authenticate your domain/i,
      cause: 'sender-unverified',
    },
    { words: /account is under validation/i, cause: 'account-suspended' },
    { words: /(?:not enough|insufficient) credits?/i, cause: 'quota-exceeded', isOnlyHere: true },
  ],
};
