import type { Provider } from '../provider.js';

/** OVHcloud: MX Plan, Email Pro and hosted Exchange. */
export const ovh: Provider = {
  id: 'ovh',
  kind: 'hosting',
  name: { en: 'OVHcloud', 'zh-CN': 'OVHcloud' },
  checked: '2026-11-23',
  servers: [
    { host: 'ssl0.ovh.net', port: 465, security: 'tls' },
    { host: 'ssl0.ovh.net', port: 587, security: 'starttls' },
    { host: 'pro1.mail.ovh.net', port: 587, security: 'starttls' },
    { host: 'pro2.mail.ovh.net', port: 587, security: 'starttls' },
    { host: 'ex.mail.ovh.net', port: 587, security: 'starttls' },
    { host: 'ex.mail.ovh.ca', port: 587, security: 'starttls' },
  ],
  domains: ['mail.ovh.net', 'mail.ovh.ca'],
  mark: /\bssl0\.ovh\.(?:net|ca)\b|\.(?:mail|ha)\.ovh\.(?:net|ca)\b/i,
  user: { form: 'address' },
  password: {
    kind: 'password',
    name: { en: 'Password of the email account', 'zh-CN': '邮箱账户的密码' },
    where: {
      en: 'OVHcloud Control Panel > Web Cloud > Emails > the domain > Email accounts > "..." > Change password',
      'zh-CN': 'OVHcloud 控制台 > Web Cloud > Emails > 域名 > Email accounts > “...” > 修改密码',
    },
  },
  sender: 'login-or-alias',
  delivery: {
    spf: {
      value: 'mx.ovh.com',
      source: 'https://blog.piasecki.it/2025/08/25/spf-and-dkim-records',
      checked: '2025-08-25',
    },
    dkim: {
      value: { form: 'issued' },
      source: 'https://blog.piasecki.it/2025/08/25/spf-and-dkim-records',
      checked: '2025-08-25',
    },
  },
  limits: {
    en: '200 messages an hour per account, 300 an hour per IP address',
    'zh-CN': '每个账户每小时 200 封，每个 IP 地址每小时 300 封',
  },
  advice: {
    // It answers 535 also to an account that was blocked for spam.
    'auth-failed': {
      en: 'Look at the status of the account under Web Cloud > Emails > Email accounts: if it is blocked for spam, changing its password unblocks it',
      'zh-CN':
        '在 Web Cloud > Emails > Email accounts 中查看账户状态：若因垃圾邮件被封，修改密码即可解封',
    },
    'account-suspended': {
      en: 'Change the password of the account in the OVHcloud Control Panel (Web Cloud > Emails): that lifts the block for spam',
      'zh-CN':
        '在 OVHcloud 控制台（Web Cloud > Emails）修改该账户的密码，即可解除因垃圾邮件造成的封禁',
    },
    'sender-mismatch': {
      en: 'Set SMTP_SENDER to the account that logs in; on Exchange and Email Pro, grant "Send As" for others (Email accounts > "..." > Manage permissions)',
      'zh-CN':
        '把 SMTP_SENDER 设为登录的账户；Exchange 和 Email Pro 可在 Email accounts > “...” > Manage permissions 中为其他地址授予 “Send As”',
    },
    'certificate-hostname': {
      en: 'Use ssl0.ovh.net (or the host shown in the Control Panel) instead of smtp.<your domain>: the certificate is made out to that name',
      'zh-CN':
        '请使用 ssl0.ovh.net（或控制台中显示的主机），不要用 smtp.<你的域名>：证书只签给该名称',
    },
  },
};
