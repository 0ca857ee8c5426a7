import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';

async function found(...lines: string[]) {
  return (await explain([lines.join('\n')])).findings.map(
    ({ cause, line }) => `${cause} in ${line}`,
  );
}

describe('what only follows from an earlier refusal', () => {
  it('is a 503 to the next command', async () => {
    expect(
      await found(
        '>> RCPT TO:<a@example.com>',
        '<< 550 5.1.1 User unknown',
        '>> DATA',
        '<< 503 5.5.1 Error: need RCPT command',
      ),
    ).toEqual(['recipient-unknown in 2']);
  });

  it('is a 503 in the same line', async () => {
    const said =
      '>> RCPT TO:<a@example.com>  >> DATA  << 451 Temporary local problem - please try later  !! Expected';
    expect(
      await found(
        `${said}  << 503 Valid RCPT command must precede DATA  !! Expected response code 354 but got code "503", with message "503 Valid RCPT command must precede DATA "`,
      ),
    ).toEqual(['server-error in 1']);
  });

  it('is the demand of a login that has failed', async () => {
    expect(
      await found(
        '<** 535 5.7.8 Error: authentication failed',
        ' -> MAIL FROM:<a@example.com>',
        '<** 530 5.7.0 Authentication required',
      ),
    ).toEqual(['auth-failed in 1']);
  });

  it('is a connection that is closed behind it', async () => {
    expect(
      await found('ehlo localhost', '550 Relay Denied', 'Connection closed by foreign host'),
    ).toEqual(['relay-denied in 2']);
    expect(await found('Connection closed by foreign host', '', 'error 550 User unknown')).toEqual([
      'connection-closed in 1',
      'recipient-unknown in 3',
    ]);
  });

  it('is no 503 that comes first', async () => {
    expect(
      await found('<** 503 5.5.1 Error: send HELO/EHLO first', '<** 550 5.1.1 User unknown'),
    ).toEqual(['protocol-error in 1', 'recipient-unknown in 2']);
  });

  const ACCEPT =
    'Nov 28 03:12:44 mail postfix/submission/smtpd[991]: SSL_accept error from unknown[172.18.0.5]: -1';
  const LIBRARY =
    'Nov 28 03:12:44 mail postfix/submission/smtpd[991]: warning: TLS library problem: error:0A000418:SSL routines::tlsv1 alert unknown ca:../ssl/record/rec_layer_s3.c:1605:SSL alert number 48:';

  it('is the reason of a handshake that a neighbouring line names', async () => {
    expect(await found(ACCEPT, LIBRARY)).toEqual(['certificate-untrusted in 2']);
    expect(await found(LIBRARY, ACCEPT)).toEqual(['certificate-untrusted in 1']);
    expect(await found(ACCEPT)).toEqual(['tls-failed in 1']);
    expect(await found(ACCEPT, '', '', '', LIBRARY)).toEqual([
      'tls-failed in 1',
      'certificate-untrusted in 5',
    ]);
  });

  it.each([
    '0A000412:SSL routines::ssl/tls alert bad certificate',
    '0A000416:SSL routines::sslv3 alert certificate unknown',
  ])('is no handshake where the client told why it ended it: %s', async (alert) => {
    expect(
      await found(
        `2026-11-28 03:12:44 TLS error on connection from (tailchat) [172.18.0.5] (SSL_accept): error:${alert}`,
      ),
    ).toEqual(['certificate-untrusted in 1']);
  });
});
