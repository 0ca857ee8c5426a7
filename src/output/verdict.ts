import type { InterfaceTexts } from '../language/interface-texts.js';
import { type Failure, INEVITABLE_WARNING, type Report, type StepName } from '../report/report.js';
import { stripControls, stripToLine } from '../safety/control-characters.js';
import { formatHostPort } from '../settings/host-port.js';
import { shorten } from './shorten.js';
import type { StreamStyle } from './style.js';
import { hang } from './wrap.js';

/** What the verdict is written with. */
export interface VerdictOptions {
  style: StreamStyle;
  texts: InterfaceTexts;
  /** One line only. */
  isQuiet: boolean;
}

/** A line of the verdict: a mark or number, and the text that hangs on it. */
type Line = readonly [prefix: string, text: string];

const LONGEST_REPLY = 2000;
const EMPTY: Line = ['', ''];

/**
 * The verdict for people: what came of it, the server's own words, what they mean, what to do, and
 * the warnings. Returns the text; who called it writes it.
 */
export function formatVerdict(report: Report, options: VerdictOptions): string {
  const lines = report.failure
    ? failureLines(report.failure, report, options)
    : successLines(report, options);
  const shown = options.isQuiet ? lines.slice(0, 1) : [...lines, ...warningLines(report, options)];
  const { width } = options.style;
  return shown.map(([prefix, text]) => `${hang(prefix, text, width)}\n`).join('');
}

function failureLines(failure: Failure, report: Report, options: VerdictOptions): Line[] {
  const { style, texts } = options;
  const { paint } = style;
  const { output } = texts;
  const headline = paint.bold(texts.headline(failure.title, failure.cause));
  const steps = failure.nextSteps.map((step, index): Line => [`  ${index + 1}. `, step]);
  return [
    [`${paint.red('✗')} `, output.failedAt(headline, output.steps[failure.step])],
    EMPTY,
    ...(failure.reply ? [plain(output.serverSaid), ...quote(failure.reply.text), EMPTY] : []),
    ...recipientLines(report, options),
    ...failure.explanation.split('\n').map(plain),
    EMPTY,
    plain(output.whatToDo),
    ...steps,
  ];
}

function successLines(report: Report, { style, texts }: VerdictOptions): Line[] {
  const { paint } = style;
  const { output } = texts;
  const headline = (text: string): Line => [`${paint.green('✓')} `, paint.bold(text)];
  const { message, settings } = report;
  if (message) {
    return [
      headline(output.testPassed(message.accepted)),
      ...quote(stripControls(message.reply)),
      EMPTY,
      ...output.testNext(message.id).map(plain),
      plain(output.recreate),
    ];
  }
  const isPassed = (name: StepName) =>
    report.steps.some((step) => step.name === name && step.status === 'ok');
  if (!isPassed('greeting')) return [headline(output.offlinePassed)];
  const server = formatHostPort(settings.host ?? '', settings.port ?? 0);
  return [
    headline(output.verifyPassed(server, isPassed('auth'), isPassed('mail-from'))),
    EMPTY,
    plain(output.verifyNext),
    plain(output.recreate),
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

function warningLines(report: Report, { style, texts }: VerdictOptions): Line[] {
  const mark = `${style.paint.yellow('!')} `;
  // What an accepted mail leaves open is said in the verdict itself, at length.
  const shown = report.warnings.filter(({ code }) => code !== INEVITABLE_WARNING);
  const lines = shown.map(({ code, message }): Line => [mark, texts.output.warning(message, code)]);
  return lines.length > 0 ? [EMPTY, ...lines] : [];
}

function plain(text: string): Line {
  return ['', text];
}

function quote(text: string): Line[] {
  return shorten(text, LONGEST_REPLY)
    .split('\n')
    .map((line) => ['  ', line]);
}
