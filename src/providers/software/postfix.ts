import type { Provider } from '../provider.js';

/** Postfix, with whatever distribution it comes. */
export const postfix: Provider = {
  id: 'postfix',
  kind: 'software',
  name: { en: 'Postfix', 'zh-CN': 'Postfix' },
  checked: '2026-11-23',
  servers: [],
  mark: /\bESMTP Postfix\b/,
  advice: {
    'relay-denied': {
      en: 'Log in with a mailbox of the server, usually at port 465 or 587, or add this machine to mynetworks (main.cf on the server)',
      'zh-CN':
        '用该服务器上的邮箱登录（一般是端口 465 或 587），或在服务器的 main.cf 中把本机加入 mynetworks',
    },
    'auth-required': {
      en: 'Put the user and password of a mailbox into SMTP_URI, or add the address of this machine to mynetworks (main.cf)',
      'zh-CN': '在 SMTP_URI 中填写邮箱的用户名和密码，或在 main.cf 的 mynetworks 中加入本机的 IP',
    },
    'auth-mechanism-unsupported': {
      en: 'Set on the server smtpd_sasl_auth_enable = yes for the submission services (master.cf), and use port 465 or 587',
      'zh-CN':
        '在服务器的 master.cf 中为 submission 服务设置 smtpd_sasl_auth_enable = yes，并使用端口 465 或 587',
    },
    'auth-needs-tls': {
      en: 'Use smtps:// with port 465, or STARTTLS with 587: smtpd_tls_auth_only = yes allows no login before TLS',
      'zh-CN':
        '使用 smtps:// 端口 465，或 STARTTLS 端口 587：smtpd_tls_auth_only = yes 不允许在 TLS 之前登录',
    },
    'sender-mismatch': {
      en: 'Allow the account to send as this sender, on your own server: smtpd_sender_login_maps in main.cf',
      'zh-CN':
        '如果是自己的服务器，在 main.cf 的 smtpd_sender_login_maps 中允许这个账号使用这个发件人',
    },
    'starttls-unavailable': {
      en: 'See on the server that Postfix can read smtpd_tls_chain_files (or cert and key file), then run postfix reload',
      'zh-CN':
        '在服务器上确认 Postfix 能读取 smtpd_tls_chain_files（或证书和私钥文件），然后执行 postfix reload',
    },
    'helo-rejected': {
      en: 'Exempt logged-in users: permit_sasl_authenticated before reject_non_fqdn_helo_hostname in smtpd_helo_restrictions (main.cf)',
      'zh-CN':
        '为已登录用户放行：在 main.cf 的 smtpd_helo_restrictions 中把 permit_sasl_authenticated 放在 reject_non_fqdn_helo_hostname 之前',
    },
    'server-error': {
      en: 'Read the log of the server (journalctl -u postfix or /var/log/mail.log): the line of this connection names the table or service that failed',
      'zh-CN':
        '查看服务器日志（journalctl -u postfix 或 /var/log/mail.log）：该连接的记录会指出出错的查询表或服务',
    },
    'message-too-large': {
      en: 'Raise message_size_limit (main.cf) on the server, or send a smaller message',
      'zh-CN': '提高服务器 main.cf 中的 message_size_limit，或缩小邮件',
    },
  },
  pages: {
    'relay-denied': 'https://www.postfix.org/SMTPD_ACCESS_README.html',
    'auth-mechanism-unsupported': 'https://www.postfix.org/SASL_README.html',
    'auth-needs-tls': 'https://www.postfix.org/TLS_README.html',
    'sender-mismatch': 'https://www.postfix.org/SASL_README.html',
  },
  replies: [
    // By default it reports faults of the sender and of the client only at RCPT TO.
    { words: /sender address rejected: not logged in/i, cause: 'auth-required' },
    { words: /sender address rejected: not owned by/i, cause: 'sender-mismatch' },
    {
      words: /sender address rejected: need fully-qualified/i,
      cause: 'sender-syntax',
    },
    { words: /sender address rejected:/i, cause: 'sender-rejected' },
    { words: /client host rejected: cannot find your/i, cause: 'ip-blocked' },
    // The submission service of master.cf refuses with this whoever has not logged in.
    {
      steps: ['mail-from', 'rcpt-to'],
      words: /client host rejected: access denied(?!\. \w| \()/i,
      cause: 'auth-required',
      isBeforeLogin: true,
    },
    { words: /client host rejected:/i, cause: 'ip-blocked' },
    // To several at once and from nobody: reject_multi_recipient_bounce.
    { words: /multi-recipient bounce/i, cause: 'content-rejected' },
    { words: /helo command rejected:/i, cause: 'helo-rejected' },
    {
      words:
        /recipient address rejected: (?:unverified|undeliverable) address|in virtual (?:mailbox|alias) table/i,
      cause: 'recipient-unknown',
    },
    { words: /recipient address rejected: need fully-qualified/i, cause: 'recipient-syntax' },
    { words: /authentication not enabled/i, cause: 'auth-mechanism-unsupported' },
    {
      steps: ['auth'],
      words: /invalid authentication mechanism|no mechanism available/i,
      cause: 'auth-mechanism-unsupported',
    },
    // Cyrus SASL without its saslauthd.
    { steps: ['auth'], words: /authentication fail\w+: generic failure/i, cause: 'server-error' },
    { words: /too many auth commands from/i, cause: 'auth-throttled' },
    {
      words: /too (?:much mail|many recipients|many new TLS sessions) from/i,
      cause: 'rate-limited',
    },
    {
      words: /server configuration (?:error|problem)|temporary lookup failure/i,
      cause: 'server-error',
    },
    { words: /queue file write error|insufficient system storage/i, cause: 'server-error' },
    // What it says when a milter fails for the moment.
    {
      words: /service unavailable - try again later/i,
      codes: [451],
      cause: 'server-error',
    },
    { words: /message content rejected/i, cause: 'content-rejected' },
    // policyd-spf and policyd-weight.
    { words: /message rejected due to: SPF/i, cause: 'auth-policy-rejected' },
    { words: /mail appeared to be spam or forged/i, cause: 'ip-blocked' },
  ],
};
