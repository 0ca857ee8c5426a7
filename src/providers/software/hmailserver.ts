import type { Provider } from '../provider.js';

export const hmailserver: Provider = {
  id: 'hmailserver',
  kind: 'software',
  name: { en: 'hMailServer', 'zh-CN': 'hMailServer' },
  checked: '2026-11-23',
  servers: [],
  // The greeting is only "ESMTP", so its own sentences tell.
  mark: /\bhMailServer\b|must have sender and recipient first|delivery is not allowed to this address/i,
  user: { form: 'address' },
  advice: {
    'auth-required': {
      en: 'Put the whole address and password of an account into SMTP_URI, or change "Require SMTP authentication" under Settings > Advanced > IP Ranges',
      'zh-CN':
        '在 SMTP_URI 中填写账户的完整地址和密码，或修改 Settings > Advanced > IP Ranges 中的 “Require SMTP authentication”',
    },
    'relay-denied': {
      en: 'Allow deliveries "from … to external e-mail addresses" for the range of this machine: Settings > Advanced > IP Ranges',
      'zh-CN':
        '在 Settings > Advanced > IP Ranges 中为本机所在范围允许投递到外部地址（“External to external”等）',
    },
    'auth-failed': {
      en: 'Use the whole address as user; see that the account is enabled, and that Advanced > Auto-ban has not added a range for this machine',
      'zh-CN': '用户名用完整地址；确认账户已启用，且 Advanced > Auto-ban 没有为本机添加封禁范围',
    },
    'auth-throttled': {
      en: 'Delete the "Auto-ban" range of this machine under Settings > Advanced > IP Ranges, or wait until it ends',
      'zh-CN': '在 Settings > Advanced > IP Ranges 中删除本机的 “Auto-ban” 范围，或等待其到期',
    },
    'auth-needs-tls': {
      en: 'Use smtps:// or STARTTLS: the IP range has "Require SSL/TLS for authentication" switched on',
      'zh-CN': '使用 smtps:// 或 STARTTLS：该 IP 范围开启了 “Require SSL/TLS for authentication”',
    },
    'auth-mechanism-unsupported': {
      en: 'Allow plain text authentication: Settings > Protocols > SMTP > RFC compliance',
      'zh-CN': '在 Settings > Protocols > SMTP > RFC compliance 中允许 plain text 认证',
    },
  },
  pages: {
    'relay-denied': 'https://www.hmailserver.com/documentation/v4.4/?page=reference_error_messages',
    'auth-required':
      'https://www.hmailserver.com/documentation/v4.4/?page=reference_error_messages',
  },
  replies: [
    { words: /^SMTP authentication is required/i, cause: 'auth-required' },
    { words: /delivery is not allowed to this address/i, cause: 'relay-denied' },
    { words: /login credentials no longer valid/i, cause: 'auth-failed' },
    { words: /too many invalid logon attempts/i, cause: 'auth-throttled' },
    { words: /SSL\/TLS-connection is required for auth/i, cause: 'auth-needs-tls' },
    { words: /^authentication not enabled/i, cause: 'auth-mechanism-unsupported' },
    { words: /sender address must be specified/i, cause: 'sender-syntax' },
    { words: /must have sender(?: and recipient)? first/i, cause: 'protocol-error' },
  ],
};
