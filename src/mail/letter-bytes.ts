import { TextDecoder } from 'node:util';

const LF = 0x0a;
const CR = 0x0d;

/** How much is read to learn how lines end. */
const SAMPLE = 64 * 1024;

/**
 * Undoes the changes that programs make when they save a letter. UTF-16 (with a byte-order mark, or told by its zero bytes)
 * becomes UTF-8, a byte-order mark is removed, and CR alone becomes LF.
 *
 * @param first the beginning of the bytes
 * @returns a function that turns each further piece, the first included, into plain bytes
 */
export function plainBytes(first: Uint8Array): (piece: Uint8Array) => Buffer {
  const utf16 = utf16Of(first);
  const decoder = utf16 && new TextDecoder(utf16);
  const toUtf8 = (piece: Uint8Array) =>
    decoder ? Buffer.from(decoder.decode(piece, { stream: true })) : bufferOf(piece);
  const sample = bufferOf(first).subarray(0, SAMPLE);
  const isCrOnly = !sample.includes(LF) && sample.includes(CR);
  let isFirst = true;
  return (piece) => {
    const bytes = toUtf8(piece);
    const plain = isFirst ? withoutMark(bytes) : bytes;
    isFirst = false;
    return isCrOnly ? replaceReturns(plain) : plain;
  };
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a && b === 0 && c && d === 0) return 'utf-16le';
  return a === 0 && b && c === 0 && d ? 'utf-16be' : undefined;
}

function withoutMark(bytes: Buffer): Buffer {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return hasMark ? bytes.subarray(3) : bytes;
}

function replaceReturns(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(CR); at >= 0; at = copy.indexOf(CR, at + 1)) copy[at] = LF;
  return copy;
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
