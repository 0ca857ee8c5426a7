import { describe, expect, it } from 'vitest';
import { findReply } from '../../../src/explain/logged-reply.js';
import { explain } from '../../../src/index.js';

const NO_USER = '550 5.1.1 <no@x.org>: Recipient address rejected: User unknown';

describe('findReply', () => {
  it.each<[line: string, reply: string, step: string | undefined]>([
    ['Error: Invalid greeting. response=554 5.7.1 Blocked', '554 5.7.1 Blocked', 'greeting'],
    ['Error: Invalid greeting. response=* OK IMAP ready', '* OK IMAP ready', 'greeting'],
    ['Error: Invalid EHLO. response=501 5.5.4 Bad', '501 5.5.4 Bad', 'ehlo'],
    ['Error: Server terminates connection. response=421 Bye', '421 Bye', 'ehlo'],
    ['Error: Error upgrading connection with STARTTLS: 454 No TLS', '454 No TLS', 'starttls'],
    ['Error: Invalid login: 535-5.7.8 No. For', '535-5.7.8 No. For', 'auth'],
    ['Error: Invalid login sequence while waiting for "235": 500 x', '500 x', 'auth'],
    ['Error: Mail command failed: 553 Not yours', '553 Not yours', 'mail-from'],
    [`Error: Recipient command failed: ${NO_USER}`, NO_USER, 'rcpt-to'],
    [`Error: Can't send mail - all recipients were rejected: ${NO_USER}`, NO_USER, 'rcpt-to'],
    ['Error: Data command failed: 451 4.3.0 Later', '451 4.3.0 Later', 'data'],
    ['Error: Message failed: 554 5.7.1 Spam', '554 5.7.1 Spam', 'data'],
    ['Error: Message failed for recipient a@x.org: 554 Spam', '554 Spam', 'data'],
    [
      `Jun  1 03:12:45 mail postfix/smtp[1234]: 4VsT2f5q: to=<no@x.org>, relay=mx.x.org[192.0.2.1]:25, delay=0.55, delays=0.1/0/0.2/0.25, dsn=5.1.1, status=bounced (host mx.x.org[192.0.2.1] said: ${NO_USER} in virtual mailbox table (in reply to RCPT TO command))`,
      `${NO_USER} in virtual mailbox table`,
      'rcpt-to',
    ],
    [
      'status=deferred (host mx.x.org[192.0.2.1] said: 451 4.7.1 Try later (in reply to end of DATA command))',
      '451 4.7.1 Try later',
      'data',
    ],
    [
      'said: 553 <a@x.org>: Sender address rejected (in reply to MAIL FROM command)',
      '553 <a@x.org>: Sender address rejected',
      'mail-from',
    ],
    ["smtplib.SMTPDataError: (554, b'5.7.1 Spam')", '554 5.7.1 Spam', undefined],
    [
      "smtplib.SMTPAuthenticationError: (535, b'5.7.8 No. For more, go to\\n5.7.8  https://x.org - gsmtp')",
      '535-5.7.8 No. For more, go to\n535 5.7.8  https://x.org - gsmtp',
      undefined,
    ],
    [
      "smtplib.SMTPRecipientsRefused: {'no@x.org': (550, b'5.1.1 <no@x.org>: User unknown')}",
      '550 5.1.1 <no@x.org>: User unknown',
      undefined,
    ],
    [`smtplib.SMTPSenderRefused: (553, b"It isn't yours", 'a@x')`, "553 It isn't yours", undefined],
    ['SMTPAuthenticationError(535, b"5.7.8 No")', '535 5.7.8 No', undefined],
    [
      '<** 535 5.7.8 Error: authentication failed',
      '535 5.7.8 Error: authentication failed',
      undefined,
    ],
    ['<** 550 No such user', '550 No such user', undefined],
    ['2024-06-01 03:12:46 SERVER -> CLIENT: 553 Not yours', '553 Not yours', undefined],
    ['SMTP ERROR: MAIL FROM command failed: 553 Not yours', '553 Not yours', undefined],
  ])('%s', (line, text, step) => {
    const found = findReply(line);
    expect({ text: found?.text, step: found?.step }).toEqual({ text, step });
    expect(found?.isSure).toBe(true);
  });

  it.each<[line: string, reply: string]>([
    ['535 Login fail', '535 Login fail'],
    ['msmtp: server message: 535 authentication failed', '535 authentication failed'],
    ['< 535 authentication failed', '535 authentication failed'],
    ['<- 550 No such user', '550 No such user'],
    ['S: 550 No such user', '550 No such user'],
    ['lettre: permanent error (535): 5.7.8 No such login', '535 5.7.8 No such login'],
    ['javax.mail.AuthenticationFailedException: 535 Login fail', '535 Login fail'],
    ['com.sun.mail.smtp.SMTPSendFailedException: 553 Not yours', '553 Not yours'],
    ['failed to send: 535 Login fail', '535 Login fail'],
    ['curl: (55) RCPT failed: 550', '550'],
  ])('may be a reply: %s', (line, text) => {
    expect(findReply(line)?.text).toBe(text);
  });

  it.each([
    '',
    'HTTP/1.1 502 Bad Gateway',
    '"GET /api/user HTTP/1.1" 500 1234',
    '[GATEWAY] <= 500 POST /api/mail/send [+12 ms]',
    '500 Internal Server Error',
    '502 Bad Gateway',
    '504 Gateway Timeout',
    'Request failed with status code 500',
    'Request failed with status code 404',
    'took 550 ms',
    'took 421 milliseconds',
    'done in 535 seconds',
    'waited 450 s, gave up',
    'read 552 bytes',
    'wrote 452 KB to disk',
    '[+550.421 ms]',
    'listening on 0.0.0.0:587',
    'connected to 10.0.0.1:550 at once',
    '172.18.0.5:45535 connected',
    'Sat, 01 Jun 2024 03:12:45 GMT',
    '2024-06-01T03:12:45.550Z up',
    '1:M 01 Jun 2024 03:13:01.550 * 100 changes in 300 seconds. Saving...',
    'nodemailer 6.7.8 loaded',
    'version 5.5.0 is out',
    'moleculer v0.14.535 is up',
    '12550 5 of them',
    '250 2.0.0 Ok: queued as 4VsT2f5q',
    'SERVER -> CLIENT: 250 2.1.5 Ok',
    '220 mail.example.com ESMTP',
    '334 VXNlcm5hbWU6',
    '[550] users online',
    'imported 535 rows',
    'page 452 of 500',
  ])('is none: %s', (line) => {
    expect(findReply(line)).toBeUndefined();
  });
});

/** What is found in lines that come as a log does. */
async function found(lines: string[]) {
  const { findings } = await explain([lines.join('\n')]);
  return findings.map(({ cause, step, line }) => ({ cause, step, line }));
}

describe('a transcript', () => {
  it('of swaks: the step is that of the command before', async () => {
    const before = [
      '=== Trying smtp.qq.com:587...',
      '=== Connected to smtp.qq.com.',
      '<-  220 newxmesmtplogicsvrszb9-0.qq.com XMail Esmtp QQ Mail Server.',
      ' -> EHLO me.example.com',
      '<-  250-newxmesmtplogicsvrszb9-0.qq.com',
      '<-  250-AUTH LOGIN PLAIN XOAUTH XOAUTH2',
      '<-  250 8BITMIME',
    ];
    const after = [' -> QUIT', '<-  221 Bye.', '=== Connection closed with remote host.'];
    const login = [' -> AUTH LOGIN', '<-  334 VXNlcm5hbWU6', ' -> bWVAcXEuY29t'];
    const refused =
      '<** 535 Login Fail. Please enter your authorization code to login. More information in https://service.mail.qq.com/detail/0/53';
    expect(
      await found([...before, ...login, refused, '*** No authentication type succeeded', ...after]),
    ).toEqual([{ cause: 'app-password-required', step: 'auth', line: 11 }]);
    const mail = [' -> MAIL FROM:<a@x.org>', '<-  250 Ok'];
    const rcpt = [' -> RCPT TO:<no@x.org>', '<** 550 Invalid'];
    expect(await found([...before, ...mail, ...rcpt, ...after])).toEqual([
      { cause: 'recipient-unknown', step: 'rcpt-to', line: 11 },
    ]);
    const sender = [' -> MAIL FROM:<a@x.org>', '<** 550 Invalid'];
    expect(await found([...before, ...sender, ...after])).toEqual([
      { cause: 'sender-rejected', step: 'mail-from', line: 9 },
    ]);
  });

  it('of PHPMailer: each failure once, the reply whole', async () => {
    const text = [
      '2024-06-01 03:12:45\tSERVER -> CLIENT: 220 smtp.gmail.com ESMTP x - gsmtp',
      '2024-06-01 03:12:45\tCLIENT -> SERVER: EHLO localhost',
      '2024-06-01 03:12:45\tSERVER -> CLIENT: 250-smtp.gmail.com at your service, [192.0.2.1]',
      '250-SIZE 35882577',
      '250 SMTPUTF8',
      '2024-06-01 03:12:46\tCLIENT -> SERVER: AUTH LOGIN',
      '2024-06-01 03:12:46\tSERVER -> CLIENT: 334 VXNlcm5hbWU6',
      '2024-06-01 03:12:46\tCLIENT -> SERVER: [credentials hidden]',
      '2024-06-01 03:12:46\tSERVER -> CLIENT: 535-5.7.8 Username and Password not accepted. For more information, go to',
      '535 5.7.8  https://support.google.com/mail/?p=BadCredentials x - gsmtp',
      '2024-06-01 03:12:46\tSMTP ERROR: Password command failed: 535-5.7.8 Username and Password not accepted. For more information, go to',
      '535 5.7.8  https://support.google.com/mail/?p=BadCredentials x - gsmtp',
      'SMTP Error: Could not authenticate.',
      '2024-06-01 03:12:46\tCLIENT -> SERVER: QUIT',
      '2024-06-01 03:12:46\tSERVER -> CLIENT: 221 2.0.0 closing connection x - gsmtp',
    ];
    const { findings } = await explain([text.join('\n')]);
    expect(findings).toMatchObject([{ cause: 'app-password-required', step: 'auth', line: 9 }]);
    expect(findings[0]?.reply?.text.split('\n')).toHaveLength(2);
  });

  it('of curl', async () => {
    const lines = [
      '*   Trying 192.0.2.1:587...',
      '* Connected to smtp.example.com (192.0.2.1) port 587',
      '< 220 smtp.example.com ESMTP',
      '> EHLO me',
      '< 250-smtp.example.com',
      '< 250 AUTH PLAIN',
      '> AUTH PLAIN',
      '< 334',
      '> AG1lAHNlY3JldA==',
      '< 535 5.7.8 Error: authentication failed: ',
      '* Closing connection 0',
      'curl: (67) Login denied',
    ];
    expect(await found(lines)).toEqual([{ cause: 'auth-failed', step: 'auth', line: 10 }]);
  });

  it('of msmtp', async () => {
    const lines = [
      'msmtp: authentication failed (method PLAIN)',
      'msmtp: server message: 535 5.7.8 Error: authentication failed: ',
      'msmtp: could not send mail (account default from /etc/msmtprc)',
    ];
    expect(await found(lines)).toEqual([{ cause: 'auth-failed', step: 'auth', line: 2 }]);
  });

  it('of two programs at once: each has its own step', async () => {
    const lines = [
      'a-1  | -> AUTH PLAIN',
      'b-1  | -> RCPT TO:<no@x.org>',
      'a-1  | <** 550 Invalid',
      'b-1  | <** 550 Invalid',
    ];
    expect((await found(lines)).map(({ step, line }) => [step, line])).toEqual([
      ['auth', 3],
      ['rcpt-to', 4],
    ]);
  });

  it('of an error as one line of JSON', async () => {
    const response = '535-5.7.8 Username and Password not accepted.\n535 5.7.8 "Go" - gsmtp';
    const err = { type: 'Error', message: `Invalid login: ${response}`, code: 'EAUTH' };
    const line = {
      level: 50,
      time: 1717211565550,
      err: { ...err, response, command: 'AUTH PLAIN' },
    };
    const { findings } = await explain(['{"level":30}\n', JSON.stringify(line)]);
    expect(findings).toMatchObject([
      {
        cause: 'app-password-required',
        step: 'auth',
        line: 2,
        reply: { code: 535, text: response },
      },
    ]);
  });

  it('of an error whose reply begins in the line after its name', async () => {
    const lines = [
      'Error: Invalid login: 535-5.7.8 No',
      '    at x (/app/node_modules/nodemailer/lib/smtp-connection/index.js:1:1) {',
      '  response:',
      "    '535-5.7.8 No\\n' +",
      "    '535 5.7.8 really',",
      "  command: 'AUTH PLAIN'",
      '}',
    ];
    const { findings } = await explain([lines.join('\n')]);
    expect(findings.map(({ step, reply }) => [step, reply?.text])).toEqual([
      ['auth', '535-5.7.8 No\n535 5.7.8 really'],
    ]);
  });

  it('of an error with an escaped reply that has quotes of each kind', async () => {
    const lines = [
      'Error: Message failed: 554 5.7.1 It isn\'t "good"',
      '    at x (/app/node_modules/nodemailer/lib/smtp-connection/index.js:1:1) {',
      '  response: `554 5.7.1 It isn\'t "good"`,',
      "  command: 'DATA'",
      '}',
    ];
    const { findings } = await explain([lines.join('\n')]);
    expect(findings.map(({ reply, step }) => [reply?.text, step])).toEqual([
      ['554 5.7.1 It isn\'t "good"', 'data'],
    ]);
  });
});
