/** The narrowest window, in characters. Shorter lines end where they were meant to. */
const NARROWEST = 60;
/** The fewest lines as wide as the window. One line may be so by chance. */
const LEAST_FULL = 2;

/** The most lines of a text. In a longer one, some line is as wide as the others by chance. */
const MOST_LINES = 50;

/** A text whose lines were joined again, and where each of them began. */
export interface Unwrapped {
  text: string;
  /** Of each line of the text: its number in the wrapped one, from 1. */
  lines: number[];
}

/**
 * Joins lines that a terminal had broken at its width, in the middle of words. Undefined where nothing looks so.
 *
 * @param text a few pasted lines
 */
export function unwrapHard(text: string): Unwrapped | undefined {
  const lines = text.split(/\r?\n/);
  if (lines.length > MOST_LINES) return undefined;
  const width = Math.max(...lines.map(({ length }) => length));
  // A terminal drops a space at the end of a line.
  const isFull = (line: string) => line.length >= width - 1;
  const full = lines.filter(isFull).length;
  if (width < NARROWEST || full < LEAST_FULL) return undefined;
  const joined: string[] = [];
  const numbers: number[] = [];
  let isOpen = false;
  for (const [index, line] of lines.entries()) {
    if (isOpen) joined.push(`${joined.pop() ?? ''}${line}`);
    else {
      joined.push(line);
      numbers.push(index + 1);
    }
    isOpen = isFull(line);
  }
  return joined.length < lines.length ? { text: joined.join('\n'), lines: numbers } : undefined;
}
