import { googleAppPassword, googleDelivery } from '../google.js';
import type { Provider } from '../provider.js';

/** Gmail, and Google Workspace where it is used with the host of Gmail. */
export const gmail: Provider = {
  id: 'gmail',
  kind: 'mailbox',
  name: { en: 'Gmail', 'zh-CN': 'Gmail' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp.gmail.com', port: 465, security: 'tls' },
    { host: 'smtp.gmail.com', port: 587, security: 'starttls' },
  ],
  domains: ['gmail.com', 'googlemail.com', 'mail.google.com'],
  webmail: ['mail.google.com'],
  mark: /\bgsmtp\b|support\.google\.com\/(mail|a|accounts)\b/i,
  user: { form: 'address' },
  password: googleAppPassword,
  sender: 'login-or-alias',
  company: 'Google',
  delivery: {
    ...googleDelivery,
    freeMail: [
      {
        value: { domains: ['gmail.com'], policy: 'none' },
        source: 'https://lore.kernel.org/',
        checked: '2026-04-30',
      },
      {
        value: { domains: ['googlemail.com'] },
        source: 'https://taourl.com/read-2349910.html',
        checked: '2025-05-11',
      },
    ],
  },
  limits: {
    en: '500 mails a day, with Google Workspace 2,000; 100 recipients a mail over SMTP',
    'zh-CN': '每天 500 封，Google Workspace 为每天 2000 封；经 SMTP 每封最多 100 位收件人',
  },
  advice: {
    'auth-throttled': {
      en: 'Log in less often; confirm the login at myaccount.google.com/notifications, then open accounts.google.com/DisplayUnlockCaptcha',
      'zh-CN':
        '减少登录次数；登录被拦截时，在 myaccount.google.com/notifications 确认是本人操作，再打开 accounts.google.com/DisplayUnlockCaptcha',
    },
    'sender-mismatch': {
      en: 'Add the address of SMTP_SENDER: Gmail > Settings > Accounts and Import > Send mail as',
      'zh-CN': '添加 SMTP_SENDER 的地址：Gmail > 设置 > 账号和导入 > 用这个地址发送邮件',
    },
    'account-suspended': {
      en: 'Log in to the account in a browser and follow what it asks for; with Google Workspace ask the administrator (admin.google.com > Users)',
      'zh-CN':
        '用浏览器登录该账号并按提示处理；Google Workspace 用户请联系管理员（admin.google.com > 用户）',
    },
    'quota-exceeded': {
      en: 'Wait up to 24 hours; to send more, use the SMTP relay service of Google Workspace (smtp-relay.gmail.com)',
      'zh-CN':
        '等待最多 24 小时；需要发更多邮件时改用 Google Workspace 的 SMTP 中继服务（smtp-relay.gmail.com）',
    },
    'ip-blocked': {
      en: 'Send through an account (smtp.gmail.com with login) instead of this machine directly, or set a PTR record for its address',
      'zh-CN': '不要从本机直接投递，改为登录 smtp.gmail.com 发信；或为本机地址设置 PTR 记录',
    },
    'auth-policy-rejected': {
      en: 'Set SPF and DKIM for the sender domain so that one of them agrees with the From address',
      'zh-CN': '为发件人域名设置 SPF 和 DKIM，并使其中之一与 From 地址的域名一致',
    },
    'content-rejected': {
      en: 'Remove links and attachments from the mail and try again (blocked file types: support.google.com/mail/answer/6590)',
      'zh-CN': '去掉邮件中的链接和附件再试（禁止的文件类型见 support.google.com/mail/answer/6590）',
    },
  },
  pages: {
    smtp: 'https://support.google.com/mail/answer/7126229',
    'app-password-required': 'https://support.google.com/accounts/answer/185833',
    'quota-exceeded': 'https://support.google.com/mail/answer/22839',
    'content-rejected': 'https://support.google.com/mail/answer/6590',
    'ip-blocked': 'https://support.google.com/mail/answer/81126',
    'auth-policy-rejected': 'https://support.google.com/mail/answer/81126',
  },
  replies: [
    // The account's own password is never accepted over SMTP, so a refused one is the wrong kind.
    {
      steps: ['auth'],
      words: /username and password not accepted/i,
      cause: 'app-password-required',
      isOnlyHere: true,
    },
    { steps: ['auth'], words: /[?&]p=BadCredentials/, cause: 'app-password-required' },
    {
      steps: ['auth'],
      words: /application-specific password|[?&]p=InvalidSecondFactor/i,
      cause: 'app-password-required',
    },
    // Held back as suspicious: it stays so until a person has confirmed it.
    {
      words: /log in (with|through|via) your web browser|[?&]p=WebLoginRequired/i,
      cause: 'auth-throttled',
      retryable: false,
    },
    { words: /daily (user )?sending (quota|limit) exceeded/i, cause: 'quota-exceeded' },
    { words: /message-id/i, codes: ['4.7.28', '5.7.28'], cause: 'rate-limited' },
    // The same words with 421 hold mail back for a while, and with 550 for good.
    {
      words: /unusual rate of (unsolicited )?mail|very low reputation/i,
      codes: [421],
      cause: 'rate-limited',
    },
    { words: /unusual rate of (unsolicited )?mail/i, cause: 'ip-blocked' },
    // The same code 5.7.1 for three things: the address, the domain and the words of the mail.
    { words: /very low reputation of the sending ip/i, cause: 'ip-blocked' },
    { words: /very low reputation of the sending domain/i, cause: 'sender-rejected' },
    { words: /not authorized to send email directly/i, cause: 'ip-blocked' },
    {
      words: /\bPTR record|ip not in whitelist for rcpt|IPv6 sending guidelines/i,
      cause: 'ip-blocked',
    },
    {
      words:
        /unauthenticated (e?mail from|email is not)|because (it is|the sender is) unauthenticated/i,
      cause: 'auth-policy-rejected',
    },
    {
      words: /senders to authenticate|fails to pass (spf|authentication) checks|hard fail policy/i,
      cause: 'auth-policy-rejected',
    },
    {
      words: /aligned with either the authenticated|spf record of the sending domain/i,
      cause: 'auth-policy-rejected',
    },
    { words: /senders to use tls|tls required for rcpt domain/i, cause: 'starttls-required' },
    // 552 is no matter of size here.
    {
      words: /potential security issue|illegal attachment|[?&]p=BlockedMessage/i,
      cause: 'content-rejected',
    },
    {
      words: /likely (unsolicited mail|suspicious)|nature of the content or the links/i,
      cause: 'content-rejected',
    },
    { words: /address(es)? in (the )?from: ?header/i, cause: 'sender-syntax' },
    { words: /[?&]p=RfcMessageNonCompliant|rfc 5322 compliant/i, cause: 'content-rejected' },
    // A rule that an administrator of Google Workspace made.
    { words: /has a policy that prohibited|\bgcdp\b/i, cause: 'content-rejected' },
    { words: /receiving mail (too quickly|at a rate)/i, cause: 'rate-limited' },
    { words: /out of storage space|[?&]p=OverQuota/i, cause: 'mailbox-full' },
    { words: /[?&]p=DisabledUser/i, cause: 'recipient-rejected' },
  ],
};
