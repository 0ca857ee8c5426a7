import type { Provider } from '../provider.js';
import { SPF_OF_TENCENT } from '../spf-of-tencent.js';

/**
 * QQ Mail, also for foxmail.com. Tencent Exmail runs the same software and greets in the same words, so
 * that the replies below are found for both.
 */
export const qq: Provider = {
  id: 'qq',
  kind: 'mailbox',
  name: { en: 'QQ Mail', 'zh-CN': 'QQ 邮箱' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp.qq.com', port: 465, security: 'tls' },
    { host: 'smtp.qq.com', port: 587, security: 'starttls' },
  ],
  domains: ['mail.qq.com', 'vip.qq.com', 'foxmail.com'],
  webmail: ['mail.qq.com'],
  mark: /\bQQ Mail Server\b|\b(?:service|help)\.mail\.qq\.com\b|\bnewxmesmtp\w+/i,
  user: { form: 'address-or-name' },
  password: {
    kind: 'authorization-code',
    name: { en: 'authorization code (授权码)', 'zh-CN': '授权码' },
    where: {
      en: 'mail.qq.com > 设置 > 账号 (Account) or 账号与安全 (Security): switch on SMTP, then 生成授权码',
      'zh-CN':
        'mail.qq.com > 设置 > 账号：开启 POP3/IMAP/SMTP…服务并生成授权码（新版：账号与安全 > 安全设置）',
    },
    shape: {
      matches: /^[a-z]{16}$/i,
      words: { en: '16 letters', 'zh-CN': '16 个字母' },
    },
  },
  sender: 'login',
  company: 'Tencent',
  business: 'exmail',
  delivery: {
    spf: SPF_OF_TENCENT,
    dkim: {
      value: { form: 'usual', selectors: ['s201512'] },
      source: 'https://lore.kernel.org/',
      checked: '2026-04-30',
    },
    signsByDefault: { value: true, source: 'https://lore.kernel.org/', checked: '2026-04-30' },
    freeMail: [
      {
        value: { domains: ['qq.com'], policy: 'quarantine' },
        source: 'https://lore.kernel.org/',
        checked: '2026-04-30',
      },
      {
        value: { domains: ['foxmail.com'], policy: 'none' },
        source: 'https://lore.kernel.org/',
        checked: '2026-04-30',
      },
    ],
  },
  limits: {
    en: 'not published; counted per minute, hour and day',
    'zh-CN': '具体数值未公开；按分钟、小时和天分别计算',
  },
  advice: {
    'auth-failed': {
      en: 'Check that 「POP3/IMAP/SMTP服务」 is still on, then create a new authorization code (授权码): changing the QQ password ends all older ones',
      'zh-CN':
        '确认「POP3/IMAP/SMTP服务」仍为开启状态，再重新生成授权码：修改 QQ 密码后旧授权码全部失效',
    },
    'auth-disabled': {
      en: 'Switch on 「POP3/SMTP服务」 or 「IMAP/SMTP服务」: mail.qq.com > 设置 (Settings) > 账号 (Account); new pages: 账号与安全 > 安全设置 (Security)',
      'zh-CN':
        '开启「POP3/SMTP服务」或「IMAP/SMTP服务」：mail.qq.com > 设置 > 账号（新版：账号与安全 > 安全设置）',
    },
    'auth-needs-tls': {
      en: 'Use smtps:// with port 465',
      'zh-CN': '改用 smtps:// 和端口 465',
    },
    'sender-mismatch': {
      en: 'Set SMTP_SENDER to the QQ Mail address that logs in; a foxmail.com address must log in as itself',
      'zh-CN': '把 SMTP_SENDER 改为登录用的 QQ 邮箱地址；用 foxmail.com 地址发信时须以该地址登录',
    },
    'sender-syntax': {
      en: 'Write SMTP_SENDER as a plain address or as Name <address>, with the address that logs in',
      'zh-CN': '把 SMTP_SENDER 写成纯地址或“名称 <地址>”的形式，且地址与登录账号一致',
    },
    'rate-limited': {
      en: 'Wait some minutes to hours and send fewer mails at a time; for regular mail use a relay service',
      'zh-CN': '等待几分钟到数小时，并降低发信频率；需要经常发信时改用邮件推送服务',
    },
    'ip-blocked': {
      en: 'Log in to smtp.qq.com with an account instead of delivering from this machine directly',
      'zh-CN': '不要从本机直接投递，改为使用账号登录 smtp.qq.com 发信',
    },
    'content-rejected': {
      en: 'Change the subject and the text, and drop links that were sent many times',
      'zh-CN': '修改主题和正文，去掉大量重复发送的链接',
    },
  },
  pages: {
    smtp: 'https://help.mail.qq.com/detail/0/1087',
    'app-password-required': 'https://help.mail.qq.com/detail/106/985',
    'auth-failed': 'https://help.mail.qq.com/detail/108/1023',
    'sender-syntax': 'https://service.mail.qq.com/detail/124/995',
  },
  replies: [
    { steps: ['auth'], words: /a secure connection is requi(?:er|r)ed/i, cause: 'auth-needs-tls' },
    { words: /open smtp flag/i, cause: 'auth-disabled' },
    // The help page tells it where the words, in GB18030, are not readable.
    { steps: ['auth'], words: /[?&]no=1001256\b/i, cause: 'app-password-required' },
    // One text for every reason: more is not known from it.
    {
      steps: ['auth'],
      words: /account is abnormal, service is not open|abnormal.{0,80}password is incorrect/i,
      cause: 'auth-failed',
    },
    // These words mean a wrong password. The system is not busy.
    { steps: ['auth'], words: /authentication failed, system busy/i, cause: 'auth-failed' },
    { words: /need EHLO and AUTH first/i, cause: 'auth-required' },
    {
      steps: ['mail-from'],
      words: /invalid input from .{1,60} to \S{1,60}qq\.com/i,
      cause: 'sender-syntax',
    },
    { words: /invalid input from .{1,60} to \S{1,60}qq\.com/i, cause: 'protocol-error' },
    { words: /["“]?from["”]? header is (?:missing or )?invalid/i, cause: 'sender-syntax' },
    { words: /\b(?:ip|domain|sender|connection) frequency limited/i, cause: 'rate-limited' },
    { words: /suspected spam ip/i, cause: 'ip-blocked' },
    // Both stand for too much mail: from this machine, and to this recipient.
    { words: /^connection denied\.?(?: \[[^\]]{1,80}\]?)?$/i, cause: 'rate-limited' },
    { words: /mailbox unavailable or access denied/i, cause: 'rate-limited', isOnlyHere: true },
  ],
};
