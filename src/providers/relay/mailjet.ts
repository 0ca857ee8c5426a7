import type { Provider } from '../provider.js';

export const mailjet: Provider = {
  id: 'mailjet',
  kind: 'relay',
  name: { en: 'Mailjet', 'zh-CN': 'Mailjet' },
  checked: '2026-11-23',
  servers: [
    { host: 'in-v3.mailjet.com', port: 465, security: 'tls' },
    { host: 'in-v3.mailjet.com', port: 587, security: 'starttls' },
    { host: 'in-v3.mailjet.com', port: 2525, security: 'starttls' },
  ],
  domains: ['mailjet.com'],
  mark: /\bin(?:-v3)?\.mailjet\.com\b|\bESMTP Mailjet\b/i,
  user: {
    form: 'issued',
    words: { en: 'the API Key', 'zh-CN': 'API Key' },
    shape: {
      matches: /^[0-9a-f]{32}$/i,
      words: { en: '32 hexadecimal digits', 'zh-CN': '32 位十六进制数字' },
    },
    mistakes: [
      {
        matches: /@/,
        words: {
          en: 'the address of the account; the API Key is wanted',
          'zh-CN': '账户的邮箱地址；此处应填 API Key',
        },
      },
    ],
  },
  password: {
    kind: 'api-key',
    name: { en: 'Secret Key', 'zh-CN': 'Secret Key' },
    where: {
      en: 'app.mailjet.com > Account settings > API Key Management > Generate Secret Key',
      'zh-CN': 'app.mailjet.com > Account settings > API Key Management > Generate Secret Key',
    },
    shape: {
      matches: /^[0-9a-f]{32}$/i,
      words: { en: '32 hexadecimal digits', 'zh-CN': '32 位十六进制数字' },
    },
  },
  sender: 'verified',
  delivery: {
    spf: {
      value: 'spf.mailjet.com',
      source:
        'https://documentation.mailjet.com/hc/en-us/articles/360049641733-Authenticating-Domains-with-SPF-and-DKIM-A-Complete-Guide',
      checked: '2026-11-27',
    },
    dkim: {
      value: { form: 'fixed', selectors: ['mailjet'] },
      source:
        'https://github.com/Domain-Connect/Templates/blob/master/mailjet.com.domain-auth.json',
      checked: '2026-08-20',
    },
  },
  limits: {
    en: 'free plan: 200 mails a day, 6,000 a month',
    'zh-CN': '免费套餐：每天 200 封，每月 6000 封',
  },
  advice: {
    'auth-failed': {
      en: 'Set the user to the API Key and the password to the Secret Key of the same pair: app.mailjet.com > API Key Management',
      'zh-CN':
        '用户名填写 API Key，密码填写同一对的 Secret Key：app.mailjet.com > API Key Management',
    },
    'sender-unverified': {
      en: 'Validate the address or its domain: app.mailjet.com > Account settings > Sender domains & addresses',
      'zh-CN':
        '验证该地址或其域名：app.mailjet.com > Account settings > Sender domains & addresses',
    },
    'account-suspended': {
      en: 'Log in to app.mailjet.com and answer the compliance team’s questions',
      'zh-CN': '登录 app.mailjet.com，答复合规团队提出的问题',
    },
    'quota-exceeded': {
      en: 'Wait until tomorrow or upgrade the plan: app.mailjet.com > Account settings > Subscription',
      'zh-CN': '等到明天，或升级套餐：app.mailjet.com > Account settings > Subscription',
    },
  },
  pages: {
    smtp: 'https://dev.mailjet.com/smtp-relay/configuration/',
  },
  replies: [
    // Any sender is refused until it is validated, however the refusal is worded.
    {
      steps: ['mail-from', 'rcpt-to', 'data'],
      words:
        /sender (?:address )?(?:is )?(?:rejected|not (?:allowed|authorized|validated|active))/i,
      cause: 'sender-unverified',
      isOnlyHere: true,
    },
  ],
};
