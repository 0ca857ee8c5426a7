/** The step to a port of TLS, as far as the server has one. */
export const TLS_FIRST = 'Write smtps:// with port 465 instead, if the server has it';

/** The step for a server that cannot encrypt. */
export const ASK_ABOUT_TLS =
  'Ask whoever runs the mail server to check its TLS: a certificate may be missing';

/** The steps for a server that wants encryption. The option that gives it up is removed where it may stand. */
export const WANTED_TLS = {
  'remove-ignore-tls': 'Remove ignoreTLS=true from SMTP_URI',
  'remove-ignore-tls-if-there': 'Remove ignoreTLS=true from SMTP_URI, if it is there',
  'tls-first': TLS_FIRST,
  'ask-about-tls': ASK_ABOUT_TLS,
};
