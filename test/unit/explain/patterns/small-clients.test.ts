import { describe, expect, it } from 'vitest';
import { explain } from '../../../../src/index.js';

async function found(text: string) {
  return (await explain([text])).findings.map(({ cause, step }) => `${cause} at ${step}`);
}

describe('mail clients that fewer programs have', () => {
  it.each([
    ['NoStackTraceThrowable: sender address is not present', 'sender-missing at settings'],
    ['NoStackTraceThrowable: no recipient addresses are present', 'recipient-missing at settings'],
    ['STARTTLS required but not supported by server', 'starttls-unavailable at starttls'],
    ['login is required, but no credentials supplied', 'credentials-missing at settings'],
    ['login is required, but no allowed AUTH methods available.', 'auth-needs-tls at auth'],
    ['SMTPException: message exceeds allowed size limit', 'message-too-large at mail-from'],
    [
      'io.vertx.core.impl.NoStackTraceThrowable: connection has been closed by the server',
      'connection-closed at greeting',
    ],
    [
      'SMTPException: recipient address not accepted: 550 5.1.1 No such user',
      'recipient-unknown at rcpt-to',
    ],
    [
      'SMTPException: sender address not accepted: 553 5.7.1 not owned by user',
      'sender-mismatch at mail-from',
    ],
  ])('Vert.x: %s', async (line, expected) => {
    expect(await found(line)).toEqual([expected]);
  });

  it.each([
    ['stream_socket_enable_crypto(): this stream does not support SSL/crypto', 'tls-failed at tls'],
    ['Unable to find the socket transport "ssl" - did you forget', 'tls-failed at tls'],
    ['Nette\\Mail\\SmtpException: Unable to connect via TLS.', 'tls-failed at tls'],
    [
      'SMTP server does not offer a supported authentication mechanism, only: NTLM.',
      'auth-mechanism-unsupported at auth',
    ],
    [
      'RuntimeException: No recipient forward path has been supplied',
      'recipient-missing at settings',
    ],
    [
      'Laminas\\Mail\\Protocol\\Exception\\RuntimeException: smtp.example.com has timed out',
      'timeout at ehlo',
    ],
    [
      'Laminas\\Mail\\Protocol\\Exception\\RuntimeException: Could not read from smtp.example.com',
      'connection-closed at greeting',
    ],
  ])('PHP: %s', async (line, expected) => {
    expect(await found(line)).toEqual([expected]);
  });

  it.each([
    ['Mail Error: No From email specifier', 'sender-missing at settings'],
    [
      'Unexpected reply: Code: 550, Enhanced code: 5.1.1, Message: No such user',
      'recipient-unknown at rcpt-to',
    ],
    [
      'Unexpected reply: Code: 535, Enhanced code: 0.0.0, Message: wrong password',
      'auth-failed at auth',
    ],
    ['SmtpNoGreetingException: Timed out while waiting for greeting.', 'server-silent at greeting'],
    ['Error: timedout while connecting to smtp server', 'connection-timeout at connect'],
    ['Mua.TransportError) non-existing domain', 'host-not-found at dns'],
    ['SMTP: the trustAnchors parameter must be non-empty', 'certificate-untrusted at tls'],
    [
      'SMTP: OSError: [Errno 97] Address family not supported by protocol',
      'network-unreachable at connect',
    ],
    ['SMTP: transport error code was 0x80040217', 'auth-failed at auth'],
  ])('others: %s', async (line, expected) => {
    expect(await found(line)).toEqual([expected]);
  });

  it.each([
    'RuntimeException: redis has timed out',
    'RuntimeException: Could not read from s3://bucket/key',
    'openai: Missing authentication credentials',
  ])('say nothing here: %s', async (line) => {
    expect(await found(line)).toEqual([]);
  });

  it('say what was wrong with a chain, of which MailKit only sums up that there was something', async () => {
    const text = `SslHandshakeException: An error occurred while attempting to establish an SSL or TLS connection.
• An intermediate certificate has the following errors:
  • unable to get certificate CRL`;
    expect(await found(text)).toEqual(['certificate-untrusted at tls']);
  });
});
