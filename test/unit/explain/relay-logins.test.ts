import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';
import { writeBounce, writePlain } from './letters/write-letter.js';

const SAID = [
  ['535 Login Fail. Please enter your authorization code to login.', 'app-password-required'],
  ['535 5.7.8 Authentication failed', 'auth-failed'],
] as const;
const inLog = (words: string) =>
  `Nov 28 01:00:00 mx postfix/smtp[12]: 4F2A1: to=<a@y.com>, relay=smtp.qq.com[192.0.2.1]:465, delay=5, dsn=4.7.8, status=deferred (SASL authentication failed; server smtp.qq.com[192.0.2.1] said: ${words})`;
const inBounce = (words: string) =>
  writeBounce({
    diagnostic: `X-Postfix; SASL authentication failed; server smtp.qq.com[192.0.2.1] said: ${words}`,
    status: '4.7.8',
  });

describe('the login of a mail server at a relay', () => {
  it.each(SAID)('is not that in SMTP_URI: %s', async (words, cause) => {
    for (const lang of ['en', 'zh-CN'] as const) {
      for (const text of [inLog(words), inBounce(words)]) {
        const { findings } = await explain([Buffer.from(text)], { lang });
        expect(findings.map((one) => one.cause)).toEqual([cause]);
        const said = findings
          .flatMap((one) => [one.title, one.explanation, ...one.nextSteps])
          .join('\n');
        expect(said).toContain('smtp_sasl_password_maps');
        expect(said).not.toContain('SMTP_URI');
      }
    }
  });
});

describe('a mail server whose SASL library has no mechanism for its relay', () => {
  const WARNING =
    'Nov 28 01:00:00 mx postfix/smtp[12]: warning: SASL authentication failure: No worthy mechs found';
  const FAILED =
    'SASL authentication failed; cannot authenticate to server smtp.gmail.com[192.0.2.1]: no mechanism available';
  const DEFERRED = `Nov 28 01:00:00 mx postfix/smtp[12]: 4F2A1: to=<a@y.com>, relay=smtp.gmail.com[192.0.2.1]:587, delay=5, dsn=4.7.0, status=deferred (${FAILED})`;

  it.each([
    DEFERRED,
    WARNING,
    `${WARNING}\n${DEFERRED}`,
    FAILED,
    writeBounce({ diagnostic: `X-Postfix; ${FAILED}`, status: '4.7.0' }),
  ])('is told of that server, and once', async (text) => {
    for (const lang of ['en', 'zh-CN'] as const) {
      const { findings } = await explain([Buffer.from(text)], { lang });
      expect(findings.map((one) => one.cause)).toEqual(['auth-mechanism-unsupported']);
      const said = findings.flatMap((one) => [one.title, one.explanation, ...one.nextSteps]);
      expect(said.join('\n')).toContain('libsasl2-modules');
      expect(said.join('\n')).not.toMatch(/SMTP_URI|smtps:|verify/);
    }
  });
});

describe('the transcript that Postfix sends its postmaster', () => {
  it('is no bounce', async () => {
    const letter = writePlain(
      [
        'Transcript of session follows.',
        '',
        ' Out: 220 mail.x.com ESMTP Postfix',
        ' In:  EHLO mail.z.com',
        '',
        'Session aborted, reason: lost connection',
      ],
      [
        'From: MAILER-DAEMON@mail.x.com',
        'To: postmaster@x.com',
        'Subject: Postfix SMTP server: errors from mail.z.com[192.0.2.1]',
      ],
    );
    const { findings, letters } = await explain([Buffer.from(letter)]);
    expect([findings, letters?.[0]?.kind]).toEqual([[], 'other']);
  });
});
