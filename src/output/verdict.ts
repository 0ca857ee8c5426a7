import wrapAnsi from 'wrap-ansi';
import type { InterfaceTexts } from '../language/interface-texts.js';
import { stripControls } from '../safety/control-characters.js';
import type { Failure, Report } from '../smtp/report.js';
import type { StreamStyle } from './style.js';

/** What the verdict is written with. */
export interface VerdictOptions {
  style: StreamStyle;
  texts: InterfaceTexts;
  /** One line only. */
  isQuiet: boolean;
}

/**
 * The verdict for people: what came of it, the server's own words, what they mean, what to do, and
 * the warnings. Returns the text; who called it writes it.
 */
export function formatVerdict(report: Report, options: VerdictOptions): string {
  const lines = report.failure
    ? failureLines(report.failure, report, options)
    : successLines(report, options);
  const shown = options.isQuiet ? lines.slice(0, 1) : [...lines, ...warningLines(report, options)];
  return `${shown.map((line) => wrap(line, options.style.width)).join('\n')}\n`;
}

function failureLines(
  failure: Failure,
  report: Report,
  { style, texts }: VerdictOptions,
): string[] {
  const { paint } = style;
  const { output } = texts;
  const step = output.steps[failure.step];
  return [
    `${paint.red('✗')} ${paint.bold(texts.headline(failure.title, failure.cause))} ${paint.dim(`(${output.failedAt(step)})`)}`,
    ...(failure.reply ? ['', output.serverSaid, ...quote(failure.reply.text)] : []),
    ...recipientLines(report, output),
    '',
    failure.explanation,
    '',
    output.whatToDo,
    ...failure.nextSteps.map((next, index) => `  ${index + 1}. ${next}`),
  ];
}

function successLines(report: Report, { style, texts }: VerdictOptions): string[] {
  const { paint } = style;
  const { output } = texts;
  const mark = paint.green('✓');
  const { host, port } = report.settings;
  const passed = (name: string) => report.steps.some((s) => s.name === name && s.status === 'ok');
  if (report.message) {
    const headline = output.testPassed(report.message.accepted);
    return [
      `${mark} ${paint.bold(headline)}`,
      ...quote(stripControls(report.message.reply)),
      '',
      ...output.testNext(report.message.id),
      output.recreate,
    ];
  }
  if (!passed('greeting')) return [`${mark} ${paint.bold(output.offlinePassed)}`];
  const headline = output.verifyPassed(`${host}:${port}`, passed('auth'), passed('mail-from'));
  return [`${mark} ${paint.bold(headline)}`, '', output.verifyNext, output.recreate];
}

function recipientLines({ message }: Report, output: InterfaceTexts['output']): string[] {
  if (!message) return [];
  return [
    '',
    ...message.accepted.map((address) => `  ✓ ${output.accepted(address)}`),
    ...message.rejected.map(({ address, reply }) => `  ✗ ${output.rejected(address, reply)}`),
  ];
}

function warningLines(report: Report, { style, texts }: VerdictOptions): string[] {
  const mark = style.paint.yellow('!');
  // What an accepted mail leaves open is said in the verdict itself, at length.
  const shown = report.warnings.filter(({ code }) => code !== 'accepted-not-delivered');
  const lines = shown.map(
    ({ code, message }) => `${mark} ${texts.output.warning}: ${message} [${code}]`,
  );
  return lines.length > 0 ? ['', ...lines] : [];
}

function quote(text: string): string[] {
  return text.split('\n').map((line) => `  ${line}`);
}

/** Wraps at the terminal's width, continuing under the first word. */
function wrap(line: string, width: number): string {
  if (!Number.isFinite(width) || line === '') return line;
  const indent = ' '.repeat(/^ *(\d+\. |[✓✗!] )?/.exec(line)?.[0].length ?? 0);
  const wrapped = wrapAnsi(line, width - indent.length, { trim: false });
  return wrapped
    .split('\n')
    .map((part, index) => (index === 0 ? part : indent + part.trimStart()))
    .join('\n');
}
