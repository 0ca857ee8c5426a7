import type { InterfaceTexts } from '../language/interface-texts.js';
import type { Explanation, Finding } from '../report/explanation.js';
import { EMPTY, failureLines, type Line, lastLines } from './failure-lines.js';
import { filePrefix, letterLines } from './letters.js';
import type { StreamStyle } from './style.js';
import { hang } from './wrap.js';

/** What an explanation is written with. */
export interface ExplanationOptions {
  style: StreamStyle;
  texts: InterfaceTexts;
  /** The headlines only. */
  isQuiet: boolean;
  /** The text has a single line, whose number says nothing. */
  isOneLine?: boolean;
}

/** The findings for people, in the order in which they stand in the text, and how to go on. */
export function formatExplanation(
  explanation: Explanation,
  { style, texts, isQuiet, isOneLine = false }: ExplanationOptions,
): string {
  const { output } = texts;
  const {
    findings,
    letters,
    lines: read = 0,
    cutAt,
    elsewhere = [],
    application,
    gotOver,
  } = explanation;
  const lines = letters
    ? letterLines(explanation, { style, texts, isQuiet })
    : findings.length === 0
      ? nothingFound(isQuiet)
      : isQuiet
        ? findings.map(headline)
        : [...findings.flatMap(finding), ...againLines(findings)];
  return lines.map(([prefix, text]) => `${hang(prefix, text, style.width)}\n`).join('');

  /** The last words. Only a mail shows what `verify` cannot see. A cause that no setting can change has none. */
  function againLines(found: readonly Finding[]): Line[] {
    const isSeen = found.some(({ step }) => step !== 'rcpt-to' && step !== 'data');
    const command = isSeen ? 'verify' : 'test --to you@example.com';
    return lastLines(output.checkSettings(`tailchat smtp ${command}`));
  }

  function nothingFound(isBrief: boolean): Line[] {
    const all = output.nothingFound(read, elsewhere, application, cutAt);
    if (gotOver && !isBrief) all.splice(1, 0, [output.gotOver]);
    return (isBrief ? all.slice(0, 1) : all).flatMap(lastLines);
  }

  function headline({ title, cause, step, line, file }: Finding): Line {
    const words = style.paint.bold(texts.headline(title, cause));
    return [
      `${style.paint.red('✗')} `,
      `${filePrefix(file)}${output.foundAt(words, output.steps[step], isOneLine ? undefined : line)}`,
    ];
  }

  function finding(found: Finding): Line[] {
    return [headline(found), EMPTY, ...failureLines(found, output), EMPTY];
  }
}
