import type { Provider } from '../provider.js';

/** Alibaba Cloud DirectMail. */
export const aliyunDirectmail: Provider = {
  id: 'aliyun-directmail',
  kind: 'relay',
  name: { en: 'Alibaba Cloud DirectMail', 'zh-CN': '阿里云邮件推送' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtpdm.aliyun.com', port: 465, security: 'tls' },
    { host: 'smtpdm.aliyun.com', port: 80, security: 'starttls' },
    { host: 'smtpdm-ap-southeast-1.aliyuncs.com', port: 465, security: 'tls' },
    { host: 'smtpdm-us-east-1.aliyuncs.com', port: 465, security: 'tls' },
    { host: 'smtpdm-eu-central-1.aliyuncs.com', port: 465, security: 'tls' },
    // The older names of Singapore and Sydney.
    { host: 'smtpdm-ap-southeast-1.aliyun.com', port: 465, security: 'tls' },
    { host: 'smtpdm-ap-southeast-2.aliyun.com', port: 465, security: 'tls' },
  ],
  // The greeting is that of Alibaba Mail; what is its own is the number after a reply.
  mark: /\[@(?:sm|ud|out)\d{6}\]|\bsmtpdm(?:-[a-z0-9-]{4,20})?\.aliyun(?:cs)?\.com\b/i,
  user: {
    form: 'address',
    words: { en: 'a sender address (发信地址) of the console', 'zh-CN': '控制台中的发信地址' },
    // A key of the API, which many take for the user.
    mistakes: [
      {
        matches: /^LTAI[0-9A-Za-z]{12,26}$/,
        words: { en: 'an AccessKey ID', 'zh-CN': 'AccessKey ID' },
      },
    ],
  },
  password: {
    kind: 'password',
    name: { en: 'SMTP password', 'zh-CN': 'SMTP 密码' },
    where: {
      en: 'dm.console.aliyun.com > Sender Addresses (发信地址) > Set SMTP Password, in the region of the host',
      'zh-CN': 'dm.console.aliyun.com > 发信地址 > 设置SMTP密码，区域须与所用主机一致',
    },
  },
  sender: 'login',
  delivery: {
    spf: {
      value: 'spf1.dm.aliyun.com',
      source: 'https://www.alibabacloud.com/help/zh/direct-mail/api-dm-2015-11-23-descdomain',
      checked: '2026-03-31',
    },
  },
  limits: {
    en: 'the daily and monthly quota of the account (console > Overview), and 5,000 mails in 3 minutes',
    'zh-CN': '以账户的日额度和月额度为准（控制台 > 概览）；SMTP 每 180 秒 5000 次',
  },
  advice: {
    'auth-failed': {
      en: 'Use the sender address as user with its SMTP password, at the host of the region in which both were made',
      'zh-CN': '用发信地址作为用户名并使用它的 SMTP 密码，主机须与创建它们的区域一致',
    },
    'sender-unverified': {
      en: 'Verify the domain: dm.console.aliyun.com > Email Domains (发信域名) > Verify (验证), then make the sender address',
      'zh-CN': '验证发信域名：dm.console.aliyun.com > 发信域名 > 验证，再创建发信地址',
    },
    'quota-exceeded': {
      en: 'Look up the quota at dm.console.aliyun.com > Overview (概览), and wait until tomorrow or have it raised',
      'zh-CN': '在 dm.console.aliyun.com > 概览查看额度，等到第二天再发或申请提额',
    },
    'account-suspended': {
      en: 'Look up the state of the account at dm.console.aliyun.com > Overview (概览), and pay what is overdue',
      'zh-CN': '在 dm.console.aliyun.com > 概览查看账户状态；如有欠费请先缴清',
    },
    'content-rejected': {
      en: 'Change the subject, the text and the links, then try again',
      'zh-CN': '修改主题、正文和链接后再试',
    },
    'connection-timeout': {
      en: 'Use port 465 (or 80 with STARTTLS): port 25 is closed on Alibaba Cloud machines',
      'zh-CN': '改用端口 465（或端口 80 加 STARTTLS）：阿里云服务器默认封禁 25 端口',
    },
  },
  pages: {
    smtp: 'https://www.alibabacloud.com/help/en/direct-mail/smtp-endpoints',
    'auth-failed': 'https://help.aliyun.com/document_detail/44499.html',
    'quota-exceeded': 'https://help.aliyun.com/document_detail/44499.html',
    'account-suspended': 'https://help.aliyun.com/document_detail/44499.html',
  },
  replies: [
    { words: /not enough sending quota/i, cause: 'quota-exceeded' },
    { words: /main account unavailable/i, cause: 'account-suspended' },
    // It keeps its own list of addresses that do not exist.
    { words: /invalid rcptto/i, cause: 'recipient-unknown' },
    { words: /\brcptto\b/i, cause: 'recipient-rejected', isOnlyHere: true },
    {
      words: /number of RCPTs is over size/i,
      cause: 'rate-limited',
      retryable: false,
    },
    // A wrong value in the header X-AliDM-Settings.
    { words: /\binvalid setting\b/i, codes: [504], cause: 'content-rejected', isOnlyHere: true },
  ],
};
