import type { Provider } from '../provider.js';

/** WEB.DE. It says the same words as GMX, which see. */
export const webde: Provider = {
  id: 'webde',
  kind: 'mailbox',
  name: { en: 'WEB.DE', 'zh-CN': 'WEB.DE 邮箱' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp.web.de', port: 465, security: 'tls' },
    { host: 'smtp.web.de', port: 587, security: 'starttls' },
  ],
  domains: ['web.de'],
  mark: /\bweb\.de \((mr|mx)\w+\)|\bpostmaster\.web\.de\b/i,
  user: { form: 'address-or-name' },
  password: {
    kind: 'password',
    name: { en: 'Password', 'zh-CN': '密码' },
    where: {
      en: 'with two-factor authentication an application-specific one: web.de > Mein Account > Sicherheit > Anwendungsspezifische Passwörter',
      'zh-CN':
        '开启双重验证时须用应用专用密码：web.de > Mein Account > Sicherheit > Anwendungsspezifische Passwörter',
    },
  },
  sender: 'login-or-alias',
  delivery: {
    freeMail: [
      {
        value: { domains: ['web.de'] },
        source:
          'https://www.psw-group.de/blog/web-de-freemail-sicheres-zuhause-oder-leere-sicherheitsversprechen/1542',
        checked: '2014-09-22',
      },
    ],
  },
  advice: {
    'auth-failed': {
      en: 'Switch on "POP3/IMAP Zugriff erlauben": WEB.DE > Einstellungen > POP3/IMAP Abruf (it goes off when unused); with two-factor login, an app password',
      'zh-CN':
        '开启“POP3/IMAP Zugriff erlauben”：WEB.DE > E-Mail > Einstellungen > POP3/IMAP Abruf（长期不用会自动关闭）；开启双重验证时用应用专用密码',
    },
    'auth-disabled': {
      en: 'Switch on "POP3/IMAP Zugriff erlauben": WEB.DE > E-Mail > Einstellungen > POP3/IMAP Abruf',
      'zh-CN':
        '开启“POP3/IMAP Zugriff erlauben”：WEB.DE > E-Mail > Einstellungen > POP3/IMAP Abruf',
    },
    'sender-mismatch': {
      en: 'Set SMTP_SENDER to the address that logs in or one of its addresses at WEB.DE (E-Mail > Einstellungen > Absenderadressen)',
      'zh-CN':
        '把 SMTP_SENDER 改为登录所用的地址或该账号在 WEB.DE 的其他地址（E-Mail > Einstellungen > Absenderadressen）',
    },
    'account-suspended': {
      en: 'Log in at web.de in a browser and set a new password',
      'zh-CN': '用浏览器登录 web.de 并设置新密码',
    },
    'ip-blocked': {
      en: 'Open the address in the reply (postmaster.web.de) and follow it: mostly the PTR record of this machine is missing or generic',
      'zh-CN':
        '打开回复中的链接（postmaster.web.de）按提示处理，多为本机缺少 PTR 记录或使用通用 PTR 记录',
    },
  },
  pages: {
    smtp: 'https://hilfe.web.de/pop-imap/einschalten.html',
    'auth-disabled': 'https://hilfe.web.de/pop-imap/einschalten.html',
    'ip-blocked': 'https://postmaster.web.de',
  },
  replies: [
    { words: /sender address is not allowed/i, cause: 'sender-mismatch', isOnlyHere: true },
  ],
};
