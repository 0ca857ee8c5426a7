import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';

const ID = '4XyZ12345671';
const postfix = (id: string, to: string, rest: string) =>
  `Nov 28 10:00:00 mx postfix/smtp[9]: ${id}: to=<${to}>, relay=mx.example.org[192.0.2.1]:25, delay=1, ${rest}`;
const greylisted = (id = ID, to = 'bob@example.org') =>
  postfix(
    id,
    to,
    'dsn=4.2.0, status=deferred (host mx.example.org[192.0.2.1] said: 450 4.2.0 Greylisted (in reply to RCPT TO command))',
  );
const sent = (id = ID, to = 'bob@example.org') =>
  postfix(id, to, 'dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 1)');
const expired = `Nov 28 11:00:00 mx postfix/qmgr[1]: ${ID}: from=<a@x.org>, status=expired, returned to sender`;
const EXIM = '2026-11-28 10:00:00 1q2w3e-0001Ab-Cd';
const ofExim = `${EXIM} == bob@example.org R=dnslookup T=remote_smtp H=mx.example.org [192.0.2.1] defer (-44): SMTP error from remote mail server after RCPT TO:<bob@example.org>: 450 4.2.0 Greylisted`;
const SENDMAIL =
  'Nov 28 10:00:00 mx sendmail[7]: 4ASB1c2d003456: to=<b@example.org>, delay=00:00:01';
const ofSendmail = `${SENDMAIL}, relay=mx.example.org. [192.0.2.1], dsn=4.2.0, stat=Deferred: 450 4.2.0 Greylisted`;
const ENVELOPE = 'a1 mta delivery evpid=0123456789abcdef from=<a@x.org> to=<b@example.org>';
const ofOpensmtpd = `${ENVELOPE} rcpt=<-> source="-" relay="192.0.2.1" delay=1s result="TempFail" stat="450 4.2.0 Greylisted"`;

const OUTBOUND = '[NOTICE] [8B1D3C7E-12AB.1.1] [outbound]';
const EVENT =
  '2026-11-28T10:00:00Z INFO x (delivery.NAME) queueId = 123456, from = "a@x.org", to = "bob@example.org", hostname = "mx.example.org"';
const qmail = (delivery: number, word: string, to = 'bob@example.org', msg = 345) =>
  `starting delivery ${delivery}: msg ${msg} to remote ${to}\ndelivery ${delivery}: ${word}`;
const DEFERRAL =
  'deferral: 192.0.2.1_does_not_like_recipient./Remote_host_said:_450_4.2.0_Greylisted/Giving_up_on_192.0.2.1./';
const SUCCESS = 'success: 192.0.2.1_accepted_message./Remote_host_said:_250_ok/';

/** Lines about something else, so many that the log is not read line by line. */
const LONG = 'Nov 28 10:30:00 mx cron[1]: (root) CMD (test -x /usr/sbin/anacron)\n'.repeat(4000);

async function told(...lines: string[]) {
  const { findings } = await explain(lines.join('\n'));
  return findings.map(({ title, nextSteps }) => [title, ...nextSteps].join('\n'));
}

const WAITS = /Wait: the server tries by itself/;
const ARRIVED = /^Put off at first, and accepted later/;

describe.each([
  ['few lines', ''],
  ['many lines', LONG],
])('a mail that was put off, in %s', (_, between) => {
  it.each([
    ['Postfix', greylisted(), sent()],
    ['Exim', ofExim, `${EXIM} => bob@example.org R=dnslookup T=remote_smtp C="250 OK"`],
    ['Exim, without the delivery', ofExim, `${EXIM} Completed`],
    ['Sendmail', ofSendmail, `${SENDMAIL}, dsn=2.0.0, stat=Sent (OK id=1)`],
    [
      'Postfix, at the next server',
      `Nov 28 10:00:00 mx postfix/smtp[9]: ${ID}: host mx1.example.org[192.0.2.7] said: 450 4.2.0 Greylisted (in reply to RCPT TO command)`,
      sent(),
    ],
    [
      'Haraka',
      `${OUTBOUND} deferred file=1_0 domain="example.org" err="450 4.2.0 Greylisted"`,
      `${OUTBOUND} delivered file=1_0 domain="example.org" response="250 ok"`,
    ],
    [
      'Stalwart',
      `${EVENT.replace('NAME', 'rcpt-to-rejected')}, code = 450, details = "4.2.0 Greylisted"`,
      `${EVENT.replace('NAME', 'delivered')}, code = 250, details = "OK"`,
    ],
    [
      'Maddy',
      `queue: delivery attempt failed\t{"msg_id":"ab12cd34","rcpt":"bob@example.org","reason":"Greylisted","smtp_code":450,"smtp_enchcode":"4.2.0","smtp_msg":"Greylisted"}`,
      `queue: delivered\t{"attempt":2,"msg_id":"ab12cd34","rcpt":"bob@example.org"}`,
    ],
    [
      'OpenSMTPD before 5.5',
      `relay: TempFail for 0123456789abcdef: session=1, relay=192.0.2.1, delay=1s, stat=450 4.2.0 Greylisted`,
      `relay: Ok for 0123456789abcdef: session=1, relay=192.0.2.1, delay=1s, stat=250 OK`,
    ],
    ['OpenSMTPD', ofOpensmtpd, `${ENVELOPE} result="Ok" stat="250 2.0.0 Ok"`],
  ])('is no trouble once it arrived: %s', async (_, first, last) => {
    expect(await told(first)).toEqual([expect.stringMatching(WAITS)]);
    const all = await told(first, between, first, last);
    expect(all).toEqual([expect.stringMatching(ARRIVED)]);
    expect(all.join()).not.toMatch(WAITS);
  });

  it.each([
    ['another mail', sent('4XyZ99999999')],
    ['another recipient', sent(ID, 'alice@example.org')],
    ['a mail that only looks like it', sent(`9${ID}`)],
  ])('still waits when %s arrives', async (_, other) => {
    expect(await told(greylisted(), between, other)).toEqual([expect.stringMatching(WAITS)]);
  });

  it('still waits for one of two, and where it is put off once more', async () => {
    const two = [greylisted(), greylisted('4XyZ99999999')];
    expect(await told(...two, between, sent())).toEqual([expect.stringMatching(WAITS)]);
    expect(await told(...two, between, sent(), sent('4XyZ99999999'))).toEqual([
      expect.stringMatching(ARRIVED),
    ]);
  });

  it.each([
    ['Postfix, at the end of its time', greylisted(), expired],
    [
      'Postfix, by a refusal',
      greylisted(),
      postfix(ID, 'bob@example.org', 'dsn=5.4.4, status=bounced (no)'),
    ],
    ['Exim', ofExim, `${EXIM} ** bob@example.org R=dnslookup: retry timeout exceeded`],
    ['Sendmail', ofSendmail, `${SENDMAIL}, dsn=5.0.0, stat=Service unavailable`],
  ])('does not wait where it was given up: %s', async (_, first, last) => {
    const all = await told(first, between, last);
    expect(all.join('\n')).not.toMatch(WAITS);
    expect(all.join('\n')).not.toMatch(ARRIVED);
    expect(all.length).toBeGreaterThan(0);
  });

  it.each(['*** Frozen (delivery error message)', 'Message is frozen'])(
    'is to be thawed: %s',
    async (words) => {
      const [all] = await told(ofExim, between, `${EXIM} ${words}`);
      expect(all).toContain('exim -M ID');
      expect(all).not.toMatch(WAITS);
      const thawed = await told(
        ofExim,
        between,
        `${EXIM} ${words}`,
        `${EXIM} Unfrozen by auto-thaw`,
      );
      expect(thawed).toEqual([expect.stringMatching(WAITS)]);
    },
  );

  it('gives room to another trouble once it arrived', async () => {
    const refused = greylisted('4XyZ99999999').replace(
      '450 4.2.0 Greylisted',
      '452 4.2.2 Over quota',
    );
    const all = await told(greylisted(), refused, between, sent());
    expect(all).toEqual([expect.stringMatching(/mailbox is full/)]);
  });
});

describe("a mail in qmail's log", () => {
  it('is no trouble once it arrived', async () => {
    expect(await told(qmail(12, DEFERRAL), qmail(15, SUCCESS))).toEqual([
      expect.stringMatching(ARRIVED),
    ]);
  });

  it.each([
    ['another recipient', qmail(15, SUCCESS, 'al@example.org')],
    ['another mail', qmail(15, SUCCESS, 'bob@example.org', 346)],
  ])('still waits when %s is served', async (_, rest) => {
    expect(await told(qmail(12, DEFERRAL), rest)).toEqual([expect.stringMatching(WAITS)]);
  });
});

it('names the end of all tries where no reason stands', async () => {
  expect((await told(expired)).join('\n')).toMatch(/gave up|given up|expired/i);
});
