import { describe, expect, it } from 'vitest';
import { explain } from '../../../../src/index.js';

const TO = 'to=<b@example.org>, relay=mx.example.org[198.51.100.25]:25, delay=0.9';

/** What is found in a log, in its order. */
async function causesIn(log: string): Promise<string[]> {
  const { findings } = await explain([log]);
  return findings.map(({ cause }) => cause);
}

describe('what servers write down of their own work', () => {
  it.each([
    'Mar  2 11:04:12 mail postfix/smtpd[2345]: connect from app[192.0.2.4]',
    'Mar  2 11:04:12 mail postfix/smtpd[2345]: 4F1: client=app[192.0.2.4], sasl_method=PLAIN, sasl_username=a@example.com',
    `Mar  2 11:04:13 mail postfix/smtp[2346]: 4F1: ${TO}, dsn=2.0.0, status=sent (250 2.0.0 OK 450 queued)`,
    'Mar  2 11:04:13 mail sendmail[31574]: mBD: to=<b@example.org>, mailer=esmtp, dsn=2.0.0, stat=Sent (ok 451 queued)',
    '2026-11-20 10:12:01 1tDqWx-000abc-2f => b@example.org R=dnslookup T=remote_smtp H=mx.example.org [198.51.100.25] C="250 OK"',
    'INFO Delivery attempt ended (delivery.attempt-end) queueId = 219835018555218866, size = 3746, elapsed = 450ms',
    'INFO Authentication successful (auth.success) listenerId = "submissions", accountName = "app"',
    'mta delivery evpid=9a8b7c6d5e4f3a2b to=<b@example.org> delay=1s result="Ok" stat="250 2.0.0 Message accepted for delivery"',
    '[NOTICE] [2C7C.1.1] [outbound] delivered file=1511_0 domain=example.org host=mx.example.org response="250 ok" fails=0',
    'amavis[12345]: (12345-01) Passed CLEAN {RelayedOutbound}, <a@example.com> -> <b@example.org>, Hits: 0.2',
    'rspamd_task_write_log: id: <x>, (default: F (no action): [1.41/15.00] []',
    '** note: the mailbox b@example.org was made',
    'hook=rcpt plugin=rcpt_to.in_host_list function=hook_rcpt params=<b@example.org> retval=OK msg=""',
  ])('is no failure where all went well: %s', async (line) => {
    expect(await causesIn(line)).toEqual([]);
  });

  it.each([
    [
      `Mar  2 11:04:13 mail postfix/smtp[2346]: 4F1: ${TO}, dsn=4.7.4, status=deferred (TLS is required, but was not offered by host mx.example.org[198.51.100.25])`,
      'starttls-unavailable',
    ],
    [
      `Mar  2 11:04:13 mail postfix/smtp[2346]: 4F1: ${TO}, dsn=4.7.5, status=deferred (Server certificate not trusted)`,
      'certificate-untrusted',
    ],
    [
      'Mar  2 11:04:13 mail sendmail[31574]: mBD: to=<b@example.org>, mailer=esmtp, dsn=5.1.1, stat=User unknown',
      'recipient-unknown',
    ],
    [
      '2026-11-20 10:12:01 1tDqWx-000abc-2f ** b@example.org R=dnslookup T=remote_smtp: message is too big (transport limit = 1)',
      'message-too-large',
    ],
    [
      'mta delivery evpid=9a8b to=<b@example.org> delay=1s result="PermFail" stat="Loop detected"',
      'mail-loop',
    ],
    [
      'INFO Null MX record (delivery.null-mx) queueId = 1, domain = "example.org"',
      'recipient-unknown',
    ],
    [
      'INFO MAIL FROM unauthorized (smtp.mail-from-unauthorized) from = "b@example.com"',
      'sender-mismatch',
    ],
    [
      'hook=mail plugin=mail_from.is_resolvable function=hook_mail params=<a@x.example> retval=DENYSOFT msg="Temp. resolver error (timeout)"',
      'server-error',
    ],
  ])('tells by its reason: %s', async (line, cause) => {
    expect(await causesIn(line)).toEqual([cause]);
  });

  it('says of a mail on its way to the next server that it had come through', async () => {
    const line = `Mar  2 11:04:13 mail postfix/smtp[2346]: 4F1: ${TO}, dsn=5.4.6, status=bounced (mail for example.org loops back to myself)`;
    const { findings } = await explain([line]);
    expect(findings).toMatchObject([{ cause: 'mail-loop', step: 'rcpt-to' }]);
  });
});
