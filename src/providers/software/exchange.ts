import type { Provider } from '../provider.js';

/** Exchange Server on the premises; Exchange Online is Microsoft 365. */
export const exchange: Provider = {
  id: 'exchange',
  kind: 'software',
  name: { en: 'Exchange Server', 'zh-CN': 'Exchange Server' },
  checked: '2026-11-23',
  servers: [],
  // Exchange Online greets alike, with a host of its own before it.
  mark: /^(?!.*\b(?:outlook|office365)\.(?:com|cn|de|us)\b).*\bMicrosoft ESMTP MAIL Service ready at\b/is,
  advice: {
    'auth-failed': {
      en: 'Use DOMAIN\\user or the UPN as user, and a receive connector with Basic authentication after TLS (Client Frontend, port 587)',
      'zh-CN':
        '用户名使用 DOMAIN\\user 或 UPN，并使用启用了 TLS 后 Basic 认证的接收连接器（Client Frontend，端口 587）',
    },
    'auth-required': {
      en: 'Log in on port 587, or allow anonymous users on the receive connector: Set-ReceiveConnector -PermissionGroups AnonymousUsers',
      'zh-CN':
        '在端口 587 登录，或在接收连接器上允许匿名用户：Set-ReceiveConnector -PermissionGroups AnonymousUsers',
    },
    'auth-mechanism-unsupported': {
      en: 'Switch on basic authentication for the connector: Set-ReceiveConnector "Client Frontend …" -AuthMechanism Tls,BasicAuth,BasicAuthRequireTLS',
      'zh-CN':
        '为连接器启用基本认证：Set-ReceiveConnector “Client Frontend …” -AuthMechanism Tls,BasicAuth,BasicAuthRequireTLS',
    },
    'relay-denied': {
      en: 'Log in, or make a receive connector for the address of this machine and grant it Ms-Exch-SMTP-Accept-Any-Recipient (Add-ADPermission)',
      'zh-CN':
        '登录后发信，或为本机 IP 建立接收连接器，并用 Add-ADPermission 授予 Ms-Exch-SMTP-Accept-Any-Recipient',
    },
    'sender-mismatch': {
      en: 'Set SMTP_SENDER to the primary address of the user, or grant Send As: Add-ADPermission -ExtendedRights "Send As"',
      'zh-CN':
        '把 SMTP_SENDER 设为该用户的主地址，或授予代理发送权限：Add-ADPermission -ExtendedRights "Send As"',
    },
    'server-error': {
      en: 'Free disk space and memory on the server: Exchange stops taking mail under "back pressure" (Event 15004 to 15007)',
      'zh-CN':
        '释放服务器的磁盘空间和内存：“反压”（back pressure，事件 15004 至 15007）时 Exchange 会停止接收邮件',
    },
    'rate-limited': {
      en: 'Raise MessageRateLimit of the receive connector, or that of the throttling policy of the user',
      'zh-CN': '提高接收连接器的 MessageRateLimit，或该用户限制策略（throttling policy）中的上限',
    },
    'message-too-large': {
      en: 'Raise MaxMessageSize on the receive connector and with Set-TransportConfig',
      'zh-CN': '在接收连接器和 Set-TransportConfig 中提高 MaxMessageSize',
    },
  },
  pages: {
    'relay-denied':
      'https://learn.microsoft.com/en-us/exchange/mail-flow/connectors/allow-anonymous-relay',
    'auth-mechanism-unsupported':
      'https://learn.microsoft.com/en-us/exchange/clients/pop3-and-imap4/configure-authenticated-smtp',
    'server-error': 'https://learn.microsoft.com/en-us/exchange/mail-flow/back-pressure',
  },
  replies: [
    // A client lacks the permission because it has not logged in.
    {
      words: /anonymous client does not have permissions? to send as/i,
      cause: 'auth-required',
    },
    {
      words: /client does not have permissions? to send (?:as this sender|on behalf of)/i,
      cause: 'sender-mismatch',
    },
    { words: /client does not have permissions? to submit/i, cause: 'auth-required' },
    { words: /client was not authenticated|^not authenticated/i, cause: 'auth-required' },
    { words: /unable to relay\b/i, cause: 'relay-denied' },
    {
      words: /target (?:IP address|host) responded with: .{0,20}unable to connect/i,
      cause: 'connection-timeout',
    },
    { words: /submission has been disabled for this account/i, cause: 'account-suspended' },
    { words: /submission quota exceeded/i, cause: 'quota-exceeded' },
    { words: /message submission rate for this client/i, cause: 'rate-limited' },
    {
      words: /maximum number of concurrent (?:server )?connections has exceeded/i,
      cause: 'server-busy',
    },
    // 4.3.1 is "back pressure": too little disk or memory.
    { words: /insufficient system resources/i, cause: 'server-error' },
    { words: /STARTTLS is required to send/i, cause: 'starttls-required' },
    { words: /require STARTTLS to (?:authenticate|do basic)/i, cause: 'auth-needs-tls' },
    { words: /unrecognized authentication type/i, cause: 'auth-mechanism-unsupported' },
    { words: /not accepting network messages|^service not active/i, cause: 'server-busy' },
    { words: /unable to initialize security subsystem/i, cause: 'starttls-unavailable' },
    { words: /maximum TLS rate exceeded/i, cause: 'server-busy' },
    { words: /rejected by administrative action\. PRJCT/i, cause: 'content-rejected' },
  ],
};
