import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';

const POSTFIX = 'Nov 28 03:12:44 mail postfix/';
const EXIM = '2026-11-28 03:12:44 1tGabc-0001Xy-2Z ';
const OF_QUEUE = `${POSTFIX}smtp[1]: 4F2A61C0: to=<a@qq.com>, relay=none, delay=1, dsn=4.3.0, status=deferred`;

describe('a mail server that could not deliver a mail, where no other server took part', () => {
  it.each([
    `${OF_QUEUE} (mail transport unavailable)`,
    `${OF_QUEUE} (unknown mail transport error)`,
    `${OF_QUEUE} (Local configuration error)`,
    `${POSTFIX}virtual[1]: 4F2A61C0: to=<a@b.example>, relay=virtual, delay=1, dsn=5.2.0, status=bounced (maildir delivery failed: create maildir file /var/mail/a/tmp/1: Permission denied)`,
    `${POSTFIX}pipe[1]: 4F2A61C0: to=<a@b.example>, relay=dovecot, delay=1, dsn=5.6.0, status=bounced (data format error. Command output: x)`,
    `${POSTFIX}lmtp[1]: 4F2A61C0: to=<a@b.example>, relay=none, delay=1, dsn=4.4.1, status=deferred (connect to dovecot[172.18.0.9]:24: Connection refused)`,
    `${EXIM}== a@b.example R=local_user T=local_delivery defer (13): Permission denied`,
    `${EXIM}== a@b.example R=virtual T=dovecot_lmtp defer (-1): Failed to connect to socket /var/run/dovecot/lmtp for dovecot_lmtp transport: No such file or directory`,
    `${EXIM}** a@qq.com R=nonlocal: Mailing to remote domains not supported`,
  ])('is itself at fault: %s', async (line) => {
    for (const lang of ['en', 'zh-CN'] as const) {
      const { findings } = await explain([line], { lang });
      expect(findings.map(({ cause }) => cause)).toEqual(['server-error']);
      const { title = '', explanation = '', nextSteps = [] } = findings[0] ?? {};
      const said = [title, explanation, ...nextSteps].join('\n');
      expect(said).toContain(lang === 'en' ? 'Your mail server' : '你的邮件服务器');
      expect(said).not.toMatch(/SMTP_URI|recipient's|收件方|postmaster|\b25\b/);
    }
  });

  it.each([
    [
      `${POSTFIX}local[1]: 4F2A61C0: to=<a@b.example>, relay=local, delay=1, dsn=5.1.1, status=bounced (unknown user: "a")`,
      'recipient-unknown',
    ],
    [
      `${POSTFIX}lmtp[1]: 4F2A61C0: to=<a@b.example>, relay=mail.b.example[private/dovecot-lmtp], delay=1, dsn=5.2.2, status=bounced (host mail.b.example[private/dovecot-lmtp] said: 552 5.2.2 Quota exceeded (in reply to end of DATA command))`,
      'mailbox-full',
    ],
    [
      `${POSTFIX}smtp[1]: 4F2A61C0: to=<a@qq.com>, relay=none, delay=1, dsn=4.4.1, status=deferred (connect to mx1.qq.com[192.0.2.4]:25: Connection refused)`,
      'connection-refused',
    ],
    [
      `${EXIM}== a@qq.com R=dnslookup T=remote_smtp defer (111): Connection refused`,
      'connection-refused',
    ],
    [
      `${EXIM}** a@q.example R=dnslookup: all relevant MX records point to non-existent hosts`,
      'recipient-unknown',
    ],
  ])('is not, where a mailbox or another server is: %s', async (line, cause) => {
    expect((await explain([line])).findings.map((one) => one.cause)).toEqual([cause]);
  });

  it.each([
    `${OF_QUEUE} (Host or domain name not found. Name service error for name=qq.com type=MX: Host not found, try again)`,
    `${EXIM}== a@qq.com R=dnslookup defer (-1): host lookup did not complete`,
  ])('is told to look at its DNS, and at no port: %s', async (line) => {
    const { findings } = await explain([line]);
    expect(findings.map(({ cause }) => cause)).toEqual(['dns-unavailable']);
    expect(findings[0]?.title).toContain("The recipient's domain");
    const steps = findings[0]?.nextSteps.join('\n');
    expect(steps).toContain('DNS on your mail server');
    expect(steps).not.toContain('25');
  });

  it('has not said that a mailbox does not exist', async () => {
    const { findings } = await explain([`${EXIM}** a@b.example R=dnslookup: Unrouteable address`]);
    expect(findings[0]?.explanation).not.toContain('server says');
  });
});
