import type { Provider } from '../provider.js';

/** Yahoo Mail with AOL, Verizon and AT&T, whose mail it carries. Yahoo! Japan is another company. */
export const yahoo: Provider = {
  id: 'yahoo',
  kind: 'mailbox',
  name: { en: 'Yahoo Mail', 'zh-CN': '雅虎邮箱（Yahoo Mail）' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp.mail.yahoo.com', port: 465, security: 'tls' },
    { host: 'smtp.mail.yahoo.com', port: 587, security: 'starttls' },
    { host: 'smtp.aol.com', port: 465, security: 'tls' },
    { host: 'smtp.aol.com', port: 587, security: 'starttls' },
    { host: 'smtp.mail.att.net', port: 465, security: 'tls' },
    { host: 'smtp.verizon.net', port: 465, security: 'tls' },
  ],
  domains: [
    ...['yahoo.com', 'ymail.com', 'rocketmail.com', 'yahoodns.net', 'aol.com', 'verizon.net'],
    ...['att.net', 'sbcglobal.net'],
  ],
  webmail: ['mail.yahoo.com'],
  mark: /\bhermes--|\bmail\.(\w+\.)?yahoo\.com\b|\byahoodns\.net\b|\((#AUTH|#MBR)\d+\)|\[(IP)?TSS?\d+\]|\b(postmaster|senders)\.(yahoo|yahooinc|verizonmedia)\.com\b/,
  user: { form: 'address' },
  password: {
    kind: 'app-password',
    name: {
      en: 'App password (AT&T: secure mail key)',
      'zh-CN': '应用密码（AT&T 称 secure mail key）',
    },
    where: {
      en: 'login.yahoo.com/account/security (AOL: login.aol.com; AT&T: myAT&T)',
      'zh-CN': '在 login.yahoo.com/account/security 生成（AOL 在 login.aol.com，AT&T 在 myAT&T）',
    },
    shape: {
      matches: /^(?:[a-z]{4} ?){4}$/i,
      words: { en: '16 letters', 'zh-CN': '16 个字母' },
    },
  },
  sender: 'login-or-alias',
  delivery: {
    freeMail: [
      {
        value: { domains: ['yahoo.com'], policy: 'reject' },
        source: 'https://lore.kernel.org/',
        checked: '2026-04-30',
      },
      {
        value: { domains: ['aol.com'], policy: 'reject' },
        source: 'https://www.salsalabs.com/get-know-us/blog/aol-and-yahoo-mail-update-dmarc-policy',
        checked: '2026-11-27',
      },
    ],
  },
  limits: { en: '500 mails a day', 'zh-CN': '每天 500 封' },
  advice: {
    'sender-mismatch': {
      en: 'Set SMTP_SENDER to the address that logs in; Yahoo takes no other in the From header either',
      'zh-CN': '把 SMTP_SENDER 改为登录所用的地址；From 头中也不能是别的地址',
    },
    'sender-unverified': {
      en: 'Add and confirm the sender address: Yahoo Mail > Settings > More Settings > Mailboxes',
      'zh-CN': '添加并确认发件地址：Yahoo Mail > Settings > More Settings > Mailboxes',
    },
    'auth-throttled': {
      en: 'Log in at login.yahoo.com in a browser and confirm the account as it asks',
      'zh-CN': '用浏览器登录 login.yahoo.com，按提示确认账号',
    },
    'account-suspended': {
      en: 'Log in at login.yahoo.com in a browser, change the password and make a new app password',
      'zh-CN': '用浏览器登录 login.yahoo.com，修改密码后重新生成应用密码',
    },
    'ip-blocked': {
      en: 'Send through an account (smtp.mail.yahoo.com with login), or ask for this machine’s address to be released at senders.yahooinc.com/contact',
      'zh-CN':
        '改为登录 smtp.mail.yahoo.com 发信，或在 senders.yahooinc.com/contact 申请解除对本机地址的限制',
    },
    'auth-policy-rejected': {
      en: 'Set SPF, DKIM and DMARC for the sender domain; a yahoo.com or aol.com sender works only through Yahoo’s own servers',
      'zh-CN':
        '为发件人域名设置 SPF、DKIM 和 DMARC；yahoo.com 和 aol.com 的发件地址只能经雅虎自己的服务器发送',
    },
  },
  pages: {
    smtp: 'https://help.yahoo.com/kb/SLN4724.html',
    'app-password-required': 'https://help.yahoo.com/kb/SLN15241.html',
    'ip-blocked': 'https://senders.yahooinc.com/smtp-error-codes/',
    'auth-policy-rejected': 'https://senders.yahooinc.com/smtp-error-codes/',
    'rate-limited': 'https://senders.yahooinc.com/smtp-error-codes/',
  },
  replies: [
    // It says so at the first attempt with the account's own password.
    { steps: ['auth'], words: /#AUTH005/, cause: 'app-password-required' },
    {
      steps: ['auth'],
      words: /too many bad auth attempts/i,
      cause: 'app-password-required',
      isOnlyHere: true,
    },
    {
      steps: ['auth'],
      words: /verify your account by going to/i,
      cause: 'auth-throttled',
      retryable: false,
    },
    // The account's own password is never accepted, so a refused one is the wrong kind.
    {
      steps: ['auth'],
      words: /\((#AUTH|#MBR)\d+\) (incorrect|invalid)/i,
      cause: 'app-password-required',
    },
    // Its words for a From address that is not the account's.
    {
      steps: ['mail-from', 'data'],
      words: /request failed; mailbox unavailable/i,
      cause: 'sender-mismatch',
      isOnlyHere: true,
    },
    { words: /from:? address not verified/i, cause: 'sender-unverified' },
    { words: /cannot send message due to possible abuse/i, cause: 'account-suspended' },
    // "Permanently deferred" comes with a temporary code at times.
    {
      words: /will be permanently deferred|\bmessages from \S+ permanently deferred/i,
      cause: 'ip-blocked',
    },
    { words: /\[BL\d+\]|connections (will )?not (be )?accepted from/i, cause: 'ip-blocked' },
    { words: /\[GL\d+\]/, cause: 'greylisted' },
    {
      words: /\[(IP)?TSS?\d+\]|deferred due to (unexpected volume|user complaints)/i,
      cause: 'rate-limited',
    },
    { words: /message temporarily deferred - \[?\d/i, cause: 'rate-limited' },
    { words: /max messages? per connection reached/i, cause: 'rate-limited' },
    { words: /unresolvable rfc\.?5321 (from )?domain/i, cause: 'sender-rejected' },
    { words: /\[PH\d+\]|message not allowed - \[\d+\]/i, cause: 'content-rejected' },
    // DMARC, or neither SPF nor DKIM.
    {
      words: /not accepted for policy reasons|\bsenders to authenticate/i,
      codes: ['5.7.9'],
      cause: 'auth-policy-rejected',
    },
    { words: /not accepted for policy reasons/i, cause: 'content-rejected' },
    { words: /user doesn't have an? \S+ account/i, cause: 'recipient-unknown' },
    {
      words: /\bdd \S+ is no longer valid|this mailbox is disabled \(554\.30\)/i,
      cause: 'recipient-rejected',
    },
    { words: /resources temporarily (un|not )available/i, cause: 'server-busy' },
  ],
};
