import type { Provider } from '../provider.js';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const scaleway: Provider = {
  id: 'scaleway',
  kind: 'relay',
  name: { en: 'Scaleway Transactional Email', 'zh-CN': 'Scaleway Transactional Email' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp.tem.scaleway.com', port: 465, security: 'tls' },
    { host: 'smtp.tem.scaleway.com', port: 2465, security: 'tls' },
    { host: 'smtp.tem.scaleway.com', port: 587, security: 'starttls' },
    { host: 'smtp.tem.scaleway.com', port: 2587, security: 'starttls' },
    { host: 'smtp.tem.scw.cloud', port: 465, security: 'tls' },
    { host: 'smtp.tem.scw.cloud', port: 2465, security: 'tls' },
    { host: 'smtp.tem.scw.cloud', port: 587, security: 'starttls' },
    { host: 'smtp.tem.scw.cloud', port: 2587, security: 'starttls' },
  ],
  domains: ['tem.scaleway.com', 'tem.scw.cloud'],
  mark: /\bsmtp\.tem\.(?:scw\.cloud|scaleway\.com)\b/i,
  user: {
    form: 'issued',
    words: { en: 'the Project ID, a UUID', 'zh-CN': 'Project ID，形如 UUID' },
    shape: { matches: UUID, words: { en: 'a UUID', 'zh-CN': 'UUID' } },
    mistakes: [
      {
        matches: /^SCW[A-Z0-9]{17}$/,
        words: {
          en: 'the access key; the Project ID is wanted',
          'zh-CN': '访问密钥（access key）；此处应填 Project ID',
        },
      },
    ],
  },
  password: {
    kind: 'api-key',
    name: { en: 'secret key of an API key', 'zh-CN': 'API 密钥的 secret key' },
    where: {
      en: 'console.scaleway.com > IAM & API keys > API keys > Generate an API key',
      'zh-CN': 'console.scaleway.com > IAM & API keys > API keys > Generate an API key',
    },
    shape: { matches: UUID, words: { en: 'a UUID', 'zh-CN': 'UUID' } },
    mistakes: [
      {
        matches: /^SCW[A-Z0-9]{17}$/,
        words: {
          en: 'the access key; the secret key is wanted',
          'zh-CN': '访问密钥（access key）；此处应填 secret key',
        },
      },
    ],
  },
  sender: 'verified',
  delivery: {
    spf: {
      value: '_spf.tem.scaleway.com',
      source: 'https://github.com/scaleway/docs-content/pull/3829.diff',
      checked: '2026-11-27',
    },
  },
  limits: {
    en: 'at first 10,000 mails a month; 10 recipients a mail',
    'zh-CN': '起初每月 10000 封；每封最多 10 位收件人',
  },
  advice: {
    'auth-failed': {
      en: 'Give the key’s IAM policy the permission set TransactionalEmailEmailSmtpCreate; write Project ID and secret key',
      'zh-CN':
        '在该项目的 IAM 策略中授予 TransactionalEmailEmailSmtpCreate 权限集，并在 SMTP_URI 中填写 Project ID 和 secret key',
    },
    'sender-unverified': {
      en: 'Add the domain in the same project and set its SPF, DKIM and MX records: console.scaleway.com > Transactional Email',
      'zh-CN':
        '在同一项目中添加域名并设置 SPF、DKIM 和 MX 记录：console.scaleway.com > Transactional Email',
    },
    'quota-exceeded': {
      en: 'Ask for a higher quota: console.scaleway.com > Organization > Quotas',
      'zh-CN': '申请提高配额：console.scaleway.com > Organization > Quotas',
    },
  },
  pages: {
    smtp: 'https://www.scaleway.com/en/docs/transactional-email/reference-content/smtp-configuration/',
    'auth-failed':
      'https://www.scaleway.com/en/docs/transactional-email/how-to/generate-api-keys-for-tem-with-iam/',
  },
  replies: [
    // A wrong key, or one without the permission: it does not say which.
    { steps: ['auth'], words: /permission denied/i, cause: 'auth-failed', isOnlyHere: true },
  ],
};
