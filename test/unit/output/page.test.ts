import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { texts } from '../../../src/language/en/index.js';
import { page } from '../../../src/language/en/page.js';
import { loadPageTexts, loadTexts } from '../../../src/language/index.js';
import { formatPage } from '../../../src/output/html/page.js';
import { makeFailure, makeReport, makeSuggestion } from '../../helpers/report.js';
import { FULL_REPORT } from '../../page/full-report.js';

const telling = { texts: texts.interface, isInPod: false };
const imprint = { version: '1.2.3', now: Date.UTC(2026, 0, 2, 3, 4) };

/** The text of a page as a browser shows it, without its markup. */
function textOf(html: string): string {
  return html
    .replace(/<style>.*<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}

describe('a report as a page', () => {
  it('says what happened, why, what to do, and what each step took', () => {
    const html = formatPage(FULL_REPORT, telling, page, imprint);
    const text = textOf(html);
    for (const words of [
      '✗ The login failed [auth-failed]',
      'User or password is wrong.',
      '535 5.7.8 No',
      'Look at the password',
      'More about this cause: docs/causes/unknown.md',
      'SMTP_URI=smtp://me:***@mail.x.org:587/',
      'greeting passed 220 mail.x.org ESMTP 40 ms',
      'login failed refused with PLAIN 200 ms',
      'The check took 334 ms.',
      'Issuer Example CA',
      'docker run --env-file 40 characters keeps the quotation marks as part of the value',
      'tailchat smtp 1.2.3, 2026-01-02 03:04 UTC.',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('puts the bars of the steps one behind the other, to the end of the line', () => {
    const html = formatPage(FULL_REPORT, telling, page, imprint);
    const bars = [...html.matchAll(/x="([\d.]+)%" width="([\d.]+)%"/g)].map(([, x, width]) => ({
      start: Number(x),
      end: Number(x) + Number(width),
    }));
    expect(bars).toHaveLength(FULL_REPORT.steps.length);
    expect(bars.every(({ end }) => end <= 100.01)).toBe(true);
    expect(bars.at(-1)?.end).toBeCloseTo(100, 1);
    const starts = bars.map(({ start }) => start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  it('does not call a value missing that was not understood', () => {
    const { settings } = FULL_REPORT;
    const env = { kind: 'env' } as const;
    const given = { ...settings, host: null, uri: '***', uriSource: env };
    const damaged = formatPage({ ...FULL_REPORT, settings: given }, telling, page, imprint);
    expect(textOf(damaged)).toContain(
      'SMTP_URI from the environment, hidden as it may hold a password',
    );
    expect(textOf(damaged)).not.toContain('no SMTP_URI');
    const none = { ...given, uri: null, uriSource: null };
    const missing = formatPage({ ...FULL_REPORT, settings: none }, telling, page, imprint);
    expect(textOf(missing)).toContain('no SMTP_URI');
  });

  it('needs nothing from outside, and no script', () => {
    const html = formatPage(FULL_REPORT, telling, page, imprint);
    expect(html).not.toMatch(/<script|<link|<img|\ssrc=|\shref=|url\(|@import|\son\w+=/i);
    expect(html).toContain("content=\"default-src 'none'; style-src 'unsafe-inline'\"");
  });

  it('is in the language of the check', async () => {
    const chinese = (await loadTexts('zh-CN')).interface;
    const words = await loadPageTexts('zh-CN');
    const html = formatPage(FULL_REPORT, { texts: chinese, isInPod: false }, words, imprint);
    expect(html).toContain('<html lang="zh-CN">');
    expect(textOf(html)).toContain('登录 失败 使用 PLAIN 方式被拒绝 200 毫秒');
  });

  it('has no password, though --show-secrets shows them elsewhere', () => {
    const uri = 'smtps://me:pLanted%23one@mail.x.org:465/';
    const report = makeReport({
      ok: false,
      settings: { ...FULL_REPORT.settings, uri },
      failure: makeFailure({ suggestion: makeSuggestion({ uri }) }),
    });
    expect(formatPage(report, telling, page, imprint)).not.toMatch(/pLanted/);
  });

  it('takes whatever came from outside for text', () => {
    const markup = /<\/?(?:b|i|script|svg onload)\b[^>]*x=1/;
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('<', '>', '"', "'", '&', '<b x=1>', '</style>', '\x1b', 'é'),
        }),
        (outside) => {
          const certificate = {
            ...{ subject: outside, issuer: outside, names: [outside] },
            ...{ validTo: outside, sha256: outside },
          };
          const report = makeReport({
            ok: false,
            settings: { ...FULL_REPORT.settings, host: outside, sender: outside },
            steps: [
              { name: 'settings', status: 'ok', ms: 1 },
              { name: 'tls', status: 'ok', ms: 1, protocol: outside, cipher: outside, certificate },
              { name: 'greeting', status: 'ok', ms: 1, reply: outside },
            ],
            warnings: [{ code: 'credentials-untested', message: outside }],
            failure: makeFailure({
              ...{ title: outside, explanation: outside, nextSteps: [outside] },
              reply: { code: 550, enhanced: null, text: outside },
            }),
          });
          const html = formatPage(report, telling, page, imprint);
          expect(html).not.toMatch(markup);
          expect(html).not.toContain('\x1b');
          expect(html.match(/<\/style>/g)).toHaveLength(1);
        },
      ),
    );
  });
});
