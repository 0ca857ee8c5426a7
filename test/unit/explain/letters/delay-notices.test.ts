import { describe, expect, it } from 'vitest';
import { foundFailure } from '../../../../src/diagnosis/found-failure.js';
import { explain } from '../../../../src/index.js';
import { loadTexts } from '../../../../src/language/index.js';
import { CAUSES, type Cause, diagnosisOf } from '../../../../src/report/causes.js';
import { describeFailure } from '../../../../src/words/describe-failure.js';
import { writeBounce, writePlain } from './write-letter.js';

const LANGUAGES = ['en', 'zh-CN'] as const;
const GIVEN_UP = /gave up|given up|came back|Not delivered,|放弃了|退回/;
const AGAIN = /send the mail again later|稍后重新发送/i;

const from = (sender: string, subject: string) => [
  `From: ${sender}`,
  'To: chat@example.com',
  `Subject: ${subject}`,
];
const delayed = (diagnostic: string, fields: readonly string[] = []) =>
  writeBounce({ diagnostic, status: '4.0.0', action: 'delayed', fields });
const UNTIL = 'Will-Retry-Until: 3 Dec 2099 00:00:00 +0000';

/** Notices of delay, as each family of servers writes them. */
const NOTICES: readonly (readonly [string, string])[] = [
  ...[
    'X-Postfix; connect to mx.example.org[192.0.2.1]:25: Connection timed out',
    'X-Postfix; connect to mx.example.org[192.0.2.1]:25: Connection refused',
    'smtp; 450 4.2.0 <anna@example.org>: Recipient address rejected: Greylisted',
    'smtp; 452 4.2.2 mailbox full',
    'smtp; 450 4.1.1 <anna@example.org>: Recipient address rejected: unverified address',
    'X-Postfix; Host or domain name not found. Name service error for name=example.org type=MX: Host not found, try again',
    'X-Postfix; TLS is required, but was not offered by host mx.example.org',
    'smtp; 451 xyzzy',
  ].map((words) => [`Postfix: ${words}`, delayed(words, [UNTIL])] as const),
  ['Postfix without a date', delayed('smtp; 451 4.7.1 Greylisting in action')],
  [
    'Exim',
    writePlain(
      [
        'This message was created automatically by mail delivery software.',
        'A message that you sent has not yet been delivered to one or more of its',
        'recipients after more than 24 hours on the queue on relay.example.net.',
        '',
        'The address to which the message has not yet been delivered is:',
        '',
        '  anna@example.org',
        '    host mx.example.org [192.0.2.1]',
        '    Delay reason: Connection timed out',
        '',
        'No action is required on your part. Delivery attempts will continue for',
        'some time, and this warning may be repeated at intervals if the message',
        'remains undelivered.',
      ],
      from(
        'Mail Delivery System <Mailer-Daemon@relay.example.net>',
        'Warning: message 1abcde-000001-Ab delayed 24 hours',
      ),
    ),
  ],
  [
    'Sendmail',
    writePlain(
      [
        '    **********************************************',
        '    **      THIS IS A WARNING MESSAGE ONLY      **',
        '    **  YOU DO NOT NEED TO RESEND YOUR MESSAGE  **',
        '    **********************************************',
        '',
        '   ----- Transcript of session follows -----',
        '<anna@example.org>... Deferred: Connection timed out with mx.example.org.',
        'Warning: message still undelivered after 4 hours',
        'Will keep trying until message is 5 days old',
      ],
      from('MAILER-DAEMON@relay.example.net', 'Warning: could not send message for past 4 hours'),
    ),
  ],
  [
    'qmail',
    writePlain(
      [
        'Hi. This is the qmail-send program at relay.example.net.',
        'This is a warning: I have not been able to deliver your message yet.',
        "I'm still trying; you do not need to resend it.",
        '',
        '<anna@example.org>:',
        'CNAME lookup failed temporarily. (#4.4.3)',
      ],
      from('MAILER-DAEMON@relay.example.net', 'delivery of your message is delayed'),
    ),
  ],
  [
    'Exchange',
    writePlain(
      [
        'Delivery is delayed to these recipients or groups:',
        '',
        'anna@example.org (anna@example.org)',
        '',
        'Subject: Welcome',
        '',
        "This message hasn't been delivered yet. Delivery will continue to be attempted.",
        '',
        'The server will keep trying to deliver this message for the next 1 days, 19 hours and 54 minutes.',
        "You'll be notified if the message can't be delivered by that time.",
      ],
      from('Microsoft Outlook <postmaster@relay.example.net>', 'Delivery delayed: Welcome'),
    ),
  ],
  [
    'Gmail',
    writePlain(
      [
        '** Delivery incomplete **',
        '',
        'There was a temporary problem delivering your message to anna@example.org. Gmail will retry for 46 more hours. You will be notified if the delivery fails permanently.',
        '',
        'The response was:',
        '',
        'The recipient server did not accept our requests to connect. [mx.example.org 192.0.2.1: timed out]',
      ],
      from(
        'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
        'Delivery Status Notification (Delay)',
      ),
    ),
  ],
];

describe('a server that still tries', () => {
  it.each(NOTICES)(
    'is not said to have given up, and wants no second mail: %s',
    async (_name, letter) => {
      for (const language of LANGUAGES) {
        const { findings, letters } = await explain([Buffer.from(letter)], { lang: language });
        expect(letters?.[0]?.kind).toBe('delay');
        expect(findings.map(({ recipient, action }) => [recipient, action])).toEqual([
          ['anna@example.org', 'delayed'],
        ]);
        const [found] = findings;
        const waits = found?.nextSteps.filter((step) => /^(?:Wait: |等待：)/.test(step)) ?? [];
        expect(waits).toHaveLength(1);
        expect(waits[0]?.includes('2099-12-03 00:00 UTC')).toBe(letter.includes(UNTIL));
        const said = [found?.title, found?.explanation, ...(found?.nextSteps ?? [])].join('\n');
        expect(said).not.toMatch(GIVEN_UP);
        expect(said).not.toMatch(AGAIN);
      }
    },
  );

  it.each(LANGUAGES)('is told of so whatever the cause: %s', async (language) => {
    const texts = await loadTexts(language);
    for (const cause of Object.keys(CAUSES) as Cause[]) {
      const words = (facts: object) => {
        const failure = foundFailure(
          diagnosisOf(cause),
          { step: 'data' },
          { isBounce: true, ...facts },
        );
        const { title, explanation, nextSteps } = describeFailure(failure, texts);
        return { said: `${title}\n${explanation}\n${nextSteps.join('\n')}`, nextSteps };
      };
      const { said, nextSteps } = words({ putOff: { until: null } });
      expect(said).not.toMatch(GIVEN_UP);
      expect(said).not.toMatch(AGAIN);
      expect(nextSteps.some((step) => /^(?:Wait: |等待：)/.test(step))).toBe(true);
      expect(words({}).said).not.toMatch(/^(?:Wait: |等待：)/m);
    }
  });

  it.each([
    ['en', 'See whether the mail has arrived'],
    ['zh-CN', '看看邮件是否已经送达'],
  ] as const)('by a date that is over tries no more: %s', async (lang, step) => {
    const past = 'Will-Retry-Until: Thu, 26 Nov 2020 08:00:00 +0800 (CST)';
    const letter = delayed('X-Postfix; connect to mx.example.org[192.0.2.1]:25: No route', [past]);
    const [found] = (await explain([Buffer.from(letter)], { lang })).findings;
    const steps = found?.nextSteps.join('\n');
    expect(steps).toContain(step);
    expect(steps).toContain('2020-11-26 00:00 UTC');
    expect(steps).not.toMatch(/Wait: |等待：/);
  });

  it('that gave up is no such server', async () => {
    const letter = writeBounce({ diagnostic: 'smtp; 450 4.2.0 Greylisted', status: '4.2.0' });
    const { findings } = await explain([Buffer.from(letter)]);
    expect(findings[0]?.title).toContain('then given up');
    expect(findings[0]?.nextSteps.join()).toMatch(AGAIN);
  });
});

describe('a line of a mail log', () => {
  const WORDS =
    'host mx.example.org[192.0.2.1] said: 450 4.2.0 <anna@example.org>: Recipient address rejected: Greylisted';
  it.each([
    [
      `Nov 28 01:00:00 mx postfix/smtp[12]: 4F2A1: to=<anna@example.org>, relay=mx.example.org[192.0.2.1]:25, delay=5, dsn=4.2.0, status=deferred (${WORDS})`,
      true,
    ],
    [
      '2026-11-28 01:00:00 1abc-00-XX == anna@example.org R=dnslookup T=remote_smtp defer (-44): SMTP error from remote mail server after RCPT TO:<anna@example.org>: host mx.example.org [192.0.2.1]: 451 4.7.1 Greylisting in action',
      true,
    ],
    [
      'Nov 28 01:00:00 mx sendmail[9]: 4F2A1: to=<anna@example.org>, delay=00:00:10, mailer=esmtp, relay=mx.example.org. [192.0.2.1], dsn=4.0.0, stat=Deferred: Connection timed out with mx.example.org.',
      true,
    ],
    [
      '@400000005f delivery 12: deferral: Connected_to_192.0.2.1_but_greeting_failed./Remote_host_said:_421_4.7.0_too_busy/',
      true,
    ],
    [
      `Nov 28 01:00:00 mx postfix/smtp[12]: 4F2A1: to=<anna@example.org>, relay=mx.example.org[192.0.2.1]:25, delay=5, dsn=4.2.0, status=bounced (${WORDS})`,
      false,
    ],
  ])('tells of it too: %s', async (line, isTrying) => {
    const { findings } = await explain(line);
    const [found] = findings;
    expect(found?.nextSteps.some((step) => step.startsWith('Wait: '))).toBe(isTrying);
    expect(found?.nextSteps.some((step) => AGAIN.test(step))).toBe(!isTrying);
  });
});

describe('a receipt', () => {
  it.each([
    ['relayed', /^A receipt of passing on/],
    ['expanded', /^A receipt of passing on/],
    ['delivered', /^A delivery receipt: the mail has arrived/],
  ])('of a mail that was %s says no more than that', async (action, title) => {
    const letter = writeBounce({ action, status: '2.0.0' });
    const { findings, letters } = await explain([Buffer.from(letter)]);
    expect(findings).toEqual([]);
    expect(letters).toMatchObject([{ kind: 'delivered', title: expect.stringMatching(title) }]);
  });
});
