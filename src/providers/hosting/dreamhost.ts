import type { Provider } from '../provider.js';

export const dreamhost: Provider = {
  id: 'dreamhost',
  kind: 'hosting',
  name: { en: 'DreamHost', 'zh-CN': 'DreamHost' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp.dreamhost.com', port: 465, security: 'tls' },
    { host: 'smtp.dreamhost.com', port: 587, security: 'starttls' },
  ],
  domains: ['mail.dreamhost.com'],
  mark: /[\w-]\.dreamhost\.com\b/i,
  user: { form: 'address' },
  password: {
    kind: 'password',
    name: { en: 'Password of the mailbox', 'zh-CN': '邮箱密码' },
    where: {
      en: 'panel.dreamhost.com > Mail > Manage Email > Edit > Change password',
      'zh-CN': 'panel.dreamhost.com > Mail > Manage Email > Edit > Change password',
    },
  },
  delivery: {
    spf: {
      value: 'netblocks.dreamhost.com',
      source: 'https://help.dreamhost.com/hc/en-us/articles/216107737-SPF-overview',
      checked: '2026-11-27',
    },
  },
  limits: {
    en: '100 recipients an hour per address',
    'zh-CN': '每个地址每小时 100 位收件人',
  },
  advice: {
    'rate-limited': {
      en: 'Wait an hour: 100 recipients an hour per address cannot be raised; for a list, use Announcement Lists in the panel',
      'zh-CN':
        '等待一小时：每个地址每小时 100 位收件人的上限无法提高；群发请使用面板中的 Announcement Lists',
    },
    'auth-failed': {
      en: 'Use the whole address and the password of the mailbox (panel.dreamhost.com > Mail > Manage Email), not the one of the panel',
      'zh-CN':
        '使用完整地址和邮箱密码（panel.dreamhost.com > Mail > Manage Email），而不是面板的密码',
    },
  },
  pages: {
    'rate-limited': 'https://help.dreamhost.com/hc/en-us/articles/215730437-SMTP-quota-limits',
  },
  replies: [
    // The quota is of recipients an hour, not of the plan.
    { words: /policy rejection.{0,10}quota exceeded/i, cause: 'rate-limited' },
  ],
};
