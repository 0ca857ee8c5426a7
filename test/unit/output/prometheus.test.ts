import { expect, it } from 'vitest';
import { formatDomainPrometheus } from '../../../src/output/format-domain-report.js';
import { formatPrometheus } from '../../../src/output/prometheus.js';
import type { DomainReport } from '../../../src/report/domain-report.js';
import type { Step } from '../../../src/report/report.js';
import { makeReport } from '../../helpers/report.js';

/** What tells the samples apart, without their values. */
const namesIn = (metrics: string) =>
  metrics.split('\n').flatMap((line) => /^(\w+\{.*\}) /.exec(line)?.[1] ?? []);

function expectNoTwins(metrics: string): void {
  const names = namesIn(metrics);
  expect(names.length).toBeGreaterThan(4);
  expect(new Set(names).size).toBe(names.length);
}

it('a check that greets again after STARTTLS has no two samples with the same labels', () => {
  const step = (name: Step['name'], ms: number): Step => ({ name, status: 'ok', ms });
  const steps = [step('ehlo', 40), step('starttls', 7), step('ehlo', 20)];
  const metrics = formatPrometheus(makeReport({ steps }), 0);
  expectNoTwins(metrics);
  expect(metrics).toMatch(/step="ehlo",status="ok"\} 0\.06\n/);
});

it('nor has a domain with several keys', () => {
  const check = (name: string, status: string) => ({ name, status, code: null });
  const checks = [check('dkim', 'ok'), check('dkim', 'ok'), check('dkim', 'failed')];
  const report = { domain: 'x.org', ok: false, exitCode: 78, ms: 1, checks };
  const metrics = formatDomainPrometheus(report as unknown as DomainReport, 0);
  expectNoTwins(metrics);
  expect(metrics).toMatch(/check="dkim",status="failed",code=""\} 0\n/);
});
