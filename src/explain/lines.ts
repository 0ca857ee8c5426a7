import { TextDecoder } from 'node:util';
import { decodeUnknownBytes } from '../smtp/reply-charset.js';

/** Longer lines are cut: nothing that a server says is as long, and a log may have no line breaks. */
const LONGEST_LINE = 32 * 1024;

/** A character in UTF-8 has so many bytes at most. */
const LONGEST_CHARACTER = 4;

const LF = 0x0a;

/**
 * The lines of a text that comes in pieces, each by itself, whatever their character set and however
 * much there is of them.
 *
 * @param chunks text, or its bytes
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  let decode: ((bytes: Buffer) => Buffer) | undefined;
  for await (const chunk of chunks) {
    const raw = bytesOf(chunk);
    decode ??= decoderFor(raw);
    const bytes = decode(raw);
    let start = 0;
    for (let end = bytes.indexOf(LF); end >= 0; end = bytes.indexOf(LF, start)) {
      yield toLine(rest, bytes.subarray(start, end));
      rest = Buffer.alloc(0);
      start = end + 1;
    }
    // What is longer than a line may be is not kept, only read on until the line ends.
    if (rest.length < LONGEST_LINE) rest = Buffer.concat([rest, bytes.subarray(start)]);
  }
  if (rest.length > 0) yield toLine(rest, Buffer.alloc(0));
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

function toLine(first: Buffer, second: Buffer): string {
  const bytes = first.length > 0 ? Buffer.concat([first, second]) : second;
  return decodeUnknownBytes(bytes.subarray(0, endOfLine(bytes))).replace(/\r$/, '');
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
