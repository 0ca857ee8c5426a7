import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';

const POSTFIX =
  'Nov 27 10:00:00 mx postfix/smtp[123]: 4ABC: to=<you@x.example>, relay=none, delay=30, dsn=4.4.1, ';
const OWN = /SMTP_URI|NODE_EXTRA_CA_CERTS/;

/** What a mail server met on its way to the next one: Tailchat's own connection worked. */
const LINES: [name: string, line: string, cause: string][] = [
  [
    'Postfix, a time-out',
    `${POSTFIX}status=deferred (connect to mx.x.example[192.0.2.1]:25: Connection timed out)`,
    'connection-timeout',
  ],
  [
    'Postfix, a refusal',
    `${POSTFIX}status=deferred (connect to mx.x.example[192.0.2.1]:25: Connection refused)`,
    'connection-refused',
  ],
  [
    'Postfix, a hang-up',
    `${POSTFIX}status=deferred (lost connection with mx.x.example[192.0.2.1] while receiving the initial server greeting)`,
    'connection-closed',
  ],
  [
    'Postfix, a certificate',
    'Nov 27 10:00:00 mx postfix/smtp[123]: certificate verification failed for mx.x.example[192.0.2.1]:25: untrusted issuer /CN=Some CA',
    'certificate-untrusted',
  ],
  [
    'Postfix in a container',
    'postfix-1  | Nov 27 10:00:00 mx postfix/relay/smtp[9]: 4ABC: to=<you@x.example>, relay=none, status=deferred (connect to mx.x.example[192.0.2.1]:25: Connection timed out)',
    'connection-timeout',
  ],
  [
    'Postfix’s queue',
    `-Queue ID-  --Size-- ----Arrival Time---- -Sender/Recipient-------
4ABCDE1234      812 Sat Nov 28 10:00:00  no-reply@x.example
     (connect to mx.y.example[192.0.2.1]:25: Connection timed out)
                                         you@y.example`,
    'connection-timeout',
  ],
  [
    'Sendmail’s queue',
    `4ASB1c2d003456      812 Fri Nov 28 03:11 <no-reply@x.example>
                 (Deferred: Connection refused by mx.y.example.)
					 <you@y.example>`,
    'connection-refused',
  ],
  [
    'Sendmail’s queue, of DNS',
    `4ASB1c2d003456      812 Fri Nov 28 03:11 <no-reply@x.example>
                 (host map: lookup (y.example): deferred)
					 <you@y.example>`,
    'dns-unavailable',
  ],
  [
    'a recipient of Postfix’s bounce',
    '<you@y.example>: connect to mx.y.example[192.0.2.1]:25: Connection refused',
    'connection-refused',
  ],
  [
    'the same by IPv6',
    '<you@y.example>: connect to mx.y.example[2001:db8::1]:25: Network is unreachable',
    'network-unreachable',
  ],
  [
    'the words alone',
    'connect to mx.y.example[192.0.2.1]:25: Connection timed out',
    'connection-timeout',
  ],
  [
    'a recipient whose domain DNS does not answer for',
    '<you@y.example>: Host or domain name not found. Name service error for name=y.example type=MX: Host not found, try again',
    'dns-unavailable',
  ],
  [
    'a name beside the recipient’s',
    'Host or domain name not found. Name service error for name=relay.example type=A: Host not found',
    'host-not-found',
  ],
  [
    'a recipient of Exim’s bounce',
    '  you@y.example\n    host mx.y.example [192.0.2.1]\n    Connection timed out: retry timeout exceeded',
    'connection-timeout',
  ],
  [
    'Exim, of a conversation that stopped',
    '2026-11-28 03:11:02 1rABCD-000abc-12 SMTP timeout while connected to mx.y.example [192.0.2.1] after initial connection (0 bytes written)',
    'timeout',
  ],
  [
    'Exim’s main log',
    '2026-11-28 03:11:02 1rABCD-000abc-12 H=mx.y.example [192.0.2.1] Connection timed out',
    'connection-timeout',
  ],
];

/** A recipient that a server could not find the mailbox or the domain of. */
const UNKNOWN = [
  '<you@y.example>: Host or domain name not found. Name service error for\n    name=y.example type=AAAA: Host not found',
  '<you@y.example>: Host or domain name not found. Name service error for name=y.example type=AAAA: Host not found',
  '<you@y.example>: Domain y.example does not accept mail (nullMX)',
  'you@y.example\n    Unrouteable address',
  '  you@y.example\n    all relevant MX records point to non-existent hosts',
];

describe('a line of a mail server that sends on', () => {
  it.each(LINES)('%s, is of its way, and not of SMTP_URI', async (_name, line, cause) => {
    for (const language of ['en', 'zh-CN'] as const) {
      const { findings } = await explain(line, { lang: language });
      const [found] = findings;
      expect(findings).toHaveLength(1);
      expect(found?.cause).toBe(cause);
      expect(
        [found?.title, found?.explanation, ...(found?.nextSteps ?? [])].join('\n'),
      ).not.toMatch(OWN);
      expect(found?.explanation).toMatch(language === 'en' ? /mail server/ : /服务器/);
    }
  });

  it.each(UNKNOWN)('%s, is of the recipient', async (paste) => {
    const { findings } = await explain(paste, { lang: 'en' });
    expect(findings.map(({ cause, line }) => `${cause} ${line}`)).toEqual(['recipient-unknown 1']);
    expect(JSON.stringify(findings)).not.toMatch(OWN);
    expect(findings[0]?.explanation).toContain('The mail was sent and came back');
  });

  it.each([
    'Error: connect ETIMEDOUT 192.0.2.1:587',
    'SMTP_SENDER:\n  me@x.example\n    connect ECONNREFUSED 192.0.2.1:465',
    'me@x.example\n  Error: Invalid login: 535 5.7.8 Error: authentication failed',
    '<me@x.example>: Error: Invalid login: 535 5.7.8 Error: authentication failed',
    '<me@x.example>: connect ECONNREFUSED 192.0.2.1:465',
  ])('leaves a client’s own words alone: %s', async (paste) => {
    const { findings } = await explain(paste, { lang: 'en' });
    expect(findings[0]?.nextSteps.join('\n')).toMatch(/SMTP_URI/);
  });
});

describe('a mail of Tailchat’s without recipients', () => {
  it('is of the mail, and of no option', async () => {
    for (const language of ['en', 'zh-CN'] as const) {
      const { findings } = await explain('Error: No recipients defined', { lang: language });
      const told = JSON.stringify(findings);
      expect(findings[0]?.cause).toBe('recipient-missing');
      expect(told).not.toMatch(/--to is|缺少 --to/);
      expect(findings[0]?.title).toMatch(language === 'en' ? /no recipient/ : /没有收件人/);
    }
  });
});
