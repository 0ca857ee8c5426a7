import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { wrapChinese } from './wrap-chinese.js';

// A narrower column is not readable, wrapped or not.
const LEAST_ROOM = 10;
const HAN = /\p{Script=Han}/u;

/**
 * Wraps a text behind its mark, name or number at the terminal's width. Further lines begin under the text.
 *
 * @param width columns; Infinity leaves the text on one line
 */
export function hang(prefix: string, text: string, width: number): string {
  if (!Number.isFinite(width)) return prefix + text;
  const indent = stringWidth(prefix);
  const room = Math.max(width - indent, LEAST_ROOM);
  // Chinese has no spaces to break at.
  const lines = HAN.test(text) ? wrapChinese(text, room) : wrapAnsi(text, room).split('\n');
  return prefix + lines.join(`\n${' '.repeat(indent)}`);
}
