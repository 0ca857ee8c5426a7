import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { decodeUnknownBytes } from '../mail/unknown-charset.js';

/** Longer lines are cut: nothing that a server says is as long, and a log may have no line breaks. */
const LONGEST_LINE = 32 * 1024;

/** A character in UTF-8 has so many bytes at most. */
const LONGEST_CHARACTER = 4;

const LF = 0x0a;

/** A line of fewer characters is not too long, however many bytes each of them has. */
const SURELY_SHORT = LONGEST_LINE / LONGEST_CHARACTER;

/**
 * The lines of a text that comes in pieces, as many at a time as came at once: whatever their character
 * sets and however much there is of them.
 *
 * @param chunks text, or its bytes
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
): AsyncGenerator<string[]> {
  let rest: Buffer = Buffer.alloc(0);
  let decode: ((bytes: Buffer) => Buffer) | undefined;
  for await (const chunk of chunks) {
    const raw = bytesOf(chunk);
    decode ??= decoderFor(raw);
    const bytes = decode(raw);
    const end = bytes.lastIndexOf(LF);
    if (end >= 0) {
      yield linesOf(Buffer.concat([rest, bytes.subarray(0, end)]));
      rest = Buffer.from(bytes.subarray(end + 1));
      // What is longer than a line may be is not kept, only read on until the line ends.
    } else if (rest.length < LONGEST_LINE) rest = Buffer.concat([rest, bytes]);
  }
  if (rest.length > 0) yield linesOf(rest);
}

/** Nearly always all is UTF-8 and no line too long: then it is read at once, else line by line. */
function linesOf(bytes: Buffer): string[] {
  if (isUtf8(bytes)) {
    const lines = decodeUnknownBytes(bytes).split('\n');
    if (lines.every(({ length }) => length < SURELY_SHORT)) return lines.map(withoutReturn);
  }
  const lines: string[] = [];
  let start = 0;
  for (let end = bytes.indexOf(LF); end >= 0; end = bytes.indexOf(LF, start)) {
    lines.push(toLine(bytes.subarray(start, end)));
    start = end + 1;
  }
  lines.push(toLine(bytes.subarray(start)));
  return lines;
}

function bytesOf(chunk: Uint8Array | string): Buffer {
  if (typeof chunk === 'string') return Buffer.from(chunk);
  return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}

/** What PowerShell's `>` writes begins with a byte-order mark, and is made UTF-8; the rest stays. */
function decoderFor(first: Buffer): (bytes: Buffer) => Buffer {
  if (first[0] !== 0xff || first[1] !== 0xfe) return (bytes) => bytes;
  const utf16 = new TextDecoder('utf-16le');
  return (bytes) => Buffer.from(utf16.decode(bytes, { stream: true }));
}

function toLine(bytes: Buffer): string {
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
