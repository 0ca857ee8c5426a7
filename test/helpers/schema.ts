import { existsSync } from 'node:fs';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import domainSchema from '../../schema/domain.schema.json' with { type: 'json' };
import explanationSchema from '../../schema/explanation.schema.json' with { type: 'json' };
import providersSchema from '../../schema/providers.schema.json' with { type: 'json' };
import reportSchema from '../../schema/report.schema.json' with { type: 'json' };
import { CAUSES } from '../../src/report/causes.js';
import type { DomainReport } from '../../src/report/domain-report.js';
import type { Explanation } from '../../src/report/explanation.js';
import type { ProviderList } from '../../src/report/provider-list.js';
import type { Report } from '../../src/report/report.js';

const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
});
const isReport = ajv.compile<Report>(reportSchema);
const isExplanation = ajv.compile<Explanation>(explanationSchema);
const isProviderList = ajv.compile<ProviderList>(providersSchema);
const isDomainReport = ajv.compile<DomainReport>(domainSchema);

/**
 * Asserts that a document is a report as the schema describes it, and that its parts agree with each
 * other. The errors of the schema are in the failure's message.
 */
export function expectValidReport(document: unknown): Report {
  if (!isReport(document)) throw invalid('report', document, isReport.errors);
  expectConsistency(document);
  return document;
}

/** The same for the document of `explain`. */
export function expectValidExplanation(document: unknown): Explanation {
  if (!isExplanation(document)) throw invalid('explanation', document, isExplanation.errors);
  for (const file of new Set(document.findings.map((finding) => finding.file))) {
    const own = document.findings.filter((finding) => finding.file === file);
    const lines = own.map(({ line }) => line);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  }
  return document;
}

/** The same for the document of `providers`. */
export function expectValidProviderList(document: unknown): ProviderList {
  if (!isProviderList(document)) throw invalid('list', document, isProviderList.errors);
  return document;
}

/** The same for the document of `domain`. */
export function expectValidDomainReport(document: unknown): DomainReport {
  if (!isDomainReport(document)) throw invalid('domain report', document, isDomainReport.errors);
  const { failure } = document;
  // The page that is named can be opened.
  if (failure) expect(existsSync(new URL(`../../${failure.docs}`, import.meta.url))).toBe(true);
  return document;
}

function invalid(what: string, document: unknown, errors: ErrorObject[] | null | undefined): Error {
  const said = (errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${instancePath || '/'} ${message} ${JSON.stringify(params)}`,
  );
  const shown = JSON.stringify(document, null, 2) ?? String(document);
  return new Error(`Not a valid ${what}:\n${said.join('\n')}\n${shown}`);
}

// What a schema cannot say, or not without pages of it.
function expectConsistency({ ok, exitCode, failure, steps }: Report): void {
  // 69: it passed, and its report for another program could not be written.
  expect(ok ? [0, 69] : [64, 65, 66, 67, 68, 69, 75, 76, 77, 78]).toContain(exitCode);
  expect(failure === null).toBe(ok);
  expect(steps[0]?.name).toBe('settings');
  if (!failure) {
    expect(steps.filter(({ status }) => status === 'failed')).toEqual([]);
    return;
  }
  const { cause, retryable, step, reply } = failure;
  const expected = CAUSES[cause];
  // The server's own trouble is temporary where its reply says so.
  if (cause === 'server-error') expect(exitCode).toBe(retryable ? 75 : 69);
  // A check that could not begin in a container ends with what stood in the way.
  else if (cause === 'unknown' && failure.step === 'settings')
    expect([69, 77, 78]).toContain(exitCode);
  else expect(exitCode).toBe(expected.exitCode);
  // Only a server's words can tell that a trouble of this kind is of the other duration.
  if (!reply && cause !== 'server-error') expect(retryable).toBe(expected.retryable);
  expect(steps.map(({ name }) => name)).toContain(step);
}
