import { decodeUnknownBytes } from '../../mail/unknown-charset.js';

/** The longest line, in bytes. Longer lines are cut: no server's words are as long, and a log may have no line breaks. */
export const LONGEST_LINE = 32 * 1024;

/** The most bytes of a character in UTF-8. */
export const LONGEST_CHARACTER = 4;

/** A line as text, whatever the character set of its bytes, without its line end. */
export function toLine(bytes: Buffer, start = 0, end = bytes.length): string {
  if (end - start < LONGEST_LINE) {
    const line = bytes.toString('latin1', start, end);
    if (ASCII.test(line)) return withoutReturn(line);
  }
  return readLine(bytes.subarray(start, end));
}

// This test is many times as fast as decoding.
const ASCII = /^[\0-\x7f]*$/;

function readLine(bytes: Buffer): string {
  return withoutReturn(decodeUnknownBytes(bytes.subarray(0, endOfLine(bytes))));
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

/** The place to cut a line. Half a character at the end would make the line no UTF-8 any more. */
function endOfLine(bytes: Buffer): number {
  let end = Math.min(bytes.length, LONGEST_LINE);
  for (let next = bytes[end]; next !== undefined && isContinuation(next); next = bytes[end]) {
    if (LONGEST_LINE - end === LONGEST_CHARACTER) return LONGEST_LINE;
    end -= 1;
  }
  return end;
}

/** RFC 3629 section 3. */
function isContinuation(byte: number): boolean {
  return byte >> 6 === 0b10;
}
