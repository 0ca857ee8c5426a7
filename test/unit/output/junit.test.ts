import { describe, expect, it } from 'vitest';
import { texts } from '../../../src/language/en/index.js';
import { formatJunit } from '../../../src/output/junit.js';
import type { Report, Step } from '../../../src/report/report.js';
import { makeFailure, makeReport, makeSuggestion } from '../../helpers/report.js';

const STEPS: Step[] = [
  { name: 'settings', status: 'ok', ms: 1 },
  { name: 'connect', status: 'ok', ms: 2 },
  { name: 'auth', status: 'failed', ms: 3 },
  { name: 'mail-from', status: 'skipped', ms: 0, why: 'the login failed' },
];

function format(changes: Partial<Report>): string {
  return formatJunit(makeReport(changes), { texts: texts.interface, isInPod: false });
}

/** The names of the test cases, and of those which failed. */
function casesOf(xml: string) {
  const cases = [
    ...xml.matchAll(/<testcase name="[^"]*" classname="([^"]*)"[^>]*?(\/>|>.*?<\/testcase>)/gs),
  ];
  return {
    all: cases.map(([, name]) => name),
    failed: cases.filter(([, , inside]) => inside?.includes('<failure ')).map(([, name]) => name),
  };
}

describe('a JUnit report', () => {
  it('has no two cases of one name, of which GitLab shows only the first', () => {
    const ehlo = { name: 'ehlo', status: 'ok', ms: 1 } as const;
    const names = [...format({ steps: [ehlo, ehlo] }).matchAll(/<testcase name="([^"]*)"/g)];
    expect(names.map(([, name]) => name)).toEqual(['ehlo', 'ehlo (2)']);
  });

  it('fails the step that failed', () => {
    const xml = format({ ok: false, exitCode: 77, steps: STEPS, failure: makeFailure() });
    expect(casesOf(xml)).toEqual({
      all: ['settings', 'connect', 'auth', 'mail-from'].map(
        (name) => `tailchat.smtp.verify.${name}`,
      ),
      failed: ['tailchat.smtp.verify.auth'],
    });
    expect(xml).toContain('tests="4" failures="1" errors="0" skipped="1"');
  });

  it('fails no step where --strict made a failure of a warning', () => {
    const steps = STEPS.map(
      (step): Step => (step.status === 'failed' ? { ...step, status: 'ok' } : step),
    );
    const failure = makeFailure({ cause: 'strict-warnings', step: 'mail-from', reply: null });
    const xml = format({ ok: false, exitCode: 69, steps, failure });
    expect(casesOf(xml).failed).toEqual(['tailchat.smtp.verify.strict']);
    expect(xml).toContain('<testcase name="--strict"');
    expect(xml).toContain('tests="5" failures="1" errors="0" skipped="1"');
  });

  it.each([null, { code: null, enhanced: null, text: 'NO' }])(
    'fails no step where the mail went out, and its mailbox tells the failure (%j)',
    (reply) => {
      const steps: Step[] = [{ name: 'data', status: 'ok', ms: 1 }];
      const failure = makeFailure({ cause: 'not-arrived', step: 'data', reply });
      const arrival = { found: false, folder: null, isSpam: null, ms: 1, authentication: [] };
      const xml = format({ command: 'test', ok: false, exitCode: 75, steps, failure, arrival });
      expect(casesOf(xml).failed).toEqual(['tailchat.smtp.test.await']);
    },
  );

  it('fails the step at which some recipients were refused, though it went on', () => {
    const steps = STEPS.map((step): Step => ({ ...step, status: 'ok' }));
    const failure = makeFailure({ cause: 'recipient-unknown', step: 'mail-from' });
    expect(casesOf(format({ ok: false, exitCode: 67, steps, failure })).failed).toEqual([
      'tailchat.smtp.verify.mail-from',
    ]);
  });

  it('has the line that works, without its password', () => {
    const suggestion = makeSuggestion({ uri: "smtp://me:S3cret&<'>@mail.x.org:587/" });
    const failure = makeFailure({ suggestion });
    const xml = format({ ok: false, exitCode: 77, steps: STEPS, failure });
    expect(xml).toContain('The line below was tried');
    expect(xml).toContain('smtp://me:***@mail.x.org:587/');
    expect(xml).not.toContain('S3cret');
  });
});
