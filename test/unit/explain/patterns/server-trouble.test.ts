import { describe, expect, it } from 'vitest';
import { explain } from '../../../../src/index.js';

async function causes(...lines: string[]) {
  return (await explain([lines.join('\n')])).findings.map(({ cause }) => cause);
}

describe("a server's own trouble, in its log", () => {
  it.each([
    'postfix/smtpd[1]: warning: connect to Milter service inet:opendkim:8891: Connection refused',
    'postfix/smtpd[1]: warning: problem talking to server private/policyd-spf: Connection timed out',
    'postfix/smtpd[1]: warning: connect to 127.0.0.1:7777: Connection refused',
    'postfix/smtpd[1]: error: open database /etc/postfix/vmailbox.db: No such file or directory',
    'postfix/trivial-rewrite[1]: warning: mysql:/etc/postfix/sql.cf lookup error for "*"',
    'postfix/cleanup[1]: warning: proxy:mysql:/etc/postfix/alias.cf lookup error for "b@example.org"',
    "postfix/smtpd[1]: warning: connect to mysql server mysql: Can't connect to MySQL server (115)",
    'postfix/smtp[1]: fatal: open lock file /var/lib/postfix/smtp_scache.lock: Permission denied',
    'postfix/smtpd[1]: fatal: in parameter smtpd_relay_restrictions, specify at least one of: reject',
    'postfix/master[1]: warning: /usr/lib/postfix/sbin/smtpd: bad command startup -- throttling',
    'postfix/qmgr[1]: warning: connect to transport private/smtp-amavis: Connection refused',
    'postfix/qmgr[1]: warning: private/lmtp socket: malformed response',
    'postfix/lmtp[1]: ABC: to=<b@example.org>, relay=none, dsn=4.4.1, status=deferred (connect to mail.example.org[private/dovecot-lmtp]: No such file or directory)',
    'postfix/pipe[1]: ABC: to=<b@example.org>, relay=dovecot, dsn=4.3.0, status=deferred (temporary failure. Command output: lda: Error: user b: Auth USER lookup failed)',
  ])('is named by %s', async (line) => {
    expect(await causes(`Nov 27 10:00:00 mail ${line}`)).toEqual(['server-error']);
  });
});

describe('an error of a program that puts mail into mailboxes', () => {
  const refused =
    'dovecot: lmtp(b@example.org)<7><a>: Error: smtp-client: conn 127.0.0.1:587 [1]: connect(127.0.0.1:587) failed: Connection refused';
  const after =
    'dovecot: lmtp(b@example.org)<7><a>: Error: sieve: redirect action: failed to redirect message to <c@example.net>';

  it('is told by its reason', async () => {
    expect(await causes(refused, after)).toEqual(['connection-refused']);
  });

  it("is the server's own trouble without one", async () => {
    expect(await causes(after)).toEqual(['server-error']);
  });
});

describe("a delivery in a server's log", () => {
  it.each([
    [
      'mailbox-full',
      'postfix/local[1]: ABC: to=<b@mail>, relay=local, dsn=5.2.2, status=bounced (cannot update mailbox /var/mail/b for user b. error writing message: File too large)',
    ],
    [
      'mailbox-full',
      'dovecot: lmtp(b@example.org): Error: Quota exceeded (mailbox for user is full)',
    ],
    [
      'content-rejected',
      'postfix/cleanup[1]: ABC: reject: header Subject: pills from x[192.0.2.7]; from=<a@example.net> to=<b@example.org> proto=ESMTP helo=<x>: 5.7.1 message content rejected',
    ],
    [
      'starttls-unavailable',
      'postfix/smtpd[1]: warning: cannot get RSA certificate from file "/etc/ssl/x.pem": disabling TLS support',
    ],
    [
      'connection-refused',
      'postfix/smtp[9]: ABC: to=<b@example.org>, relay=none, dsn=4.4.1, status=deferred (connect to 127.0.0.1[127.0.0.1]:10024: Connection refused)',
    ],
  ])('is %s in %s', async (cause, line) => {
    expect(await causes(`Nov 27 10:00:00 mail ${line}`)).toEqual([cause]);
  });

  it.each([
    [
      'auth-required',
      '== b@example.org R=smarthost T=remote defer (-42) H=smtp.example.org [192.0.2.9]: authentication required but no authentication attempted',
    ],
    [
      'tls-failed',
      'H=mx.example.org [192.0.2.9]: a TLS session is required, but an attempt to start TLS failed',
    ],
    [
      'starttls-unavailable',
      'H=mx.example.org [192.0.2.9]: a TLS session is required, but the server did not offer TLS support',
    ],
    ['timeout', 'SMTP timeout while connected to mx.example.org [192.0.2.9] after end of data'],
    ['server-error', '** b@example.org R=nonlocal: Mailing to remote domains not supported'],
  ])("is %s in Exim's %s", async (cause, line) => {
    expect(await causes(`2026-11-27 10:00:00 1abcDE-000001-2F ${line}`)).toEqual([cause]);
  });

  it("has its reply in KumoMTA's fields", async () => {
    expect(
      await causes(
        '{"type":"TransientFailure","response":{"code":552,"enhanced_code":{"class":5,"subject":2,"detail":2},"content":"mailbox of the user is full","command":"RCPT TO"}}',
      ),
    ).toEqual(['mailbox-full']);
  });

  it('may be broken between words, as mail programs do', async () => {
    expect(
      await causes(
        'Apr 25 12:48:01 lx2 smtpd[4603]: relay: TempFail for',
        '66251a4092099e2d: from=a@example.com, to=b@example.org,',
        'relay=192.0.2.8 (mx1.example.org), delay=12s, stat=451 Greylisted,',
        'please come back later',
      ),
    ).toEqual(['greylisted']);
  });
});

describe("a client that speaks otherwise than a server's port", () => {
  it.each([
    String.raw`2026-11-27 10:00:00 SMTP protocol synchronization error (input sent without waiting for greeting): rejected connection from H=[192.0.2.7] input="\026\003\001\002"`,
    String.raw`Nov 27 10:00:00 mail postfix/smtpd[1]: improper command pipelining after CONNECT from x[192.0.2.7]: \026\003\001\002\000`,
    String.raw`Nov 27 10:00:00 mail postfix/postscreen[1]: PREGREET 517 after 0 from [192.0.2.7]:1234: \026\003\001`,
    String.raw`[core] unrecognized command: \x16\x03\x01`,
  ])('begins TLS at once in %s', async (line) => {
    expect(await causes(line)).toEqual(['tls-on-plain-port']);
  });

  it.each([
    '2026-11-27 10:00:00 TLS error on connection from x [192.0.2.7] (SSL_accept): error:1408F10B:SSL routines:ssl3_get_record:wrong version number',
    'Nov 27 10:00:00 mail dovecot: submission-login: Disconnected: SSL_accept() failed: error:0A00009C:SSL routines::http request',
  ])('begins without TLS in %s', async (line) => {
    expect(await causes(line)).toEqual(['plain-on-tls-port']);
  });

  it('is another matter where its first words are plain', async () => {
    expect(
      await causes(
        '2026-11-27 10:00:00 SMTP protocol synchronization error (input sent without waiting for greeting): rejected connection from H=[192.0.2.7] input="EHLO x"',
      ),
    ).toEqual(['protocol-error']);
  });
});
