import type { Provider } from '../provider.js';

/** Postmark, with its two message streams. */
export const postmark: Provider = {
  id: 'postmark',
  kind: 'relay',
  name: { en: 'Postmark', 'zh-CN': 'Postmark' },
  checked: '2026-11-23',
  // Nothing of it speaks TLS from the first byte.
  servers: [
    { host: 'smtp.postmarkapp.com', port: 587, security: 'starttls' },
    { host: 'smtp.postmarkapp.com', port: 2525, security: 'starttls' },
    { host: 'smtp-broadcasts.postmarkapp.com', port: 587, security: 'starttls' },
    { host: 'smtp-broadcasts.postmarkapp.com', port: 2525, security: 'starttls' },
  ],
  domains: ['postmarkapp.com'],
  mark: /\bsmtp(?:-broadcasts)?\.postmarkapp\.com\b|\bhttps?:\/\/(?:\w+\.)?postmarkapp\.com\b/i,
  user: {
    form: 'issued',
    words: {
      en: 'the Server API Token, as for the password, or the Access Key of an SMTP Token',
      'zh-CN': 'Server API Token（与密码相同），或 SMTP Token 的 Access Key',
    },
    mistakes: [
      {
        matches: /@/,
        words: {
          en: 'a mail address; the Server API Token is wanted',
          'zh-CN': '邮箱地址；此处应填 Server API Token',
        },
      },
    ],
  },
  password: {
    kind: 'api-key',
    name: { en: 'Server API Token', 'zh-CN': 'Server API Token' },
    where: {
      en: 'account.postmarkapp.com > the server > API Tokens; or, for an SMTP Token, the message stream > Settings',
      'zh-CN':
        'account.postmarkapp.com > 对应的 Server > API Tokens；SMTP Token 则在消息流的 Settings 中',
    },
  },
  sender: 'verified',
  delivery: {
    envelope: {
      value: 'subdomain',
      source: 'https://spfwise.com/en/article/postmark-spf-dkim-dmarc-setup',
      checked: '2026-07-03',
    },
    dkim: {
      value: { form: 'issued' },
      source: 'https://mxio.io/providers/postmark',
      checked: '2026-02-27',
    },
  },
  limits: {
    en: 'free plan: 100 mails a month; until approved only to the domain of the sender',
    'zh-CN': '免费套餐：每月 100 封；账户获批前只能发往发件人所在的域名',
  },
  advice: {
    'auth-failed': {
      en: 'Put the Server API Token as user and as password; the Account API Token does not work',
      'zh-CN': '用户名和密码都填写 Server API Token；Account API Token 不能使用',
    },
    'auth-disabled': {
      en: 'Switch on SMTP for the server: account.postmarkapp.com > the server > Settings',
      'zh-CN': '为该 Server 启用 SMTP：account.postmarkapp.com > 对应的 Server > Settings',
    },
    'sender-unverified': {
      en: 'Add the address or its domain and confirm it: account.postmarkapp.com > Sender Signatures',
      'zh-CN': '添加并确认该地址或其域名：account.postmarkapp.com > Sender Signatures',
    },
    'sandbox-restricted': {
      en: 'Request approval of the account in account.postmarkapp.com; until then write only to your own verified domains',
      'zh-CN': '在 account.postmarkapp.com 申请账户审批；获批前只能发往自己已验证的域名',
    },
    'recipient-rejected': {
      en: 'Reactivate the recipient: the message stream > Suppressions',
      'zh-CN': '重新启用该收件人：消息流 > Suppressions',
    },
    'server-silent': {
      en: 'Use smtp:// with port 587 or 2525; Postmark has no port 465',
      'zh-CN': '改用 smtp:// 和 587 或 2525 端口；Postmark 没有 465 端口',
    },
    'connection-timeout': {
      en: 'Use smtp:// with port 587 or 2525; Postmark has no port 465, and many hosts block 25',
      'zh-CN': '改用 smtp:// 和 587 或 2525 端口；Postmark 没有 465 端口，而 25 端口常被封锁',
    },
  },
  pages: {
    smtp: 'https://postmarkapp.com/developer/user-guide/send-email-with-smtp',
    'auth-failed': 'https://postmarkapp.com/support/article/common-smtp-connection-errors',
    'sandbox-restricted':
      'https://postmarkapp.com/support/article/1084-how-does-the-account-approval-process-work',
  },
  replies: [
    {
      words: /account is pending approval|must share the same domain/i,
      cause: 'sandbox-restricted',
      isOnlyHere: true,
    },
    { words: /sender signature/i, cause: 'sender-unverified', isOnlyHere: true },
    // Once it bounced or complained, Postmark takes no more mail for it.
    {
      words:
        /inactive recipient|marked as inactive|recipients? (?:is|are) (?:inactive|suppressed)/i,
      cause: 'recipient-rejected',
      isOnlyHere: true,
    },
    {
      words: /smtp (?:api |access )?(?:is )?(?:not (?:enabled|activated)|disabled)/i,
      cause: 'auth-disabled',
      isOnlyHere: true,
    },
    {
      words: /(?:account may not|not allowed to) send/i,
      cause: 'account-suspended',
      isOnlyHere: true,
    },
  ],
};
