import type { Provider } from '../provider.js';

/** 139 Mail of China Mobile. */
export const chinaMobile139: Provider = {
  id: 'china-mobile-139',
  kind: 'mailbox',
  name: { en: '139 Mail (China Mobile)', 'zh-CN': '139 邮箱（中国移动）' },
  checked: '2026-11-23',
  servers: [{ host: 'smtp.139.com', port: 465, security: 'tls' }],
  domains: ['mail.139.com', 'mail.10086.cn'],
  mark: /\b(?:smtp|mail|mx\d)\.(?:139\.com|10086\.cn)\b/i,
  // The number of the mobile phone.
  user: { form: 'address-or-name' },
  password: {
    kind: 'authorization-code',
    name: {
      en: 'client password (客户端密码 or 授权码)',
      'zh-CN': '客户端密码（授权码）',
    },
    where: {
      en: 'mail.139.com > 设置 > 账户与安全 (Security)',
      'zh-CN':
        'mail.139.com > 设置 > 账户与安全：开启 IMAP/SMTP服务，再到“客户端密码”（或授权码管理）',
    },
  },
  sender: 'login',
  delivery: {
    freeMail: [
      {
        value: { domains: ['139.com'], policy: null },
        source: 'https://lore.kernel.org/',
        checked: '2026-04-30',
      },
    ],
  },
  advice: {
    'auth-failed': {
      en: 'Set the client password (客户端密码) or code (授权码) again, with IMAP/SMTP服务 on: mail.139.com > 设置 (Settings) > 账户与安全 (Security)',
      'zh-CN':
        '重新设置客户端密码（或生成新的授权码），并确认 IMAP/SMTP服务仍为开启：mail.139.com > 设置 > 账户与安全',
    },
    'auth-disabled': {
      en: 'Switch on 「IMAP/SMTP服务」: mail.139.com > 设置 (Settings) > 账户与安全 (Security) > 邮箱协议设置 (Protocols)',
      'zh-CN': '开启「IMAP/SMTP服务」：mail.139.com > 设置 > 账户与安全 > 邮箱协议设置',
    },
  },
};
