import type { Report, Step } from '../report/report.js';
import { stripControls } from '../safety/control-characters.js';
import { stepAtFault } from './step-at-fault.js';
import { failureWords, type Telling } from './tested-lines.js';
import { withoutSecrets } from './without-secrets.js';

/** A test case: it passed, failed or was skipped. */
export interface JunitCase {
  name: string;
  className: string;
  ms: number;
  failure?: { type: string; message: string; text: string };
  /** Why it was skipped. */
  skipped?: string;
}

/** Test cases as JUnit XML, which GitLab, Jenkins and others show. */
export function junitDocument(
  { name, ms, said }: { name: string; ms: number; said: string },
  cases: readonly JunitCase[],
): string {
  const failures = cases.filter(({ failure }) => failure).length;
  const skipped = cases.filter(({ skipped }) => skipped !== undefined).length;
  const counts = `tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}" time="${seconds(ms)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="tailchat smtp" ${counts}>`,
    `  <testsuite name="tailchat smtp ${name}" ${counts}>`,
    ...numbered(cases).map(testCase),
    ...(said ? [`    <system-out>${escapeXml(said)}</system-out>`] : []),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

/** The cases, with a number behind a name that was there before: EHLO comes again after STARTTLS, and GitLab shows one case of a name. */
function numbered(cases: readonly JunitCase[]): JunitCase[] {
  const seen = new Map<string, number>();
  return cases.map((one) => {
    const key = `${one.className} ${one.name}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? one : { ...one, name: `${one.name} (${count})` };
  });
}

/**
 * A report as JUnit XML. Each step is a test. A failure that belongs to no step, such as a warning under `--strict`, is a test of
 * its own.
 */
export function formatJunit(shown: Report, telling: Telling): string {
  const report = withoutSecrets(shown);
  const { command, steps, failure, ms } = report;
  const at = failure && stepAtFault(report);
  const names = telling.texts.output.steps;
  const cases = steps.map(
    (step): JunitCase => ({
      ...{ name: names[step.name], className: `${command}.${step.name}`, ms: step.ms },
      ...(step === at ? failureOf(report, telling) : skippedOf(step)),
    }),
  );
  if (failure && !at) {
    const option = failure.cause === 'strict-warnings' ? 'strict' : 'await';
    const about = { name: `--${option}`, className: `${command}.${option}`, ms: 0 };
    cases.push({ ...about, ...failureOf(report, telling) });
  }
  const said = report.warnings.map(({ code, message }) => `${code}: ${message}`).join('\n');
  return junitDocument({ name: command, ms, said }, cases);
}

function testCase({ name, className, ms, failure, skipped }: JunitCase): string {
  const about = `name="${escapeXml(name)}" classname="tailchat.smtp.${className}" time="${seconds(ms)}"`;
  const inside = [
    ...(failure
      ? [
          `<failure type="${failure.type}" message="${escapeXml(failure.message)}">${escapeXml(failure.text)}</failure>`,
        ]
      : []),
    ...(skipped === undefined ? [] : [`<skipped message="${escapeXml(skipped)}"/>`]),
  ].join('');
  return inside ? `    <testcase ${about}>${inside}</testcase>` : `    <testcase ${about}/>`;
}

function failureOf(report: Report, telling: Telling): Pick<JunitCase, 'failure'> {
  const { failure } = report;
  if (!failure) return {};
  const { cause: type, title } = failure;
  const text = failureWords(report, telling).join('\n');
  return { failure: { type, message: telling.texts.headline(title, type), text } };
}

function skippedOf({ status, why = '' }: Step): Pick<JunitCase, 'skipped'> {
  return status === 'skipped' ? { skipped: why } : {};
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}

/** Text without control characters and halves of characters, which XML 1.0 cannot contain in any form. */
function escapeXml(text: string): string {
  return stripControls(text)
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
