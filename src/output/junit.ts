import type { InterfaceTexts } from '../language/interface-texts.js';
import type { Report, Step } from '../report/report.js';
import { stripControls } from '../safety/control-characters.js';

/**
 * A report as JUnit XML, which GitLab, Jenkins and others show: each step is a test. What failed for no
 * step's sake, such as a warning under `--strict`, is a failure of the last one.
 */
export function formatJunit(report: Report, texts: InterfaceTexts): string {
  const { command, steps, failure, ms } = report;
  const at = failure && (steps.findLast(({ status }) => status === 'failed') ?? steps.at(-1));
  const cases = steps.map((step) => {
    const inside = step === at ? failureOf(report, texts) : skippedOf(step);
    const about = `name="${escapeXml(texts.output.steps[step.name])}" classname="tailchat.smtp.${command}.${step.name}" time="${seconds(step.ms)}"`;
    return inside ? `    <testcase ${about}>${inside}</testcase>` : `    <testcase ${about}/>`;
  });
  const skipped = steps.filter((step) => step !== at && step.status === 'skipped').length;
  const counts = `tests="${steps.length}" failures="${at ? 1 : 0}" errors="0" skipped="${skipped}" time="${seconds(ms)}"`;
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

function failureOf({ failure }: Report, texts: InterfaceTexts): string {
  if (!failure) return '';
  const { cause, title, explanation, nextSteps, reply } = failure;
  const steps = nextSteps.map((step, index) => `${index + 1}. ${step}`);
  const words = [explanation, reply?.text ?? '', ...steps].filter(Boolean).join('\n');
  const message = escapeXml(texts.headline(title, cause));
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
