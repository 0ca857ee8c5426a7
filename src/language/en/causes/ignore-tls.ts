/** The option that gives up encryption: removed where it stands, and where nobody knows whether it does. */
export const IGNORE_TLS = {
  'remove-ignore-tls': 'Remove ignoreTLS=true from SMTP_URI',
  'remove-ignore-tls-if-there': 'Remove ignoreTLS=true from SMTP_URI, if it is there',
};
