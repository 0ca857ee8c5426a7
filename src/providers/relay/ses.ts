import type { Provider } from '../provider.js';

/** Those with an SMTP endpoint; SES in any other is known by its greeting. */
const REGIONS = [
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'ca-central-1',
  'sa-east-1',
  'eu-central-1',
  'eu-north-1',
  'eu-south-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-southeast-3',
  'af-south-1',
  'il-central-1',
  'me-south-1',
];

/** Amazon Simple Email Service. Below amazonaws.com is much else, so there are hosts and no domains. */
export const ses: Provider = {
  id: 'ses',
  kind: 'relay',
  name: { en: 'Amazon SES', 'zh-CN': 'Amazon SES' },
  checked: '2026-11-23',
  servers: REGIONS.flatMap((region) => [
    { host: `email-smtp.${region}.amazonaws.com`, port: 465, security: 'tls' },
    { host: `email-smtp.${region}.amazonaws.com`, port: 587, security: 'starttls' },
  ]),
  mark: /\bSimpleEmailService\b|\bemail-smtp(?:-fips)?(?:\.[\w-]+)?(?:\.vpce)?\.amazonaws\.com\b|\bses:Send(?:Raw)?Email\b/,
  user: {
    form: 'issued',
    words: {
      en: 'the SMTP user name, 20 characters beginning with AKIA',
      'zh-CN': 'SMTP 用户名，以 AKIA 开头的 20 个字符',
    },
    shape: {
      matches: /^AKIA[A-Z0-9]{16}$/,
      words: { en: '20 characters beginning with AKIA', 'zh-CN': '以 AKIA 开头的 20 个字符' },
    },
    mistakes: [
      {
        matches: /^ASIA[A-Z0-9]{16}$/,
        words: {
          en: 'the key of temporary credentials, which SES does not take over SMTP',
          'zh-CN': '临时凭证的访问密钥，SES 的 SMTP 不接受',
        },
      },
      {
        matches: /^ses-smtp-user\./,
        words: {
          en: 'the name of the IAM user, not its SMTP user name',
          'zh-CN': 'IAM 用户的名称，而不是 SMTP 用户名',
        },
      },
    ],
  },
  password: {
    kind: 'password',
    name: { en: 'SMTP password', 'zh-CN': 'SMTP 密码' },
    where: {
      en: 'SES console, in the region of the host > SMTP settings > Create SMTP credentials',
      'zh-CN': '在主机所在区域的 SES 控制台 > SMTP 设置 > 创建 SMTP 凭证',
    },
    shape: {
      matches: /^[A-Za-z0-9+/]{44}$/,
      words: { en: '44 characters of base64', 'zh-CN': '44 个 base64 字符' },
    },
    mistakes: [
      {
        matches: /^[A-Za-z0-9+/]{40}$/,
        words: {
          en: 'the secret access key of IAM, from which the SMTP password is only derived',
          'zh-CN': 'IAM 的秘密访问密钥，SMTP 密码须由它换算得出',
        },
      },
    ],
  },
  sender: 'verified',
  delivery: {
    envelope: {
      value: 'subdomain',
      source: 'https://docs.aws.amazon.com/goto/WebAPI/email/SetIdentityMailFromDomain',
      checked: '2026-11-27',
    },
    dkim: {
      value: { form: 'issued' },
      source: 'https://gist.github.com/mxro/8e1032f41a33988c839cb5e4a394b6f3',
      checked: '2022-04-26',
    },
  },
  limits: {
    en: 'in the sandbox 200 mails a day and one a second; afterwards as granted for the region',
    'zh-CN': '沙盒中每天 200 封、每秒 1 封；移出沙盒后以该区域获批的配额为准',
  },
  advice: {
    'auth-failed': {
      en: 'Create SMTP credentials in the SES console of the region that is in the host name; access keys of IAM and credentials of other regions do not work',
      'zh-CN':
        '在主机名所示区域的 SES 控制台创建 SMTP 凭证；IAM 访问密钥和其他区域的凭证都不能使用',
    },
    'auth-disabled': {
      en: 'Open the SES console once with the AWS account that owns the credentials, so that it is signed up for SES',
      'zh-CN': '用拥有该凭证的 AWS 账户打开一次 SES 控制台，以开通 SES',
    },
    'sender-unverified': {
      en: 'Verify the address that the reply names, in the same region: SES console > Identities; in the sandbox, recipients must be verified too',
      'zh-CN':
        '在同一区域验证回复中提到的地址：SES 控制台 > 身份；账户仍在沙盒中时，收件人也必须经过验证',
    },
    'sandbox-restricted': {
      en: 'Ask for production access: SES console > Account dashboard > Request production access',
      'zh-CN': '申请生产访问权限：SES 控制台 > 账户控制面板 > 请求生产访问权限',
    },
    'sender-rejected': {
      en: 'Allow ses:SendRawEmail for this sender in the policy of the IAM user that owns the SMTP credentials',
      'zh-CN': '在 SMTP 凭证所属 IAM 用户的策略中，为该发件人允许 ses:SendRawEmail',
    },
    'account-suspended': {
      en: 'Read the mail that AWS sent to the account’s address, and open SES console > Reputation metrics',
      'zh-CN': '查看 AWS 发到账户邮箱的邮件，并打开 SES 控制台 > 声誉指标',
    },
    'quota-exceeded': {
      en: 'Wait, or ask for a higher daily sending quota: SES console > Account dashboard',
      'zh-CN': '稍后再试，或申请提高每日发送配额：SES 控制台 > 账户控制面板',
    },
    'connection-timeout': {
      en: 'Use port 465, 587 or 2587 instead of 25, which EC2 blocks',
      'zh-CN': '改用 465、587 或 2587 端口，EC2 默认封锁 25 端口',
    },
  },
  pages: {
    smtp: 'https://docs.aws.amazon.com/ses/latest/dg/send-email-smtp.html',
    'auth-failed': 'https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html',
    'sender-unverified':
      'https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-error-messages.html',
    'sandbox-restricted':
      'https://docs.aws.amazon.com/ses/latest/dg/request-production-access.html',
    'quota-exceeded': 'https://docs.aws.amazon.com/ses/latest/dg/manage-sending-quotas-errors.html',
  },
  replies: [
    { words: /missing final '@domain'/i, cause: 'sender-syntax' },
    { words: /daily message quota exceeded/i, cause: 'quota-exceeded' },
    { words: /maximum sending rate exceeded|^\W*throttling failure/i, cause: 'rate-limited' },
    { words: /not subscribed to SES/i, cause: 'auth-disabled' },
    // The sender, or in the sandbox a recipient: it names the address and not which of the two it is.
    {
      words: /identities failed the check|email address is not verified/i,
      cause: 'sender-unverified',
    },
    { words: /not authorized to perform.{0,4}ses:/i, cause: 'sender-rejected' },
    { words: /sending (?:is )?(?:paused|suspended)/i, cause: 'account-suspended' },
  ],
};
