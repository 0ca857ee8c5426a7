import stringWidth from 'string-width';
import type { InterfaceTexts, OutputTexts } from '../language/interface-texts.js';
import {
  type Failure,
  INEVITABLE_WARNING,
  READER_NAMES,
  type ReaderName,
  type ReaderView,
  type Report,
  type StepName,
  type Suggestion,
} from '../report/report.js';
import { stripControls, stripToLine } from '../safety/control-characters.js';
import { MASK } from '../safety/secret.js';
import { formatEnvLine, holdersOf } from '../settings/env-files/env-line.js';
import { formatHostPort } from '../settings/uri/host-port.js';
import type { VariableName } from '../settings/variables.js';
import { EMPTY, failureLines, type Line, lastLines, plain, quote } from './failure-lines.js';
import { LONGEST_REPLY, shorten } from './shorten.js';
import type { StreamStyle } from './style.js';
import { hang } from './wrap.js';

/** What the verdict is written with. */
export interface VerdictOptions {
  style: StreamStyle;
  texts: InterfaceTexts;
  /** One line only. */
  isQuiet: boolean;
  /** Who reads the env files that the values come from. */
  readers?: { uri?: ReaderName | undefined; sender?: ReaderName | undefined };
  /** The command line that makes the same check again. */
  again: string;
  /** The program runs in a pod of Kubernetes. */
  isInPod: boolean;
}

/**
 * The verdict for people: what came of it, the server's own words, what they mean, the warnings, what
 * to do, and at the end what to remember. Returns the text; who called it writes it.
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
  return [
    [`${paint.red('✗')} `, output.failedAt(headline, output.steps[failure.step])],
    EMPTY,
    ...failureLines(failure, output, recipientLines(report, options)),
    EMPTY,
    ...warnings,
    ...(failure.retryable && !failure.suggestion
      ? lastLines(output.checkAgain(options.again))
      : recreateLines(report, options)),
    ...suggestionLines(failure.suggestion, report, options),
  ];
}

/** How Tailchat comes to read changed settings; of the sandbox there are none. */
function recreateLines(
  { settings }: Report,
  { isInPod, texts: { output } }: VerdictOptions,
): Line[] {
  if (settings.uriSource?.kind === 'sandbox') return [];
  return lastLines(isInPod ? output.recreatePod : output.recreate);
}

/** What works instead, last of all: what to put where. */
function suggestionLines(
  suggestion: Suggestion | null,
  { settings, saved = [] }: Report,
  { readers = {}, isInPod, texts: { output } }: VerdictOptions,
): Line[] {
  if (!suggestion) return [];
  const { uri, sender, proof, refused } = suggestion;
  const variables = [
    ...(uri === null ? [] : ['SMTP_URI']),
    ...(sender === null ? [] : ['SMTP_SENDER']),
  ] as const;
  const written = saved.find(
    ({ problem, variables: names }) =>
      problem === null && variables.every((name) => names.some((one) => one === name)),
  );
  const about = {
    ...{ proof, refused, isInPod },
    source: uri === null ? settings.senderSource : settings.uriSource,
    writtenInto: written?.file ?? null,
    isMasked: uri?.includes(`:${MASK}@`) ?? false,
    hasLogin: settings.user !== null,
    hasSender: settings.senderAddress !== null,
  };
  return [
    EMPTY,
    plain(output.suggestion(about)),
    ...(uri === null ? [] : envLines('SMTP_URI', uri, readers.uri, output)),
    ...(sender === null ? [] : envLines('SMTP_SENDER', sender, readers.sender, output)),
  ];
}

/** A line for the env file; where not everybody reads it as it is meant, who does. */
function envLines(
  variable: VariableName,
  value: string,
  reader: ReaderName | undefined,
  output: OutputTexts,
): Line[] {
  const line = formatEnvLine(variable, value, reader);
  const holders = holdersOf(line, reader);
  const isForAll = holders.length === READER_NAMES.length;
  return [['  ', line], ...(isForAll ? [] : [plain(output.spellingHolds(holders))])];
}

function passedLines(report: Report, options: VerdictOptions): Line[] {
  const { paint } = options.style;
  const { output } = options.texts;
  const headline = (text: string): Line => [`${paint.green('✓')} `, paint.bold(text)];
  const warnings = warningLines(report, options);
  const { message, settings } = report;
  if (message) {
    return [
      headline(output.testPassed(message.accepted)),
      ...quote(stripControls(message.reply)),
      EMPTY,
      ...warnings,
      ...(settings.uriSource?.kind === 'sandbox'
        ? [output.sandboxNext]
        : output.testNext(message.id)
      ).map(plain),
      ...recreateLines(report, options),
    ];
  }
  const isPassed = (name: StepName) =>
    report.steps.some((step) => step.name === name && step.status === 'ok');
  if (!isPassed('greeting')) {
    return [headline(output.offlinePassed), ...(warnings.length > 0 ? [EMPTY, ...warnings] : [])];
  }
  const server = formatHostPort(settings.host ?? '', settings.port ?? 0);
  return [
    headline(output.verifyPassed(server, isPassed('auth'), isPassed('mail-from'))),
    EMPTY,
    ...warnings,
    plain(output.verifyNext),
    ...recreateLines(report, options),
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
        rejected(address, shorten(stripToLine(reply), LONGEST_REPLY)),
      ],
    ),
    EMPTY,
  ];
}

/** What each reader of the env file makes of a line, as a table. */
function readerLines(readers: readonly ReaderView[], output: OutputTexts): Line[] {
  const rows = readers.map(({ reader, length, problem, value }) => ({
    name: output.readers[reader],
    length: output.valueLength(length),
    words: problem === null ? output.readAsMeant : output.readerProblems[problem],
    value: value === undefined ? '' : `\n${stripToLine(value)}`,
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
  // What an accepted mail leaves open is said in the verdict itself, at length.
  const shown = report.warnings.filter(({ code }) => code !== INEVITABLE_WARNING);
  const lines = shown.flatMap(({ code, message, readers = [] }): Line[] => [
    [mark, texts.output.warning(message, code)],
    ...readerLines(readers, texts.output),
  ]);
  return lines.length > 0 ? [...lines, EMPTY] : [];
}
