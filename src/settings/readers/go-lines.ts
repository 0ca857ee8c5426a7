/** Stands for a line that Go's scanner does not accept. */
export const LongLine = Symbol('line too long');

// `unicode.IsSpace` knows U+0085 and no byte-order mark, unlike JavaScript's own. A byte-order mark may stand anywhere in files
// that were joined.
const SPACE = '[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';

/** One character of white space, as Go knows it. */
export const GO_SPACE = new RegExp(SPACE);

/** White space at the beginning. */
export const GO_SPACE_START = new RegExp(`^${SPACE}+`);

/** White space at the end. */
export const GO_SPACE_END = new RegExp(`(?<!${SPACE})${SPACE}+$`);

// The buffer of `bufio.Scanner`, which has to hold the line and its end.
const LONGEST_BYTES = 65_536;

/** The lines of a text as Go's `bufio.Scanner` gives them. It stops at a line of 64 KiB. */
export function goLines(text: string): (string | typeof LongLine)[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const long = lines.findIndex(
    (line) => line.length * 3 >= LONGEST_BYTES && Buffer.byteLength(line) >= LONGEST_BYTES,
  );
  const whole = long < 0 ? lines : lines.slice(0, long);
  const cut = whole.map((line) => line.replace(/\r$/, ''));
  return long < 0 ? cut : [...cut, LongLine];
}
