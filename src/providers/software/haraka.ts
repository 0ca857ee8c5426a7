import type { Provider } from '../provider.js';

export const haraka: Provider = {
  id: 'haraka',
  kind: 'software',
  name: { en: 'Haraka', 'zh-CN': 'Haraka' },
  checked: '2026-11-23',
  servers: [],
  mark: /\bESMTP Haraka\b|\bHaraka is at your service\b/,
  advice: {
    'relay-denied': {
      en: 'Log in, or add this machine to config/relay_acl_allow of the relay plugin',
      'zh-CN': '登录后发信，或把本机加入 relay 插件的 config/relay_acl_allow',
    },
    'auth-mechanism-unsupported': {
      en: 'Enable an auth plugin (such as auth/flat_file) and the tls plugin in config/plugins: AUTH is offered only after TLS',
      'zh-CN':
        '在 config/plugins 中启用认证插件（如 auth/flat_file）和 tls 插件：AUTH 只在 TLS 之后提供',
    },
    'auth-failed': {
      en: 'Look into the config of the auth plugin (config/auth_flat_file.ini, section [users], for one)',
      'zh-CN': '检查认证插件的配置（例如 config/auth_flat_file.ini 的 [users] 部分）',
    },
    'sender-mismatch': {
      en: 'Set SMTP_SENDER to the domain of the user, or set constrain_sender=false in the ini file of the auth plugin',
      'zh-CN':
        '让 SMTP_SENDER 使用与登录用户相同的域名，或在认证插件的 ini 文件中设置 constrain_sender=false',
    },
    'ip-blocked': {
      en: 'Look into config/karma.ini: the karma plugin refuses clients with a bad score',
      'zh-CN': '检查 config/karma.ini：karma 插件会拒绝评分过低的客户端',
    },
  },
  pages: { 'relay-denied': 'https://haraka.github.io/plugins/relay' },
  replies: [
    // No plugin took the recipient: the client may not relay, and the domain is not in host_list.
    { steps: ['rcpt-to'], words: /I cannot deliver mail for/i, cause: 'relay-denied' },
    { words: /envelope domain .{1,260}doesn't match AUTH domain/i, cause: 'sender-mismatch' },
    { words: /bad karma/i, cause: 'ip-blocked' },
  ],
};
