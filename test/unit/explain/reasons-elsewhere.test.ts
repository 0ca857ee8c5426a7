import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/library/explain.js';

const causesOf = async (text: string) =>
  (await explain(text)).findings.map(({ cause, line }) => `${cause} ${line}`);

describe('a program that says what it has seen in words of its own', () => {
  it.each([
    ['Expected response code 220 but got code "", with message ""', 'connection-closed 1'],
    [
      'err="missing password for PLAIN auth mechanism; missing password for LOGIN auth mechanism"',
      'credentials-missing 1',
    ],
    [
      'postfix/smtp[264]: 8100BA85F1: to=<bob@x.org>, relay=none, dsn=5.4.4, status=bounced (Host or domain name not found. Name service error for name=x.org type=AAAA: Host not found)',
      'recipient-unknown 1',
    ],
    ['邮件发送失败：SMTP 错误：登录失败。', 'auth-failed 1'],
  ])('%s', async (text, found) => {
    expect(await causesOf(text)).toEqual([found]);
  });

  it('leaves the reason to another line, though it names the server', async () => {
    const lines = [
      'javax.mail.MessagingException: Could not connect to SMTP host: smtp.x.org, port: 465;',
      '  nested exception is:',
      '\tjava.net.ConnectException: Connection refused: connect',
    ];
    expect(await causesOf(lines.join('\n'))).toEqual(['connection-refused 3']);
    expect(await causesOf(lines[0] ?? '')).toEqual(['unknown 1']);
  });
});
