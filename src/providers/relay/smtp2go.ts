import type { Provider } from '../provider.js';

export const smtp2go: Provider = {
  id: 'smtp2go',
  kind: 'relay',
  name: { en: 'SMTP2GO', 'zh-CN': 'SMTP2GO' },
  checked: '2026-11-23',
  servers: [
    { host: 'mail.smtp2go.com', port: 465, security: 'tls' },
    { host: 'mail.smtp2go.com', port: 8465, security: 'tls' },
    { host: 'mail.smtp2go.com', port: 2525, security: 'starttls' },
    { host: 'mail.smtp2go.com', port: 587, security: 'starttls' },
    { host: 'mail-us.smtp2go.com', port: 465, security: 'tls' },
    { host: 'mail-eu.smtp2go.com', port: 465, security: 'tls' },
    { host: 'mail-au.smtp2go.com', port: 465, security: 'tls' },
  ],
  domains: ['smtp2go.com'],
  mark: /\bmail(?:-\w{2})?\.smtp2go\.com\b|\bsupport\.smtp2go\.com\b/i,
  user: {
    form: 'issued',
    words: { en: 'the username of an SMTP User', 'zh-CN': 'SMTP User 的用户名' },
  },
  password: {
    kind: 'password',
    name: { en: 'password of the SMTP User', 'zh-CN': 'SMTP User 的密码' },
    where: {
      en: 'app.smtp2go.com > Sending > SMTP Users',
      'zh-CN': 'app.smtp2go.com > Sending > SMTP Users',
    },
    mistakes: [
      {
        matches: /^api-[0-9A-F]{32}$/i,
        words: { en: 'an API key, which is not for SMTP', 'zh-CN': 'API key，不能用于 SMTP' },
      },
    ],
  },
  sender: 'verified',
  delivery: {
    envelope: {
      value: 'subdomain',
      source: 'https://support.smtp2go.com/hc/en-gb/articles/28543815517209-SPF-DKIM-and-DMARC',
      checked: '2026-11-27',
    },
    dkim: {
      value: { form: 'issued' },
      source: 'https://support.smtp2go.com/hc/en-gb/articles/28543815517209-SPF-DKIM-and-DMARC',
      checked: '2026-11-27',
    },
    unknown: { facts: ['spf'], looked: '2026-11-27' },
  },
  limits: {
    en: 'free plan: 1,000 mails a month, 200 a day',
    'zh-CN': '免费套餐：每月 1000 封，每天 200 封',
  },
  advice: {
    'auth-failed': {
      en: 'Copy username and password from app.smtp2go.com > Sending > SMTP Users; those of the dashboard do not work',
      'zh-CN':
        '从 app.smtp2go.com > Sending > SMTP Users 复制用户名和密码；登录控制台的账号不能使用',
    },
    'auth-required': {
      en: 'Put username and password of an SMTP User in SMTP_URI, or add this machine’s address: app.smtp2go.com > Sending > IP Authentication',
      'zh-CN':
        '在 SMTP_URI 中写入 SMTP User 的用户名和密码，或在 app.smtp2go.com > Sending > IP Authentication 添加本机地址',
    },
    'sender-unverified': {
      en: 'Verify the domain or the address of SMTP_SENDER: app.smtp2go.com > Sending > Verified Senders',
      'zh-CN': '验证 SMTP_SENDER 的域名或地址：app.smtp2go.com > Sending > Verified Senders',
    },
    'account-suspended': {
      en: 'Reopen the account in app.smtp2go.com, or set the user to "Allowed": Sending > SMTP Users > the user > Tracking & Status',
      'zh-CN':
        '在 app.smtp2go.com 重新开启账户，或将该用户设为 “Allowed”：Sending > SMTP Users > 对应用户 > Tracking & Status',
    },
  },
  pages: {
    smtp: 'https://support.smtp2go.com/hc/en-gb/articles/13990494697369-Common-Sending-Errors',
    'account-suspended':
      'https://support.smtp2go.com/hc/en-gb/articles/360015283053-550-that-SMTP-username-s-account-is-not-allowed-to-send',
  },
  replies: [
    {
      words: /sender domain not verified|verify the sender domain or email/i,
      cause: 'sender-unverified',
    },
    // The account is closed, or the user, key or address is blocked in it.
    {
      words: /that (?:smtp username|api key|ip address)[^.]{0,12} (?:is )?not allowed to send/i,
      cause: 'account-suspended',
    },
    // No login was made; with a wrong one it says 535.
    { words: /relay access denied\W+please authenticate/i, cause: 'auth-required' },
  ],
};
