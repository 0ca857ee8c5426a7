import { decodeUnknownBytes } from '../mail/unknown-charset.js';

/** Longer lines are cut, in bytes: nothing that a server says is as long, and a log may have no line breaks. */
export const LONGEST_LINE = 32 * 1024;

/** A character in UTF-8 has so many bytes at most. */
export const LONGEST_CHARACTER = 4;

/** A line from its bytes, whatever their character set, without what ends it. */
export function toLine(bytes: Buffer, start = 0, end = bytes.length): string {
  if (end - start < LONGEST_LINE) {
    const line = bytes.toString('latin1', start, end);
    if (ASCII.test(line)) return withoutReturn(line);
  }
  return readLine(bytes.subarray(start, end));
}

// Many times as fast as to look what the bytes are.
const ASCII = /^[\0-\x7f]*$/;

function readLine(bytes: Buffer): string {
  return withoutReturn(decodeUnknownBytes(bytes.subarray(0, endOfLine(bytes))));
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

/** Where a line is cut: one half of a character, and the rest would not be UTF-8 any more. */
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
