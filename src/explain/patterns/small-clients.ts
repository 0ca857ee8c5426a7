import { closed, code, type Pattern, timedOut } from './pattern.js';

/**
 * What mail clients say that fewer programs have, and platforms of the network under them. Read in Vert.x 5.2 (mail-client:
 * SMTPConnection, SMTPAuthentication, SMTPInitialDialogue, SMTPSendMail), Nette Mail 4.1 (SmtpMailer), Laminas Mail (its last state:
 * Protocol/Smtp, AbstractProtocol), go-simple-mail 2 (email.go), mail-send 0.6 (lib.rs), mailer for Dart 6.6 (smtp_client, connection),
 * emailjs 5.0 (src/connection), PHP (main/streams/transports.c), the JDK (PKIXParameters), .NET 9 (X509ChainStatus, which MailKit
 * lists), OTP (inet:format_error, public_key), CDO (cdosyserr.h) and Ruby's mail 2
 * (check_delivery_params, smtp_envelope).
 */
export const SURE_SMALL_CLIENT_PATTERNS: readonly Pattern[] = [
  {
    // net/textproto, of a greeting that refuses the client without a code.
    words: /short response: .{0,60}\b(?:blocked|black ?-?listed|denied|rejected|refused|banned)\b/i,
    step: 'greeting',
    cause: 'ip-blocked',
    weight: 'sure',
  },
  { words: /\bshort response\b/, step: 'greeting', cause: 'protocol-error', weight: 'possible' },
  {
    words: /STARTTLS required but not supported by server|STARTTLS extension unavailable/,
    step: 'starttls',
    cause: 'starttls-unavailable',
    weight: 'sure',
  },
  {
    // .NET's Uri, asked by a mail client that stands in the same line.
    words: /\bInvalid URI: The hostname could not be parsed.{0,1500}\bSmtpClient\b/,
    step: 'settings',
    cause: 'uri-invalid',
    weight: 'sure',
  },
  {
    words: /login is required, but no credentials supplied|XOAUTH2 needs a username/,
    step: 'settings',
    cause: 'credentials-missing',
    weight: 'sure',
  },
  {
    words:
      /login is required, but no allowed AUTH methods available|SmtpUnsecureException: Aborting because/,
    step: 'auth',
    cause: 'auth-needs-tls',
    weight: 'sure',
  },
  {
    words:
      /sender address is not present|No sender reverse path has been supplied|Mail Error: No From email specifie|Missing message sender|SMTP From address (?:may not be blank|is required)|Return-Path, Sender or From\) required/,
    step: 'settings',
    cause: 'sender-missing',
    weight: 'sure',
  },
  {
    words:
      /no recipient addresses are present|No recipient forward path has been supplied|Mail Error: No recipient specified|Missing message recipients|No recipients found in message|SMTP To address (?:may not be blank|is required)|recipient \(To, C[Cc] or B(?:cc|CC)\) is required/,
    step: 'settings',
    cause: 'recipient-missing',
    weight: 'sure',
  },
  {
    words:
      /server does not offer a supported authentication mechanism|SMTP server does not support \w{3,20} authentication|Mail Error on determining auth type|The server does not support (?:LOGIN or PLAIN|XOAUTH2) authentication method|no form of authorization supported/,
    step: 'auth',
    cause: 'auth-mechanism-unsupported',
    weight: 'sure',
  },
  {
    words:
      /this stream does not support SSL\/crypto|Unable to find the socket transport \W{0,2}(?:ssl|tls)/i,
    step: 'tls',
    cause: 'tls-failed',
    weight: 'sure',
  },
  {
    words: /Unparseable SMTP reply|SMTP server response is too long/,
    step: 'greeting',
    cause: 'protocol-error',
    weight: 'sure',
  },
  {
    words: /\b(?:0x)?8004020A\b|SMTP server name is required, and was not found/i,
    step: 'settings',
    cause: 'uri-missing',
    weight: 'sure',
  },
  {
    words: /\b(?:0x)?8004020C\b|At least one recipient is required, but none/i,
    step: 'settings',
    cause: 'recipient-missing',
    weight: 'sure',
  },
  {
    words: /\b(?:0x)?8004020D\b|one of the From or Sender fields is required/i,
    step: 'settings',
    cause: 'sender-missing',
    weight: 'sure',
  },
  {
    words: /Timed out while waiting for greeting/,
    step: 'greeting',
    evidence: timedOut,
    weight: 'sure',
  },
  {
    words: /timedout while connecting to smtp server/,
    step: 'connect',
    evidence: timedOut,
    weight: 'sure',
  },
  {
    words:
      /Mail Error: SMTP Send timed out|\bMail\W{1,2}Protocol\W{1,2}Exception\W{1,2}RuntimeException(?:\(code: \d{1,4}\))?: \S{1,253} has timed out\b/,
    step: 'ehlo',
    evidence: timedOut,
    weight: 'sure',
  },
];

/** Words that may also be about another connection, or that sum up earlier lines. */
export const SMALL_CLIENT_PATTERNS: readonly Pattern[] = [
  {
    words:
      /NoStackTraceThrowable: (?:connection has been closed by the server|Connection was closed)|socket was closed unexpected\.(?:$| )|\bMail\W{1,2}Protocol\W{1,2}Exception\W{1,2}RuntimeException: Could not (?:read from|send request to) \S|Could not (?:read from|send request to) (?:e?mail|smtp)[\w-]{0,40}\.\w/,
    step: 'greeting',
    evidence: closed,
  },
  // emailjs gives its reply as a property of the error: this one was a good answer to another command.
  { words: /\bsmtp: '[23]\d\d[ -]/, step: 'ehlo', cause: 'protocol-error' },
  {
    words: /message exceeds allowed size limit/,
    step: 'mail-from',
    cause: 'message-too-large',
  },
  {
    words: /no recipient addresses were accepted, not sending mail/,
    step: 'rcpt-to',
    cause: 'recipient-rejected',
    weight: 'summary',
  },
  {
    words: /(?:smtp|mail).{0,80}Missing authentication credentials/i,
    step: 'settings',
    cause: 'credentials-missing',
  },
  {
    words: /\bUnable to connect via TLS\b|could not establish an ssl connection/,
    step: 'tls',
    cause: 'tls-failed',
  },
  // PHP 8 (main/streams/xp_ssl.c) has no number for a handshake that failed. Over `tls://` it begins with TLS, whatever the port.
  {
    words: /unable to connect to (?:ssl|tls)\S{0,9}:\/\/\S{1,255}:(?:25|587|2525) \(Unknown error/i,
    step: 'tls',
    cause: 'tls-on-plain-port',
  },
  {
    words: /unable to connect to (?:ssl|tls)\S{0,9}:\/\/\S{1,255} \(Unknown error/i,
    step: 'tls',
    cause: 'tls-failed',
    weight: 'summary',
  },
  {
    words: /hostname_check_failed/,
    step: 'tls',
    evidence: code('ERR_TLS_CERT_ALTNAME_INVALID'),
  },
  {
    words:
      /trustAnchors parameter must be non-empty|unable to get certificate CRL|revocation function was unable to check|terminated in a root certificate which is not trusted|could not be built to a trusted root authority/,
    step: 'tls',
    evidence: code('UNABLE_TO_GET_ISSUER_CERT_LOCALLY'),
  },
  {
    words: /failed to initialize the client-side SSL context|Failed to create SSL connection/,
    step: 'tls',
    cause: 'tls-failed',
    weight: 'summary',
  },
  // .NET's words for resolver errors under Linux.
  {
    words: /SocketException: Resource temporarily unavailable/,
    step: 'dns',
    evidence: { errorCode: 'EAI_AGAIN' },
  },
  {
    words:
      /SocketException: No such device or address|TransportError\W{1,2}non-existing domain|no data of the requested type was found|Socket Error # ?1100[14]/,
    step: 'dns',
    evidence: { errorCode: 'ENOTFOUND' },
  },
  {
    words: /Address family not supported by protocol|\[Errno 97\]/i,
    step: 'connect',
    evidence: { errorCode: 'ENETUNREACH' },
  },
  // CDO's numbers and words, and those of Outlook's transport, which Microsoft lists.
  {
    words: /\b(?:0x)?800(?:40217|40215|CCC18)\b|transport was unable to log on to the server/i,
    step: 'auth',
    cause: 'auth-failed',
    weight: 'summary',
  },
  {
    words: /\b(?:0x)?800(?:40213|CCC0E)\b|transport failed to connect to the server/i,
    step: 'connect',
    cause: 'unknown',
    weight: 'summary',
  },
  {
    words: /\b(?:0x)?800(?:40212|CCC0F)\b|transport lost its connection to the server/i,
    step: 'greeting',
    evidence: closed,
  },
  { words: /\b(?:0x)?800CCC0D\b/i, step: 'dns', evidence: { errorCode: 'ENOTFOUND' } },
  { words: /\b(?:0x)?800CCC19\b/i, step: 'ehlo', evidence: timedOut },
  {
    words: /\b(?:0x)?800CCC1A\b/i,
    step: 'tls',
    cause: 'tls-failed',
    weight: 'summary',
  },
  {
    words: /\b(?:0x)?8004020E\b|server rejected the sender address/i,
    step: 'mail-from',
    cause: 'sender-rejected',
    weight: 'summary',
  },
  {
    words: /\b(?:0x)?8004020F\b|server rejected one or more recipient addresses/i,
    step: 'rcpt-to',
    cause: 'recipient-rejected',
    weight: 'summary',
  },
];
