const LF = 0x0a;
const CR = 0x0d;
const ESCAPE = 0x1b;

/** Colours, as terminals have them and as JSON escapes them: nearly all that begins with an escape in a log. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: what is looked for
const COLOURS = /(?:\x1b|\\u001b)\[[\d;]{0,20}m/gi;

/** What stands alone in a line becomes a space where the line is read. */
const LONE_RETURN = /\r(?!\n)/g;

/** What else begins with an escape is written as JSON writes it: of such a line a screen says nothing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: what is looked for
const ESCAPES = /\x1b/g;

/** The lines of a log as a screen looks at them. */
export interface ScreenView {
  /** They begin at an even place of their memory. */
  bytes: Buffer;
  /** Whether each byte is where it was. */
  isInPlace: boolean;
}

/**
 * Takes the colours out of the lines of a log, for they may stand in the midst of a word. There are as many lines as
 * before.
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

/** Two bytes are looked at as one number. */
function isAligned({ byteOffset }: Buffer): boolean {
  return byteOffset % 2 === 0;
}

function hasLoneReturn(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(CR); at >= 0; at = bytes.indexOf(CR, at + 1)) {
    if (bytes[at + 1] !== LF) return true;
  }
  return false;
}
