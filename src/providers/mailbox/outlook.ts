import type { Provider } from '../provider.js';

/** Outlook.com with Hotmail, Live and MSN. What it says as Microsoft 365 does is written there. */
export const outlook: Provider = {
  id: 'outlook',
  kind: 'mailbox',
  name: { en: 'Outlook.com', 'zh-CN': 'Outlook.com' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp-mail.outlook.com', port: 587, security: 'starttls' },
    { host: 'smtp.outlook.com', port: 587, security: 'starttls' },
  ],
  domains: ['hotmail.com', 'live.com', 'msn.com', 'olc.protection.outlook.com'],
  webmail: ['outlook.live.com'],
  mark: /\bolc\.protection\.outlook\.com\b|\bmail\.live\.com\/mail\/|\bpostmaster\.live\.com\b|\bsmtp-mail\.outlook\.com\b/i,
  user: { form: 'address' },
  // support.microsoft.com/office/c5d65390-9676-4763-b41f-d7986499a90d: since 2024-09-16 OAuth alone.
  password: {
    kind: 'none',
    name: {
      en: 'no password works (OAuth only): choose another provider, such as Gmail with an app password',
      'zh-CN': '不接受任何密码（只支持 OAuth），请换一家服务商，例如使用授权码的 QQ 邮箱',
    },
  },
  sender: 'login-or-alias',
  company: 'Microsoft',
  delivery: {
    freeMail: [
      {
        value: { domains: ['outlook.com', 'hotmail.com'], policy: 'none' },
        source: 'https://lore.kernel.org/',
        checked: '2026-04-30',
      },
      {
        value: { domains: ['live.com', 'msn.com', 'passport.com', 'windowslive.com'] },
        source: 'https://en.wikipedia.org/wiki/Outlook.com',
        checked: '2026-11-27',
      },
    ],
  },
  limits: {
    en: 'a few mails a day with a new account, later up to 300',
    'zh-CN': '新账号每天只能发少量邮件，之后每天最多 300 封',
  },
  advice: {
    'oauth-required': {
      en: 'Choose another provider for this server: Outlook.com lets nobody log in with a password any more, nor with an app password',
      'zh-CN': '为本服务换一家邮箱服务商：Outlook.com 已不再接受密码登录，应用密码也不行',
    },
    'auth-failed': {
      en: 'Choose another provider for this server: Outlook.com takes OAuth only, and no password',
      'zh-CN': '为本服务换一家邮箱服务商：Outlook.com 只支持 OAuth，不接受密码',
    },
    'account-suspended': {
      en: 'Log in at outlook.live.com in a browser and verify the account as it asks (often by telephone number)',
      'zh-CN': '用浏览器登录 outlook.live.com，按提示验证账号（通常需要手机号）',
    },
    'quota-exceeded': {
      en: 'Log in at outlook.live.com, verify the account if asked, and wait 24 hours',
      'zh-CN': '登录 outlook.live.com，按提示验证账号，并等待 24 小时',
    },
    'ip-blocked': {
      en: 'Ask for this machine’s address to be released: olcsupport.office.com (Sender Support)',
      'zh-CN': '在 olcsupport.office.com（发件人支持）申请解除对本机地址的限制',
    },
  },
  pages: {
    smtp: 'https://support.microsoft.com/en-us/office/pop-imap-and-smtp-settings-for-outlook-com-d088b986-291d-42b8-9564-9c414e2aa040',
    'ip-blocked': 'https://olcsupport.office.com',
  },
  replies: [
    // The verdict of its check of outgoing mail; the account must be verified before more is taken.
    { words: /verdict is [\w, ]{0,80}(Suspend|HipNotify|HipSend)/i, cause: 'account-suspended' },
    { words: /verdict is [\w, ]{0,80}(RefuseQuota|ShowTierUpgrade)/i, cause: 'quota-exceeded' },
    { words: /OutboundSpamException/, cause: 'account-suspended' },
    // Its codes for the sending address: DY dynamic, OU and SC reputation, RP rate.
    { words: /\bRP-00[1-3]\b/, cause: 'rate-limited' },
    { words: /\b(DY|OU|SC)-00\d\b/, cause: 'ip-blocked' },
  ],
};
