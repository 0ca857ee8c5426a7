import { describe, expect, it } from 'vitest';
import { explain } from '../../../../src/index.js';
import { expectValidExplanation } from '../../../helpers/schema.js';
import { ORIGINAL, writeBounce, writePlain } from './write-letter.js';

const COPY = [
  '------ This is a copy of the message, including all the headers. ------',
  ...ORIGINAL,
];

async function read(letter: string) {
  const document = await explain([Buffer.from(letter)]);
  expectValidExplanation(document);
  return document;
}

async function found(letter: string) {
  const { findings } = await read(letter);
  return findings.map(({ recipient, cause, step }) => [recipient, cause, step]);
}

describe('a report in fields (RFC 3464)', () => {
  it('is one finding a recipient, with everything that it says', async () => {
    const letter = writeBounce({
      diagnostic:
        'smtp; 550 5.1.1 <anna@example.org>: Recipient address\n    rejected: User unknown in virtual mailbox table',
      status: '5.1.1',
      fields: ['Remote-MTA: dns; mx.example.org'],
      text: '<anna@example.org>: host mx.example.org[192.0.2.1] said: 550 5.1.1\n    <anna@example.org>: Recipient address rejected: User unknown in\n    virtual mailbox table (in reply to RCPT TO command)',
    });
    const document = await read(letter);
    expect(document.findings).toHaveLength(1);
    expect(document.findings[0]).toMatchObject({
      cause: 'recipient-unknown',
      step: 'rcpt-to',
      retryable: false,
      recipient: 'anna@example.org',
      action: 'failed',
      willRetryUntil: null,
      remoteHost: 'mx.example.org',
      reportedBy: 'relay.example.net',
      reply: {
        code: 550,
        enhanced: '5.1.1',
        text: '550 5.1.1 <anna@example.org>: Recipient address rejected: User unknown in virtual mailbox table',
      },
    });
    expect(document.letters).toEqual([
      {
        kind: 'bounce',
        title: expect.stringMatching(/\w/),
        line: 1,
        subject: 'Welcome to Tailchat',
        sent: '2026-11-26T08:59:58.000Z',
        findings: [0],
      },
    ]);
  });

  it('says of a delay until when it is tried', async () => {
    const letter = writeBounce({
      action: 'delayed',
      status: '4.4.1',
      diagnostic: 'X-Postfix; connect to mx.example.org[192.0.2.1]:25: Connection timed out',
      fields: ['Will-Retry-Until: Tue, 1 Dec 2026 09:00:00 +0000'],
      text: 'It has not yet been delivered. It will be retried until it is 5 days old.',
    });
    const { findings, letters } = await read(letter);
    expect(findings).toMatchObject([
      {
        cause: 'connection-timeout',
        action: 'delayed',
        retryable: true,
        willRetryUntil: '2026-12-01T09:00:00.000Z',
      },
    ]);
    expect(letters).toMatchObject([{ kind: 'delay', findings: [0] }]);
  });

  it.each([
    // The remote's own words say more than what the one that gives up makes of them.
    ['smtp; 550 5.2.0 Mailbox full', '5.0.0', 'mailbox-full'],
    [
      "smtp; 5.1.0 - Unknown address error 550-'5.2.2 <anna@example.org>... Mailbox Full'",
      '5.0.0',
      'mailbox-full',
    ],
    [
      'smtp; 554 4.4.7 Message expired: unable to deliver in 840 minutes.<421 4.4.2 Connection timed out>',
      '4.4.7',
      'connection-timeout',
    ],
    ['smtp; 550 5.4.316 Message expired, connection refused', '5.4.316', 'connection-refused'],
    [
      'SMTP; SMTP error, RCPT TO: Host mx.example.org(192.0.2.1) RCPT TO said 550 Mailbox not found',
      '5.0.0',
      'recipient-unknown',
    ],
    ['smtp;&nbsp;550 User not found', '5.0.0', 'recipient-unknown'],
    [
      'smtp; 525 5.7.13 <anna@example.org>: Recipient address rejected: Disabled recipient address',
      '5.7.13',
      'recipient-rejected',
    ],
    ['smtp; 554 5.4.6 Hop count exceeded - possible mail loop', '5.4.6', 'mail-loop'],
    ['smtp; 552 5.2.3 Message length exceeds limit set by recipient', '5.2.3', 'message-too-large'],
    [
      'X-Postfix; Name service error for name=example.org type=MX: Host not found, try again',
      '4.4.3',
      'dns-unavailable',
    ],
    [
      'X-Postfix; Host or domain name not found. Name service error for name=example.org type=A: Host not found',
      '5.4.4',
      'recipient-unknown',
    ],
    [
      'smtp; 421 4.7.0 Messages from 192.0.2.7 temporarily deferred due to unexpected volume',
      '4.7.0',
      'rate-limited',
    ],
    ['x-unix; temporary failure', '4.3.0', 'server-error'],
    // Nothing but the status is left.
    [undefined, '5.2.2', 'mailbox-full'],
    [undefined, '4.4.7', 'delivery-expired'],
    [undefined, '5.0.0', 'unknown'],
  ])('means by %s with %s %s', async (diagnostic, status, cause) => {
    const parts = diagnostic === undefined ? { status } : { diagnostic, status };
    const { findings } = await read(writeBounce(parts));
    expect(findings.map((finding) => finding.cause)).toEqual([cause]);
  });

  it('is found where a program has put the fields into the text, encoded', async () => {
    const letter = [
      'From: MAILER-DAEMON@relay.example.net',
      'To: chat@example.com',
      'Subject: Delivery Status Notification (Failure)',
      'Content-Type: multipart/mixed; boundary="b1"',
      '',
      '--b1',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'Technical report:',
      '',
      'Reporting-MTA: dsn; relay.example.net',
      '',
      'Action: failed',
      'Final-Reci=',
      'pient: rfc822; anna@example.org',
      'Diagnostic-Code: smtp; 550 No such user here',
      'Status: 5.0.0',
      '--b1--',
    ];
    expect(await found(letter.join('\n'))).toEqual([
      ['anna@example.org', 'recipient-unknown', 'rcpt-to'],
    ]);
  });
});

describe('a report in words', () => {
  it.each([
    [
      'Exim',
      [
        '  anna@example.org',
        '    SMTP error from remote mail server after RCPT TO:<anna@example.org>:',
        '    host mx.example.org [192.0.2.1]: 550 5.1.1 no mailbox here',
      ],
      ['recipient-unknown', 'rcpt-to'],
    ],
    [
      'Exim, given up after a reply',
      [
        '  anna@example.org',
        '    host mx.example.org [192.0.2.1]',
        '    SMTP error from remote mail server after RCPT TO:<anna@example.org>:',
        '    451 4.3.0 Try again later, the disk is being replaced: retry timeout exceeded',
      ],
      ['server-error', 'rcpt-to'],
    ],
    [
      'Exim without a code',
      ['  anna@example.org', '    Unrouteable address'],
      ['recipient-unknown', 'rcpt-to'],
    ],
    [
      'Exim, given up',
      ['  anna@example.org', '    retry timeout exceeded'],
      ['delivery-expired', 'rcpt-to'],
    ],
    [
      'qmail',
      [
        'Hi. This is the qmail-send program at relay.example.net.',
        "I'm afraid I wasn't able to deliver your message to the following addresses.",
        '',
        '<anna@example.org>:',
        '192.0.2.1 does not like recipient.',
        'Remote host said: 550 5.7.1 sorry, no mailbox here by that name',
        'Giving up on 192.0.2.1.',
      ],
      ['recipient-unknown', 'rcpt-to'],
    ],
    [
      'qmail by its own',
      ['<anna@example.org>:', "Sorry, I couldn't find any host named example.org. (#5.1.2)"],
      ['recipient-unknown', 'rcpt-to'],
    ],
    [
      'Yahoo',
      [
        'Sorry, we were unable to deliver your message to the following address.',
        '',
        '<anna@example.org>:',
        '552: 5.2.2 mailbox is over quota',
      ],
      ['mailbox-full', 'rcpt-to'],
    ],
    [
      'old Exchange',
      [
        'Your message did not reach some or all of the intended recipients.',
        '',
        'The following recipient(s) could not be reached:',
        '',
        '      anna@example.org on 11/26/26 9:00 AM',
        '            Recipient Not Found',
      ],
      ['recipient-unknown', 'rcpt-to'],
    ],
    [
      'DragonFly',
      [
        'There was an error delivering your mail to <anna@example.org>.',
        '',
        'mx.example.org [192.0.2.1] did not like our MAIL FROM:',
        '550 5.7.1 Access denied',
      ],
      ['sender-rejected', 'mail-from'],
    ],
    [
      'OpenSMTPD',
      [
        '    An error has occurred while attempting to deliver a message for',
        '    the following list of recipients:',
        '',
        'anna@example.org: 550 5.7.1 Spam detected',
      ],
      ['content-rejected', 'data'],
    ],
    [
      'QQ',
      [
        '抱歉，您的邮件被退回来了……',
        '收件人邮件地址：anna@example.org',
        '退信原因：收件人邮箱不存在',
      ],
      ['recipient-unknown', 'rcpt-to'],
    ],
  ])('is read as %s writes it', async (_mta, lines, [cause, step]) => {
    expect(await found(writePlain([...lines, '', ...COPY]))).toEqual([
      ['anna@example.org', cause, step],
    ]);
  });

  it('takes the remote words of a conversation before Sendmail’s own', async () => {
    const lines = [
      '   ----- The following addresses had permanent fatal errors -----',
      '<anna@example.org>',
      '',
      '   ----- Transcript of session follows -----',
      '... while talking to mx.example.org.:',
      '>>> DATA',
      '<<< 550 Mail content denied',
      '554 5.0.0 Service unavailable',
      '<<< 503 5.0.0 Need RCPT (recipient)',
    ];
    const { findings } = await read(writePlain(lines));
    expect(findings).toMatchObject([
      {
        cause: 'content-rejected',
        step: 'data',
        remoteHost: 'mx.example.org',
        reply: { code: 550, text: '550 Mail content denied' },
      },
    ]);
  });
});
