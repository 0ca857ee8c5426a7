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
});
