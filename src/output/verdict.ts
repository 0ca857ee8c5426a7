import stringWidth from 'string-width';
import type { LastWords, OutputTexts } from '../language/interface-texts.js';
import { causeInfo } from '../report/causes.js';
import type { Failure, ReaderView, Report } from '../report/report.js';
import { WARNINGS } from '../report/warning-infos.js';
import { stripControls, stripToLine } from '../safety/control-characters.js';
import { arrivalLines } from './arrival.js';
import { EMPTY, failureLines, type Line, lastLines, plain, quote } from './failure-lines.js';
import { isOfKubectl, workloadOf } from './of-kubectl.js';
import { passedWords } from './passed-words.js';
import { readerRow } from './reader-row.js';
import { SHOWN_OF_REPLY, shorten } from './shorten.js';
import { stepAtFault } from './step-at-fault.js';
import type { StreamStyle } from './style.js';
import { isWritten, type Telling, testedLines } from './tested-lines.js';
import { hang } from './wrap.js';

/** What the verdict is written with. */
export interface VerdictOptions extends Telling {
  style: StreamStyle;
  /** One line only. */
  isQuiet: boolean;
  /** The command line that makes the same check again. */
  again: string;
  /** The command line that sends a mail by the same settings. */
  send: string;
}

/**
 * The verdict for people: the result, the server's own words, their meaning, the warnings, next steps, and last the words to
 * remember. Returns the text, which the caller writes.
 */
export function formatVerdict(report: Report, options: VerdictOptions): string {
  const lines = report.failure
    ? failedLines(report.failure, report, options)
    : passedLines(report, options);
  const shown = options.isQuiet ? lines.slice(0, 1) : lines;
  const { width } = options.style;
  return shown.map(([prefix, text]) => `${hang(prefix, text, width)}\n`).join('');
}

function failedLines(failure: Failure, report: Report, options: VerdictOptions): Line[] {
  const { style, texts } = options;
  const { paint } = style;
  const { output } = texts;
  const headline = paint.bold(texts.headline(failure.title, failure.cause));
  const warnings = warningLines(report, options);
  // What was written already is nothing to do.
  const nextSteps = isWritten(report) ? [] : failure.nextSteps;
  return [
    [
      `${paint.red('✗')} `,
      stepAtFault(report) ? output.failedAt(headline, output.steps[failure.step]) : headline,
    ],
    EMPTY,
    ...failureLines({ ...failure, nextSteps }, output, recipientLines(report, options)),
    EMPTY,
    ...arrivalLines(report, texts.arrival),
    ...warnings,
    ...lastWordsOfFailure(failure, report, options),
    ...suggestionLines(report, options),
  ];
}

/** What a person does next: checks again, or has Tailchat read the changed settings. */
function lastWordsOfFailure(failure: Failure, report: Report, options: VerdictOptions): Line[] {
  const { output } = options.texts;
  if (failure.retryable && !failure.suggestion) return lastLines(output.checkAgain(options.again));
  if (causeInfo(failure.cause).setting === 'recipient')
    return lastLines(output.checkRecipient(options.send));
  return recreateLines(report, options);
}

/** How Tailchat comes to read changed settings, unless a step says so. The sandbox has no settings, and a mailbox is none. */
function recreateLines(report: Report, options: VerdictOptions): Line[] {
  const { settings, arrival, failure } = report;
  if (settings.uriSource?.kind === 'sandbox' || arrival) return [];
  const words = recreateWords(report, options);
  const [, command = ''] = words;
  const isSaid = failure?.nextSteps.some((step) => command !== '' && step.includes(command));
  return isSaid ? [] : lastLines(words);
}

function recreateWords(
  { container }: Report,
  { isInPod, isOfCompose, manifest, readers, texts: { output } }: VerdictOptions,
): LastWords {
  if (manifest) return output.apply(manifest.file, manifest.workload);
  if (isInPod || isOfKubectl(container)) return output.recreatePod(workloadOf(container));
  const reader = readers?.uri ?? readers?.sender;
  const isOfEngine = reader === undefined || reader === 'docker';
  return output.recreate(isOfCompose && isOfEngine ? 'compose' : reader);
}

/** The working lines, at the very end: what to put where. */
function suggestionLines(report: Report, options: VerdictOptions): Line[] {
  const parts = testedLines(report, options).flatMap(({ words, lines }) => [
    plain(words),
    ...lines.flatMap(({ line, holds }): Line[] => [
      ['  ', line],
      ...(holds === undefined ? [] : [plain(holds)]),
    ]),
  ]);
  return parts.length === 0 ? [] : [EMPTY, ...parts];
}

function passedLines(report: Report, options: VerdictOptions): Line[] {
  const { paint } = options.style;
  const { message } = report;
  const { output } = options.texts;
  const { headline, isReached, isUnsent, next } = passedWords(report, output);
  const recreate = isReached ? recreateLines(report, options) : [];
  return [
    [`${paint.green('✓')} `, paint.bold(headline)],
    ...(message ? quote(stripControls(message.reply)) : []),
    EMPTY,
    ...arrivalLines(report, options.texts.arrival),
    ...warningLines(report, options),
    ...next.map(plain),
    ...(isUnsent ? lastLines(output.verifyNext(options.send)) : []),
    ...(recreate.length > 0 ? [EMPTY, ...recreate] : []),
  ];
}

function recipientLines({ message }: Report, { style, texts }: VerdictOptions): Line[] {
  if (!message) return [];
  const { paint } = style;
  const { accepted, rejected } = texts.output;
  return [
    ...message.accepted.map((address): Line => [`  ${paint.green('✓')} `, accepted(address)]),
    ...message.rejected.map(
      ({ address, reply }): Line => [
        `  ${paint.red('✗')} `,
        rejected(address, shorten(stripToLine(reply), SHOWN_OF_REPLY)),
      ],
    ),
    EMPTY,
  ];
}

/** What each reader of the env file makes of a line, as a table. */
function readerLines(readers: readonly ReaderView[], output: OutputTexts): Line[] {
  const rows = readers.map((view) => ({
    ...readerRow(view, output),
    value: view.value === undefined ? '' : `\n${stripToLine(view.value)}`,
  }));
  const nameWidth = Math.max(...rows.map(({ name }) => stringWidth(name)));
  const lengthWidth = Math.max(...rows.map(({ length }) => stringWidth(length)));
  return rows.map(({ name, length, words, value }): Line => {
    const columns = `${pad(name, nameWidth)}  ${pad(length, lengthWidth)}  `;
    return [`    ${columns}`, `${words}${value}`];
  });
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(width - stringWidth(text));
}

/** The warnings, each behind its mark, and an empty line behind them. */
function warningLines(report: Report, { style, texts }: VerdictOptions): Line[] {
  const mark = `${style.paint.yellow('!')} `;
  const shown = report.warnings.filter(({ code }) => !WARNINGS[code].isInVerdict);
  const lines = shown.flatMap(({ code, message, readers = [] }): Line[] => [
    [mark, texts.output.warning(message, code)],
    ...readerLines(readers, texts.output),
  ]);
  return lines.length > 0 ? [...lines, EMPTY] : [];
}
