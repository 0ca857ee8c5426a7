import type { Provider } from '../provider.js';

/**
 * Proton Mail: its submission server for domains of one's own, and Proton Mail Bridge, which runs
 * on the user's machine (127.0.0.1:1025) and is known by its greeting.
 */
export const proton: Provider = {
  id: 'proton',
  kind: 'mailbox',
  name: { en: 'Proton Mail', 'zh-CN': 'Proton Mail' },
  checked: '2026-11-23',
  servers: [{ host: 'smtp.protonmail.ch', port: 587, security: 'starttls' }],
  domains: ['protonmail.ch'],
  // The capitals are Bridge's: mock servers write "service ready".
  mark: /\bmail\w*\.protonmail\.ch\b|\b127\.0\.0\.1 ESMTP Service Ready\b/,
  user: { form: 'address' },
  password: {
    kind: 'app-password',
    name: {
      en: 'SMTP token, or the Bridge password',
      'zh-CN': 'SMTP 令牌（SMTP token）或 Bridge 密码',
    },
    where: {
      en: 'Settings > All settings > IMAP/SMTP > Generate token; for Bridge: its Mailbox details',
      'zh-CN':
        '设置 > 所有设置 > Proton Mail > IMAP/SMTP > 生成令牌；Bridge 密码见 Mailbox details',
    },
  },
  sender: 'login-or-alias',
  delivery: {
    spf: {
      value: '_spf.protonmail.ch',
      source: 'https://domainsecurityscanner.com/guides/proton-mail',
      checked: '2026-11-27',
    },
    dkim: {
      value: { form: 'fixed', selectors: ['protonmail', 'protonmail2', 'protonmail3'] },
      source: 'https://domainsecurityscanner.com/guides/proton-mail',
      checked: '2026-11-27',
    },
    freeMail: [
      {
        value: { domains: ['proton.me'], policy: 'quarantine' },
        source: 'https://lore.kernel.org/',
        checked: '2026-04-30',
      },
      {
        value: { domains: ['protonmail.com', 'protonmail.ch', 'pm.me'] },
        source: 'https://proton.me/support/nl/addresses-and-aliases',
        checked: '2026-11-27',
      },
    ],
  },
  advice: {
    'auth-failed': {
      en: 'Generate an SMTP token for the address and use that address as user; with Bridge, copy user and password from its Mailbox details',
      'zh-CN':
        '为该地址生成 SMTP 令牌，并以该地址为用户名；使用 Bridge 时从 Mailbox details 复制用户名和密码',
    },
    'sender-mismatch': {
      en: 'Set SMTP_SENDER to the very address for which the SMTP token was generated; with Bridge, to an address of the account',
      'zh-CN': '把 SMTP_SENDER 改为生成 SMTP 令牌时所选的地址；使用 Bridge 时改为该账号的地址',
    },
    'auth-required': {
      en: 'Put the address and its SMTP token into SMTP_URI as user and password',
      'zh-CN': '在 SMTP_URI 中写入地址和 SMTP 令牌作为用户名和密码',
    },
    'certificate-untrusted': {
      en: 'Export the certificate of Bridge (Settings > Advanced settings > Export TLS certificates) and let NODE_EXTRA_CA_CERTS point to it',
      'zh-CN':
        '在 Bridge 中导出证书（Settings > Advanced settings > Export TLS certificates），并让 NODE_EXTRA_CA_CERTS 指向它',
    },
  },
  pages: { smtp: 'https://proton.me/support/smtp-submission' },
  replies: [
    // Bridge: the sender is no address of the account.
    {
      words: /\binvalid return path\b|address "?\S+ is not owned by user/i,
      cause: 'sender-mismatch',
    },
    { words: /cannot send (emails? )?from address/i, cause: 'sender-rejected' },
    // Bridge looks for the account of who logged in, not for the recipient; at DATA nobody has.
    {
      steps: ['auth'],
      words: /\bno such user\b|not available in bridge/i,
      cause: 'auth-failed',
      isOnlyHere: true,
    },
    // The sender belongs to no account that Bridge has.
    { words: /account is not available in bridge/i, cause: 'sender-mismatch' },
    { steps: ['data'], words: /\bno such user\b/i, cause: 'auth-required', isOnlyHere: true },
  ],
};
