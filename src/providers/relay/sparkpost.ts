import type { Provider } from '../provider.js';

/** SparkPost, now Bird Email. */
export const sparkpost: Provider = {
  id: 'sparkpost',
  kind: 'relay',
  name: { en: 'SparkPost', 'zh-CN': 'SparkPost' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp.sparkpostmail.com', port: 587, security: 'starttls' },
    { host: 'smtp.sparkpostmail.com', port: 2525, security: 'starttls' },
    { host: 'smtp.eu.sparkpostmail.com', port: 587, security: 'starttls' },
    { host: 'smtp.eu.sparkpostmail.com', port: 2525, security: 'starttls' },
  ],
  domains: ['sparkpostmail.com'],
  mark: /\bsmtp\.(?:eu\.)?sparkpostmail\.com\b|\bX-MSYS-API\b/i,
  user: { form: 'fixed', value: 'SMTP_Injection' },
  password: {
    kind: 'api-key',
    name: { en: 'API key', 'zh-CN': 'API key' },
    where: {
      en: 'app.sparkpost.com (EU: app.eu.sparkpost.com) > Configuration > API Keys, permission "Send via SMTP"',
      'zh-CN':
        'app.sparkpost.com（欧盟：app.eu.sparkpost.com）> Configuration > API Keys，权限须包含 “Send via SMTP”',
    },
    shape: {
      matches: /^[0-9a-f]{40}$/,
      words: { en: '40 hexadecimal digits', 'zh-CN': '40 位十六进制数字' },
    },
  },
  sender: 'verified',
  delivery: {
    envelope: {
      value: 'subdomain',
      source: 'https://developers.sparkpost.com/api/sending-domains',
      checked: '2026-11-27',
    },
    dkim: {
      value: { form: 'issued' },
      source: 'https://mxio.io/providers/sparkpost',
      checked: '2026-02-27',
    },
  },
  advice: {
    'auth-failed': {
      en: 'Set the user to SMTP_Injection and the password to an API key with the permission "Send via SMTP"; EU accounts use smtp.eu.sparkpostmail.com',
      'zh-CN':
        '用户名填写 SMTP_Injection，密码填写带 “Send via SMTP” 权限的 API key；欧盟账户用 smtp.eu.sparkpostmail.com',
    },
    'sender-unverified': {
      en: 'Add the domain of SMTP_SENDER and verify it: app.sparkpost.com > Configuration > Domains',
      'zh-CN': '添加并验证 SMTP_SENDER 的域名：app.sparkpost.com > Configuration > Domains',
    },
    'sandbox-restricted': {
      en: 'Verify a sending domain of yours instead of the sandbox domain: app.sparkpost.com > Configuration > Domains',
      'zh-CN': '验证自己的发信域名以取代沙盒域名：app.sparkpost.com > Configuration > Domains',
    },
    'quota-exceeded': {
      en: 'Wait for the next period or upgrade the plan: app.sparkpost.com > Account > Billing',
      'zh-CN': '等待下一周期，或升级套餐：app.sparkpost.com > Account > Billing',
    },
  },
  pages: {
    smtp: 'https://developers.sparkpost.com/api/smtp/',
    'auth-failed': 'https://support.sparkpost.com/docs/faq/error-messages-smtp',
    'sender-unverified':
      'https://support.sparkpost.com/docs/user-guide/unconfigured-sending-domain',
  },
  replies: [
    { words: /no authentication type succeeded/i, cause: 'auth-failed' },
    {
      words: /(?:unconfigured|unverified)(?: or (?:unconfigured|unverified))? sending domain/i,
      cause: 'sender-unverified',
    },
    { words: /exceed(?:ed)? sending limit \(?sandbox/i, cause: 'sandbox-restricted' },
    { words: /exceed(?:ed)? sending limit \(?hourly/i, cause: 'rate-limited' },
    { words: /exceed(?:ed)? sending limit/i, cause: 'quota-exceeded' },
    // The header with the options of its own is not JSON.
    { words: /parsing error in x-msys-api/i, cause: 'content-rejected' },
  ],
};
