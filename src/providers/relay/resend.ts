import type { Provider } from '../provider.js';

export const resend: Provider = {
  id: 'resend',
  kind: 'relay',
  name: { en: 'Resend', 'zh-CN': 'Resend' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp.resend.com', port: 465, security: 'tls' },
    { host: 'smtp.resend.com', port: 2465, security: 'tls' },
    { host: 'smtp.resend.com', port: 587, security: 'starttls' },
    { host: 'smtp.resend.com', port: 2587, security: 'starttls' },
  ],
  domains: ['resend.com'],
  mark: /\bsmtp\.resend\.com\b|\bresend\.com\/(?:domains|api-keys|docs)\b|\bResend SMTP\b/i,
  user: { form: 'fixed', value: 'resend' },
  password: {
    kind: 'api-key',
    name: { en: 'API key', 'zh-CN': 'API key' },
    where: {
      en: 'resend.com/api-keys > Create API Key, with the permission "Sending access" or "Full access"',
      'zh-CN': 'resend.com/api-keys > Create API Key，权限选 “Sending access” 或 “Full access”',
    },
    shape: {
      matches: /^re_\w+$/,
      words: { en: 'letters and digits beginning with re_', 'zh-CN': '以 re_ 开头的字母和数字' },
    },
  },
  sender: 'verified',
  delivery: {
    envelope: {
      value: 'subdomain',
      source: 'https://github.com/Domain-Connect/Templates/blob/master/resend.com.mail.json',
      checked: '2026-08-20',
    },
    dkim: {
      value: { form: 'fixed', selectors: ['resend'] },
      source: 'https://github.com/Domain-Connect/Templates/blob/master/resend.com.mail.json',
      checked: '2026-08-20',
    },
  },
  limits: {
    en: 'free plan: 100 mails a day, 3,000 a month',
    'zh-CN': '免费套餐：每天 100 封，每月 3000 封',
  },
  advice: {
    'auth-failed': {
      en: 'Set the user to the word resend and the password to an API key from resend.com/api-keys; capital and small letters matter',
      'zh-CN':
        '用户名填写 resend 这个词，密码填写 resend.com/api-keys 中的 API key，注意区分大小写',
    },
    'sender-unverified': {
      en: 'Add the domain of SMTP_SENDER at resend.com/domains and set its DNS records, or send from one that is verified there',
      'zh-CN':
        '在 resend.com/domains 添加 SMTP_SENDER 的域名并设置 DNS 记录，或改用已验证域名的地址发信',
    },
    'sender-mismatch': {
      en: 'Send from the domain that the API key is limited to, or create a key for all domains at resend.com/api-keys',
      'zh-CN': '用该 API key 所限定的域名发信，或在 resend.com/api-keys 创建不限域名的密钥',
    },
    'sandbox-restricted': {
      en: 'Verify a domain at resend.com/domains and put an address of it in SMTP_SENDER; onboarding@resend.dev writes only to you',
      'zh-CN':
        '在 resend.com/domains 验证域名，并把该域名的地址填入 SMTP_SENDER；onboarding@resend.dev 只能发给你自己',
    },
    'quota-exceeded': {
      en: 'Wait 24 hours or upgrade the plan: resend.com/settings/usage',
      'zh-CN': '等待 24 小时，或升级套餐：resend.com/settings/usage',
    },
  },
  pages: {
    smtp: 'https://resend.com/docs/send-with-smtp',
    'quota-exceeded': 'https://resend.com/docs/api-reference/rate-limit',
  },
  replies: [
    // With 450, though it never passes by itself.
    { words: /only send testing emails/i, cause: 'sandbox-restricted', isOnlyHere: true },
    {
      words: /domain (?:with your api key )?is not verified|add and verify your domain/i,
      cause: 'sender-unverified',
      isOnlyHere: true,
    },
    { words: /api key is not authorized to send/i, cause: 'sender-mismatch', isOnlyHere: true },
    {
      words: /api key (?:is )?(?:not found|invalid|suspended)/i,
      cause: 'auth-failed',
      isOnlyHere: true,
    },
    { words: /(?:daily|monthly) (?:email )?(?:sending )?quota/i, cause: 'quota-exceeded' },
    { words: /only make \d+ requests? per second/i, cause: 'rate-limited' },
  ],
};
