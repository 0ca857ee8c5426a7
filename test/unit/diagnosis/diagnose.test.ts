import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.js';
import type { Evidence } from '../../../src/diagnosis/evidence.js';
import { parseReply } from '../../../src/diagnosis/reply.js';
import type { StepName } from '../../../src/report/report.js';

type More = Partial<Evidence>;

const said = (step: StepName, text: string, more: More = {}) =>
  diagnose({ step, reply: parseReply(text), ...more });

const STARTTLS = { extensions: ['SIZE 1', 'STARTTLS'] };

/** Without the words of any provider: codes, enhanced codes, and words that servers share. */
const REPLIES: [step: StepName, reply: string, cause: string, more?: More][] = [
  ['greeting', '421 4.3.2 Service shutting down', 'server-busy'],
  ['greeting', '421 Too many connections', 'server-busy'],
  ['greeting', '554 5.7.1 Client host [192.0.2.1] blocked', 'ip-blocked'],
  ['greeting', '550 5.7.1 Your address is blocked', 'ip-blocked'],
  ['greeting', '521 mail.x.org does not accept mail', 'server-error'],
  ['greeting', '450 4.3.2 Try later', 'server-error'],
  ['ehlo', '504 5.5.2 <x>: need fully-qualified hostname', 'helo-rejected'],
  ['ehlo', '501 5.5.4 Invalid domain name', 'helo-rejected'],
  ['ehlo', '550 Bad HELO', 'helo-rejected'],
  ['ehlo', '421 4.4.2 Bye', 'server-busy'],
  ['starttls', '454 4.7.0 TLS not available', 'starttls-unavailable'],
  ['starttls', '502 5.5.1 Not implemented', 'starttls-unavailable'],
  ['starttls', '421 4.7.0 Bye', 'server-busy'],
  ['auth', '535 5.7.8 Authentication credentials invalid', 'auth-failed'],
  ['auth', '535 Login fail', 'auth-failed'],
  ['auth', '504 5.5.4 Unrecognized authentication type', 'auth-mechanism-unsupported'],
  ['auth', '502 5.5.1 Not implemented', 'auth-mechanism-unsupported'],
  ['auth', '538 5.7.11 Encryption required', 'auth-needs-tls'],
  ['auth', '530 5.7.0 Must issue a STARTTLS command first', 'starttls-required', STARTTLS],
  ['auth', '454 4.7.0 Temporary authentication failure', 'server-error'],
  ['auth', '421 4.7.0 Too many errors', 'server-busy'],
  ['mail-from', '530 5.7.0 Authentication required', 'auth-required', { isEncrypted: true }],
  ['mail-from', '530 5.7.0 Must issue a STARTTLS command first', 'starttls-required', STARTTLS],
  ['mail-from', '501 5.1.7 Bad sender address syntax', 'sender-syntax'],
  ['mail-from', '501 Bad address', 'sender-syntax'],
  ['mail-from', '550 5.1.8 Domain of sender does not exist', 'sender-rejected'],
  ['mail-from', '553 5.7.1 Not allowed', 'sender-rejected'],
  ['mail-from', '552 5.3.4 Message size exceeds limit', 'message-too-large'],
  ['mail-from', '452 4.3.1 Insufficient system storage', 'server-error'],
  [
    'mail-from',
    '553 5.7.1 <a@x>: Sender address rejected: not owned by user b@x',
    'sender-mismatch',
  ],
  ['rcpt-to', '553 5.7.1 <a@x>: Sender address rejected: not logged in', 'auth-required'],
  ['rcpt-to', '550 5.1.0 <a@x>: Sender address rejected: Domain not found', 'sender-rejected'],
  ['rcpt-to', '504 5.5.2 <x>: Helo command rejected: need fully-qualified', 'helo-rejected'],
  // So Postfix's submission port refuses whoever has not logged in.
  ['rcpt-to', '554 5.7.1 Client host rejected: Access denied', 'auth-required'],
  [
    'rcpt-to',
    '554 5.7.1 Client host rejected: Access denied',
    'ip-blocked',
    { isAuthenticated: true },
  ],
  ['rcpt-to', '550 5.1.1 No such user', 'recipient-unknown'],
  ['rcpt-to', '550 No such user', 'recipient-unknown'],
  ['rcpt-to', '556 5.1.10 Null MX', 'recipient-unknown'],
  ['rcpt-to', '501 5.1.3 Bad recipient address syntax', 'recipient-syntax'],
  ['rcpt-to', '554 5.7.1 Relay access denied', 'relay-denied'],
  ['rcpt-to', '550 5.7.1 Relaying denied', 'relay-denied'],
  ['rcpt-to', '550 5.7.1 Rejected by policy', 'recipient-rejected'],
  ['rcpt-to', '552 5.2.2 Mailbox full', 'mailbox-full'],
  ['rcpt-to', '452 4.2.2 Over quota', 'mailbox-full'],
  ['rcpt-to', '450 4.2.0 Greylisted, try again in 300 seconds', 'greylisted'],
  ['rcpt-to', '451 4.7.1 Please try again later', 'greylisted'],
  ['rcpt-to', '450 4.1.1 Unverified address', 'server-error'],
  ['data', '552 5.3.4 Message too big', 'message-too-large'],
  ['data', '554 5.7.1 Spam', 'content-rejected'],
  ['data', '550 5.7.26 SPF and DKIM failed', 'auth-policy-rejected'],
  ['data', '550 5.7.23 SPF', 'auth-policy-rejected'],
  ['data', '451 4.3.0 Local error', 'server-error'],
  ['data', '550 5.1.1 No such user', 'recipient-unknown'],
  ['mail-from', '503 5.5.1 Bad sequence', 'protocol-error'],
  ['data', '250 Ok', 'protocol-error'],
  ['greeting', '250 Hi', 'protocol-error'],
];

const SYSTEM: [step: StepName, evidence: More, cause: string][] = [
  ['dns', { errorCode: 'ENOTFOUND' }, 'host-not-found'],
  ['dns', { errorCode: 'ENODATA' }, 'host-not-found'],
  ['dns', { errorCode: 'ETIMEOUT' }, 'dns-unavailable'],
  ['dns', { errorCode: 'EAI_AGAIN' }, 'dns-unavailable'],
  ['dns', { errorCode: 'ESERVFAIL' }, 'dns-unavailable'],
  ['dns', { isTimedOut: true }, 'dns-unavailable'],
  ['connect', { errorCode: 'ECONNREFUSED' }, 'connection-refused'],
  ['connect', { errorCode: 'ETIMEDOUT' }, 'connection-timeout'],
  ['connect', { isTimedOut: true }, 'connection-timeout'],
  ['connect', { errorCode: 'ENETUNREACH' }, 'network-unreachable'],
  ['connect', { errorCode: 'EHOSTUNREACH' }, 'network-unreachable'],
  ['connect', { errorCode: 'EWHATEVER' }, 'unknown'],
  ['greeting', { isTimedOut: true, port: 25 }, 'server-silent'],
  ['greeting', { isTimedOut: true, port: 465, isImplicitTls: false }, 'plain-on-tls-port'],
  ['greeting', { isTimedOut: true, port: 465, isImplicitTls: true }, 'server-silent'],
  ['greeting', { isMalformed: true }, 'not-smtp'],
  ['greeting', { isClosed: true }, 'connection-closed'],
  ['greeting', { errorCode: 'ECONNRESET' }, 'connection-closed'],
  ['ehlo', { isTimedOut: true }, 'timeout'],
  ['ehlo', { isMalformed: true }, 'protocol-error'],
  ['data', { isTimedOut: true }, 'timeout'],
  ['data', { isClosed: true }, 'connection-closed'],
  ['tls', { errorCode: 'ERR_SSL_WRONG_VERSION_NUMBER', isImplicitTls: true }, 'tls-on-plain-port'],
  ['tls', { errorCode: 'ERR_SSL_UNSUPPORTED_PROTOCOL' }, 'tls-version'],
  ['tls', { errorCode: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION' }, 'tls-version'],
  ['tls', { errorCode: 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE' }, 'tls-version'],
  ['tls', { errorCode: 'ERR_SSL_SOMETHING_ELSE' }, 'tls-failed'],
  ['tls', { isTimedOut: true }, 'timeout'],
  ['tls', { isTimedOut: true, isTlsUnanswered: true }, 'server-silent'],
  ['tls', { isClosed: true }, 'connection-closed'],
  ['tls', { errorCode: 'CERT_HAS_EXPIRED' }, 'certificate-expired'],
  ['tls', { errorCode: 'CERT_NOT_YET_VALID' }, 'certificate-expired'],
  ['starttls', { errorCode: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'certificate-hostname'],
  ['starttls', { errorCode: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'certificate-untrusted'],
  ['tls', { errorCode: 'SELF_SIGNED_CERT_IN_CHAIN' }, 'certificate-untrusted'],
  ['tls', { errorCode: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }, 'certificate-untrusted'],
  ['auth', { unusableMechanisms: ['XOAUTH2'] }, 'oauth-required'],
  ['auth', { unusableMechanisms: ['XOAUTH2', 'OAUTHBEARER'] }, 'oauth-required'],
  ['auth', { unusableMechanisms: ['GSSAPI'] }, 'auth-mechanism-unsupported'],
  ['auth', { unusableMechanisms: ['GSSAPI', 'XOAUTH2'] }, 'auth-mechanism-unsupported'],
  ['auth', { unusableMechanisms: [] }, 'auth-mechanism-unsupported'],
  ['auth', {}, 'unknown'],
];

describe('diagnose', () => {
  it.each(REPLIES)('at %s, %j means %s', (step, reply, cause, more) => {
    expect(said(step, reply, more).cause).toBe(cause);
  });

  it.each(SYSTEM)('at %s, %j means %s', (step, evidence, cause) => {
    expect(diagnose({ step, ...evidence }).cause).toBe(cause);
  });
});

describe('the order of weight', () => {
  it('puts the words before the enhanced code', () => {
    expect(said('rcpt-to', '550 5.1.1 Relay access denied').cause).toBe('relay-denied');
  });

  it('puts the enhanced code before the reply code', () => {
    expect(said('rcpt-to', '550 x').cause).toBe('recipient-unknown');
    expect(said('rcpt-to', '550 5.2.2 x').cause).toBe('mailbox-full');
  });

  it('puts a reply before what the system said afterwards', () => {
    const after = { isClosed: true, isTimedOut: true, errorCode: 'ECONNRESET' };
    expect(said('auth', '535 5.7.8 No', after).cause).toBe('auth-failed');
  });

  it('goes by the step: the same reply means another thing elsewhere', () => {
    const steps = ['greeting', 'mail-from', 'rcpt-to', 'data'] as const;
    expect(steps.map((step) => said(step, '550 5.7.1 No').cause)).toEqual([
      'ip-blocked',
      'sender-rejected',
      'recipient-rejected',
      'content-rejected',
    ]);
  });

  it('never names app-password-required for a 535 that does not say so', () => {
    for (const reply of ['535 5.7.8 Error', '535 Error', '535 5.7.3 Authentication unsuccessful']) {
      expect(said('auth', reply).cause).toBe('auth-failed');
    }
  });

  it('does not read a refusal into words that come with a yes', () => {
    expect(said('data', '250 greylisting is off, relay denied').cause).toBe('protocol-error');
  });

  it('does not take a sender who is not the recipient for an unknown recipient', () => {
    expect(said('mail-from', '550 5.1.1 a@x: unknown').cause).toBe('sender-rejected');
  });
});

describe('what a diagnosis means', () => {
  it('is temporary for the server’s own trouble after a 4xx', () => {
    expect(said('data', '451 4.3.0 Local error')).toEqual({
      cause: 'server-error',
      exitCode: 75,
      retryable: true,
    });
  });

  it('is final for the server’s own trouble after a 5xx', () => {
    expect(said('data', '555 5.3.0 Local error')).toEqual({
      cause: 'server-error',
      exitCode: 69,
      retryable: false,
    });
  });

  it('is temporary for a full mailbox also after a 5xx', () => {
    expect(said('rcpt-to', '552 5.2.2 Full')).toMatchObject({ exitCode: 75, retryable: true });
  });

  it('leaves it at a temporary failure when the enhanced code names what never goes away', () => {
    expect(said('data', '451 4.7.26 Try later')).toMatchObject({
      exitCode: 75,
      retryable: true,
    });
  });

  it.each([
    ['421 x', true],
    ['450 4.2.0 x', true],
    ['550 5.1.1 x', false],
    ['554 5.7.1 x', false],
  ])('%j is worth retrying: %s', (reply, retryable) => {
    expect(said('rcpt-to', reply).retryable).toBe(retryable);
  });
});
