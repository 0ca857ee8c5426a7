import type { Provider } from '../provider.js';

export const elasticEmail: Provider = {
  id: 'elastic-email',
  kind: 'relay',
  name: { en: 'Elastic Email', 'zh-CN': 'Elastic Email' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp.elasticemail.com', port: 465, security: 'tls' },
    { host: 'smtp.elasticemail.com', port: 2525, security: 'starttls' },
    { host: 'smtp.elasticemail.com', port: 587, security: 'starttls' },
    { host: 'smtp25.elasticemail.com', port: 2525, security: 'starttls' },
  ],
  domains: ['elasticemail.com'],
  mark: /\bsmtp(?:25)?\.elasticemail\.com\b|\bhttps?:\/\/(?:\w+\.)?elasticemail\.com\b/i,
  user: {
    form: 'issued',
    words: {
      en: 'the Username of the SMTP credential, most often the address of the account',
      'zh-CN': 'SMTP 凭据的 Username，通常是账户的邮箱地址',
    },
  },
  password: {
    kind: 'password',
    name: { en: 'SMTP password', 'zh-CN': 'SMTP 凭据的密码' },
    where: {
      en: 'app.elasticemail.com > Settings > Manage SMTP credentials > Create (shown once)',
      'zh-CN': 'app.elasticemail.com > Settings > Manage SMTP credentials > Create，只显示一次',
    },
  },
  sender: 'verified',
  delivery: {
    spf: {
      value: '_spf.elasticemail.com',
      source: 'https://elasticemail.com/support/guides/your-domain/',
      checked: '2026-11-27',
    },
    dkim: {
      value: { form: 'fixed', selectors: ['api'] },
      source: 'https://elasticemail.com/support/guides/your-domain/',
      checked: '2026-11-27',
    },
    unknown: { facts: ['envelope'], looked: '2026-11-27' },
  },
  limits: {
    en: 'free plan: 100 mails a day',
    'zh-CN': '免费套餐：每天 100 封',
  },
  advice: {
    'auth-failed': {
      en: 'Create an SMTP credential and copy both values: app.elasticemail.com > Settings > Manage SMTP credentials; mind its IP access restriction',
      'zh-CN':
        '创建 SMTP 凭据并复制两项内容：app.elasticemail.com > Settings > Manage SMTP credentials；注意其 IP 限制',
    },
    'sender-unverified': {
      en: 'Verify the domain of SMTP_SENDER: app.elasticemail.com > Settings > Domains',
      'zh-CN': '验证 SMTP_SENDER 的域名：app.elasticemail.com > Settings > Domains',
    },
    'account-suspended': {
      en: 'Log in to app.elasticemail.com and see the state of the account, or write to its support',
      'zh-CN': '登录 app.elasticemail.com 查看账户状态，或联系其客服',
    },
  },
  pages: {
    smtp: 'https://help.elasticemail.com/en/articles/4803409-smtp-settings',
  },
  replies: [{ words: /not enough credits?/i, cause: 'quota-exceeded', isOnlyHere: true }],
};
