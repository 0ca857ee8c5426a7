import type { Provider } from '../provider.js';
import { SPF_OF_TENCENT } from '../spf-of-tencent.js';

/** Tencent Exmail, also as the mail of WeCom. Its replies are those of QQ Mail: see there. */
export const exmail: Provider = {
  id: 'exmail',
  kind: 'mailbox',
  name: { en: 'Tencent Exmail', 'zh-CN': '腾讯企业邮箱' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp.exmail.qq.com', port: 465, security: 'tls' },
    { host: 'smtp.exmail.qq.com', port: 587, security: 'starttls' },
    { host: 'hwsmtp.exmail.qq.com', port: 465, security: 'tls' },
    { host: 'smtp.work.weixin.qq.com', port: 465, security: 'tls' },
  ],
  domains: ['exmail.qq.com', 'work.weixin.qq.com'],
  webmail: ['exmail.qq.com'],
  // The greeting is that of QQ Mail; only the help pages tell them apart.
  mark: /\bservice\.exmail\.qq\.com\b|\bwork\.weixin\.qq\.com\/help/i,
  user: { form: 'address' },
  password: {
    kind: 'app-password',
    name: { en: 'client password (客户端专用密码)', 'zh-CN': '客户端专用密码' },
    where: {
      en: 'exmail.qq.com > 设置 > 邮箱绑定 (Settings > Binding): 安全登录, 生成新密码',
      'zh-CN':
        'exmail.qq.com > 设置 > 邮箱绑定 > 开启安全登录，再到客户端专用密码 > 生成新密码（未开启安全登录时用登录密码）',
    },
  },
  sender: 'login-or-alias',
  company: 'Tencent',
  delivery: {
    spf: SPF_OF_TENCENT,
    dkim: { value: { form: 'issued' }, source: 'https://lore.kernel.org/', checked: '2026-04-30' },
  },
  limits: {
    en: 'a daily amount that all members of the company share; not published',
    'zh-CN': '企业全体成员共用每日发信量，具体数值未公开',
  },
  advice: {
    'auth-failed': {
      en: 'Switch on 「IMAP/SMTP服务」 (设置 > 收发信设置, Settings), and use a new client password (客户端专用密码)',
      'zh-CN': '在设置 > 收发信设置中开启「IMAP/SMTP服务」，并使用新的客户端专用密码',
    },
    'auth-disabled': {
      en: 'Switch on 「IMAP/SMTP服务」: 设置 > 收发信设置 (Settings); the administrator allows it in work.weixin.qq.com > 协作 > 邮件 > 安全管理 > 客户端访问限制',
      'zh-CN':
        '开启「IMAP/SMTP服务」：设置 > 收发信设置；管理员须在企业微信管理后台 > 协作 > 邮件 > 安全管理 > 客户端访问限制中允许该成员',
    },
    'quota-exceeded': {
      en: 'Wait until tomorrow; the administrator sees the amount of the whole company in the 管理后台 (admin console)',
      'zh-CN': '等到第二天再发；管理员可在管理后台查看整个企业的发信量',
    },
    'rate-limited': {
      en: 'Wait some minutes to hours and send fewer mails at a time; use a relay service for many mails',
      'zh-CN': '等待几分钟到数小时并降低发信频率；大量发信请改用邮件推送服务',
    },
    'ip-blocked': {
      en: 'Log in to smtp.exmail.qq.com with an account instead of delivering from this machine directly',
      'zh-CN': '不要从本机直接投递，改为使用账号登录 smtp.exmail.qq.com 发信',
    },
  },
  pages: {
    'rate-limited': 'https://service.exmail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000725',
    'content-rejected':
      'https://service.exmail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000726',
  },
  replies: [
    // Exmail refuses too much mail with these words: from this machine, or to this recipient.
    { words: /\bconnection denied\b/i, cause: 'rate-limited', isOnlyHere: true },
    { words: /mailbox unavailable or access denied/i, cause: 'rate-limited', isOnlyHere: true },
  ],
};
