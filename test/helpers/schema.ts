import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import schema from '../../schema/report.schema.json' with { type: 'json' };
import { CAUSES } from '../../src/report/causes.js';
import type { Report } from '../../src/report/report.js';

const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
});
const isReport = ajv.compile<Report>(schema);

/**
 * Asserts that a document is a report as the schema describes it, and that its parts agree with each
 * other. The errors of the schema are in the failure's message.
 */
export function expectValidReport(document: unknown): Report {
  if (!isReport(document)) {
    const errors = (isReport.errors ?? []).map(
      ({ instancePath, message, params }) =>
        `${instancePath || '/'} ${message} ${JSON.stringify(params)}`,
    );
    const shown = JSON.stringify(document, null, 2) ?? String(document);
    throw new Error(`Not a valid report:\n${errors.join('\n')}\n${shown}`);
  }
  expectConsistency(document);
  return document;
}

// What a schema cannot say, or not without pages of it.
function expectConsistency({ ok, exitCode, failure, steps }: Report): void {
  expect(ok).toBe(exitCode === 0);
  expect(failure === null).toBe(ok);
  expect(steps[0]?.name).toBe('settings');
  if (!failure) {
    expect(steps.filter(({ status }) => status === 'failed')).toEqual([]);
    return;
  }
  const { cause, retryable, step } = failure;
  const expected = CAUSES[cause];
  // The server's own trouble is temporary where its reply says so.
  if (cause === 'server-error') expect(exitCode).toBe(retryable ? 75 : 69);
  else expect({ exitCode, retryable }).toEqual({ ...expected });
  expect(steps.map(({ name }) => name)).toContain(step);
}
