import type { Provider } from '../provider.js';

/** Mailchimp Transactional, which was Mandrill. It takes nearly all mail and rejects some later. */
export const mandrill: Provider = {
  id: 'mandrill',
  kind: 'relay',
  name: { en: 'Mailchimp Transactional (Mandrill)', 'zh-CN': 'Mailchimp Transactional (Mandrill)' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp.mandrillapp.com', port: 465, security: 'tls' },
    { host: 'smtp.mandrillapp.com', port: 587, security: 'starttls' },
    { host: 'smtp.mandrillapp.com', port: 2525, security: 'starttls' },
  ],
  domains: ['mandrillapp.com'],
  mark: /\bsmtp\.mandrillapp\.com\b/i,
  user: {
    form: 'issued',
    words: {
      en: 'any word, most often the address of the account',
      'zh-CN': '任意文字，通常是账户的邮箱地址',
    },
  },
  password: {
    kind: 'api-key',
    name: { en: 'API Key of Transactional Email', 'zh-CN': 'Transactional Email 的 API Key' },
    where: {
      en: 'mandrillapp.com > Settings > SMTP & API Info > New API Key',
      'zh-CN': 'mandrillapp.com > Settings > SMTP & API Info > New API Key',
    },
    mistakes: [
      {
        matches: /^[0-9a-f]{32}-[a-z]{2}\d{1,2}$/,
        words: {
          en: 'an API key of Mailchimp Marketing, not of Transactional Email',
          'zh-CN': 'Mailchimp Marketing 的 API key，而不是 Transactional Email 的',
        },
      },
    ],
  },
  sender: 'verified',
  delivery: {
    spf: {
      value: 'spf.mandrillapp.com',
      source: 'https://mxio.io/providers/mandrill',
      checked: '2026-02-27',
    },
    envelope: {
      value: 'subdomain',
      source: 'https://www.senderclarity.com/guides/mandrill-spf-dkim-dmarc-setup',
      checked: '2026-11-27',
    },
    dkim: {
      value: { form: 'usual', selectors: ['mte1', 'mte2'] },
      source: 'https://mxio.io/providers/mandrill',
      checked: '2026-02-27',
    },
  },
  limits: {
    en: 'by blocks of 25,000 mails; an hourly quota that grows with the reputation',
    'zh-CN': '按每块 25000 封计费；每小时配额随信誉提高',
  },
  advice: {
    'auth-failed': {
      en: 'Put an API Key from mandrillapp.com > Settings > SMTP & API Info as the password; one of Mailchimp Marketing does not work',
      'zh-CN':
        '密码填写 mandrillapp.com > Settings > SMTP & API Info 中的 API Key；Mailchimp Marketing 的密钥不能使用',
    },
    'sender-unverified': {
      en: 'Verify the domain and set its DKIM and DMARC records: mandrillapp.com > Settings > Domains',
      'zh-CN': '验证域名并设置 DKIM 和 DMARC 记录：mandrillapp.com > Settings > Domains',
    },
    'connection-timeout': {
      en: 'Try port 2525, or ask the hosting company whether it lets SMTP out',
      'zh-CN': '改用 2525 端口，或询问主机商是否放行外发 SMTP',
    },
  },
  pages: {
    smtp: 'https://mailchimp.com/developer/transactional/docs/smtp-integration/',
    'relay-denied':
      'https://mandrill.zendesk.com/hc/en-us/articles/213530577-SMTP-Troubleshooting-Tips',
  },
  replies: [{ words: /hourly quota/i, cause: 'rate-limited' }],
};
