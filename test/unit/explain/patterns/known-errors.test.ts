import { describe, expect, it } from 'vitest';
import { findKnownError } from '../../../../src/explain/patterns/known-errors.js';
import { explain } from '../../../../src/index.js';

/** What somebody may paste, and the one cause that it has. */
const SEEN: [text: string, cause: string, step: string][] = [
  // nodemailer, and Tailchat's server
  ['Error: Greeting never received', 'server-silent', 'greeting'],
  ['Error: Connection timeout', 'connection-timeout', 'connect'],
  ['Error: Timeout', 'timeout', 'ehlo'],
  ['Error: Missing credentials for "PLAIN"', 'credentials-missing', 'settings'],
  ['Error: Unknown authentication method "X"', 'auth-mechanism-unsupported', 'auth'],
  ["TypeError: Cannot read properties of undefined (reading 'getToken')", 'oauth-required', 'auth'],
  ["TypeError: Cannot read property 'getToken' of undefined", 'oauth-required', 'auth'],
  ['Error: No recipients defined', 'recipient-missing', 'settings'],
  ['Error: Message size larger than allowed 1000', 'message-too-large', 'mail-from'],
  ['Error: Mail Transporter is null', 'uri-missing', 'settings'],
  ['URIError: URI malformed', 'uri-damaged', 'settings'],
  ['TypeError [ERR_INVALID_URL]: Invalid URL', 'uri-invalid', 'settings'],
  ['Error: Invalid greeting. response=* OK IMAP4 ready', 'not-smtp', 'greeting'],
  ['Error: Unexpected socket close', 'connection-closed', 'greeting'],
  ['Error: getaddrinfo ENOTFOUND smtp.example.invalid', 'host-not-found', 'dns'],
  ['Error: getaddrinfo EAI_AGAIN smtp.qq.com', 'dns-unavailable', 'dns'],
  ['Error: queryA ETIMEOUT smtp.qq.com', 'dns-unavailable', 'dns'],
  ['Error: connect ECONNREFUSED 127.0.0.1:587', 'connection-refused', 'connect'],
  ['Error: connect ETIMEDOUT 192.0.2.1:25', 'connection-timeout', 'connect'],
  ['Error: connect ENETUNREACH 2001:db8::1:465', 'network-unreachable', 'connect'],
  ['Error: connect EHOSTUNREACH 192.0.2.1:465', 'network-unreachable', 'connect'],
  ['Error: read ECONNRESET', 'connection-closed', 'greeting'],
  ['Error: self signed certificate', 'certificate-untrusted', 'tls'],
  ['Error: self-signed certificate in certificate chain', 'certificate-untrusted', 'tls'],
  ['Error: unable to verify the first certificate', 'certificate-untrusted', 'tls'],
  ['Error: unable to get local issuer certificate', 'certificate-untrusted', 'tls'],
  ['Error: certificate has expired', 'certificate-expired', 'tls'],
  ['Error: certificate is not yet valid', 'certificate-expired', 'tls'],
  [
    "Error [ERR_TLS_CERT_ALTNAME_INVALID]: Hostname/IP does not match certificate's altnames: Host: a.x. is not in the cert's altnames: DNS:b.x",
    'certificate-hostname',
    'tls',
  ],
  // openssl, curl, Python
  ['error:0A00010B:SSL routines::wrong version number', 'tls-on-plain-port', 'tls'],
  [
    'curl: (35) error:1408F10B:SSL routines:ssl3_get_record:wrong version number',
    'tls-on-plain-port',
    'tls',
  ],
  ['[SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1000)', 'tls-on-plain-port', 'tls'],
  ['[SSL: UNSUPPORTED_PROTOCOL] unsupported protocol (_ssl.c:1000)', 'tls-version', 'tls'],
  [
    '[SSL: SSLV3_ALERT_HANDSHAKE_FAILURE] sslv3 alert handshake failure (_ssl.c:1000)',
    'tls-version',
    'tls',
  ],
  ['SMTP AUTH extension not supported by server.', 'auth-mechanism-unsupported', 'auth'],
  ['STARTTLS extension not supported by server.', 'starttls-unavailable', 'starttls'],
  ['curl: (67) Login denied', 'auth-failed', 'auth'],
  [
    "msmtp: TLS certificate verification failed: the certificate hasn't got a known issuer",
    'certificate-untrusted',
    'tls',
  ],
  [
    'msmtp: TLS certificate verification failed: the certificate owner does not match hostname x',
    'certificate-hostname',
    'tls',
  ],
  [
    'ssl.SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate (_ssl.c:1000)',
    'certificate-untrusted',
    'tls',
  ],
  [
    'ssl.SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: certificate has expired (_ssl.c:1000)',
    'certificate-expired',
    'tls',
  ],
  [
    "ssl.SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: Hostname mismatch, certificate is not valid for 'a.x'. (_ssl.c:1000)",
    'certificate-hostname',
    'tls',
  ],
  [
    'smtplib.SMTPServerDisconnected: Connection unexpectedly closed',
    'connection-closed',
    'greeting',
  ],
  ['ConnectionRefusedError: [Errno 111] Connection refused', 'connection-refused', 'connect'],
  ['socket.gaierror: [Errno -2] Name or service not known', 'host-not-found', 'dns'],
  ['socket.gaierror: [Errno -3] Temporary failure in name resolution', 'dns-unavailable', 'dns'],
  ['TimeoutError: [Errno 110] Connection timed out', 'connection-timeout', 'connect'],
  ['OSError: [Errno 101] Network is unreachable', 'network-unreachable', 'connect'],
  ['curl: (6) Could not resolve host: smtp.example.invalid', 'host-not-found', 'dns'],
  ['curl: (28) Connection timed out after 10001 milliseconds', 'connection-timeout', 'connect'],
  ['curl: (60) SSL certificate problem: self-signed certificate', 'certificate-untrusted', 'tls'],
  // msmtp, Postfix
  [
    'msmtp: cannot connect to smtp.example.com, port 587: Connection refused',
    'connection-refused',
    'connect',
  ],
  [
    'msmtp: cannot locate host smtp.example.invalid: Name or service not known',
    'host-not-found',
    'dns',
  ],
  [
    'status=deferred (connect to mx.x.org[192.0.2.1]:25: Connection timed out)',
    'connection-timeout',
    'connect',
  ],
  // Go
  ['dial tcp: lookup smtp.example.invalid on 127.0.0.11:53: no such host', 'host-not-found', 'dns'],
  ['dial tcp 127.0.0.1:587: connect: connection refused', 'connection-refused', 'connect'],
  ['dial tcp 192.0.2.1:587: i/o timeout', 'connection-timeout', 'connect'],
  ['tls: first record does not look like a TLS handshake', 'tls-on-plain-port', 'tls'],
  [
    'tls: failed to verify certificate: x509: certificate signed by unknown authority',
    'certificate-untrusted',
    'tls',
  ],
  [
    'x509: certificate has expired or is not yet valid: current time 2024-06-01T03:12:45Z is after 2024-05-01T00:00:00Z',
    'certificate-expired',
    'tls',
  ],
  ['x509: certificate is valid for mail.other.example, not a.x', 'certificate-hostname', 'tls'],
  // Java
  [
    'java.net.ConnectException: Connection refused (Connection refused)',
    'connection-refused',
    'connect',
  ],
  ['java.net.UnknownHostException: smtp.example.invalid', 'host-not-found', 'dns'],
  ['java.net.SocketTimeoutException: connect timed out', 'connection-timeout', 'connect'],
  [
    'javax.net.ssl.SSLException: Unrecognized SSL message, plaintext connection?',
    'tls-on-plain-port',
    'tls',
  ],
  [
    'sun.security.validator.ValidatorException: PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target',
    'certificate-untrusted',
    'tls',
  ],
  [
    'javax.net.ssl.SSLHandshakeException: No appropriate protocol (protocol is disabled or cipher suites are inappropriate)',
    'tls-version',
    'tls',
  ],
];

describe('an error message', () => {
  it.each(SEEN)('%s → %s', async (text, cause, step) => {
    const { findings } = await explain(text);
    expect(findings.map((found) => [found.cause, found.step, found.line])).toEqual([
      [cause, step, 1],
    ]);
  });
});

describe('a number of OpenSSL', () => {
  it.each([
    ['140642254661440:error:1408F10B', 'tls-on-plain-port'],
    ['140642254661440:error:1408F10B:SSL routines', 'tls-on-plain-port'],
    ['140770FC', 'tls-on-plain-port'],
    ['1408F10B', 'tls-on-plain-port'],
    ['1408f10b', 'tls-on-plain-port'],
    ['14094410', 'tls-version'],
    ['1409442E', 'tls-version'],
    ['14171102', 'tls-version'],
    ['141A318A', 'tls-version'],
    ['1416F086', 'certificate-untrusted'],
    ['14094418', 'certificate-untrusted'],
    ['14094415', 'certificate-expired'],
    ['0A00010B', 'tls-on-plain-port'],
    ['0A0000C6', 'tls-on-plain-port'],
    ['0A000102', 'tls-version'],
    ['0A0000BF', 'tls-version'],
    ['0A000410', 'tls-version'],
    ['0A00042E', 'tls-version'],
    ['0A00018A', 'tls-version'],
    ['0A000086', 'certificate-untrusted'],
    ['0A000126', 'tls-failed'],
  ])('%s → %s', async (number, cause) => {
    const text = number.includes('error:') ? number : `error:${number}`;
    expect((await explain(text)).findings.map((found) => found.cause)).toEqual([cause]);
    const { findings } = await explain([`core-1  | ${text}:lib(20):func:reason\n`]);
    expect(findings).toMatchObject([{ cause, step: 'tls', line: 1 }]);
  });

  it.each(['0200100D', '02001002', '80000002', '07880109', '0909006C'])(
    'of another library is none of TLS: %s',
    async (number) => {
      expect((await explain(`error:${number}:x`)).findings).toEqual([]);
    },
  );
});

describe('what is no failure of mail', () => {
  it.each([
    '',
    'SMTP 服务可用',
    '[2024-06-01T03:12:46.550Z] INFO  node-1-25/MAIL: SMTP 服务可用',
    'listening on 0.0.0.0:465',
    'nodemailer 6.7.8',
    'GET /getUser 200',
    'timeout: 30000',
    'retry after Timeout of 5 s',
    'certificate renewed, valid until 2025-06-01',
    'connected to smtp.example.com:587',
    'error:none',
    'error: 12345678',
  ])('%j', (line) => {
    expect(findKnownError(line)).toBeUndefined();
  });

  const TROUBLES = [
    'Error: connect ECONNREFUSED 172.18.0.3:27017',
    'Error: connect ECONNREFUSED 127.0.0.1:6379',
    'dial tcp 10.0.0.1:5432: connect: connection refused',
    'Error: connect ETIMEDOUT 10.0.0.1:9000',
    'Error: connect ECONNREFUSED ::1:3306',
  ];
  it.each(TROUBLES)('in a log: %s', async (line) => {
    expect((await explain([`core-1  | ${line}\n`])).findings).toEqual([]);
    expect((await explain(line)).findings).toEqual([]);
  });

  it("in a log, a port that is nobody's", async () => {
    const line = 'Error: connect ECONNREFUSED 172.18.0.3:2626';
    expect((await explain([`core-1  | ${line}\n`])).findings).toEqual([]);
    // Who asks for just this wants to know.
    expect((await explain(line)).findings).toHaveLength(1);
  });

  it('many of them, in a long log', async () => {
    const lines = Array.from({ length: 40 }, () => TROUBLES).flat();
    const without = ['Error: read ECONNRESET', 'Error: socket hang up', '535 rows', '550 Invalid'];
    expect((await explain([[...lines, ...without].join('\n')])).findings).toEqual([]);
    const withMail = [...lines, 'Error: connect ECONNREFUSED 10.0.0.1:465', ...lines];
    const { findings } = await explain([withMail.join('\n')]);
    expect(findings).toMatchObject([{ cause: 'connection-refused', line: lines.length + 1 }]);
  });
});

describe("what Tailchat's server says by itself", () => {
  it.each([
    ['Error: Can not use IPv6 addresses with current network', 'network-unreachable'],
    ['Error: Can not use IPv4 addresses with current network', 'network-unreachable'],
    ['Error: Socks module not loaded', 'uri-invalid'],
    [
      "RequestTimeoutError: Request is timed out when call 'mail.sendMail' action on 'node-1' node.",
      'timeout',
    ],
    ['Error: SMTP 服务不可用', 'uri-missing'],
    ['WARN  node-1-25/MAIL: SMTP 服务不可用', 'uri-missing'],
    ['Error: 邮件发送失败', 'unknown'],
  ])('%s → %s', async (text, cause) => {
    expect((await explain(text)).findings.map((found) => found.cause)).toEqual([cause]);
    const { findings } = await explain([`service-core-1  | ${text}\n`]);
    expect(findings.map((found) => found.cause)).toEqual([cause]);
  });

  it('gives way to what the server has said more of', async () => {
    const { findings } = await explain([
      'ERROR node-1-25/MAIL: Error: 邮件发送失败\n',
      'Error: Invalid login: 535 5.7.8 Authentication failed\n',
    ]);
    expect(findings.map((found) => found.cause)).toEqual(['auth-failed']);
  });
});
