import type { Provider } from '../provider.js';

/** Feishu Mail, outside China Lark Mail. */
export const feishu: Provider = {
  id: 'feishu',
  kind: 'mailbox',
  name: { en: 'Feishu Mail / Lark Mail', 'zh-CN': '飞书邮箱 / Lark 邮箱' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp.feishu.cn', port: 465, security: 'tls' },
    { host: 'smtp.feishu.cn', port: 587, security: 'starttls' },
    { host: 'smtp.larksuite.com', port: 465, security: 'tls' },
    { host: 'smtp.larksuite.com', port: 587, security: 'starttls' },
  ],
  domains: ['feishu.cn', 'larksuite.com'],
  mark: /\bsmtp\.(?:feishu\.cn|larksuite\.com)\b/i,
  user: { form: 'address' },
  password: {
    kind: 'app-password',
    name: { en: 'dedicated password (专用密码)', 'zh-CN': '专用密码' },
    where: {
      en: 'Lark or Feishu > Email > settings > third-party email client (第三方邮箱客户端)',
      'zh-CN': '飞书 > 邮箱 > 设置 > 第三方邮箱客户端 > 生成专用密码；公共邮箱由其成员或管理员生成',
    },
  },
  sender: 'login-or-alias',
  delivery: {
    signsByDefault: { value: false, source: 'https://lore.kernel.org/', checked: '2026-04-30' },
  },
  limits: {
    en: 'by plan, for members and for the organisation; Starter: 450 mails and 200 outside recipients a day each, 500 outside recipients in all',
    'zh-CN':
      '按版本限制成员和企业的发信量；Starter 版每位成员每天 450 封、200 位外部收件人，全企业每天 500 位外部收件人',
  },
  advice: {
    'auth-failed': {
      en: 'Use a 专用密码 of the mailbox, not the password of Lark or Feishu, and the host of your version: smtp.feishu.cn or smtp.larksuite.com',
      'zh-CN':
        '使用邮箱的专用密码而非飞书登录密码，并确认主机与版本一致：飞书为 smtp.feishu.cn，Lark 为 smtp.larksuite.com',
    },
    'auth-disabled': {
      en: 'Ask the administrator to switch on 第三方邮箱客户端: Admin Console > Product Settings > Mail (产品设置 > 邮箱)',
      'zh-CN': '请管理员在管理后台 > 产品设置 > 邮箱中开启“第三方邮箱客户端”',
    },
    'sender-mismatch': {
      en: 'Set SMTP_SENDER to the mailbox that logs in, or to an alias of it',
      'zh-CN': '把 SMTP_SENDER 改为登录用的邮箱地址或它的别名',
    },
    'quota-exceeded': {
      en: 'Wait until midnight, when the amount is counted again; for more mail use a larger plan or a relay service',
      'zh-CN': '等到零点额度重置后再发；发信量大时请升级版本或改用邮件推送服务',
    },
    'auth-policy-rejected': {
      en: 'Add Lark or Feishu to the SPF record of the domain (Lark: include:spf.onlarksuite.com), and its DKIM',
      'zh-CN':
        '在域名的 SPF 记录中加入飞书或 Lark（Lark：include:spf.onlarksuite.com），并配置 DKIM',
    },
  },
  pages: {
    smtp: 'https://www.larksuite.com/hc/zh-CN/articles/484507441712',
    'auth-disabled': 'https://www.larksuite.com/hc/zh-CN/articles/360048488003',
    'quota-exceeded': 'https://www.larksuite.com/hc/ja-JP/articles/360048488497',
  },
};
