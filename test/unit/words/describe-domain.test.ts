import { describe, expect, it } from 'vitest';
import type { DomainView } from '../../../src/domain/check-domain.js';
import { exitCodeOfDomain } from '../../../src/domain/exit-code-of-domain.js';
import { domain as english } from '../../../src/language/en/domain/index.js';
import { domain as chinese } from '../../../src/language/zh-cn/domain/index.js';
import type { ReportSettings } from '../../../src/report/report.js';
import { describeDomain } from '../../../src/words/describe-domain.js';
import { check, HEALTHY, PROVIDER_ZONE, withRecord } from '../domain/support.js';

describe('the document', () => {
  const settings = {} as ReportSettings;
  const found = (view: DomainView) => ({
    ...{ domain: 'example.org', settings, view, ms: 1 },
    redact: (text: string) => text.replaceAll('s3cret', '***'),
    exitCode: exitCodeOfDomain(view.findings),
  });

  it.each([
    ['en', english],
    ['zh-CN', chinese],
  ] as const)('says everything in %s, and ends with a code', async (language, texts) => {
    const broken = withRecord({ TXT: [], A: ['203.0.113.1'] });
    for (const [zone, exitCode] of [
      [HEALTHY, 0],
      [broken, 78],
      [PROVIDER_ZONE, 68],
      [{ ...HEALTHY, '_dmarc.example.org': { error: 'ETIMEOUT' } }, 75],
    ] as const) {
      const { view } = await check(zone);
      const report = describeDomain(found(view), texts, language);
      expect(report).toMatchObject({ command: 'domain', ok: exitCode === 0, exitCode });
      expect(report.failure === null).toBe(exitCode === 0);
      for (const { title, explanation, status, nextSteps } of report.checks) {
        expect(title).not.toMatch(/undefined|null|\[object/);
        expect(explanation.length).toBeGreaterThan(0);
        if (status === 'failed') expect(nextSteps.length).toBeGreaterThan(0);
      }
    }
  });

  it('shows no control characters of what DNS says', async () => {
    const zone = withRecord({ A: ['192.0.2.1'], TXT: ['v=spf1 \u001b[31mx -all\u0000'] });
    const { view } = await check(zone);
    expect(JSON.stringify(describeDomain(found(view), english, 'en'))).not.toMatch(/\\u00[01]/);
  });

  it('shows no password that DNS says, and gives no record that is damaged by that', async () => {
    const zone = withRecord(
      {
        A: ['192.0.2.1'],
        MX: [[1, 's3cret.example']],
        TXT: ['v=spf1 include:s3cret.example -all'],
      },
      { '_dmarc.example.org': { TXT: ['v=DMARC1; p=none; rua=mailto:s3cret@example.org;;'] } },
    );
    const { view } = await check(zone);
    const report = describeDomain(found(view), english, 'en');
    expect(JSON.stringify(report)).not.toContain('s3cret');
    const [spf, dmarc] = ['spf', 'dmarc'].map((name) =>
      report.checks.find((one) => one.name === name),
    );
    expect(spf).toMatchObject({ code: 'spf-invalid', record: { type: 'TXT' } });
    expect(dmarc).toMatchObject({ code: 'dmarc-invalid', record: null });
  });

  it('shows no more of what DNS says than a person reads', async () => {
    const zone = withRecord(
      {
        ...{ A: ['192.0.2.1'], TXT: [`v=spf1 ${'x'.repeat(60_000)} -all`] },
        MX: Array.from({ length: 3000 }, (_, at): [number, string] => [1, `m${at}.example.org`]),
      },
      { '_dmarc.example.org': { TXT: [`v=DMARC1; p=none; rua=mailto:${'a'.repeat(60_000)};;`] } },
    );
    const { view } = await check(zone);
    const report = describeDomain(found(view), english, 'en');
    expect(JSON.stringify(report).length).toBeLessThan(20_000);
    expect(report.checks.find(({ name }) => name === 'dmarc')?.record).toBeNull();
  });
});
