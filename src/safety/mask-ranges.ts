import { MASK } from './secret.js';

/** A range of characters. */
export type Range = readonly [start: number, end: number];

/** The longest rest of a word, in characters; the expression has it, too. */
const LONGEST_REST = 20;

/** Where a word stands in a text. */
export function placesOf(word: string, text: string): Range[] {
  const places: Range[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    places.push([at, at + word.length]);
  }
  return places;
}

/** A range with the letters and figures around it, but for scripts that put no blanks between words. */
export function wholeWord(text: string, [start, end]: Range): Range {
  const before = /(?<![\p{Ll}\p{Lu}\d])[\p{Ll}\p{Lu}\d]{1,20}$/u.exec(
    text.slice(Math.max(0, start - LONGEST_REST), start),
  );
  const behind = /^[\p{Ll}\p{Lu}\d]*/u.exec(text.slice(end, end + LONGEST_REST));
  return [start - (before?.[0].length ?? 0), end + (behind?.[0].length ?? 0)];
}

/** Puts one mask in the place of each range. Ranges that overlap share one. */
export function maskRanges(text: string, ranges: Range[]): string {
  if (ranges.length === 0) return text;
  const parts: string[] = [];
  let end = 0;
  for (const [start, next] of ranges.sort(([a], [b]) => a - b)) {
    if (start < end) end = Math.max(end, next);
    else {
      parts.push(text.slice(end, start), MASK);
      end = next;
    }
  }
  return parts.join('') + text.slice(end);
}
