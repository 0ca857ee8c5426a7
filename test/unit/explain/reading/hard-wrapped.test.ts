import { describe, expect, it } from 'vitest';
import { unwrapQuoted } from '../../../../src/explain/reading/hard-wrapped.js';
import { explain } from '../../../../src/index.js';

const BOUNCE = [
  'My form mails come back:',
  '<b@example.org>: host mx.example.org[192.0.2.1] said:',
  '    550-5.7.26 This message does not pass authentication checks (SPF and DKIM',
  '    both 550-5.7.26 do not pass). Please visit 550',
  '    5.7.26 example.org (in reply to end of DATA command)',
  '',
  'Now I also see 421 4.7.0 Too many connections',
];

describe('a reply that Postfix quotes and a mail client has wrapped', () => {
  it('is one reply, in the line where it begins', async () => {
    const { findings } = await explain([BOUNCE.join('\n')]);
    expect(findings.map(({ cause, line }) => `${cause} in ${line}`)).toEqual([
      'auth-policy-rejected in 2',
      'server-busy in 7',
    ]);
  });

  it('is none where its end is missing, or an empty line comes before it', () => {
    expect(unwrapQuoted(BOUNCE.slice(0, 4).join('\n'))).toBeUndefined();
    const parted = [...BOUNCE.slice(0, 3), '', ...BOUNCE.slice(3)];
    expect(unwrapQuoted(parted.join('\n'))).toBeUndefined();
    expect(unwrapQuoted('The server said:\nno')).toBeUndefined();
  });
});

describe("a server's answer that .NET quotes and a terminal has broken between words", () => {
  it.each([
    'was not authenticated. The server response was: \n5.7.0 Authentication\nrequired. Learn more',
    'was not authenticated. The server response was: 5.7.0 Authentication\nRequired.\n   at System.Net.Mail.MailCommand.Send()',
  ])('is read whole: %s', async (text) => {
    const { findings } = await explain([
      `System.Net.Mail.SmtpException: The SMTP server requires a secure connection or the client ${text}`,
    ]);
    expect(findings.map(({ cause }) => cause)).toEqual(['auth-required']);
  });
});
