import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';

async function found(text: string) {
  return (await explain([text])).findings.map(({ cause, step }) => `${cause} at ${step}`);
}

describe('what further clients say', () => {
  it.each([
    [
      'System.Net.Mail.SmtpException: Syntax error, command unrecognized.',
      'protocol-error at data',
    ],
    ['System.Net.Mail.SmtpException: Authentication failed.', 'auth-failed at auth'],
    ['mailing/smtp options not configured, contact your admin', 'uri-missing at settings'],
    ['SMTP AUTH extension not found', 'auth-mechanism-unsupported at auth'],
    ['SMTP STARTTLS extension not found', 'starttls-unavailable at starttls'],
    ['MimeKit.ParseException: Invalid addr-spec token at offset 0', 'recipient-syntax at rcpt-to'],
    ['Error sending test email: Unexpected token at offset 20', 'recipient-syntax at rcpt-to'],
    ['Please check your email login credentials.', 'auth-failed at auth'],
    ['failed: An authentication function returned an error', 'auth-failed at auth'],
    [
      'curl_easy_perform() failed: Failure when receiving data from the peer',
      'connection-closed at greeting',
    ],
    ['level=error msg="mail" Error="dial tcp: missing address"', 'uri-missing at settings'],
    [
      '{network_failure,"192.0.2.1",{error,{options,{{server_name_indication,"192.0.2.1"}}}}}',
      'tls-failed at tls',
    ],
    [
      'Max connection attempts exceeded - dial tcp 192.0.2.1:25: connect: permission denied',
      'network-unreachable at connect',
    ],
    [
      'level=error msg="Max connection attempts exceeded - unencrypted connection"',
      'auth-needs-tls at auth',
    ],
    [
      "smtplib.SMTPConnectError: (-1, b'[CAPABILITY IMAP4rev1 SASL-IR LOGIN-REFERRALS] ready.')",
      'not-smtp at greeting',
    ],
    [
      'Send email failed: 501 Mail path must not include special characters.',
      'sender-syntax at mail-from',
    ],
    ['[smtp] Login not possible. Please check your settings', 'auth-failed at auth'],
    [
      'after setting this I got 5.7.3 STARTTLS is required to send mail error',
      'starttls-required at data',
    ],
    [
      'smtp.example.org port=587 --> `Unrecognized Authentication Type`',
      'auth-mechanism-unsupported at auth',
    ],
  ])('%s', async (text, cause) => {
    expect(await found(text)).toEqual([cause]);
  });

  it.each(['We upgraded from Exim 4.9.2 mail server to Exim 4.9.8'])(
    'finds nothing in %j',
    async (text) => {
      expect(await found(text)).toEqual([]);
    },
  );
});
