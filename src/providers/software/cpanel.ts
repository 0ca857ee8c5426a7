import type { Provider } from '../provider.js';

/** The Exim of cPanel & WHM, as hosting companies run it. */
export const cpanel: Provider = {
  id: 'cpanel',
  kind: 'software',
  name: { en: 'cPanel', 'zh-CN': 'cPanel' },
  checked: '2026-11-23',
  servers: [],
  mark: /We do not authorize the use of this system to transport unsolicited/i,
  user: { form: 'address' },
  advice: {
    'auth-failed': {
      en: 'Use the whole address as user and set its password in cPanel > Email Accounts > Manage; after failed logins cPHulk may block the address of this machine',
      'zh-CN':
        '用户名用完整邮箱地址，在 cPanel > Email Accounts > Manage 重设密码；多次失败后 cPHulk 可能封禁本机 IP',
    },
    'auth-required': {
      en: 'Put the whole address and password of a mailbox into SMTP_URI (cPanel > Email Accounts > Connect Devices shows host and port)',
      'zh-CN':
        '在 SMTP_URI 中填写邮箱的完整地址和密码（cPanel > Email Accounts > Connect Devices 会显示主机和端口）',
    },
    'rate-limited': {
      en: 'Wait an hour, or have the host raise "Max hourly emails per domain" (WHM > Tweak Settings > Mail)',
      'zh-CN':
        '等待一小时，或请主机商提高 “Max hourly emails per domain”（WHM > Tweak Settings > Mail）',
    },
    'account-suspended': {
      en: 'Ask the host to lift the outgoing mail suspension; with WHM: whmapi1 unsuspend_outgoing_email user=<account>',
      'zh-CN':
        '请主机商解除外发邮件暂停；有 WHM 时执行 whmapi1 unsuspend_outgoing_email user=<账户>',
    },
    'sender-rejected': {
      en: 'Set SMTP_SENDER to a mailbox that exists on the server: cPanel > Email Accounts',
      'zh-CN': '把 SMTP_SENDER 设为服务器上存在的邮箱：cPanel > Email Accounts',
    },
    'auth-policy-rejected': {
      en: 'Repair SPF and DKIM of the sending domain in cPanel > Email Deliverability',
      'zh-CN': '在 cPanel > Email Deliverability 修复发件域名的 SPF 和 DKIM',
    },
    'connection-timeout': {
      en: 'Ask the host about "SMTP Restrictions" (WHM): they stop scripts on the server from reaching other mail servers',
      'zh-CN': '询问主机商 “SMTP Restrictions”（WHM）：它会阻止服务器上的脚本连接其他邮件服务器',
    },
    'certificate-hostname': {
      en: 'Use the name of the server shown under cPanel > Email Accounts > Connect Devices instead of mail.<your domain>',
      'zh-CN':
        '请使用 cPanel > Email Accounts > Connect Devices 中显示的服务器名称，而不是 mail.<你的域名>',
    },
  },
  replies: [
    { words: /exceeded the max (?:emails|defers and failures) per hour/i, cause: 'rate-limited' },
    { words: /has an outgoing mail (?:suspension|hold)/i, cause: 'account-suspended' },
    // Its whole text asks for SMTP Authentication.
    { words: /currently not permitted to relay through this server/i, cause: 'auth-required' },
    // It looks whether mail to the sender could be delivered, and quotes the answer, which alone is about a recipient.
    {
      words: /could not deliver mail to .{1,320}may not exist.{1,200}sender verify failed/i,
      cause: 'sender-rejected',
    },
    { words: /could not deliver mail to .{1,320}may not exist/i, cause: 'recipient-unknown' },
    { words: /junkmail rejected/i, cause: 'ip-blocked' },
    {
      words: /number of failed recipients exceeded|too many failed recipients/i,
      cause: 'ip-blocked',
      retryable: true,
    },
    {
      words: /bad HELO - host impersonating|access denied - invalid HELO name/i,
      cause: 'helo-rejected',
    },
    {
      words:
        /rejected (?:because SPF check failed|by DMARC policy)|SPF: .{1,260} is not allowed to send mail/i,
      cause: 'auth-policy-rejected',
    },
    {
      words: /detected your message as spam|this message scored [\d.]+ spam points/i,
      cause: 'content-rejected',
    },
  ],
};
