import type { Provider } from '../provider.js';

/** Twilio SendGrid. */
export const sendgrid: Provider = {
  id: 'sendgrid',
  kind: 'relay',
  name: { en: 'SendGrid', 'zh-CN': 'SendGrid' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp.sendgrid.net', port: 465, security: 'tls' },
    { host: 'smtp.sendgrid.net', port: 587, security: 'starttls' },
    { host: 'smtp.sendgrid.net', port: 2525, security: 'starttls' },
    { host: 'smtp.eu.sendgrid.net', port: 465, security: 'tls' },
    { host: 'smtp.eu.sendgrid.net', port: 587, security: 'starttls' },
  ],
  domains: ['sendgrid.net'],
  mark: /\bSG ESMTP service ready\b|\b(?:ismtpd[\w.-]{0,40}|smtp(?:\.eu)?)\.sendgrid\.net\b|\bsendgrid\.com\/docs\b/i,
  user: { form: 'fixed', value: 'apikey' },
  password: {
    kind: 'api-key',
    name: { en: 'API Key', 'zh-CN': 'API Key' },
    where: {
      en: 'app.sendgrid.com > Settings > API Keys, with the permission "Mail Send"',
      'zh-CN': 'app.sendgrid.com > Settings > API Keys，权限须包含 “Mail Send”',
    },
    shape: {
      matches: /^SG\.[\w-]{22}\.[\w-]{43}$/,
      words: { en: 'SG. and 66 more characters', 'zh-CN': 'SG. 加上 66 个字符' },
    },
    mistakes: [
      {
        matches: /^[\w-]{22}$/,
        words: {
          en: 'the API Key ID, which is only the middle part of the key',
          'zh-CN': 'API Key ID，它只是密钥的中间部分',
        },
      },
    ],
  },
  sender: 'verified',
  delivery: {
    envelope: {
      value: 'subdomain',
      source:
        'https://www.twilio.com/docs/sendgrid/api-reference/domain-authentication/authenticate-a-domain.md',
      checked: '2026-11-27',
    },
    dkim: {
      value: { form: 'usual', selectors: ['s1', 's2'] },
      source:
        'https://www.suped.com/email-deliverability/answers/why-does-sendgrid-require-two-domain-keys',
      checked: '2026-05-21',
    },
  },
  limits: {
    en: 'free trial: 100 mails a day for 60 days; then as many as the plan holds',
    'zh-CN': '免费试用：60 天内每天 100 封；之后按套餐计',
  },
  advice: {
    'auth-failed': {
      en: 'Set the user to the word apikey and the password to an API Key with the permission "Mail Send"; make a new key if the old one is gone',
      'zh-CN':
        '用户名填写 apikey 这个词，密码填写带 “Mail Send” 权限的 API Key；旧密钥已失效时请新建一个',
    },
    'sender-unverified': {
      en: 'Verify the address of SMTP_SENDER: app.sendgrid.com > Settings > Sender Authentication',
      'zh-CN': '验证 SMTP_SENDER 的地址：app.sendgrid.com > Settings > Sender Authentication',
    },
    'quota-exceeded': {
      en: 'Look at the credits left in app.sendgrid.com > Settings > Account Details, and wait for the next period or upgrade the plan',
      'zh-CN':
        '在 app.sendgrid.com > Settings > Account Details 查看剩余额度，等待下一周期或升级套餐',
    },
    'account-suspended': {
      en: 'Log in to app.sendgrid.com and follow the notice there, or write to support.sendgrid.com',
      'zh-CN': '登录 app.sendgrid.com 按页面上的提示处理，或联系 support.sendgrid.com',
    },
    'ip-blocked': {
      en: 'Add this machine’s public address: app.sendgrid.com > Settings > IP Access Management',
      'zh-CN': '添加本机的公网地址：app.sendgrid.com > Settings > IP Access Management',
    },
  },
  pages: {
    smtp: 'https://www.twilio.com/docs/sendgrid/for-developers/sending-email/integrating-with-the-smtp-api',
    'sender-unverified':
      'https://www.twilio.com/docs/sendgrid/for-developers/sending-email/sender-identity',
    'quota-exceeded':
      'https://www.twilio.com/docs/sendgrid/for-developers/sending-email/smtp-errors-and-troubleshooting',
  },
  replies: [
    // It calls a used-up plan a failed login.
    { words: /maximum credits exceeded|exceeded your messaging limits/i, cause: 'quota-exceeded' },
    {
      words: /match a verified sender identity|authorized to send from that email/i,
      cause: 'sender-unverified',
    },
    // The key was deleted, mistyped, or lacks the permission.
    { words: /authorization grant is invalid/i, cause: 'auth-failed' },
    {
      words: /authenticated user is not authorized to send|account (?:disabled|under review)/i,
      cause: 'account-suspended',
      isOnlyHere: true,
    },
    { words: /ip address is not (?:white|allow)listed/i, cause: 'ip-blocked', isOnlyHere: true },
    // Mail without a login, however the sender is.
    { words: /unauthenticated senders? not allowed/i, cause: 'auth-required' },
    { words: /recipients received this hour/i, cause: 'rate-limited' },
    { words: /blocked due to repeated bad requests/i, cause: 'rate-limited' },
  ],
};
