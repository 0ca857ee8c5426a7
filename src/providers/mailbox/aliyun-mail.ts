import type { Provider } from '../provider.js';

/** Alibaba Mail, for companies and (smtp.aliyun.com) for persons. DirectMail runs the same software. */
export const aliyunMail: Provider = {
  id: 'aliyun-mail',
  kind: 'mailbox',
  name: { en: 'Alibaba Mail', 'zh-CN': '阿里邮箱' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp.qiye.aliyun.com', port: 465, security: 'tls' },
    { host: 'smtp.mxhichina.com', port: 465, security: 'tls' },
    { host: 'smtp.aliyun.com', port: 465, security: 'tls' },
    { host: 'smtp.sg.aliyun.com', port: 465, security: 'tls' },
    { host: 'smtp.hk.aliyun.com', port: 465, security: 'tls' },
    { host: 'smtp.us.alibabacloud.com', port: 465, security: 'tls' },
    { host: 'smtp.de.alibabacloud.com', port: 465, security: 'tls' },
  ],
  domains: [
    'qiye.aliyun.com',
    'mxhichina.com',
    'mail.aliyun.com',
    'sg.aliyun.com',
    'hk.aliyun.com',
  ],
  webmail: ['mail.aliyun.com', 'qiye.aliyun.com'],
  mark: /\bAliMail Server\b|\b(?:smtp|mail|mx\d*)\.aliyun-inc\.com\b|\bANTISPAM_BAT\b/i,
  user: { form: 'address' },
  password: {
    kind: 'app-password',
    name: {
      en: 'client security password (三方客户端安全密码)',
      'zh-CN': '三方客户端安全密码',
    },
    where: {
      en: 'web mail > 设置 > 账户与安全 (Settings > Account & Security) > 生成新密码',
      'zh-CN':
        '网页邮箱 > 设置 > 账户与安全 > 账户安全 > 三方客户端安全密码 > 生成新密码；未开启时用邮箱密码',
    },
  },
  sender: 'login-or-alias',
  delivery: {
    spf: {
      value: 'spf.qiye.aliyun.com',
      source: 'https://help.aliyun.com/knowledge_detail/36771.html',
      checked: '2026-11-27',
    },
  },
  limits: {
    en: 'not published; counted per minute, hour and day, and less with a weak password',
    'zh-CN': '具体数值未公开；按分钟、小时和天计算，弱密码账号额度更低',
  },
  advice: {
    'auth-failed': {
      en: 'Use the whole address as user, and the client security password (三方客户端安全密码) where the company has switched it on',
      'zh-CN': '用完整邮箱地址作为用户名；企业开启了三方客户端安全密码时须使用该密码',
    },
    'auth-disabled': {
      en: 'Ask the administrator: qiye.aliyun.com/admin > 安全管理 > 账户安全策略 (Security) > 允许使用第三方客户端 (clients); IMAP/SMTP服务 on for the account',
      'zh-CN':
        '请管理员开启：qiye.aliyun.com/admin > 安全管理 > 账户安全策略 > 允许使用第三方客户端，并为该账号开启 IMAP/SMTP 服务',
    },
    'auth-throttled': {
      en: 'Correct the password first, then wait an hour',
      'zh-CN': '先改正密码，再等待一小时后重试',
    },
    'rate-limited': {
      en: 'Send fewer mails at a time and set a stronger password; for mails by programs use Alibaba Cloud DirectMail',
      'zh-CN': '降低发信频率并更换强密码；由程序发送的邮件请改用阿里云邮件推送',
    },
    'account-suspended': {
      en: 'Ask the administrator of the mail domain whether the account may send',
      'zh-CN': '请联系邮箱管理员，确认该账号是否被禁止发信',
    },
    'content-rejected': {
      en: 'Change the subject, the text and the links, then try again',
      'zh-CN': '修改主题、正文和链接后再试',
    },
  },
  pages: {
    smtp: 'https://help.aliyun.com/document_detail/36687.html',
    'rate-limited': 'https://www.alibabacloud.com/help/faq-detail/109009.htm',
  },
  replies: [
    { steps: ['auth'], words: /authentication failure\[1\]/i, cause: 'auth-throttled' },
    { words: /\bUC_LOGIN_SOURCE_NOT_ALLOWED\b|\bUC_OPER_NO_PERMISSION\b/, cause: 'auth-disabled' },
    { words: /\bUC_CLIENT_NON_SSL\b/, cause: 'auth-needs-tls' },
    { steps: ['auth'], words: /username or passwd is null/i, cause: 'auth-failed' },
    // It calls sending too often "spam", by its behaviour, unless the end of the text says more.
    {
      words: /reject by behaviou?r spam.{1,200}\bspf check failed/i,
      cause: 'auth-policy-rejected',
    },
    { words: /reject by behaviou?r spam.{1,200}\brbl\b/i, cause: 'ip-blocked' },
    { words: /reject by behaviou?r spam|too frequently sending/i, cause: 'rate-limited' },
    { words: /"?mail from"? is non-local account/i, cause: 'sender-mismatch' },
    { words: /mailfrom account is a local account/i, cause: 'sender-rejected' },
    { words: /"mail from" mailbox unavailable/i, cause: 'sender-rejected' },
    { words: /rcptto account is(?:n[’']t| not) a local account/i, cause: 'recipient-unknown' },
    { words: /account is(?:n[’']t| not) allowed to send/i, cause: 'account-suspended' },
    { words: /account is(?:n[’']t| not) allowed to receive/i, cause: 'recipient-rejected' },
    { words: /\bRCPT\w*.{0,20} achieved the maximum threshold/i, cause: 'rate-limited' },
    {
      words: /\b(?:data|attach\w*)\b.{0,20} achieved the maximum threshold/i,
      cause: 'message-too-large',
    },
  ],
};
