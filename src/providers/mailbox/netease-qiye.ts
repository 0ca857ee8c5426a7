import type { Provider } from '../provider.js';

/** The enterprise mail of NetEase, also as the one of many universities. Its MI:, RP: and DT: codes are those of 163. */
export const neteaseQiye: Provider = {
  id: 'netease-qiye',
  kind: 'mailbox',
  name: { en: 'NetEase enterprise mail', 'zh-CN': '网易企业邮箱' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp.qiye.163.com', port: 465, security: 'tls' },
    { host: 'smtp.qiye.163.com', port: 994, security: 'tls' },
    { host: 'smtphz.qiye.163.com', port: 465, security: 'tls' },
    { host: 'smtphz.qiye.163.com', port: 994, security: 'tls' },
    { host: 'hwhzsmtp.qiye.163.com', port: 465, security: 'tls' },
    { host: 'smtp.ym.163.com', port: 994, security: 'tls' },
  ],
  domains: ['qiye.163.com', 'ym.163.com'],
  webmail: ['qiye.163.com'],
  mark: /\bERR\.(?:LOGIN|LOGINRULE|REQ|LDAP)\.[A-Z]|\bqiye\.163\.com\b|\bCoremail System \((?:qiye|hmail|ym)\w*\[/i,
  user: { form: 'address' },
  password: {
    kind: 'authorization-code',
    name: { en: 'authorization password (客户端授权密码)', 'zh-CN': '客户端授权密码' },
    where: {
      en: 'web mail > 设置 > 客户端设置 (Settings > Clients) > 生成授权密码',
      'zh-CN':
        '网页邮箱 > 设置 > 客户端设置 > 设置客户端授权密码 > 生成授权密码，点“确定”后生效（未开启时用登录密码）',
    },
  },
  sender: 'login-or-alias',
  company: 'NetEase',
  delivery: {
    spf: {
      value: 'spf.163.com',
      source: 'https://shuzhiduo.com/A/D854E376dE',
      checked: '2013-09-27',
    },
  },
  limits: {
    en: 'by the plan of the company; counted per 15 minutes and per day',
    'zh-CN': '以企业套餐为准；按 15 分钟和每天计算',
  },
  advice: {
    'auth-failed': {
      en: 'Use the whole address as user, a fresh authorization password (客户端授权密码), and the host of your cluster (华东, East China: smtphz.qiye.163.com)',
      'zh-CN':
        '用完整邮箱地址作为用户名，使用未过期的客户端授权密码，并确认主机与所在集群一致（华东为 smtphz.qiye.163.com）',
    },
    'auth-disabled': {
      en: 'Switch on IMAP/SMTP in 设置 (Settings) > 客户端设置 (Mail clients), or ask the administrator of the company to allow it',
      'zh-CN': '在设置 > 客户端设置中开启 IMAP/SMTP，或请企业管理员允许使用客户端协议',
    },
    'ip-blocked': {
      en: 'Ask the administrator to allow this address: qiye.163.com/admin > 安全与审计 (Security) > 安全登录 (Login) > 登录限制 (Restrictions)',
      'zh-CN': '请管理员放行本机 IP：qiye.163.com/admin > 安全与审计 > 安全登录 > 登录限制',
    },
    'account-suspended': {
      en: 'Ask the administrator of the company whether the account or the whole mail service has expired or is disabled',
      'zh-CN': '请联系企业管理员，确认账号或整个企业邮箱是否已过期或被禁用',
    },
    'auth-throttled': {
      en: 'Wait an hour, and correct the password before the next try',
      'zh-CN': '改正密码，等待一小时后再试',
    },
    'quota-exceeded': {
      en: 'Wait until tomorrow, or ask NetEase for a larger amount',
      'zh-CN': '等到第二天再发，或联系网易企业邮箱提升发信量',
    },
  },
  pages: {
    smtp: 'https://qiye.163.com/help/client-profile.html',
    'app-password-required': 'https://qiye.163.com/help/af988e.html',
  },
  replies: [
    { words: /\bERR\.LOGIN\.REQCODE\b/i, cause: 'app-password-required' },
    { words: /\bERR\.LOGIN(?:RULE)?\.IPDENY\b/i, cause: 'ip-blocked' },
    { words: /\bERR\.LOGIN\.SYSTEMBUSY\b/i, cause: 'server-busy' },
    {
      words: /\bERR\.LOGIN\.SMTPLIMIT\b|\bERR\.REQ\.VERI|\bVERIFYCODE\.REQ\b/i,
      cause: 'auth-throttled',
    },
    // The account or the domain is disabled, deleted or has expired.
    {
      words: /\bERR\.LOGIN\.(?:USE?RSTATUS|USE?RS?EXP|DOMAINEXP|DOMAINSTATUS)/i,
      cause: 'account-suspended',
    },
    { words: /\bERR\.LOGIN\.(?:PERMDENY|DOMAINDENY)\b/i, cause: 'auth-disabled' },
    // Password, user or domain: all that is left of these is about what was typed in.
    { words: /\bERR\.(?:LOGIN|LDAP|AGENT)\.[A-Z]/i, cause: 'auth-failed' },
    // The user is only the part before the @.
    { steps: ['auth'], words: /email format login fail/i, cause: 'auth-failed' },
  ],
};
