import { closed, code, type Pattern, timedOut } from './pattern.js';

/**
 * Errors that applications and the smaller mail clients state in their own words. Read in n8n 1 (n8n-workflow, node.error.ts),
 * Keycloak 26 (DefaultEmailSenderProvider), Angus Mail 2 (InternetAddress), msmtp 1.8 (src/net.c, smtp.c, tls.c), Net_SMTP 1.10
 * and Roundcube 1.6 (rcube_smtp), CodeIgniter 4 (Email), rustls 0.23 (error.rs), libuv 1 (uv/errno.h), Winsock (WSAE…) and
 * CPython 3.11 (errno).
 */
export const SURE_APPLICATION_PATTERNS: readonly Pattern[] = [
  {
    // Swift Mailer and Symfony: the answer is a good one, but to another command.
    words: /expected response code \W{0,2}\d{3}\S{0,12} but got code \W{1,2}[23]\d\d/i,
    step: 'data',
    cause: 'protocol-error',
    weight: 'sure',
  },
  {
    // Angus Mail and JavaMail. The trace says whose address it was.
    words:
      /\bAddressException\b|Local address (?:contains|starts)|Missing (?:final '@domain'|local name)|Domain (?:contains|starts with)/,
    step: 'rcpt-to',
    cause: 'recipient-syntax',
    weight: 'sure',
  },
  {
    // Horde_Mail 2 (Rfc822).
    words: /\bHorde_M\w{3,30}Exception: Address is missing domain/,
    step: 'rcpt-to',
    cause: 'recipient-syntax',
    weight: 'sure',
  },
  {
    // Keycloak, of a "From" that is empty.
    words: /EmailException: Please provide a valid address/,
    step: 'settings',
    cause: 'sender-missing',
    weight: 'sure',
  },
  {
    // gomail 2. Which address it was, it does not say.
    words: /could not send email \d{1,4}: gomail: invalid address/,
    step: 'rcpt-to',
    cause: 'recipient-syntax',
    weight: 'sure',
  },
  {
    // msmtp; ssmtp.
    words:
      /\bmsmtp: (?:account \S{1,60} not found|no recipients found|\S{1,200}: No such file)|no account found in/,
    step: 'settings',
    cause: 'uri-missing',
    weight: 'sure',
  },
  {
    // Net_SMTP; CodeIgniter; Zend and Laminas Mail.
    words: /No supported authentication methods\b|cannot use authentication|No valid auth method/,
    step: 'auth',
    cause: 'auth-mechanism-unsupported',
    weight: 'sure',
  },
  {
    // CodeIgniter.
    words: /You did not specify an? SMTP (?:hostname|host)/,
    step: 'settings',
    cause: 'uri-missing',
    weight: 'sure',
  },
  {
    words: /must assign an SMTP username and password/,
    step: 'settings',
    cause: 'credentials-missing',
    weight: 'sure',
  },
];

export const APPLICATION_PATTERNS: readonly Pattern[] = [
  // Go's net/mail, of an address that somebody named: "Invalid mailer.FROM (…): mail: missing '@' or angle-addr".
  {
    words:
      /\b(?:from|sender)\b.{0,120}\bmail: (?:missing|no|unclosed|invalid|expected|trailing|double|empty) /i,
    step: 'mail-from',
    cause: 'sender-syntax',
  },
  {
    words:
      /\b(?:to|recipient|rcpt)\b.{0,120}\bmail: (?:missing|no|unclosed|invalid|expected|trailing|double|empty) /i,
    step: 'rcpt-to',
    cause: 'recipient-syntax',
  },
  // go-mail 0.8 (smtp/auth_login.go), and the same in net/smtp: the login went on in a way that the client does not know.
  {
    words: /\bunexpected server (?:challenge|response\b)/,
    step: 'auth',
    cause: 'protocol-error',
  },
  // n8n.
  {
    words: /The service refused the connection/,
    step: 'connect',
    evidence: { errorCode: 'ECONNREFUSED' },
  },
  {
    words: /connection to the server was clo?sed unexpectedly|connection was aborted, perhaps/,
    step: 'greeting',
    evidence: closed,
  },
  {
    words: /The connection cannot be established, this usually/,
    step: 'dns',
    evidence: { errorCode: 'ENOTFOUND' },
  },
  {
    words: /The connection timed out, consider/,
    step: 'connect',
    evidence: timedOut,
  },
  {
    words: /The host is unreachable, perhaps|The address is not available, ensure/,
    step: 'connect',
    evidence: { errorCode: 'ENETUNREACH' },
  },
  {
    words: /The DNS server returned an error, perhaps/,
    step: 'dns',
    evidence: { errorCode: 'EAI_AGAIN' },
  },
  // Numbers of errors: Node's under Windows, Python's on Linux, macOS and Windows, Winsock's.
  {
    words:
      /\berrno\W{1,4}-(?:4039|110|60)\b|\b(?:Errno|WinError|SocketException \(|error code:?|errno=?:?|socket error:?) ?(?:110|60|10060)\b/i,
    step: 'connect',
    evidence: timedOut,
  },
  {
    words:
      /\berrno\W{1,4}-(?:4078|111|61)\b|\b(?:Errno|WinError|SocketException \(|error code:?|errno=?:?|socket error:?) ?(?:111|61|10061)\b/i,
    step: 'connect',
    evidence: { errorCode: 'ECONNREFUSED' },
  },
  {
    words:
      /\berrno\W{1,4}-(?:4062|4073|101|113|51|65)\b|\b(?:Errno|WinError|SocketException \(|error code:?|errno=?:?|socket error:?) ?(?:101|113|51|65|1005[0-1]|10065)\b/i,
    step: 'connect',
    evidence: { errorCode: 'ENETUNREACH' },
  },
  {
    words:
      /\berrno\W{1,4}-3008\b|(?:\b(?:Errno|WinError|SocketException \()|\[Error) ?(?:-2|-5|11001|11004)\b/i,
    step: 'dns',
    evidence: { errorCode: 'ENOTFOUND' },
  },
  {
    words: /\berrno\W{1,4}-3001\b|\b(?:WinError|SocketException \() ?11002\b/i,
    step: 'dns',
    evidence: { errorCode: 'EAI_AGAIN' },
  },
  {
    words:
      /\berrno\W{1,4}-(?:4077|104|54)\b|\b(?:Errno|WinError|SocketException \(|error code:?|errno=?:?|socket error:?) ?(?:104|54|10053|10054)\b/i,
    step: 'greeting',
    evidence: closed,
  },
  // Net_SMTP, of a connection that did not come about.
  {
    words: /Failed to connect socket: /,
    step: 'connect',
    cause: 'unknown',
    weight: 'summary',
  },
  // Net_SMTP and Roundcube write -1 where no answer came.
  {
    words: /\(code: ?-1\)?, ?response: ?\)/,
    step: 'greeting',
    evidence: closed,
  },
  {
    // Roundcube gives the code of the last answer. A good one is that to EHLO, which offered no login.
    words: /\bSMTP.{1,8} ?\(250\)\s?:/,
    step: 'auth',
    cause: 'auth-mechanism-unsupported',
  },
  {
    words: /SMTP Error \(-1\)/,
    step: 'connect',
    cause: 'unknown',
    weight: 'summary',
  },
  // Rust's std::io::ErrorKind, as `{:?}` prints it.
  { words: /\bkind: (?:WouldBlock|TimedOut)\b/, step: 'ehlo', evidence: timedOut },
  {
    words: /\bkind: ConnectionRefused\b/,
    step: 'connect',
    evidence: { errorCode: 'ECONNREFUSED' },
  },
  {
    words: /\bkind: (?:HostUnreachable|NetworkUnreachable|NetworkDown|AddrNotAvailable)\b/,
    step: 'connect',
    evidence: { errorCode: 'ENETUNREACH' },
  },
  {
    words: /\bkind: (?:ConnectionReset|ConnectionAborted|UnexpectedEof|BrokenPipe|NotConnected)\b/,
    step: 'greeting',
    evidence: closed,
  },
  // aiosmtplib 4 (smtp.py, protocol.py).
  {
    words: /Timed out waiting for server ready message/,
    step: 'greeting',
    evidence: timedOut,
  },
  { words: /Timed out waiting for server response/, step: 'ehlo', evidence: timedOut },
  // Total.js 4 (mail.js).
  { words: /\bmail-smtp\b.{0,20}408: Request Time-?out/i, step: 'ehlo', evidence: timedOut },
  { words: /Timed out connecting to \S/, step: 'connect', evidence: timedOut },
  {
    words: /Unexpected EOF received|Server disconnected unexpectedly|Connection to server lost/,
    step: 'greeting',
    evidence: closed,
  },
  // PHPMailer 7.1 (SMTP.php): the connection stood, and then nothing more came.
  { words: /EOF caught while checking if connected/, step: 'greeting', evidence: closed },
  // Ruby's OpenSSL.
  {
    words: /\bSSL_connect\b.{0,120}\bunknown protocol\b/,
    step: 'tls',
    evidence: code('ERR_SSL_WRONG_VERSION_NUMBER'),
  },
  // rustls: a certificate that is neither expired, untrusted nor another's.
  {
    words: /invalid peer certificate:? /,
    step: 'tls',
    cause: 'tls-failed',
  },
  // msmtp.
  {
    words: /cannot locate host \S/,
    step: 'dns',
    evidence: { errorCode: 'ENOTFOUND' },
  },
  {
    words: /network read error: (?:the operation timed out|\w{1,20} timed out)/,
    step: 'ehlo',
    evidence: timedOut,
  },
];
