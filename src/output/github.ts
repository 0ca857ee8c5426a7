import { appendFile } from 'node:fs/promises';
import type { Context } from '../context.js';
import { causeInfo } from '../report/causes.js';
import type { LinePlace } from '../report/line-place.js';
import type { Report, ValueSource } from '../report/report.js';
import { WARNINGS } from '../report/warning-infos.js';
import { stripToLine } from '../safety/control-characters.js';
import { STEP_SUMMARY, SUMMARY_END } from './report-format.js';
import { failureWords, type Telling, testedLines } from './tested-lines.js';
import { withoutSecrets } from './without-secrets.js';

/**
 * Output that may repeat a server's words, changed so that the runner takes none of them for a workflow command of ours. The
 * runner looks for `::` behind white space, and for `##[` anywhere.
 */
export function defuseCommands(text: string): string {
  return text.replace(/^(\s*):(?=:)/gm, '$1.:').replaceAll('##[', '#.#[');
}

/** The same for a JSON document, which stays the same document. */
export function defuseJson(json: string): string {
  return json.replaceAll('##[', '\\u0023\\u0023[');
}

/**
 * The annotations of a report, as workflow commands: the failure as an error, warnings as warnings,
 * with the file and line of the setting where it stands in one.
 */
export function formatAnnotations(shown: Report, telling: Telling): string {
  const report = withoutSecrets(shown);
  const lines = report.warnings
    .filter(({ code }) => !WARNINGS[code].isInVerdict)
    .map(({ code, message, file, line }) => {
      const own = file === undefined ? null : { file, line };
      const place = own ?? placeOfSetting(report, WARNINGS[code].setting);
      return annotation('warning', place, code, message);
    });
  const { failure } = report;
  if (failure) {
    const title = telling.texts.headline(failure.title, failure.cause);
    const words = failureWords(report, telling).join('\n');
    lines.push(
      annotation('error', placeOfSetting(report, causeInfo(failure.cause).setting), title, words),
    );
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** Adds the report to the job's summary, where the job has one. */
export async function writeSummary(
  report: Report,
  telling: Telling,
  env: Context['env'],
): Promise<void> {
  const path = env[STEP_SUMMARY];
  if (path) await appendFile(path, formatSummary(report, telling));
}

/** A report as Markdown. */
export function formatSummary(shown: Report, telling: Telling): string {
  const report = withoutSecrets(shown);
  const { texts } = telling;
  const { output } = texts;
  const { failure } = report;
  const tested = testedLines(report, telling);
  const rows = report.steps.map(
    (step) => `| ${output.steps[step.name]} | ${step.status} | ${step.ms} ms |`,
  );
  return [
    `### ${output.summary(report.command, report.ok)}`,
    '',
    ...(failure ? [`**${escapeMarkdown(texts.headline(failure.title, failure.cause))}**`, ''] : []),
    ...(failure ? [escapeMarkdown(failure.explanation), ''] : []),
    ...(failure
      ? [...failure.nextSteps.map((step, i) => `${i + 1}. ${escapeMarkdown(step)}`), '']
      : []),
    ...tested.flatMap(({ words, lines }) => [
      escapeMarkdown(words),
      '',
      ...codeBlock(lines.map(({ line }) => line)),
      '',
      ...lines.map(({ holds = '' }) => escapeMarkdown(holds)),
      '',
    ]),
    '| | | |',
    '|---|---|---|',
    ...rows,
    '',
    ...report.warnings.map(({ code, message }) => `- ${code}: ${escapeMarkdown(message)}`),
    '',
    SUMMARY_END,
    '',
  ].join('\n');
}

/** The line of the setting that a person looks at first. */
function placeOfSetting(
  { settings }: Report,
  setting: 'uri' | 'sender' | 'recipient',
): ValueSource | null {
  if (setting === 'recipient') return null;
  const source = setting === 'sender' ? settings.senderSource : settings.uriSource;
  return source?.file ? source : null;
}

function annotation(
  kind: 'error' | 'warning',
  place: Partial<LinePlace> | null,
  title: string,
  message: string,
): string {
  const properties = [
    ...(place?.file ? [`file=${escapeProperty(place.file)}`] : []),
    ...(place?.line ? [`line=${place.line}`] : []),
    `title=${escapeProperty(title)}`,
  ];
  return `::${kind} ${properties.join(',')}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(stripToLine(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Lines for pasting, in a fence longer than any in them. */
export function codeBlock(lines: readonly string[]): string[] {
  const longest = Math.max(2, ...(lines.join('\n').match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return [fence, ...lines, fence];
}

/** Text in which nothing is markup. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/g, '\\$&');
}
