import { closed, code, type Pattern, timedOut } from './pattern.js';

/**
 * Errors that mail clients of other stacks state by themselves. Each text was looked up in the source that its row names: CPython
 * 3.11 (Lib/smtplib.py), Go 1 (net/smtp, net/textproto, crypto/tls), gomail 2, go-mail 0.8, Angus Mail 1.0 (smtp/SMTPTransport,
 * util/MailConnectException), MailKit 4.17 (Net/Smtp/SmtpClient, Security/SslHandshakeException), .NET 9 (System.Net.Mail,
 * Strings.resx), PHPMailer 7.1, Symfony Mailer 7 (Transport/Smtp), Swift Mailer 6.3 (Transport), net-smtp 0.5 (Ruby), gen_smtp 1
 * (gen_smtp_client), lettre 0.11 (transport/smtp) and curl 8 (lib/strerror, lib/smtp). A text that none of them has any more is
 * marked as pasted.
 */
export const SURE_CLIENT_PATTERNS: readonly Pattern[] = [
  {
    // net-smtp (Authenticator); Jakarta Mail's Service.
    words: /SMTP-AUTH requested but missing|failed to connect, no password specified/i,
    step: 'settings',
    cause: 'credentials-missing',
    weight: 'sure',
  },
  {
    // .NET; Symfony's Dsn; lettre.
    words:
      /The SMTP host was not specified|mailer DSN (?:is invalid|must contain)|smtp host undefined/,
    step: 'settings',
    cause: 'uri-invalid',
    weight: 'sure',
  },
  {
    // .NET; Swift Mailer; go-mail.
    words: /A from address must be specified|message without a sender address|no FROM address set/,
    step: 'settings',
    cause: 'sender-missing',
    weight: 'sure',
  },
  {
    // .NET; PHPMailer; Angus Mail.
    words:
      /A recipient must be specified|must provide at least one recipient email address|No recipient addresses/,
    step: 'settings',
    cause: 'recipient-missing',
    weight: 'sure',
  },
  {
    // PHPMailer names which of the two addresses it is; Swift Mailer does not.
    words: /Invalid address: ? ?\((?:From|Sender|Reply-To)\)|does not comply with RFC 2822/,
    step: 'mail-from',
    cause: 'sender-syntax',
    weight: 'sure',
  },
  {
    words: /Invalid address: ? ?\((?:to|cc|bcc)\)/i,
    step: 'rcpt-to',
    cause: 'recipient-syntax',
    weight: 'sure',
  },
  {
    // net/smtp; MailKit; smtplib; lettre; Symfony; PHPMailer; gen_smtp; go-mail.
    words:
      /server doesn't support AUTH|server does not support SMTP AUTH|server does not support authentication|no (?:compatible|suitable|supported|usable|common) auth(?:entication)? (?:mechanism|method)|No supported authentication methods found|authentication method "[^"]{1,40}" is not supported|find an authenticator supported by the SMTP server|autodiscover was not able to detect a supported|no authentication mech\w{4,9} supported by both|missing_requirement.{0,300}:auth\b/i,
    step: 'auth',
    cause: 'auth-mechanism-unsupported',
    weight: 'sure',
  },
  {
    // MailKit; net-smtp and lettre; .NET; curl; gen_smtp; Alertmanager.
    words:
      /does not (?:support|advertise) (?:the )?STARTTLS|STARTTLS is not supported on this server|Server does not support secure connections|\bSTARTTLS not supported\.|missing_requirement.{0,300}:tls\b/i,
    step: 'starttls',
    cause: 'starttls-unavailable',
    weight: 'sure',
  },
  {
    // gen_smtp gives Erlang's ssl no authorities to check a certificate with.
    words: /error, \{:options, :incompatible.{0,100}cacerts|\{:?options, ?\{+:?server_name_/,
    step: 'tls',
    cause: 'tls-failed',
    weight: 'sure',
  },
  {
    // net/textproto.
    words:
      /(?:short response|unexpected_response|unexpected (?:SMTP )?greeting|bad greeting|SMTPConnectError|malformed (?:MIME header|response)|invalid response code).{0,80}(?:\* OK|\+OK|SSH-\d|HTTP\/\d|IMAP4|POP3)/i,
    step: 'greeting',
    cause: 'not-smtp',
    weight: 'sure',
  },
  {
    // lettre; net/textproto; MailKit; curl. "Tag" and "Code" as pasted, of lettre 0.10.
    words:
      /response error: (?:error )?(?:Tag|Code|incomplete|Could not read server name)|parse status code returned by the server|Weird server reply|Unexpectedly short EHLO response/i,
    step: 'greeting',
    cause: 'protocol-error',
  },
  {
    words:
      /\bConnection unexpectedly closed: timed out\b|\bread(?: operation)? timed out\b|network error: Resource temporarily unavailable|SMTP IO error: Resource temporarily unavailable/i,
    step: 'ehlo',
    evidence: timedOut,
  },
];

/** Errors that may also be about another connection, and summaries of earlier lines. */
export const CLIENT_PATTERNS: readonly Pattern[] = [
  // The resolver, in the words of PHP, musl, .NET, Erlang, Windows, lettre and curl.
  {
    words: /getaddrinfo\w{0,10} failed: Try again|\[Errno -3\]|SocketException.{0,20}\b11\b/,
    step: 'dns',
    evidence: { errorCode: 'EAI_AGAIN' },
  },
  {
    words:
      /getaddrinfo\w{0,10} failed|name does not resolve|remote name could not be resolved|The SMTP host was not found|no such host is known|\bnxdomain\b|curl: \(6\)|failed to lookup address|could not resolve to any address/i,
    step: 'dns',
    evidence: { errorCode: 'ENOTFOUND' },
  },
  // The connection.
  {
    words:
      /Net::OpenTimeout|\bexecution expired\b|timeout was reached|curl: \(28\)|operation has timed out/i,
    step: 'connect',
    evidence: timedOut,
  },
  {
    // Ruby; Symfony; Swift Mailer.
    words: /Net::ReadTimeout|Connection to "[^"]{1,255}" timed ou|Connection to \S{1,255} Timed Ou/,
    step: 'ehlo',
    evidence: timedOut,
  },
  {
    words: /(?:TimeoutError|timeout): timed out$|\bdial.{0,80}timed out$/,
    step: 'connect',
    evidence: timedOut,
  },
  {
    words: /handshake operation timed out/i,
    step: 'tls',
    evidence: timedOut,
  },
  {
    words: /\{:error, :timeout\}/,
    step: 'connect',
    evidence: timedOut,
  },
  {
    words:
      /\bEOF\\?["'`”’)]{0,3}$|\bEOF\\?"|EOFError|\bEOF error\b|end of file reached|incomplete response|unexpectedly disconnected|closed unexpectedly|Server not connected|not connected to SMTP server|please run connect\(\) first|unable to read data from the transport connection|net_io_connectionclosed|response: (?:\[EOF\]|-1)|\{:error, :closed\}|exception reading response|Server returned nothing|server sent an empty reply|curl: \(5[26]\)/i,
    step: 'greeting',
    evidence: closed,
  },
  {
    words:
      /unexpected[ _]eof[ _]while[ _]reading|terminated the handshake|closed connection during handshake|curl: \(35\)|internal[ _]error.{0,20}alert|alert[ _]internal[ _]error/i,
    step: 'tls',
    cause: 'tls-failed',
  },
  {
    // crypto/tls.
    words:
      /tls: (?:protocol version not supported|server selected unsupported|no supported versions)/,
    step: 'tls',
    evidence: code('ERR_SSL_UNSUPPORTED_PROTOCOL'),
  },
  {
    // MailKit; .NET. What was wrong with the certificate stands elsewhere, if anywhere.
    words:
      /remote certificate (?:is|was) invalid|rejected by the provided RemoteCertificateValidationCallback|RemoteCertificateNotAvailable/,
    step: 'tls',
    evidence: code('UNABLE_TO_GET_ISSUER_CERT_LOCALLY'),
    // MailKit names the reason in the line before.
    weight: 'summary',
  },
  { words: /(?:^|[-:,，："'`“] ?)unencrypted connection\b/, step: 'auth', cause: 'auth-needs-tls' },
  // The lines before say what was refused.
  {
    words:
      /could not authenticate\b|failed to authenticate on SMTP server|SMTPAuthenticationError|AuthenticationFailedException|Security\.AuthenticationException|\bauth_failed\b|(?:^|[:"'`(] ?)Login denied/i,
    step: 'auth',
    cause: 'auth-failed',
    weight: 'summary',
  },
  {
    // MailKit; Symfony and Swift Mailer; Angus Mail; gen_smtp; curl.
    words:
      /attempting to establish an SSL or TLS connection|Unable to connect with (?:STARTTLS|TLS encryption)|Could not convert socket to TLS|:tls_failed\b|SSL connect error|SSL operation failed|Failed to enable crypto/,
    step: 'tls',
    cause: 'tls-failed',
    weight: 'summary',
  },
  {
    // Angus Mail.
    words: /couldn't connect to host, port: /i,
    step: 'connect',
    evidence: timedOut,
    weight: 'summary',
  },
  {
    // Swift Mailer, Symfony: the server hung up. They word a time-out differently.
    words: /expected response code .{1,20} but got (?:an empty|empty|code "")/i,
    step: 'greeting',
    cause: 'connection-closed',
    weight: 'summary',
  },
  {
    // Alertmanager says this before it talks to the server.
    words: /\bmissing (?:password|username|secret) for [A-Z0-9-]{3,20} auth mechanism\b/,
    step: 'auth',
    cause: 'credentials-missing',
  },
  {
    // Postfix, looking for the next server.
    words: /\bHost or domain name not found\b|\bName service error for name=/,
    step: 'dns',
    cause: 'host-not-found',
  },
  {
    // PHPMailer, Symfony and Swift Mailer, Angus Mail, .NET, Keycloak 26: a failure whose reason stands elsewhere or nowhere.
    words:
      /SMTP connect\(\) failed|Could not connect to SMTP host|Connection could(?: not|n't) be established with host|Failed to connect to server:|Password based SMTP connect failed|Failure sending mail\./i,
    step: 'connect',
    cause: 'unknown',
    weight: 'summary',
  },
  {
    // PHPMailer.
    words: /The following From address failed: [^:]{0,300}$/,
    step: 'mail-from',
    cause: 'sender-rejected',
    weight: 'summary',
  },
  {
    // PHPMailer; MailKit; Angus Mail; smtplib.
    words:
      /The following recipients failed: [^:]{0,300}$|No recipients were accepted|SendFailedException: Invalid Addresses|SMTPRecipientsRefused/,
    step: 'rcpt-to',
    cause: 'recipient-rejected',
    weight: 'summary',
  },
  {
    // PHPMailer, of every refusal after DATA.
    words: /SMTP Error: data not accepted/i,
    step: 'data',
    cause: 'unknown',
    weight: 'summary',
  },
];
