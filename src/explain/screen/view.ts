const LF = 0x0a;
const CR = 0x0d;
const ESCAPE = 0x1b;

/** Terminal colours, raw or escaped by JSON. Nearly every escape in a log begins one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: what is looked for
const COLOURS = /(?:\x1b|\\u001b)\[[\d;]{0,20}m/gi;

/** A lone carriage return becomes a space, as in the reading of the line. */
const LONE_RETURN = /\r(?!\n)/g;

/** Other escapes become what JSON makes of them: the screen then decides nothing about their line. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: what is looked for
const ESCAPES = /\x1b/g;

/** The lines of a log as a screen looks at them. */
export interface ScreenView {
  /** The bytes begin at an even address of the memory. */
  bytes: Buffer;
  /** No byte has moved from its place in the log. */
  isInPlace: boolean;
}

/**
 * Takes the colours out of the lines of a log, because a colour may split a word. The number of lines stays the same.
 *
 * @param bytes whole lines
 * @param mayBeEscaped whether JSON may hide a colour
 */
export function viewOf(bytes: Buffer, mayBeEscaped: boolean): ScreenView {
  const isColoured = bytes.includes(ESCAPE) || (mayBeEscaped && bytes.includes('\\u001'));
  if (!isColoured && !hasLoneReturn(bytes)) {
    return { bytes: isAligned(bytes) ? bytes : Buffer.from(bytes), isInPlace: true };
  }
  const text = bytes
    .toString('latin1')
    .replace(COLOURS, '')
    .replace(LONE_RETURN, ' ')
    .replace(ESCAPES, '\\u001b');
  return { bytes: Buffer.from(text, 'latin1'), isInPlace: false };
}

/** Whether pairs of bytes can be read as 16-bit numbers. */
function isAligned({ byteOffset }: Buffer): boolean {
  return byteOffset % 2 === 0;
}

function hasLoneReturn(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(CR); at >= 0; at = bytes.indexOf(CR, at + 1)) {
    if (bytes[at + 1] !== LF) return true;
  }
  return false;
}
