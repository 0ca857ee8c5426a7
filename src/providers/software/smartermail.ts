import type { Provider } from '../provider.js';

export const smartermail: Provider = {
  id: 'smartermail',
  kind: 'software',
  name: { en: 'SmarterMail', 'zh-CN': 'SmarterMail' },
  checked: '2026-11-23',
  servers: [],
  mark: /\bSmarterMail\b|authentication is required for relay|must match authenticated (?:domain|email)/i,
  user: { form: 'address' },
  advice: {
    'auth-required': {
      en: 'Put the whole address and password of a mailbox into SMTP_URI, or add this machine to Settings > Antispam > IP Bypasses / Whitelist',
      'zh-CN':
        '在 SMTP_URI 中填写邮箱的完整地址和密码，或把本机加入 Settings 中的 IP 白名单（Whitelist）',
    },
    'sender-mismatch': {
      en: 'Set SMTP_SENDER to the domain that logs in, or change "Require Auth Match" (Settings > Protocols > SMTP In)',
      'zh-CN':
        '让 SMTP_SENDER 使用登录邮箱的域名，或修改 Settings > Protocols > SMTP In 中的 “Require Auth Match”',
    },
    'rate-limited': {
      en: 'Wait an hour, or raise the throttling of the mailbox or domain (Manage > Domains > Options > Throttling)',
      'zh-CN': '等待一小时，或提高该邮箱或域名的限流（Manage > Domains > Options > Throttling）',
    },
    'auth-failed': {
      en: 'Use the whole address; with two-step authentication use the app password of SMTP; a system administrator may have set an SMTP Block',
      'zh-CN':
        '使用完整地址；若开启两步验证，请使用 SMTP 的应用密码；系统管理员也可能设置了 SMTP Blocks',
    },
    'ip-blocked': {
      en: 'Remove this machine from Manage > IDS Blocks',
      'zh-CN': '在 Manage > IDS Blocks 中移除本机',
    },
  },
  replies: [
    { words: /authentication is required for relay/i, cause: 'auth-required' },
    {
      words: /from (?:domain|address|e-?mail) must match authenticated/i,
      cause: 'sender-mismatch',
    },
  ],
};
