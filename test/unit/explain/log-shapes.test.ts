import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';
import { FRAME, logged, usual } from '../../helpers/server-log.js';

/** What is found in a log (not in an error that somebody pasted). */
async function findIn(lines: string[]) {
  const { findings } = await explain([lines.join('\n')]);
  return findings.map(({ cause, step, line }) => ({ cause, step, line }));
}

/** What is found in a message. */
async function findInMessage(text: string) {
  return (await explain(text)).findings.map(({ cause, step }) => ({ cause, step }));
}

/** As Node prints the error of a certificate, with the certificate in it. */
const CERTIFICATE_ERROR = [
  "Error [ERR_TLS_CERT_ALTNAME_INVALID]: Hostname/IP does not match certificate's altnames: Host: mail.x.example. is not in the cert's altnames: DNS:web.x.example",
  FRAME.replace('_onData', '_onError'),
  '    at TLSSocket.emit (node:events:518:28) {',
  '  reason: "Host: mail.x.example. is not in the cert\'s altnames: DNS:web.x.example",',
  "  host: 'mail.x.example',",
  '  cert: {',
  "    subject: [Object: null prototype] { C: 'US', O: 'X Inc', CN: 'web.x.example' },",
  '    issuer: [Object: null prototype] {',
  "      C: 'US',",
  '      O: "Let\'s Encrypt",',
  "      CN: 'R3'",
  '    },',
  "    subjectaltname: 'DNS:web.x.example',",
  '    infoAccess: [Object: null prototype] {',
  "      'CA Issuers - URI': [ 'http://r3.i.lencr.example/' ]",
  '    },',
  '    ca: false,',
  '    bits: 256,',
  '    pubkey: <Buffer 04 6d 21 ... 15 more bytes>,',
  "    asn1Curve: 'prime256v1',",
  "    nistCurve: 'P-256',",
  "    valid_from: 'Jan  1 00:00:00 2026 GMT',",
  "    valid_to: 'Apr  1 00:00:00 2026 GMT',",
  "    fingerprint512: 'AA:BB',",
  "    ext_key_usage: [ '1.3.6.1.5.5.7.3.1' ],",
  "    serialNumber: '0400',",
  '    raw: <Buffer 30 82 ... 1000 more bytes>',
  '  },',
  "  code: 'ESOCKET',",
  "  command: 'CONN'",
  '}',
];

describe('an error with a whole certificate in it', () => {
  it('is one failure, in a long log, too', async () => {
    const before = Array.from({ length: 60 }, (_, index) => usual(index));
    const found = { cause: 'certificate-hostname', step: 'tls', line: 61 };
    expect(await findIn([...before, ...CERTIFICATE_ERROR])).toEqual([found]);
    const inCompose = CERTIFICATE_ERROR.map((line) => `service-core-1  | ${line}`);
    expect(await findIn([...before, ...inCompose, usual(61)])).toEqual([found]);
  });

  it('does not swallow the next one', async () => {
    const next = logged('Invalid login', '535 5.7.8 authentication failed', 'AUTH PLAIN');
    expect(await findIn([...CERTIFICATE_ERROR, ...next])).toEqual([
      { cause: 'certificate-hostname', step: 'tls', line: 1 },
      { cause: 'auth-failed', step: 'auth', line: CERTIFICATE_ERROR.length + 1 },
    ]);
  });

  it('does not swallow the log where it is cut off', async () => {
    const cut = CERTIFICATE_ERROR.slice(0, 9);
    const next = logged('Invalid login', '535 5.7.8 authentication failed', 'AUTH PLAIN');
    const causes = (await findIn([...cut, ...next])).map(({ cause }) => cause);
    expect(causes).toContain('auth-failed');
  });
});

describe('a TLS error', () => {
  const at = (port: number, message: string) => [
    `Error: ${message}`,
    '    at TLSSocket.onConnectSecure (node:_tls_wrap:1674:34) {',
    "  code: 'ESOCKET',",
    `  port: ${port},`,
    "  command: 'CONN'",
    '}',
  ];

  it.each([
    [465, 'self-signed certificate', 'certificate-untrusted', 'tls'],
    [587, 'self-signed certificate', 'certificate-untrusted', 'starttls'],
    [25, 'certificate has expired', 'certificate-expired', 'starttls'],
    [587, 'wrong version number', 'tls-on-plain-port', 'tls'],
  ])('at port %i: %s', async (port, message, cause, step) => {
    expect(await findIn(at(port, message))).toEqual([{ cause, step, line: 1 }]);
  });

  it('after STARTTLS is one of that step', async () => {
    const text = 'Error upgrading connection with STARTTLS: self-signed certificate';
    expect(await findInMessage(text)).toEqual([
      { cause: 'certificate-untrusted', step: 'starttls' },
    ]);
  });
});

describe('what stands before a line', () => {
  it.each([
    ['syslog', 'Nov 26 10:31:05 host tailchat[99]: '],
    ['syslog with a priority', '<22>Nov  6 10:31:05 host postfix/smtp[123]: '],
    ['RFC 5424', '<34>1 2026-11-26T10:31:05.003Z host app 12 - - '],
    ['RFC 5424 with data', '<34>1 2026-11-26T10:31:05.003Z host app - ID47 [a@1 b="c"] '],
    ['Kubernetes', '2026-11-26T10:31:05.123456789Z stderr F '],
    ['pm2', '0|tailchat  | '],
    ['pm2 with a time', '0|tailchat | 2026-11-26T10:31:05: '],
    ['Compose', 'service-core-1  | 2026-11-26T10:31:05.1Z '],
  ])('of %s is passed over', async (_name, prefix) => {
    const lines = logged('Invalid login', '535 Login fail', 'AUTH PLAIN');
    const found = [{ cause: 'auth-failed', step: 'auth', line: 2 }];
    expect(await findIn([usual(1), ...lines.map((line) => prefix + line)])).toEqual(found);
    const connect = `${prefix}Error: Connection timeout`;
    expect(await findIn([connect])).toMatchObject([{ cause: 'connection-timeout' }]);
  });
});

describe('a number that is no reply', () => {
  it.each([
    ...['550 pixels wide', '421 users online', '550 people liked this', '552 kg', '450 rpm'],
    ...['500 points', '452 members', '550 px', '450 lines of code', '530 pages', '550 entries'],
    ...['421 jobs done', '535 tasks left', '450 online', '550 records were imported', '421 more'],
    ...['GET /550 200', '503 Service Unavailable', '404 Not Found'],
    ...['status: 500', 'listening on :587', 'pid 450 exited', 'took 550 ms', 'port 465 is open'],
    ...['size 552 bytes', 'room 421', 'in 550 days', 'page 450 of 500', '450/500 done', 'v5.5.0'],
    ...['INFO node/GATEWAY: <= 500 POST /api/user/login [+42 ms]', 'user 550 joined', '550%'],
    ...['Loaded 451 messages', 'id=550', '#550', '550-pixel image', '450 words', '421 clients'],
    ...['1.5.5 is the version', '10:45:50 hello', '2026-05-50', '550 dollars', '452 EUR'],
  ])('brings nothing for %j', async (text) => {
    expect(await findInMessage(text)).toEqual([]);
  });

  it.each([
    ['535 Login fail', 'auth-failed'],
    ['550 User not found', 'recipient-unknown'],
    ['421 Too many connections', 'server-busy'],
    ['554 delivery error: dd This user does not have an account', 'recipient-unknown'],
    ['550-5.1.1 no such user', 'recipient-unknown'],
  ])('does not hide the reply %j', async (text, cause) => {
    expect(await findInMessage(text)).toMatchObject([{ cause }]);
  });
});

describe('the same trouble', () => {
  const refused = (host: string, port: number) => `Error: connect ECONNREFUSED ${host}:${port}`;

  it('of two servers is two findings, of one server one', async () => {
    const lines = [
      refused('192.0.2.1', 587),
      refused('192.0.2.1', 587),
      refused('192.0.2.1', 465),
      'Error: getaddrinfo ENOTFOUND smtp.a.example',
      'Error: getaddrinfo ENOTFOUND smtp.b.example',
      'Error: getaddrinfo ENOTFOUND smtp.a.example',
    ];
    expect((await findIn(lines)).map(({ line }) => line)).toEqual([1, 3, 4, 5]);
  });
});

describe('.NET', () => {
  it.each([
    [
      'System.Net.Mail.SmtpException: The SMTP server requires a secure connection or the client was not authenticated. The server response was: 5.7.57 Client not authenticated to send mail. Error: 535 5.7.139 Authentication unsuccessful',
      'auth-failed',
    ],
    [
      'The SMTP server requires a secure connection or the client was not authenticated. The server response was: 5.7.0 Must issue a STARTTLS command first',
      'starttls-required',
    ],
    [
      'System.Net.Mail.SmtpException: Mailbox unavailable. The server response was: 5.7.1 Unable to relay for you@x.example',
      'relay-denied',
    ],
    [
      'The server response was: 4.7.0 Too many login attempts, please try again later',
      'auth-throttled',
    ],
  ])('%s', async (text, cause) => {
    const { findings } = await explain(text);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.cause).toBe(cause);
  });

  it('has a reply without a code, which none is invented for', async () => {
    const text = 'The server response was: 5.7.1 Unable to relay for you@x.example';
    const [finding] = (await explain(text)).findings;
    expect(finding?.reply).toEqual({
      code: null,
      enhanced: '5.7.1',
      text: '5.7.1 Unable to relay for you@x.example',
    });
  });
});
