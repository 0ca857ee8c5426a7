import { closed, code, type Pattern, timedOut } from './pattern.js';

/**
 * What further mail clients state by themselves, each text as its source has it: ESP-Mail-Client 3.4 and ReadyMail 0.4 (Arduino), ESPEasy
 * (Notifier), go-mail 0.8, MailKit 4.17, SChannel's words under .NET, Angus Mail 2 (util/SocketFetcher, smtp/SMTPTransport), Commons
 * Email 1 and Simple Java Mail 8, gen_smtp 1.3, mua 0.2, lettre 0.11, msmtp 1.8, sendEmail 1.56, swaks, dma, libnet 3.16
 * (Net::SMTP, Net::Cmd), Email::Sender 2, aiosmtplib, Indy 10 (IdResourceStringsProtocols, IdResourceStringsOpenSSL), Swift-SMTP,
 * smtppool, MimeKit (InternetAddress) and Frappe (email/smtp.py).
 */
export const SURE_CLIENT_MESSAGES: readonly Pattern[] = [
  {
    words:
      /SMTP authentication was specified, but no password|sasl_username but no sasl_password|\{:error, :no_credentials\}/,
    step: 'settings',
    cause: 'credentials-missing',
    weight: 'sure',
  },
  {
    words: /hostname for client cannot be empty|\{:error, :no_relay\}|\bdial tcp: missing address/,
    step: 'settings',
    cause: 'uri-missing',
    weight: 'sure',
  },
  {
    words:
      /No sender has been specified|EmailException: From address required|Email is not valid: missing sender|must specify a 'from' field|determine local email address/,
    step: 'settings',
    cause: 'sender-missing',
    weight: 'sure',
  },
  {
    words:
      /No recipients have been specified|At least one receiver address required|Email is not valid: missing recipient|specify at least one recipient via|no recipient addresses set|email requires at least one recipient|no valid addresses in recipient list/,
    step: 'settings',
    cause: 'recipient-missing',
    weight: 'sure',
  },
  {
    words: /sender Email address is not valid|Invalid (?:FROM|REPLY TO) address: /i,
    step: 'mail-from',
    cause: 'sender-syntax',
    weight: 'sure',
  },
  {
    // .NET does not say which address it was; the trace may.
    words:
      /recipient Email address is not valid|Invalid (?:TO|CC|BCC) address: |not in the form required for an e-mail address|addr-spec token at offset|(?:mail|address).{0,60}Unexpected token at offset \d/i,
    step: 'rcpt-to',
    cause: 'recipient-syntax',
    weight: 'sure',
  },
  {
    words:
      /SASL authentication mechanism is not support|server is not support OAuth2 login|authentication method \S{1,40} not supported|cannot find a usable authentication method|No mutually supported authentication methods|Authentication not supported by the remote SMTP|Host did not advertise authentication|Auth not attempted, (?:no advertised|requested) type|No auth types supported|support AUTH or the specified SASL|preferred authorization methods could not be found|Command unknown: 'AUTH'|SMTP AUTH extension not found|Unrecognized Authentication Type/,
    step: 'auth',
    cause: 'auth-mechanism-unsupported',
    weight: 'sure',
  },
  {
    words: /cannot use a secure authentication method|non-encrypted SMTP login is disabled/,
    step: 'auth',
    cause: 'auth-needs-tls',
    weight: 'sure',
  },
  {
    words: /SmtpClient is not authenticated/,
    step: 'mail-from',
    cause: 'auth-required',
    weight: 'sure',
  },
  {
    words:
      /support TLS via the STARTTLS command|TLS not possible! Remote SMTP|Host did not advertise STARTTLS|server did not issue a STARTTLS|STARTTLS extension not found|can't STARTTLS: /,
    step: 'starttls',
    cause: 'starttls-unavailable',
    weight: 'sure',
  },
  {
    words: /is typically reserved for plain-text connections/,
    step: 'tls',
    evidence: code('ERR_SSL_WRONG_VERSION_NUMBER'),
    weight: 'sure',
  },
  {
    words:
      /\[Net::SMTP\S{0,20}\] Timeout|There was no response after \d{1,6} seconds|TransportError\{reason: :timeout/,
    step: 'connect',
    evidence: timedOut,
    weight: 'sure',
  },
  {
    words: /\[Net::SMTP\S{0,20}\] Connection closed|SmtpClient is not connected/,
    step: 'greeting',
    evidence: closed,
    weight: 'sure',
  },
  {
    words:
      /cannot get initial OK message from server|Malformed SMTP response|Invalid status code returned by the server/,
    step: 'greeting',
    cause: 'protocol-error',
    weight: 'sure',
  },
];

/** Words that may also be about another connection, or that sum up other lines. */
export const CLIENT_MESSAGES: readonly Pattern[] = [
  {
    words:
      /login password is not valid|XOAuth2 authenticate failed|AUTH login failed: |SMTP login to \S{1,255} failed|authentication function returned an error|check your email login credential/,
    step: 'auth',
    cause: 'auth-failed',
    weight: 'summary',
  },
  { words: /client error: Connection is not encrypted/, step: 'auth', cause: 'auth-needs-tls' },
  {
    words: /do not possess a common algorithm/,
    step: 'tls',
    evidence: code('ERR_SSL_UNSUPPORTED_PROTOCOL'),
  },
  {
    words: /did not match any of the names given in|Server identity does not match /,
    step: 'tls',
    evidence: code('ERR_TLS_CERT_ALTNAME_INVALID'),
  },
  {
    words:
      /Exception: Server is not trusted: |presented by the server is not trusted|chain was issued by an authority that is not trusted|cannot load trust file /,
    step: 'tls',
    evidence: code('UNABLE_TO_GET_ISSUER_CERT_LOCALLY'),
  },
  {
    words: /connect: timeout\b|\b[Cc]onnection to \S{1,255} timed out/,
    step: 'connect',
    evidence: timedOut,
  },
  { words: /Timeout while reading input data/, step: 'ehlo', evidence: timedOut },
  {
    words: /: Bad hostname '|Failed to resolve host: |DNS lookup failure: host /,
    step: 'dns',
    evidence: { errorCode: 'ENOTFOUND' },
  },
  {
    words:
      /Received an unexpected EOF or 0 bytes|Connection Closed Gracefully|TransportError\{reason: :closed/,
    step: 'greeting',
    evidence: closed,
  },
  {
    words:
      /set up the SSL\/TLS structure|S[TR]ART TLS failed|TLS handshake failed|TLS setup failed: |Error connecting with SSL|Could not load SSL library|SSL certificate for the server was not available/,
    step: 'tls',
    cause: 'tls-failed',
    weight: 'summary',
  },
  {
    words:
      /server disconnected or returned error|connection is not established|send command to SMTP host|IOException while sending message|Failure when receiving data from the peer|Failed sending data to the peer/i,
    step: 'greeting',
    cause: 'connection-closed',
    weight: 'summary',
  },
  {
    // aiosmtplib, whose reason stands in a trace, if anywhere.
    words: /SMTPConnectError: Error connecting to \S{1,255} on port \d{1,5}$/,
    step: 'connect',
    cause: 'unknown',
    weight: 'summary',
  },
  {
    words: /envelope from address \S{1,320} not accepted by the server/,
    step: 'mail-from',
    cause: 'sender-rejected',
    weight: 'summary',
  },
  {
    words:
      /recipient address \S{1,320} not accepted by the server|No recipients were accepted for delivery|E: set recipient failed/,
    step: 'rcpt-to',
    cause: 'recipient-rejected',
    weight: 'summary',
  },
];
