import { describe, expect, it } from 'vitest';
import { explain } from '../../../../src/index.js';
import { ORIGINAL, writeBounce, writePlain } from './write-letter.js';

async function read(letter: string) {
  const { findings, letters } = await explain([Buffer.from(letter)]);
  return {
    kind: letters?.[0]?.kind,
    found: findings.map(({ recipient, cause }) => [recipient, cause]),
  };
}

/** The cause of a report whose fields hold these words. */
async function causeOf(diagnostic: string, status = '5.0.0') {
  const { found } = await read(writeBounce({ diagnostic: `smtp; ${diagnostic}`, status }));
  return found.map(([, cause]) => cause).join();
}

describe('what a server further on says, by kind', () => {
  it.each([
    // The quota is that of the one who did not get the letter, unless sending is spoken of.
    ['552 Mail quota exceeded', 'mailbox-full'],
    ['550 User has too many messages on the server', 'mailbox-full'],
    ["554 Not enough storage space in user's mailbox", 'mailbox-full'],
    ['552 Daily sending quota exceeded', 'quota-exceeded'],
    ['552 Quota exceeded or service disabled.', 'mailbox-full'],
    // A filter's own words, whatever else they speak of.
    ['554 5.7.1 Your message failed several antispam checks (spf, HELO, PTR)', 'content-rejected'],
    ['553 5.7.3 CONTENT REJECT:192.0.2.7:dspam check', 'content-rejected'],
    ['550 The mail may contain inappropriate words or content.', 'content-rejected'],
    ['550 Local policy violation', 'content-rejected'],
    ['552 We do not accept messages containing images', 'content-rejected'],
    ['550 192.0.2.7 is not allowed to send mail from example.com', 'auth-policy-rejected'],
    ['550 Recipient Rejected: No account by that name here', 'recipient-unknown'],
    ['550 Recipient not on this server', 'recipient-unknown'],
    ['550 User hangup', 'recipient-rejected'],
    ['450 IP is Hangup', 'ip-blocked'],
    ['550 black ip.', 'ip-blocked'],
    ['554 IP:192.0.2.7 - A problem occurred.', 'ip-blocked'],
    ['550 Your server requires confirmation', 'ip-blocked'],
    ['550 refused - see http://lists.example/', 'ip-blocked'],
    ['550 not an open relay, so get lost', 'relay-denied'],
    ['552 looping message.', 'mail-loop'],
    ['554 message exceeded 50 hops', 'mail-loop'],
    ['550 Please try again slower', 'rate-limited'],
    ['550 TLSA-invalid: the domain failed DANE validation', 'tls-failed'],
    [
      '550 certificate-expired: the destination server’s certificate is expired',
      'certificate-expired',
    ],
    ['535 5.7.8 Authentication failed', 'auth-failed'],
    ['427 Connect to UNREACHABLE host', 'connection-timeout'],
    ['526 No data by dns resolve', 'recipient-unknown'],
    ['554 it encountered an error while being processed', 'server-error'],
    [
      '550 5.1.8 <a@example.com>: Sender address rejected: Domain not found (in reply to RCPT TO command)',
      'sender-rejected',
    ],
    ['450 4.7.3 Organization queue quota exceeded.', 'rate-limited'],
    [
      '421 4.7.0 suspicious due to the very low reputation of the sending domain',
      'sender-rejected',
    ],
    ['421 4.7.0 suspicious due to the nature of the content', 'content-rejected'],
    [
      '550 DMARC Sender Invalid - see https://help.example/docs/DOC-1369#550 [x]',
      'auth-policy-rejected',
    ],
    ['550 rejecting spoofed message', 'auth-policy-rejected'],
    ['550 Blocked', 'ip-blocked'],
    ['connect to mx.example.org[192.0.2.1]:25: No route to host', 'network-unreachable'],
    [
      'Host or domain name not found. Name service error: Host not found, try again',
      'dns-unavailable',
    ],
    // Without words that are known and without a step, a bare code says nothing of the content.
    ['550 xyzzy', 'unknown'],
    ['收信人收件箱已满，无法收信。', 'mailbox-full'],
    ['该用户未开通邮箱', 'recipient-unknown'],
    ['查無此使用者', 'recipient-unknown'],
    ['您没有向此收件人发送邮件的权限。', 'recipient-rejected'],
    ['收件人已将您加入黑名单', 'recipient-rejected'],
    ['发信IP被对方服务器列入黑名单', 'ip-blocked'],
    ['邮件大小超过对方服务器限制', 'message-too-large'],
    ['用户由于长时间未登录处于休眠状态。', 'recipient-rejected'],
    ['对方邮箱已无剩余空间', 'mailbox-full'],
    ['域名 example.org 没有 MX 记录', 'recipient-unknown'],
    ['邮件在队列中超过5天仍无法投递', 'delivery-expired'],
    ['收件方只接收白名单内的来信', 'recipient-rejected'],
    ['附件类型被对方服务器禁止', 'content-rejected'],
    ['发件人地址被对方服务器拒绝', 'sender-rejected'],
    ['对方服务器繁忙，请稍后重发', 'server-busy'],
    ['对方服务器内部错误', 'server-error'],
    ['邮件转发形成循环', 'mail-loop'],
    ['对方服务器拒绝连接', 'connection-refused'],
    ['邮件被反垃圾系统认定为垃圾邮件，无法继续发送。', 'content-rejected'],
  ])('%s: %s', async (words, cause) => {
    expect(await causeOf(words)).toBe(cause);
  });

  it.each([
    ['5.1.2', 'recipient-unknown'],
    ['5.1.10', 'recipient-unknown'],
    ['4.1.2', 'dns-unavailable'],
    ['5.2.1', 'recipient-rejected'],
    ['5.3.5', 'server-error'],
    ['4.4.1', 'connection-timeout'],
    ['5.4.4', 'recipient-unknown'],
    ['5.4.6', 'mail-loop'],
    ['4.4.312', 'dns-unavailable'],
    ['5.4.0', 'unknown'],
  ])('a status alone, %s: %s', async (status, cause) => {
    const { found } = await read(writeBounce({ status }));
    expect(found).toEqual([['anna@example.org', cause]]);
  });
});

it('a report that has the name of what it sends back is one', async () => {
  const headers = [
    'From: MAILER-DAEMON@example.net',
    'To: chat@example.com',
    'Subject: Mail delivery failed: returning message to sender',
    'Message-ID: <1@chat.example.com>',
    'Auto-Submitted: auto-replied',
  ];
  const letter = writeBounce({ headers, diagnostic: 'smtp; 550 5.1.1 User unknown' });
  expect((await read(letter)).found).toEqual([['anna@example.org', 'recipient-unknown']]);
});

describe('words that are not the reason', () => {
  it('such as the subject of the letter that is spoken of', async () => {
    const text = [
      'Your message',
      '',
      '  To:      Anna',
      '  Subject: Virus in my mail',
      '           and spam',
      '  Sent:    Thu, 26 Nov 2026 10:00:00 +0100',
      '',
      'did not reach the following recipient(s):',
      '',
      'anna@example.org on Thu, 26 Nov 2026 10:00:01 +0100',
      '    The recipient name is not recognized',
    ].join('\n');
    expect((await read(writePlain(text.split('\n')))).found).toEqual([
      ['anna@example.org', 'recipient-unknown'],
    ]);
  });

  it('such as what a scanner puts below every mail', async () => {
    const text = [
      'Delivery to the following recipients failed.',
      '',
      '    anna@example.org',
      '',
      '________',
      '*** This mail has been scanned for all viruses and offensive content by Example ***',
    ].join('\n');
    expect((await read(writeBounce({ status: '5.1.1', text }))).found).toEqual([
      ['anna@example.org', 'recipient-unknown'],
    ]);
  });

  it('such as advice in the cells of a table, nor an address in a reply', async () => {
    const html =
      '<html><body><p>很抱歉，您的邮件被退回</p><table><tr><td>收件人地址</td><td>anna@example.org</td></tr>' +
      '<tr><td>退信原因</td><td>552 5.2.2 box@mx.example.org: no space left for user</td></tr>' +
      '<tr><td>解决方案</td><td>1. 请检查收件方地址是否不存在</td></tr></table></body></html>';
    const headers = ['From: postmaster@example.net', 'To: chat@example.com', 'Subject: 系统退信'];
    const letter = writePlain([html], [...headers, 'Content-Type: text/html; charset=utf-8']);
    expect((await read(letter)).found).toEqual([['anna@example.org', 'mailbox-full']]);
  });
});

describe('several recipients', () => {
  const reason =
    'Host example.org is not responding. It was not reachable within the allowed queue period.';
  const names = ['   <anna@example.org>', '   <bert@example.org>'];
  const both = [
    ['anna@example.org', 'delivery-expired'],
    ['bert@example.org', 'delivery-expired'],
  ];

  it('have the reason that is said before them', async () => {
    const lines = ['Returned mail.', '', reason, '', 'Not delivered:', '', ...names];
    expect((await read(writePlain(lines))).found).toEqual(both);
  });

  it('are none that a reply speaks of, set in below its line', async () => {
    const lines = [
      '<anna@example.org>: host mx.example.org[192.0.2.1] said: 550 5.1.1',
      '    <bounces@example.com>: unauthorized sender (in reply to RCPT TO command)',
    ];
    expect((await read(writePlain(lines))).found).toEqual([
      ['anna@example.org', 'sender-rejected'],
    ]);
  });

  it('have the reason that is said below all of them', async () => {
    const lines = ['Your mail was not delivered to:', '', ...names, '', reason];
    expect((await read(writePlain(lines))).found).toEqual(both);
  });
});

describe('a notification that a letter was thrown away', () => {
  it.each([
    ['Quota exceeded (mailbox for user is full)', 'mailbox-full'],
    ['I want none of this', 'recipient-rejected'],
  ])('is a failure: %s', async (words, cause) => {
    const letter = [
      'Return-Path: <>',
      'From: Mail Delivery Subsystem <postmaster@example.org>',
      'To: chat@example.com',
      'Subject: Rejected: Welcome to Tailchat',
      'Auto-Submitted: auto-replied (rejected)',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=disposition-notification; boundary="b1"',
      '',
      '--b1',
      'Content-Type: text/plain; charset=utf-8',
      '',
      `Your message to <anna@example.org> was automatically rejected:\n${words}`,
      '--b1',
      'Content-Type: message/disposition-notification',
      '',
      'Reporting-UA: mx.example.org; Dovecot Mail Delivery Agent',
      'Final-Recipient: rfc822; anna@example.org',
      'Disposition: automatic-action/MDN-sent-automatically; deleted',
      '',
      '--b1',
      'Content-Type: message/rfc822',
      '',
      ...ORIGINAL,
      '--b1--',
      '',
    ].join('\n');
    expect(await read(letter)).toEqual({ kind: 'bounce', found: [['anna@example.org', cause]] });
  });
});

describe('mail of people that speaks of such things', () => {
  const write = (subject: string, text: string, ...fields: readonly string[]) =>
    writePlain(
      [text],
      ['From: Bert <bert@example.net>', 'To: chat@example.com', `Subject: ${subject}`, ...fields],
    ).replace('Return-Path: <>', 'Return-Path: <bert@example.net>');

  it.each([
    ['my mail', 'My message to anna@example.org could not be delivered, her mailbox is full.'],
    ['Re: no mail', '> 550 5.1.1 <anna@example.org>: User unknown\nDo you know why?'],
    ['Your parcel could not be delivered', 'Please write to anna@example.org.'],
    ['[#12] user unknown', 'We have looked at "user unknown" for carl@example.org.'],
  ])('is no report: %s', async (subject, text) => {
    expect(await read(write(subject, text))).toEqual({ kind: 'received', found: [] });
  });

  it('is none, a newsletter of delayed flights', async () => {
    const letter = write(
      'Flights delayed',
      'Write to u@example.net',
      'List-Unsubscribe: <mailto:u@example.net>',
    );
    expect((await read(letter)).found).toEqual([]);
  });
});

describe('a status with words in brackets', () => {
  it('is of DNS where a name was looked up', async () => {
    const status = '4.0.0 (cat.example.net: host name lookup failure)';
    expect(await causeOf('', status)).toBe('dns-unavailable');
  });
});
