import type { Provider } from '../provider.js';

/** Simple Email Service of Tencent Cloud. */
export const tencentSes: Provider = {
  id: 'tencent-ses',
  kind: 'relay',
  name: { en: 'Tencent Cloud SES', 'zh-CN': '腾讯云邮件推送' },
  checked: '2026-11-23',
  servers: [
    // Hong Kong, Guangzhou and Singapore; port 25 is closed.
    { host: 'smtp.qcloudmail.com', port: 465, security: 'tls' },
    { host: 'gz-smtp.qcloudmail.com', port: 465, security: 'tls' },
    { host: 'sg-smtp.qcloudmail.com', port: 465, security: 'tls' },
  ],
  domains: ['qcloudmail.com'],
  mark: /##SES-response-json|\bQcloudError\b|\bsmtp\.qcloudmail\.com\b/i,
  user: {
    form: 'address',
    words: { en: 'a sender address (发信地址) of the console', 'zh-CN': '控制台中的发信地址' },
    mistakes: [
      {
        matches: /^AKID[0-9A-Za-z]{28,40}$/,
        words: { en: 'a SecretId of the API', 'zh-CN': 'API 密钥的 SecretId' },
      },
    ],
  },
  password: {
    kind: 'password',
    name: { en: 'SMTP password', 'zh-CN': 'SMTP 密码' },
    where: {
      en: 'console.tencentcloud.com/ses > Sender Address > Set SMTP Password, in the region of the host',
      'zh-CN':
        'console.cloud.tencent.com/ses > 邮件配置 > 发信地址 > 设置SMTP密码，地域须与所用主机一致',
    },
  },
  sender: 'verified',
  delivery: {
    spf: {
      value: 'qcloudmail.com',
      source: 'https://cloud.tencent.com/document/api/1288/51048',
      checked: '2026-11-27',
    },
  },
  limits: {
    en: '500 mails a day for a new account; 20 a second; 10 an hour to the same recipient',
    'zh-CN': '新账号每天 500 封；每秒 20 次；同一收件人每小时 10 封',
  },
  advice: {
    'auth-failed': {
      en: 'Set the SMTP password of the sender address again, and use the host of the region in which the address was made',
      'zh-CN': '重新设置该发信地址的 SMTP 密码，并使用其所在地域的主机',
    },
    'sender-unverified': {
      en: 'Verify the domain (Configuration > Sender Domain) and make the address (Configuration > Sender Address) in the region of the host',
      'zh-CN': '在所用主机的地域验证域名（邮件配置 > 发信域名）并新建地址（邮件配置 > 发信地址）',
    },
    'quota-exceeded': {
      en: 'Wait until tomorrow, buy a package, or have the reputation level (信誉度等级) raised in the console',
      'zh-CN': '等到第二天再发、购买套餐包，或在控制台提升信誉度等级',
    },
    'rate-limited': {
      en: 'Wait an hour before mailing the same recipient again, and send at most 20 mails a second',
      'zh-CN': '同一收件人等一小时后再发，并把发送速度控制在每秒 20 次以内',
    },
    'account-suspended': {
      en: 'Pay what is overdue, or ask Tencent Cloud by ticket (提交工单) why sending was stopped',
      'zh-CN': '如有欠费请先缴清；否则提交工单询问发信被停用的原因',
    },
    'content-rejected': {
      en: 'Ask by ticket (提交工单) for the right to send custom content: without it only approved templates pass',
      'zh-CN': '提交工单申请自定义发送权限：未开通时只能使用审核通过的模板',
    },
  },
  pages: {
    smtp: 'https://www.tencentcloud.com/document/product/1084/44458',
    'content-rejected': 'https://www.tencentcloud.com/document/product/1084/44453',
    'quota-exceeded': 'https://www.tencentcloud.com/zh/document/product/1084/39649',
  },
  // The codes of its API, within JSON and the joke of the library that it is made with.
  replies: [
    {
      words:
        /\b(?:NotAuthenticatedSender|IncorrectSender|NoSuchSender|NotExistDomain|DomainNotVerified)\b/,
      cause: 'sender-unverified',
    },
    { words: /\.InsufficientBalance\b/, cause: 'account-suspended' },
    {
      words: /\.(?:TemporaryBlocked|HighRejectionRate)\b/,
      cause: 'account-suspended',
      retryable: true,
    },
    {
      words: /\bRequestLimitExceeded\b|\bFailedOperation\.FrequencyLimit\b/,
      cause: 'rate-limited',
    },
    { words: /\.(?:ExceedSendLimit|InsufficientQuota)\b/, cause: 'quota-exceeded' },
    { words: /\.TooManyRecipients\b/, cause: 'rate-limited', retryable: false },
    { words: /\.EmailAddrInBlacklist\b/, cause: 'recipient-rejected' },
    {
      words: /\.(?:IncorrectEmail|IllegalEmailAddress|EmailAddressIsNULL)\b/,
      cause: 'recipient-syntax',
    },
    {
      words:
        /\.(?:\w{5,12}ContentToo[Ll]arge|TooManyAttachments)\b|(?:email is|attachments are) too large/,
      cause: 'message-too-large',
    },
    {
      words:
        /\.(?:WithOutPermission|NoAttachPermission|MissingEmailContent|UnsupportMailType|InvalidAttachName)\b/,
      cause: 'content-rejected',
    },
    {
      words:
        /\.\w{6,12}ContentIsWrong\b|\bmsg\.(?:From|Subject|Body) is null|too longer line|\bmust in\b/,
      cause: 'content-rejected',
      isOnlyHere: true,
    },
    { words: /\bIpInBlacklist\b|\bIpNotInWhitelist\b/, cause: 'ip-blocked' },
    {
      words: /"InternalError\b|\.ServiceNotAvailable\b|"ResourceUnavailable\b/,
      cause: 'server-error',
      retryable: true,
    },
  ],
};
