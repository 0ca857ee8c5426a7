import type { Provider } from '../provider.js';

/** Dovecot's submission service, and Dovecot as the SASL server of others. */
export const dovecot: Provider = {
  id: 'dovecot',
  kind: 'software',
  name: { en: 'Dovecot', 'zh-CN': 'Dovecot' },
  checked: '2026-11-23',
  servers: [],
  mark: /\bDovecot (?:\([\w. -]{1,40}\) )?ready\b/,
  advice: {
    'auth-failed': {
      en: 'Try the login on the server with doveadm auth test <user>, and read journalctl -u dovecot with auth_verbose = yes',
      'zh-CN':
        '在服务器上用 doveadm auth test <用户> 测试登录，并在 auth_verbose = yes 时查看 journalctl -u dovecot',
    },
    'auth-needs-tls': {
      en: 'Use smtps:// with port 465, or STARTTLS: Dovecot refuses plain logins before TLS (auth_allow_cleartext, formerly disable_plaintext_auth)',
      'zh-CN':
        '使用 smtps:// 端口 465 或 STARTTLS：Dovecot 不允许 TLS 之前的明文登录（auth_allow_cleartext，旧称 disable_plaintext_auth）',
    },
    'auth-mechanism-unsupported': {
      en: 'Set auth_mechanisms = plain login in the configuration of the server',
      'zh-CN': '在服务器上设置 auth_mechanisms = plain login',
    },
    'server-error': {
      en: 'See on the server that dovecot runs, that its database answers, and that Postfix may open /var/spool/postfix/private/auth',
      'zh-CN':
        '在服务器上确认 dovecot 正在运行、其数据库可访问，且 Postfix 能打开 /var/spool/postfix/private/auth',
    },
    'auth-throttled': {
      en: 'Wait, and stop what logs in with an old password: Dovecot slows failed logins down (doveadm penalty shows them)',
      'zh-CN':
        '稍等，并停掉仍用旧密码登录的程序：Dovecot 会延缓失败的登录（可用 doveadm penalty 查看）',
    },
  },
  pages: {
    'auth-failed': 'https://doc.dovecot.org/2.3/configuration_manual/authentication/',
    'server-error':
      'https://doc.dovecot.org/2.3/configuration_manual/howto/postfix_and_dovecot_sasl/',
  },
  replies: [
    // Postfix shows its last challenge in base64 (Username:, Password:) as the reason.
    {
      steps: ['auth'],
      words: /fail\w{1,20}: (?:VXNlcm5hbWU6|UGFzc3dvcmQ6)/,
      cause: 'auth-failed',
    },
    // Mailu says the same of too many logins, with "(rate-limit)" after it.
    {
      steps: ['auth'],
      words: /temporary authentication failure(?! \(rate-limit)/i,
      cause: 'server-error',
    },
    {
      words: /(?:plain|clear)text authentication disallowed on non-secure/i,
      cause: 'auth-needs-tls',
    },
    { words: /internal error occurred\. refer to server log/i, cause: 'server-error' },
    { words: /failed to (?:connect to|establish) relay/i, cause: 'server-error' },
  ],
};
