import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';

const REFUSED = {
  postfix: [
    'Nov 28 00:01:02 mail postfix/smtp[12]: 4QBAAA11111: to=<li@x.cn>, relay=mx.x.cn[203.0.113.7]:25, delay=1, dsn=5.2.2, status=bounced (host mx.x.cn[203.0.113.7] said: 552 5.2.2 Mailbox full (in reply to RCPT TO command))',
    'Nov 28 00:01:02 mail postfix/bounce[13]: 4QBAAA11111: sender non-delivery notification: 4QBBBB22222',
  ],
  exim: [
    '2026-11-28 00:12:40 1tGabc-0001Xy-2Z <= noreply@corp.cn H=(tailchat) [172.18.0.5] P=esmtpsa S=1200',
    '2026-11-28 00:12:44 1tGabc-0001Xy-2Z ** li@x.cn R=dnslookup T=remote_smtp H=mx.x.cn [203.0.113.7]: SMTP error from remote mail server after RCPT TO:<li@x.cn>: 552 5.2.2 Mailbox full',
  ],
};
const OF_BOUNCE = {
  postfix: [
    'Nov 28 00:01:02 mail postfix/qmgr[14]: 4QBBBB22222: from=<>, size=3088, nrcpt=1 (queue active)',
    'Nov 28 00:01:03 mail postfix/virtual[15]: 4QBBBB22222: to=<noreply@corp.cn>, relay=virtual, delay=1, dsn=5.1.1, status=bounced (unknown user: "noreply@corp.cn")',
  ],
  exim: [
    '2026-11-28 00:12:44 1tGabd-0001Xz-3A <= <> R=1tGabc-0001Xy-2Z U=Debian-exim P=local S=2300',
    '2026-11-28 00:12:44 1tGabd-0001Xz-3A ** noreply@corp.cn R=virtual: Unrouteable address',
    '2026-11-28 00:12:44 1tGabd-0001Xz-3A Frozen (delivery error message)',
  ],
};

describe.each(['postfix', 'exim'] as const)(
  'a bounce that comes back itself, in a log of %s',
  (server) => {
    const causesOf = async (lines: readonly string[]) =>
      (await explain(`${lines.join('\n')}\n`)).findings.map(({ cause }) => cause);

    it('is no second failure of the mail that it is about', async () => {
      expect(await causesOf([...REFUSED[server], ...OF_BOUNCE[server]])).toEqual(['mailbox-full']);
    });

    it('is told where nothing else is', async () => {
      expect(await causesOf(OF_BOUNCE[server])).toEqual(['recipient-unknown']);
    });

    it('hides no other mail', async () => {
      const other = REFUSED[server].map((line) =>
        line
          .replace('4QBAAA11111', '4QBCCC33333')
          .replace('1tGabc-0001Xy-2Z', '1tGabe-0001Xz-4B')
          .replace(/552 5\.2\.2 Mailbox full/, '550 5.1.1 User unknown'),
      );
      const lines = [...REFUSED[server], ...OF_BOUNCE[server], ...other];
      expect(await causesOf(lines)).toEqual(['mailbox-full', 'recipient-unknown']);
    });
  },
);
