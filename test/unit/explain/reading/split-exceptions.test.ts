import { describe, expect, it } from 'vitest';
import { explain } from '../../../../src/index.js';

async function found(...lines: string[]) {
  return (await explain([lines.join('\n')])).findings.map(
    ({ cause, line }) => `${cause} in ${line}`,
  );
}

describe('an exception whose message stands apart', () => {
  it('has it in a field, as Visual Studio writes it', async () => {
    expect(
      await found(
        'MailKit.Net.Smtp.SmtpCommandException',
        '  HResult=0x80131500',
        '  Message=5.7.1 Sending from this domain is blocked',
        '  Source=MailKit',
      ),
    ).toEqual(['sender-rejected in 3']);
  });

  it('has it below a heading', async () => {
    expect(
      await found(
        'Exception type: MailKit.Net.Smtp.SmtpCommandException',
        'StatusCode: ServiceNotAvailable',
        '',
        'Exception message:',
        '',
        'Too many connections, slow down.',
      ),
    ).toEqual(['rate-limited in 6']);
  });

  it('has it in the next line', async () => {
    expect(
      await found(
        'An error: System.Net.Mail.SmtpException:',
        'Mailbox unavailable. The server response was: 5.7.1 Unable to relay',
      ),
    ).toEqual(['relay-denied in 2']);
  });

  it('has none among the frames', async () => {
    expect(
      await found(
        'System.Net.Mail.SmtpException',
        '   at System.Net.Mail.SmtpClient.Send(MailMessage message)',
        '   at Example.Mailer.Send()',
      ),
    ).toEqual(['unknown in 1']);
  });
});
