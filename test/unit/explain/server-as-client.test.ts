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

  it('leaves a client’s own words alone', async () => {
    const { findings } = await explain('Error: connect ETIMEDOUT 192.0.2.1:587', {
      lang: 'en',
    });
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
