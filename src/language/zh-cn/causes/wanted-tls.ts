/** The step to a port of TLS, as far as the server has one. */
export const TLS_FIRST = '改用 smtps:// 和 465 端口（如果服务器提供）';

/** The step for a server that cannot encrypt. */
export const ASK_ABOUT_TLS = '请邮件服务器的管理员检查它的 TLS 设置：可能缺少证书';

/** The steps for a server that wants encryption. The option that gives it up is removed where it may stand. */
export const WANTED_TLS = {
  'remove-ignore-tls': '去掉 SMTP_URI 中的 ignoreTLS=true',
  'remove-ignore-tls-if-there': '如果 SMTP_URI 中有 ignoreTLS=true，把它去掉',
  'tls-first': TLS_FIRST,
  'ask-about-tls': ASK_ABOUT_TLS,
};
