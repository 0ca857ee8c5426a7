import type { Provider } from '../provider.js';

/** Sina Mail: sina.com, sina.cn, vip.sina.com and vip.sina.cn. Its page about clients names a server for each of the four. */
export const sina: Provider = {
  id: 'sina',
  kind: 'mailbox',
  name: { en: 'Sina Mail', 'zh-CN': '新浪邮箱' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp.sina.com', port: 465, security: 'tls' },
    { host: 'smtp.sina.cn', port: 465, security: 'tls' },
    { host: 'smtp.sina.com.cn', port: 465, security: 'tls' },
    { host: 'smtp.vip.sina.com', port: 465, security: 'tls' },
    { host: 'smtp.vip.sina.cn', port: 465, security: 'tls' },
  ],
  domains: ['sina.cn', 'mail.sina.com.cn', 'sinamail.sina.com.cn', 'vip.sina.com', 'vip.sina.cn'],
  mark: /\bsinamail\.sina\.com\.cn\b|\benvolope sender\b/i,
  user: { form: 'address-or-name' },
  password: {
    kind: 'authorization-code',
    name: { en: 'client authorization code (客户端授权码)', 'zh-CN': '客户端授权码' },
    where: {
      en: 'mail.sina.com.cn > 设置 (Settings) > 客户端POP/IMAP/SMTP: switch it on',
      'zh-CN':
        'mail.sina.com.cn > 设置 > 客户端POP/IMAP/SMTP：把“IMAP4/SMTP服务”设为开启，手机验证后获取授权码',
    },
  },
  hasServerPerDomain: true,
  sender: 'login',
  delivery: {
    freeMail: [
      {
        value: { domains: ['sina.com'] },
        source: 'https://onionseo.com/2445.html',
        checked: '2026-11-27',
      },
    ],
  },
  advice: {
    'auth-failed': {
      en: 'Use the client authorization code (客户端授权码) instead of the login password; it is shown only once, so make a new one when in doubt',
      'zh-CN': '使用客户端授权码而非登录密码；授权码只显示一次，不确定时请重新获取',
    },
    'auth-disabled': {
      en: 'Switch on 「IMAP4/SMTP服务」: mail.sina.com.cn > 设置 (Settings) > 客户端POP/IMAP/SMTP (Mail clients)',
      'zh-CN': '开启「IMAP4/SMTP服务」：mail.sina.com.cn > 设置 > 客户端POP/IMAP/SMTP',
    },
  },
  pages: {
    smtp: 'https://help.sina.com.cn/comquestiondetail/view/160/',
    'app-password-required': 'https://help.sina.com.cn/comquestiondetail/view/1566/',
  },
  replies: [
    // Its spelling.
    { words: /\benvolope sender mismatch/i, cause: 'sender-mismatch' },
  ],
};
