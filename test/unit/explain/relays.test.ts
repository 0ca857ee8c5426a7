import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';
import { LANGUAGES } from '../../../src/language-codes.js';

const RELAY = 'smtp.relay.example[203.0.113.5]';
const postfix = (rest: string) =>
  `Nov 27 10:00:00 mx postfix/smtp[12]: 4F2AB: to=<you@x.org>, ${rest}`;
const exim = (rest: string) =>
  `2026-11-27 10:00:00 1abcDE-000000-XX == you@x.org R=smarthost ${rest}`;

/** What a mail server writes about its own relay. */
const LINES: [cause: string, line: (port: number) => string][] = [
  [
    'sender-rejected',
    (port) =>
      postfix(
        `relay=${RELAY}:${port}, dsn=5.7.1, status=bounced (host ${RELAY} said: 550 5.7.1 Sender rejected (in reply to MAIL FROM command))`,
      ),
  ],
  [
    'connection-timeout',
    (port) =>
      postfix(`relay=none, status=deferred (connect to ${RELAY}:${port}: Connection timed out)`),
  ],
  [
    'rate-limited',
    (port) =>
      exim(
        `T=smarthost H=smtp.relay.example [203.0.113.5]:${port} defer (-53): SMTP error from remote mail server after MAIL FROM:<me@x.org>: 451 4.7.1 Too many messages`,
      ),
  ],
];

describe.each(LANGUAGES)('the log of a mail server, in %s', (lang) => {
  it.each(LINES)('tells its relay from the server of the recipient: %s', async (cause, line) => {
    for (const port of [465, 587]) {
      const { findings } = await explain(line(port), { lang });
      expect(findings).toMatchObject([{ cause }]);
      expect(findings[0]?.title).toMatch(/relay that it sends|The relay that|中继服务器/);
    }
    const { findings } = await explain(line(25), { lang });
    expect(findings).toMatchObject([{ cause }]);
    expect(JSON.stringify(findings)).not.toMatch(/The relay that|中继服务器/);
  });
});
