import { type Pattern, timedOut } from './pattern.js';

/** Errors that nodemailer 6 and later state by themselves, and the words of Tailchat's server about them. */
export const NODEMAILER_PATTERNS: readonly Pattern[] = [
  { words: /\bGreeting never received\b/, step: 'greeting', evidence: timedOut, weight: 'sure' },
  {
    words: /^(?:\w*Error: )?Connection timeout$/,
    step: 'connect',
    evidence: timedOut,
    weight: 'sure',
  },
  { words: /^Error: Timeout$/, step: 'ehlo', evidence: timedOut, weight: 'sure' },
  {
    words: /\bMissing credentials for\b/,
    step: 'settings',
    cause: 'credentials-missing',
    weight: 'sure',
  },
  {
    words: /\bUnknown authentication method\b/,
    step: 'auth',
    cause: 'auth-mechanism-unsupported',
    weight: 'sure',
  },
  // Python's smtplib.
  {
    words: /\bSMTP AUTH extension not supported by server\b/,
    step: 'auth',
    cause: 'auth-mechanism-unsupported',
    weight: 'sure',
  },
  {
    words: /\bSTARTTLS extension not supported\b/,
    step: 'starttls',
    cause: 'starttls-unavailable',
    weight: 'sure',
  },
  // curl does not show the reply.
  { words: /\bcurl: \(67\)/, step: 'auth', cause: 'auth-failed' },
  // Nodemailer got a password, and the server takes only tokens.
  { words: /\bgetToken\b/, step: 'auth', cause: 'oauth-required', weight: 'sure' },
  { words: /\bInvalid recipient\b/, step: 'rcpt-to', cause: 'recipient-syntax', weight: 'sure' },
  { words: /\bInvalid sender\b/, step: 'mail-from', cause: 'sender-syntax', weight: 'sure' },
  {
    words: /\bNo recipients defined\b/i,
    step: 'settings',
    cause: 'recipient-missing',
    evidence: { serverWords: 'no-recipients' },
    weight: 'sure',
  },
  {
    // The replies stand in a property.
    words: /\bsend mail - all recipients were rejected["'\s)]{0,4}$/,
    step: 'rcpt-to',
    cause: 'recipient-rejected',
    weight: 'summary',
  },
  {
    words: /\bMessage size larger than allowed\b/,
    step: 'mail-from',
    cause: 'message-too-large',
    weight: 'sure',
  },
  { words: /\bMail Transporter is null\b/, step: 'settings', cause: 'uri-missing', weight: 'sure' },
  {
    // Meteor 3 (packages/email).
    words: /\bto enable sending, set the MAIL_URL environment variable/,
    step: 'settings',
    cause: 'uri-missing',
    weight: 'sure',
  },
  // Nodemailer: the container has no address of the host's family.
  ...([4, 6] as const).map((lackedFamily) => ({
    words: lackedFamily === 4 ? /\bCan not use IPv4 addresses\b/ : /\bCan not use IPv6 addresses\b/,
    step: 'connect' as const,
    evidence: { errorCode: 'ENETUNREACH', isCodeInferred: true, lackedFamily },
    weight: 'sure' as const,
  })),
  {
    words: /\bSocks module not loaded\b/,
    step: 'settings',
    cause: 'uri-invalid',
    evidence: { option: 'proxy' },
    weight: 'sure',
  },
  // Moleculer, which waits ten seconds: `mail.sendMail`, and the actions of Tailchat's user service that call it.
  {
    words: /\bRequest is timed out when call '(?:mail\.|user\.(?:verifyEmail|forgetPassword)')/,
    step: 'data',
    evidence: { ...timedOut, serverWords: 'too-long' },
    weight: 'hint',
  },
  // The server's check at its start says only this when it has nothing to check. A real failure would be in the log before it.
  {
    words: /SMTP 服务不可用/,
    step: 'settings',
    cause: 'uri-missing',
    evidence: { serverWords: 'unavailable' },
    weight: 'hint',
  },
  // PHPMailer in Chinese. Other programs put a reason behind the same words, as behind Tailchat's.
  { words: /SMTP 错误：登录失败/, step: 'auth', cause: 'auth-failed' },
  // Tailchat shows a person these words for any failure. The reason is in the log.
  {
    words: /邮件发送失败/,
    step: 'data',
    cause: 'unknown',
    evidence: { serverWords: 'mail-failed' },
    weight: 'hint',
  },
  // Greetings of IMAP, POP3, SSH and web servers.
  { words: /^\* OK\b/, step: 'greeting', cause: 'not-smtp' },
  {
    words: /^(?:\* PREAUTH\b|\+OK\b|SSH-\d\.\d)/,
    step: 'greeting',
    cause: 'not-smtp',
  },
  { words: /^HTTP\/\d\.\d [45]/, step: 'greeting', cause: 'not-smtp' },
  { words: /\bURI malformed\b/, step: 'settings', cause: 'uri-damaged' },
  { words: /\bInvalid URL\b/, step: 'settings', cause: 'uri-invalid' },
  {
    words: /\bunexpected character .{1,12} in variable name|\bInvalid interpolation format\b/,
    step: 'settings',
    cause: 'env-file-invalid',
  },
];
