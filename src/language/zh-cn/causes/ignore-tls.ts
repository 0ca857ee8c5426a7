/** The option that gives up encryption: removed where it stands, and where nobody knows whether it does. */
export const IGNORE_TLS = {
  'remove-ignore-tls': '去掉 SMTP_URI 中的 ignoreTLS=true',
  'remove-ignore-tls-if-there': '如果 SMTP_URI 中有 ignoreTLS=true，把它去掉',
};
