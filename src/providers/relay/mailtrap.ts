import type { Provider } from '../provider.js';

/** Mailtrap: sending (live and bulk), and the sandbox that delivers nothing. */
export const mailtrap: Provider = {
  id: 'mailtrap',
  kind: 'relay',
  name: { en: 'Mailtrap', 'zh-CN': 'Mailtrap' },
  checked: '2026-11-23',
  // STARTTLS on every port.
  servers: [
    { host: 'live.smtp.mailtrap.io', port: 587, security: 'starttls' },
    { host: 'live.smtp.mailtrap.io', port: 2525, security: 'starttls' },
    { host: 'bulk.smtp.mailtrap.io', port: 587, security: 'starttls' },
    { host: 'sandbox.smtp.mailtrap.io', port: 2525, security: 'starttls' },
    { host: 'sandbox.smtp.mailtrap.io', port: 587, security: 'starttls' },
  ],
  domains: ['mailtrap.io'],
  mark: /\bsmtp\.mailtrap\.io\b|\bhttps:\/\/mailtrap\.io\//i,
  user: {
    form: 'issued',
    words: {
      en: 'the word api for sending; for the sandbox the Username of the sandbox',
      'zh-CN': '发送服务为 api；沙盒为该沙盒的 Username',
    },
  },
  password: {
    kind: 'api-key',
    name: {
      en: 'API token, or the Password of the sandbox',
      'zh-CN': 'API token，或沙盒的 Password',
    },
    where: {
      en: 'mailtrap.io > Sending Domains or Sandboxes > the one you use > Integration',
      'zh-CN':
        'mailtrap.io > Sending Domains > 对应域名 > Integration；沙盒则在 Sandboxes > 对应沙盒 > Integration',
    },
  },
  sender: 'verified',
  delivery: {
    dkim: {
      value: { form: 'fixed', selectors: ['rwmt1', 'rwmt2'] },
      source: 'https://docs.mailtrap.io/email-api-smtp/setup/sending-domain',
      checked: '2026-11-27',
    },
    unknown: { facts: ['spf', 'envelope'], looked: '2026-11-27' },
  },
  limits: {
    en: 'free plan: 150 mails a day; demo domain only to the account owner; 10 connections at once',
    'zh-CN': '免费套餐：每天 150 封；演示域名只能发给账户所有者；同时最多 10 个连接',
  },
  advice: {
    'auth-failed': {
      en: 'Match host and credentials: live.smtp.mailtrap.io takes the user api with an API token, sandbox.smtp.mailtrap.io the user and password of the sandbox',
      'zh-CN':
        '让主机与凭据对应：live.smtp.mailtrap.io 用 api 和 API token，sandbox.smtp.mailtrap.io 用该沙盒的用户名和密码',
    },
    'sender-unverified': {
      en: 'Send from a domain that is verified and has passed the Compliance Check: mailtrap.io > Sending Domains',
      'zh-CN': '使用已验证并通过 Compliance Check 的域名发信：mailtrap.io > Sending Domains',
    },
    'sandbox-restricted': {
      en: 'Add and verify a domain of yours: mailtrap.io > Sending Domains; the demo domain writes only to the account owner',
      'zh-CN': '添加并验证自己的域名：mailtrap.io > Sending Domains；演示域名只能发给账户所有者',
    },
    'quota-exceeded': {
      en: 'Wait for the next day or month, or upgrade the plan: mailtrap.io > Billing',
      'zh-CN': '等到下一天或下个月，或升级套餐：mailtrap.io > Billing',
    },
  },
  pages: {
    smtp: 'https://docs.mailtrap.io/email-api-smtp/setup/smtp-integration',
    'sender-unverified':
      'https://docs.mailtrap.io/email-api-smtp/help/troubleshooting/sending-from-domain-not-allowed',
    'quota-exceeded': 'https://help.mailtrap.io/article/100-sending-limits',
  },
  replies: [
    // With 550, and yet it passes.
    { words: /too many emails per (?:second|hour)/i, cause: 'rate-limited' },
    // A used-up plan is answered at the login, with 535.
    {
      words: /email limit is reached|upgrade your plan/i,
      cause: 'quota-exceeded',
      isOnlyHere: true,
    },
    // So is a connection too many.
    { steps: ['auth'], words: /too many connections per account/i, cause: 'server-busy' },
    {
      words: /demo domains? can only|only send testing emails/i,
      cause: 'sandbox-restricted',
      isOnlyHere: true,
    },
    { words: /sending from domain.{0,80} not allowed/i, cause: 'sender-unverified' },
    // Of the From header, which must be of the same domain as the envelope.
    { words: /from:? header does not match/i, cause: 'sender-mismatch', isOnlyHere: true },
  ],
};
