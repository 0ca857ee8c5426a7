import { googleAppPassword, googleDelivery } from '../google.js';
import type { Provider } from '../provider.js';

/** The SMTP relay service of Google Workspace. It signs as Gmail does and is known by its host. */
export const googleWorkspaceRelay: Provider = {
  id: 'google-workspace-relay',
  kind: 'relay',
  name: { en: 'Google Workspace SMTP relay', 'zh-CN': 'Google Workspace SMTP 中继服务' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp-relay.gmail.com', port: 465, security: 'tls' },
    { host: 'smtp-relay.gmail.com', port: 587, security: 'starttls' },
  ],
  user: { form: 'address' },
  password: googleAppPassword,
  sender: 'verified',
  company: 'Google',
  delivery: {
    ...googleDelivery,
    signsByDefault: {
      value: false,
      source: 'https://mxio.io/providers/google-workspace',
      checked: '2026-02-27',
    },
  },
  limits: {
    en: '10,000 recipients a user in 24 hours; 100 recipients a mail',
    'zh-CN': '每个用户 24 小时内 10000 位收件人；每封最多 100 位收件人',
  },
  advice: {
    'helo-rejected': {
      en: 'Add ?name= with a domain of yours to SMTP_URI, so that the server does not introduce itself as localhost',
      'zh-CN': '在 SMTP_URI 末尾加上 ?name=你的域名，不要以 localhost 自报主机名',
    },
    'relay-denied': {
      en: 'Add this machine’s public address: admin.google.com > Apps > Google Workspace > Gmail > Routing > SMTP relay service',
      'zh-CN':
        '添加本机的公网地址：admin.google.com > 应用 > Google Workspace > Gmail > 路由 > SMTP 中继服务',
    },
    'auth-required': {
      en: 'Put user and app password in SMTP_URI, or uncheck "Require SMTP Authentication" (admin.google.com > Gmail > Routing > SMTP relay service)',
      'zh-CN':
        '在 SMTP_URI 中写入用户和应用专用密码，或取消勾选“需要进行 SMTP 身份验证”（管理控制台 > Gmail > 路由 > SMTP 中继服务）',
    },
    'sender-unverified': {
      en: 'Send from a user of your Google Workspace domain, or widen "Allowed senders" in the settings of the SMTP relay service',
      'zh-CN':
        '使用 Google Workspace 域内用户的地址发信，或在 SMTP 中继服务的设置中放宽“允许的发件人”',
    },
    'quota-exceeded': {
      en: 'Wait up to 24 hours, or spread the mails over more users',
      'zh-CN': '等待最多 24 小时，或把邮件分散到更多用户',
    },
  },
  pages: {
    smtp: 'https://support.google.com/a/answer/2956491',
    'relay-denied': 'https://support.google.com/a/answer/6140680',
    'quota-exceeded': 'https://support.google.com/a/answer/2956491',
  },
  replies: [
    // It names the command at which it gave up; at EHLO that is the name in it, most often localhost.
    { words: /closing connection\. \((ehlo|helo)\)/i, cause: 'helo-rejected' },
    {
      steps: ['ehlo'],
      words: /try again later, closing connection/i,
      cause: 'helo-rejected',
      isOnlyHere: true,
    },
    { words: /invalid credentials for relay|mail relay denied/i, cause: 'relay-denied' },
    // The sender is no user of the domain, or one who is switched off.
    { words: /mail sending denied/i, cause: 'sender-unverified' },
    { words: /daily smtp relay (sending )?limit exceeded/i, cause: 'quota-exceeded' },
    { words: /peak smtp relay limit exceeded/i, cause: 'rate-limited' },
  ],
};
