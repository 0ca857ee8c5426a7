import type { LastWords, OutputTexts } from '../language/interface-texts.js';
import type { Failure } from '../report/report.js';
import { SHOWN_OF_REPLY, shorten } from './shorten.js';

/** A line of what is written: a mark or number, and the text that hangs on it. */
export type Line = readonly [prefix: string, text: string];

/** An empty line. */
export const EMPTY: Line = ['', ''];

/** A failure below its headline: the server's own words, what they mean, what to do. */
export function failureLines(
  { reply, explanation, nextSteps }: Pick<Failure, 'reply' | 'explanation' | 'nextSteps'>,
  output: OutputTexts,
  between: readonly Line[] = [],
): Line[] {
  return [
    ...(reply ? [plain(output.serverSaid), ...quote(reply.text), EMPTY] : []),
    ...between,
    ...explanation.split('\n').map(plain),
    ...(nextSteps.length > 0 ? [EMPTY, plain(output.whatToDo), ...numberedLines(nextSteps)] : []),
  ];
}

/** One thing a line, each with its number before it. */
export function numberedLines(texts: readonly string[], indent = '  '): Line[] {
  return texts.map((text, index) => [`${indent}${index + 1}. `, text]);
}

/** The same as plain text: `1. Check the host`. */
export function numberedTexts(texts: readonly string[]): string[] {
  return numberedLines(texts, '').map(([number, text]) => number + text);
}

/** The words to remember, with the command on a line of its own, so that it can be copied. */
export function lastLines([words, command]: LastWords): Line[] {
  return [plain(words), ...(command === undefined ? [] : [['  ', command] as const])];
}

/** A text by itself. */
export function plain(text: string): Line {
  return ['', text];
}

/** Words that came from outside, indented, at a length that a person can read. */
export function quote(text: string): Line[] {
  return shorten(text, SHOWN_OF_REPLY)
    .split('\n')
    .map((line) => ['  ', line]);
}
