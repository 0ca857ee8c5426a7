import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';

async function found(text: string) {
  return (await explain([text])).findings.map(({ cause, step }) => `${cause} at ${step}`);
}

describe("other stacks' mail clients", () => {
  it.each([
    ['Python', 'TimeoutError: timed out', 'connection-timeout at connect'],
    ['Python', 'TimeoutError: The read operation timed out', 'timeout at ehlo'],
    ['Python', 'socket.gaierror: [Errno -3] Try again', 'dns-unavailable at dns'],
    [
      'Python',
      'socket.gaierror: [Errno -5] No address associated with hostname',
      'host-not-found at dns',
    ],
    [
      'Python',
      "smtplib.SMTPAuthenticationError: (535, b'5.7.8 Error: authentication failed')",
      'auth-failed at auth',
    ],
    ['Go', 'send mail: dial tcp 192.0.2.4:587: i/o timeout', 'connection-timeout at connect'],
    ['Go', 'Failed to open a connection to SMTP server EOF', 'connection-closed at greeting'],
    ['Go', "smtp: server doesn't support AUTH", 'auth-mechanism-unsupported at auth'],
    [
      'Go',
      'x509: failed to load system roots and no roots provided',
      'certificate-untrusted at tls',
    ],
    ['Go', 'short response: * OK IMAP4 ready', 'not-smtp at greeting'],
    [
      'Java',
      'javax.net.ssl.SSLHandshakeException: Received fatal alert: protocol_version',
      'tls-version at tls',
    ],
    ['Java', 'java.net.SocketTimeoutException: Read timed out', 'timeout at ehlo'],
    [
      'Java',
      'javax.mail.AuthenticationFailedException: failed to connect, no password specified?',
      'credentials-missing at settings',
    ],
    [
      '.NET',
      'MailKit.Net.Smtp.SmtpProtocolException: The SMTP server has unexpectedly disconnected.',
      'connection-closed at greeting',
    ],
    [
      '.NET',
      'The remote certificate is invalid according to the validation procedure: RemoteCertificateNameMismatch',
      'certificate-hostname at tls',
    ],
    [
      'PHP',
      "Peer certificate CN=`a.example' did not match expected CN=`b.example'",
      'certificate-hostname at tls',
    ],
    [
      'PHP',
      'Expected response code "220" but got code "421", with message "421 4.7.0 Too many connections"',
      'server-busy at greeting',
    ],
    ['PHP', 'SMTP Error: Could not authenticate.', 'auth-failed at auth'],
    ['Ruby', 'Net::OpenTimeout: execution expired', 'connection-timeout at connect'],
    ['Ruby', 'EOFError: end of file reached', 'connection-closed at greeting'],
    [
      'Ruby',
      'hostname "a.example" does not match the server certificate (OpenSSL::SSL::SSLError)',
      'certificate-hostname at tls',
    ],
    [
      'Elixir',
      '{:network_failure, ~c"mail.example.com", {:error, :nxdomain}}',
      'host-not-found at dns',
    ],
    [
      'Elixir',
      '{:permanent_failure, "mail.example.com", "550 5.1.1 No such user\\r\\n"}',
      'recipient-unknown at rcpt-to',
    ],
    [
      'Rust',
      'Error { kind: Permanent(Code { severity: PermanentNegativeCompletion, category: Unspecified3, detail: Five }) }',
      'auth-failed at auth',
    ],
    ['Rust', 'invalid peer certificate: UnknownIssuer', 'certificate-untrusted at tls'],
    ['Rust', 'received corrupt message of type InvalidContentType', 'tls-on-plain-port at tls'],
    [
      'curl',
      'curl: (28) Connection timed out after 30001 milliseconds',
      'connection-timeout at connect',
    ],
    [
      'a program without codes',
      'Error sending email: Login Fail. Please enter your authorization code to login.',
      'app-password-required at auth',
    ],
  ])('%s: %s', async (_, text, expected) => {
    expect(await found(text)).toEqual([expected]);
  });

  it('are said once, by what says the most', async () => {
    const text = [
      'SERVER -> CLIENT: 535 5.7.8 Username and Password not accepted',
      'SMTP ERROR: Password command failed: 535 5.7.8 Username and Password not accepted',
      'SMTP Error: Could not authenticate.',
    ].join('\n');
    expect(await found(text)).toHaveLength(1);
  });
});

describe("mail servers' own logs", () => {
  it.each([
    [
      'Nov 27 10:00:00 mx postfix/smtpd[1]: NOQUEUE: reject: RCPT from unknown[192.0.2.4]: 454 4.7.1 <b@example.net>: Relay access denied; from=<a@example.com> to=<b@example.net> proto=ESMTP helo=<chat>',
      'relay-denied at rcpt-to',
    ],
    [
      'Nov 27 10:00:00 mx postfix/cleanup[1]: 4AB12C: milter-reject: END-OF-MESSAGE from unknown[192.0.2.4]: 5.7.1 Spam message rejected; from=<a@example.com>',
      'content-rejected at data',
    ],
    [
      '2026-11-27 10:00:00 H=(chat) [192.0.2.4] F=<a@example.com> rejected RCPT <b@example.net>: relay not permitted',
      'relay-denied at rcpt-to',
    ],
    [
      '2026-11-27 10:00:00 H=(chat) [192.0.2.4] F=<a@example.com> temporarily rejected RCPT <b@example.net>: greylisted',
      'greylisted at rcpt-to',
    ],
    [
      '2026-11-27 10:00:00 1abc-0 ** b@example.net R=dnslookup T=remote_smtp: SMTP error from remote mail server after RCPT TO:<b@example.net>: 550 5.1.1 User unknown',
      'recipient-unknown at rcpt-to',
    ],
    [
      'login_server authenticator failed for (chat) [192.0.2.4]: 535 Incorrect authentication data (set_id=u)',
      'auth-failed at auth',
    ],
    [
      'sm-mta[1]: 5A1: ruleset=check_rcpt, arg1=<b@example.net>, relay=[192.0.2.4], reject=550 5.7.1 <b@example.net>... Relaying denied',
      'relay-denied at rcpt-to',
    ],
    [
      'smtpd[1]: 9a smtp failed-command command="AUTH PLAIN (...)" result="535 Authentication failed"',
      'auth-failed at auth',
    ],
    [
      'postfix/smtpd[1]: warning: unknown[192.0.2.4]: SASL LOGIN authentication failed: UGFzc3dvcmQ6',
      'auth-failed at auth',
    ],
    [
      'postfix/smtpd[1]: warning: SASL: Connect to private/auth failed: No such file or directory',
      'server-error at auth',
    ],
  ])('%s', async (line, expected) => {
    expect(await found(line)).toEqual([expected]);
  });
});

describe('the structure around an error', () => {
  it.each([
    [
      'JSON',
      '{"level":"error","msg":"Invalid login: 535 5.7.8 Bad password","status_code":"500"}',
      'auth-failed at auth',
    ],
    [
      'JSON of several lines',
      '{"error":"535-5.7.8 Wrong\\n535 5.7.8 password"}',
      'auth-failed at auth',
    ],
    [
      'entities',
      'Error: 553 5.7.1 &lt;a@example.com&gt;: Sender address rejected: not owned by user b',
      'sender-mismatch at rcpt-to',
    ],
    [
      'kubectl',
      '[pod/chat-0/core] Error: Invalid login: 535 5.7.8 Bad password',
      'auth-failed at auth',
    ],
    ['a quotation', '> Error: Invalid login: 535 5.7.8 Bad password', 'auth-failed at auth'],
  ])('is seen through: %s', async (_, text, expected) => {
    expect(await found(text)).toEqual([expected]);
  });

  it.each([
    '{"http_code":500,"status":"550"}',
    '2016-12-12T04:14:09.782Z 501 TID-1u5770 INFO: start',
    'request failed code=500',
    'worker 535 - started',
    'sent 550 mails in 3 s',
  ])('%s holds no reply', async (text) => {
    expect(await found(text)).toEqual([]);
  });
});

describe("other services' failures", () => {
  it.each([
    [
      'service-core-1  | MongoServerSelectionError: connect ECONNREFUSED 127.0.0.1:27017',
      'MongoDB',
    ],
    ['[ioredis] Unhandled error event: Error: connect ETIMEDOUT', 'Redis'],
    ['minio-1  | Error: getaddrinfo ENOTFOUND minio', 'MinIO'],
  ])('are no failures of mail: %s', async (line, name) => {
    expect(await explain([line])).toMatchObject({
      ok: false,
      findings: [],
      lines: 1,
      elsewhere: [name],
    });
  });
});
