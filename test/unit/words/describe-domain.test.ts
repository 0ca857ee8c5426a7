import { describe, expect, it } from 'vitest';
import type { DomainView } from '../../../src/domain/check-domain.js';
import { exitCodeOf } from '../../../src/domain/exit-code-of.js';
import { domain as english } from '../../../src/language/en/domain/index.js';
import { domain as chinese } from '../../../src/language/zh-cn/domain/index.js';
import type { ReportSettings } from '../../../src/report/report.js';
import { describeDomain } from '../../../src/words/describe-domain.js';
import { check, HEALTHY, PROVIDER_ZONE, withRecord } from '../domain/support.js';

describe('the document', () => {
  const settings = {} as ReportSettings;
  const found = (view: DomainView) => ({
    ...{ domain: 'example.org', settings, view, ms: 1 },
    exitCode: exitCodeOf(view.findings),
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
});
