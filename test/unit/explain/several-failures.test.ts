import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';

async function causes(...lines: string[]) {
  return (await explain([lines.join('\n')])).findings.map(({ cause }) => cause).sort();
}

/** Failures of one mail or connection each, as the logs of a mail server and of Tailchat have them. */
const LINES = {
  login:
    'Nov 28 03:12:44 mail postfix/submission/smtpd[991]: warning: unknown[172.18.0.5]: SASL PLAIN authentication failed: UGFzc3dvcmQ6',
  deferred:
    'Nov 28 03:12:50 mail postfix/smtp[2231]: 4F2A61C0: to=<x@qq.com>, relay=none, delay=30, dsn=4.4.1, status=deferred (connect to mx1.qq.com[192.0.2.4]:25: Connection timed out)',
  bounced:
    'Nov 28 03:12:50 mail postfix/smtp[2231]: 4F2A61C1: to=<x@q.example>, relay=none, delay=3, dsn=5.4.4, status=bounced (unable to look up host q.example: Name or service not known)',
  spam: 'Nov 28 03:12:50 mail postfix/smtp[2231]: 4F2A61C9: to=<x@q.example>, relay=mx.q.example[192.0.2.4]:25, dsn=5.7.1, status=bounced (host mx.q.example[192.0.2.4] said: 554 5.7.1 Spam detected (in reply to end of DATA command))',
  alert:
    'Nov 28 03:12:44 mail postfix/submission/smtpd[991]: warning: TLS library problem: error:0A000418:SSL routines::tlsv1 alert unknown ca:../ssl/record/rec_layer_s3.c:1605:SSL alert number 48:',
  unrouteable: '2026-11-28 03:12:44 1tGabd-0001Xy-2Z ** a@b.example: Unrouteable address',
  exim: '2026-11-28 03:12:44 plain_login authenticator failed for (tailchat) [172.18.0.5]: 535 Incorrect authentication data (set_id=no@corp.example)',
  relay:
    '2026-11-28 03:12:44 H=(chat) [172.18.0.5] F=<a@b.example> rejected RCPT <x@qq.com>: relay not permitted',
  late: '2026-11-28 03:12:44 1tGabc-0001Xy-2Z == a@qq.com R=dnslookup T=remote_smtp defer (110): Connection timed out',
  refused:
    'tailchat-service-core-1  | [2026-11-28T03:12:44.120Z] WARN  abc-29/MAIL: Error: Invalid login: 535 Login failed.',
  silent:
    'tailchat-service-core-1  | [2026-11-28T03:15:44.120Z] WARN  abc-29/MAIL: Error: Connection timeout',
  selfSigned: 'Error: self signed certificate',
  selfSignedLogged:
    'tailchat-service-core-1  | [2026-11-28T03:15:44.120Z] WARN  abc-29/MAIL: Error: self signed certificate',
} as const;
type Line = keyof typeof LINES;

describe('failures of different mails or connections', () => {
  it.each<[Line, string, Line, string]>([
    ['login', 'auth-failed', 'deferred', 'connection-timeout'],
    ['exim', 'auth-failed', 'unrouteable', 'recipient-unknown'],
    ['exim', 'auth-failed', 'relay', 'relay-denied'],
    ['unrouteable', 'recipient-unknown', 'late', 'connection-timeout'],
    ['refused', 'auth-failed', 'silent', 'connection-timeout'],
    ['selfSigned', 'certificate-untrusted', 'spam', 'content-rejected'],
    ['selfSignedLogged', 'certificate-untrusted', 'spam', 'content-rejected'],
    ['selfSignedLogged', 'certificate-untrusted', 'refused', 'auth-failed'],
    ['alert', 'certificate-untrusted', 'deferred', 'connection-timeout'],
    ['bounced', 'host-not-found', 'deferred', 'connection-timeout'],
  ])('are all told: %s (%s), %s (%s)', async (one, ofOne, other, ofOther) => {
    expect(await causes(LINES[one])).toEqual([ofOne]);
    expect(await causes(LINES[other])).toEqual([ofOther]);
    const both = [ofOne, ofOther].sort();
    expect(await causes(LINES[one], LINES[other])).toEqual(both);
    expect(await causes(LINES[other], LINES[one])).toEqual(both);
    expect(await causes(LINES[one], LINES[other], LINES[one], LINES[one])).toEqual(both);
  });

  it("are not those of the whole world's tries to log in", async () => {
    const ofStranger = LINES.login.replace('172.18.0.5', '203.0.113.9');
    expect(await causes(ofStranger)).toEqual(['auth-failed']);
    expect(await causes(ofStranger, LINES.deferred)).toEqual(['connection-timeout']);
    const atExim = LINES.exim.replace('172.18.0.5', '203.0.113.9');
    expect(await causes(atExim, LINES.late)).toEqual(['connection-timeout']);
  });

  it('are told of a program beside mail only where nothing else stands', async () => {
    const other = 'Error: connect ECONNREFUSED';
    expect(await causes(other)).toEqual(['connection-refused']);
    expect(await causes(other, LINES.refused)).toEqual(['auth-failed']);
  });
});
