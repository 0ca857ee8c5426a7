import { describe, expect, it } from 'vitest';
import { explain } from '../../../../src/index.js';

async function found(text: string) {
  return (await explain([text])).findings.map(({ cause, step }) => `${cause} at ${step}`);
}

// Each text is one of the client's source, with a name of a host put in.
describe("what mail clients' sources have them say", () => {
  it.each([
    ['Error, login password is not valid', 'auth-failed at auth'],
    ['> E: login password is not valid', 'auth-failed at auth'],
    [
      'Error, Status Code: 535, Error Code: -104, Reason: authentication failed',
      'auth-failed at auth',
    ],
    ['Error sending Email, authentication failed', 'auth-failed at auth'],
    ['> E: server disconnected or returned error', 'connection-closed at greeting'],
    ['> E: set recipient failed', 'recipient-rejected at rcpt-to'],
    ['> E: some of the recipient Email address is not valid', 'recipient-syntax at rcpt-to'],
    ['> E: sender Email address is not valid', 'sender-syntax at mail-from'],
    [
      '> E: the provided SASL authentication mechanism is not support',
      'auth-mechanism-unsupported at auth',
    ],
    ['> E: server is not support OAuth2 login', 'auth-mechanism-unsupported at auth'],
    [
      'Connection error, Status Code: 0, Error Code: -401, Reason: response read timed out',
      'timeout at ehlo',
    ],
    [
      'Error, Status Code: 0, Error Code: -28, Reason: connection closed',
      'connection-closed at greeting',
    ],
    ['Error sending Email, connection refused', 'connection-refused at connect'],
    ['Error sending Email, connection timeout', 'connection-timeout at connect'],
    ['> E: fail to set up the SSL/TLS structure', 'tls-failed at tls'],
    ['[smtp] State: SRART TLS failed', 'tls-failed at tls'],
    ['[smtp] State: TLS handshake failed', 'tls-failed at tls'],
    ['[smtp] Recipient Email address is not valid', 'recipient-syntax at rcpt-to'],
    ['[smtp] Sender Email address is not valid', 'sender-syntax at mail-from'],
    ['[smtp] Connection timed out, see http://bit.ly/437GkRA', 'connection-timeout at connect'],
    [
      'failed to send mail: dial failed: STARTTLS mode set to: "TLSMandatory", but target host does not support STARTTLS',
      'starttls-unavailable at starttls',
    ],
    [
      "failed to set RCPT TO address: mail: missing '@' or angle-addr",
      'recipient-syntax at rcpt-to',
    ],
    ['failed to set MAIL FROM address: mail: no angle-addr', 'sender-syntax at mail-from'],
    ['send failed: no recipient addresses set', 'recipient-missing at settings'],
    ['send failed: no FROM address set', 'sender-missing at settings'],
    [
      'failed to create new mail client: hostname for client cannot be empty',
      'uri-missing at settings',
    ],
    ['failed to send mail: connection is not established', 'connection-closed at greeting'],
    [
      "javax.mail.MessagingException: Can't send command to SMTP host;",
      'connection-closed at greeting',
    ],
    [
      'javax.mail.MessagingException: IOException while sending message;',
      'connection-closed at greeting',
    ],
    ['javax.mail.MessagingException: Could not convert socket to TLS;', 'tls-failed at tls'],
    [
      'java.io.IOException: Server identity does not match authentication scheme: a.example.com',
      'certificate-hostname at tls',
    ],
    [
      'javax.mail.MessagingException: Server is not trusted: mail.example.com',
      'certificate-untrusted at tls',
    ],
    [
      'javax.mail.AuthenticationFailedException: No authentication mechanisms supported by both server and client',
      'auth-mechanism-unsupported at auth',
    ],
    [
      '{:error, :retries_exceeded, {:missing_requirement, ~c"mail.example.com", :tls}}',
      'starttls-unavailable at starttls',
    ],
    [
      '{:error, :retries_exceeded, {:missing_requirement, "mail.example.com", :auth}}',
      'auth-mechanism-unsupported at auth',
    ],
    [
      '{:error, :no_more_hosts, {:permanent_failure, ~c"mail.example.com", :auth_failed}}',
      'auth-failed at auth',
    ],
    [
      '{:error, :retries_exceeded, {:temporary_failure, ~c"mail.example.com", :tls_failed}}',
      'tls-failed at tls',
    ],
    ['{:error, :no_credentials} mail', 'credentials-missing at settings'],
    ['{:error, :no_relay} smtp', 'uri-missing at settings'],
    ['{:unexpected_response, "mail.example.com", ["* OK IMAP ready"]}', 'not-smtp at greeting'],
    ['%Mua.TransportError{reason: :nxdomain}', 'host-not-found at dns'],
    ['%Mua.TransportError{reason: :timeout}', 'connection-timeout at connect'],
    ['%Mua.TransportError{reason: :closed}', 'connection-closed at greeting'],
    ['%Mua.TransportError{reason: :econnrefused}', 'connection-refused at connect'],
    [
      '%Mua.SMTPError{code: 535, lines: ["535 5.7.8 Bad credentials\\r\\n"]}',
      'auth-failed at auth',
    ],
    [
      '** (Swoosh.DeliveryError) delivery error: %Mua.SMTPError{code: 550, lines: ["550 5.1.1 User unknown\\r\\n"]}',
      'recipient-unknown at rcpt-to',
    ],
    [
      '%Mua.TransportError{reason: {:tls_alert, {:unknown_ca, ~c"TLS client: In state wait_cert generated CLIENT ALERT: Fatal - Unknown CA\\n"}}}',
      'certificate-untrusted at tls',
    ],
    [
      '{:tls_alert, {:handshake_failure, ~c"TLS client: generated CLIENT ALERT: Fatal - Handshake Failure\\n {bad_cert,hostname_check_failed}"}}',
      'certificate-hostname at tls',
    ],
    ['lettre: internal client error: Connection is not encrypted', 'auth-needs-tls at auth'],
    [
      'internal client error: No compatible authentication mechanism was found',
      'auth-mechanism-unsupported at auth',
    ],
    [
      'internal client error: STARTTLS is not supported on this server',
      'starttls-unavailable at starttls',
    ],
    [
      'msmtp: TLS handshake failed: The TLS connection was non-properly terminated.',
      'tls-failed at tls',
    ],
    [
      "msmtp: TLS certificate verification failed: the certificate hasn't got a known issuer",
      'certificate-untrusted at tls',
    ],
    [
      'msmtp: TLS certificate verification failed: the certificate owner does not match hostname mail.example.com',
      'certificate-hostname at tls',
    ],
    ['msmtp: authentication failed (method PLAIN)', 'auth-failed at auth'],
    ['msmtp: authentication method CRAM-MD5 not supported', 'auth-mechanism-unsupported at auth'],
    ['msmtp: cannot find a usable authentication method', 'auth-mechanism-unsupported at auth'],
    ['msmtp: cannot use a secure authentication method', 'auth-needs-tls at auth'],
    [
      'msmtp: cannot connect to mail.example.com, port 587: Connection timed out',
      'connection-timeout at connect',
    ],
    [
      'msmtp: cannot locate host mail.example.com: Name or service not known',
      'host-not-found at dns',
    ],
    ['msmtp: cannot get initial OK message from server', 'protocol-error at greeting'],
    [
      'msmtp: envelope from address a@example.com not accepted by the server',
      'sender-rejected at mail-from',
    ],
    [
      'msmtp: recipient address b@example.org not accepted by the server',
      'recipient-rejected at rcpt-to',
    ],
    [
      'msmtp: cannot load trust file /etc/ssl/certs/ca-certificates.crt: Error while reading file.',
      'certificate-untrusted at tls',
    ],
    [
      'msmtp: the server does not support TLS via the STARTTLS command',
      'starttls-unavailable at starttls',
    ],
    ['msmtp: the server does not support authentication', 'auth-mechanism-unsupported at auth'],
    [
      'sendemail[12]: ERROR => Connection attempt to smtp.example.com:587 failed: IO::Socket::INET: connect: timeout',
      'connection-timeout at connect',
    ],
    [
      'sendemail[12]: ERROR => Connection attempt to smtp.example.com:587 failed: IO::Socket::INET: connect: Connection refused',
      'connection-refused at connect',
    ],
    [
      "sendemail[12]: ERROR => Connection attempt to smtp.example.com:587 failed: IO::Socket::INET: Bad hostname 'smtp.example.com'",
      'host-not-found at dns',
    ],
    [
      'sendemail[12]: ERROR => Timeout while connecting to smtp.example.com:25  There was no response after 60 seconds.',
      'connection-timeout at connect',
    ],
    [
      'sendemail[12]: ERROR => A username for SMTP authentication was specified, but no password!',
      'credentials-missing at settings',
    ],
    [
      'sendemail[12]: ERROR => ERROR => SMTP-AUTH: Authentication to smtp.example.com:587 failed.',
      'auth-failed at auth',
    ],
    [
      'sendemail[12]: WARNING => SMTP-AUTH: No mutually supported authentication methods available',
      'auth-mechanism-unsupported at auth',
    ],
    [
      'sendemail[12]: NOTICE => Authentication not supported by the remote SMTP server!',
      'auth-mechanism-unsupported at auth',
    ],
    [
      'sendemail[12]: ERROR => TLS not possible! Remote SMTP server, smtp.example.com,  does not support it.',
      'starttls-unavailable at starttls',
    ],
    [
      'sendemail[12]: ERROR => Exiting. No recipients were accepted for delivery by the mail server.',
      'recipient-rejected at rcpt-to',
    ],
    ['sendemail[12]: ERROR => TLS setup failed: hostname verification failed', 'tls-failed at tls'],
    [
      "can't STARTTLS: 454 TLS not available at Email/Sender/Transport/SMTP.pm line 216",
      'starttls-unavailable at starttls',
    ],
    [
      'When connecting to an SMTP service, port 587 is typically reserved for plain-text connections. If',
      'tls-on-plain-port at tls',
    ],
    [
      "The host name (mail.example.com) did not match any of the names given in the server's SSL certificate:",
      'certificate-hostname at tls',
    ],
    ['The SSL certificate for the server was not available.', 'tls-failed at tls'],
    ['MailKit.Net.Smtp: Failed to resolve host: smtp.example.com', 'host-not-found at dns'],
    [
      'System.NotSupportedException: No compatible authentication mechanisms found.',
      'auth-mechanism-unsupported at auth',
    ],
    [
      'System.InvalidOperationException: No recipients have been specified.',
      'recipient-missing at settings',
    ],
    [
      'System.InvalidOperationException: No sender has been specified.',
      'sender-missing at settings',
    ],
    [
      'MailKit.Net.Smtp.SmtpProtocolException: Invalid status code returned by the server.',
      'protocol-error at greeting',
    ],
    [
      'MailKit.ServiceNotConnectedException: The SmtpClient is not connected.',
      'connection-closed at greeting',
    ],
    [
      'MailKit.ServiceNotAuthenticatedException: The SmtpClient is not authenticated.',
      'auth-required at mail-from',
    ],
    [
      'System.Net.Mail.SmtpException: Failure sending mail. ---> System.IO.IOException: Unable to read data from the transport connection: net_io_connectionclosed.',
      'connection-closed at greeting',
    ],
    [
      "System.Net.WebException: The remote name could not be resolved: 'smtp.example.com'",
      'host-not-found at dns',
    ],
    [
      'System.FormatException: The specified string is not in the form required for an e-mail address.',
      'recipient-syntax at rcpt-to',
    ],
    [
      'System.ComponentModel.Win32Exception: The client and server cannot communicate, because they do not possess a common algorithm',
      'tls-version at tls',
    ],
    [
      'The certificate chain was issued by an authority that is not trusted smtp',
      'certificate-untrusted at tls',
    ],
    [
      'System.IO.IOException: Received an unexpected EOF or 0 bytes from the transport stream. at System.Net.Mail.SmtpClient',
      'connection-closed at greeting',
    ],
    [
      'System.Security.Authentication.AuthenticationException: Cannot determine the frame size or a corrupted frame was received. SmtpClient',
      'tls-on-plain-port at tls',
    ],
  ])('%s', async (text, expected) => {
    expect(await found(text)).toEqual([expected]);
  });
});

describe('the answer to a command that a line names', () => {
  it.each([
    ['Command HELO esp: got wrong response: HELO requires valid address', 'helo-rejected at ehlo'],
    ['ERROR AUTH PLAIN rejected: Invalid credentials smtp', 'auth-failed at auth'],
    ['MAIL FROM refused by server, reply: Domain not verified', 'sender-unverified at mail-from'],
  ])('%s', async (text, expected) => {
    expect(await found(text)).toEqual([expected]);
  });

  it('is not that of a database', async () => {
    expect(await found('DATA error: no such table users')).toEqual([]);
  });
});
