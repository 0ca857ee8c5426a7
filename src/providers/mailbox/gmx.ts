import type { Provider } from '../provider.js';

/** GMX. Its server "Nemesis" also serves WEB.DE, mail.com and IONOS, with the same words. */
export const gmx: Provider = {
  id: 'gmx',
  kind: 'mailbox',
  name: { en: 'GMX', 'zh-CN': 'GMX 邮箱' },
  checked: '2026-11-23',
  servers: [
    { host: 'mail.gmx.net', port: 465, security: 'tls' },
    { host: 'mail.gmx.com', port: 465, security: 'tls' },
    { host: 'mail.gmx.net', port: 587, security: 'starttls' },
    { host: 'mail.gmx.com', port: 587, security: 'starttls' },
  ],
  domains: ['gmx.net', 'gmx.com', 'gmx.de', 'gmx.at', 'gmx.ch'],
  mark: /\bgmx\.(net|com) \((mr|mx)\w+\)|\bpostmaster\.gmx\.(net|com)\b/i,
  user: { form: 'address' },
  password: {
    kind: 'password',
    name: { en: 'Password', 'zh-CN': '密码' },
    where: {
      en: 'with two-factor authentication an application-specific one: gmx.net > Mein Account > Sicherheit > Anwendungsspezifische Passwörter',
      'zh-CN':
        '开启双重验证时须用应用专用密码：gmx.net > Mein Account > Sicherheit > Anwendungsspezifische Passwörter',
    },
  },
  sender: 'login-or-alias',
  delivery: {
    freeMail: [
      {
        value: { domains: ['gmx.de'], policy: 'quarantine' },
        source: 'https://lore.kernel.org/',
        checked: '2026-04-30',
      },
      {
        value: { domains: ['gmx.net'] },
        source:
          'https://computer-fragen24.com/gmx-de-gmx-net-was-ist-der-unterschied-warum-gibt-es-2-domains-tz34/',
        checked: '2026-11-27',
      },
    ],
  },
  advice: {
    'auth-failed': {
      en: 'Switch on "POP3/IMAP Zugriff": GMX > E-Mail > Einstellungen > POP3/IMAP Abruf (it goes off when unused); with two-factor login, an app password',
      'zh-CN':
        '开启“POP3/IMAP Zugriff”：GMX > E-Mail > Einstellungen > POP3/IMAP Abruf（长期不用会自动关闭）；开启双重验证时用应用专用密码',
    },
    'auth-disabled': {
      en: 'Switch on "POP3/IMAP Zugriff": GMX > E-Mail > Einstellungen > POP3/IMAP Abruf',
      'zh-CN': '开启“POP3/IMAP Zugriff”：GMX > E-Mail > Einstellungen > POP3/IMAP Abruf',
    },
    'sender-mismatch': {
      en: 'Set SMTP_SENDER to the address that logs in or one of its addresses at GMX (E-Mail > Einstellungen > E-Mail-Adressen)',
      'zh-CN':
        '把 SMTP_SENDER 改为登录所用的地址或该账号在 GMX 的其他地址（E-Mail > Einstellungen > E-Mail-Adressen）',
    },
    'account-suspended': {
      en: 'Log in at gmx.net in a browser and set a new password',
      'zh-CN': '用浏览器登录 gmx.net 并设置新密码',
    },
    'ip-blocked': {
      en: 'Open the address in the reply (postmaster.gmx.net) and follow it: mostly the PTR record of this machine is missing or generic',
      'zh-CN':
        '打开回复中的链接（postmaster.gmx.net）按提示处理，多为本机缺少 PTR 记录或使用通用 PTR 记录',
    },
  },
  pages: {
    smtp: 'https://hilfe.gmx.net/pop-imap/pop3/serverdaten.html',
    'app-password-required':
      'https://hilfe.gmx.net/sicherheit/2fa/anwendungsspezifisches-passwort.html',
    'auth-disabled': 'https://support.gmx.com/pop-imap/toggle.html',
    'account-suspended': 'https://hilfe.gmx.net/account/gesperrt.html',
    'ip-blocked': 'https://postmaster.gmx.com/en/error-messages',
  },
  // The first line of a reply is a phrase of RFC 821 and misleads; the last line tells what it is.
  replies: [
    { words: /mailbox unavailable:? sender address is not allowed/i, cause: 'sender-mismatch' },
    { words: /sender address is not allowed/i, cause: 'sender-mismatch', isOnlyHere: true },
    { words: /unauthorized sender address/i, cause: 'sender-mismatch' },
    { words: /mail send limit exceeded/i, cause: 'rate-limited' },
    // Another of its servers accepts the same mail, so the recipient exists.
    { words: /mailbox unavailable:? failure sending mail/i, cause: 'unknown', retryable: true },
    { words: /reject due to spf policy/i, cause: 'auth-policy-rejected' },
    { words: /invalid dns mx or a\/aaaa resource record/i, cause: 'sender-rejected' },
    { words: /dns ptr resource record|ip address is block ?listed/i, cause: 'ip-blocked' },
    { steps: ['greeting'], words: /reject due to policy/i, codes: [554], cause: 'ip-blocked' },
    // RFC 5321's own words: elsewhere they speak of nobody's address.
    {
      steps: ['greeting'],
      words: /no smtp service/i,
      codes: [554],
      cause: 'ip-blocked',
      isOnlyHere: true,
    },
    { words: /transaction failed reject due to policy/i, cause: 'content-rejected' },
  ],
};
