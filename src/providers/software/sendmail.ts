import type { Provider } from '../provider.js';

export const sendmail: Provider = {
  id: 'sendmail',
  kind: 'software',
  name: { en: 'Sendmail', 'zh-CN': 'Sendmail' },
  checked: '2026-11-23',
  servers: [],
  mark: /\bESMTP Sendmail\b/,
  advice: {
    'relay-denied': {
      en: 'Log in, or allow this machine in /etc/mail/access ("Connect:<address> RELAY"), then run makemap hash access',
      'zh-CN':
        '登录后发信，或在 /etc/mail/access 中放行本机（“Connect:<IP> RELAY”），然后执行 makemap hash access',
    },
    'auth-mechanism-unsupported': {
      en: 'Add TRUST_AUTH_MECH and confAUTH_MECHANISMS with LOGIN PLAIN to sendmail.mc, and start saslauthd',
      'zh-CN':
        '在 sendmail.mc 的 TRUST_AUTH_MECH 和 confAUTH_MECHANISMS 中加入 LOGIN PLAIN，并启动 saslauthd',
    },
    'auth-required': {
      en: 'Put a user and password into SMTP_URI: the MSA on port 587 asks for them (M=Ea in DAEMON_OPTIONS)',
      'zh-CN':
        '在 SMTP_URI 中填写用户名和密码：端口 587 的 MSA 要求登录（DAEMON_OPTIONS 中的 M=Ea）',
    },
    'sender-rejected': {
      en: 'Set SMTP_SENDER to an address whose domain exists in DNS, or use FEATURE(accept_unresolvable_domains) in sendmail.mc',
      'zh-CN':
        '让 SMTP_SENDER 使用 DNS 中存在的域名，或在 sendmail.mc 中使用 FEATURE(accept_unresolvable_domains)',
    },
    'ip-blocked': {
      en: 'Look for this machine in /etc/mail/access (REJECT, DISCARD) and give its address a reverse name',
      'zh-CN': '检查 /etc/mail/access 中是否有本机（REJECT、DISCARD），并为其 IP 设置反向解析',
    },
    'server-error': {
      en: 'Free space in /var/spool/mqueue on the server, and read /var/log/maillog',
      'zh-CN': '在服务器上释放 /var/spool/mqueue 的空间，并查看 /var/log/maillog',
    },
  },
  pages: { 'relay-denied': 'https://www.sendmail.org/~ca/email/relayingdenied.html' },
  replies: [
    {
      words: /domain of sender address .{1,320}does not (?:exist|resolve)/i,
      cause: 'sender-rejected',
    },
    { words: /(?:real )?domain name required for sender address/i, cause: 'sender-syntax' },
    { words: /fix reverse DNS for/i, cause: 'ip-blocked' },
    // Its access map has REJECT for the client.
    { words: /ESMTP not accepting messages/i, cause: 'ip-blocked' },
    { words: /connection rate limit exceeded/i, cause: 'rate-limited' },
    { words: /rejecting connections on daemon/i, cause: 'server-busy' },
    { words: /AUTH mechanism .{1,40}not available/i, cause: 'auth-mechanism-unsupported' },
    { words: /insufficient disk space/i, cause: 'server-error' },
    { words: /headers too large/i, cause: 'message-too-large' },
    // What a milter's refusal is called without words of its own.
    { steps: ['data'], words: /^command rejected/i, cause: 'content-rejected' },
  ],
};
