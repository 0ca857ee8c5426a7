import { WITHOUT_CASE } from './needle.js';

/** Windows are told apart by so many bits of a hash. */
const HASH_BITS = 20;
/** 2^32 divided by the golden ratio: Knuth's multiplicative hash. */
const FACTOR = 0x9e3779b1 | 0;

/** Each hit is two numbers: the byte where it is, times two, plus one for a code; and the lines before it. */
export const HIT = 2;

/** So many pairs of bytes are looked at in one go. */
const SLICE = 8 * 1024;

/** A slice's windows are all hits at most, and both kinds. */
const MOST_HITS = SLICE * 2 * HIT;

/** What windows are looked for: a bit for each hash. */
export class WindowTable {
  readonly bits = new Int32Array(2 ** (HASH_BITS - 5));

  /** @param window four bytes, the first of them the lowest, in whatever case */
  add(window: number): void {
    const hash = Math.imul(window | WITHOUT_CASE, FACTOR) >>> (32 - HASH_BITS);
    const word = hash >>> 5;
    this.bits[word] = (this.bits[word] ?? 0) | (1 << (hash & 31));
  }
}

/** What was found in a slice. */
export interface Found {
  hits: Int32Array;
  /** How many numbers of `hits` are of this slice. */
  length: number;
  /** How many bytes were looked at, and how many lines end in them. */
  bytes: number;
  lines: number;
}

const found: Found = { hits: new Int32Array(0), length: 0, bytes: 0, lines: 0 };

/** Bytes behind the last whole slice, and zeros behind them. */
const tail = new Uint16Array(8);

/**
 * Looks for windows, and for what may be the code of a refusal (RFC 5321 section 4.2.1), and counts lines.
 *
 * @param bytes begin at an even place of their memory
 * @param start an even place
 * @returns what was found up to where it got; the same object each time
 */
export function findWindows(bytes: Buffer, start: number, table: WindowTable): Found {
  if (found.hits.length === 0) found.hits = new Int32Array(MOST_HITS + HIT);
  const pairs = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length >> 1);
  const first = start >> 1;
  // A step looks at two pairs and the one behind them.
  const steps = Math.min(SLICE, pairs.length - 1 - first) >> 1;
  if (steps > 0) {
    look(pairs, first, first + 2 * steps, table.bits, 0);
    found.bytes = 4 * steps;
    return found;
  }
  tail.fill(0);
  for (let at = start; at < bytes.length; at += 1) {
    const index = (at - start) >> 1;
    tail[index] = (tail[index] ?? 0) | ((bytes[at] ?? 0) << (8 * ((at - start) & 1)));
  }
  look(tail, 0, 4, table.bits, first);
  found.bytes = bytes.length - start;
  return found;
}

function note(length: number, place: number, lines: number): number {
  found.hits[length] = place;
  found.hits[length + 1] = lines;
  return length + HIT;
}

/** As fast as may be: this is where nearly all the time of a long log goes. */
function look(pairs: Uint16Array, from: number, to: number, bits: Int32Array, base: number): void {
  let length = 0;
  let lines = 0;
  let a = pairs[from] as number;
  for (let at = from; at < to; at += 2) {
    const b = pairs[at + 1] as number;
    const c = pairs[at + 2] as number;
    const x = a | (b << 16);
    const y = b | (c << 16);
    const h = Math.imul(x | WITHOUT_CASE, FACTOR) >>> (32 - HASH_BITS);
    const g = Math.imul(y | WITHOUT_CASE, FACTOR) >>> (32 - HASH_BITS);
    const isX = ((bits[h >>> 5] as number) >>> (h & 31)) & 1;
    const isY = ((bits[g >>> 5] as number) >>> (g & 31)) & 1;
    // Three digits, the first of them 4 or 5, at the beginning of a window, or one behind it.
    const isXCode = (x & 0x00f0f0fe) === 0x00303034 || ((x & 0xf0f0fe00) | 0) === 0x30303400;
    const isYCode = (y & 0x00f0f0fe) === 0x00303034 || ((y & 0xf0f0fe00) | 0) === 0x30303400;
    if (isX !== 0 || isY !== 0 || isXCode || isYCode) {
      const place = (at + base) << 2;
      if (isX !== 0) length = note(length, place, lines);
      if (isXCode) length = note(length, place | 1, lines);
      if (isY !== 0) length = note(length, place + 4, lines);
      if (isYCode) length = note(length, (place + 4) | 1, lines);
    }
    // Each byte that is a line feed has its highest bit set, and nothing else has.
    const z = x ^ 0x0a0a0a0a;
    const ends = ~(((z & 0x7f7f7f7f) + 0x7f7f7f7f) | z | 0x7f7f7f7f);
    if (ends !== 0) {
      lines += ((ends >>> 7) & 1) + ((ends >>> 15) & 1) + ((ends >>> 23) & 1) + (ends >>> 31);
    }
    a = c;
  }
  found.length = length;
  found.lines = lines;
}
