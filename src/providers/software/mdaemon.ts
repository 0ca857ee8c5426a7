import type { Provider } from '../provider.js';

export const mdaemon: Provider = {
  id: 'mdaemon',
  kind: 'software',
  name: { en: 'MDaemon', 'zh-CN': 'MDaemon' },
  checked: '2026-11-23',
  servers: [],
  mark: /\bESMTP (?:MSA )?MDaemon\b/,
  user: { form: 'address' },
  advice: {
    'auth-required': {
      en: 'Put the address and password of an account into SMTP_URI: Security Settings > SMTP Authentication requires it from local senders',
      'zh-CN':
        '在 SMTP_URI 中填写账户地址和密码：Security Settings > SMTP Authentication 要求本地发件人登录',
    },
    'sender-mismatch': {
      en: 'Set SMTP_SENDER to the account that logs in, or relax "Credentials used must match …" in Security Settings > SMTP Authentication',
      'zh-CN':
        '把 SMTP_SENDER 设为登录的账户，或在 Security Settings > SMTP Authentication 放宽 “Credentials used must match …”',
    },
    'relay-denied': {
      en: 'Log in, or add this machine as a Trusted IP: Security > Security Settings > Relay Control and Trusted IPs',
      'zh-CN':
        '登录后发信，或把本机加入可信 IP：Security > Security Settings > Relay Control 和 Trusted IPs',
    },
    'auth-failed': {
      en: 'Use the whole address; if the account has two-factor authentication, create an app password in MDaemon Webmail',
      'zh-CN':
        '使用完整地址；若账户开启了两步验证，请在 MDaemon Webmail 中创建应用密码（App password）',
    },
    'app-password-required': {
      en: 'Create an app password in MDaemon Webmail > Options > Security, and put it into SMTP_URI',
      'zh-CN': '在 MDaemon Webmail > Options > Security 创建应用密码，并填入 SMTP_URI',
    },
    'ip-blocked': {
      en: 'Remove this machine from Security > Dynamic Screening > Dynamic Block List',
      'zh-CN': '在 Security > Dynamic Screening > Dynamic Block List 中移除本机',
    },
    'account-suspended': {
      en: 'Enable the account again: hijack detection disables one that sends too much (Security Settings > Hijack Detection)',
      'zh-CN': '重新启用账户：发送过多时会被劫持检测停用（Security Settings > Hijack Detection）',
    },
  },
  pages: {
    'sender-mismatch': 'https://help.mdaemon.com/mdaemon/en/security--smtp_authentication.html',
    'auth-required': 'https://help.mdaemon.com/mdaemon/en/security--smtp_authentication.html',
  },
};
