import type { Provider } from '../provider.js';

export const rackspace: Provider = {
  id: 'rackspace',
  kind: 'hosting',
  name: { en: 'Rackspace Email', 'zh-CN': 'Rackspace Email' },
  checked: '2026-11-23',
  servers: [
    { host: 'secure.emailsrvr.com', port: 465, security: 'tls' },
    { host: 'secure.emailsrvr.com', port: 587, security: 'starttls' },
  ],
  domains: ['emailsrvr.com'],
  mark: /[\w-]\.emailsrvr\.com\b/i,
  user: { form: 'address' },
  password: {
    kind: 'password',
    name: { en: 'Password of the mailbox', 'zh-CN': '邮箱密码' },
    where: {
      en: 'cp.rackspace.com > Rackspace Email > Mailboxes > the mailbox > Password',
      'zh-CN': 'cp.rackspace.com > Rackspace Email > Mailboxes > 邮箱 > Password',
    },
  },
  delivery: {
    spf: {
      value: 'emailsrvr.com',
      source:
        'https://rediforbusiness.freshdesk.com/support/solutions/articles/11000123508-elastic-mail-dns-settings',
      checked: '2026-11-27',
    },
    dkim: {
      value: { form: 'issued' },
      source:
        'https://autospf.com/blog/rackspace-spf-dkim-configuration-a-professional-guide-by-autospf',
      checked: '2026-11-27',
    },
    unknown: { facts: ['envelope'], looked: '2026-11-27' },
  },
  limits: {
    en: '10,000 recipients a day per address, much less for automated mail',
    'zh-CN': '每个地址每天 10000 位收件人，自动发送的邮件远低于此',
  },
  advice: {
    'ip-blocked': {
      en: 'Stop logins with a wrong password from this address, wait an hour, then ask Rackspace support to unblock it',
      'zh-CN': '停止从该 IP 用错误密码登录，等待一小时，仍不行再请 Rackspace 客服解封',
    },
    'quota-exceeded': {
      en: 'Wait until midnight US Eastern time, or send automated mail through a relay service: Rackspace Email restricts it',
      'zh-CN': '等到美国东部时间零点，或改用邮件中继服务发送自动邮件：Rackspace Email 对其有限制',
    },
  },
  pages: {
    'quota-exceeded':
      'https://support.rackspace.com/how-to/rackspace-hosted-email-system-daily-sending-limit/',
  },
  replies: [
    {
      steps: ['greeting'],
      words: /not accepting connections/i,
      codes: [554],
      cause: 'ip-blocked',
      retryable: true,
      isOnlyHere: true,
    },
    { words: /too many messages from a new or untrusted IP/i, cause: 'rate-limited' },
  ],
};
