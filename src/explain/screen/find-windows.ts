import { lookProgram, MEMORY, MOST_BYTES } from './look-in-wasm.js';
import { WITHOUT_CASE } from './needle.js';

/** The number of bits of a hash that tell windows apart. */
const HASH_BITS = 20;
/** 2^32 divided by the golden ratio: Knuth's multiplicative hash. */
const FACTOR = 0x9e3779b1 | 0;

const LF = 0x0a;

/** The numbers of a hit: the place of the byte times two, plus one for a code; then the lines before its step. */
export const HIT = 2;

/** The windows to find: one bit for each hash. */
export class WindowTable {
  readonly bits = new Int32Array(2 ** (HASH_BITS - 5));

  /** @param window four bytes, the first of them the lowest, in whatever case */
  add(window: number): void {
    const hash = Math.imul(window | WITHOUT_CASE, FACTOR) >>> (32 - HASH_BITS);
    const word = hash >>> 5;
    this.bits[word] = (this.bits[word] ?? 0) | (1 << (hash & 31));
  }
}

/** The hits from one place on. */
export interface Found {
  /** The hits count their bytes from that place. */
  hits: Int32Array;
  /** The number of entries of `hits` in use. */
  length: number;
  /** The number of bytes that were searched, and the number of lines that end in them. */
  bytes: number;
  lines: number;
  /** The number of bytes in a step. The lines of a step are counted after it. */
  step: number;
}

/**
 * Looks for windows, and for what may be the code of a refusal (RFC 5321 section 4.2.1), and counts lines.
 *
 * @param bytes begin at an even place of their memory
 * @param start an even place
 * @returns what was found up to where it got; the same object each time
 */
export type FindWindows = (bytes: Buffer, start: number) => Found;

/** The fastest finder that works here. WebAssembly is missing under `--jitless` or if memory is scarce. */
export function windowFinder(table: WindowTable): FindWindows {
  try {
    return finderInWasm(table);
  } catch {
    return finderInJavaScript(table);
  }
}

/** The used part of WebAssembly: the types that come with Node's do not describe it. */
interface Wasm {
  Module: new (program: Uint8Array) => object;
  Instance: new (
    module: object,
  ) => { exports: { look: (end: number) => number; memory: { buffer: ArrayBuffer } } };
}

/** @throws WebAssembly's errors if it is missing or of another kind */
export function finderInWasm(table: WindowTable): FindWindows {
  const { WebAssembly } = globalThis as unknown as { WebAssembly: Wasm };
  const program = lookProgram({ withoutCase: WITHOUT_CASE, factor: FACTOR, bits: HASH_BITS });
  const { look, memory: own } = new WebAssembly.Instance(new WebAssembly.Module(program)).exports;
  const { buffer } = own;
  const memory = new Uint8Array(buffer);
  new Int32Array(buffer, MEMORY.table).set(table.bits);
  const lines = new Int32Array(buffer, MEMORY.lines, 1);
  const found: Found = { hits: new Int32Array(buffer, MEMORY.hits), ...NOTHING, step: 16 };
  return (bytes, start) => {
    const length = Math.min(MOST_BYTES, bytes.length - start);
    memory[MEMORY.bytes - 1] = start > 0 ? (bytes[start - 1] ?? LF) : LF;
    // The last window reaches beyond the last byte.
    memory.set(bytes.subarray(start, start + length + 4), MEMORY.bytes);
    if (length < MOST_BYTES) memory.fill(0, MEMORY.bytes + length, MEMORY.bytes + length + 32);
    found.length = look(MEMORY.bytes + length);
    found.bytes = length;
    found.lines = lines[0] ?? 0;
    return found;
  };
}

const NOTHING = { length: 0, bytes: 0, lines: 0 };

/** The number of pairs of bytes in one call. */
const SLICE = 8 * 1024;
/** The greatest number of entries: each window may be a hit of both kinds. */
const MOST_HITS = SLICE * 2 * HIT;

/** The same finder in plain JavaScript, which a person can read. */
export function finderInJavaScript({ bits }: WindowTable): FindWindows {
  const found: Found = { hits: new Int32Array(MOST_HITS + HIT), ...NOTHING, step: 4 };
  return (bytes, start) => {
    const pairs = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length >> 1);
    const first = start >> 1;
    // A step reads two pairs and the one behind them.
    const steps = Math.min(SLICE, pairs.length - 1 - first) >> 1;
    if (steps > 0) {
      look(pairs.subarray(first), 2 * steps, bits, found);
      found.bytes = 4 * steps;
      return found;
    }
    const tail = Buffer.alloc(16);
    bytes.copy(tail, 0, start);
    look(new Uint16Array(tail.buffer, tail.byteOffset, 8), 4, bits, found);
    found.bytes = bytes.length - start;
    return found;
  };
}

function look(pairs: Uint16Array, end: number, bits: Int32Array, found: Found): void {
  found.length = 0;
  found.lines = 0;
  for (let at = 0; at < end; at += 2) {
    const a = pairs[at] as number;
    const b = pairs[at + 1] as number;
    const c = pairs[at + 2] as number;
    const x = a | (b << 16);
    const y = b | (c << 16);
    if (isLookedFor(x, bits)) note(found, at << 2);
    if (mayHoldCode(x)) note(found, (at << 2) | 1);
    if (isLookedFor(y, bits)) note(found, (at + 1) << 2);
    if (mayHoldCode(y)) note(found, ((at + 1) << 2) | 1);
    // The highest bit of each byte in the result marks a line feed.
    const z = x ^ 0x0a0a0a0a;
    const ends = ~(((z & 0x7f7f7f7f) + 0x7f7f7f7f) | z | 0x7f7f7f7f);
    if (ends !== 0) {
      found.lines += ((ends >>> 7) & 1) + ((ends >>> 15) & 1) + ((ends >>> 23) & 1) + (ends >>> 31);
    }
  }
}

function isLookedFor(window: number, bits: Int32Array): boolean {
  const hash = Math.imul(window | WITHOUT_CASE, FACTOR) >>> (32 - HASH_BITS);
  return (((bits[hash >>> 5] as number) >>> (hash & 31)) & 1) !== 0;
}

/** Whether three digits, the first of them 4 or 5, stand at the beginning of a window or one byte behind it. */
function mayHoldCode(window: number): boolean {
  return (window & 0x00f0f0fe) === 0x00303034 || ((window & 0xf0f0fe00) | 0) === 0x30303400;
}

function note(found: Found, hit: number): void {
  found.hits[found.length] = hit;
  found.hits[found.length + 1] = found.lines;
  found.length += HIT;
}
