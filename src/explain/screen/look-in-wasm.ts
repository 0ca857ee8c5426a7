/**
 * WebAssembly that does the work of `finderInJavaScript` three times as fast, 16 bytes at a time. The program is written
 * in the binary format itself (https://webassembly.github.io/spec/core/binary/), so no compiler has to be installed.
 * Each function makes one instruction, with its operands before it.
 */

/** The places of the data in the memory, in bytes. */
export const MEMORY = {
  /** The bits of a `WindowTable`. */
  table: 0,
  /** The bytes to search. The byte before them is the last one of the previous slice. */
  bytes: 0x20010,
  /** The number of lines that end in those bytes. */
  lines: 0x2fffc,
  hits: 0x30000,
  pages: 6,
} as const;

/** The greatest number of bytes for one call. The memory holds a few more behind them. */
export const MOST_BYTES = 0x4000;

type Code = readonly number[];

/** An integer in the format's encoding: seven bits a byte, the lowest first (LEB128). */
function signed(value: number): Code {
  const bytes: number[] = [];
  let rest = value | 0;
  for (;;) {
    const byte = rest & 0x7f;
    rest >>= 7;
    const isLast = rest === ((byte & 0x40) === 0 ? 0 : -1);
    bytes.push(isLast ? byte : byte | 0x80);
    if (isLast) return bytes;
  }
}

function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

const binary =
  (opcode: number) =>
  (left: Code, right: Code): Code => [...left, ...right, opcode];
const simd =
  (opcode: number) =>
  (...operands: Code[]): Code => [...operands.flat(), 0xfd, ...unsigned(opcode)];

const number = (value: number): Code => [0x41, ...signed(value)];
const get = (local: number): Code => [0x20, local];
const set = (local: number, value: Code): Code => [...value, 0x21, local];
const load = (at: Code, offset: number): Code => [...at, 0x28, 0, ...unsigned(offset)];
const loadByte = (at: Code, offset: number): Code => [...at, 0x2d, 0, ...unsigned(offset)];
const store = (at: Code, value: Code, offset = 0): Code => [
  ...[...at, ...value],
  ...[0x36, 0, ...unsigned(offset)],
];
const countZeros = (value: Code): Code => [...value, 0x68];
const countBits = (value: Code): Code => [...value, 0x69];
const isLess = binary(0x49);
const add = binary(0x6a);
const subtract = binary(0x6b);
const multiply = binary(0x6c);
const and = binary(0x71);
const or = binary(0x72);
const shiftLeft = binary(0x74);
const shiftRight = binary(0x76);
const when = (condition: Code, ...then: Code[]): Code => [
  ...condition,
  ...[0x04, 0x40],
  ...then.flat(),
  0x0b,
];
const loopWhile = (condition: Code, ...body: Code[]): Code => [
  ...[0x03, 0x40],
  ...body.flat(),
  ...condition,
  ...[0x0d, 0],
  0x0b,
];

/** Loads sixteen bytes from a place on. */
const loadAll = (at: Code, offset: number): Code => [...at, 0xfd, 0, 0, ...unsigned(offset)];
const every = (byte: number): Code => simd(0x0f)(number(byte));
const isEach = simd(0x23);
const isEachLess = simd(0x26);
const andEach = simd(0x4e);
const andNotEach = simd(0x4f);
const orEach = simd(0x50);
const bitOfEach = simd(0x64);
const subtractEach = simd(0x71);

// The local variables of the function. The first is its parameter.
const [END, AT, OUT, LINES, WINDOWS, CODES, PLACES, PLACE, HASH] = [0, 1, 2, 3, 4, 5, 6, 7, 8];

const isDigit = (offset: number) =>
  isEachLess(subtractEach(loadAll(get(AT), offset), every(0x30)), every(10));
const isLetter = (offset: number) =>
  isEachLess(subtractEach(orEach(loadAll(get(AT), offset), every(0x20)), every(0x61)), every(26));

/** A bit for each byte that begins a number of three digits, the first of them 4 or 5. */
const codes = bitOfEach(
  andNotEach(
    andNotEach(
      andNotEach(
        andEach(
          andEach(isEach(andEach(loadAll(get(AT), 0), every(0xfe)), every(0x34)), isDigit(1)),
          isDigit(2),
        ),
        isDigit(3),
      ),
      isLetter(3),
    ),
    loadBefore(),
  ),
);

/** Tells for each byte whether a digit stands before it. */
function loadBefore(): Code {
  const before = subtract(get(AT), number(1));
  return isEachLess(subtractEach(loadAll(before, 0), every(0x30)), every(10));
}

/** A bit for each byte that begins a wanted window. */
function window(offset: number, withoutCase: number, factor: number, bits: number): Code {
  const hash = shiftRight(
    multiply(or(load(get(AT), offset), number(withoutCase)), number(factor)),
    number(32 - bits),
  );
  const bit = and(
    shiftRight(loadByte(shiftRight(get(HASH), number(3)), MEMORY.table), and(get(HASH), number(7))),
    number(1),
  );
  return [...set(HASH, hash), ...shiftLeft(bit, number(offset))];
}

const note = (kind: number): Code => [
  ...store(get(OUT), or(get(PLACE), number(kind))),
  ...store(get(OUT), get(LINES), 4),
  ...set(OUT, add(get(OUT), number(8))),
];
const hasBit = (bits: number): Code =>
  and(shiftRight(get(bits), countZeros(get(PLACES))), number(1));

/** The way from a window to its hash. */
export interface Hash {
  withoutCase: number;
  factor: number;
  bits: number;
}

function body({ withoutCase, factor, bits }: Hash): Code {
  const offsets = [0, 2, 4, 6, 8, 10, 12, 14];
  const windows = offsets.map((offset) => window(offset, withoutCase, factor, bits));
  const [first = [], ...others] = windows;
  return [
    ...set(AT, number(MEMORY.bytes)),
    ...set(OUT, number(MEMORY.hits)),
    ...loopWhile(
      isLess(get(AT), get(END)),
      set(WINDOWS, others.reduce(or, first)),
      set(CODES, codes),
      set(PLACES, or(get(WINDOWS), get(CODES))),
      when(
        get(PLACES),
        loopWhile(
          get(PLACES),
          set(
            PLACE,
            shiftLeft(
              subtract(add(get(AT), countZeros(get(PLACES))), number(MEMORY.bytes)),
              number(1),
            ),
          ),
          when(hasBit(WINDOWS), note(0)),
          when(hasBit(CODES), note(1)),
          set(PLACES, and(get(PLACES), subtract(get(PLACES), number(1)))),
        ),
      ),
      set(LINES, add(get(LINES), countBits(bitOfEach(isEach(loadAll(get(AT), 0), every(0x0a)))))),
      set(AT, add(get(AT), number(16))),
    ),
    ...store(number(0), get(LINES), MEMORY.lines),
    ...shiftRight(subtract(get(OUT), number(MEMORY.hits)), number(2)),
  ];
}

const section = (id: number, content: Code): Code => [id, ...unsigned(content.length), ...content];
const named = (name: string): Code => [name.length, ...Buffer.from(name)];

/**
 * The program: it exports a memory, and `look`, which takes where the bytes end and returns how many numbers of hits it
 * wrote.
 */
export function lookProgram(hash: Hash): Uint8Array {
  const code = [...[1, 8, 0x7f], ...body(hash), 0x0b];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 1, 0x7f, 1, 0x7f]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0, MEMORY.pages]),
    ...section(7, [2, ...named('memory'), 2, 0, ...named('look'), 0, 0]),
    ...section(10, [1, ...unsigned(code.length), ...code]),
  ]);
}
