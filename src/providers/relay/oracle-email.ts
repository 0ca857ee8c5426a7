import type { Provider } from '../provider.js';

/** Email Delivery of Oracle Cloud Infrastructure; more regions than are named here. */
export const oracleEmail: Provider = {
  id: 'oracle-email',
  kind: 'relay',
  name: { en: 'Oracle Cloud Email Delivery', 'zh-CN': 'Oracle 云 Email Delivery' },
  checked: '2026-11-23',
  servers: [
    { host: 'smtp.email.us-ashburn-1.oci.oraclecloud.com', port: 587, security: 'starttls' },
    { host: 'smtp.email.us-phoenix-1.oci.oraclecloud.com', port: 587, security: 'starttls' },
    { host: 'smtp.email.eu-frankfurt-1.oci.oraclecloud.com', port: 587, security: 'starttls' },
    { host: 'smtp.email.uk-london-1.oci.oraclecloud.com', port: 587, security: 'starttls' },
    { host: 'smtp.email.ap-tokyo-1.oci.oraclecloud.com', port: 587, security: 'starttls' },
    { host: 'smtp.email.ap-singapore-1.oci.oraclecloud.com', port: 587, security: 'starttls' },
  ],
  domains: ['oraclecloud.com'],
  mark: /\bsmtp[\w.-]{0,60}\.oraclecloud\.com\b|\bOracle Email Delivery\b/i,
  user: {
    form: 'issued',
    words: {
      en: 'the Username of the SMTP credentials, beginning with ocid1.user',
      'zh-CN': 'SMTP 凭据的用户名，以 ocid1.user 开头',
    },
    shape: {
      matches: /^ocid1\.[^\s@]+@\S+$/,
      words: { en: 'ocid1.user…@ocid1.tenancy…', 'zh-CN': 'ocid1.user…@ocid1.tenancy…' },
    },
  },
  password: {
    kind: 'password',
    name: { en: 'SMTP password', 'zh-CN': 'SMTP 凭据的密码' },
    where: {
      en: 'cloud.oracle.com > Profile > My profile > SMTP credentials > Generate credentials',
      'zh-CN': 'cloud.oracle.com > 概要信息 > 我的概要信息 > SMTP 凭据 > 生成凭据，只显示一次',
    },
  },
  sender: 'verified',
  delivery: {
    envelope: {
      value: 'subdomain',
      source:
        'https://docs.oracle.com/en-us/iaas/Content/Email/Reference/gettingstarted_topic-create-email-domain.htm',
      checked: '2026-11-27',
    },
    dkim: {
      value: { form: 'issued' },
      source:
        'https://docs.oracle.com/ja-jp/iaas/Content/Email/Tasks/managing_dkim-create_dkim_record.htm',
      checked: '2026-11-27',
    },
    // By region: which one counts, the address of the server alone does not say.
    unknown: { facts: ['spf'], looked: '2026-11-27' },
  },
  limits: {
    en: 'by day and by minute, as the limits page of the tenancy shows',
    'zh-CN': '按天和按分钟限制，见租户的限制页面',
  },
  advice: {
    'auth-failed': {
      en: 'Generate SMTP credentials for the user and copy both values; password and API keys of the console do not work',
      'zh-CN': '为用户生成 SMTP 凭据并复制两项内容；控制台的密码和 API 密钥不能使用',
    },
    'sender-unverified': {
      en: 'Add SMTP_SENDER in the region of the host (Email Delivery > Approved Senders), and let the user’s group use approved-senders',
      'zh-CN':
        '在主机所在区域添加 SMTP_SENDER（Email Delivery > Approved Senders），并授予用户所在组使用 approved-senders 的权限',
    },
    'auth-throttled': {
      en: 'Stop all sending for a while, then correct the credentials or the approved sender',
      'zh-CN': '暂停一切发送，再纠正凭据或 Approved Sender',
    },
    'quota-exceeded': {
      en: 'Wait up to 24 hours, or ask for more: cloud.oracle.com > Governance > Limits, Quotas and Usage > Email Delivery',
      'zh-CN':
        '等待最多 24 小时，或申请提高：cloud.oracle.com > 治理 > 限制、配额和使用情况 > Email Delivery',
    },
  },
  pages: {
    smtp: 'https://docs.oracle.com/en-us/iaas/Content/Email/Concepts/setting-up-email-submission.htm',
    'auth-failed':
      'https://docs.oracle.com/en-us/iaas/Content/Email/Reference/gettingstarted_topic-set-up-email-submission-authentication.htm',
    'sender-unverified':
      'https://docs.oracle.com/en-us/iaas/Content/Email/Concepts/troubleshooting.htm',
  },
  replies: [
    // With 535, as if the login had failed: envelope or header From is no approved sender.
    { words: /authorization failed: .{0,10}from\b/i, cause: 'sender-unverified' },
    {
      words: /\bfrom (?:address )?.{0,80}not authorized/i,
      cause: 'sender-unverified',
      isOnlyHere: true,
    },
    { words: /too many auth failures/i, cause: 'auth-throttled', isOnlyHere: true },
    { words: /maximum messages sent per minute/i, cause: 'rate-limited' },
    { words: /maximum messages sent per day/i, cause: 'quota-exceeded' },
  ],
};
