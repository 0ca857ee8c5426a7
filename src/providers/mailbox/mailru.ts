import type { Provider } from '../provider.js';

/** Mail.ru (VK), and VK WorkSpace for domains of one's own. */
export const mailru: Provider = {
  id: 'mailru',
  kind: 'mailbox',
  name: { en: 'Mail.ru', 'zh-CN': 'Mail.ru 邮箱' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp.mail.ru', port: 465, security: 'tls' },
    { host: 'smtp.mail.ru', port: 587, security: 'starttls' },
  ],
  domains: ['mail.ru', 'inbox.ru', 'list.ru', 'bk.ru', 'internet.ru'],
  mark: /\b(smtp|mx|relay|fallback)\w*\.(i\.|m\.)?mail\.ru\b|\b(help|notspam|biz)\.mail\.ru\b|\bparol prilozheniya\b/i,
  user: { form: 'address' },
  password: {
    kind: 'app-password',
    name: {
      en: 'Password for external applications',
      'zh-CN': '外部应用密码',
    },
    where: {
      en: 'account.mail.ru > Безопасность > Пароли для внешних приложений, for IMAP, POP, SMTP',
      'zh-CN':
        'account.mail.ru > 安全（Безопасность）> Пароли для внешних приложений，允许 IMAP、POP、SMTP',
    },
  },
  sender: 'login',
  delivery: {
    spf: {
      value: '_spf.mail.ru',
      source: 'https://www.dmarctrust.com/domains/mail.ru',
      checked: '2026-11-27',
    },
    freeMail: [
      {
        value: { domains: ['mail.ru'], policy: 'reject' },
        source: 'https://www.dmarctrust.com/domains/mail.ru',
        checked: '2026-11-27',
      },
      {
        value: { domains: ['list.ru', 'inbox.ru', 'bk.ru'] },
        source: 'https://check.live-direct-marketing.online/blog/mail-ru-deliverability-guide',
        checked: '2026-11-27',
      },
    ],
  },
  advice: {
    'sender-mismatch': {
      en: 'Set SMTP_SENDER to the address that logs in; Mail.ru takes no other',
      'zh-CN': '把 SMTP_SENDER 改为登录所用的地址，Mail.ru 不接受其他地址',
    },
    'account-suspended': {
      en: 'Log in at e.mail.ru in a browser, change the password, and make a new password for external applications',
      'zh-CN': '用浏览器登录 e.mail.ru，修改密码后重新生成外部应用密码',
    },
    'content-rejected': {
      en: 'Open the address in the reply (notspam.mail.ru) and ask for the mail to be looked at; remove links from the mail',
      'zh-CN': '打开回复中的链接（notspam.mail.ru）提交申诉，并去掉邮件中的链接',
    },
  },
  pages: {
    smtp: 'https://help.mail.ru/mail/mailer/popsmtp',
    'app-password-required': 'https://help.mail.ru/mail/security/protection/external',
  },
  replies: [
    // Russian in Latin letters: an application password is needed. The English has a typo at times.
    {
      words: /parol prilozheniya|\bap+lication password is required/i,
      cause: 'app-password-required',
    },
    { words: /not local sender over smtp/i, cause: 'sender-mismatch' },
    { words: /message sending for this account is disabled/i, cause: 'account-suspended' },
    {
      words: /\bspam message (rejected|discarded)|\bnotspam\.mail\.ru\b/i,
      cause: 'content-rejected',
    },
    { words: /due to domain owner dmarc policy/i, cause: 'auth-policy-rejected' },
    { words: /access from ip address \S+ (is )?blocked/i, cause: 'ip-blocked' },
    { words: /not accepted\W+invalid mailbox/i, cause: 'recipient-unknown' },
  ],
};
