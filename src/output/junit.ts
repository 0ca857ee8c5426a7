import type { Report, Step } from '../report/report.js';
import { stripControls } from '../safety/control-characters.js';
import { failureWords, type Telling } from './tested-lines.js';

/**
 * A report as JUnit XML, which GitLab, Jenkins and others show: each step is a test, and what failed for no
 * step's sake, a warning under `--strict`, is one of its own.
 */
export function formatJunit(report: Report, telling: Telling): string {
  const { command, steps, failure, ms } = report;
  const at = failure && stepAtFault(report);
  const names = telling.texts.output.steps;
  const cases = steps.map((step) =>
    testCase(
      { name: names[step.name], className: `${command}.${step.name}`, ms: step.ms },
      step === at ? failureOf(report, telling) : skippedOf(step),
    ),
  );
  if (failure && !at) {
    const attributes = { name: '--strict', className: `${command}.strict`, ms: 0 };
    cases.push(testCase(attributes, failureOf(report, telling)));
  }
  const skipped = steps.filter((step) => step !== at && step.status === 'skipped').length;
  const counts = `tests="${cases.length}" failures="${failure ? 1 : 0}" errors="0" skipped="${skipped}" time="${seconds(ms)}"`;
  const warnings = report.warnings.map(({ code, message }) => `${code}: ${message}`).join('\n');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="tailchat smtp" ${counts}>`,
    `  <testsuite name="tailchat smtp ${command}" ${counts}>`,
    ...cases,
    ...(warnings ? [`    <system-out>${escapeXml(warnings)}</system-out>`] : []),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

/** The step that failed. Of several recipients some may have been refused where the step went on. */
function stepAtFault({ steps, failure }: Report): Step | undefined {
  const failed = steps.findLast(({ status }) => status === 'failed');
  return failed ?? (failure?.reply ? steps.find(({ name }) => name === failure.step) : undefined);
}

function testCase(
  { name, className, ms }: { name: string; className: string; ms: number },
  inside: string,
): string {
  const attributes = `name="${escapeXml(name)}" classname="tailchat.smtp.${className}" time="${seconds(ms)}"`;
  return inside
    ? `    <testcase ${attributes}>${inside}</testcase>`
    : `    <testcase ${attributes}/>`;
}

function failureOf(report: Report, telling: Telling): string {
  const { failure } = report;
  if (!failure) return '';
  const { cause, title } = failure;
  const words = failureWords(report, telling).join('\n');
  const message = escapeXml(telling.texts.headline(title, cause));
  return `<failure type="${cause}" message="${message}">${escapeXml(words)}</failure>`;
}

function skippedOf({ status, why = '' }: Step): string {
  return status === 'skipped' ? `<skipped message="${escapeXml(why)}"/>` : '';
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}

/** XML 1.0 has no place for control characters and halves of characters, however they are written. */
function escapeXml(text: string): string {
  return stripControls(text)
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
