import type { Provider } from '../provider.js';

/** Microsoft 365 (Exchange Online), which says the same words as Outlook.com, its twin. */
export const microsoft365: Provider = {
  id: 'microsoft365',
  kind: 'mailbox',
  name: { en: 'Microsoft 365', 'zh-CN': 'Microsoft 365' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp.office365.com', port: 587, security: 'starttls' },
    { host: 'smtp-legacy.office365.com', port: 587, security: 'starttls' },
    { host: 'smtp.partner.outlook.cn', port: 587, security: 'starttls' },
  ],
  domains: ['office365.com', 'mail.protection.outlook.com', 'partner.outlook.cn'],
  // Not the servers that take mail for Outlook.com and Hotmail: olc.protection.outlook.com.
  mark: /(?<!\bolc)\.protection\.outlook\.com\b|\.prod\.(outlook\.com|partner\.outlook\.cn)\b|\boutlook\.office365\.com\b|aka\.ms\/(smtp_auth|concurrent_sending)/i,
  user: {
    form: 'address',
    mistakes: [
      {
        matches: /@(?:outlook|hotmail|live|msn)\.com$/i,
        words: {
          en: 'an address of Outlook.com, where no password works (OAuth only): choose another provider',
          'zh-CN': 'Outlook.com 的地址，那里不接受任何密码（只支持 OAuth），请换一家服务商',
        },
      },
    ],
  },
  password: { kind: 'password', name: { en: 'Password', 'zh-CN': '密码' } },
  sender: 'login-or-alias',
  company: 'Microsoft',
  delivery: {
    spf: {
      value: 'spf.protection.outlook.com',
      source: 'https://domainsecurityscanner.com/guides/microsoft-365/dkim',
      checked: '2026-11-27',
    },
    dkim: {
      value: { form: 'fixed', selectors: ['selector1', 'selector2'] },
      source: 'https://www.senderclarity.com/guides/microsoft-365-spf-dkim-dmarc-setup',
      checked: '2026-11-27',
    },
    signsByDefault: {
      value: false,
      source: 'https://mailflowauthority.com/platform-guides/microsoft-365-email-authentication',
      checked: '2026-11-27',
    },
  },
  limits: {
    en: '10,000 recipients a day, 30 mails a minute, 3 connections at a time',
    'zh-CN': '每天 10000 位收件人，每分钟 30 封，同时 3 个连接',
  },
  advice: {
    'auth-disabled': {
      en: 'Let the administrator tick "Authenticated SMTP" (admin.microsoft.com > Users > Active users > Mail), or use a relay connector or another provider',
      'zh-CN':
        '请管理员勾选“经过身份验证的 SMTP”（admin.microsoft.com > 用户 > 活跃用户 > 邮件），否则改用中继连接器或其他服务商',
    },
    'oauth-required': {
      en: 'Let the administrator allow basic authentication for SMTP while it lasts, or send through a connector, High Volume Email or another provider',
      'zh-CN':
        '请管理员在微软停用之前允许 SMTP 的基本身份验证，或改用连接器、High Volume Email 或其他服务商发信',
    },
    'auth-failed': {
      en: 'Try the login at outlook.office.com; if it asks for a second factor, create an app password: mysignins.microsoft.com/security-info',
      'zh-CN':
        '用同一地址和密码登录 outlook.office.com；若要求第二重验证，请创建应用密码（mysignins.microsoft.com/security-info）',
    },
    'sender-mismatch': {
      en: 'Give the mailbox that logs in the permission "Send as" for the sender address: admin.exchange.microsoft.com > Recipients > Mailboxes > Delegation',
      'zh-CN':
        '为登录的邮箱授予发件地址的“代理发送”权限：admin.exchange.microsoft.com > 收件人 > 邮箱 > 委派',
    },
    'account-suspended': {
      en: 'Let the administrator release the account: security.microsoft.com > Email & collaboration > Review > Restricted entities',
      'zh-CN': '请管理员解除限制：security.microsoft.com > 电子邮件和协作 > 审阅 > 受限实体',
    },
    'relay-denied': {
      en: 'Register this machine’s address or certificate in an inbound connector: admin.exchange.microsoft.com > Mail flow > Connectors',
      'zh-CN': '在入站连接器中登记本机地址或证书：admin.exchange.microsoft.com > 邮件流 > 连接器',
    },
    'sender-unverified': {
      en: 'Add and verify the sender domain: admin.microsoft.com > Settings > Domains',
      'zh-CN': '添加并验证发件人域名：admin.microsoft.com > 设置 > 域',
    },
    'ip-blocked': {
      en: 'Ask for this machine’s address to be taken off the list at sender.office.com',
      'zh-CN': '在 sender.office.com 申请将本机地址移出阻止列表',
    },
    'rate-limited': {
      en: 'Send fewer mails at a time: at most 3 connections and 30 mails a minute for a mailbox',
      'zh-CN': '降低发送速度：每个邮箱最多 3 个并发连接、每分钟 30 封',
    },
  },
  pages: {
    smtp: 'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/how-to-set-up-a-multifunction-device-or-application-to-send-email-using-microsoft-365-or-office-365',
    'auth-disabled': 'https://aka.ms/smtp_auth_disabled',
    'oauth-required':
      'https://techcommunity.microsoft.com/t5/exchange-team-blog/exchange-online-to-retire-basic-auth-for-client-submission-smtp/ba-p/4114750',
    'ip-blocked': 'https://sender.office.com',
  },
  replies: [
    // Four texts that begin alike, all with 5.7.139.
    { words: /smtpclientauthentication is disabled|smtp_auth_disabled/i, cause: 'auth-disabled' },
    { words: /security defaults policy|conditional access/i, cause: 'auth-disabled' },
    { words: /did not meet the criteria to be auth/i, cause: 'auth-disabled' },
    { words: /basic authentication is (disabled|not supported)/i, cause: 'oauth-required' },
    { steps: ['auth'], words: /the user credentials were incorrect/i, cause: 'auth-failed' },
    { words: /client (was )?not authenticated to send/i, cause: 'auth-required' },
    { words: /(?:)/, codes: ['5.7.57'], cause: 'auth-required' },
    { words: /SendAsDenied|permissions? to send as this sender/i, cause: 'sender-mismatch' },
    { words: /(?:)/, codes: ['5.7.60', '5.2.252'], cause: 'sender-mismatch' },
    // A temporary code for what never goes away.
    { words: /tls 1\.0 and 1\.1 (are|is) not supp|smtp_auth_tls/i, cause: 'tls-version' },
    { words: /submission ?quota ?exceeded/i, cause: 'quota-exceeded' },
    { words: /(?:)/, codes: ['5.1.90'], cause: 'quota-exceeded' },
    { words: /thread limit exceeded|concurrent connections? limit/i, cause: 'rate-limited' },
    { words: /(?:)/, codes: ['5.2.121', '5.2.122', '5.7.508'], cause: 'rate-limited' },
    { words: /bad outbound sender|tenant has exceeded threshold/i, cause: 'account-suspended' },
    {
      words: /(?:)/,
      codes: ['5.7.501', '5.7.502', '5.7.503', '5.7.705'],
      cause: 'account-suspended',
    },
    { words: /from unregistered domains/i, cause: 'sender-unverified' },
    { words: /(?:)/, codes: ['5.7.750'], cause: 'sender-unverified' },
    { words: /TenantAttribution|RestrictDomainsTo(IP|Cert)/i, cause: 'relay-denied' },
    { words: /(?:)/, codes: ['5.7.54', '5.7.64', '5.7.51'], cause: 'relay-denied' },
    // Microsoft refuses every address that the domain does not have with these words.
    { words: /rejected ?: ?access denied/i, codes: ['5.4.1'], cause: 'recipient-unknown' },
    { words: /banned sending ip|traffic not accepted from this ip/i, cause: 'ip-blocked' },
    { words: /network is on our block list|messages from \S+ weren't sent/i, cause: 'ip-blocked' },
    {
      words: /(?:)/,
      codes: ['5.7.507', '5.7.510', '5.7.511', '5.7.513', '5.7.708'],
      cause: 'ip-blocked',
    },
    { words: /rate limited due to ip reputation/i, cause: 'ip-blocked', retryable: true },
    { words: /(?:)/, codes: ['5.7.506'], cause: 'helo-rejected' },
    { words: /(?:)/, codes: ['5.7.509', '5.7.515'], cause: 'auth-policy-rejected' },
    { words: /(?:)/, codes: ['5.7.512'], cause: 'sender-syntax' },
    { words: /RESOLVER\.RST\.\w*SizeLimit/, cause: 'message-too-large' },
    { words: /RESOLVER\.RST\.|TRANSPORT\.RULES\.Reject/, cause: 'recipient-rejected' },
    // Recipients that take mail from their own organisation only.
    {
      words: /(?:)/,
      codes: ['5.7.12', '5.7.124', '5.7.133', '5.7.134', '5.7.135', '5.7.136'],
      cause: 'recipient-rejected',
    },
    { words: /(?:)/, codes: ['5.7.504', '5.7.505', '5.7.703'], cause: 'recipient-rejected' },
    { words: /no mail-enabled subscriptions/i, cause: 'recipient-rejected' },
    { words: /temporary server error.{0,200}\b(PRX|ATTR)\d/i, cause: 'server-error' },
  ],
};
