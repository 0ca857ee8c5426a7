import { appendFile } from 'node:fs/promises';
import type { Context } from '../context.js';
import type { InterfaceTexts } from '../language/interface-texts.js';
import { INEVITABLE_WARNING, type Report, type ValueSource } from '../report/report.js';
import { stripToLine } from '../safety/control-characters.js';

/**
 * Output that may repeat a server's words, such that the runner takes none of them for a workflow
 * command of ours: it looks for `::` behind white space, and for `##[` anywhere.
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
export function formatAnnotations(report: Report, texts: InterfaceTexts): string {
  const place = settingAtFault(report);
  const lines = report.warnings
    .filter(({ code }) => code !== INEVITABLE_WARNING)
    .map(({ code, message }) => annotation('warning', place, code, message));
  const { failure } = report;
  if (failure) {
    const words = [failure.explanation, ...failure.nextSteps, failure.reply?.text ?? ''];
    const title = texts.headline(failure.title, failure.cause);
    lines.push(annotation('error', place, title, words.filter(Boolean).join('\n')));
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** Adds the report to the job's summary, where the job has one. */
export async function writeSummary(
  report: Report,
  texts: InterfaceTexts,
  env: Context['env'],
): Promise<void> {
  const path = env.GITHUB_STEP_SUMMARY;
  if (!path) return;
  await appendFile(path, formatSummary(report, texts));
}

/** A report as Markdown. */
export function formatSummary(report: Report, texts: InterfaceTexts): string {
  const { output } = texts;
  const { failure } = report;
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
    '| | | |',
    '|---|---|---|',
    ...rows,
    '',
    ...report.warnings.map(({ code, message }) => `- ${code}: ${escapeMarkdown(message)}`),
    '',
  ].join('\n');
}

// The sender is at fault in few causes; in all others it is the URI that a person looks at.
function settingAtFault({ settings, failure }: Report): ValueSource | null {
  const isSender = failure?.cause.startsWith('sender-') ?? false;
  const source = isSender ? settings.senderSource : settings.uriSource;
  return source?.file ? source : null;
}

function annotation(
  kind: 'error' | 'warning',
  place: ValueSource | null,
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

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/g, '\\$&');
}
