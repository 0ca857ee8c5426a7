import type { Provider } from '../provider.js';

/** The mailboxes of NetEase: 163, 126, yeah, 188 and their VIP ones. */
export const netease: Provider = {
  id: 'netease',
  kind: 'mailbox',
  name: { en: 'NetEase Mail (163, 126, yeah)', 'zh-CN': '网易邮箱（163、126、yeah）' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp.163.com', port: 465, security: 'tls' },
    { host: 'smtp.163.com', port: 994, security: 'tls' },
    { host: 'smtp.126.com', port: 465, security: 'tls' },
    { host: 'smtp.126.com', port: 994, security: 'tls' },
    { host: 'smtp.yeah.net', port: 465, security: 'tls' },
    { host: 'smtp.vip.163.com', port: 465, security: 'tls' },
    { host: 'smtp.vip.126.com', port: 465, security: 'tls' },
    { host: 'smtp.188.com', port: 465, security: 'tls' },
    { host: 'smtp.vip.188.com', port: 465, security: 'tls' },
  ],
  // Not 163.com itself: the enterprise mail is below it.
  domains: ['126.com', 'yeah.net', '188.com', 'vip.163.com', 'mail.163.com', 'netease.com'],
  webmail: ['mail.163.com', 'mail.126.com'],
  // Others run Coremail too: the name of the system is what is NetEase's own.
  mark: /\bCoremail System \((?:vip)?(?:163|126|188|yeah)\w*\[|\bmail\.163\.com\/help\/|\bmxmail\.netease\.com\b/i,
  user: { form: 'address-or-name' },
  password: {
    kind: 'authorization-code',
    name: { en: 'authorization code (授权码)', 'zh-CN': '授权码' },
    where: {
      en: 'mail.163.com > 设置 (Settings) > POP3/SMTP/IMAP > 新增授权密码 (add a code)',
      'zh-CN': 'mail.163.com > 设置 > POP3/SMTP/IMAP：开启 IMAP/SMTP服务，再点“新增授权密码”',
    },
    shape: {
      matches: /^[a-z0-9]{16}$/i,
      words: { en: '16 letters or digits', 'zh-CN': '16 个字母或数字' },
    },
  },
  sender: 'login',
  company: 'NetEase',
  business: 'netease-qiye',
  hasServerPerDomain: true,
  sites: {
    usual: 'mail.163.com',
    // The VIP ones first: `vip.126.com` lies below `126.com`.
    ofDomains: {
      'vip.163.com': 'vip.163.com',
      'vip.126.com': 'vip.126.com',
      '126.com': 'mail.126.com',
      'yeah.net': 'mail.yeah.net',
      '188.com': 'www.188.com',
    },
  },
  delivery: {
    spf: {
      value: 'spf.163.com',
      source: 'https://github.com/netkiller/netkiller.github.io/blob/master/mail/spam/index.html',
      checked: '2026-11-27',
    },
    dkim: {
      value: { form: 'usual', selectors: ['s110527'] },
      source: 'https://lore.kernel.org/',
      checked: '2026-04-30',
    },
    signsByDefault: { value: true, source: 'https://lore.kernel.org/', checked: '2026-04-30' },
    freeMail: [
      {
        value: { domains: ['163.com', '126.com'], policy: 'none' },
        source: 'https://lore.kernel.org/',
        checked: '2026-04-30',
      },
      {
        value: { domains: ['yeah.net', 'vip.163.com', 'vip.126.com', '188.com'] },
        source: 'https://cj.yadoku.com/archives/category/%e6%96%87%e5%8c%96',
        checked: '2026-11-27',
      },
    ],
  },
  limits: {
    en: 'not published; counted per 15 minutes and per day, mails and recipients each',
    'zh-CN': '具体数值未公开；按 15 分钟和每天计算，邮件数与收件人数分别限制',
  },
  advice: {
    'auth-failed': {
      en: 'Create a new authorization code (授权码): it has an end and may have expired, or have gone with the service being switched off',
      'zh-CN': '重新生成授权码：授权码有有效期，过期或关闭服务后即失效',
    },
    'auth-disabled': {
      en: 'Switch on 「IMAP/SMTP服务」 or 「POP3/SMTP服务」: mail.163.com > 设置 (Settings) > POP3/SMTP/IMAP',
      'zh-CN': '开启「IMAP/SMTP服务」或「POP3/SMTP服务」：mail.163.com > 设置 > POP3/SMTP/IMAP',
    },
    'auth-throttled': {
      en: 'Correct the authorization code (授权码) first, then wait some hours: this machine failed to log in too often',
      'zh-CN': '先改正授权码，再等待数小时：本机登录失败次数过多',
    },
    'content-rejected': {
      en: 'Write a real subject and text instead of words such as "test", and drop links and repeated content',
      'zh-CN': '用正常的主题和正文代替“test”“测试”等字样，去掉链接和重复内容后再发',
    },
    'rate-limited': {
      en: 'Wait 15 minutes and send fewer mails at a time',
      'zh-CN': '等待 15 分钟，并降低发信频率',
    },
    'quota-exceeded': {
      en: 'Wait until tomorrow; for more mail use a relay service',
      'zh-CN': '等到第二天再发；发信量大时改用邮件推送服务',
    },
    'ip-blocked': {
      en: 'Log in to smtp.163.com from an unblocked network instead of delivering directly, and look for what else on this address sends mail',
      'zh-CN':
        '换用未被限制的网络并登录 smtp.163.com 发信，不要直接投递；同时检查该地址上是否有其他程序在发信',
    },
  },
  pages: {
    smtp: 'https://help.mail.163.com/faq.do?m=list&categoryID=90',
    'app-password-required':
      'https://help.mail.163.com/faqDetail.do?code=d7a5dc8471cd0c0e8b4b8f4f8e49998b374173cfe9171305fa1ce630d7f67ac2a5feb28b66796d3b',
    'content-rejected': 'https://mail.163.com/help/help_spam_16.htm',
    'ip-blocked': 'https://mail.163.com/help/help_spam_16.htm',
  },
  // Its codes: HL for the machine, MI for the sender, RP for the recipients, DT for the data, WM for lists.
  replies: [
    { words: /\bHL:ICC\b/, cause: 'server-busy' },
    { words: /\bHL:(?:IFC|IFQ|ITC)\b/, cause: 'rate-limited' },
    { words: /\bHL:(?:REP|MEP|IHU)\b/, cause: 'ip-blocked', retryable: true },
    { words: /\bHL:[A-Z]{3}\b|\bDT:RBL\b|\bWM:BLI\b/, cause: 'ip-blocked' },
    { words: /\bMI:SPB\b|\bWM:BLU\b/, cause: 'sender-rejected' },
    { words: /\bMI:(?:SPF|DMA|DKM)\b/, cause: 'auth-policy-rejected' },
    { words: /\bMI:NHD\b/, cause: 'helo-rejected' },
    { words: /\bMI:IMF\b/, cause: 'sender-syntax' },
    { words: /\bMI:STC\b|\bRP:TRC\b/, cause: 'quota-exceeded' },
    // So many recipients that this mail never passes.
    { words: /\bRP:RCL\b|\btoo much recipient/i, cause: 'rate-limited', retryable: false },
    { words: /\bMI:(?:SFQ|DMC|CCL)\b|\bRP:(?:QRC|DRC|CCL)\b/, cause: 'rate-limited' },
    { words: /\b(?:MI|RP):CEL\b/, cause: 'protocol-error' },
    { words: /\bRP:FRL\b/, cause: 'relay-denied' },
    // Envelope and From header differ.
    { words: /\bDT:SUM\b/, cause: 'sender-mismatch' },
    { words: /\bDT:SPM\b/, codes: [450, 451], cause: 'content-rejected', retryable: true },
    { words: /\bDT:[A-Z]{3}\b/, cause: 'content-rejected' },
    { steps: ['mail-from', 'rcpt-to'], words: /\blocal user only\b/i, cause: 'sender-mismatch' },
    { words: /\bno smtp,? MX only\b/i, cause: 'sender-rejected' },
    { words: /\buser in blacklist\b/i, cause: 'sender-rejected', isOnlyHere: true },
  ],
};
