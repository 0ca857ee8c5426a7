import type { Provider } from '../provider.js';

/** mailcow: dockerized. Postfix, Dovecot and Rspamd, whose replies are in their own files. */
export const mailcow: Provider = {
  id: 'mailcow',
  kind: 'software',
  name: { en: 'mailcow', 'zh-CN': 'mailcow' },
  checked: '2026-11-23',
  servers: [],
  mark: /\bESMTP Postcow\b/,
  user: { form: 'address' },
  password: {
    kind: 'password',
    name: {
      en: 'Password of the mailbox, or an app password of it',
      'zh-CN': '邮箱密码或其应用密码（App password）',
    },
    where: {
      en: 'mailcow UI > user settings > App passwords, with SMTP among the allowed protocols',
      'zh-CN': 'mailcow UI > 用户设置 > App passwords，允许的协议须包含 SMTP',
    },
  },
  sender: 'login-or-alias',
  advice: {
    'auth-failed': {
      en: 'Use the whole address; allow SMTP for the mailbox (mailcow UI > Mailboxes > Edit > Allowed protocols) and look for a ban under netfilter-mailcow',
      'zh-CN':
        '使用完整地址；在 mailcow UI > Mailboxes > Edit 中为邮箱允许 SMTP 协议，并检查 netfilter-mailcow 是否封禁',
    },
    'app-password-required': {
      en: 'Create an app password with SMTP access in the settings of the mailbox user, and put it into SMTP_URI',
      'zh-CN': '在邮箱用户的设置中创建允许 SMTP 的应用密码，并填入 SMTP_URI',
    },
    'sender-mismatch': {
      en: 'Add the address under mailcow UI > Mailboxes > Edit > "Allow to send as", or make it an alias of the mailbox',
      'zh-CN':
        '在 mailcow UI > Mailboxes > Edit > “Allow to send as” 中加入该地址，或把它设为该邮箱的别名',
    },
    'auth-required': {
      en: 'Log in on port 465 or 587; mail of a machine without login needs its address in Configuration > Options > Forwarding hosts',
      'zh-CN':
        '在端口 465 或 587 登录；无需登录的机器须把 IP 加入 Configuration > Options > Forwarding hosts',
    },
    'rate-limited': {
      en: 'Raise "Rate limit" of the mailbox or of its domain in the mailcow UI, or wait',
      'zh-CN': '在 mailcow UI 中提高该邮箱或其域名的 “Rate limit”，或稍后再试',
    },
    'ip-blocked': {
      en: 'Remove the ban or add this machine to the allowlist: mailcow UI > Configuration > Options > Fail2ban parameters',
      'zh-CN':
        '在 mailcow UI > Configuration > Options > Fail2ban parameters 中解除封禁或把本机加入白名单',
    },
  },
  pages: { smtp: 'https://docs.mailcow.email/client/client-manual/' },
};
