import type { Provider } from '../provider.js';

/** Exim; cPanel's has a file of its own. */
export const exim: Provider = {
  id: 'exim',
  kind: 'software',
  name: { en: 'Exim', 'zh-CN': 'Exim' },
  checked: '2026-11-23',
  servers: [],
  // cPanel's greeting goes on with a notice of its own.
  mark: /\bESMTP Exim \d(?!.*We do not authorize the use of this system)/s,
  advice: {
    'relay-denied': {
      en: 'Log in with a mailbox of the server, or add this machine to relay_from_hosts (Debian: dc_relay_nets in update-exim4.conf.conf)',
      'zh-CN':
        '用该服务器上的邮箱登录，或把本机加入 relay_from_hosts（Debian：update-exim4.conf.conf 中的 dc_relay_nets）',
    },
    'auth-needs-tls': {
      en: 'Use smtps:// with port 465, or STARTTLS with 587: Exim offers AUTH only after TLS (auth_advertise_hosts)',
      'zh-CN':
        '使用 smtps:// 端口 465，或 STARTTLS 端口 587：Exim 只在 TLS 之后提供 AUTH（auth_advertise_hosts）',
    },
    'auth-mechanism-unsupported': {
      en: 'Configure plain_server and login_server in the authenticators section of the Exim configuration',
      'zh-CN': '在服务器 Exim 配置的 authenticators 部分启用 plain_server 和 login_server',
    },
    'sender-rejected': {
      en: 'Set SMTP_SENDER to an address that exists and can receive mail: Exim verifies the sender ("verify = sender")',
      'zh-CN': '把 SMTP_SENDER 设为真实存在、能收信的地址：Exim 会验证发件人（“verify = sender”）',
    },
    'helo-rejected': {
      en: 'Send a valid host name in EHLO, without underscores, or relax helo_allow_chars and the acl_smtp_helo on the server',
      'zh-CN':
        'EHLO 中使用不含下划线的有效主机名，或在服务器上放宽 helo_allow_chars 和 acl_smtp_helo',
    },
    'server-error': {
      en: 'Read /var/log/exim4/mainlog and paniclog (or /var/log/exim_mainlog) on the server: they name the failed lookup',
      'zh-CN':
        '查看服务器上的 /var/log/exim4/mainlog 和 paniclog（或 /var/log/exim_mainlog），其中会指出失败的查询',
    },
    'starttls-unavailable': {
      en: 'See on the server that Exim can read tls_certificate and tls_privatekey, and that tls_advertise_hosts is not empty',
      'zh-CN':
        '在服务器上确认 Exim 能读取 tls_certificate 和 tls_privatekey，且 tls_advertise_hosts 不为空',
    },
  },
  pages: {
    'relay-denied':
      'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-access_control_lists.html',
    'auth-mechanism-unsupported':
      'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-smtp_authentication.html',
    'starttls-unavailable':
      'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-encrypted_smtp_connections_using_tlsssl.html',
  },
  replies: [
    // It offers AUTH only where TLS is on, and says this to whoever tries before.
    { steps: ['auth'], words: /command used when not advertised/i, cause: 'auth-needs-tls' },
    {
      steps: ['auth'],
      words: /unable to authenticate at (?:this time|present)/i,
      cause: 'server-error',
    },
    {
      words: /sender verify failed|\bverification failed for <|complete sender verify/i,
      cause: 'sender-rejected',
    },
    {
      steps: ['mail-from'],
      words: /unroute?able (?:sender )?address|all relevant MX records/i,
      cause: 'sender-rejected',
    },
    {
      steps: ['rcpt-to'],
      words: /unroute?able address|all relevant MX records/i,
      cause: 'recipient-unknown',
    },
    // Mostly of the sender: whose server Exim asks whether there is such an address.
    {
      steps: ['mail-from', 'rcpt-to'],
      words: /callback setup failed while verifying/i,
      cause: 'sender-rejected',
    },
    { words: /lowest numbered MX record points to local host/i, cause: 'server-error' },
    { words: /syntactically invalid (?:EHLO|HELO|argument)/i, cause: 'helo-rejected' },
    { words: /sender address must contain a domain/i, cause: 'sender-syntax' },
    { words: /recipient address must contain a domain/i, cause: 'recipient-syntax' },
    { words: /temporary (?:local problem|internal error)/i, cause: 'server-error' },
    {
      words: /maximum allowed line length|lines? too long for transport/i,
      cause: 'content-rejected',
    },
    // The text of an ACL that denies without a message of its own.
    { steps: ['auth'], words: /administrative prohibition/i, cause: 'auth-failed' },
    { steps: ['greeting', 'ehlo'], words: /administrative prohibition/i, cause: 'ip-blocked' },
    { steps: ['mail-from'], words: /administrative prohibition/i, cause: 'sender-rejected' },
    { steps: ['rcpt-to'], words: /administrative prohibition/i, cause: 'recipient-rejected' },
    { steps: ['data'], words: /administrative prohibition/i, cause: 'content-rejected' },
  ],
};
