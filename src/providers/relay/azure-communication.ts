import type { Provider } from '../provider.js';

/** Email of Azure Communication Services; not Microsoft 365. */
export const azureCommunication: Provider = {
  id: 'azure-communication',
  kind: 'relay',
  name: { en: 'Azure Communication Services', 'zh-CN': 'Azure 通信服务' },
  checked: '2026-11-23',
  servers: [{ host: 'smtp.azurecomm.net', port: 587, security: 'starttls' }],
  domains: ['azurecomm.net'],
  mark: /\bsmtp[\w-]{0,30}\.azurecomm\.net\b/i,
  user: {
    form: 'issued',
    words: {
      en: 'the SMTP Username of the Communication Services resource',
      'zh-CN': '通信服务资源中的 SMTP 用户名',
    },
  },
  password: {
    kind: 'password',
    name: { en: 'client secret', 'zh-CN': 'Entra 应用的客户端密码' },
    where: {
      en: 'portal.azure.com > App registrations > the application > Certificates & secrets > Value',
      'zh-CN': 'portal.azure.com > Microsoft Entra ID > 应用注册 > 对应应用 > 证书和密码：“值”一列',
    },
    mistakes: [
      {
        matches: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
        words: {
          en: 'the ID of the secret; its Value is wanted',
          'zh-CN': '客户端密码的 ID；此处应填它的“值”',
        },
      },
      {
        matches: /^endpoint=/i,
        words: {
          en: 'the connection string, which is not for SMTP',
          'zh-CN': '连接字符串，不能用于 SMTP',
        },
      },
    ],
  },
  sender: 'verified',
  delivery: {
    spf: {
      value: 'spf.protection.outlook.com',
      source:
        'https://learn.microsoft.com/en-us/answers/questions/5936044/acs-email-domain-verification-stuck-at-notstarted',
      checked: '2026-11-27',
    },
    dkim: {
      value: {
        form: 'fixed',
        selectors: ['selector1-azurecomm-prod-net', 'selector2-azurecomm-prod-net'],
      },
      source:
        'https://learn.microsoft.com/en-us/answers/questions/5936044/acs-email-domain-verification-stuck-at-notstarted',
      checked: '2026-11-27',
    },
    unknown: { facts: ['envelope'], looked: '2026-11-27' },
  },
  limits: {
    en: 'with a domain of your own at first 30 mails a minute and 100 an hour; 50 recipients a mail',
    'zh-CN': '自有域名起初每分钟 30 封、每小时 100 封；每封最多 50 位收件人',
  },
  advice: {
    'auth-failed': {
      en: 'Renew the client secret if it has expired, check the role "Communication and Email Service Owner" of the application, and add an SMTP Username',
      'zh-CN':
        '客户端密码过期时请续期，确认应用拥有“Communication and Email Service Owner”角色，并添加 SMTP 用户名',
    },
    'sender-unverified': {
      en: 'Connect the domain to the resource (Email > Domains) and add the part before the @ under MailFrom addresses of the domain',
      'zh-CN': '把域名连接到该资源（电子邮件 > 域），并在域的 MailFrom 地址中添加 @ 前的名称',
    },
    'rate-limited': {
      en: 'Wait an hour, or ask for a quota increase with a support request in portal.azure.com',
      'zh-CN': '等待一小时，或在 portal.azure.com 提交支持请求以提高配额',
    },
  },
  pages: {
    smtp: 'https://learn.microsoft.com/en-us/azure/communication-services/quickstarts/email/send-email-smtp/send-email-smtp',
    'auth-failed':
      'https://learn.microsoft.com/en-us/azure/communication-services/quickstarts/email/send-email-smtp/smtp-authentication',
    'sender-unverified':
      'https://learn.microsoft.com/en-us/azure/communication-services/quickstarts/email/connect-email-communication-resource',
    'rate-limited':
      'https://learn.microsoft.com/en-us/azure/communication-services/concepts/service-limits',
  },
  replies: [
    {
      words: /domain (?:has )?not (?:been )?linked|invalid sender user ?name/i,
      cause: 'sender-unverified',
      isOnlyHere: true,
    },
    { words: /excessive message rate/i, cause: 'rate-limited', isOnlyHere: true },
  ],
};
