import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

// Narrower than this nothing is readable, wrapped or not.
const LEAST_ROOM = 10;
const HAN = /\p{Script=Han}/u;

/**
 * A text behind its mark, name or number, wrapped at the terminal's width: what does not fit goes on
 * under the text.
 *
 * @param width columns; Infinity leaves the text on one line
 */
export function hang(prefix: string, text: string, width: number): string {
  if (!Number.isFinite(width)) return prefix + text;
  const indent = stringWidth(prefix);
  // Chinese has no spaces to break at.
  const hard = HAN.test(text);
  const lines = wrapAnsi(text, Math.max(width - indent, LEAST_ROOM), { hard }).split('\n');
  return prefix + lines.join(`\n${' '.repeat(indent)}`);
}
