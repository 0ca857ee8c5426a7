import type { Provider } from '../provider.js';

/** Zoho ZeptoMail, in its regions; mail for sending by programs, unlike Zoho Mail. */
export const zeptomail: Provider = {
  id: 'zeptomail',
  kind: 'relay',
  name: { en: 'Zoho ZeptoMail', 'zh-CN': 'Zoho ZeptoMail' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp.zeptomail.com', port: 465, security: 'tls' },
    { host: 'smtp.zeptomail.com', port: 587, security: 'starttls' },
    { host: 'smtp.zeptomail.eu', port: 465, security: 'tls' },
    { host: 'smtp.zeptomail.eu', port: 587, security: 'starttls' },
    { host: 'smtp.zeptomail.in', port: 465, security: 'tls' },
    { host: 'smtp.zeptomail.in', port: 587, security: 'starttls' },
    { host: 'smtp.zeptomail.com.cn', port: 465, security: 'tls' },
    { host: 'smtp.zeptomail.com.cn', port: 587, security: 'starttls' },
    { host: 'smtp.zeptomail.com.au', port: 465, security: 'tls' },
    { host: 'smtp.zeptomail.jp', port: 465, security: 'tls' },
    { host: 'smtp.zeptomail.ca', port: 465, security: 'tls' },
    { host: 'smtp.zeptomail.sa', port: 465, security: 'tls' },
  ],
  mark: /\b(?:smtp|mx)\.zeptomail\.(?:com|eu|in|jp|ca|sa|uk)\b/i,
  // Agents of some years ago have a user of their own, such as emailappsmtp.1a2b3c4d.
  user: {
    form: 'issued',
    words: {
      en: 'the word emailapikey, unless the mail agent shows another one',
      'zh-CN': 'emailapikey，除非 Mail Agent 页面显示其他用户名',
    },
    mistakes: [
      {
        matches: /@/,
        words: {
          en: 'a mail address; the user shown for the mail agent is wanted',
          'zh-CN': '邮箱地址；此处应填 Mail Agent 页面显示的用户名',
        },
      },
    ],
  },
  password: {
    kind: 'api-key',
    name: { en: 'Send Mail Token', 'zh-CN': 'Send Mail Token' },
    where: {
      en: 'zeptomail.zoho.com > Agents > the agent > SMTP/API > SMTP',
      'zh-CN':
        'zeptomail.zoho.com（国内为 zeptomail.zoho.com.cn）> Agents > 对应 Agent > SMTP/API > SMTP',
    },
    mistakes: [
      {
        matches: /^zoho-enczapikey\b/i,
        words: {
          en: 'the token with the word Zoho-enczapikey before it, as the API wants it',
          'zh-CN': '前面带有 Zoho-enczapikey 的 token，那是 API 的写法',
        },
      },
    ],
  },
  sender: 'verified',
  delivery: {
    envelope: {
      value: 'subdomain',
      source: 'https://www.zoho.com.cn/zeptomail/help/dns.html',
      checked: '2026-11-27',
    },
  },
  advice: {
    'auth-failed': {
      en: 'Copy user and Send Mail Token from the agent’s SMTP page, and use the host of the account’s region (.com, .eu, .in, .com.cn …)',
      'zh-CN':
        '从 Agent 的 SMTP 页面复制用户名和 Send Mail Token，并使用账户所在区域的主机（.com、.eu、.in、.com.cn 等）',
    },
    'sender-unverified': {
      en: 'Send from a domain that is verified and associated with the agent: zeptomail.zoho.com > Domains',
      'zh-CN': '使用已验证并关联到该 Agent 的域名发信：zeptomail.zoho.com > Domains',
    },
    'quota-exceeded': {
      en: 'Buy credits: zeptomail.zoho.com > Subscription',
      'zh-CN': '购买 credits：zeptomail.zoho.com > Subscription',
    },
    'content-rejected': {
      en: 'Give the mail a subject, and send no newsletters or promotion through ZeptoMail',
      'zh-CN': '为邮件填写主题，并且不要用 ZeptoMail 发送新闻邮件或推广邮件',
    },
  },
  pages: {
    smtp: 'https://www.zoho.com/zeptomail/help/smtp-home.html',
    'sender-unverified': 'https://www.zoho.com/zeptomail/help/api/smtp-error-codes.html',
  },
  replies: [
    // Zoho Mail says the same of a sender that is not the login; here any domain that is verified will do.
    { words: /relaying disallowed/i, cause: 'sender-unverified', isOnlyHere: true },
    { words: /subject is mandatory/i, cause: 'content-rejected' },
    { words: /email size exceeded/i, cause: 'message-too-large' },
    {
      words: /credits? (?:limit )?(?:exhausted|expired|exceeded)/i,
      cause: 'quota-exceeded',
      isOnlyHere: true,
    },
  ],
};
