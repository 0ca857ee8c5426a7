import type { Provider } from '../provider.js';

/** Mailgun, in its two regions. */
export const mailgun: Provider = {
  id: 'mailgun',
  kind: 'relay',
  name: { en: 'Mailgun', 'zh-CN': 'Mailgun' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp.mailgun.org', port: 465, security: 'tls' },
    { host: 'smtp.mailgun.org', port: 587, security: 'starttls' },
    { host: 'smtp.mailgun.org', port: 2525, security: 'starttls' },
    { host: 'smtp.eu.mailgun.org', port: 465, security: 'tls' },
    { host: 'smtp.eu.mailgun.org', port: 587, security: 'starttls' },
    { host: 'smtp.eu.mailgun.org', port: 2525, security: 'starttls' },
  ],
  domains: ['mailgun.org'],
  mark: /\bMailgun Influx\b|\bMailgun is not loving\b|\bactivate your Mailgun account\b/i,
  user: {
    form: 'issued',
    words: {
      en: 'the whole address of an SMTP user of the sending domain, such as postmaster@mg.example.com',
      'zh-CN': '发信域名下 SMTP 用户的完整地址，例如 postmaster@mg.example.com',
    },
    shape: {
      matches: /^[^\s@]+@[^\s@]+$/,
      words: { en: 'a whole address', 'zh-CN': '完整的地址' },
    },
  },
  password: {
    kind: 'password',
    name: { en: 'SMTP password', 'zh-CN': 'SMTP 密码' },
    where: {
      en: 'app.mailgun.com > Sending > Domain settings > SMTP credentials > Reset password',
      'zh-CN': 'app.mailgun.com > Sending > Domain settings > SMTP credentials > Reset password',
    },
    mistakes: [
      {
        matches: /^key-[0-9a-f]{32}$/,
        words: { en: 'the API key, which is not for SMTP', 'zh-CN': 'API key，不能用于 SMTP' },
      },
    ],
  },
  sender: 'any',
  delivery: {
    spf: {
      value: 'mailgun.org',
      source:
        'https://documentation.mailgun.com/docs/mailgun/user-manual/domains/domains-verify.md',
      checked: '2026-11-27',
    },
    envelope: {
      value: 'subdomain',
      source: 'https://mxio.io/providers/mailgun',
      checked: '2026-02-27',
    },
    dkim: {
      value: { form: 'issued' },
      source:
        'https://documentation.mailgun.com/docs/mailgun/user-manual/domains/domains-verify.md',
      checked: '2026-11-27',
    },
  },
  limits: {
    en: 'free plan: 100 mails a day',
    'zh-CN': '免费套餐：每天 100 封',
  },
  advice: {
    'auth-failed': {
      en: 'Reset the password of the SMTP user (Domain settings > SMTP credentials); for a domain in the EU region set the host to smtp.eu.mailgun.org',
      'zh-CN':
        '重置 SMTP 用户的密码（Domain settings > SMTP credentials）；域名在欧盟区域时主机须为 smtp.eu.mailgun.org',
    },
    'sandbox-restricted': {
      en: 'Add the recipient under Authorized Recipients of the sandbox domain, or add a domain of yours and upgrade the plan',
      'zh-CN': '把收件人加入沙盒域名的 Authorized Recipients，或添加自己的域名并升级套餐',
    },
    'sender-unverified': {
      en: 'Add the DNS records of the domain and press Verify: app.mailgun.com > Sending > Domain settings > DNS records',
      'zh-CN':
        '添加域名的 DNS 记录并点击 Verify：app.mailgun.com > Sending > Domain settings > DNS records',
    },
    'account-suspended': {
      en: 'Log in to app.mailgun.com and follow the notice: activate the account, confirm the business or write to support',
      'zh-CN': '登录 app.mailgun.com 按提示处理：激活账户、完成企业验证或联系客服',
    },
    'rate-limited': {
      en: 'Wait until the time in the reply; new domains may write to few recipients an hour until Mailgun has reviewed the account',
      'zh-CN': '等到回复中所示的时间；新域名在 Mailgun 审核前每小时可发的收件人很少',
    },
    'relay-denied': {
      en: 'Put user and password of the sending domain in SMTP_URI; Mailgun says this to whoever is not logged in',
      'zh-CN': '在 SMTP_URI 中写入该发信域名的用户名和密码；未登录时 Mailgun 会这样答复',
    },
  },
  pages: {
    smtp: 'https://documentation.mailgun.com/docs/mailgun/user-manual/smtp-protocol/',
    'auth-failed':
      'https://documentation.mailgun.com/docs/mailgun/user-manual/smtp-protocol/smtp-relay',
  },
  replies: [
    { words: /is not loving your login/i, cause: 'auth-failed' },
    // They come with 421, and yet do not pass.
    {
      words: /(?:sandbox subdomains|free accounts) are for test/i,
      cause: 'sandbox-restricted',
    },
    { words: /not allowed to send: \w+ limit\b/i, cause: 'rate-limited' },
    { words: /domain is unverified|requires dns configuration/i, cause: 'sender-unverified' },
    // Not activated, disabled, or waiting for the business to be verified.
    {
      words: /activate your mailgun account|not allowed to send\b/i,
      cause: 'account-suspended',
      isOnlyHere: true,
    },
  ],
};
