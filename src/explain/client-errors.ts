import { closed, type Pattern, timedOut } from './pattern.js';

/**
 * What other stacks' mail clients say by themselves: smtplib of Python, net/smtp of Go, Jakarta Mail, MailKit,
 * System.Net.Mail of .NET, PHPMailer, symfony/mailer, net-smtp of Ruby, gen_smtp, lettre and curl. The texts are
 * those that people paste from them; no version was compared with its source.
 */
export const SURE_CLIENT_PATTERNS: readonly Pattern[] = [
  {
    words: /SMTP-AUTH requested but missing|failed to connect, no password specified/i,
    step: 'settings',
    cause: 'credentials-missing',
    weight: 'sure',
  },
  {
    words:
      /server doesn't support AUTH|server does not support authentication|no (?:compatible|suitable) authentication (?:mechanism|method)|no authentication mechanisms supported by both|missing_requirement.{0,300}:auth\b/i,
    step: 'auth',
    cause: 'auth-mechanism-unsupported',
    weight: 'sure',
  },
  {
    words: /does not support (?:the )?STARTTLS|missing_requirement.{0,300}:tls\b/i,
    step: 'starttls',
    cause: 'starttls-unavailable',
    weight: 'sure',
  },
  {
    // gen_smtp hands Erlang's ssl no authorities to check a certificate with.
    words: /error, \{:options, :incompatible.{0,100}cacerts/,
    step: 'tls',
    cause: 'tls-failed',
    weight: 'sure',
  },
  {
    words:
      /(?:short response|unexpected (?:SMTP )?greeting|bad greeting|malformed (?:MIME header|response)).{0,80}(?:\* OK|\+OK|SSH-\d|HTTP\/\d|IMAP4|POP3)/i,
    step: 'greeting',
    cause: 'not-smtp',
    weight: 'sure',
  },
  {
    words: /response error: (?:error )?(?:Tag|Code|incomplete)|\bshort response\b/i,
    step: 'greeting',
    cause: 'protocol-error',
  },
  {
    words: /\bConnection unexpectedly closed: timed out\b|\bread(?: operation)? timed out\b/i,
    step: 'ehlo',
    evidence: timedOut,
  },
];

/** What may also be said of another connection, and what sums up what was said before. */
export const CLIENT_PATTERNS: readonly Pattern[] = [
  // The resolver, in the words of PHP, .NET, Erlang, Windows and curl.
  {
    words:
      /getaddrinfo failed|no such host is known|\bnxdomain\b|curl: \(6\)|failed to lookup address/i,
    step: 'dns',
    evidence: { errorCode: 'ENOTFOUND' },
  },
  {
    words: /\[Errno -3\]|SocketException.{0,20}\b11\b/,
    step: 'dns',
    evidence: { errorCode: 'EAI_AGAIN' },
  },
  // The connection.
  {
    words:
      /Net::OpenTimeout|\bexecution expired\b|timeout was reached|curl: \(28\)|operation has timed out/i,
    step: 'connect',
    evidence: timedOut,
  },
  {
    words: /Net::ReadTimeout|Connection to ".{1,255}" timed out/i,
    step: 'ehlo',
    evidence: timedOut,
  },
  {
    words: /(?:TimeoutError|timeout): timed out$|\bdial.{0,80}timed out$/,
    step: 'connect',
    evidence: timedOut,
  },
  {
    words: /\{:error, :timeout\}/,
    step: 'connect',
    evidence: timedOut,
  },
  {
    words: /curl: \(7\)|Cannot assign requested address/i,
    step: 'connect',
    evidence: { errorCode: 'ECONNREFUSED' },
  },
  {
    words:
      /\bEOF\\?["']?$|\bEOF\\?"|EOFError|unexpectedly disconnected|closed unexpectedly|unable to read data from the transport connection|net_io_connectionclosed|response: (?:\[EOF\]|-1)|\{:error, :closed\}|exception reading response/i,
    step: 'greeting',
    evidence: closed,
  },
  {
    words:
      /unexpected[ _]eof[ _]while[ _]reading|terminated the handshake|closed connection during handshake|curl: \(35\)|internal[ _]error.{0,20}alert|alert[ _]internal[ _]error/i,
    step: 'tls',
    cause: 'tls-failed',
  },
  { words: /: unencrypted connection$/, step: 'auth', cause: 'auth-needs-tls' },
  // What was refused stands in the lines before.
  {
    words:
      /could not authenticate\b|failed to authenticate on SMTP server|SMTPAuthenticationError|AuthenticationFailedException|Security\.AuthenticationException|:auth_failed\b|^Login denied|: Login denied/i,
    step: 'auth',
    cause: 'auth-failed',
    weight: 'summary',
  },
  {
    words:
      /couldn't connect to host, port: |expected response code .{1,20} but got (?:an empty|empty|code "")/i,
    step: 'connect',
    evidence: timedOut,
    weight: 'summary',
  },
];
